"""The adapter behind ``form_ports.Forms``. Libraries are loaded with the first document, not with the process."""

from collections.abc import Mapping
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import structlog

from contract_platform.application.form_ports import Composition, NotFilledError
from contract_platform.documents.sandbox import ChildStoppedError, Sandbox
from contract_platform.domain.machine import Reason

if TYPE_CHECKING:
    from contract_platform.documents.forms.shelf import Shelf

log = structlog.get_logger(__name__)

TEMPLATES = Path(__file__).resolve().parent / "templates"


class WordForms:
    """``form_ports.Forms``; ``fonts`` is the bureau's folder of licensed fonts, None where it has none."""

    def __init__(self, fonts: Path | None = None) -> None:
        self._fonts = fonts
        self._sandbox = Sandbox()

    @cached_property
    def _shelf(self) -> "Shelf":
        from contract_platform.documents.forms.shelf import Shelf

        return Shelf(self._fonts)

    def compose(self, composition: Composition, at: datetime) -> bytes:
        """The Word file of a composition."""
        from contract_platform.documents.forms.composing import composed

        return composed(composition, at)

    def built_in(self, form: str) -> bytes:
        """The template that ships with the platform."""
        return (TEMPLATES / f"{form.lower()}.docx").read_bytes()

    def fill(self, template: bytes, context: Mapping[str, object], at: datetime, *, mark: str = "") -> bytes:
        """The Word file of a template."""
        from jinja2 import TemplateError

        from contract_platform.documents.forms.filling import filled

        try:
            return filled(template, context, at, mark=mark)
        except TemplateError as error:
            raise NotFilledError(str(error)) from error

    def lay_out(self, docx: bytes, at: datetime) -> bytes:
        """The PDF of a Word file."""
        from contract_platform.documents.forms.laying_out import laid_out

        return laid_out(docx, self._shelf, at)

    def faults(self, path: Path, form: str, sample: Mapping[str, object]) -> tuple[Reason, ...]:
        """What stands against a template; what stops the child is a fault of its own."""
        from contract_platform.documents.forms.checking import check_template

        given = msgspec.json.encode(sample).decode()
        try:
            data = self._sandbox.run(check_template, str(path), given, str(self._fonts or ""))
        except ChildStoppedError as stopped:
            log.warning("template check stopped", code=stopped.code, form=form, detail=stopped.detail)
            return (Reason(code="form_unreadable", params={"cause": stopped.code}),)
        return msgspec.msgpack.decode(data, type=tuple[Reason, ...])
