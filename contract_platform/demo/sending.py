"""How a unit of the demo makes its contract ready to be sent: item by item, as the list asks."""

from contract_platform.application.read_submission import read_submission
from contract_platform.application.state_materials import set_material, state_consultations, state_inquiries
from contract_platform.application.submission_commands import (
    ConsultationEntry,
    ConsultationList,
    InquiryEntry,
    InquiryList,
    MaterialChange,
)
from contract_platform.application.submission_views import MaterialView, SubmissionView
from contract_platform.demo.matter import Matter
from contract_platform.demo.papers import PAPERS, Paper, consulted
from contract_platform.domain.submission_vocabulary import InquiryConclusion, MaterialStanding, QueryResult
from contract_platform.domain.vocabulary import AdoptionChoice, Conclusion, DocumentKind

DIRECTLY = "直接委托"  # nobody was awarded anything
ASKED_FROM = 1_000_000  # yuan from which the finance office is consulted


def prepare(m: Matter) -> None:
    """Give everything the list still asks for."""
    for item in now(m).materials:
        if item.standing is MaterialStanding.MISSING:
            give(m, item)


def now(m: Matter) -> SubmissionView:
    """The submission as the handler sees it."""
    return read_submission(m.stage.platform, m.stage.actor(m.team.handler), m.id)


def give(m: Matter, item: MaterialView) -> None:
    """One item: its paper, a record, or the reason why it does not apply."""
    if item.source == "INQUIRIES":
        inquire(m, item.lacking)
    elif item.source == "CONSULTATIONS" and m.draft.yuan >= ASKED_FROM:
        consult(m)
    elif item.code in PAPERS and not (item.code == "PROCUREMENT" and m.draft.values.get("method") == DIRECTLY):
        put(m, item.code, MaterialChange(version_ids=(attach(m, PAPERS[item.code](m.draft, m.stage.clock.today())),)))
    else:
        put(m, item.code, MaterialChange(not_applicable=True, reason=item.usual_reasons[0]))


def put(m: Matter, code: str, change: MaterialChange) -> None:
    """What the handler states about one item."""
    set_material(m.stage.platform, m.stage.actor(m.team.handler), m.id, code, change, revision=m.contract.revision)


def attach(m: Matter, paper: Paper) -> str:
    """A paper as an attachment; returns the id of its version."""
    title, lines = paper
    return m.add(DocumentKind.ATTACHMENT, "\n".join((title, *lines)).encode(), f"{title}.txt")


def inquire(m: Matter, parties: tuple[str, ...]) -> None:
    """Due diligence on the other side; the proof is the paper on the party."""
    proof = next(one for one in now(m).materials if one.code == "PARTY_PROOF").files[0].version_id
    fine = QueryResult.NORMAL
    entries = tuple(
        InquiryEntry(
            party=name,
            uscc=next((one.uscc for one in m.contract.parties if one.name == name), None),
            queried_on=m.stage.clock.today(),
            registration=fine,
            credit=fine,
            dishonesty=fine,
            findings="登记状态正常，近三年无行政处罚，未列入失信名单。",
            conclusion=InquiryConclusion.FIT,
            version_ids=(proof,),
        )
        for name in parties
    )
    actor, revision = m.stage.actor(m.team.handler), m.contract.revision
    state_inquiries(m.stage.platform, actor, m.id, InquiryList(entries=entries), revision=revision)


def consult(m: Matter) -> None:
    """The finance office was asked and agrees."""
    letter = attach(m, consulted(m.draft, m.stage.clock.today()))
    answer = ConsultationEntry(
        unit="区财政局",
        answered_on=m.stage.clock.today(),
        conclusion=Conclusion.APPROVE,
        opinion="所需资金已列入预算，无不同意见。",
        adopted=AdoptionChoice.ADOPTED,
        version_ids=(letter,),
    )
    actor, revision = m.stage.actor(m.team.handler), m.contract.revision
    state_consultations(m.stage.platform, actor, m.id, ConsultationList(entries=(answer,)), revision=revision)
