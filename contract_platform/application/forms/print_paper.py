"""The files of an issued document: made once, from what the act fixed, then kept for good."""

from datetime import datetime
from io import BytesIO
from typing import Any

import msgspec

from contract_platform.application.form_ports import NotFilledError, NotLaidOutError
from contract_platform.application.forms.template import template_bytes
from contract_platform.application.object_ports import StoredObject
from contract_platform.application.ports import Platform
from contract_platform.application.trace import record
from contract_platform.domain.events import Job
from contract_platform.domain.machine import Reason
from contract_platform.domain.paper import Paper
from contract_platform.domain.people import SYSTEM_ACTOR
from contract_platform.domain.vocabulary import Role


class Printed(msgspec.Struct, frozen=True, kw_only=True):
    """The files of a document; without a PDF the reason."""

    docx: bytes
    pdf: bytes | None = None
    no_pdf: Reason | None = None


def print_paper(platform: Platform, job: Job) -> None:
    """Make the files of the document that the job names."""
    printed_paper(platform, job.key)
    with platform.unit_of_work() as uow:
        uow.jobs.finish(job.id, platform.clock.now())


def printed_paper(platform: Platform, paper_id: str) -> Paper:
    """The document with its files; whoever asks first makes them, outside of any transaction."""
    with platform.reading() as uow:
        paper = uow.papers.get(paper_id)
    if paper.docx_sha256 is not None or not paper.content:
        return paper
    content: dict[str, Any] = msgspec.json.decode(paper.content)
    template = template_bytes(platform, paper.form, paper.template_sha256)
    own = True
    try:
        printed = print_content(platform, template, content, paper.issued_at)
    except NotFilledError:  # the document has to be had whatever became of the bureau's template
        own = False
        printed = print_content(platform, platform.forms.built_in(paper.form), content, paper.issued_at)
    files = stored(platform, printed)
    with platform.unit_of_work() as uow:
        paper = uow.papers.get(paper_id)
        if paper.docx_sha256 is not None or not paper.content:
            return paper
        paper = uow.papers.save(msgspec.structs.replace(paper, **files))
        data = {"form": paper.form, "docx_sha256": paper.docx_sha256, "pdf_sha256": paper.pdf_sha256 or "", "own": own}
        told = {"object_id": paper.id, "contract_id": paper.contract_id}
        record(uow, platform, SYSTEM_ACTOR, "paper.printed", **told, role=Role.SYSTEM, data=data)
    return paper


def print_content(
    platform: Platform, template: bytes, content: dict[str, Any], at: datetime, *, mark: str = ""
) -> Printed:
    """Content filled into a template, and laid out; ``mark`` is written over every page."""
    docx = platform.forms.fill(template, content, at, mark=mark)
    try:
        return Printed(docx=docx, pdf=platform.forms.lay_out(docx, at))
    except NotLaidOutError as error:
        return Printed(docx=docx, no_pdf=error.reason)


def stored(platform: Platform, printed: Printed) -> dict[str, Any]:
    """The files in the object store, as fields of ``Paper``."""
    docx: StoredObject = platform.objects.put(BytesIO(printed.docx))
    fields: dict[str, Any] = {"docx_sha256": docx.sha256, "docx_size": docx.size}
    if printed.pdf is not None:
        pdf = platform.objects.put(BytesIO(printed.pdf))
        fields |= {"pdf_sha256": pdf.sha256, "pdf_size": pdf.size}
    if printed.no_pdf is not None:
        fields["no_pdf"] = msgspec.json.encode(printed.no_pdf).decode()
    return fields
