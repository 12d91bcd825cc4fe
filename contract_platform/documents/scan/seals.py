"""Red stamps over black text: the stamp is taken off the picture, so that the text under it can be read.

Red ink is as bright as paper in the red channel, where black and blue stay dark; so the red channel is the picture
without the stamp. Only stamps are treated so: a letterhead printed in red stays.
"""

from typing import Any, Final

import cv2
import numpy as np

from contract_platform.documents.scan.picture import Pixels

REDDER: Final = 50  # by how much red has to exceed green and blue
WHITE: Final = 75  # percentile of brightness that is paper: most of what a stamp covers
LEAST_RED: Final = 0.0005  # share of the page below which there is no stamp
SIDES: Final = (
    36,
    190,
)  # points: a name seal of 13 mm up to an official seal of 58 mm with some room, GB/T 9704 7.2.11
SQUARE: Final = 0.5  # shorter by longer side
GAP: Final = 7  # points between parts of one stamp: its ring, its star, its characters


def without_seals(pixels: Pixels, scale: float) -> Pixels:
    """The picture with what is red inside stamps gone; the same array where there is no stamp."""
    blue, green, red = (pixels[..., channel].astype(np.int16) for channel in range(3))
    ink = (red - np.maximum(green, blue) > REDDER).astype(np.uint8)
    if ink.mean() < LEAST_RED:
        return pixels
    cleaned = pixels.copy()
    for left, top, width, height in stamps(ink, scale):
        window = np.s_[top : top + height, left : left + width]
        part, near = cleaned[window], cv2.dilate(ink[window], np.ones((3, 3), np.uint8)).astype(bool)
        shown = part[..., 2].copy()
        paper = np.percentile(shown, WHITE)
        brighter = paper / max(float(np.median(shown[ink[window] > 0])), 1.0)
        shown[near] = np.minimum(shown[near] * brighter, paper)
        part[...] = shown[..., None]
    return cleaned


def stamps(ink: Any, scale: float) -> list[tuple[int, int, int, int]]:  # noqa: ANN401 - a mask of any integer type
    """Left, top, width and height of every red patch of a stamp's size and shape, in pixels."""
    near = max(round(GAP * scale), 1)
    joined = cv2.dilate(ink, np.ones((near, near), np.uint8))
    _, _, found, _ = cv2.connectedComponentsWithStats(joined)
    boxes = [(int(left), int(top), int(width), int(height)) for left, top, width, height, _ in found[1:]]
    return [box for box in boxes if _is_stamp(box[2] / scale, box[3] / scale)]


def _is_stamp(width: float, height: float) -> bool:
    shorter, longer = sorted((width, height))
    return SIDES[0] <= shorter and longer <= SIDES[1] and shorter >= SQUARE * longer
