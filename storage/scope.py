"""What repositories share while one piece of work is done: the open session, the sealer, the clock and the admins."""

from dataclasses import dataclass, field

from sqlalchemy.ext.asyncio import AsyncSession

from domain.clock import Clock
from domain.matching.rules import MatchRules
from storage.sealing import Sealer


@dataclass
class Scope:
    """The surroundings of repositories; there is a session only inside a transaction."""

    sealer: Sealer
    clock: Clock
    rules: MatchRules
    admin_ids: frozenset[int] = frozenset()
    """Telegram ids of the platform's admins."""
    open_session: AsyncSession | None = None
    person_keys: dict[int, bytes] = field(default_factory=dict)
    """Data keys unwrapped in this transaction."""

    @property
    def session(self) -> AsyncSession:
        """The session of the open transaction."""
        if self.open_session is None:
            raise RuntimeError("a repository is used outside a transaction")
        return self.open_session
