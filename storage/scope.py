"""What repositories share while one piece of work is done: the open session, the sealer, the clock and the admins."""

from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.clock import Clock
from domain.matching.deals.rules import MatchRules
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

    async def one(self, query: Select[Any], *, hold: bool = False) -> Any:
        """What the query finds, or None; `hold` keeps others from changing it in this transaction."""
        if hold:
            query = query.with_for_update(key_share=True).execution_options(populate_existing=True)
        return await self.session.scalar(query)

    async def keep(self, entity: Any) -> None:
        """Keep a new or changed entity; gives a new one its id."""
        self.session.add(entity)
        await self.session.flush()
