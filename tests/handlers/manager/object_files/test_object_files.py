"""An object's documents: manager and owner add and remove them, tenants get what is theirs, the end is told in time."""

import datetime as dt

from domain.estate.leases.edit_lease import edit_lease
from domain.estate.leases.show_lease import show_lease
from domain.files.keep_document import keep_document
from domain.files.stored_file import FileId
from domain.people.person import Person as Member
from sandbox.images import picture
from tests.support.estate import new_manager
from tests.support.world import World

PDF = b"%PDF-1.7 "


async def test_documents_of_an_object(world: World) -> None:
    maria = await new_manager(world, "Мария", last_name="Котова")
    oleg = await maria.owner("Олег", "Зорин")
    irina = await maria.tenant("Ирина")
    boris = await maria.tenant("Борис")
    flat = await maria.manages(oleg.party)
    lease = await maria.lets(flat, irina.party)
    over = await maria.lets(flat, boris.party, starts_on=dt.date(2025, 1, 1), ends_on=dt.date(2025, 12, 31))

    await maria.writes("/menu")
    await maria.forges(f"kfi:{flat}:0:0")
    maria.sees("📎 Лесная, 4: документы", "Документов пока нет")
    await maria.taps("➕ Добавить")
    maria.sees("шаг 1 из 3–4", "Пришлите файлы: PDF, Word, Excel, фото")
    await maria.writes("вот")
    maria.sees("Пришлите файлы")
    await world.does(maria.person.sends_document, b"MZ", "Договор.pdf")
    maria.sees("Программы и файлы с макросами не храню", "Пришлите файлы")
    await world.does(maria.person.sends_document, PDF + b"insurance", "Страховка <1>.pdf")
    maria.sees("Получил 1 файл. Ещё?", "✅ Готово")
    await world.does(maria.person.sends_album, [picture(60), picture(61)])
    await world.later(seconds=10)
    maria.sees("Получил 3 файла")
    await maria.taps("✅ Готово")
    await maria.taps("Другое")
    maria.sees("До какого дня действует?")
    await maria.writes("1e5")
    maria.sees("не похоже на дату")
    await maria.writes("31 января")
    await maria.taps("И арендаторам")
    maria.sees("Добавлено 3 документа.", "Страховка <1>.pdf", "действует до 31 января 2027", "видят арендаторы")
    await maria.taps("3. 📎 Страховка")
    got = maria.person.screen
    assert (got.file, got.file_name) == (PDF + b"insurance", "Страховка <1>.pdf")

    # the owner sees them, adds one for the two of them alone, and may remove any
    await oleg.writes("/menu")
    await oleg.forges(f"kfi:{flat}:0:0")
    oleg.sees("всего 3", "Документ от 21 ноября", "Мария Котова")
    await oleg.taps("➕")
    await world.does(oleg.person.sends_document, PDF + b"deed", "Свидетельство.pdf")
    await oleg.taps("✅ Готово")
    await oleg.taps("Договор")
    await oleg.taps("Пропустить")
    await oleg.taps("Только нам")
    oleg.sees("Добавлен 1 документ.", "всего 4")
    await oleg.taps("2. 📎 Документ от")
    await oleg.taps("⚙️")
    await oleg.taps("🗑 Убрать")
    oleg.sees("Убрать этот документ?", "[‹ Оставить]")
    await oleg.taps("🗑 Убрать")
    oleg.sees("Убрано: Документ от 21 ноября", "всего 3", "↩️ Вернуть")
    await oleg.taps("↩️ Вернуть")
    oleg.sees("Вернул на место.")

    # the tenant gets their contract and what is for tenants; who has left gets nothing of the others'
    work, me = world.product.new_work(), await maria.me()
    contract = await _contract(world, me)
    view = await show_lease(work, me, lease)
    await edit_lease(world.product.new_work(), me, lease, view.lease.version, {"contract_file": contract})
    await irina.writes("/menu")
    await irina.forges(f"trf:{lease}:0:0")
    irina.sees("📎 Лесная, 4: документы · всего 4", "Страховка <1>.pdf", "Договор 7.pdf")
    assert "Свидетельство" not in irina.screen
    await irina.taps("4. 📎 Страховка")
    assert irina.person.screen.file == PDF + b"insurance"
    await irina.taps("1. 📎 Договор")
    assert irina.person.screen.file == PDF + b"contract"
    assert world.telegram.calls_of("sendDocument")[-1].params["protect_content"]
    await boris.writes("/menu")
    await boris.forges(f"trf:{over}:0:0")
    boris.sees("Документов пока нет")
    for data in (f"tgf:{over}:1", f"tgf:{lease}:1", f"trf:{lease}:0:0", f"kfi:{flat}:0:0", "ofg:1", "ofx:1", "oft:1:1"):
        heard = len(boris.heard)
        await boris.forges(data)
        assert len(boris.heard) == heard
        assert boris.person.toasts

    # a month before it runs out the manager is told, once
    world.clock.set(dt.datetime(2027, 1, 1, 5, 0, tzinfo=dt.UTC))
    await world.later(hours=0)
    assert not any("⏰ Документ" in one for one in maria.heard)
    await world.later(hours=2)
    told = [one for one in maria.heard if "⏰ Документ действует до 31 января" in one]
    assert len(told) == 3
    await world.later(days=2)
    assert len([one for one in maria.heard if "⏰ Документ" in one]) == 3
    await world.does(maria.person.taps, "⚙️", maria.person.message_with("⏰ Документ"))
    await maria.taps("📅 Срок")
    await maria.writes("через год")
    maria.sees("Сохранено.", "действует до")


async def _contract(world: World, me: Member) -> FileId:
    """A contract that the manager has sent for the lease."""
    sealed = await world.product.store.keep_document(PDF + b"contract", "Договор 7.pdf")
    return await keep_document(world.product.new_work(), me, sealed, None)


async def test_whoever_adds_a_document_is_reminded_of_its_end_even_where_little_time_is_left(world: World) -> None:
    maria = await new_manager(world)
    oleg = await maria.owner("Олег")
    tenant = await maria.tenant("Ирина")
    flat = await maria.manages(oleg.party)
    lease = await maria.lets(flat, tenant.party)
    await oleg.writes("/menu")
    await oleg.forges(f"kfi:{flat}:0:0")
    await oleg.taps("➕")
    await world.does(oleg.person.sends_document, PDF, "Полис.pdf")
    await oleg.taps("✅ Готово")
    await oleg.taps("Другое")
    oleg.sees("Напомню за месяц, а если осталось меньше — позже.")
    await oleg.writes("24 ноября")
    await oleg.writes("всем")
    oleg.sees("действует до 24 ноября", "видят арендаторы")
    await world.later(days=2)
    for one in (oleg, maria):
        assert sum("⏰ Документ действует до 24 ноября" in said for said in one.heard) == 1, one.heard
    await tenant.writes("/menu")
    await tenant.forges(f"trf:{lease}:0:0")
    tenant.sees("Полис.pdf", "действует до 24 ноября")
    assert "видят арендаторы" not in tenant.screen
