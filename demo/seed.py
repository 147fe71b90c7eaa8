"""Fill an empty database by the product's own use cases: realtors with properties, leads, and deals in every state."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from demo import homes
from demo.estate import Demo
from demo.people import BUSY, PEOPLE, DemoPerson
from demo.pictures import picture
from domain.files.keep_photo import keep_photo
from domain.files.stored_file import FileId
from domain.matching.deals.accept_offer import accept_offer
from domain.matching.deals.counter_offer import counter_offer
from domain.matching.deals.mark_completed import mark_completed
from domain.matching.deals.match import DealSide, MatchId, OfferId
from domain.matching.deals.reject_match import reject_match
from domain.matching.deals.show_match import show_match
from domain.matching.leads.add_lead import add_lead
from domain.matching.leads.lead import LeadId
from domain.matching.leads.list_leads import list_leads
from domain.matching.properties.add_property import add_property
from domain.matching.properties.property import PropertyId
from domain.matching.recommendations.like import like
from domain.matching.recommendations.recommend_properties import recommend_properties
from domain.people.change_pushes import change_quiet_hours
from domain.people.meet import Account, meet
from domain.people.person import Person, PersonId, Role
from domain.people.take_up_role import take_up_role
from sandbox import Telegram

if TYPE_CHECKING:
    from composition import Product

PROPERTIES_EACH = 20
LEADS_EACH = 10
PHOTOS_EACH = 8
DEALS_EACH = 3
"""Deals that each realtor's leads are in the middle of."""


def populate(telegram: Telegram) -> None:
    """Give the demo people their Telegram accounts; all but the newcomers have pressed Start before."""
    for one in PEOPLE:
        person = telegram.person(
            one.first_name,
            last_name=one.last_name,
            username=one.username,
            language_code=one.language,
            phone=one.phone,
            user_id=one.user_id,
            role=one.shown_as,
            story=one.story,
        )
        if one.has_started:
            person.start()


async def seed(product: "Product") -> bool:
    """Fill the database, unless somebody is in it already; returns whether it was empty."""
    work = product.new_work()
    async with work.reading():
        if await work.people.by_telegram(PEOPLE[0].user_id) is not None:
            return False
    realtors = [await _enrol(product, one) for one in PEOPLE if one.roles == (Role.REALTOR,)]
    busy = [(me, one) for me, one in realtors if one in BUSY]
    for number, (me, one) in enumerate(busy):
        market = next(market for market in (homes.MOSCOW, homes.BISHKEK) if market.city == one.city)
        photos = await _photos(product, me, number)
        await _offer(product, me, market, photos, number)
        await _look_for(product, me, market, number)
    for number, (me, _) in enumerate(busy):
        await _deal(product, me, number)
    await Demo(product).fill()
    return True


async def _enrol(product: "Product", one: DemoPerson) -> tuple[Person, DemoPerson]:
    account = Account(one.user_id, one.first_name, one.last_name or None, one.username, one.language)
    me = await meet(product.new_work(), account)
    await take_up_role(product.new_work(), me, Role.REALTOR, one.phone)
    await change_quiet_hours(product.new_work(), me, None)
    return me, one


async def _photos(product: "Product", me: Person, number: int) -> list[FileId]:
    kept = []
    for index in range(PHOTOS_EACH):
        name, size, sha256 = await product.store.keep_photo(picture(number * PHOTOS_EACH + index))
        kept.append(await keep_photo(product.new_work(), me, name, size, sha256))
    return kept


async def _offer(
    product: "Product", me: Person, market: homes.Market, photos: Sequence[FileId], number: int
) -> list[PropertyId]:
    kept = []
    for index, draft in enumerate(homes.properties(market, PROPERTIES_EACH, number)):
        first = index % PHOTOS_EACH
        draft.photos = tuple(dict.fromkeys((photos[first], photos[(first + 1) % PHOTOS_EACH], photos[first - 1])))
        kept.append(await add_property(product.new_work(), me, draft))
    return kept


async def _look_for(product: "Product", me: Person, market: homes.Market, number: int) -> list[LeadId]:
    drafts = homes.leads(market, LEADS_EACH, 100 + number)
    return [await add_lead(product.new_work(), me, draft) for draft in drafts]


async def _deal(product: "Product", me: Person, number: int) -> None:
    """Bring some of the realtor's leads together with colleagues' properties, each a step further."""
    mine = await list_leads(product.new_work(), me, limit=DEALS_EACH)
    for index, listed in enumerate(mine.items):
        lead_id = listed.item.id
        found = await recommend_properties(product.new_work(), me, lead_id)
        if found.card is None:
            continue
        offered = found.card.item
        colleague = await _person(product, found.card.realtor.id)
        match_id = await like(
            product.new_work(), me, DealSide.LEAD, lead_id, offered.id, 4500, "Клиент готов смотреть завтра"
        )
        await _go_on(product, me, colleague, match_id, number * DEALS_EACH + index)


async def _go_on(product: "Product", me: Person, colleague: Person, match_id: MatchId, how_far: int) -> None:
    """Let the colleague answer, or not, so that there are deals in every state."""
    offer_id = await _last_offer(product, colleague, match_id)
    match how_far % 6:
        case 1:
            await counter_offer(product.new_work(), colleague, match_id, offer_id, 4000, "Собственник просит 40")
        case 2:
            await accept_offer(product.new_work(), colleague, match_id, offer_id)
        case 3:
            await reject_match(product.new_work(), colleague, match_id, offer_id)
        case 4:
            await accept_offer(product.new_work(), colleague, match_id, offer_id)
            await mark_completed(product.new_work(), me, match_id)
        case 5:
            await accept_offer(product.new_work(), colleague, match_id, offer_id)
            await mark_completed(product.new_work(), me, match_id)
            await mark_completed(product.new_work(), colleague, match_id)
        case _:
            pass


async def _last_offer(product: "Product", who: Person, match_id: MatchId) -> OfferId:
    return (await show_match(product.new_work(), who, match_id)).offers[-1].id


async def _person(product: "Product", person_id: PersonId) -> Person:
    work = product.new_work()
    async with work.reading():
        return await work.people.get(person_id)
