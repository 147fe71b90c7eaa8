"""What tenants have reported to have paid: handed to them, and without their words and receipts once they are gone.

What was booked is the manager's account of an object; it stays, and says no more whose it was.
"""

from typing import Any

from domain.estate.parties.party import PartyKind
from domain.ledger.entry import account_of_lease
from domain.people.person import Person
from domain.personal_data import PersonalDataArea, plain
from domain.work import Work


async def _export(work: Work, person: Person) -> Any:
    parties = await work.estate.parties.acting(person.id, PartyKind.TENANT)
    leases = await work.estate.leases.of_tenants([one.id for one in parties])
    entries = await work.ledger.of([account_of_lease(one.id) for one in leases])
    return {
        "accounts": [plain(one, "booked_by") for one in entries],
        "reports": [plain(one, "person_id", "version") for one in await work.estate.payment_reports.made_by(person.id)],
    }


async def _erase(work: Work, person: Person) -> None:
    for report in await work.estate.payment_reports.made_by(person.id):
        report.note, report.receipt = None, None
        await work.estate.payment_reports.save(report)


PAYMENTS = PersonalDataArea("payments", _export, _erase)
