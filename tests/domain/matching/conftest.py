"""An agency on a fresh database, and two realtors who work there."""

import pytest

from storage.database import Database
from tests.domain.matching.agency import Agency, Realtor
from tests.support.clock import HeldClock


@pytest.fixture
def agency(database: Database, clock: HeldClock) -> Agency:
    """An agency in which nobody works yet."""
    return Agency(database, clock)


@pytest.fixture
async def anna(agency: Agency) -> Realtor:
    """Anna, who has flats to sell."""
    return await agency.hires("Анна", agency="Эталон", phone="+79000000001", username="anna")


@pytest.fixture
async def irina(agency: Agency) -> Realtor:
    """Irina, who has clients that look for flats."""
    return await agency.hires("Ирина", agency="Уют", phone="+79000000002")
