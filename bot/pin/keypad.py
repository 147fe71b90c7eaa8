"""The keypad on which a PIN is entered: its digits are pressed, so that the PIN does not stay in the chat."""

import dataclasses
from dataclasses import dataclass, field
from typing import Literal

from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from markupsafe import Markup

from bot.callbacks import Callback
from bot.localization import Localizer, bold, lines
from bot.screen import Button, Row, Screen
from domain.people.pin.code import LEAST_DIGITS, MOST_DIGITS

KEPT = "pin"
"""Under this the conversation keeps what is being entered, and what for."""
Purpose = Literal["open", "prove", "new", "again"]


class EnteringPin(StatesGroup):
    """Somebody is setting, changing or removing their PIN: what is typed is one."""

    code = State()


class PinKey(Callback, prefix="pk"):
    """A key of the keypad."""

    key: Literal["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "back", "ok"]


class LeaveKeypad(Callback, prefix="pkc"):
    """Enter no PIN."""


class ForgotPin(Callback, prefix="pkf"):
    """How a forgotten PIN is reset."""


@dataclass
class PinPrompt:
    """What a PIN is asked for, and what of it is entered."""

    purpose: Purpose
    then: str = ""
    """What follows when the present PIN has been entered: change or remove."""
    typed: str = ""
    first: str = ""
    """A new PIN that is to be entered again."""
    keypad: int = 0
    """The message that shows the keypad."""
    in_place: bool = False
    """Whether that message showed something else before, which comes back."""
    update: str = ""
    """What was asked for when the lock was found shut: the update, as JSON."""
    album: list[str] = field(default_factory=list)

    def press(self, key: str) -> None:
        """A key other than OK."""
        if key == "back":
            self.typed = self.typed[:-1]
        elif len(self.typed) < MOST_DIGITS:
            self.typed += key


async def asked(state: FSMContext) -> PinPrompt | None:
    """What is being asked for, if a keypad is open."""
    kept = (await state.get_data()).get(KEPT)
    return PinPrompt(**kept) if isinstance(kept, dict) else None


async def keep(state: FSMContext, asking: PinPrompt) -> None:
    """Remember it."""
    await state.update_data({KEPT: dataclasses.asdict(asking)})


async def forget(state: FSMContext) -> None:
    """Ask no more."""
    data = await state.get_data()
    if data.pop(KEPT, None) is not None:
        await state.set_data(data)


def keypad_screen(t: Localizer, asking: PinPrompt, note: Markup | None = None) -> Screen:
    """The keypad, with a dot for every digit that is entered."""
    dots = " ".join("●" * len(asking.typed) + "○" * (LEAST_DIGITS - len(asking.typed)))
    text = lines(bold(t("🔐 PIN")), note, _question(t, asking), "", dots)
    digits: list[Row] = [[Button(key, PinKey(key=key)) for key in row] for row in ("123", "456", "789")]  # type: ignore[arg-type]
    last = [Button("⌫", PinKey(key="back")), Button("0", PinKey(key="0")), Button("✅", PinKey(key="ok"))]
    ways_out = [Button(t("✖️ Cancel"), LeaveKeypad())]
    if asking.purpose in ("open", "prove"):
        ways_out = [Button(t("❓ Forgot the PIN"), ForgotPin()), *ways_out]
    return Screen(text, [*digits, last, ways_out])


def _question(t: Localizer, asking: PinPrompt) -> Markup:
    match asking.purpose:
        case "open":
            return t("Enter your PIN, and I go on with what you asked for.")
        case "prove":
            return t("Enter your present PIN first.")
        case "new":
            return t("Think of a PIN: {least} to {most} digits.", least=LEAST_DIGITS, most=MOST_DIGITS)
        case "again":
            return t("The same once more, so that no slip gets in.")
