"""A manager, a tenant and an owner write each other: told at once, answered from the push, read, found again."""

from pathlib import Path

import pytest

from domain.estate.parties.party import PartyKind
from sandbox.images import picture
from storage.database import metadata
from tests.support.estate import new_landlord, new_manager
from tests.support.pictures import heic
from tests.support.somebody import plainly
from tests.support.world import World

PDF = b"%PDF-1.7 secret contract"


async def test_a_conversation_of_three(world: World) -> None:
    maria = await new_manager(world, "Мария", last_name="Котова")
    irina = await maria.tenant("Ирина", "Петрова")
    oleg = await maria.owner("Олег", "Зорин", language="en")
    flat = await maria.manages(oleg.party)
    await maria.manages(oleg.party, name="Арбат, 10")
    await maria.lets(flat, irina.party)

    await irina.writes("/messages")
    irina.sees("Сообщений пока нет")
    await irina.taps("✍️ Написать")
    irina.sees("Кому напишем?", "Мария Котова, управляющий")
    await irina.taps("Мария")
    irina.sees("✍️ Кому: Мария Котова, управляющий", "Объект: Лесная, 4")
    await irina.writes("Кран снова <b>течёт</b> & капает")
    irina.sees("✉️ Отправлено: Мария Котова")
    maria.sees("✉️ Ирина Петрова, арендатор", "Лесная, 4", "Кран снова <b>течёт</b> & капает", "[✍️ Ответить]")

    # an answer by Telegram's own reply, without any button
    push = maria.person.screen
    await world.does(maria.person.writes, "Мастер будет в пятницу", reply_to=push)
    maria.sees("✉️ Отправлено: Ирина Петрова")
    irina.sees("✉️ Мария Котова, управляющий", "Мастер будет в пятницу")
    await irina.taps("📜")
    irina.sees("Вы · 21 ноября", "прочитано", "Кран снова <b>течёт</b> & капает", "Мастер будет в пятницу")

    # what is typed next goes there too, until another button is pressed
    await maria.writes("И сантехника позовём")
    irina.sees("И сантехника позовём")
    await maria.taps("✅ Готово")
    maria.sees("✉️ Ирина Петрова, арендатор", "И сантехника позовём")
    heard = len(irina.heard)
    await maria.writes("Это уже никому")
    assert len(irina.heard) == heard
    maria.sees("Не понял вас")

    # a manager writes first, about one of two objects, with a document; English reads English
    await maria.writes("/messages")
    await maria.taps("✍️ Написать")
    await maria.writes("зорин")
    maria.sees("✍️ Кому: «зорин»", "Олег Зорин, собственник")
    assert "Ирина" not in maria.screen
    await maria.taps("Олег")
    await maria.taps("🏠 Арбат")
    maria.sees("Объект: Арбат, 10", "• Арбат, 10")
    await world.does(maria.person.sends_document, PDF, "Договор 7.pdf", "На подпись")
    got = oleg.person.screen
    assert (got.kind, got.file, got.file_name) == ("document", PDF, "Договор 7.pdf")
    oleg.sees("✉️ Мария Котова, manager", "Арбат, 10", "На подпись", "[✍️ Answer] [📜 History]")
    await oleg.taps("✍️")
    await oleg.writes("Signed, thanks")
    maria.sees("Олег Зорин, собственник", "Signed, thanks")

    # who has not looked sees how much is new, in all and in each conversation
    await irina.writes("/messages")
    await irina.taps("✉️ Мария")
    await irina.taps("✍️ Написать")
    await irina.writes("А когда именно?")
    await maria.writes("/messages")
    maria.sees(
        "всего 2",
        "2 непрочитанных сообщения",
        "Ирина Петрова, арендатор · Лесная, 4 · …00-02 · 1 новое",
        "«А когда именно?»",
    )
    maria.sees("[• Все] [Новые: 2] [Без ответа: 2]")
    await maria.taps("Без ответа")
    await maria.taps("✉️ Олег")
    maria.sees("Signed, thanks", "[📎 ", "✔️ Ответ не нужен")
    await maria.taps("✔️ Ответ не нужен")
    await maria.taps("✉️ Сообщения")
    maria.sees("1 непрочитанное сообщение", "[• Все] [Новые: 1] [Без ответа: 1]")
    await maria.writes("/notifications")
    maria.sees("1 непрочитанное", "1. Ирина Петрова: «А когда именно?»")
    await maria.taps("1 ✉️")
    maria.sees("✉️ Ирина Петрова, арендатор", "А когда именно?")
    await maria.writes("/notifications")
    maria.sees("Всё прочитано.")
    assert all("secret" not in plainly(shown) for shown in irina.person.heard)


async def test_history_is_paged_without_gaps_while_new_letters_come(world: World) -> None:
    maria = await new_manager(world)
    irina = await maria.tenant("Ирина")
    await irina.forges(f"lwr:{irina.party}:0:0")
    for number in range(1, 13):
        await irina.writes(f"Письмо {number};")
    await maria.writes("/messages")
    await maria.taps("✉️ Ирина")
    history = maria.person.screen
    assert "8–12 из 12" in plainly(history)
    await irina.writes("Письмо 13;")
    for button, where, first, last in (
        ("‹ Раньше", "3–7 из 13", 3, 7),
        ("‹ Раньше", "1–2 из 13", 1, 2),
        ("Позже ›", "3–7 из 13", 3, 7),
        ("Позже ›", "8–12 из 13", 8, 12),
        ("Позже ›", "13–13 из 13", 13, 13),
    ):
        await world.does(maria.person.taps, button, history)
        assert where in plainly(history)
        shown = [number for number in range(1, 14) if f"Письмо {number};" in history.text]
        assert shown == list(range(first, last + 1))


async def test_photos_documents_and_albums_arrive_as_one_letter_each(world: World, tmp_path: Path) -> None:
    maria = await new_manager(world)
    irina = await maria.tenant("Ирина", "Петрова")
    await irina.forges(f"lwr:{irina.party}:0:0")
    await world.does(irina.person.sends_album, [picture(60), picture(61)], "Протечка, видно на фото")
    await world.later(seconds=10)
    first, second = maria.person.heard[-2:]
    assert [one.kind for one in (first, second)] == ["photo", "photo"]
    assert "Протечка, видно на фото" in first.text
    assert second.buttons == [["✍️ Ответить"]]
    await world.does(maria.person.writes, "Вижу", reply_to=second)
    irina.sees("Вижу")

    # refused kindly, and nothing is sent
    heard = len(maria.heard)
    await world.does(irina.person.sends_document, b"MZ\x90 virus", "Счёт.pdf")
    irina.sees("Программы и файлы с макросами не храню")
    await world.does(irina.person.sends_document, b"not a pdf", "Счёт.pdf")
    irina.sees("«Счёт.pdf» не открывается")
    await world.does(irina.person.sends_document, bytes((20 << 20) + 1), "Видео.mp4")
    irina.sees("Файл слишком большой: помещается до 20 МБ.")
    await world.does(irina.person.sends_sticker)
    irina.sees("Передаю текст, фото и файлы")
    assert len(maria.heard) == heard

    await world.does(irina.person.sends_document, PDF, "Счёт <1>.pdf")
    maria.sees("✉️ Ирина Петрова, арендатор")
    await maria.taps("📜")
    maria.sees("📎 2 фото", "📎 Счёт <1>.pdf")
    await maria.taps("📎")
    assert [one.kind for one in maria.person.heard[-2:]] == ["photo", "photo"]
    kept = [path for path in (tmp_path / "data" / "files").rglob("*") if path.is_file()]
    assert len(kept) == 3
    assert not any(b"secret" in path.read_bytes() or path.read_bytes()[:2] == b"\xff\xd8" for path in kept)


async def test_every_caption_of_an_album_and_a_renamed_picture_arrive(world: World) -> None:
    maria = await new_manager(world)
    irina = await maria.tenant("Ирина", "Петрова")
    await irina.forges(f"lwr:{irina.party}:0:0")
    await world.does(irina.person.sends_album, [picture(60), picture(61)], ["Кухня, капает кран", "Ванная, трещина"])
    await world.later(seconds=10)
    assert "Кухня, капает кран\nВанная, трещина" in maria.person.heard[-2].text
    await world.does(irina.person.sends_document, heic(), "IMG_1.jpg")
    irina.sees("✉️ Отправлено")
    await world.does(irina.person.sends_document, heic(), "IMG_2.HEIC")
    irina.sees("✉️ Отправлено")


async def test_words_and_names_of_files_are_not_in_the_database(world: World, tmp_path: Path) -> None:
    maria = await new_manager(world)
    irina = await maria.tenant("Ирина")
    await irina.forges(f"lwr:{irina.party}:0:0")
    await irina.writes("Тайное слово жасмин")
    await world.does(irina.person.sends_document, PDF, "жасмин.pdf")
    async with world.product.database.reading() as connection:
        for table in metadata.sorted_tables:
            rows = (await connection.execute(table.select())).all()
            assert "жасмин" not in str(rows), table.name
    folder = tmp_path / "data"
    for path in folder.rglob("*"):
        assert not path.is_file() or ("жасмин".encode() not in path.read_bytes() and b"secret" not in path.read_bytes())


@pytest.mark.one_database
async def test_who_knows_several_managers_chooses_and_never_writes_to_the_wrong_one(world: World) -> None:
    maria, lev = await new_manager(world, "Мария"), await new_landlord(world, "Лев")
    irina = await maria.tenant("Ирина")
    me = await irina.me()
    await lev.knows(PartyKind.TENANT, "Ира", person_id=me.id, joined_at=world.clock.now())
    await lev.manages()
    await irina.writes("/messages")
    await irina.taps("✍️ Написать")
    irina.sees("Лев, собственник", "Мария, управляющий")
    await irina.taps("Лев")
    await irina.writes("Здравствуйте, Лев")
    lev.sees("✉️ Ира, арендатор", "Здравствуйте, Лев")
    await lev.taps("✍️")
    await lev.writes("Добрый день")
    await irina.taps("📜")
    await irina.taps("✉️ Сообщения")
    await irina.writes("Это никому")
    await irina.taps("📜")
    await irina.writes("И это никому")
    assert not any("никому" in one for one in (*lev.heard, *maria.heard))
    # writing to one, she looks at the conversation with the other
    await irina.writes("/messages")
    await irina.taps("✍️ Написать")
    await irina.taps("Мария")
    await irina.writes("Здравствуйте, Мария")
    await maria.taps("✍️")
    await maria.writes("Привет")
    await irina.forges(f"lop:{irina.party + 1}:0")
    assert "Лев, собственник" in plainly(irina.person.screen)
    await irina.writes("Кому это?")
    assert not any("Кому это?" in one for one in (*lev.heard, *maria.heard))
    # a landlord does not write to themselves
    await lev.writes("/messages")
    await lev.taps("✍️ Написать")
    lev.sees("всего 1", "Ира, арендатор")
