"""Old news of who has no access any more keep their headers; opening one says who has ended it, and when."""

import pytest

from domain.notifications.notification import NotificationKind
from handlers.common.headers import HEADERS
from tests.support.estate import new_manager
from tests.support.metered import home_in
from tests.support.world import World

pytestmark = pytest.mark.one_database


def test_every_kind_of_news_has_a_header() -> None:
    assert set(HEADERS) == set(NotificationKind)
    assert len(set(HEADERS.values())) == len(HEADERS)


async def test_old_news_of_a_removed_tenant_keep_their_headers(world: World) -> None:
    home = await home_in(world)
    maria, ivan = home.manager, home.tenant
    await home.has_meter()
    await world.later(days=1)
    await maria.forges(f"krs:{home.lease}")
    await ivan.writes("/notifications")
    await maria.forges(f"kpr:{ivan.party}:1")
    await world.settle()
    await ivan.writes("/notifications")
    ivan.sees("Напоминание об оплате (уже не открыть)", "Просили показания (уже не открыть)", "Ваш доступ закрыт")
    assert "другая роль" not in ivan.screen
    await ivan.taps("2 🔔")
    ivan.sees("🔔 Напоминание об оплате", "Ваш доступ закрыт с 22 ноября, 15:01: Мария.")
    assert "другая роль" not in ivan.screen
    stranger = await new_manager(world, "Чужая")
    await stranger.writes("/notifications")
    assert "Напоминание" not in stranger.screen
