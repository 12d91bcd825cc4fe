"""The documents of a contract: which there are, and their files."""

from io import BytesIO
from typing import BinaryIO, Literal

import msgspec

from contract_platform.application.forms.catalogue import FORMS
from contract_platform.application.forms.gather import gather
from contract_platform.application.forms.issue import content_of
from contract_platform.application.forms.matter import Matter
from contract_platform.application.forms.paper_views import PapersView, PaperView, PreviewView
from contract_platform.application.forms.print_paper import Printed, print_content, printed_paper
from contract_platform.application.forms.template import template_bytes, template_in_force
from contract_platform.application.load import visible_contract
from contract_platform.application.permit import permit
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.domain.access import acting_roles
from contract_platform.domain.archiving import ARCHIVABLE_STATES, packable
from contract_platform.domain.contract import Contract
from contract_platform.domain.errors import NotFound, Refused
from contract_platform.domain.form_vocabulary import FormKind
from contract_platform.domain.labels import label
from contract_platform.domain.machine import Reason
from contract_platform.domain.paper import Paper
from contract_platform.domain.people import SYSTEM_ACTOR, Actor

Kind = Literal["docx", "pdf"]
NOT_ISSUED = "预览件，未出具，不具效力"


class PaperFile(msgspec.Struct, frozen=True, kw_only=True):
    """A file to be sent: its name for people, its size in bytes and its digest."""

    filename: str
    kind: Kind
    size: int
    sha256: str
    content: BinaryIO


def read_papers(platform: Platform, actor: Actor, contract_id: str) -> PapersView:
    """Issued documents, newest first, and what can be looked at before."""
    with platform.reading() as uow:
        contract = visible_contract(uow, actor, contract_id)
        inside = of_the_bureau(actor, contract)
        papers = [one for one in uow.papers.find(contract_id=contract_id) if inside or not FORMS[one.form].internal]
        return PapersView(
            papers=tuple(paper_view(uow, one) for one in reversed(papers)),
            previews=tuple(one for one in previews(uow, platform, contract) if inside or not one.internal),
            archive=to_archive(actor, contract),
        )


def to_archive(actor: Actor, contract: Contract) -> bool:
    """Whether the contract is at its end, and the reader looks after its file."""
    ended = contract.state in ARCHIVABLE_STATES or packable(contract.state)
    return ended and bool(acting_roles(actor, contract, "archive.read"))


def paper_view(uow: UnitOfWork, paper: Paper) -> PaperView:
    """One issued document."""
    by = paper.issued_by
    return PaperView(
        id=paper.id,
        form=paper.form,
        subject_id=paper.subject_id,
        no=paper.no,
        title=paper.title,
        number=paper.number,
        issued_at=paper.issued_at,
        issued_by=SYSTEM_ACTOR.name if by == SYSTEM_ACTOR.person_id else uow.people.get(by).name,
        voided_at=paper.voided_at,
        internal=FORMS[paper.form].internal,
        ready=paper.docx_sha256 is not None,
        content_sha256=paper.content_sha256,
        docx_sha256=paper.docx_sha256,
        pdf_sha256=paper.pdf_sha256,
        no_pdf=reason_of(paper),
    )


def reason_of(paper: Paper) -> Reason | None:
    """Why there is no PDF."""
    return msgspec.json.decode(paper.no_pdf, type=Reason) if paper.no_pdf else None


def previews(uow: UnitOfWork, platform: Platform, contract: Contract) -> tuple[PreviewView, ...]:
    """The documents that have content already; filing documents once for each filing."""
    matter = gather(uow, platform, contract)
    about = [matter, *(msgspec.structs.replace(matter, filing=one) for one in matter.filings)]
    found = []
    for one in about:
        for form in FORMS.values():
            if form.of_filing == (one.filing is not None) and form.ready(one):
                subject = one.filing.id if one.filing else ""
                internal = form.internal or form.draft_internal
                found.append(PreviewView(form=form.kind, subject_id=subject, internal=internal))
    return tuple(found)


def open_paper(platform: Platform, actor: Actor, paper_id: str, kind: Kind, *, internal: bool = False) -> PaperFile:
    """The file as it was issued; the caller closes it. ``Refused`` with the reason where there is no PDF.

    ``internal``: asked for as the bureau's own, which is another operation than reading what went out.
    """
    with platform.reading() as uow:
        paper = uow.papers.get(paper_id)
        contract = visible_contract(uow, actor, paper.contract_id)
        if FORMS[paper.form].internal is not internal:
            raise NotFound("paper_not_found", id=paper_id)
        if internal:
            permit(actor, "paper.internal", contract)
    paper = printed_paper(platform, paper_id)
    key, size = (paper.docx_sha256, paper.docx_size) if kind == "docx" else (paper.pdf_sha256, paper.pdf_size)
    if key is None:
        reason = reason_of(paper)
        raise Refused("paper_has_no_pdf", reasons=(reason,) if reason else ())
    name = filename(paper.form, contract, paper.number or str(paper.no), kind)
    return PaperFile(filename=name, kind=kind, size=size, sha256=key, content=platform.objects.open(key))


def preview_paper(
    platform: Platform,
    actor: Actor,
    contract_id: str,
    form: FormKind,
    kind: Kind,
    *,
    subject_id: str = "",
    internal: bool = False,
) -> PaperFile:
    """What a document would say now, marked as not issued."""
    with platform.reading() as uow:
        contract = visible_contract(uow, actor, contract_id)
        if internal:
            permit(actor, "paper.internal_preview", contract)
        if (FORMS[form].internal or FORMS[form].draft_internal) is not internal:
            raise Refused("paper_not_ready", form=form)
        filing = next((one for one in uow.filings.find(contract_id=contract_id) if one.id == subject_id), None)
        matter = gather(uow, platform, contract, filing=filing, reading=form is FormKind.WORKING_PAPER)
        if not FORMS[form].ready(matter):
            raise Refused("paper_not_ready", form=form)
        return preview_of(uow, platform, matter, form, kind)


def preview_of(uow: UnitOfWork, platform: Platform, matter: Matter, form: FormKind, kind: Kind) -> PaperFile:
    """A matter printed under the template in force."""
    in_force = template_in_force(uow, platform, form)
    template = template_bytes(platform, form, in_force.sha256)
    printed = print_content(platform, template, content_of(matter, form), platform.clock.now(), mark=NOT_ISSUED)
    return sent(printed, filename(form, matter.contract, "预览", kind), kind)


def sent(printed: Printed, name: str, kind: Kind) -> PaperFile:
    """Fresh bytes as a file; ``Refused`` with the reason where there is no PDF."""
    data = printed.docx if kind == "docx" else printed.pdf
    if data is None:
        raise Refused("paper_has_no_pdf", reasons=(printed.no_pdf,) if printed.no_pdf else ())
    return PaperFile(filename=name, kind=kind, size=len(data), sha256="", content=BytesIO(data))


def filename(form: FormKind, contract: Contract, which: str, kind: Kind) -> str:
    """A name by which people find the file again."""
    parts = (label("FormKind", form)[0], contract.name[:60], which)
    return "_".join("".join(sign for sign in part if sign not in '\\/:*?"<>|\n') for part in parts) + f".{kind}"


def of_the_bureau(actor: Actor, contract: Contract) -> bool:
    """Whether the reader stands on the bureau's side of this contract."""
    return bool(acting_roles(actor, contract, "paper.internal"))
