"""The picture of one page: a page of a PDF, a frame of a TIFF, or an image file."""

from pathlib import Path
from typing import Any, Final

import cv2
import numpy as np
import numpy.typing as npt
import pypdfium2
from PIL import Image, ImageOps

from contract_platform.analysis.model import Unreadable
from contract_platform.documents.scan.frames import LARGEST_PICTURE, opened

POINTS: Final = 72  # to the inch
FEWEST_DPI, MOST_DPI = 100, 200  # more than the recogniser can use only costs time and memory
MOST_PIXELS: Final = 9_000_000  # of a page however large: A3 at 200 dpi
COVERS: Final = 0.6  # share of the page from which an image is the page
A4_LENGTH: Final = 842.0  # points, for images that do not say their resolution
SHEETS: Final = (140.0, 1700.0)  # points of the longer side: from a slip of paper to A2
DEEPER: Final = 8  # bits a 16-bit grey has more than can be shown

Pixels = npt.NDArray[np.uint8]


class Picture:
    """Pixels (blue, green, red) and how many of them make a point."""

    def __init__(self, pixels: Pixels, scale: float) -> None:
        self.pixels = pixels
        self.scale = scale


def picture_of(path: Path, media: str, number: int) -> Picture:
    """Page ``number`` from 1; ``Unreadable`` damaged or too_large."""
    return pdf_picture(path, number) if media == "pdf" else image_picture(path, number)


def pdf_picture(path: Path, number: int) -> Picture:
    """Drawn by pdfium, at the resolution of the scan where the page is one."""
    try:
        document = pypdfium2.PdfDocument(path)
        page = document[number - 1]
    except (pypdfium2.PdfiumError, IndexError) as error:
        raise Unreadable("damaged") from error
    width, height = page.get_size()
    dpi = min(max(_scan_dpi(page, width * height) or MOST_DPI, FEWEST_DPI), MOST_DPI)
    scale = min(dpi / POINTS, (MOST_PIXELS / max(width * height, 1)) ** 0.5)
    pixels = page.render(scale=scale, force_bitmap_format=pypdfium2.raw.FPDFBitmap_BGR).to_numpy()
    return Picture(np.ascontiguousarray(pixels), scale)


def _scan_dpi(page: Any, area: float) -> float:  # noqa: ANN401 - pypdfium2 ships no types
    """Resolution of the image that covers the page, 0 without one."""
    for item in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        left, bottom, right, top = item.get_bounds()
        if (right - left) * (top - bottom) >= COVERS * area:
            return float(max(item.get_px_size()[0] * POINTS / (right - left), 1))
    return 0.0


def image_picture(path: Path, number: int) -> Picture:
    """A frame as it is meant to be seen, in colour on white; ``Unreadable`` damaged or too_large."""
    with opened(path) as image:
        image.seek(number - 1)
        if image.width * image.height > LARGEST_PICTURE:
            raise Unreadable("too_large")
        size, scale = max(image.size), resolution(image)
        wanted = min(1.0, MOST_DPI / POINTS / scale, (MOST_PIXELS / (image.width * image.height)) ** 0.5)
        image.draft("RGB", (round(image.width * wanted), round(image.height * wanted)))  # less of a JPEG to decode
        pixels = on_white(ImageOps.exif_transpose(image))
    shrunk = size * wanted / max(pixels.shape[:2])
    if shrunk < 1:
        pixels = np.asarray(cv2.resize(pixels, None, fx=shrunk, fy=shrunk, interpolation=cv2.INTER_AREA), np.uint8)
    return Picture(np.ascontiguousarray(pixels), scale * wanted)


def resolution(image: Image.Image) -> float:
    """Pixels to the point: as said where that makes a sheet of paper, which cameras say without meaning it."""
    said = image.info.get("dpi") or (0, 0)
    scale = float(said[0] or 0) / POINTS
    longest = max(image.size) / scale if scale else 0.0
    return scale if SHEETS[0] <= longest <= SHEETS[1] else max(image.size) / A4_LENGTH


def on_white(image: Image.Image) -> Pixels:
    """Blue, green, red of an image in any mode; what is transparent is white."""
    if image.mode.startswith("I"):
        deep = np.asarray(image).astype(np.int64)
        return np.asarray(np.stack([np.clip(deep >> DEEPER, 0, 255)] * 3, axis=-1), np.uint8)
    if "A" in image.mode or "transparency" in image.info:
        paper = Image.new("RGBA", image.size, "white")
        image = Image.alpha_composite(paper, image.convert("RGBA"))
    return np.asarray(image.convert("RGB"))[..., ::-1]
