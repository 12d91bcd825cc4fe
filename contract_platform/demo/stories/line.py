"""The stretches of the main line that the stories share. ``back`` = that many working days before today."""

from contract_platform.analysis.model import Finding
from contract_platform.application.commands import (
    Accept,
    Confirm,
    Decide,
    Pass,
    Propose,
    Sign,
    SignOff,
    Submit,
    SubmitAdoption,
    UseSeal,
)
from contract_platform.demo.director import Story
from contract_platform.demo.matter import Matter
from contract_platform.demo.samples import content
from contract_platform.demo.sending import prepare
from contract_platform.domain.opinion import Adoption, OpinionItem
from contract_platform.domain.signing import PartySignature
from contract_platform.domain.vocabulary import Conclusion, DocumentKind, Obligatoriness, SealKind

MUST, SHOULD = Obligatoriness.MUST, Obligatoriness.SHOULD


def drafted(m: Matter, back: int, **facts: object) -> Story:
    """Uploaded, read, its facts confirmed."""
    yield m.stage.at(back, 9, 5)
    m.upload()
    yield m.stage.at(back, 9, 25)
    m.confirm(**facts)


def submitted(m: Matter, back: int) -> Story:
    """The materials made complete, then sent to the unit's legal officer."""
    yield m.stage.at(back, 9, 55)
    prepare(m)
    yield m.stage.at(back, 10, 10)
    m.do(m.team.handler, Submit())


def passed(m: Matter, back: int, words: str = "主体、权限、程序和内容已审核，同意。") -> Story:
    """Passed by the unit's legal officer."""
    yield m.stage.at(back, 15, 20)
    m.do(m.team.legal, Pass(reason=words))


def sent(m: Matter, back: int, **facts: object) -> Story:
    """From the upload to the bureau's desk: drafted and sent on one day, passed on the next."""
    yield from drafted(m, back, **facts)
    yield from submitted(m, back)
    yield from passed(m, back - 1)


def accepted(m: Matter, back: int, reviewer: str) -> Story:
    """Taken in by the bureau, with a reviewer named."""
    yield m.stage.at(back, 9, 40)
    m.do("shouli", Accept(reviewer_id=m.stage.actor(reviewer).person_id, reason="材料齐全，予以受理。"))


def proposed(
    m: Matter, back: int, reviewer: str, conclusion: Conclusion, body: str, items: tuple[OpinionItem, ...] = ()
) -> Story:
    """The reviewer's opinion goes to the leader."""
    yield m.stage.at(back, 16, 0)
    m.do(reviewer, Propose(conclusion=conclusion, body=body, items=items))


def signed_off(m: Matter, back: int) -> Story:
    """The leader signs the opinion, which is issued at once."""
    yield m.stage.at(back, 10, 30)
    m.do("shenqian", SignOff(reason="同意审查意见。"))


def adopted(m: Matter, back: int, answers: tuple[Adoption, ...]) -> Story:
    """The unit states what it did with the opinion; the revised draft is there already."""
    yield m.stage.at(back, 14, 20)
    m.do(m.team.handler, SubmitAdoption(adoption=answers))


def confirmed(m: Matter, back: int, reviewer: str) -> Story:
    """The reviewer finds the opinion followed."""
    yield m.stage.at(back, 16, 15)
    m.do(reviewer, Confirm(reason="修改稿已按意见调整。"))


def decided(m: Matter, back: int, meeting: str) -> Story:
    """The unit decides collectively."""
    yield m.stage.at(back, 16, 40)
    minutes = m.attach(f"{meeting}纪要", f"会议集体审议，同意签订《{m.draft.name}》。", who=m.team.lead)
    m.do(m.team.lead, Decide(passed=True, minutes_version_id=minutes, reason=f"经{meeting}集体审议，同意签订。"))


def approved(m: Matter, back: int, reviewer: str, body: str, meeting: str) -> Story:
    """A review without remarks over six days, from acceptance to the decision."""
    yield from accepted(m, back, reviewer)
    yield from proposed(m, back - 4, reviewer, Conclusion.APPROVE, body)
    yield from signed_off(m, back - 5)
    yield from decided(m, back - 6, meeting)


def sealed(m: Matter, back: int, *, form: str = "") -> Story:
    """Our seal, and the copy that both sides signed the next day."""
    yield m.stage.at(back, 9, 50)
    used = UseSeal(
        sealed_on=m.stage.clock.today(),
        seals=(SealKind.CONTRACT_SEAL,),
        keeper="单位办公室",
        copies=4,
        reason="已登记用印。",
    )
    m.do(m.team.keeper or m.team.handler, used)
    yield m.stage.at(back - 1, 14, 0)
    copy = m.draft.signed(m.stage.clock.today(), by=m.draft.company.head, form=form)
    m.add(DocumentKind.SIGNED, content(copy), f"{m.draft.name}（签署件）.{copy.filename.rpartition('.')[2]}")


def signed(m: Matter, back: int, *, form: str = "") -> Story:
    """Sealed the day before ``back``, compared by two people and signed on it."""
    yield from sealed(m, back + 1, form=form)
    yield m.stage.at(back, 14, 30)
    m.compare(m.team.handler)
    yield m.stage.at(back, 14, 50)
    m.compare(m.team.legal)
    yield m.stage.at(back, 15, 30)
    signatories = {m.draft.office.name: m.draft.office.head}
    signatures = tuple(
        PartySignature(
            party=party.name,
            signatory=signatories.get(party.name, m.draft.company.head),
            signed_on=m.stage.clock.today(),
        )
        for party in m.contract.parties
    )
    m.do(m.team.signatory or m.team.handler, Sign(signatures=signatures, reason="双方已签字盖章。"))


def item(no: int, finding: Finding, binding: Obligatoriness = MUST) -> OpinionItem:
    """What a rule found, as an item of the opinion."""
    return OpinionItem(
        no=no,
        clause=finding.clause or "",
        original=finding.quote,
        problem=finding.message,
        level=finding.severity,
        basis="；".join(f"{row.law}{row.article}" for row in finding.basis),
        suggestion=finding.suggestion,
        binding=binding,
    )
