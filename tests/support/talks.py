"""Two realtors in the middle of something: Анна has a flat on the Arbat, Ирина a client for it."""

from dataclasses import dataclass

from tests.support.realtors import Realtor, realtor
from tests.support.world import World


@dataclass
class Talk:
    """The two, the lead and the flat."""

    anna: Realtor
    irina: Realtor
    lead: int
    flat: int

    async def looks(self) -> None:
        """Ирина looks at what fits her lead."""
        await self.irina.writes("/menu")
        await self.irina.forges(f"pf:{self.lead}")

    async def opens(self, share: str = "45") -> None:
        """Ирина proposes the flat for her client."""
        await self.looks()
        await self.irina.taps("👍")
        await self.irina.taps(share)

    async def agrees(self) -> None:
        """They agree on 45 %."""
        await self.opens()
        await self.anna.taps("✅")


async def talk_in(world: World) -> Talk:
    """Both are at their desks."""
    anna = await realtor(world, "Анна", username="anna_realtor")
    irina = await realtor(world, "Ирина", "Петрова", agency="Этажи")
    return Talk(anna, irina, await irina.seeks(title="Молодая пара"), await anna.offers())
