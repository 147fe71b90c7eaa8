"""Letters arrive once whatever breaks, are corrected, held, muted and closed; nobody reads or writes another's."""

import datetime as dt
import io
import json
import os
import zipfile
from collections.abc import Awaitable
from dataclasses import dataclass
from pathlib import Path

import pytest

from domain.estate.parties.join import join
from domain.estate.parties.party import PartyKind
from domain.estate.parties.remove_party import remove_party
from domain.estate.parties.renew_invitation import renew_invitation
from sandbox.images import picture
from storage.inbox import SqlInbox
from tests.support.estate import Client, Manager, new_manager
from tests.support.somebody import Somebody
from tests.support.world import World

NIGHT = dt.datetime(2026, 11, 21, 20, 30, tzinfo=dt.UTC)
"""Half past eleven in the evening in Moscow."""


"""For what does not depend on the database."""


class KilledError(BaseException):
    """Stands for kill -9: nothing catches it."""


@dataclass
class Pair:
    """A manager and a tenant of theirs who is writing."""

    maria: Manager
    irina: Client

    @property
    def letters(self) -> list[str]:
        """What has been pushed to the manager."""
        return [one for one in self.maria.heard if "Ирина Петрова" in one and "✍️ Ответить" in one]


@pytest.fixture
async def pair(world: World) -> Pair:
    maria = await new_manager(world, "Мария", last_name="Котова")
    irina = await maria.tenant("Ирина", "Петрова")
    await maria.lets(await maria.manages(), irina.party)
    await irina.forges(f"lwr:{irina.party}:0:0")
    return Pair(maria, irina)


async def dies(world: World, monkeypatch: pytest.MonkeyPatch, where: type, method: str, do: Awaitable[object]) -> None:
    """Do it with a process that is killed just before it notes what it has done."""

    async def killed(*_args: object, **_kwargs: object) -> None:
        raise KilledError

    with monkeypatch.context() as patch:
        patch.setattr(where, method, killed)
        with pytest.raises(KilledError):
            await do


async def test_a_letter_arrives_once_whatever_dies_on_the_way(
    world: World, pair: Pair, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = len(pair.irina.heard)
    # the process dies after the letter was sent and answered, before the update was marked done
    pair.irina.person.sends_album([picture(60), picture(61), picture(62)], "Протечка")
    await world.fetch()
    world.clock.advance(seconds=5)
    await dies(world, monkeypatch, SqlInbox, "finish", world.handle())
    await world.product.inbox.take_over(await world.product.inbox.holders())
    # the sender dies after the first message of the letter went out
    queue = world.product.queue
    await dies(world, monkeypatch, type(queue), "settle", world.product.sender.send_due())
    await queue.take_over()
    # and Telegram's receipt of a later photo is lost
    world.telegram.trouble.loses_answer("sendPhoto")
    for _ in range(4):
        await world.later(seconds=20)
    assert [one.kind for one in pair.maria.person.heard[-3:]] == ["photo", "photo", "photo"]
    assert len(pair.letters) == 3
    assert len(pair.irina.heard) == said + 1
    await pair.maria.writes("/messages")
    pair.maria.sees("1 непрочитанное сообщение", "«Протечка» 📎")


@pytest.mark.one_database
async def test_correcting_the_message_corrects_the_letter(world: World, pair: Pair) -> None:
    sent = await world.does(pair.irina.person.writes, "Вода хлодная")
    await world.does(pair.irina.person.edits, sent, "Вода холодная")
    pair.irina.sees("✏️ Исправлено. Мария Котова увидит новый текст.")
    pair.maria.sees("✏️ Исправлено: Ирина Петрова, арендатор", "Вода холодная")
    await pair.maria.taps("📜")
    pair.maria.sees("исправлено", "Вода холодная")
    assert "хлодная" not in pair.maria.screen
    world.clock.advance(hours=49)
    await world.does(pair.irina.person.edits, sent, "Вода горячая")
    pair.irina.sees("Прошло больше двух дней")
    # another message of the same chat is no letter
    menu = await world.does(pair.irina.person.writes, "/messages")
    await world.does(pair.irina.person.edits, menu, "привет")
    assert "Исправлено" not in pair.irina.screen


@pytest.mark.one_database
async def test_the_longest_letter_is_cut_and_read_whole(world: World, pair: Pair) -> None:
    longest = "<b>&</b> " + "ы" * 4080 + " конец"
    await pair.irina.writes(longest[:4096])
    await pair.irina.writes("😀" * 2040)
    pair.maria.sees("📄 Целиком")
    first = next(one for one in pair.maria.person.heard if "<b>&</b>" in one.text)
    assert len(first.text) < 4096
    await world.does(pair.maria.person.taps, "📄 Целиком", first)
    assert pair.maria.person.screen.text == longest[:4096].strip()
    await pair.maria.taps("‹ Назад")
    pair.maria.sees("<b>&</b>", "😀…", "[📄 ")


@pytest.mark.one_database
async def test_quiet_hours_hold_letters_and_a_muted_conversation_is_silent(world: World, pair: Pair) -> None:
    world.clock.set(NIGHT)
    await pair.irina.forges(f"lwr:{pair.irina.party}:0:0")
    heard = len(pair.maria.heard)
    letter = await world.does(pair.irina.person.writes, "Не срчно")
    await world.does(pair.irina.person.edits, letter, "Не срочно")
    assert len(pair.maria.heard) == heard
    await world.later(hours=9)
    assert len(pair.maria.heard) == heard + 1
    pair.maria.sees("Не срочно")
    await pair.maria.taps("📜")
    await pair.maria.taps("🔕 Тише")
    pair.maria.is_told("Больше не буду присылать уведомления отсюда")
    heard = len(pair.maria.heard)
    await pair.irina.writes("Это я так")
    await pair.irina.taps("✉️ Да, отправить")
    assert len(pair.maria.heard) == heard
    await pair.maria.writes("/messages")
    pair.maria.sees("1 новое", "Это я так")


@pytest.mark.one_database
async def test_what_is_typed_after_a_long_silence_is_asked_about(world: World, pair: Pair) -> None:
    await world.later(hours=1)
    await pair.irina.writes("Молоко, хлеб, сыр")
    pair.irina.sees("Отправить это? Получатель — Мария Котова.")
    assert pair.letters == []
    await pair.irina.taps("✖️ Нет")
    await pair.irina.forges(f"lwr:{pair.irina.party}:0:0")
    await world.later(hours=1)
    await pair.irina.writes("Ключи у соседа")
    held = pair.irina.person.screen
    pair.irina.person.taps("✉️ Да", held)
    await world.does(pair.irina.person.taps, "✉️ Да", held)
    assert len(pair.letters) == 1
    pair.maria.sees("Ключи у соседа")


@pytest.mark.one_database
async def test_a_reply_in_the_middle_of_a_form_leaves_the_form_as_it_is(world: World, pair: Pair) -> None:
    await pair.irina.writes("Когда?")
    push = pair.maria.person.screen
    await pair.maria.writes("/messages")
    await pair.maria.forges("ltt:0")
    await pair.maria.taps("Лесная")
    await pair.maria.taps("✅ Готово")
    pair.maria.sees("Что им передать?")
    await world.does(pair.maria.person.writes, "В пятницу", reply_to=push)
    pair.irina.sees("В пятницу")
    await pair.maria.writes("Завтра отключат воду")
    pair.maria.sees("📣 Получат: 1 арендатор", "Завтра отключат воду")


async def test_tenants_of_chosen_objects_get_one_letter_each(world: World, pair: Pair) -> None:
    maria = pair.maria
    boris = await maria.tenant("Борис")
    second, third = await maria.manages(name="Арбат, 10"), await maria.manages(name="Яуза, 3")
    await maria.lets(second, boris.party)
    await maria.lets(second, pair.irina.party)
    await maria.lets(third, await maria.knows(PartyKind.TENANT, "Вера"))
    await maria.writes("/messages")
    await maria.taps("✍️ Написать")
    await maria.taps("📣 Всем")
    await maria.taps("Лесная")
    await maria.taps("Арбат")
    maria.sees("Получат: 2 арендатора")
    await maria.taps("Яуза")
    await maria.taps("✅ Готово")
    await maria.writes("Завтра с 10 до 14 не будет воды")
    maria.sees("📣 Получат: 3 арендатора", "Арбат, 10, Лесная, 4, Яуза, 3", "[✉️ Отправить]")
    form = maria.person.screen
    maria.person.taps("✉️ Отправить", form)
    await world.does(maria.person.taps, "✉️ Отправить", form)
    await world.later(seconds=10)
    maria.sees("Отправлено 3 арендаторам", "Пока не в боте или заблокировали его: 1.")
    for one in (pair.irina, boris):
        assert sum("не будет воды" in heard for heard in one.heard) == 1


@pytest.mark.one_database
async def test_who_cannot_be_told_is_said_so_and_gets_the_letter_later(world: World, pair: Pair) -> None:
    maria, irina = pair.maria, pair.irina
    vera = await maria.knows(PartyKind.TENANT, "Вера", phone="+79001112233")
    await maria.forges(f"lwr:{vera}:0:0")
    maria.sees("Вера пока не в боте: прочитает, когда присоединится.", "Если срочно, позвоните: +7 900 111-22-33")
    await maria.writes("Здравствуйте!")
    maria.sees("✉️ Сохранено: Вера")
    await maria.writes("Ждём вас")
    joined = world.person("Вера", phone="+79001112233")
    await world.does(joined.start)
    await renew_invitation(world.product.new_work(), await maria.me(), vera)
    work = world.product.new_work()
    async with work.reading():
        invitation = (await work.estate.invitations.latest([vera]))[vera]
    await join(world.product.new_work(), await Somebody(world, joined).me(), invitation.id, "+79001112233")
    await world.later(seconds=10)
    assert "Ждём вас" in joined.screen.text
    await world.does(joined.taps, "📜")
    assert "Здравствуйте!" in joined.screen.text
    irina.person.blocks_bot()
    await world.settle()
    await maria.forges(f"lwr:{irina.party}:0:0")
    await maria.writes("Вы где?")
    maria.sees("Ирина Петрова: бот заблокирован, уведомление не придёт.", "Если срочно, позвоните: +7 900")
    await world.does(irina.person.start)
    await irina.writes("/messages")
    irina.sees("1 новое", "Вы где?")


async def test_a_removed_client_and_the_manager_can_only_read(world: World, pair: Pair) -> None:
    maria, irina = pair.maria, pair.irina
    await irina.writes("До свидания")
    push = maria.person.screen
    await remove_party(world.product.new_work(), await maria.me(), irina.party)
    await world.settle()
    await world.does(maria.person.writes, "Всего доброго", reply_to=push)
    maria.sees("Ирина Петрова — уже не в списке ваших клиентов")
    await world.does(maria.person.taps, "✍️ Ответить", push)
    maria.is_told("переписку можно только читать")
    await world.does(maria.person.taps, "📜", push)
    maria.sees("До свидания", "Переписка завершена")
    assert "✍️" not in maria.screen
    await irina.writes("Ещё одно")
    assert len(pair.letters) == 1
    await irina.forges(f"lop:{irina.party}:0")
    irina.sees("До свидания", "Переписка завершена")


@pytest.mark.one_database
async def test_strangers_reach_nothing(world: World, pair: Pair) -> None:
    stranger = await new_manager(world, "Чужой")
    guest = await stranger.tenant("Гость")
    await pair.irina.writes("Только для Марии")
    for who in (stranger, guest):
        shown = len(who.heard)
        for data in (
            f"lop:{pair.irina.party}:0",
            f"lwr:{pair.irina.party}:0:0",
            "lan:1:0",
            "llt:1:0",
            "lgf:1",
            f"lro:{pair.irina.party}:0:1",
            f"lqt:{pair.irina.party}:1",
            f"lna:{pair.irina.party}",
            "lop:9007199254740992:0",
        ):
            await who.forges(data)
            who.is_told("Этого здесь больше нет")
        await who.writes("/messages")
        who.sees("Сообщений пока нет")
        assert all("Только для Марии" not in one for one in who.heard[shown:])


async def test_letters_and_files_are_taken_along_and_erased_with_their_author(
    world: World, pair: Pair, tmp_path: Path
) -> None:
    maria, irina = pair.maria, pair.irina
    await irina.writes("Слово жасмин")
    await world.does(irina.person.sends_document, b"%PDF-1.7 lease", "Договор.pdf", "вот")
    await maria.taps("✍️")
    await maria.writes("Получила")
    await irina.writes("/privacy")
    await irina.taps("📦")
    content = irina.person.screen.file
    assert content is not None
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        told = json.loads(archive.read("my-data.json"))
        document = next(name for name in archive.namelist() if name.endswith("Договор.pdf"))
        assert archive.read(document) == b"%PDF-1.7 lease"
    said = [(one["text"], one["is_mine"]) for one in told["letters"][0]["letters"]]
    assert said == [("Слово жасмин", True), ("вот", True), ("Получила", False)]
    await irina.writes("/privacy")
    await irina.taps("🗑 Стереть всё")
    await irina.taps("🗑 Стереть всё")
    await maria.forges(f"lop:{irina.party}:0")
    maria.sees("Сообщение стёрто: его автор удалил свои данные.", "Получила")
    assert "жасмин" not in maria.screen
    await maria.forges("lgf:2")
    maria.is_told("Этих файлов больше нет")
    kept = [path for path in (tmp_path / "data" / "files").rglob("*") if path.is_file()]
    assert kept
    for path in kept:
        os.utime(path, (0, 0))
    await world.later(hours=3)
    assert not any(path.exists() for path in kept)
