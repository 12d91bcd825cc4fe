"""Image files and the pages in them, without decoding any."""

from pathlib import Path
from typing import Final

from PIL import Image

from contract_platform.analysis.model import Unreadable

LARGEST_PICTURE: Final = 120_000_000  # pixels; a decoded frame must fit in the child's memory
BROKEN = (OSError, EOFError, ValueError, SyntaxError, KeyError, TypeError)
"""What Pillow raises on broken files."""


def frames(path: Path) -> int:
    """How many pages an image file has; ``Unreadable`` damaged or too_large."""
    with opened(path) as image:
        try:
            return int(getattr(image, "n_frames", 1))
        except BROKEN as error:
            raise Unreadable("damaged") from error


def opened(path: Path) -> Image.Image:
    """The image, not yet decoded; ``Unreadable`` damaged or too_large."""
    Image.MAX_IMAGE_PIXELS = None  # the limit below is ours
    try:
        image = Image.open(path, formats=("JPEG", "PNG", "TIFF", "BMP", "GIF", "MPO"))
    except BROKEN as error:
        raise Unreadable("damaged") from error
    if image.width * image.height > LARGEST_PICTURE:
        image.close()
        raise Unreadable("too_large")
    return image
