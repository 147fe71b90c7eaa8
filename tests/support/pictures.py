"""Pictures as phones make them, to be sent under whatever name."""

import io

from PIL import Image
from pillow_heif import register_heif_opener


def heic(width: int = 64, height: int = 48) -> bytes:
    """A sound HEIC of one colour, as an iPhone keeps its photos."""
    register_heif_opener()
    target = io.BytesIO()
    Image.new("RGB", (width, height), (200, 60, 40)).save(target, "HEIF")
    return target.getvalue()
