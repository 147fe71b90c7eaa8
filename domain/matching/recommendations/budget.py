"""A budget is what a client can pay: from, up to, or both, in one currency."""

from dataclasses import dataclass

from domain.money import Money


@dataclass(frozen=True, slots=True)
class Budget:
    """Bounds in minor units of an ISO 4217 currency; at least one of them is known."""

    least: int | None
    most: int | None
    currency: str

    @property
    def from_(self) -> Money | None:
        """The lower bound."""
        return None if self.least is None else Money(self.least, self.currency)

    @property
    def to(self) -> Money | None:
        """The upper bound."""
        return None if self.most is None else Money(self.most, self.currency)

    def meant_in(self, currency: str) -> "Budget":
        """The same figures in another currency."""
        least, most = (None if one is None else Money.of(one.major, currency).minor for one in (self.from_, self.to))
        return Budget(least, most, currency)
