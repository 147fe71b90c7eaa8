"""A lease being agreed or changed in the chat: its terms, and what has to be known to ask for them."""

import datetime as dt
from dataclasses import dataclass, fields

from bot.forms.model import CompletedForm, Context
from domain.estate.leases.lease import Lease, RentStep
from domain.estate.leases.lease_terms import LeaseTerms
from domain.estate.leases.must_be_free import check_term
from domain.estate.leases.new_lease import NewLease
from domain.estate.leases.past_rent import PastRent
from domain.estate.objects.premises import Category, Premises, PremisesId
from domain.money import Money

WHOLE = frozenset({Category.FLAT, Category.ROOM, Category.GARAGE})
"""What is hardly ever let in parts, so that nobody is asked."""


@dataclass(kw_only=True)
class Letting(LeaseTerms):
    """The terms, and beside them what the questions need."""

    currency: str = "RUB"
    today: dt.date = dt.date.min
    whole: int | None = None
    """The area of the object."""
    free_from: dt.date | None = None
    """When it becomes free, if it is not now."""
    free: int | None = None
    """How much is free now."""
    area_said: bool = False
    """Whether it has been said which part is let."""
    end_said: bool = False
    """Whether it has been said that no end is agreed."""
    past: PastRent | None = None
    """Whether the months that are due already were paid."""
    prolong_from: dt.date | None = None
    """The day after the present end, from which a longer term is counted."""

    proposed: bool = False
    """Whether the term and the due day are proposed rather than asked about: an open end, the day of the first one."""

    @classmethod
    def new(cls, about: NewLease, *, proposed: bool = False) -> "Letting":
        """Nothing agreed yet; `proposed` if no more is to be asked than has to be."""
        one = about.premises
        return cls(
            tenant_id=about.tenant.id,
            currency=one.currency,
            today=about.today,
            whole=one.area,
            free=about.free,
            free_from=about.free_from,
            area_said=proposed or one.area is None or (one.category in WHOLE and about.free == one.area),
            end_said=proposed,
            proposed=proposed,
        )

    @classmethod
    def changing(cls, lease: Lease, premises: Premises, today: dt.date) -> "Letting":
        """As it is agreed."""
        terms = LeaseTerms.of(lease)
        return cls(
            **{one.name: getattr(terms, one.name) for one in fields(terms)},
            currency=lease.currency,
            today=today,
            whole=premises.area,
            area_said=True,
            end_said=True,
            prolong_from=lease.ends_on + dt.timedelta(days=1) if lease.ends_on is not None else None,
        )

    @property
    def rented(self) -> int | None:
        """How much is rented, if that is known."""
        return self.whole if self.area is None else self.area

    @property
    def rent_money(self) -> Money | None:
        """What a month costs."""
        return None if self.rent is None else Money(self.rent, self.currency)

    @property
    def terms(self) -> LeaseTerms:
        """What is agreed."""
        return LeaseTerms(**{one.name: getattr(self, one.name) for one in fields(LeaseTerms)})

    def drafted(self) -> Lease | None:
        """The lease as it would be, to show what falls due; None while too little is known. Nothing is kept."""
        terms = self.terms
        starts_on, rent, due_day, tenant_id = terms.starts_on, terms.rent, terms.due_day, terms.tenant_id
        if starts_on is None or rent is None or due_day is None or tenant_id is None:
            return None
        return Lease(
            premises_id=PremisesId(0),
            tenant_id=tenant_id,
            created_at=dt.datetime.combine(self.today, dt.time(), tzinfo=dt.UTC),
            starts_on=starts_on,
            ends_on=terms.ends_on,
            area=terms.area,
            currency=self.currency,
            rent=(RentStep(starts_on, rent),),
            due_day=due_day,
        )


async def term_is_free(filled: CompletedForm[Letting], ctx: Context) -> None:
    """Refuse what is let already; of a lease that is being changed, saving it does so at the same question."""
    draft, premises = filled.draft, filled.context.get("premises")
    if premises is None or draft.starts_on is None:
        return
    has_end = draft.ends_on is not None or draft.end_said
    await check_term(
        ctx.work,
        ctx.me,
        PremisesId(premises),
        draft.starts_on,
        draft.ends_on if has_end else draft.starts_on,
        area=draft.area,
        may_be_part=not draft.area_said,
    )
