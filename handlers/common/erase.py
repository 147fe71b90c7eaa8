"""Erasing everything about oneself: said plainly what goes, confirmed once, then one is a stranger again."""

from aiogram import Router

from bot.commands import withdraw_commands_of
from bot.confirm import confirm_screen
from bot.forms import Forms, Surrounding
from bot.marks import new_mark
from bot.press import Press
from bot.screen import Screen
from bot.speech import bold, lines
from domain.estate.at_stake import at_stake
from domain.people.erase_data import erase_data
from domain.people.person import Role
from handlers.common.leaving import arrive
from handlers.common.presses import AskToErase, OpenPrivacy

router = Router(name="erase")


class Erase(Press, prefix="erx"):
    """Erase everything about me, once."""

    nonce: str


@router.callback_query(AskToErase.filter())
async def ask(_query: object, around: Surrounding, forms: Forms) -> None:
    """Say what will happen."""
    t, is_realtor = around.t, Role.REALTOR in around.me.roles
    stake = await at_stake(around.work, around.me)
    question = lines(
        bold(t("Erase everything about you?")),
        "",
        t("Your cards leave every search, open talks are closed, nothing more is sent to you.")
        if is_realtor
        else t("Nothing more is sent to you."),
        t("Phone, e-mail, contacts, messages, notes, photos, documents are gone for good; nobody can bring them back."),
        t("Owners and tenants whom you keep lose access; your objects lose their names, and leases end here.")
        if stake.keeps
        else None,
        t("Your access ends; leases and accounts stay with whoever keeps them.") if stake.is_kept else None,
        t("Colleagues keep the deals they have agreed on with you, without your contacts.") if is_realtor else None,
        t("The messages in this chat are yours: delete the chat in Telegram if you want them gone, too."),
    )
    screen = confirm_screen(
        question,
        keep=(t("‹ Keep everything"), OpenPrivacy()),
        go=(t("🗑 Erase everything"), Erase(nonce=new_mark())),
    )
    await arrive(forms, around, screen)


@router.callback_query(Erase.filter())
async def erase(_query: object, callback_data: Erase, around: Surrounding) -> None:
    """Erase it and say so."""
    await erase_data(around.work.once(f"erase:{callback_data.nonce}"), around.me)
    await around.state.clear()
    await withdraw_commands_of(around.chat.bot, around.chat.id)
    await around.chat.show(Screen(around.t("Everything about you is erased. If you come back, send /start.")))
