"""A realtor sees the colleague's Telegram contact and phone, once both have agreed on the commission."""

from dataclasses import dataclass

from domain.matching.deals.disclosure import REALTOR, may_see, stage_of
from domain.matching.deals.match import MatchId, MatchStatus
from domain.people.names import names_of
from domain.people.person import Action, Person
from domain.refusal import Refusal
from domain.work import Work, query

ABOUT_PERSON = "person"
"""Under what the vault keeps a person's own data."""


@dataclass(frozen=True, slots=True)
class ColleagueContact:
    """How to reach the colleague."""

    first_name: str
    last_name: str | None
    agency: str | None
    telegram_id: int
    username: str | None
    phone: str | None


@query(Action.NEGOTIATE)
async def contact_of(work: Work, actor: Person, match_id: MatchId) -> ColleagueContact:
    """The other side's contact; a `Refusal` before the agreement, `NotFound` for who has no side in the match."""
    match = await work.matching.matches.get(match_id)
    side = match.side_of(actor.id)
    if not may_see(REALTOR, "phone", stage_of(match)):
        if match.status is MatchStatus.REJECTED:
            match.must_be_pending()
        raise Refusal("Contacts open when you have agreed on the commission.")
    colleague = await work.people.get(match.realtor(side.other))
    if colleague.erased_at is not None:
        raise Refusal("Your colleague has left and erased their data.")
    private, names = await work.vault.read(colleague.id, ABOUT_PERSON), await names_of(work, colleague)
    return ColleagueContact(
        first_name=names.first,
        last_name=names.last,
        agency=colleague.agency,
        telegram_id=colleague.telegram_id,
        username=colleague.username,
        phone=private.get("phone"),
    )
