"""What a tenant has reported to have paid is handed to them and goes with them; what was booked stays the manager's."""

import json

from domain.estate.money.report import ReportId
from tests.support.estate import RENT
from tests.support.rented import rented_in
from tests.support.world import World


async def test_reports_are_exported_and_their_words_and_receipts_erased(world: World) -> None:
    rented = await rented_in(world)
    oleg, manager = rented.oleg, rented.manager
    await oleg.forges(f"tip:{rented.lease}:0")
    await oleg.taps("Ноябрь")
    await oleg.taps("Сегодня")
    await oleg.writes("с карты жены, ей ни слова")
    await oleg.taps("✅ Сообщить")
    await manager.taps("✅ Подтвердить")
    await oleg.writes("/privacy")
    await oleg.taps("📦")
    kept = json.loads(oleg.person.screen.file or b"")["payments"]
    assert [one["note"] for one in kept["reports"]] == ["с карты жены, ей ни слова"]
    assert [one["minor"] for one in kept["accounts"]] == [RENT, RENT]
    await oleg.writes("/privacy")
    await oleg.taps("🗑 Стереть всё")
    await oleg.taps("🗑 Стереть всё")
    await world.settle()
    assert await rented.paid() == [RENT]
    assert all("жены" not in (one.note or "") for one in await rented.rows())
    work = world.product.new_work()
    async with work.reading():
        assert (await work.estate.payment_reports.get(ReportId(1))).note is None
