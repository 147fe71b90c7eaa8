"""The command line: read the settings, put the product together, run it; or do one thing for an operator and end."""

import asyncio
import base64
import logging
import secrets
import signal
import sys
from collections.abc import Coroutine
from typing import Annotated, Any

import typer

from composition import Product, compose, new_work, run
from domain.clock import SystemClock
from domain.people.grant import grant_from_outside
from domain.people.person import AVAILABLE_ROLES, Role
from domain.refusal import Refusal
from logs import set_up_logging
from settings import Settings, WrongSettings, read_settings
from storage import schema
from storage.database import Database
from storage.sealing import Sealer

EXIT_WRONG_SETTINGS = 2
EXIT_REFUSED = 1

cli = typer.Typer(
    help="The Telegram bot for property: matching, rented objects, income calendar.",
    no_args_is_help=False,
    add_completion=False,
    pretty_exceptions_enable=False,
)


@cli.callback(invoke_without_command=True)
def by_default(context: typer.Context) -> None:
    """Without a command: run."""
    if context.invoked_subcommand is None:
        run_bot()


@cli.command("run")
def run_bot() -> None:
    """Serve Telegram (by webhook if WEBHOOK_URL is set), or the local Telegram if there is no BOT_TOKEN."""
    settings = _settings()
    if settings.bot_token is None:
        _do(_run_locally(settings))
    else:
        _do(_run(settings, settings.bot_token.get_secret_value(), settings.bot_api_url))


@cli.command()
def demo() -> None:
    """Start the local Telegram with the bot and demo people, whatever BOT_TOKEN says."""
    _do(_run_locally(_settings()))


@cli.command()
def migrate() -> None:
    """Bring the database to the newest schema."""
    settings = _settings()
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    _do(_with_database(settings, schema.upgrade))
    typer.echo("The database is up to date.")


@cli.command()
def check() -> None:
    """Look whether the settings, the database and Telegram are as they should be."""
    settings = _settings()
    problems = _do(_check(settings))
    for problem in problems:
        typer.echo(f"✗ {problem}")
    if problems:
        raise typer.Exit(EXIT_REFUSED)
    typer.echo("✓ settings, database and Telegram are in order")


@cli.command()
def grant(
    telegram_id: Annotated[int, typer.Argument(help="The person's Telegram id; they have talked to the bot before.")],
    role: Annotated[str, typer.Argument(help=f"One of: {', '.join(AVAILABLE_ROLES)}.")],
    *,
    take_away: Annotated[bool, typer.Option("--take-away", help="Revoke instead.")] = False,
) -> None:
    """Give somebody a role, or take it away."""
    settings = _settings()
    if role not in AVAILABLE_ROLES:
        typer.echo(f"There is no role {role}; there are {', '.join(AVAILABLE_ROLES)}.", err=True)
        raise typer.Exit(EXIT_WRONG_SETTINGS)
    try:
        name = _do(_grant(settings, telegram_id, Role(role), take_away=take_away))
    except Refusal as refusal:
        typer.echo(refusal.message.format(**refusal.facts), err=True)
        raise typer.Exit(EXIT_REFUSED) from None
    typer.echo(f"{name}: {'no longer' if take_away else 'now'} {role}")


@cli.command()
def key() -> None:
    """Print a fresh MASTER_KEY."""
    typer.echo(base64.b64encode(secrets.token_bytes(32)).decode())


def _settings() -> Settings:
    try:
        settings = read_settings()
    except WrongSettings as wrong:
        _say_wrong(wrong)
    set_up_logging(settings)
    return settings


def _say_wrong(wrong: WrongSettings) -> Any:
    typer.echo(f"Wrong settings:\n{wrong}", err=True)
    raise typer.Exit(EXIT_WRONG_SETTINGS) from None


def _do(work: Coroutine[Any, Any, Any]) -> Any:
    try:
        return asyncio.run(work)
    except WrongSettings as wrong:
        return _say_wrong(wrong)
    except BaseExceptionGroup as group:
        wrong_settings, other = group.split(WrongSettings)
        if wrong_settings is not None and other is None:
            return _say_wrong(wrong_settings.exceptions[0])  # type: ignore[arg-type]
        raise


async def _run(settings: Settings, token: str, api_url: str) -> None:
    stop = _stopped_by_signals()
    product = await _ready(settings, token, api_url)
    logging.getLogger(__name__).info("serving %s", "the webhook" if settings.webhook_url else "by long polling")
    await run(product, stop)


def _stopped_by_signals() -> asyncio.Event:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for signal_number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(signal_number, stop.set)
    return stop


async def _ready(settings: Settings, token: str, api_url: str) -> Product:
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    product = compose(settings, token=token, api_url=api_url)
    await schema.upgrade(product.database)
    return product


async def _run_locally(settings: Settings) -> None:
    """The local Telegram and the bot beside it."""
    from demo.local import run_locally  # noqa: PLC0415  (only the local Telegram needs it)

    await run_locally(settings, _stopped_by_signals(), typer.echo)


async def _with_database(settings: Settings, do: Any) -> Any:
    database = Database(settings.database)
    try:
        return await do(database)
    finally:
        await database.close()


async def _check(settings: Settings) -> list[str]:
    problems: list[str] = []
    try:
        problems += await _with_database(settings, schema.check)
    except Exception as error:  # noqa: BLE001  (whatever it is, the operator wants to read it)
        problems.append(f"DATABASE_URL: {type(error).__name__}: {str(error).splitlines()[0]}")
    if settings.bot_token is not None:
        product = compose(settings, token=settings.bot_token.get_secret_value(), api_url=settings.bot_api_url)
        try:
            await product.bot.get_me()
        except Exception as error:  # noqa: BLE001  (the same)
            problems.append(f"BOT_TOKEN or BOT_API_URL: {type(error).__name__}")
        finally:
            await product.close()
    return problems


async def _grant(settings: Settings, telegram_id: int, role: Role, *, take_away: bool) -> str:
    database = Database(settings.database)
    try:
        work = new_work(database, Sealer(settings.master_key_bytes()), SystemClock(), settings)
        return await grant_from_outside(work, telegram_id, role, take_away=take_away)
    finally:
        await database.close()


if __name__ == "__main__":
    sys.exit(cli())
