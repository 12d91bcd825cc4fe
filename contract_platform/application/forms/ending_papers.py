"""Papers about changing, suspending and ending a contract, and the catalogue of its file."""

from contract_platform.application.forms import wording as w
from contract_platform.application.forms.matter import Matter
from contract_platform.application.forms.opinion_papers import SHORT
from contract_platform.application.forms.parts import PartyLine, Sheet, StepLine, decided_as, head, parties, steps
from contract_platform.domain.records import Record
from contract_platform.domain.vocabulary import ObligationState, Role

DONE = frozenset({ObligationState.ACCEPTED, ObligationState.WAIVED})


class ChangeApproval(Sheet, frozen=True, kw_only=True):
    """合同变更（补充）审批表."""

    relation: str
    parent_name: str
    parent_no: str
    parent_amount: str
    parent_sign_day: str
    money: str
    reason: str
    clauses: str
    bearing: str
    cap_basis: str
    parties: tuple[PartyLine, ...]
    steps: tuple[StepLine, ...]
    unit_legal: str
    unit_legal_day: str
    unit_lead: str
    unit_lead_day: str


class TerminationApproval(Sheet, frozen=True, kw_only=True):
    """合同中止/解除审批表."""

    act: str
    reasons: tuple[str, ...]
    parties: tuple[PartyLine, ...]
    sign_day: str
    done_count: str
    open_count: str
    paid: str
    unpaid: str
    decided_by: str
    decided_on: str


class CatalogueLine(Record, frozen=True, kw_only=True):
    """A paper in the file."""

    no: str
    name: str
    kind: str
    number: str
    day: str
    mark: str


class ArchiveCatalogue(Sheet, frozen=True, kw_only=True):
    """归档目录."""

    sign_day: str
    outcome: str
    retention: str
    lines: tuple[CatalogueLine, ...]
    count: str
    archivist: str


def change_approval(matter: Matter) -> ChangeApproval:
    """The form for a child contract that changes or supplements its original."""
    amendment, parent = matter.amendment, matter.parent
    legal, legal_day = decided_as(matter, Role.UNIT_LEGAL)
    lead, lead_day = decided_as(matter, Role.HANDLER_LEAD)
    return ChangeApproval(
        **head(matter, "政府合同变更（补充）审批表"),
        relation=w.zh("ContractRelation", matter.contract.relation),
        parent_name=parent.name if parent else w.NOTHING,
        parent_no=w.or_dash(parent.contract_no if parent else None),
        parent_amount=w.amount(parent) if parent else w.NOTHING,
        parent_sign_day=w.day(parent.sign_date if parent else None),
        money=w.zh("MoneyEffect", amendment.money if amendment else None),
        reason=w.or_dash(amendment.reason if amendment else None),
        clauses=w.or_dash(amendment.clauses if amendment else None),
        bearing=w.or_dash(amendment.bearing if amendment else None),
        cap_basis=w.or_dash(amendment.cap_basis if amendment else None),
        parties=parties(matter),
        steps=steps(matter, "submit", "cosigned", "pass", "forward"),
        unit_legal=legal,
        unit_legal_day=legal_day,
        unit_lead=lead,
        unit_lead_day=lead_day,
    )


def termination_approval(matter: Matter) -> TerminationApproval:
    """The form for suspending or rescinding."""
    said = matter.said
    binding = [one for one in matter.obligations if one.state is not ObligationState.PROPOSED]
    ours = [one for one in binding if one.amount_fen is not None]
    return TerminationApproval(
        **head(matter, "政府合同中止（解除）审批表"),
        act=w.zh("Action", said.action if said else None),
        reasons=w.paragraphs(said.reason if said else "") or (w.NOTHING,),
        parties=parties(matter),
        sign_day=w.day(matter.contract.sign_date),
        done_count=str(sum(one.state in DONE for one in binding)),
        open_count=str(sum(one.state not in DONE for one in binding)),
        paid=w.money(sum(one.amount_fen or 0 for one in ours if one.state is ObligationState.ACCEPTED)),
        unpaid=w.money(sum(one.amount_fen or 0 for one in ours if one.state not in DONE)),
        decided_by=matter.name(said.by if said else None),
        decided_on=w.day(said.at if said else None),
    )


def archive_catalogue(matter: Matter) -> ArchiveCatalogue:
    """Everything in the file: what was uploaded and what was issued, by day."""
    uploaded = [
        (
            one.version.uploaded_at,
            one.document.title,
            w.zh("DocumentKind", one.document.kind),
            w.NOTHING,
            one.version.sha256[:SHORT],
        )
        for one in matter.files
    ]
    issued = [(at, name, "平台出具文书", w.or_dash(number), w.NOTHING) for name, number, at in matter.issued]
    ended = matter.latest("archive")
    papers = sorted([*uploaded, *issued], key=lambda one: one[0])
    return ArchiveCatalogue(
        **head(matter, "政府合同归档目录"),
        sign_day=w.day(matter.contract.sign_date),
        outcome=w.zh("State", ended.source if ended else matter.contract.state),
        retention=matter.retention,
        lines=tuple(
            CatalogueLine(no=str(no), name=name, kind=kind, number=number, day=w.day(at), mark=mark)
            for no, (at, name, kind, number, mark) in enumerate(papers, 1)
        ),
        count=str(len(papers)),
        archivist=matter.name(matter.said.by if matter.said else None),
    )
