"""What the stories share after the signature: filings, the plan of obligations, payments with their vouchers."""

from collections.abc import Mapping
from datetime import date, datetime

from contract_platform.application.commands import FilingCommand, ObligationCommand
from contract_platform.demo.director import Story
from contract_platform.demo.matter import Matter
from contract_platform.domain.followups import Obligation
from contract_platform.domain.vocabulary import ObligationKind, ObligationState

BUREAU, FINANCE, PUBLICATION, BID_BOND = "JUSTICE_BUREAU", "FINANCE", "PUBLICATION", "BID_BOND"
PROOFS = {"PUBLICATION": "公告截图", "FINANCE": "财政备案回执", "BID_BOND": "保证金退款凭证"}
TERM_END = "履行期限届满"
OURS = ("付款凭证", "国库集中支付凭证，已支付至合同约定账户。")
THEIRS = ("缴款凭证", "非税收入缴款凭证，款项已缴入专用账户。")


def filed(m: Matter, back: int) -> Story:
    """Filed with the bureau, which accepts it the next day."""
    yield m.stage.at(back, 10, 5)
    m.file(m.team.handler, BUREAU, FilingCommand(action="file", note="合同副本及审查意见随附。"))
    yield m.stage.at(back - 1, 11, 0)
    m.file("beian", BUREAU, FilingCommand(action="accept_filing", note="材料齐全，准予备案。"))


def registered(m: Matter, back: int, target: str, number: str) -> Story:
    """Filed elsewhere, and entered here with its number."""
    yield m.stage.at(back, 15, 0)
    done = m.stage.clock.today()
    proof = m.evidence(PROOFS[target], f"编号：{number}")
    entry = FilingCommand(action="register", number=number, done_on=done, evidence_version_id=proof)
    m.file(m.team.handler, target, entry)


def procurement_filed(m: Matter, back: int, number: int) -> Story:
    """Published and reported to the finance department in time after a signature ``back`` working days ago."""
    year = m.stage.day(back).year
    yield from registered(m, back - 1, PUBLICATION, f"WLGG-{year}-{number:04d}")
    if m.stage.uow.filings.find(contract_id=m.id, target=BID_BOND):
        yield from registered(m, back - 2, BID_BOND, f"WLTK-{year}-{number:04d}")
    yield from registered(m, back - 3, FINANCE, f"WLCB-{year}-{number:04d}")


def planned(m: Matter, back: int, due: Mapping[str, date]) -> Story:
    """The handler confirms what was read and gives it a day; what ``due`` has no word for is no obligation of ours."""
    yield m.stage.at(back, 9, 15)
    for obligation in m.obligations():
        if obligation.state != ObligationState.PROPOSED:
            continue
        day = next((day for word, day in due.items() if word in obligation.content), None)
        if day is None:
            reason = "属于对方提供的担保或者过程管理要求，不作为付款义务跟踪。"
            m.oblige(m.team.handler, obligation, ObligationCommand(action="reject", note=reason))
        else:
            m.oblige(m.team.handler, obligation, ObligationCommand(action="confirm", due_on=day))


def obligation(m: Matter, word: str) -> Obligation:
    """The confirmed obligation with that word."""
    open_ones = (one for one in m.obligations() if one.state != ObligationState.WAIVED)
    return next(one for one in open_ones if word in one.content)


def reported(m: Matter, moment: datetime, word: str) -> Story:
    """Performed, with a voucher; somebody else has to verify it."""
    yield moment
    found = obligation(m, word)
    name, words = THEIRS if found.kind == ObligationKind.COLLECTION else OURS
    voucher = m.evidence(name, found.content, words)
    done = ObligationCommand(action="report", done_on=m.stage.clock.today(), evidence_version_id=voucher)
    m.oblige(m.team.handler, found, done)


def verified(m: Matter, moment: datetime, word: str) -> Story:
    """Verified by the head of the unit."""
    yield moment
    m.oblige(m.team.lead, obligation(m, word), ObligationCommand(action="accept", note="凭证与合同一致。"))


def performed(m: Matter, back: int, word: str) -> Story:
    """Reported, and verified the next working day."""
    yield from reported(m, m.stage.at(back, 10, 25), word)
    yield from verified(m, m.stage.at(back - 1, 9, 35), word)
