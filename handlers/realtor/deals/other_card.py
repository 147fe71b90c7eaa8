"""The colleague's lead or property of a match in full: every field that is open, the whole text, each photo."""

from aiogram import Router

from bot.chat import Chat
from bot.files.photo_carousel import carousel
from bot.forms.screens import menu_button
from bot.localization import Localizer, lines
from bot.screen import Button, Screen
from domain.matching.deals.match import DealSide, MatchId
from domain.matching.deals.match_view import MatchView
from domain.matching.deals.show_match import show_match
from domain.people.person import Person
from domain.typed import limits
from domain.work import Work
from handlers.realtor.callbacks import OpenMatch
from handlers.realtor.deals import match_words as say
from handlers.realtor.deals.callbacks import OtherCard
from handlers.realtor.words import client_line, lead_card, property_card

router = Router(name="other_card")


@router.callback_query(OtherCard.filter())
async def other_card(
    _query: object, callback_data: OtherCard, chat: Chat, me: Person, t: Localizer, work: Work
) -> None:
    """Show all that is open of the colleague's lead or property."""
    view = await show_match(work, me, MatchId(callback_data.match))
    await chat.show(other_screen(t, view, callback_data.photo))


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
