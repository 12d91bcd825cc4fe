"""A page of an image file as browsers show it, made in a child."""

import io
from pathlib import Path
from typing import Final

import msgspec
from PIL import Image, ImageOps

from contract_platform.analysis.model import Unreadable
from contract_platform.documents.child_work import MEBIBYTE, Limits
from contract_platform.documents.scan.frames import opened

SIDE: Final = 1800  # pixels of the longer side: sharp on any screen
QUALITY: Final = 82  # of JPEG
DEEPER: Final = 256  # grey levels of 16 bits to one of 8
LIMITS: Final = Limits(memory_bytes=1536 * MEBIBYTE, cpu_seconds=20, wall_seconds=60.0, result_bytes=16 * MEBIBYTE)


class Shown(msgspec.Struct, frozen=True, kw_only=True):
    """A picture, or the code of why there is none."""

    jpeg: bytes = b""
    code: str = ""


def page_image(path: str, number: str, turn: str) -> bytes:
    """The msgpack bytes of the page's picture, page ``number`` from 1, turned by so many degrees clockwise."""
    try:
        shown = Shown(jpeg=jpeg_of(Path(path), int(number), int(turn)))
    except Unreadable as refusal:
        shown = Shown(code=refusal.code)
    return msgspec.msgpack.encode(shown)


def jpeg_of(path: Path, number: int, turn: int = 0) -> bytes:
    """The page as the camera says, turned clockwise, no larger than a screen; ``Unreadable`` damaged or too_large."""
    with opened(path) as image:
        image.seek(number - 1)
        image.draft("RGB", (SIDE, SIDE))
        seen = ImageOps.exif_transpose(image)
        seen.thumbnail((SIDE, SIDE))
        seen = seen.rotate(-turn, expand=True) if turn else seen
        out = io.BytesIO()
        flat(seen).save(out, "JPEG", quality=QUALITY)
        return out.getvalue()


def flat(image: Image.Image) -> Image.Image:
    """In colours that JPEG has; what is transparent is white."""
    if image.mode.startswith("I"):
        image = image.convert("I").point(lambda level: level / DEEPER).convert("L")
    if "A" in image.mode or "transparency" in image.info:
        image = Image.alpha_composite(Image.new("RGBA", image.size, "white"), image.convert("RGBA"))
    return image.convert("RGB")
