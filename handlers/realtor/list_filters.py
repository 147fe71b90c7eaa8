"""What a list of leads or properties can be made to show: active or archived, in which order, or only what is found."""

from bot.callbacks import Callback, Small
from bot.forms.wording import asking
from bot.lists.list_filters import archive_button, order_button
from bot.lists.list_search import ListSearch, words_question
from bot.localization import Localizer
from bot.screen import Row
from domain.matching.listing import Sort
from domain.matching.status import CardStatus
from handlers.realtor.callbacks import MyLeads, MyProperties

ORDERS = {
    Sort.NEWEST: "↕️ Newest",
    Sort.PRICE_UP: "↕️ Cheapest",
    Sort.PRICE_DOWN: "↕️ Dearest",
    Sort.MATCHES: "↕️ Most matches",
}
"""The orders, and what the button that changes the order says about the present one."""

List = MyLeads | MyProperties


class SearchCards(Callback, prefix="fnd"):
    """Type what to look for among the leads or the properties."""

    leads: bool
    archived: bool = False
    sort: Small = 0


SEARCH = ListSearch(
    name="find_in_list",
    find=SearchCards,
    question=words_question(
        asking("What are you looking for? Type a part of the address, the station or the title."),
        "Please type a word of it: a street, a station, a name.",
    ),
    asks=lambda press: SearchCards(leads=isinstance(press, MyLeads), archived=press.archived, sort=press.sort),
    listed=lambda asked: (MyLeads if asked["leads"] else MyProperties)(archived=asked["archived"], sort=asked["sort"]),
)


def status_of(press: List) -> CardStatus:
    """Which of them the button means."""
    return CardStatus.ARCHIVED if press.archived else CardStatus.ACTIVE


def filters(t: Localizer, press: List, total: int) -> Row:
    """The row that changes what the list shows."""
    archive = archive_button(t, press, in_use=t("✅ Active"))
    if not (total or press.archived or press.found):
        return [archive]
    return [archive, order_button(t, press, ORDERS), SEARCH.button(t, press)]
