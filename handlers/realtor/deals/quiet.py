"""A realtor asks to hear less about a lead or property: its news stays in the inbox; the same button undoes it."""

from aiogram import Router

from bot.chat import Chat
from bot.localization import Localizer
from domain.matching.leads.lead import LeadId
from domain.matching.properties.property import PropertyId
from domain.notifications.mute import mute_lead, mute_property
from domain.people.person import Person
from domain.work import Work
from handlers.realtor.deals.callbacks import Quiet
from handlers.realtor.deals.match_screens import quiet_about

router = Router(name="quiet")


@router.callback_query(Quiet.filter())
async def quiet(_query: object, callback_data: Quiet, chat: Chat, me: Person, t: Localizer, work: Work) -> None:
    """Mute or unmute; the message stays, its button turns."""
    wanted = callback_data.quiet
    if callback_data.side == "l":
        await mute_lead(work, me, LeadId(callback_data.row), quiet=wanted)
    else:
        await mute_property(work, me, PropertyId(callback_data.row), quiet=wanted)
    turned = callback_data.model_copy(update={"quiet": not wanted})
    await chat.change_button(quiet_about(t, turned))
    if wanted:
        await chat.toast(t("I will not write about this any more. All of it is in your notifications."))
    else:
        await chat.toast(t("I will write about this again."))
