"""Several files are sent as ZIPs, each small enough for Telegram to take it from a bot."""

import io
import zipfile
from collections.abc import AsyncIterator

from bot.files.heavy_work import run_heavy

MOST_BYTES = 45 << 20
"""Of one ZIP; Telegram takes 50 MB."""


async def packed(files: AsyncIterator[tuple[str, bytes]]) -> AsyncIterator[bytes]:
    """ZIPs of these named files, filled one after the other; names differ."""
    part: list[tuple[str, bytes]] = []
    async for name, content in files:
        if part and sum(len(one) for _, one in part) + len(content) > MOST_BYTES:
            yield await run_heavy(_zip, part)
            part = []
        part.append((name, content))
    if part:
        yield await run_heavy(_zip, part)


def _zip(files: list[tuple[str, bytes]]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files:
            archive.writestr(name, content)
    return target.getvalue()
