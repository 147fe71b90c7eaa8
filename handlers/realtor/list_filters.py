"""What a list of leads or properties can be made to show: active or archived, in which order, or only what is found."""

from aiogram.fsm.context import FSMContext

from bot.callbacks import Callback, Small
from bot.localization import Localizer
from bot.screen import Button, Row
from domain.matching.listing import Sort
from domain.matching.status import CardStatus
from handlers.realtor.callbacks import MyLeads, MyProperties

SORTED = {
    Sort.NEWEST: "↕️ Newest",
    Sort.PRICE_UP: "↕️ Cheapest",
    Sort.PRICE_DOWN: "↕️ Dearest",
    Sort.MATCHES: "↕️ Most matches",
}
"""The orders, and what the button that changes the order says about the present one."""
SORTS = tuple(SORTED)

List = MyLeads | MyProperties


class SearchCards(Callback, prefix="fnd"):
    """Type what to look for among the leads or the properties."""

    leads: bool
    archived: bool = False
    sort: Small = 0


def sort_of(press: List) -> Sort:
    """The order that the button means."""
    return SORTS[press.sort % len(SORTS)]


def status_of(press: List) -> CardStatus:
    """Which of them the button means."""
    return CardStatus.ARCHIVED if press.archived else CardStatus.ACTIVE


def filters(t: Localizer, press: List) -> Row:
    """The row that changes what the list shows."""
    other = press.model_copy(update={"archived": not press.archived, "page": 0})
    resorted = press.model_copy(update={"sort": (press.sort + 1) % len(SORTS), "page": 0})
    everything = press.model_copy(update={"found": False, "page": 0})
    find = SearchCards(leads=isinstance(press, MyLeads), archived=press.archived, sort=press.sort)
    return [
        Button(t("✅ Active") if press.archived else t("🗄 Archive"), other),
        Button(t(SORTED[sort_of(press)]), resorted),
        Button(t("✖️ Show all"), everything) if press.found else Button(t("🔎 Find"), find),
    ]


async def searched(state: FSMContext, press: List) -> str | None:
    """The words that the list is narrowed to, if it is."""
    if not press.found:
        return None
    kept = (await state.get_data()).get("searched", {})
    words = kept.get(_name(press))
    return words if isinstance(words, str) else None


async def search(state: FSMContext, press: List, words: str) -> List:
    """Keep the words with the conversation; the button that shows what they find."""
    data = await state.get_data()
    await state.set_data({**data, "searched": {**data.get("searched", {}), _name(press): words}})
    return press.model_copy(update={"found": True, "page": 0})


def _name(press: List) -> str:
    return "leads" if isinstance(press, MyLeads) else "properties"
