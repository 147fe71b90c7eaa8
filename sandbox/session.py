"""Joins an aiogram bot to the local Telegram without a network: the same form fields, the same answers."""

from collections.abc import AsyncGenerator
from typing import TYPE_CHECKING, Any, cast

from aiogram.client.session.base import BaseSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import TelegramNetworkError
from aiogram.methods.base import TelegramType
from aiogram.types import InputFile

from sandbox.telegram import Telegram
from sandbox.wire import AnswerLostError, NoAnswerError, UploadedFile

if TYPE_CHECKING:
    from aiogram import Bot
    from aiogram.methods import TelegramMethod

IN_PROCESS = TelegramAPIServer.from_base("http://sandbox.invalid")


class InProcessSession(BaseSession):
    """An aiogram session that calls the model: `Bot(telegram.token, session=InProcessSession(telegram))`."""

    def __init__(self, telegram: Telegram) -> None:
        super().__init__(api=IN_PROCESS)
        self.telegram = telegram
        self.is_closed = False

    async def close(self) -> None:
        """Nothing to close but the pretence of a connection."""
        self.is_closed = True

    async def make_request(
        self,
        bot: "Bot",
        method: "TelegramMethod[TelegramType]",
        timeout: int | None = None,  # noqa: ARG002, ASYNC109 - aiogram's signature; nothing here takes time
    ) -> TelegramType:
        """Sends what aiogram would send and reads what it would read."""
        fields, uploads = await self._form(bot, method)
        try:
            answer = await self.telegram.call(bot.token, method.__api_method__, fields, uploads)
        except NoAnswerError as error:
            raise TelegramNetworkError(method=method, message="Request timeout error") from error
        except AnswerLostError as error:
            words = "ServerDisconnectedError: Server disconnected"
            raise TelegramNetworkError(method=method, message=words) from error
        checked = self.check_response(bot, method, answer.status, answer.content.decode())
        return cast("TelegramType", checked.result)

    async def _form(
        self, bot: "Bot", method: "TelegramMethod[TelegramType]"
    ) -> tuple[dict[str, Any], dict[str, UploadedFile]]:
        files: dict[str, InputFile] = {}
        fields: dict[str, Any] = {}
        for name, value in method.model_dump(warnings=False).items():
            if prepared := self.prepare_value(value, bot=bot, files=files):
                fields[name] = prepared
        uploads = {}
        for name, file in files.items():
            content = b"".join([chunk async for chunk in file.read(bot)])
            uploads[name] = UploadedFile(content, file.filename or name)
        return fields, uploads

    async def stream_content(
        self,
        url: str,
        headers: dict[str, Any] | None = None,  # noqa: ARG002 - aiogram's signature
        timeout: int = 30,  # noqa: ARG002, ASYNC109 - the same
        chunk_size: int = 65536,
        raise_for_status: bool = True,
    ) -> AsyncGenerator[bytes, None]:
        """A file by its address, as `bot.download` asks for it."""
        path = url.partition(f"/file/bot{self.telegram.token}/")[2]
        content = self.telegram.download(path)
        if content is None:
            if raise_for_status:
                raise FileNotFoundError(f"404 Not Found: {path}")
            return
        for start in range(0, len(content), chunk_size):
            yield content[start : start + chunk_size]
