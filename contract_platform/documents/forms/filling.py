"""Templates filled: Jinja in its sandbox, and of its language only what a form needs."""

import unicodedata
from collections.abc import Mapping
from datetime import datetime
from io import BytesIO
from typing import Final

from docx import Document
from docx.document import Document as Word
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined
from jinja2.sandbox import SandboxedEnvironment

from contract_platform.documents.forms.measures import HEI, RED, SIZE
from contract_platform.documents.forms.packing import packed
from contract_platform.documents.forms.writing import set_font

TITLE_MOST: Final = 200


def environment() -> SandboxedEnvironment:
    """Escapes for XML, and takes a name that is not given for an error instead of nothing."""
    return SandboxedEnvironment(autoescape=True, undefined=StrictUndefined)


def filled(template: bytes, context: Mapping[str, object], at: datetime, *, mark: str = "") -> bytes:
    """The Word file of a template; ``context`` is plain text, lists and mappings."""
    work = DocxTemplate(BytesIO(template))
    work.render({name: clean(value) for name, value in context.items()}, environment())
    title = context.get("title")
    written = BytesIO()
    work.save(written)
    shown = str(title)[:TITLE_MOST] if title else None
    document = Document(BytesIO(written.getvalue()))
    if mark:
        put_mark(document, mark)
    return packed(document, shown, at)


def put_mark(document: Word, mark: str) -> None:
    """A red line at the head of every page, above what the template has there."""
    for section in document.sections:
        for header in (section.header, section.even_page_header, section.first_page_header):
            header.is_linked_to_previous = False
            paragraph = header.paragraphs[0].insert_paragraph_before() if header.paragraphs else header.add_paragraph()
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            set_font(paragraph.add_run(mark), HEI, SIZE["小四"], color=RED)


def clean(value: object) -> object:
    """Text without signs that XML or the template engine would take for something else."""
    match value:
        case str():
            return "".join(sign for sign in value if sign == "\n" or printable(sign))
        case Mapping():
            return {name: clean(part) for name, part in value.items()}
        case list() | tuple():
            return [clean(part) for part in value]
        case _:
            return value


def printable(sign: str) -> bool:
    """Whether XML 1.0 holds it as a sign."""
    return unicodedata.category(sign) not in {"Cc", "Cs"} and sign not in "\ufffe\uffff"
