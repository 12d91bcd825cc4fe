"""From the bytes of a Word file to those of its PDF."""

from datetime import datetime
from io import BytesIO

from docx import Document

from contract_platform.application.form_ports import NotLaidOutError
from contract_platform.documents.forms.drawing import drawn
from contract_platform.documents.forms.paging import paged
from contract_platform.documents.forms.reading import story_of, strange
from contract_platform.documents.forms.shelf import Shelf
from contract_platform.documents.forms.typesetting import Typesetter
from contract_platform.domain.machine import Reason


def laid_out(docx: bytes, shelf: Shelf, at: datetime) -> bytes:
    """The PDF; ``NotLaidOutError`` without fonts, without a glyph, or for what cannot be set."""
    missing = shelf.missing()
    if missing:
        raise NotLaidOutError(Reason(code="form_fonts_missing", params={"fonts": list(missing)}))
    unset = strange(docx)
    if unset:
        raise NotLaidOutError(Reason(code="form_not_set", params={"parts": sorted(unset)}))
    story = story_of(docx)
    title = Document(BytesIO(docx)).core_properties.title
    return drawn(story.sheet, paged(story, Typesetter(shelf, story.sheet)), title, at)
