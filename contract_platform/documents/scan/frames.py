"""Image files and the pages in them, without decoding any."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from PIL import Image

from contract_platform.analysis.model import Unreadable

LARGEST_PICTURE: Final = 120_000_000  # pixels; a decoded frame must fit in the child's memory
FORMATS: Final = ("JPEG", "PNG", "TIFF", "BMP", "MPO")
_BROKEN = (OSError, EOFError, ValueError, SyntaxError, KeyError, TypeError, IndexError)
"""What Pillow raises on broken files."""


@contextmanager
def opened(path: Path) -> Iterator[Image.Image]:
    """The image, not yet decoded; whatever is wrong with it inside the block is ``Unreadable`` damaged or too_large.

    What Pillow only warns of (strange tags) does not keep a page from being shown.
    """
    Image.MAX_IMAGE_PIXELS = None  # the limit below is ours
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            with Image.open(path, formats=FORMATS) as image:
                if image.width * image.height > LARGEST_PICTURE:
                    raise Unreadable("too_large")
                yield image
        except _BROKEN as error:
            raise Unreadable("damaged") from error


def frames(path: Path) -> int:
    """How many pages an image file has; ``Unreadable`` damaged or too_large."""
    with opened(path) as image:
        return int(getattr(image, "n_frames", 1))
