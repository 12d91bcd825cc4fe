"""A signed copy that is known to differ from the text that was reviewed, and how that comes to an end.

Before the signature the way on is another review or another copy. After it, whoever reviewed says whether what was
signed can stand.
"""

from datetime import datetime

from contract_platform.domain.contract import Contract
from contract_platform.domain.machine import Guard, Machine, Reason, Transition
from contract_platform.domain.records import Record, Root
from contract_platform.domain.signing import ShortText
from contract_platform.domain.signing_vocabulary import DeviationState, DifferenceKind
from contract_platform.domain.vocabulary import Role

D, R = DeviationState, Role
T = Transition


class Difference(Record, frozen=True, kw_only=True):
    """One thing that differs: what it concerns, where it stands, what was reviewed and what was signed."""

    kind: DifferenceKind
    place: ShortText = ""
    reviewed: ShortText = ""
    signed: ShortText = ""


class Deviation(Root, frozen=True, kw_only=True):
    """What somebody found on comparing one signed copy with one reviewed text.

    It holds for every copy of the same bytes (``sha256``) as long as that text is the approved one.
    """

    contract_id: str
    version_id: str
    sha256: str
    reviewed_version_id: str
    differences: tuple[Difference, ...]
    stated_by: str
    stated_at: datetime
    state: DeviationState = D.KNOWN
    resolved_by: str | None = None
    resolved_at: datetime | None = None
    note: str = ""


class DeviationCircumstances(Record, frozen=True, kw_only=True):
    """What is known when an act on a deviation is asked for."""

    deviation: Deviation
    contract: Contract
    actor_id: str
    role: Role | None = None
    acted_for: str | None = None
    note: str = ""


def _own(c: DeviationCircumstances) -> Reason | None:
    return None if c.deviation.stated_by == c.actor_id else Reason(code="deviation_of_others")


def _another(c: DeviationCircumstances) -> Reason | None:
    return None if c.deviation.stated_by != c.actor_id else Reason(code="own_deviation")


def _reviewed_it(c: DeviationCircumstances) -> Reason | None:
    wanted = c.contract.reviewer_id
    if wanted is None:
        return None if c.role == Role.UNIT_LEGAL else Reason(code="not_the_reviewer")
    return None if wanted in {c.actor_id, c.acted_for} else Reason(code="not_the_reviewer")


def _signed(c: DeviationCircumstances) -> Reason | None:
    return None if c.contract.sign_date is not None else Reason(code="deviation_before_signing")


def _noted(c: DeviationCircumstances) -> Reason | None:
    return None if c.note.strip() else Reason(code="reason_missing")


GUARDS = {
    "own_statement": Guard(check=_own, basis="差异由指出的人撤回"),
    "of_another": Guard(check=_another, basis="职责分离：指出差异的人不得自行认可"),
    "reviewed_it": Guard(check=_reviewed_it, basis="实质内容与审定文本不一致的，由原审查人重新审查"),
    "signed": Guard(check=_signed, basis="签订之前，重新送审或者更换签署件"),
    "reason_given": Guard(check=_noted, basis="撤回、认可差异须说明理由", of_input=True),
}
TRANSITIONS = (
    T(D.KNOWN, "retract", D.RETRACTED, tuple(Role), (), ("own_statement", "reason_given")),
    T(
        D.KNOWN,
        "settle",
        D.SETTLED,
        (R.BUREAU_REVIEWER, R.UNIT_LEGAL),
        (),
        ("reviewed_it", "of_another", "signed", "reason_given"),
    ),
)
ENDED = frozenset({D.RETRACTED, D.SETTLED})
DEVIATION = Machine(name="deviation", transitions=TRANSITIONS, guards=GUARDS, conditions={}, terminal=ENDED)
