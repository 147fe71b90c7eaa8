"""A realtor puts a lead into the archive after being asked, and can take it back at once or later."""

from aiogram import Router

from bot.confirm import confirm_screen
from bot.forms.model import Context
from bot.forms.screens import menu_button
from bot.localization import bold, lines
from bot.screen import Button, Screen
from domain.matching.leads.archive_lead import archive_lead
from domain.matching.leads.lead import LeadId
from domain.matching.leads.restore_lead import restore_lead
from domain.matching.leads.show_lead import show_lead
from domain.refusal import Conflict
from handlers.realtor.callbacks import ArchiveLead, MyLeads, OpenLead, RestoreLead
from handlers.realtor.leads.show_lead import show_card
from handlers.realtor.restored import active_again
from handlers.realtor.words import lead_line

router = Router(name="archive_lead")


@router.callback_query(ArchiveLead.filter())
async def archive(_query: object, callback_data: ArchiveLead, ctx: Context) -> None:
    """Ask, or do it."""
    t = ctx.t
    lead_id = LeadId(callback_data.lead)
    view = await show_lead(ctx.work, ctx.me, lead_id)
    line = lead_line(t, view.lead)
    if not callback_data.sure and view.lead.is_active:
        question = lines(
            bold(t("Put it into the archive?")),
            line,
            "",
            t("Colleagues will not see it any more, and talks that are open about it will be closed."),
        )
        keep = (t("‹ Keep it"), OpenLead(lead=lead_id))
        await ctx.chat.show(confirm_screen(question, keep=keep, go=(t("🗄 To archive"), sure_of(callback_data))))
        return
    try:
        await archive_lead(ctx.work, ctx.me, lead_id)
    except Conflict as conflict:
        await ctx.chat.toast(t.refusal(conflict))
        await show_card(ctx, lead_id)
        return
    back = Button(t("↩️ Restore"), RestoreLead(lead=lead_id))
    await ctx.chat.show(
        Screen(
            lines(bold(t("In the archive")), line),
            [[back, Button(t("👤 My leads"), MyLeads())], [menu_button(t)]],
        )
    )


@router.callback_query(RestoreLead.filter())
async def restore(_query: object, callback_data: RestoreLead, ctx: Context) -> None:
    """Bring it back and show it."""
    t = ctx.t
    try:
        reopened = await restore_lead(ctx.work, ctx.me, LeadId(callback_data.lead))
        notice = active_again(t, reopened)
    except Conflict as conflict:
        await ctx.chat.toast(t.refusal(conflict))
        notice = None
    await show_card(ctx, callback_data.lead, notice)


def sure_of(press: ArchiveLead) -> ArchiveLead:
    """The button of somebody who has been asked."""
    return press.model_copy(update={"sure": True})
