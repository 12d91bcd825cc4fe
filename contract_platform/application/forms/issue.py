"""An act issues its documents: what stands in them is fixed in the commit of the act, their files follow."""

import hashlib

import msgspec

from contract_platform.application.forms.catalogue import FORMS, issued_by
from contract_platform.application.forms.gather import gather
from contract_platform.application.forms.matter import Matter, Said
from contract_platform.application.forms.parts import Sheet
from contract_platform.application.forms.template import template_in_force
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.shown import masked
from contract_platform.application.trace import canonical, enqueue, record
from contract_platform.domain.contract import Contract
from contract_platform.domain.family import AMENDING
from contract_platform.domain.followups import Filing
from contract_platform.domain.form_vocabulary import FormKind
from contract_platform.domain.paper import Paper
from contract_platform.domain.people import Actor
from contract_platform.domain.vocabulary import State

OF_THE_TEXT = frozenset({FormKind.REVIEW_OPINION, FormKind.WORKING_PAPER, FormKind.ADOPTION_STATEMENT})
"""Documents that quote the text of a version."""


def issue_of_act(
    uow: UnitOfWork, platform: Platform, actor: Actor, contract: Contract, source: State | None, said: Said
) -> None:
    """The documents of an act on the main line, of which ``contract`` is already the result."""
    if source is None:
        return
    if said.action == "recall":
        void(uow, platform, actor, contract)
        return
    kinds = issued_by(said.action, source, contract.state, amending=contract.relation in AMENDING)
    issue(uow, platform, actor, contract, kinds, said)


def void(uow: UnitOfWork, platform: Platform, actor: Actor, contract: Contract) -> None:
    """Documents of the act that was taken back count no more; the record of them stays."""
    made = uow.decisions.find(contract_id=contract.id)
    taken = next((one for one in reversed(made) if one.source == contract.state and one.action != "recall"), None)
    if taken is None:
        return
    for paper in uow.papers.find(contract_id=contract.id, act=taken.action, voided_at=None):
        if paper.issued_at >= taken.at:
            uow.papers.save(msgspec.structs.replace(paper, voided_at=platform.clock.now()))
            told = {"form": paper.form, "no": paper.no}
            record(uow, platform, actor, "paper.voided", object_id=paper.id, contract_id=contract.id, data=told)


def issue(
    uow: UnitOfWork,
    platform: Platform,
    actor: Actor,
    contract: Contract,
    kinds: tuple[FormKind, ...],
    said: Said,
    filing: Filing | None = None,
) -> None:
    """Issue these documents of a contract."""
    if not kinds:
        return
    matter = gather(uow, platform, contract, said=said, filing=filing, reading=FormKind.WORKING_PAPER in kinds)
    for kind in kinds:
        put(uow, platform, actor, matter, kind, said)


def put(uow: UnitOfWork, platform: Platform, actor: Actor, matter: Matter, kind: FormKind, said: Said) -> None:
    """One document, its trace and the work of printing it."""
    sheet = content_of(matter, kind)
    content = canonical(sheet)
    contract_id = matter.contract.id
    paper = Paper(
        id=platform.new_id(),
        contract_id=contract_id,
        form=kind,
        no=len(uow.papers.find(contract_id=contract_id, form=kind)) + 1,
        title=str(sheet["title"]),
        number=number_of(sheet),
        issued_at=said.at,
        issued_by=said.by,
        act=said.action,
        content=content,
        content_sha256=hashlib.sha256(content).hexdigest(),
        template_sha256=template_in_force(uow, platform, kind).sha256,
        subject_id=matter.filing.id if matter.filing else "",
        version_id=matter.checked.id if matter.checked and kind in OF_THE_TEXT else None,
    )
    uow.papers.add(paper)
    data = {"form": kind, "no": paper.no, "number": paper.number, "content_sha256": paper.content_sha256}
    record(uow, platform, actor, "paper.issued", object_id=paper.id, contract_id=contract_id, data=data)
    enqueue(uow, platform, "print_paper", paper.id, lane="quick")


def content_of(matter: Matter, kind: FormKind) -> dict[str, object]:
    """What stands in a document, as plain text, lists and flags; personal numbers are masked."""
    sheet: Sheet = masked(FORMS[kind].make(matter))
    content: dict[str, object] = msgspec.to_builtins(sheet)
    return content


def number_of(sheet: dict[str, object]) -> str:
    """The document's own number; the review's where it has none."""
    own = str(sheet.get("number") or sheet.get("review_no") or "")
    return "" if own == "—" else own
