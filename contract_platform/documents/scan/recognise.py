"""One page recognised, in the child."""

from pathlib import Path
from typing import Final

import cv2
import numpy as np

from contract_platform.analysis.pages import TENTHS, THOUSANDTHS
from contract_platform.documents.scan.engine import SIDE_PER_POINT, Engine
from contract_platform.documents.scan.fragments import fragments
from contract_platform.documents.scan.picture import Picture, Pixels, picture_of
from contract_platform.documents.scan.records import ScannedPage
from contract_platform.documents.scan.ruling import drawn, ruling
from contract_platform.documents.scan.seals import without_seals
from contract_platform.documents.scan.upright import lean, set_upright, straightened

CLEAR: Final = 0.5  # mean confidence of a line from which its text is used, as RapidOCR has it
DARK: Final = 128  # grey level below which a pixel is ink


def recognise(path: Path, media: str, number: int) -> ScannedPage:
    """Everything that can be told from the page's picture; ``Unreadable`` damaged or too_large."""
    return recognised(picture_of(path, media, number), number)


def recognised(picture: Picture, number: int) -> ScannedPage:
    """The same of a picture that is there."""
    scale = picture.scale
    pixels = without_seals(picture.pixels, scale)
    engine = Engine(round(max(pixels.shape[:2]) / scale * SIDE_PER_POINT))
    upright = set_upright(engine, pixels)
    slope = lean(upright.corners)
    grey = _grey(upright.pixels)
    tables, underlines = drawn(ruling(straightened(grey, slope), scale))
    height, width = grey.shape
    pieces = engine.pieces(upright.crops, upright.corners)
    ink = round(float((grey < DARK).mean()) * THOUSANDTHS)
    return ScannedPage(
        number=number,
        width=round(width / scale * TENTHS),
        height=round(height / scale * TENTHS),
        turn=upright.turn,
        slope=round(slope * THOUSANDTHS),
        ink=ink,
        lines=fragments([piece for piece in pieces if piece.score >= CLEAR], scale),
        unclear=fragments([piece for piece in pieces if piece.score < CLEAR], scale),
        tables=tables,
        underlines=underlines,
    )


def _grey(pixels: Pixels) -> Pixels:
    return np.asarray(cv2.cvtColor(pixels, cv2.COLOR_BGR2GRAY), np.uint8)
