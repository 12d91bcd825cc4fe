"""Templates filled: Jinja in its sandbox, and of its language only what a form needs."""

import unicodedata
from collections.abc import Mapping
from datetime import datetime
from io import BytesIO
from typing import Final

from docx import Document
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined
from jinja2.sandbox import SandboxedEnvironment

from contract_platform.documents.forms.packing import packed

TITLE_MOST: Final = 200


def environment() -> SandboxedEnvironment:
    """Escapes for XML, and takes a name that is not given for an error instead of nothing."""
    return SandboxedEnvironment(autoescape=True, undefined=StrictUndefined)


def filled(template: bytes, context: Mapping[str, object], at: datetime) -> bytes:
    """The Word file of a template; ``context`` is plain text, lists and mappings."""
    work = DocxTemplate(BytesIO(template))
    work.render({name: clean(value) for name, value in context.items()}, environment())
    title = context.get("title")
    written = BytesIO()
    work.save(written)
    shown = str(title)[:TITLE_MOST] if title else None
    return packed(Document(BytesIO(written.getvalue())), shown, at)


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
