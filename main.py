"""The command line: read the settings, put the product together, run it; or do one thing for an operator and end.

What needs the product imports it when it is asked for: help and a wrong setting are answered at once.
"""

import asyncio
import base64
import os
import secrets
import sys
from collections.abc import Coroutine
from typing import Annotated, Any

try:
    import typer
except ModuleNotFoundError:
    print("This Python lacks the libraries. Run `make setup`, then use .venv/bin/python main.py", file=sys.stderr)
    sys.exit(2)

from domain.people.person import AVAILABLE_ROLES, Role
from domain.refusal import Refusal
from logs import set_up_logging
from settings import KEY_BYTES, MOST_TELEGRAM_ID, Settings, WrongSettings, read_settings

EXIT_WRONG_SETTINGS = 2
EXIT_REFUSED = 1
PRIVATE_UMASK = 0o077
"""What the program writes is for its own user alone."""

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
        from operating import serve

        _do(serve(settings, settings.bot_token.get_secret_value(), settings.bot_api_url))


@cli.command()
def demo() -> None:
    """Start the local Telegram with the bot and demo people, whatever BOT_TOKEN says."""
    _do(_run_locally(_settings()))


@cli.command()
def migrate() -> None:
    """Bring the database to the newest schema."""
    settings = _settings()
    from operating import migrate as bring_up_to_date

    _do(bring_up_to_date(settings))
    typer.echo("The database is up to date.")


@cli.command()
def check() -> None:
    """Look whether the settings, the database and Telegram are as they should be."""
    settings = _settings()
    from operating import problems_of

    problems = _do(problems_of(settings))
    for problem in problems:
        typer.echo(f"✗ {problem}")
    if problems:
        raise typer.Exit(EXIT_WRONG_SETTINGS)
    if settings.bot_token is None:
        typer.echo("✓ settings and database are in order; without a BOT_TOKEN Telegram was not asked")
    else:
        typer.echo("✓ settings, database and Telegram are in order")


@cli.command()
def grant(
    telegram_id: Annotated[
        int,
        typer.Argument(
            help="The person's Telegram id; they have talked to the bot before.", min=1, max=MOST_TELEGRAM_ID
        ),
    ],
    role: Annotated[str, typer.Argument(help=f"One of: {', '.join(AVAILABLE_ROLES)}.")],
    *,
    take_away: Annotated[bool, typer.Option("--take-away", help="Revoke instead.")] = False,
) -> None:
    """Give somebody a role, or take it away."""
    settings = _settings()
    if role not in AVAILABLE_ROLES:
        typer.echo(f"There is no role {role}; there are {', '.join(AVAILABLE_ROLES)}.", err=True)
        raise typer.Exit(EXIT_WRONG_SETTINGS)
    from operating import grant_role

    try:
        name = _do(grant_role(settings, telegram_id, Role(role), take_away=take_away))
    except Refusal as refusal:
        typer.echo(refusal.message.format(**refusal.facts), err=True)
        raise typer.Exit(EXIT_REFUSED) from None
    typer.echo(f"{name}: {'no longer' if take_away else 'now'} {role}")


@cli.command()
def key() -> None:
    """Print a fresh MASTER_KEY."""
    typer.echo(base64.b64encode(secrets.token_bytes(KEY_BYTES)).decode())


def _settings() -> Settings:
    try:
        settings = read_settings()
    except WrongSettings as wrong:
        _say_wrong(wrong)
    os.umask(PRIVATE_UMASK)
    set_up_logging(settings)
    return settings


def _say_wrong(wrong: WrongSettings) -> Any:
    typer.echo(f"Wrong settings:\n{wrong}", err=True)
    raise typer.Exit(EXIT_WRONG_SETTINGS) from None


async def _run_locally(settings: Settings) -> None:
    from demo.local import run_locally
    from operating import stopped_by_signals
    from preflight import data_folder

    data_folder(settings)
    await run_locally(settings, stopped_by_signals(), typer.echo)


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


if __name__ == "__main__":
    sys.exit(cli())
