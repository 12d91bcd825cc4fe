"""Which way up a page is, and by how much it still leans."""

from typing import Any, Final, NamedTuple

import cv2
import numpy as np

from contract_platform.documents.scan.engine import Engine
from contract_platform.documents.scan.picture import Pixels

TALL: Final = 1.5  # height by width from which a piece of text runs downwards
MOST: Final = 0.6  # share of the text that decides
ASKED: Final = 12  # lines that are asked whether they stand on their heads
LONG: Final = 5  # width by height from which a line tells how the page leans
LEAST_LEAN: Final = 0.002  # below, turning moves nothing by a pixel that matters
QUARTER, HALF = 90, 180  # degrees


class Upright(NamedTuple):
    """The picture set upright, the quarter turns in degrees clockwise that did it, and its lines."""

    pixels: Pixels
    turn: int
    crops: list[Any]
    corners: Any


def set_upright(engine: Engine, pixels: Pixels) -> Upright:
    """Turned so that most of the text can be read."""
    turn = 0
    crops, corners = engine.lines(pixels)
    if crops and _runs_downwards(corners):
        turn, pixels = QUARTER, np.ascontiguousarray(np.rot90(pixels, -1))
        crops, corners = engine.lines(pixels)
    widest = sorted(range(len(crops)), key=lambda place: crops[place].shape[1], reverse=True)[:ASKED]
    if widest and engine.upside_down([crops[place] for place in widest]) > MOST:
        turn, pixels = turn + HALF, np.ascontiguousarray(np.rot90(pixels, 2))
        crops, corners = engine.lines(pixels)
    return Upright(pixels, turn, crops, corners)


def lean(corners: Any) -> float:  # noqa: ANN401 - an array of RapidOCR's
    """Tangent of the angle by which lines fall to the right: the median over long lines, by length."""
    across = corners[:, 1] - corners[:, 0]
    heights = np.linalg.norm(corners[:, 3] - corners[:, 0], axis=1)
    long = across[:, 0] > LONG * np.maximum(heights, 1)
    if not long.any():
        return 0.0
    slopes, weights = across[long, 1] / across[long, 0], across[long, 0]
    order = np.argsort(slopes)
    middle = np.searchsorted(np.cumsum(weights[order]), weights.sum() / 2)
    return float(slopes[order][middle])


def straightened(grey: Pixels, slope: float) -> Pixels:
    """The picture turned about its centre until its lines are level."""
    if abs(slope) < LEAST_LEAN:
        return grey
    height, width = grey.shape[:2]
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), np.degrees(np.arctan(slope)), 1.0)
    turned = cv2.warpAffine(grey, matrix, (width, height), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(turned, np.uint8)


def _runs_downwards(corners: Any) -> bool:  # noqa: ANN401 - an array of RapidOCR's
    widths = np.linalg.norm(corners[:, 1] - corners[:, 0], axis=1)
    heights = np.linalg.norm(corners[:, 3] - corners[:, 0], axis=1)
    longer = np.maximum(widths, heights)
    return bool(longer[heights >= TALL * widths].sum() > MOST * longer.sum())
