"""An owner with two objects on a fresh database."""

import pytest

from storage.database import Database
from tests.domain.calendar.landlord import Landlord
from tests.support.clock import HeldClock


@pytest.fixture
async def olga(database: Database, clock: HeldClock) -> Landlord:
    """Ольга, who lets two flats in Moscow."""
    return await Landlord(database, clock, 1).begin("Студия на Арбате", "Лесная, 4")
