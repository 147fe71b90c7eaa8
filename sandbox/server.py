"""Serves the local Telegram over HTTP: the Bot API, files, the chat page, the addresses that control it."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from aiohttp import web

from sandbox.control import BotHooks, Control
from sandbox.telegram import Telegram
from sandbox.wire import AnswerLostError, NoAnswerError, UploadedFile

PAGE = Path(__file__).parent / "page"
LARGEST_REQUEST = 80 << 20  # bytes: an upload of 50 MB in base64 fits
OWN_HOSTS = {"127.0.0.1", "localhost"}
_REFUSALS_IN_BODY = "X-Refusals-In-Body"  # sent by the page: a browser complains in its console of every other status
_TELEGRAM = web.AppKey("telegram", Telegram)
_CONTROL = web.AppKey("control", Control)
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


async def serve(
    telegram: Telegram, host: str = "127.0.0.1", port: int = 8081, bot: BotHooks | None = None
) -> web.AppRunner:
    """Starts to serve and returns the runner; `await runner.cleanup()` ends it. Port 0 takes any free one.

    `bot` is what the page can do to the bot itself: restart it, tell it that the clock was moved.
    Only this machine is served: any other host is a `ValueError`.
    """
    if host not in OWN_HOSTS:
        raise ValueError("the local Telegram listens on 127.0.0.1 only")
    # A long poll that is still open must not hold up the end.
    runner = web.AppRunner(make_app(telegram, bot), access_log=None, shutdown_timeout=0.2, handler_cancellation=True)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    return runner


def address_of(runner: web.AppRunner) -> str:
    """`http://127.0.0.1:PORT` of a running server."""
    host, port = runner.addresses[0][:2]
    return f"http://{host}:{port}"


def make_app(telegram: Telegram, bot: BotHooks | None = None) -> web.Application:
    """The application with all its addresses."""
    app = web.Application(client_max_size=LARGEST_REQUEST, middlewares=[_only_this_machine])
    app[_TELEGRAM] = telegram
    app[_CONTROL] = Control(telegram, bot)
    app.router.add_route("*", "/bot{token}/{method}", _bot_api)
    app.router.add_get("/file/bot{token}/{path:.+}", _download)
    app.router.add_get("/sandbox/file/{file_id}", _file)
    app.router.add_route("*", "/sandbox/{path:.+}", _control)
    app.router.add_get("/", _page)
    app.router.add_static("/page/", PAGE)
    app.on_cleanup.append(_close)
    return app


async def _close(app: web.Application) -> None:
    await app[_TELEGRAM].close()


@web.middleware
async def _only_this_machine(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Refuses other Host and Origin headers: a site in the browser must not reach in by a name of its own."""
    sockname = request.transport.get_extra_info("sockname") if request.transport else None
    allowed = {f"{host}:{sockname[1]}" for host in OWN_HOSTS} if sockname else set()
    origin = request.headers.get("Origin")
    if request.host not in allowed or (origin and origin.partition("://")[2] not in allowed):
        raise web.HTTPForbidden(text="This is a local Telegram; open it by 127.0.0.1 or localhost.")
    response = await handler(request)
    if not response.prepared:
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers["Content-Security-Policy"] = "default-src 'self'; img-src 'self' data: blob:"
        response.headers["Cache-Control"] = "no-store"
    return response


async def _bot_api(request: web.Request) -> web.StreamResponse:
    telegram = request.app[_TELEGRAM]
    params, files = await _parameters(request)
    method = request.match_info["method"]
    call = telegram.call(request.match_info["token"], method, params, files)
    try:
        # A caller who hangs up ends a poll, but takes back nothing else that it asked for.
        answer = await (call if method.lower() == "getupdates" else asyncio.shield(call))
    except NoAnswerError as silence:
        await asyncio.sleep(float(silence.args[0]))
        return _hang_up(request)
    except AnswerLostError:
        return _hang_up(request)
    return web.Response(status=answer.status, body=answer.content, headers=dict(answer.headers))


async def _parameters(request: web.Request) -> tuple[dict[str, Any], dict[str, UploadedFile]]:
    """From the query, and from a JSON, urlencoded or multipart body."""
    params: dict[str, Any] = dict(request.query)
    files: dict[str, UploadedFile] = {}
    if request.content_type == "application/json":
        try:
            body = json.loads(await request.read() or b"{}")
        except ValueError:
            body = {}
        return params | (body if isinstance(body, dict) else {}), files
    for name, value in (await request.post()).items():
        if isinstance(value, web.FileField):
            files[name] = UploadedFile(value.file.read(), value.filename, value.content_type)
        else:
            params[name] = value.decode() if isinstance(value, bytes | bytearray) else value
    return params, files


def _hang_up(request: web.Request) -> web.StreamResponse:
    if request.transport is not None:
        request.transport.abort()
    return web.Response()


async def _download(request: web.Request) -> web.Response:
    telegram = request.app[_TELEGRAM]
    content = telegram.download(request.match_info["path"])
    if request.match_info["token"] != telegram.token:
        raise web.HTTPUnauthorized
    if content is None:
        raise web.HTTPNotFound
    return web.Response(body=content, content_type="application/octet-stream")


async def _file(request: web.Request) -> web.Response:
    stored = request.app[_TELEGRAM].files.by_id.get(request.match_info["file_id"])
    if stored is None:
        raise web.HTTPNotFound
    if stored.kind == "photo":
        is_png = stored.content.startswith(b"\x89PNG")
        return web.Response(body=stored.content, content_type="image/png" if is_png else "image/jpeg")
    # Whatever it is, the browser saves it and does not run it.
    name = "".join(letter for letter in stored.name if letter not in '"\\\r\n')
    response = web.Response(body=stored.content, content_type="application/octet-stream")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


async def _control(request: web.Request) -> web.Response:
    body = {}
    if request.can_read_body:
        if request.content_type != "application/json":
            # What a form on a foreign page can send without asking is never JSON.
            raise web.HTTPUnsupportedMediaType
        body = await request.json()
    path = request.match_info["path"]
    status, answer = await request.app[_CONTROL].handle(request.method, path, request.query, body)
    if _REFUSALS_IN_BODY in request.headers:
        status = 200
    return web.json_response(answer, status=status)


async def _page(_: web.Request) -> web.FileResponse:
    return web.FileResponse(PAGE / "index.html")
