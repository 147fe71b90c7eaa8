"""Telegram's HTML is read as Telegram reads it."""

import html
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox.entities import cleaned, to_html, utf16_length, utf16_slice, with_found
from sandbox.markup import parse_html
from sandbox.refusals import RefusalError

_texts = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]))


@given(_texts)
def test_escaped_text_comes_back_as_it_was(text: str) -> None:
    assert parse_html(html.escape(text)) == (text, [])


@given(_texts)
def test_numeric_references_of_everything_come_back(text: str) -> None:
    assert parse_html("".join(f"&#{ord(letter)};" for letter in text))[0] == text
    assert parse_html("".join(f"&#x{ord(letter):X};" for letter in text))[0] == text


@given(_texts, _texts.filter(bool), _texts)
def test_an_entity_covers_its_words_in_utf16_units(before: str, inside: str, after: str) -> None:
    plain, entities = parse_html(f"{html.escape(before)}<b>{html.escape(inside)}</b>{html.escape(after)}")
    assert plain == before + inside + after
    assert entities == [{"type": "bold", "offset": utf16_length(before), "length": utf16_length(inside)}]
    assert utf16_slice(plain, entities[0]["offset"], entities[0]["length"]) == inside


@given(st.text())
def test_any_garbage_is_read_or_refused_in_words(source: str) -> None:
    try:
        plain, entities = parse_html(source)
    except RefusalError as refusal:
        words, entities, plain = refusal.description, [], ""
    else:
        words = "Bad Request: can't parse entities: "
    assert words.startswith("Bad Request: can't parse entities: ")
    assert all(0 <= one["offset"] < utf16_length(plain) for one in entities)


@given(st.text("ab <>&/\"'=;#-x🏠\n"))
def test_shown_html_reads_back_as_the_same_words(source: str) -> None:
    try:
        plain, entities = parse_html(source)
    except RefusalError:
        return
    assert parse_html(to_html(plain, entities))[0] == plain


@pytest.mark.parametrize(
    ("source", "plain", "entities"),
    [
        ("<b>a</b>", "a", [("bold", 0, 1)]),
        ("<strong>a</strong>", "a", [("bold", 0, 1)]),
        ("<i>a</i><em>b</em>", "ab", [("italic", 0, 1), ("italic", 1, 1)]),
        ("<u>a</u><ins>b</ins>", "ab", [("underline", 0, 1), ("underline", 1, 1)]),
        ("<s>a</s><strike>b</strike><del>c</del>", "abc", [("strikethrough", n, 1) for n in range(3)]),
        ("<tg-spoiler>a</tg-spoiler>", "a", [("spoiler", 0, 1)]),
        ('<span class="tg-spoiler">a</span>', "a", [("spoiler", 0, 1)]),
        ("<blockquote>a</blockquote>", "a", [("blockquote", 0, 1)]),
        ("<blockquote expandable>a</blockquote>", "a", [("expandable_blockquote", 0, 1)]),
        ("<code>a</code>", "a", [("code", 0, 1)]),
        ("🏠<b>я</b>", "🏠я", [("bold", 2, 1)]),
        ("<b>a<i>b</i></b>", "ab", [("bold", 0, 2), ("italic", 1, 1)]),
        ("<B>a</B>", "a", [("bold", 0, 1)]),
        ("<b></b>x", "x", []),
        ("<b>a</>", "a", [("bold", 0, 1)]),
        ("1 &lt; 2 &amp;&amp; 3 &gt; 2 &quot;", '1 < 2 && 3 > 2 "', []),
        ("&nbsp;&copy;", "&nbsp;&copy;", []),
        ("&lt", "<", []),
        ("&#0; &#1114112; &", "&#0; &#1114112; &", []),
        ('<a href="not a link">a</a>', "a", []),
        ("a\0<b>never seen", "a", []),
    ],
)
def test_markup_is_understood(source: str, plain: str, entities: list[tuple[str, int, int]]) -> None:
    got, found = parse_html(source)
    assert got == plain
    assert [(one["type"], one["offset"], one["length"]) for one in found] == entities


@pytest.mark.parametrize(
    ("source", "extra"),
    [
        (
            '<a href="https://ya.ru/?a=1&amp;b=2">x</a>',
            {"type": "text_link", "url": "https://ya.ru/?a=1&b=2"},
        ),
        ("<a href='https://ya.ru'>x</a>", {"type": "text_link", "url": "https://ya.ru/"}),
        ("<a>ya.ru</a>", {"type": "text_link", "url": "http://ya.ru/"}),
        ('<a href="tg://user?id=42">x</a>', {"type": "text_mention", "user_id": 42}),
        ('<pre><code class="language-python">x</code></pre>', {"type": "pre", "language": "python"}),
        ('<tg-emoji emoji-id="5">👍</tg-emoji>', {"type": "custom_emoji", "custom_emoji_id": "5"}),
    ],
)
def test_attributes_reach_the_entity(source: str, extra: dict[str, Any]) -> None:
    _, [entity] = parse_html(source)
    assert extra.items() <= entity.items()


@pytest.mark.parametrize(
    ("source", "complaint"),
    [
        ("<b>a", 'Can\'t find end tag corresponding to start tag "b"'),
        ("я <h1>a</h1>", 'Unsupported start tag "h1" at byte offset 3'),
        ("a <3", "Unclosed start tag at byte offset 2"),
        ("a<br/>b", 'Unsupported start tag "br/" at byte offset 1'),
        ("a</b>", "Unexpected end tag at byte offset 1"),
        ("<b>a</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("<b>a</b", "Unclosed end tag at byte offset 4"),
        ("<a href=https://x.ru>a</a>", "Unexpected end of name token at byte offset 8"),
        ('<a href="x', "Unclosed start tag at byte offset 0"),
        ('<a ="x">a</a>', 'Empty attribute name in the tag "a" at byte offset 0'),
        ("<span>a</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ],
)
def test_wrong_markup_is_refused_in_telegrams_words(source: str, complaint: str) -> None:
    with pytest.raises(RefusalError) as caught:
        parse_html(source)
    assert caught.value.description == f"Bad Request: can't parse entities: {complaint}"


def test_text_is_kept_as_telegram_keeps_it() -> None:
    bold = {"type": "bold", "offset": 4, "length": 3}
    assert cleaned("  \r\na\tb\u202e ", [bold]) == ("a b", [{"type": "bold", "offset": 0, "length": 3}])


def test_commands_links_and_phones_are_found() -> None:
    text = "/start ya.ru 🏠 @anna_kim #сдам a@b.ru +7 900 123-45-67, 5.5 и т.д."
    found = [(one["type"], utf16_slice(text, one["offset"], one["length"])) for one in with_found(text, [])]
    assert found == [
        ("bot_command", "/start"),
        ("url", "ya.ru"),
        ("mention", "@anna_kim"),
        ("hashtag", "#сдам"),
        ("email", "a@b.ru"),
        ("phone_number", "+7 900 123-45-67"),
    ]
