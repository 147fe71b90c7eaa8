"""A text that Telegram would refuse is cut where it hurts least: between lines, or between words of a long one."""

from markupsafe import Markup

from bot.localization import bold, lines
from bot.screen import cut, shown_length, utf16_length


def test_a_long_description_keeps_its_beginning() -> None:
    text = lines(bold("Студия"), "", Markup.escape("окна <во двор> & тишина, " * 60))
    shown = cut(text, 300)
    assert shown.startswith("<b>Студия</b>\n\nокна &lt;во двор&gt; &amp; тишина, окна")
    assert shown.endswith(("тишина…", "окна…", "двор&gt;…", "&lt;во…", "&amp;…"))
    assert 250 < shown_length(Markup(shown)) <= 300  # noqa: S704  (made of escaped text)


def test_a_line_with_markup_goes_as_a_whole() -> None:
    text = lines("Расходы", bold("Уборка " * 60))
    assert cut(text, 300) == "Расходы\n…"


def test_astral_characters_count_twice() -> None:
    assert utf16_length(cut(Markup.escape("🏠" * 400), 200)) <= 200


def test_what_fits_is_left_alone() -> None:
    assert cut(lines("Раз", "Два"), 7) == "Раз\nДва"
