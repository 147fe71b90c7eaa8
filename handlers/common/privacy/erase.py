"""Erasing everything about oneself: said plainly what goes, confirmed once, then one is a stranger again."""

from aiogram import Router

from bot.callbacks import Callback
from bot.confirm import confirm_screen
from bot.forms.model import Context
from bot.localization import bold, lines
from bot.nonces import new_nonce
from bot.screen import Screen
from bot.telegram.commands import withdraw_commands_of
from domain.estate.day.at_stake import at_stake
from domain.people.person import Role
from domain.privacy.erase_data import erase_data
from handlers.common.callbacks import AskToErase, OpenPrivacy
from handlers.common.privacy.leaving import arrive

router = Router(name="erase")


class Erase(Callback, prefix="erx"):
    """Erase everything about me, once."""

    nonce: str


@router.callback_query(AskToErase.filter())
async def ask(_query: object, ctx: Context) -> None:
    """Say what will happen."""
    t, is_realtor = ctx.t, Role.REALTOR in ctx.me.roles
    stake = await at_stake(ctx.work, ctx.me)
    question = lines(
        bold(t("Erase everything about you?")),
        "",
        t("Your cards leave every search, open talks are closed, nothing more is sent to you.")
        if is_realtor
        else t("Nothing more is sent to you."),
        t("Phone, e-mail, contacts, messages, notes, photos, documents are gone for good; nobody can bring them back."),
        t("Owners and tenants whom you keep lose access; your objects lose their names, and leases end here.")
        if stake.is_manager
        else None,
        t("Your access ends; leases and accounts stay with whoever keeps them.") if stake.is_managed else None,
        t("Colleagues keep the deals they have agreed on with you, without your contacts.") if is_realtor else None,
        t("The messages in this chat are yours: delete the chat in Telegram if you want them gone, too."),
    )
    screen = confirm_screen(
        question,
        keep=(t("‹ Keep everything"), OpenPrivacy()),
        go=(t("🗑 Erase everything"), Erase(nonce=new_nonce())),
        by_word=False,
    )
    await arrive(ctx, screen)


@router.callback_query(Erase.filter())
async def erase(_query: object, callback_data: Erase, ctx: Context) -> None:
    """Erase it and say so."""
    await erase_data(ctx.work.once(f"erase:{callback_data.nonce}"), ctx.me)
    await ctx.state.clear()
    await withdraw_commands_of(ctx.chat.bot, ctx.chat.id)
    await ctx.chat.show(Screen(ctx.t("Everything about you is erased. If you come back, send /start.")))
