"""Marks become a PDF with embedded subsets of the fonts; its text can be searched and copied."""

from collections.abc import Iterator
from datetime import datetime
from itertools import groupby

from fpdf import FPDF
from fpdf.enums import TextMode

from contract_platform.documents.forms.page_model import Sheet
from contract_platform.documents.forms.paging import FillMark, Mark, RuleMark, TextMark
from contract_platform.documents.forms.shelf import Face, metrics
from contract_platform.documents.forms.typesetting import Sign

STROKE = 0.03  # of the size: how much a face without a bold one is thickened


def drawn(sheet: Sheet, pages: list[list[Mark]], title: str, at: datetime) -> bytes:
    """The file."""
    pdf = FPDF(unit="pt", format=(sheet.width, sheet.height))
    pdf.set_auto_page_break(auto=False)
    pdf.set_title(title)
    pdf.set_lang("zh-CN")
    pdf.set_creation_date(at)
    pdf.set_producer("contract-platform")
    pen = Pen(pdf)
    for marks in pages:
        pdf.add_page()
        for mark in sorted(marks, key=lambda one: not isinstance(one, FillMark)):
            pen.draw(mark)
    return bytes(pdf.output())


class Pen:
    """Draws marks on one file and knows which faces it has taken in."""

    def __init__(self, pdf: FPDF) -> None:
        self._pdf = pdf
        self._faces: dict[Face, str] = {}

    def draw(self, mark: Mark) -> None:
        """One mark."""
        if isinstance(mark, FillMark):
            self._pdf.set_fill_color(*mark.color)
            self._pdf.rect(mark.x, mark.y, mark.width, mark.height, style="F")
        elif isinstance(mark, RuleMark):
            self._pdf.set_draw_color(*mark.rule.color)
            self._pdf.set_line_width(mark.rule.width)
            self._pdf.line(*mark.start, *mark.end)
        else:
            self.text(mark)

    def text(self, mark: TextMark) -> None:
        """A line, run by run of equal type."""
        x = mark.x
        for run, spacing in runs(mark.line.signs, mark.line.gap):
            first = run[0]
            self._pdf.set_font(self.family(first.face), size=first.size)
            self._pdf.set_char_spacing(spacing)
            self._pdf.set_text_color(*first.color)
            wide = sum(sign.width + mark.line.gap for sign in run)
            text = "".join(sign.text for sign in run)
            if first.bold and "song" not in first.face.path.name:
                with self._pdf.local_context(text_mode=TextMode.FILL_STROKE, line_width=first.size * STROKE):
                    self._pdf.set_draw_color(*first.color)
                    self._pdf.text(x, mark.y, text)
            else:
                self._pdf.text(x, mark.y, text)
            if first.underline:
                self._pdf.set_draw_color(*first.color)
                self._pdf.set_line_width(0.5)
                self._pdf.line(x, mark.y + 0.15 * first.size, x + wide, mark.y + 0.15 * first.size)
            x += wide

    def family(self, face: Face) -> str:
        """The name of a face in this file."""
        if face not in self._faces:
            self._faces[face] = f"face{len(self._faces)}"
            self._pdf.add_font(self._faces[face], fname=face.path, collection_font_number=face.number)
        return self._faces[face]


def runs(signs: tuple[Sign, ...], gap: float) -> Iterator[tuple[list[Sign], float]]:
    """Signs of one type that are spaced alike, and how far apart."""

    def kind(sign: Sign) -> tuple[object, ...]:
        from_font = natural(sign)
        spacing = round(sign.width - from_font, 3)
        return (sign.face, sign.size, sign.bold, sign.underline, sign.color, spacing)

    for key, group in groupby(signs, kind):
        extra = key[-1]
        assert isinstance(extra, float), "the last part of the key"
        yield list(group), extra + gap


def natural(sign: Sign) -> float:
    """The advance the font itself gives."""
    return metrics(sign.face).width(sign.text) / 1000 * sign.size
