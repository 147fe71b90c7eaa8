"""A phone is taken only from a person's own Telegram contact, by the button made for it: Telegram vouches for it."""

from aiogram.fsm.state import State, StatesGroup
from aiogram.types import Message
from markupsafe import Markup

from bot.forms.model import Context
from bot.localization import Localizer, lines
from domain.people.phone import looks_like_phone
from domain.refusal import Refusal


class SharingPhone(StatesGroup):
    """Somebody is asked for their phone, and what for."""

    to_become_realtor = State()
    to_become_owner = State()
    to_become_manager = State()
    to_change_it = State()
    to_reset_pin = State()
    to_join = State()


async def ask_phone(ctx: Context, purpose: State, why: Markup) -> None:
    """Ask for the phone; the answer comes as a contact."""
    t = ctx.t
    await ctx.state.set_state(purpose)
    await ctx.chat.ask_contact(why, t("📱 Send my number"), way_out(t))


def way_out(t: Localizer) -> Markup:
    """The other button below the text field, which types this."""
    return t("✖️ Cancel")


def own_phone(message: Message) -> str:
    """The number in the sender's own contact; a forwarded or somebody else's is refused."""
    contact = message.contact
    if message.forward_origin is not None:
        raise Refusal("This contact is forwarded, and I need yours from you. The button below sends it.")
    if contact is None or message.from_user is None or contact.user_id != message.from_user.id:
        raise Refusal("This is somebody else's contact, and I need yours. The button below sends it.")
    return contact.phone_number


def why_the_button(t: Localizer, typed: str | None) -> Markup:
    """What is said to who types something instead of pressing the button."""
    if typed and looks_like_phone(typed):
        return t(
            "I cannot check a number typed by hand: anybody could type it. "
            "The button below sends the one that Telegram has confirmed."
        )
    return lines(
        t("I am waiting for your phone number: press the button below."),
        t("If you do not see it, tap the square with four dots beside the text field. /cancel leaves this."),
    )
