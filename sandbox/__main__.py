"""`python -m sandbox`: the local Telegram alone, until it is interrupted."""

import argparse
import asyncio
import contextlib
import sys

from sandbox.clock import Clock
from sandbox.server import address_of, serve
from sandbox.telegram import TEST_TOKEN, Telegram


def main() -> None:
    """Reads the command line and serves."""
    parser = argparse.ArgumentParser(prog="python -m sandbox", description=__doc__)
    parser.add_argument("--port", type=int, default=8081, help="port on 127.0.0.1 (0: any free one)")
    parser.add_argument("--token", default=TEST_TOKEN, help="the token the bot will use")
    parser.add_argument("--limits", action="store_true", help="refuse too many messages with 429")
    given = parser.parse_args()
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(_run(given.port, given.token, given.limits))


async def _run(port: int, token: str, limits: bool) -> None:
    telegram = Telegram(Clock(), token)
    if limits:
        telegram.limits.on()
    runner = await serve(telegram, port=port)
    sys.stdout.write(f"{address_of(runner)}\n")
    sys.stdout.flush()
    try:
        await asyncio.Event().wait()
    finally:
        await runner.cleanup()


if __name__ == "__main__":
    main()
