"""Text and its entities: counted in UTF-16 units, found and cleaned as by Telegram, written back as HTML."""

import html
import re

from sandbox.wire import Json

_FOUND_BY_ITSELF = (
    ("bot_command", re.compile(r"(?<![\w/<>@])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/])")),
    ("email", re.compile(r"(?<![\w.+-])[A-Za-z0-9_.+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}")),
    (
        "url",
        re.compile(r"(?:https?://|(?<![\w@.]))(?:[\w-]+\.)+[a-zа-я]{2,}(?::\d+)?(?:/[^\s<>]*)?", re.IGNORECASE),
    ),
    ("mention", re.compile(r"(?<![\w@/])@[A-Za-z][A-Za-z0-9_]{2,31}")),
    ("hashtag", re.compile(r"(?<![\w#])#\w*[^\W\d]\w*")),
    ("phone_number", re.compile(r"(?<![\w+])\+\d[\d ()-]{8,17}\d")),
)
_TOP_LEVEL = {"ru", "com", "org", "net", "me", "kg", "kz", "рф", "io", "info", "su", "example"}
# What Telegram removes from every text: carriage returns, line separators, direction overrides.
_REMOVED = re.compile("[\r\u2028-\u202e]")
_CONTROL = re.compile("[\0-\x08\t\x0b\x0c\x0e-\x1f]")
_INVISIBLE = re.compile("[\\s\u200b-\u200f\u2060-\u2064\u00ad\ufeff\u034f\u2800\u3164]*")
_TAGS = {
    "bold": "b",
    "italic": "i",
    "underline": "u",
    "strikethrough": "s",
    "spoiler": "tg-spoiler",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
}


def utf16_length(text: str) -> int:
    """Length as Telegram counts it: characters beyond U+FFFF are two."""
    return len(text) + sum(character > "\uffff" for character in text)


def utf16_slice(text: str, offset: int, length: int) -> str:
    """The part of a text that an entity covers."""
    units = text.encode("utf-16-le", "surrogatepass")
    return units[offset * 2 : (offset + length) * 2].decode("utf-16-le", "replace")


def is_blank(text: str) -> bool:
    """Whether a person would see nothing."""
    return _INVISIBLE.fullmatch(text) is not None


def cleaned(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    """A text as Telegram keeps it: control characters gone, ends trimmed, entities moved along."""
    if _REMOVED.search(text):
        text, entities = _without(text, entities)
    text = _CONTROL.sub(" ", text)
    left = utf16_length(text) - utf16_length(text.lstrip())
    text = text.strip()
    size = utf16_length(text)
    moved = []
    for entity in entities:
        start = max(0, entity["offset"] - left)
        end = min(size, entity["offset"] - left + entity["length"])
        if end > start:
            moved.append(entity | {"offset": start, "length": end - start})
    return text, moved


def _without(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    gone = [utf16_length(text[: match.start()]) for match in _REMOVED.finditer(text)]

    def shift(offset: int) -> int:
        return offset - sum(place < offset for place in gone)

    moved = []
    for entity in entities:
        start, end = shift(entity["offset"]), shift(entity["offset"] + entity["length"])
        moved.append(entity | {"offset": start, "length": end - start})
    return _REMOVED.sub("", text), moved


def with_found(text: str, entities: list[Json]) -> list[Json]:
    """The entities given and those that Telegram finds: commands, links, mentions, hashtags, phones."""
    blocking = [
        (entity["offset"], entity["offset"] + entity["length"])
        for entity in entities
        if entity["type"] in {"code", "pre", "text_link"}
    ]
    found = list(entities)
    for kind, pattern in _FOUND_BY_ITSELF:
        for match in pattern.finditer(text):
            if kind == "url" and not _is_address(match.group()):
                continue
            start = utf16_length(text[: match.start()])
            end = start + utf16_length(match.group())
            if not any(start < taken_end and taken_start < end for taken_start, taken_end in blocking):
                found.append({"type": kind, "offset": start, "length": end - start})
                blocking.append((start, end))
    return sorted(found, key=lambda entity: (entity["offset"], -entity["length"]))


def _is_address(candidate: str) -> bool:
    if candidate.lower().startswith(("http://", "https://")):
        return True
    host = candidate.partition("/")[0].partition(":")[0]
    return host.rpartition(".")[2].lower() in _TOP_LEVEL


def to_html(text: str, entities: list[Json]) -> str:
    """The text as HTML with its entities, as a client shows it."""
    opening: dict[int, list[str]] = {}
    closing: dict[int, list[str]] = {}
    for entity in sorted(entities, key=lambda one: (one["offset"], -one["length"])):
        before, after = _tags(entity, text)
        if not before:
            continue
        opening.setdefault(entity["offset"], []).append(before)
        closing.setdefault(entity["offset"] + entity["length"], []).insert(0, after)
    written = []
    position = 0
    for character in text:
        written += closing.get(position, [])
        written += opening.get(position, [])
        written.append(html.escape(character, quote=False))
        position += utf16_length(character)
    written += closing.get(position, [])
    return "".join(written)


def _tags(entity: Json, text: str) -> tuple[str, str]:
    kind = entity["type"]
    if kind in _TAGS:
        return f"<{_TAGS[kind]}>", f"</{_TAGS[kind]}>"
    if kind == "expandable_blockquote":
        return "<blockquote expandable>", "</blockquote>"
    covered = utf16_slice(text, entity["offset"], entity["length"])
    address = {
        "text_link": entity.get("url", ""),
        "text_mention": f"tg://user?id={entity.get('user', {}).get('id', '')}",
        "url": covered if "://" in covered else f"http://{covered}",
        "email": f"mailto:{covered}",
        "phone_number": "tel:" + re.sub(r"[^+\d]", "", covered),
    }.get(kind, "")
    is_safe = address.startswith(("http://", "https://", "tg://", "mailto:", "tel:"))
    return (f'<a href="{html.escape(address)}">', "</a>") if is_safe else ("", "")
