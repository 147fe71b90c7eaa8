"""The forms that somebody has left half-filled: each is kept with the conversation, and can be taken up or thrown away.

A form that was left never takes the place of another one; only when more are kept than fit one screen the oldest goes.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from markupsafe import Markup

from bot.forms.model import Form, FormProgress
from bot.forms.screens import FormPress, menu_button
from bot.forms.state import MOST_KEPT, left_in, read
from bot.localization import Localizer, bold, lines, quiet
from bot.screen import Button, Row, Screen, label_of
from bot.telegram.message_content import shortened

LIST = "l"
"""What `FormPress` does to show all of them."""


def readable(forms: Mapping[str, Form[Any]], data: Mapping[str, Any]) -> list[FormProgress[Any]]:
    """Those that this release can go on with, the latest first."""
    found = [read(forms, one) for one in left_in(data)]
    return [one for one in reversed(found) if one is not None]


def way_back(t: Localizer, left: Sequence[FormProgress[Any]]) -> Button | None:
    """The button that leads back: to the one that was left, or to the list of them."""
    if not left:
        return None
    if len(left) == 1:
        return resume(left[0], t("↩️ Go on filling in"))
    return Button(t("↩️ Half-filled: {count}", count=len(left)), FormPress(nonce=left[0].nonce, act=LIST))


def resume(progress: FormProgress[Any], label: Markup | str) -> Button:
    """The button that takes this one up."""
    return Button(label, FormPress(nonce=progress.nonce, act="r", question=progress.at))


def left_screen(t: Localizer, left: Sequence[FormProgress[Any]]) -> Screen:
    """All of them, each with where it stands and the ways on with it and out of it."""
    said = [
        t("{number}. {form}: {where}", number=number, form=bold(one.form.title(t)), where=_where(t, one))
        for number, one in enumerate(left, start=1)
    ]
    rows: list[Row] = [
        [
            resume(one, label_of(t("{number}. {form}", number=number, form=one.form.title(t)), "↩️")),
            Button(t("🗑 Throw it away"), FormPress(nonce=one.nonce, act="x")),
        ]
        for number, one in enumerate(left, start=1)
    ]
    full = quiet(t("No more are kept than these: the next one takes the place of the oldest."))
    text = lines(bold(t("Half-filled")), "", *said, *(("", full) if len(left) >= MOST_KEPT else ()))
    return Screen(text, [*rows, [menu_button(t)]])


def _where(t: Localizer, progress: FormProgress[Any]) -> Markup:
    """How far it has come, and with which answer, so that two of the same kind are told apart."""
    where = t("step {step}", step=len(progress.asked) + 1) if progress.at else t("to be looked over")
    return t("{where}, after “{answer}”", where=where, answer=shortened(progress.last)) if progress.last else where
