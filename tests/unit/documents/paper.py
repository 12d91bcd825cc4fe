"""Pages as a scanner sees them: drawn from text, leaning, stained and stamped."""

import math
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont

SERIF = Path("/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc")
SANS = Path("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc")
SIMPLIFIED = 2  # number of the face in the collection
DPI = 150
WHITE, BLACK, RED, PAPER = (255, 255, 255), (25, 25, 25), (210, 30, 35), (246, 244, 238)


def points(number: float) -> int:
    """Pixels of so many points."""
    return round(number * DPI / 72)


class Sheet:
    """A sheet of paper, A4 unless said otherwise; places in points from the top left corner."""

    def __init__(self, width: float = 595, height: float = 842) -> None:
        self.image = Image.new("RGB", (points(width), points(height)), PAPER)
        self._draw = ImageDraw.Draw(self.image)
        self._written: list[tuple[str, float, float, float, ImageFont.FreeTypeFont]] = []

    def write(self, x: float, y: float, text: str, *, size: float = 12, bold: bool = False) -> float:
        """A line whose top left corner is there; returns where it ends."""
        font = ImageFont.truetype(str(SANS if bold else SERIF), points(size), index=SIMPLIFIED)
        self._draw.text((points(x), points(y)), text, font=font, fill=BLACK)
        self._written.append((text, x, y, size, font))
        return x + font.getlength(text) * 72 / DPI

    def where(self, words: str) -> tuple[float, float, float]:
        """Left and right edge and middle of what was written."""
        text, x, y, size, font = next(one for one in self._written if words in one[0])
        before = text.index(words)
        left, right = (font.getlength(text[:end]) * 72 / DPI for end in (before, before + len(words)))
        return x + left, x + right, y + 0.72 * size

    def lines(self, x: float, y: float, lines: Sequence[str], *, leading: float = 22, size: float = 12) -> float:
        """Line below line; returns where the next would stand."""
        for line in lines:
            self.write(x, y, line, size=size)
            y += leading
        return y

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """A drawn line."""
        self._draw.line([points(x0), points(y0), points(x1), points(y1)], fill=BLACK, width=2)

    def table(self, xs: Sequence[float], y: float, rows: Sequence[Sequence[str]], *, height: float = 24) -> float:
        """A ruled table; returns where it ends."""
        bottom = y + height * len(rows)
        for x in xs:
            self.rule(x, y, x, bottom)
        for place in range(len(rows) + 1):
            self.rule(xs[0], y + place * height, xs[-1], y + place * height)
        for place, row in enumerate(rows):
            for x, cell in zip(xs, row, strict=False):
                self.write(x + 5, y + place * height + 4, cell, size=11)
        return bottom

    def seal(self, x: float, y: float, words: str, *, radius: float = 58) -> None:
        """A round red seal whose centre is there, in ink that what lies under it shows through."""
        ink = Image.new("RGB", self.image.size, WHITE)
        drawn = ImageDraw.Draw(ink)
        box = [points(x - radius), points(y - radius), points(x + radius), points(y + radius)]
        drawn.ellipse(box, outline=RED, width=points(3))
        font = ImageFont.truetype(str(SANS), points(12), index=SIMPLIFIED)
        for place, character in enumerate(words):
            angle = math.pi * (1 + (place + 0.5) / len(words))
            at = (points(x + 44 * math.cos(angle) - 6), points(y + 44 * math.sin(angle) - 8))
            drawn.text(at, character, font=font, fill=RED)
        drawn.text((points(x - 12), points(y - 16)), "★", font=font.font_variant(size=points(24)), fill=RED)
        self.image.paste(ImageChops.multiply(self.image, ink))

    def scanned(self, *, lean: float = 0.0, seed: int = 1) -> Image.Image:
        """As it comes out of the machine: leaning by so many degrees, a little blurred and noisy."""
        turned = self.image.rotate(-lean, resample=Image.Resampling.BICUBIC, fillcolor=PAPER)
        pixels = np.asarray(turned.filter(ImageFilter.GaussianBlur(0.6))).astype(np.int16)
        noise = np.random.default_rng(seed).normal(0, 6, pixels.shape[:2])
        return Image.fromarray(np.clip(pixels + noise[..., None], 0, 255).astype(np.uint8))


def pdf_of(images: Sequence[Image.Image], path: Path) -> Path:
    """A PDF of pictures only."""
    images[0].save(path, "PDF", resolution=DPI, save_all=True, append_images=list(images[1:]))
    return path
