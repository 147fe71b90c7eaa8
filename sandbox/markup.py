"""Reads HTML as Telegram does: text, entities in UTF-16 units, and the same complaints about bad markup."""

import string
from dataclasses import dataclass

from sandbox.entities import utf16_length
from sandbox.refusals import cannot_parse
from sandbox.wire import Json

_KIND_OF_TAG = {
    "a": "text_link",
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "tg-emoji": "custom_emoji",
    "pre": "pre",
    "code": "code",
    "blockquote": "blockquote",
}
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_SPACES = " \t\r\n\0\v"
_NAME_TOKEN = string.ascii_letters + string.digits + ".-"
# The reader looks one character ahead everywhere; the end is marked as in C, where the original is written.
_END = "\0"


@dataclass
class _OpenTag:
    """A start tag whose end has not come yet."""

    name: str
    argument: str
    expandable: bool
    start: int  # UTF-16 units of plain text before it
    position: int  # characters of plain text before it

    def take(self, attribute: str, value: str) -> None:
        """Keep an attribute that says something of this tag; Telegram passes over any other."""
        if (self.name, attribute) in {("a", "href"), ("tg-emoji", "emoji-id")}:
            self.argument = value
        elif self.name == "code" and attribute == "class" and value.startswith("language-"):
            self.argument = value.removeprefix("language-")
        elif self.name == "span" and attribute == "class" and value.startswith("tg-"):
            self.argument = value.removeprefix("tg-")
        elif self.name == "blockquote" and attribute == "expandable":
            self.expandable = True


def parse_html(source: str) -> tuple[str, list[Json]]:
    """Plain text and entities of an HTML text; `RefusalError` in Telegram's words if it is wrong."""
    reader = _Reader(source)
    return reader.read()


class _Reader:
    def __init__(self, source: str) -> None:
        # A NUL in the text would end a C string: the real parser never sees what follows it.
        self.source = source.partition(_END)[0] + _END
        self.at = 0
        self.plain: list[str] = []
        self.units = 0
        self.open: list[_OpenTag] = []
        self.entities: list[Json] = []

    def read(self) -> tuple[str, list[Json]]:
        while self.source[self.at] != _END:
            character = self.source[self.at]
            if character == "<":
                if self.source[self.at + 1] == "/":
                    self._end_tag()
                else:
                    self._start_tag()
                continue
            if character == "&" and (decoded := self._character_reference()):
                character = decoded
            else:
                self.at += 1
            self.plain.append(character)
            self.units += utf16_length(character)
        if self.open:
            raise cannot_parse(f'Can\'t find end tag corresponding to start tag "{self.open[-1].name}"')
        self.entities.sort(key=lambda entity: (entity["offset"], -entity["length"]))
        return "".join(self.plain), self.entities

    def _byte_offset(self, position: int) -> int:
        return len(self.source[:position].encode("utf-8", "surrogatepass"))

    def _character_reference(self) -> str:
        """The character that `&...;` means, moving past it; empty if it means nothing."""
        start = self.at + 1
        found, end = self._numbered(start + 1) if self.source[start] == "#" else self._named(start)
        if found:
            self.at = end + 1 if self.source[end] == ";" else end
        return found

    def _numbered(self, start: int) -> tuple[str, int]:
        """The character of a number, decimal or after an x, and where that ends."""
        is_hex = self.source[start] == "x"
        start += 1 if is_hex else 0
        end = self._after(start, string.hexdigits if is_hex else string.digits)
        code = int(self.source[start:end] or "0", 16 if is_hex else 10)
        is_one = 0 < code < 0x10FFFF and not 0xD800 <= code <= 0xDFFF and end - start < 10
        return chr(code) if is_one else "", end

    def _named(self, start: int) -> tuple[str, int]:
        """The character of a name, and where that ends."""
        end = self._after(start, string.ascii_letters)
        return _NAMED.get(self.source[start:end], ""), end

    def _after(self, start: int, characters: str) -> int:
        """Where a run of these characters ends."""
        while self.source[start] in characters:
            start += 1
        return start

    def _start_tag(self) -> None:
        begin = self.at
        self.at += 1
        while self.source[self.at] not in _SPACES + ">":
            self.at += 1
        if self.source[self.at] == _END:
            raise cannot_parse(f"Unclosed start tag at byte offset {self._byte_offset(begin)}")
        name = self.source[begin + 1 : self.at].lower()
        if name not in _KIND_OF_TAG:
            raise cannot_parse(f'Unsupported start tag "{name}" at byte offset {self._byte_offset(begin)}')
        tag = _OpenTag(name, "", False, self.units, len(self.plain))
        while self.source[self.at] != ">":
            self._skip_spaces()
            if self.source[self.at] == ">":
                break
            self._attribute(tag, begin)
        self.at += 1
        if name == "span" and tag.argument != "spoiler":
            raise cannot_parse(f'Tag "span" must have class "tg-spoiler" at byte offset {self._byte_offset(begin)}')
        self.open.append(tag)

    def _skip_spaces(self) -> None:
        while self.source[self.at] != _END and self.source[self.at] in _SPACES:
            self.at += 1

    def _attribute(self, tag: _OpenTag, begin: int) -> None:
        start = self.at
        while self.source[self.at] not in _SPACES + "=>/\"'":
            self.at += 1
        attribute = self.source[start : self.at].lower()
        if not attribute:
            raise cannot_parse(
                f'Empty attribute name in the tag "{tag.name}" at byte offset {self._byte_offset(begin)}'
            )
        self._skip_spaces()
        value = ""
        if self.source[self.at] == "=":
            self.at += 1
            self._skip_spaces()
            value = self._attribute_value()
        if self.source[self.at] == _END:
            raise cannot_parse(f"Unclosed start tag at byte offset {self._byte_offset(begin)}")
        tag.take(attribute, value)

    def _attribute_value(self) -> str:
        quote = self.source[self.at]
        if quote not in "\"'":
            start = self.at
            while self.source[self.at] in _NAME_TOKEN:
                self.at += 1
            if self.source[self.at] not in _SPACES + ">":
                raise cannot_parse(f"Unexpected end of name token at byte offset {self._byte_offset(start)}")
            return self.source[start : self.at].lower()
        self.at += 1
        value = []
        while self.source[self.at] not in (quote, _END):
            if self.source[self.at] == "&" and (decoded := self._character_reference()):
                value.append(decoded)
                continue
            value.append(self.source[self.at])
            self.at += 1
        if self.source[self.at] == quote:
            self.at += 1
        return "".join(value)

    def _end_tag(self) -> None:
        begin = self.at
        if not self.open:
            raise cannot_parse(f"Unexpected end tag at byte offset {self._byte_offset(begin)}")
        while self.source[self.at] not in _SPACES + ">":
            self.at += 1
        name = self.source[begin + 2 : self.at].lower()
        self._skip_spaces()
        if self.source[self.at] != ">":
            raise cannot_parse(f"Unclosed end tag at byte offset {self._byte_offset(begin)}")
        self.at += 1
        tag = self.open.pop()
        if name and name != tag.name:
            raise cannot_parse(
                f"Unmatched end tag at byte offset {self._byte_offset(begin)}, "
                f'expected "</{tag.name}>", found "</{name}>"'
            )
        if self.units > tag.start:
            self._add_entity(tag)

    def _add_entity(self, tag: _OpenTag) -> None:
        entity: Json = {"type": _KIND_OF_TAG[tag.name], "offset": tag.start, "length": self.units - tag.start}
        if tag.name == "a":
            link = _link(tag.argument or "".join(self.plain[tag.position :]))
            if not link:
                return
            entity |= link
        elif tag.name == "tg-emoji":
            entity["custom_emoji_id"] = tag.argument
        elif tag.name == "blockquote" and tag.expandable:
            entity["type"] = "expandable_blockquote"
        elif tag.name == "code" and tag.argument:
            entity["language"] = tag.argument
        elif tag.name == "pre":
            self._take_language(entity)
        self.entities.append(entity)

    def _take_language(self, pre: Json) -> None:
        """`<pre><code class="language-x">` is one entity with a language."""
        inner = self.entities[-1] if self.entities else {}
        same_place = (inner.get("offset"), inner.get("length")) == (pre["offset"], pre["length"])
        if inner.get("type") == "code" and same_place:
            self.entities.pop()
            if "language" in inner:
                pre["language"] = inner["language"]


def _link(url: str) -> Json:
    """What `<a href>` becomes: a link, a mention of a user, or nothing for what is no address."""
    if url.startswith("tg://user?id=") and url.removeprefix("tg://user?id=").isdigit():
        return {"type": "text_mention", "user_id": int(url.removeprefix("tg://user?id="))}
    if url.startswith(("tg://", "mailto:", "tel:")):
        return {"url": url}
    scheme, separator, rest = url.partition("://")
    if not separator:
        scheme, rest = "http", url
    host = rest.partition("/")[0].partition("?")[0].partition("#")[0]
    if scheme.lower() not in {"http", "https", "ton", "tonsite"} or "." not in host or " " in host:
        return {}
    # Telegram writes a bare host with a slash at its end.
    return {"url": f"{scheme.lower()}://{rest}" + ("/" if rest == host else "")}
