"""A real aiogram session, and any other client, use the local Telegram as they use Telegram."""

import asyncio
import sys
from collections.abc import AsyncIterator
from dataclasses import dataclass

import aiohttp
import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import ClientDecodeError, TelegramBadRequest, TelegramNetworkError
from aiogram.types import BufferedInputFile, InlineKeyboardButton, InlineKeyboardMarkup, InputMediaPhoto, MediaUnion

from sandbox import Person, Telegram
from sandbox.images import picture
from sandbox.server import address_of, serve


@dataclass
class Line:
    """A client's connection to the served Telegram."""

    address: str
    http: aiohttp.ClientSession
    token: str

    @property
    def api(self) -> str:
        return f"{self.address}/bot{self.token}"


@pytest.fixture
async def line(telegram: Telegram) -> AsyncIterator[Line]:
    runner = await serve(telegram, port=0)
    async with aiohttp.ClientSession() as http:
        yield Line(address_of(runner), http, telegram.token)
    await runner.cleanup()


@pytest.fixture
async def real_bot(line: Line) -> AsyncIterator[Bot]:
    session = AiohttpSession(api=TelegramAPIServer.from_base(line.address))
    async with Bot(line.token, session=session) as bot:
        yield bot


SAVE = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="Сохранить", callback_data="save")]])


async def test_aiogram_holds_a_conversation(real_bot: Bot, anna: Person) -> None:
    polling = asyncio.create_task(real_bot.get_updates(timeout=30))
    anna.writes("привет")
    [update] = await polling
    assert update.message is not None
    sent = await real_bot.send_photo(
        anna.id, BufferedInputFile(picture(), "кухня.png"), caption="<b>кухня</b>", parse_mode="HTML", reply_markup=SAVE
    )
    assert sent.photo is not None
    assert (anna.screen.html, anna.screen.photo) == ("<b>кухня</b>", picture())
    media = InputMediaPhoto(media=BufferedInputFile(picture(90, 90), "b.png"), caption="ванная")
    await real_bot.edit_message_media(media, chat_id=anna.id, message_id=sent.message_id, reply_markup=SAVE)
    assert (anna.screen.text, anna.screen.photo) == ("ванная", picture(90, 90))
    tap = anna.taps("Сохранить")
    updates = await real_bot.get_updates(offset=update.update_id + 1)
    assert updates[0].callback_query is not None
    await updates[0].callback_query.answer("Готово")
    assert (tap.toast, anna.spinning) == ("Готово", [])
    file = await real_bot.download(sent.photo[-1])
    assert file is not None
    assert file.read() == picture()
    with pytest.raises(TelegramBadRequest, match="message text is empty"):
        await real_bot.send_message(anna.id, "")


async def test_album_goes_by_multipart(real_bot: Bot, anna: Person) -> None:
    album: list[MediaUnion] = [
        InputMediaPhoto(media=BufferedInputFile(picture(100 + n, 90), f"{n}.png")) for n in range(3)
    ]
    await real_bot.send_media_group(anna.id, album)
    assert [shown.photo for shown in anna.heard] == [picture(100 + n, 90) for n in range(3)]


async def test_trouble_shows_on_the_wire(real_bot: Bot, telegram: Telegram, anna: Person) -> None:
    telegram.trouble.loses_answer("sendMessage")
    with pytest.raises(TelegramNetworkError):
        await real_bot.send_message(anna.id, "дошло")
    assert anna.screen.text == "дошло"
    telegram.trouble.no_answer("sendMessage")
    with pytest.raises(TelegramNetworkError, match="timeout"):
        await real_bot.send_message(anna.id, "не дошло", request_timeout=1)
    telegram.trouble.no_answer("sendMessage", seconds=0)
    with pytest.raises(TelegramNetworkError):
        await real_bot.send_message(anna.id, "не дошло")
    for order in (telegram.trouble.truncates, telegram.trouble.server_error):
        order("getMe")
        with pytest.raises(ClientDecodeError):
            await real_bot.get_me()
    assert [shown.text for shown in anna.heard] == ["дошло"]


async def test_every_form_of_parameters_means_the_same(line: Line, anna: Person) -> None:
    markup = '{"inline_keyboard": [[{"text": "a", "callback_data": "b"}]]}'
    url = f"{line.api}/sendMessage"
    plain = {"chat_id": str(anna.id), "text": "1", "reply_markup": markup}
    multipart = aiohttp.FormData(plain, default_to_multipart=True)
    json_body = {
        "chat_id": anna.id,
        "text": "1",
        "reply_markup": {"inline_keyboard": [[{"text": "a", "callback_data": "b"}]]},
    }
    answers = [
        await line.http.get(url, params=plain),
        await line.http.post(url, params=plain),
        await line.http.post(url, data=plain),
        await line.http.post(url, data=multipart),
        await line.http.post(url, json=json_body),
        await line.http.post(url, json=plain),
    ]
    assert [answer.status for answer in answers] == [200] * 6
    assert {(shown.text, str(shown.buttons)) for shown in anna.heard} == {("1", "[['a']]")}
    assert len(anna.heard) == 6


async def test_refusals_come_with_their_status(line: Line, anna: Person) -> None:
    anna.blocks_bot()
    async with line.http.get(f"{line.api}/sendMessage", params={"chat_id": anna.id, "text": "x"}) as answer:
        assert answer.status == 403
        assert await answer.json() == {
            "ok": False,
            "error_code": 403,
            "description": "Forbidden: bot was blocked by the user",
        }
    for address, status in (
        (f"{line.address}/bot42:wrong/getMe", 401),
        (f"{line.api}/makeCoffee", 404),
        (f"{line.address}/file/bot{line.token}/photos/none.jpg", 404),
        (f"{line.address}/file/bot42:wrong/photos/none.jpg", 401),
    ):
        async with line.http.get(address) as answer:
            assert answer.status == status
    async with line.http.post(
        f"{line.api}/sendMessage", data="{", headers={"Content-Type": "application/json"}
    ) as answer:
        assert (await answer.json())["description"] == "Bad Request: message text is empty"


async def test_foreign_names_and_sites_are_kept_out(line: Line) -> None:
    port = line.address.rpartition(":")[2]
    for headers in (
        {"Host": f"evil.example:{port}"},
        {"Host": "127.0.0.1"},
        {"Host": "127.0.0.1:1"},
        {"Origin": "https://evil.example"},
    ):
        async with line.http.get(f"{line.address}/sandbox/people", headers=headers) as answer:
            assert answer.status == 403
    for headers in ({"Host": f"localhost:{port}"}, {"Origin": line.address}):
        async with line.http.get(f"{line.address}/sandbox/people", headers=headers) as answer:
            assert answer.status == 200
    async with line.http.post(f"{line.address}/sandbox/people", data={"first_name": "x"}) as answer:
        assert answer.status == 415


async def test_only_this_machine_is_served(telegram: Telegram) -> None:
    with pytest.raises(ValueError, match=r"127\.0\.0\.1 only"):
        await serve(telegram, host="0.0.0.0")  # noqa: S104 - refused


async def test_page_comes_whole_from_here(line: Line) -> None:
    async with line.http.get(f"{line.address}/") as answer:
        page = await answer.text()
        assert answer.headers["Content-Security-Policy"].startswith("default-src 'self'")
    assert "https://" not in page
    for path in ("/page/main.js", "/page/looks.css"):
        assert path in page
        async with line.http.get(line.address + path) as answer:
            assert answer.status == 200
            assert "https://" not in await answer.text()


async def test_files_open_on_the_page(line: Line, anna: Person) -> None:
    for shown, kind in (
        (anna.sends_photo(), "image/png"),
        (anna.sends_document(b"<script>", "a.html"), "application/octet-stream"),
    ):
        assert shown.message.file is not None
        async with line.http.get(f"{line.address}/sandbox/file/{shown.message.file.file_id}") as answer:
            assert (answer.content_type, await answer.read()) == (kind, shown.file)
    async with line.http.get(f"{line.address}/sandbox/file/none") as answer:
        assert answer.status == 404


async def test_hung_up_poll_takes_nothing_with_it(line: Line, telegram: Telegram, anna: Person) -> None:
    with pytest.raises(TimeoutError):
        await line.http.get(f"{line.api}/getUpdates?timeout=30", timeout=aiohttp.ClientTimeout(total=0.05))
    anna.writes("привет")
    async with line.http.get(f"{line.api}/getUpdates") as answer:
        [update] = (await answer.json())["result"]
    assert update["message"]["text"] == "привет"


async def test_command_line_serves_until_it_is_ended() -> None:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "sandbox", "--port", "0", "--token", "7:own", "--limits", stdout=asyncio.subprocess.PIPE
    )
    assert process.stdout is not None
    address = (await process.stdout.readline()).decode().strip()
    async with aiohttp.ClientSession() as http, http.get(f"{address}/bot7:own/getMe") as answer:
        assert (await answer.json())["result"]["id"] == 7
    process.terminate()
    await process.communicate()
