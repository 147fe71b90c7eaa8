"""Becoming a realtor: the phone by Telegram's own button, then e-mail and agency, both of which can be skipped."""

from dataclasses import dataclass, replace

from aiogram import F, Router
from aiogram.filters import StateFilter
from aiogram.types import Message
from markupsafe import Markup

from bot.commands import publish_commands_of
from bot.forms import Answering, Filled, Form, Forms, Question, Surrounding
from bot.speech import Speech, lines
from domain.people.about_me import about_me
from domain.people.agency import parse_agency
from domain.people.become_realtor import become_realtor, introduce
from domain.people.confirm_phone import has_confirmed_phone
from domain.people.email import Email
from domain.people.person import Role
from domain.refusal import Refusal
from handlers.common.leaving import arrive, step_out, with_note
from handlers.common.presses import BecomeRealtor
from handlers.common.sharing import SharingPhone, ask_phone, own_phone, way_out, why_the_button
from handlers.common.start import menu_screen

router = Router(name="become_realtor")


@dataclass
class Introduction:
    """What somebody tells of themselves."""

    email: str | None = None
    agency: str | None = None


def _read_email(text: str, draft: Introduction, _answering: Answering) -> Introduction:
    return replace(draft, email=Email.parse(text).address)


def _read_agency(text: str, draft: Introduction, _answering: Answering) -> Introduction:
    return replace(draft, agency=parse_agency(text))


def _ask_email(t: Speech, _draft: Introduction) -> Markup:
    return lines(
        t("What is your e-mail?"),
        t("For letters about your account; colleagues do not see it. For example: anna@example.com"),
    )


def _ask_agency(t: Speech, _draft: Introduction) -> Markup:
    return lines(
        t("What is your agency called?"),
        t("Colleagues see it beside your offers. If you work for yourself, just skip this."),
    )


async def _introduced(filled: Filled[Introduction], around: Surrounding) -> None:
    await introduce(around.work.once(f"form:{filled.nonce}"), around.me, filled.draft.email, filled.draft.agency)
    await _show_menu(around, around.t("Done, you are a realtor."))


INTRODUCTION = Form(
    name="introduction",
    title=lambda t: t("About you"),
    draft=Introduction,
    questions=(
        Question[Introduction](key="email", ask=_ask_email, read=_read_email, optional=True),
        Question[Introduction](key="agency", ask=_ask_agency, read=_read_agency, optional=True),
    ),
    done=_introduced,
)


@router.callback_query(BecomeRealtor.filter())
async def begin(_query: object, around: Surrounding, forms: Forms) -> None:
    """Ask for the phone, unless it has been confirmed before."""
    await step_out(forms, around)
    me, t = around.me, around.t
    if Role.REALTOR in me.roles:
        await around.chat.toast(t("You are a realtor already."))
        await _show_menu(around)
    elif has_confirmed_phone(me):
        await become_realtor(around.work, me)
        await _introduce(around, forms)
    else:
        why = lines(
            t("Confirm your phone number, so that colleagues know who they deal with."),
            t("Somebody sees it only after you have agreed with them on a deal."),
        )
        await ask_phone(around, SharingPhone.to_become_realtor, why)


@router.message(F.contact, StateFilter(SharingPhone.to_become_realtor))
async def share_phone(message: Message, around: Surrounding, forms: Forms) -> None:
    """Take the person's own contact; say why not, if it is another's or the number is taken."""
    try:
        await become_realtor(around.work, around.me, own_phone(message))
    except Refusal as refusal:
        await ask_phone(around, SharingPhone.to_become_realtor, around.t.refusal(refusal))
        return
    await around.state.set_state(None)
    await around.chat.put_away_keyboard(around.t("Thank you, the number is confirmed."))
    await _introduce(around, forms)


@router.message(StateFilter(SharingPhone.to_become_realtor))
async def no_phone(message: Message, around: Surrounding, forms: Forms) -> None:
    """Explain why the button, to who types the number or sends something else."""
    if message.text == way_out(around.t):
        await arrive(forms, around, await menu_screen(around))
        return
    await ask_phone(around, SharingPhone.to_become_realtor, why_the_button(around.t, message.text))


async def _introduce(around: Surrounding, forms: Forms) -> None:
    me = (await about_me(around.work, around.me)).person
    await publish_commands_of(around.chat.bot, around.menus, me)
    await forms.start(INTRODUCTION, around, Introduction(agency=me.agency))


async def _show_menu(around: Surrounding, note: Markup | None = None) -> None:
    screen = await menu_screen(around)
    await around.chat.show(with_note(note, screen) if note is not None else screen)
