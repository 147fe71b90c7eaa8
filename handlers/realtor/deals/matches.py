"""A realtor's matches: all of them, of one lead or of one property, by status with counts; each opens as a card."""

from aiogram import Router
from markupsafe import Markup

from bot.callbacks import OpenProperty
from bot.files.photo_carousel import carousel
from bot.forms.model import Context
from bot.forms.screens import menu_button
from bot.lists.list_screen import Item, ListPage, list_screen, on_page
from bot.localization import Localizer, lines
from bot.opening import opens
from bot.screen import MOST_LABEL, Button, Row, Screen, label_of
from domain.matching.deals.list_matches import count_matches, list_matches
from domain.matching.deals.match import DealSide, MatchId, MatchStatus
from domain.matching.deals.match_view import MatchView
from domain.matching.deals.show_match import show_match
from domain.matching.leads.lead import LeadId
from domain.matching.properties.property import PropertyId
from domain.notifications.mute import mute_lead, mute_property
from domain.refusal import Conflict
from domain.typed import limits
from handlers.realtor.callbacks import MyLeads, MyMatches, MyProperties, OpenLead, OpenMatch
from handlers.realtor.deals import match_words as say
from handlers.realtor.deals.callbacks import OtherCard, Quiet
from handlers.realtor.deals.match_screens import match_screen, quiet_about
from handlers.realtor.words import client_line, lead_card, property_card

router = Router(name="matches")

SIZE = 4
"""Matches on a page: two rows of statuses stand below them."""
STATUSES = tuple(MatchStatus)
CHIPS = {
    MatchStatus.PENDING: "Open {count}",
    MatchStatus.ACCEPTED: "Agreed {count}",
    MatchStatus.REJECTED: "Closed {count}",
    MatchStatus.COMPLETED: "Done {count}",
}


@router.callback_query(OpenMatch.filter())
async def open_match(_query: object, callback_data: OpenMatch, ctx: Context) -> None:
    """Show one, in a message of its own if the button stands on an event."""
    view = await show_match(ctx.work, ctx.me, MatchId(callback_data.match))
    await ctx.chat.show(match_screen(ctx.t, view), new=callback_data.new)


async def show_as_it_is(ctx: Context, match_id: MatchId, changed: Conflict | None = None, *, new: bool = False) -> None:
    """Say what has changed, if anything, and show the match as it is now."""
    if changed is not None:
        await ctx.chat.toast(ctx.t.refusal(changed), alert=True)
    view = await show_match(ctx.work, ctx.me, match_id)
    await ctx.chat.show(match_screen(ctx.t, view, with_photo=False), new=new)


@opens(router, MyMatches)
async def matches_screen(ctx: Context, asked: MyMatches) -> Screen:
    """A page of the list that the button asks for."""
    t = ctx.t
    lead_id = LeadId(asked.row) if asked.side == "l" and asked.row else None
    property_id = PropertyId(asked.row) if asked.side == "p" and asked.row else None
    counts = await count_matches(ctx.work, ctx.me, lead_id=lead_id, property_id=property_id)
    status = STATUSES[asked.status - 1] if 0 < asked.status <= len(STATUSES) else None
    total = counts[status] if status is not None else sum(counts.values())
    number = on_page(asked.page, total, SIZE)
    found = await list_matches(
        ctx.work, ctx.me, lead_id=lead_id, property_id=property_id, status=status, offset=number * SIZE, limit=SIZE
    )
    items = [
        Item(
            Markup("{} {} · {}\n{}").format(
                say.SIGNS[view.match.status], say.score(t, view), say.pair_name(t, view), say.standing(t, view)
            ),
            _label(t, view),
            OpenMatch(match=view.match.id),
        )
        for view in found.items
    ]
    title, empty = _about(t, asked, anything=any(counts.values()))
    return list_screen(
        t,
        title=title,
        page=ListPage(items, found.total, number, SIZE),
        turn=asked,
        empty=empty,
        filters=_chips(t, asked, counts) if any(counts.values()) else [_first_steps(t)],
        back=_back(asked),
    )


def _label(t: Localizer, view: MatchView) -> str:
    sign = say.SIGNS[view.match.status]
    return label_of(say.what_differs(t, view, MOST_LABEL - len(sign) - 1), sign)


def _about(t: Localizer, asked: MyMatches, *, anything: bool) -> tuple[Markup, Markup]:
    titles = {"l": t("🤝 Matches of the lead"), "p": t("🤝 Matches of the property")}
    title = titles.get(asked.side, t("🤝 Matches")) if asked.row else t("🤝 Matches")
    if anything:
        return title, t("There are none like that.")
    return title, t("None yet. Look at what fits your leads and properties, and propose what you like.")


def _chips(t: Localizer, asked: MyMatches, counts: dict[MatchStatus, int]) -> list[Row]:
    chips = []
    for number, status in enumerate(STATUSES, start=1):
        is_chosen = asked.status == number
        label = t(CHIPS[status], count=counts[status])
        press = asked.model_copy(update={"status": 0 if is_chosen else number, "page": 0})
        chips.append(Button(Markup("• {}").format(label) if is_chosen else label, press))
    return [chips[:2], chips[2:]]


def _first_steps(t: Localizer) -> Row:
    return [Button(t("👤 My leads"), MyLeads()), Button(t("🏠 My properties"), MyProperties())]


def _back(asked: MyMatches) -> OpenLead | OpenProperty | None:
    if not asked.row:
        return None
    return OpenLead(lead=asked.row) if asked.side == "l" else OpenProperty(property=asked.row)


@router.callback_query(OtherCard.filter())
async def other_card(_query: object, callback_data: OtherCard, ctx: Context) -> None:
    """Show all that is open of the colleague's lead or property."""
    view = await show_match(ctx.work, ctx.me, MatchId(callback_data.match))
    await ctx.chat.show(other_screen(ctx.t, view, callback_data.photo))


def other_screen(t: Localizer, view: MatchView, photo: int) -> Screen:
    """The colleague's row in full, or one of its photos with its card."""
    back = [Button(t("‹ Back"), OpenMatch(match=view.match.id)), menu_button(t)]
    if view.side is DealSide.PROPERTY:
        text = lines(
            lead_card(t, view.lead, most_told=limits.LONG_TEXT), client_line(t, view.lead), say.colleague(t, view)
        )
        return Screen(text, [back])
    photos = view.offered.photos
    if not photo or not photos:
        whole = lines(property_card(t, view.offered, most_told=limits.LONG_TEXT), say.colleague(t, view))
        look = [Button(t("🖼 Photos: {count}", count=len(photos)), OtherCard(match=view.match.id, photo=1))]
        return Screen(whole, [look if photos else [], back])
    at = (photo - 1) % len(photos)
    turn = carousel(t, photos, at, lambda to: OtherCard(match=view.match.id, photo=to + 1))
    words = [Button(t("📄 In words"), OtherCard(match=view.match.id))]
    return Screen(property_card(t, view.offered), [turn, words, back], photos[at])


@router.callback_query(Quiet.filter())
async def quiet(_query: object, callback_data: Quiet, ctx: Context) -> None:
    """Mute or unmute; the message stays, its button turns."""
    t = ctx.t
    wanted = callback_data.quiet
    if callback_data.side == "l":
        await mute_lead(ctx.work, ctx.me, LeadId(callback_data.row), quiet=wanted)
    else:
        await mute_property(ctx.work, ctx.me, PropertyId(callback_data.row), quiet=wanted)
    turned = callback_data.model_copy(update={"quiet": not wanted})
    await ctx.chat.change_button(quiet_about(t, turned))
    if wanted:
        await ctx.chat.toast(t("I will not write about this any more. All of it is in your notifications."))
    else:
        await ctx.chat.toast(t("I will write about this again."))
