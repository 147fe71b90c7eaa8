"""A realtor puts a lead into the archive after being asked, and can take it back at once or later."""

from aiogram import Router

from bot.confirm import confirm_screen
from bot.forms import Surrounding, menu_button
from bot.screen import Button, Screen
from bot.speech import bold, lines
from domain.matching.archive_lead import archive_lead
from domain.matching.lead import LeadId
from domain.matching.restore_lead import restore_lead
from domain.matching.show_lead import show_lead
from domain.refusal import Conflict
from handlers.realtor.presses import ArchiveLead, MyLeads, OpenLead, RestoreLead
from handlers.realtor.restored import active_again
from handlers.realtor.show_lead import show_card
from handlers.realtor.words import lead_line

router = Router(name="archive_lead")


@router.callback_query(ArchiveLead.filter())
async def archive(_query: object, callback_data: ArchiveLead, around: Surrounding) -> None:
    """Ask, or do it."""
    t = around.t
    lead_id = LeadId(callback_data.lead)
    view = await show_lead(around.work, around.me, lead_id)
    line = lead_line(t, view.lead)
    if not callback_data.sure and view.lead.is_active:
        question = lines(
            bold(t("Put it into the archive?")),
            line,
            "",
            t("Colleagues will not see it any more, and talks that are open about it will be closed."),
        )
        keep = (t("‹ Keep it"), OpenLead(lead=lead_id))
        await around.chat.show(confirm_screen(question, keep=keep, go=(t("🗄 To archive"), sure_of(callback_data))))
        return
    try:
        await archive_lead(around.work, around.me, lead_id)
    except Conflict as conflict:
        await around.chat.toast(t.refusal(conflict))
        await show_card(around, lead_id)
        return
    back = Button(t("↩️ Restore"), RestoreLead(lead=lead_id))
    await around.chat.show(
        Screen(
            lines(bold(t("In the archive")), line),
            [[back, Button(t("👤 My leads"), MyLeads())], [menu_button(t)]],
        )
    )


@router.callback_query(RestoreLead.filter())
async def restore(_query: object, callback_data: RestoreLead, around: Surrounding) -> None:
    """Bring it back and show it."""
    t = around.t
    try:
        reopened = await restore_lead(around.work, around.me, LeadId(callback_data.lead))
        notice = active_again(t, reopened)
    except Conflict as conflict:
        await around.chat.toast(t.refusal(conflict))
        notice = None
    await show_card(around, callback_data.lead, notice)


def sure_of(press: ArchiveLead) -> ArchiveLead:
    """The button of somebody who has been asked."""
    return press.model_copy(update={"sure": True})
