"""Everything the bot says is said in Russian too: complete, with the same facts and markup, and nothing left over."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from babel.messages.catalog import Message

from tests.architecture.modules import modules, parsed
from tools.messages import key_of, missing, said, translated

NEEDS_NO_MESSAGE = {
    "bot/telegram/commands.py:_drawn": "the descriptions of commands, found where `Command` is made",
    "bot/localization.py:refusal": "the sentence of a refusal, found where it is raised",
    "bot/localization.py:fact": "an enumeration's own value, where nobody has named it better",
    "handlers/realtor/deals/match_screens.py:_timeline": "an event, found where it is told",
    "handlers/realtor/recommendations/reasons.py:_say": "a phrase, found where it is returned",
}
"""Where the message cannot be read from the source, and how it is found nevertheless."""
FACT = re.compile(r"\{(\w*)[^{}]*\}")


def entries(language: str) -> Iterator[tuple[str, Message]]:
    for file, catalogue in translated(language).items():
        for message in catalogue:
            if message.id:
                yield file, message


def translations(message: Message) -> tuple[str, ...]:
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ())


def originals(message: Message) -> tuple[str, ...]:
    return (message.id,) if isinstance(message.id, str) else tuple(message.id)


class Tags(HTMLParser):
    """Collects the tags of a text, and what is left open."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.seen: Counter[str] = Counter()
        self.open: list[str] = []
        self.crossed: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, _attributes: object) -> None:
        self.seen[tag] += 1
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.crossed.append(tag)


def test_every_message_has_a_russian_translation() -> None:
    assert missing("ru") == [], "`make messages` prints them as entries to fill in"


def test_what_is_said_can_be_read_from_the_source() -> None:
    assert set(said().unclear) <= set(NEEDS_NO_MESSAGE)


def test_no_exception_is_left_over() -> None:
    assert set(NEEDS_NO_MESSAGE) <= set(said().unclear)


def test_no_translation_is_left_over() -> None:
    used = set(said().messages)
    assert [(file, key_of(one)) for file, one in entries("ru") if key_of(one) not in used] == []


def test_no_message_is_translated_twice() -> None:
    counted = Counter(originals(one)[0] for _, one in entries("ru"))
    assert [text for text, count in counted.items() if count > 1] == []


def test_no_translation_is_a_guess_or_put_aside() -> None:
    assert [(file, one.id) for file, one in entries("ru") if one.fuzzy] == []
    assert [file for file, catalogue in translated("ru").items() if catalogue.obsolete] == []


def test_a_translation_names_the_facts_of_the_message() -> None:
    wrong = []
    for _, message in entries("ru"):
        named = {fact for text in originals(message) for fact in FACT.findall(text)}
        # a plural form may say "one" without its number
        wrong += [
            (message.id, text)
            for text in translations(message)
            if text and set(FACT.findall(text)) | {"count"} != named | {"count"}
        ]
    assert wrong == []


def test_a_message_is_given_the_facts_it_names() -> None:
    wrong = []
    for path in modules("bot", "handlers"):
        for call in ast.walk(parsed(Path(path))):
            if not isinstance(call, ast.Call) or not call.args or any(one.arg is None for one in call.keywords):
                continue
            who = call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")
            first = call.args[0]
            if who in {"t", "n"} and isinstance(first, ast.Constant) and isinstance(first.value, str):
                named, given = set(FACT.findall(first.value)), {one.arg for one in call.keywords}
                wrong += [(path, call.lineno, fact) for fact in named - given - {"count"}]
    assert wrong == []


def test_a_translation_has_the_markup_of_the_message() -> None:
    wrong = []
    for _, message in entries("ru"):
        expected = Tags(originals(message)[0])
        for text in (*originals(message), *translations(message)):
            tags = Tags(text)
            if tags.open or tags.crossed or (text and tags.seen != expected.seen):
                wrong.append((message.id, text))
    assert wrong == []


def test_a_plural_message_has_all_three_russian_forms() -> None:
    short = [one.id for _, one in entries("ru") if one.pluralizable and len(translations(one)) != 3]
    assert short == []


@pytest.mark.parametrize("wide", ["\u00a0", "\u200b", "\t"])
def test_a_message_has_no_character_that_cannot_be_seen_in_the_source(wide: str) -> None:
    assert [one for one, _ in said().messages if wide in one] == []
