"""Conditions on how a contract ends, each with its legal or practical reason."""

from collections.abc import Callable
from datetime import date

from contract_platform.domain.machine import Guard, Reason
from contract_platform.domain.performance_vocabulary import JudgmentOutcome, RescissionGround, SuspensionGround
from contract_platform.domain.records import Record
from contract_platform.domain.signing_guards import Papers


class Standing(Record, frozen=True, kw_only=True):
    """What is known of how the contract stands to its end."""

    open_settlements: int = 0
    red_alerts: int = 0
    lease: bool = False
    term_end_disposed: bool = False
    termination_signed: bool = False


class Ending(Record, frozen=True, kw_only=True):
    """What a person enters with an act that ends or holds up a contract."""

    suspension: SuspensionGround | None = None
    rescission: RescissionGround | None = None
    judgment: JudgmentOutcome | None = None
    day: date | None = None
    proven: bool = False
    forum: str = ""


class Ends(Papers, frozen=True, kw_only=True):
    """What the conditions on an end look at: how the contract stands, and what is entered."""

    ends: Standing = Standing()
    ending: Ending = Ending()


def _unless(holds: bool, code: str, **params: object) -> Reason | None:  # noqa: FBT001 - a condition is what this is about
    return None if holds else Reason(code=code, params=params)


def _day_past(c: Ends) -> Reason | None:
    return _unless(c.ending.day is not None and c.ending.day <= c.today, "end_day_impossible")


def _agreement(c: Ends) -> Reason | None:
    agreed = c.ending.rescission is RescissionGround.AGREED
    return _unless(not agreed or c.ends.termination_signed, "termination_agreement_missing")


def _judged(c: Ends) -> Reason | None:
    return _unless(c.ending.judgment is not None and bool(c.ending.forum.strip()), "judgment_incomplete")


def _term_end(c: Ends) -> Reason | None:
    return _unless(not c.ends.lease or c.ends.term_end_disposed, "term_end_not_disposed")


END_GUARDS: dict[str, Guard] = {
    "completion_proven": Guard(
        check=lambda c: _unless(c.ending.proven, "completion_unproven"),
        basis="验收结清须附验收报告或结清证明",
        of_input=True,
    ),
    "end_proven": Guard(
        check=lambda c: _unless(c.ending.proven, "end_unproven"),
        basis="中止、解除、裁判须附通知、协议或裁判文书",
        of_input=True,
    ),
    "end_day_possible": Guard(check=_day_past, basis="验收、解除、裁判日期不晚于登记日", of_input=True),
    "suspension_grounded": Guard(
        check=lambda c: _unless(c.ending.suspension is not None, "ground_missing"),
        basis="中止履行须有法定、约定或公共利益依据",
        of_input=True,
    ),
    "rescission_grounded": Guard(
        check=lambda c: _unless(c.ending.rescission is not None, "ground_missing"),
        basis="解除须有协商、约定、法定或公共利益依据（民法典第562条、第563条）",
        of_input=True,
    ),
    "agreement_signed": Guard(
        check=_agreement, basis="协商解除须先签订解除协议，解除协议同样经合法性审查", of_input=True
    ),
    "judgment_stated": Guard(check=_judged, basis="登记裁判结果须写明裁判机关和结果", of_input=True),
    "term_end_disposed": Guard(
        check=_term_end, basis="民法典第734条：租期届满须续签、收回、重新招租或起诉，不得放任不定期租赁"
    ),
    "settlements_closed": Guard(
        check=lambda c: _unless(c.ends.open_settlements == 0, "settlements_open", count=c.ends.open_settlements),
        basis="解除、无效后的结算须了结方可归档（民法典第566条、第567条）",
    ),
    "no_red_alerts": Guard(
        check=lambda c: _unless(c.ends.red_alerts == 0, "red_alerts_open", count=c.ends.red_alerts),
        basis="红色预警未销号的，不得归档",
    ),
}


END_CONDITIONS: dict[str, Callable[[Ends], bool]] = {
    "judged_void": lambda c: c.ending.judgment in {JudgmentOutcome.VOID, JudgmentOutcome.REVOKED},
    "judged_rescinded": lambda c: c.ending.judgment is JudgmentOutcome.RESCINDED,
    "judged_performance": lambda c: c.ending.judgment in {None, JudgmentOutcome.PERFORM},
}
