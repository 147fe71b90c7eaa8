"""A realtor looks at one of their leads: every wish, the client, what fits, and what can be done with it."""

from aiogram import Router
from markupsafe import Markup

from bot.forms.model import Context
from bot.forms.screens import menu_button
from bot.localization import Localizer, bold, lines, quiet
from bot.screen import Button, Row, Screen
from domain.matching.deals.match import MatchStatus
from domain.matching.leads.lead import LeadId
from domain.matching.leads.show_lead import LeadView, show_lead
from handlers.realtor.callbacks import (
    ArchiveLead,
    EditLead,
    MyLeads,
    MyMatches,
    OpenLead,
    RestoreLead,
    ShowPropertiesFor,
)
from handlers.realtor.words import lead_card, lead_name, private_lines

router = Router(name="show_lead")


@router.callback_query(OpenLead.filter())
async def open_lead(_query: object, callback_data: OpenLead, ctx: Context) -> None:
    """The card."""
    view = await show_lead(ctx.work, ctx.me, LeadId(callback_data.lead))
    await ctx.chat.show(lead_screen(ctx.t, view), new=callback_data.new)


async def show_card(ctx: Context, lead_id: int, notice: Markup | None = None) -> None:
    """The card as it is now, with what has just happened."""
    view = await show_lead(ctx.work, ctx.me, LeadId(lead_id))
    await ctx.chat.show(lead_screen(ctx.t, view, notice=notice))


def lead_screen(t: Localizer, view: LeadView, *, notice: Markup | None = None) -> Screen:
    """The owner's card of a lead."""
    one = view.lead
    text = lines(
        *((notice, "") if notice is not None else ()),
        bold(lead_name(t, one)) if one.title else None,
        lead_card(t, one),
        private_lines(t, view),
        quiet(_state(t, view)),
    )
    rows: list[Row] = [
        _ways_to_deals(t, view),
        _ways_to_change(t, view),
        [Button(t("‹ My leads"), MyLeads(archived=not one.is_active)), menu_button(t)],
    ]
    return Screen(text, rows)


def _state(t: Localizer, view: LeadView) -> Markup:
    one = view.lead
    if one.deal_done:
        return t("🏁 Deal done, in the archive since {date}", date=one.archived_at)
    if not one.is_active:
        return t("In the archive since {date}", date=one.archived_at)
    return t("Added on {date}", date=one.created_at.astimezone(t.zone).date())


def _ways_to_deals(t: Localizer, view: LeadView) -> Row:
    one = view.lead
    matches = sum(count for status, count in view.matches.items() if status is not MatchStatus.REJECTED)
    talks = Button(t("🤝 Matches: {count}", count=matches), MyMatches(side="l", row=one.id))
    if not one.is_active:
        return [talks] if matches else []
    return [Button(t("👀 Properties: {count}", count=view.fitting), ShowPropertiesFor(lead=one.id)), talks]


def _ways_to_change(t: Localizer, view: LeadView) -> Row:
    one = view.lead
    edit = Button(t("✏️ Edit"), EditLead(lead=one.id, version=one.version))
    if not one.is_active:
        return [Button(t("↩️ Restore"), RestoreLead(lead=one.id)), edit]
    return [
        edit,
        Button(t("🗄 To archive"), ArchiveLead(lead=one.id)),
    ]
