"""The named conditions the contract table refers to, each with its legal or practical reason.

Guards see a plain ``Circumstances`` that the use case fills; they load nothing and decide nothing else.
"""

from collections.abc import Callable, Mapping
from datetime import date

from contract_platform.domain.contract import Contract
from contract_platform.domain.end_guards import END_CONDITIONS, END_GUARDS, Ends
from contract_platform.domain.family import Standing, not_in_force, outside_term, over_cap, over_ceiling
from contract_platform.domain.machine import Guard, Reason
from contract_platform.domain.opinion import USUAL, Adoption, OpinionItem
from contract_platform.domain.signing_guards import SIGNING_GUARDS, ignored_items
from contract_platform.domain.submission import LeadTime
from contract_platform.domain.submission_vocabulary import UrgencyState
from contract_platform.domain.vocabulary import (
    AdoptionChoice,
    AnalysisState,
    Conclusion,
    Reaction,
    Role,
    State,
    Tier,
)

CONFIRMERS = 2  # people who compare the signed copy with the approved text


class Circumstances(Ends, frozen=True, kw_only=True):
    """What is known when an act on a contract is asked for; the lower half is what the person enters.

    ``acted_for`` is the colleague whose deputy acts. ``earlier_roles``: roles in which either of them already acted on
    the contract; ``partial``: either works for the handling unit itself. ``unresolved_changes``: tracked changes left
    in the approved text. ``open_obligations`` and ``open_filings`` count those not ended. ``reactions``: what the
    profile asks for after each conclusion. ``lead_time`` is None where none has to be kept. ``came_from`` is the state
    the newest act on the main line led out of, ``sent_by`` who took it, ``opened``: somebody it is for has looked.

    ``reviewer_remains``: whoever reviewed is still there to do it. ``side_by_side``: unit and bureau review at the same
    time; ``unit_reviews_missing`` counts the reviews of the unit that are not in then.
    """

    contract: Contract
    actor_id: str
    tier: Tier
    forwarded: bool = False
    acted_for: str | None = None
    partial: bool = False
    earlier_roles: frozenset[Role] = frozenset()
    draft_state: AnalysisState | None = None
    draft_since_opinion: bool = False
    unresolved_changes: int = 0
    reactions: Mapping[Conclusion, Reaction] = USUAL
    extended: bool = False
    signed_copy: bool = False
    confirmations: int = 0
    open_obligations: int = 0
    open_filings: int = 0
    open_disputes: int = 0
    answers_missing: int = 0
    side_by_side: bool = False
    unit_reviews_missing: int = 0
    family: Standing | None = None
    reviewer_remains: bool = False
    came_from: State | None = None
    sent_by: frozenset[str] = frozenset()
    opened: bool = False
    materials_missing: tuple[str, ...] = ()
    lead_time: LeadTime | None = None
    role: Role | None = None
    units_asked: tuple[str, ...] = ()
    units_unfit: tuple[str, ...] = ()
    reviewer_id: str | None = None
    reviewer_qualified: bool = False
    reviewer_recused: bool = False
    reviewer_partial: bool = False
    reviewer_decided_as: frozenset[Role] = frozenset()
    defects: tuple[str, ...] = ()
    conclusion: Conclusion | None = None
    body: str = ""
    items: tuple[OpinionItem, ...] = ()
    adoption: tuple[Adoption, ...] = ()
    passed: bool = False
    deferred: bool = False
    sealed_on: date | None = None


def _unless(holds: bool, code: str, **params: object) -> Reason | None:  # noqa: FBT001 - a condition is what this is about
    return None if holds else Reason(code=code, params=params)


def _draft_read(c: Circumstances) -> Reason | None:
    if c.draft_state in {AnalysisState.QUARANTINED, AnalysisState.PURGED}:
        return Reason(code="draft_closed")
    waiting = c.draft_state in {AnalysisState.QUEUED, AnalysisState.RUNNING}
    return _unless(not waiting, "draft_being_read")


def _not_decided_otherwise(c: Circumstances) -> Reason | None:
    others = sorted(c.earlier_roles - {c.role, Role.SYSTEM}) if c.role else []
    return _unless(not others, "decided_already", roles=others)


def _reviewer_independent(c: Circumstances) -> Reason | None:
    if c.reviewer_id in {c.actor_id, c.acted_for, c.contract.handler_id}:
        return Reason(code="reviewer_not_independent")
    if c.reviewer_recused:
        return Reason(code="reviewer_recused")
    if c.reviewer_decided_as:
        return Reason(code="reviewer_decided_before", params={"roles": sorted(c.reviewer_decided_as)})
    return _unless(not c.reviewer_partial, "reviewer_of_the_unit")


def _reviewer_named(c: Circumstances) -> Reason | None:
    return _unless(bool(c.reviewer_id) and c.reviewer_qualified, "reviewer_not_named")


def _opinion_complete(c: Circumstances) -> Reason | None:
    if c.conclusion is None or not c.body.strip():
        return Reason(code="opinion_incomplete")
    if c.conclusion == Conclusion.APPROVE_WITH_CHANGES and not c.items:
        return Reason(code="opinion_without_items")
    bare = [item.no for item in c.items if not (item.problem.strip() and item.suggestion.strip() and item.level)]
    return _unless(not bare, "opinion_item_incomplete", items=bare)


def _adoption_complete(c: Circumstances) -> Reason | None:
    asked = {item.no for item in c.opinion.items} if c.opinion else set()
    missing = sorted(asked - {answer.no for answer in c.adoption})
    if missing:
        return Reason(code="adoption_missing", params={"items": missing})
    silent = [a.no for a in c.adoption if a.choice != AdoptionChoice.ADOPTED and not a.reason.strip()]
    return _unless(not silent, "adoption_reason_missing", items=silent)


def _must_items_adopted(c: Circumstances) -> Reason | None:
    ignored = ignored_items(c.opinion)
    return _unless(not ignored, "must_item_not_adopted", items=list(ignored))


def _everyone_signed(c: Circumstances) -> Reason | None:
    complete = [s for s in c.signatures if s.party.strip() and s.signatory.strip()]
    signed = {s.party.strip() for s in complete}
    absent = [party.name for party in c.contract.parties if party.name not in signed]
    return _unless(
        bool(c.signatures) and len(complete) == len(c.signatures) and not absent, "signature_missing", parties=absent
    )


def _signing_days_possible(c: Circumstances) -> Reason | None:
    late = [s.party for s in c.signatures if s.signed_on > c.today]
    return _unless(not late, "signed_in_the_future", parties=late)


def _seal_day_possible(c: Circumstances) -> Reason | None:
    return _unless(c.sealed_on is not None and c.sealed_on <= c.today, "sealed_in_the_future")


def _lead_time_kept(c: Circumstances) -> Reason | None:
    lead = c.lead_time
    if lead is None or lead.kept:
        return None
    days: dict[str, object] = {"planned": str(lead.planned), "earliest": lead.earliest.isoformat()}
    return Reason(code="urgency_pending" if lead.urgency is UrgencyState.PENDING else "lead_time_short", params=days)


def _amount_stated(c: Circumstances) -> Reason | None:
    stated = c.contract.amount_fen is not None or bool((c.contract.amount_reason or "").strip())
    return _unless(stated, "amount_missing")


def _units_named(c: Circumstances) -> Reason | None:
    if not c.units_asked:
        return Reason(code="cosigners_missing")
    return _unless(not c.units_unfit, "cosigner_unfit", units=c.units_unfit)


def _sent_by_me(c: Circumstances) -> Reason | None:
    return _unless(bool(c.sent_by & {c.actor_id, c.acted_for}), "sent_by_others")


def _mine(c: Circumstances) -> Reason | None:
    return _unless(c.contract.handler_id == (c.acted_for or c.actor_id), "not_your_contract")


def _for_me(c: Circumstances) -> Reason | None:
    return _unless(c.contract.reviewer_id == (c.acted_for or c.actor_id), "not_the_reviewer")


GUARDS: dict[str, Guard] = {
    "secrecy_declared": Guard(
        check=lambda c: _unless(c.contract.secrecy_declared, "secrecy_not_declared"),
        basis="保守国家秘密法（2024）第31条：涉密信息不得在非涉密系统处理",
    ),
    "own_contract": Guard(check=_mine, basis="承办人负责制：经办行为由合同承办人作出"),
    "draft_present": Guard(
        check=lambda c: _unless(c.contract.draft_version_id is not None, "draft_missing"), basis="送审材料：合同文本"
    ),
    "draft_read": Guard(check=_draft_read, basis="先读后审：正在读取的文本不得流转"),
    "facts_confirmed": Guard(
        check=lambda c: _unless(c.contract.facts_confirmed, "facts_not_confirmed"), basis="要素由承办人确认后为准"
    ),
    "parties_known": Guard(
        check=lambda c: _unless(bool(c.contract.parties), "parties_missing"), basis="民法典第470条：当事人的名称"
    ),
    "amount_stated": Guard(
        check=_amount_stated,
        basis="金额决定审查路径；无金额的须说明原因",
    ),
    "unit_reviewed": Guard(
        check=lambda c: _unless(c.unit_reviews_missing == 0, "unit_review_missing"),
        basis="并行审查的，单位法制审核意见先于合法性审查意见提出",
    ),
    "units_named": Guard(
        check=_units_named, basis="会签单位须为本区其他单位，且有在任的负责人或法制审核员", of_input=True
    ),
    "sent_by_me": Guard(check=_sent_by_me, basis="取回由送出的人办理"),
    "not_opened": Guard(
        check=lambda c: _unless(not c.opened, "opened_already"), basis="下一环节的人员尚未打开的，可以取回"
    ),
    "materials_complete": Guard(
        check=lambda c: _unless(not c.materials_missing, "materials_missing", items=c.materials_missing),
        basis="送审材料清单：缺少应提交的材料不得送审",
    ),
    "lead_time_kept": Guard(
        check=_lead_time_kept, basis="送审至拟签订之日须留足审查时间，不足的经单位负责人同意按加急办理"
    ),
    "reason_given": Guard(
        check=lambda c: _unless(bool(c.reason.strip()), "reason_missing"),
        basis="退回、撤回等行为须说明理由",
        of_input=True,
    ),
    "not_decided_otherwise": Guard(
        check=_not_decided_otherwise, basis="职责分离：同一合同不得由同一人在不同岗位重复决定"
    ),
    "reviewer_named": Guard(check=_reviewer_named, basis="受理时确定审查员", of_input=True),
    "reviewer_independent": Guard(
        check=_reviewer_independent,
        basis="审查员不得为承办人或受理人，不得在承办单位任经办岗位，不得应当回避",
        of_input=True,
    ),
    "impartial": Guard(
        check=lambda c: _unless(not c.partial, "not_impartial"),
        basis="司法局自身的合同由未在承办单位任经办岗位的人员受理、审查、审签，否则报上级机关",
    ),
    "defects_listed": Guard(
        check=lambda c: _unless(bool(c.defects), "defects_missing"), basis="一次性告知全部补正内容", of_input=True
    ),
    "named_reviewer": Guard(check=_for_me, basis="由受理时确定的审查员办理"),
    "opinion_complete": Guard(check=_opinion_complete, basis="意见应有结论、理由，逐项写明问题和建议", of_input=True),
    "not_extended_yet": Guard(
        check=lambda c: _unless(not c.extended, "extended_already"), basis="审查期限只能延长一次"
    ),
    "draft_revised": Guard(
        check=lambda c: _unless(c.draft_since_opinion, "draft_not_revised"), basis="采纳意见须提交修改稿"
    ),
    "adoption_complete": Guard(check=_adoption_complete, basis="逐项说明采纳情况，不采纳的说明理由", of_input=True),
    "must_items_adopted": Guard(check=_must_items_adopted, basis="应当修改的意见未采纳的，须提请裁定"),
    "changes_resolved": Guard(
        check=lambda c: _unless(c.unresolved_changes == 0, "tracked_changes_left", count=c.unresolved_changes),
        basis="签订文本不得含未处理的修订",
    ),
    "seal_day_possible": Guard(check=_seal_day_possible, basis="用印日期不晚于登记日", of_input=True),
    "signed_copy_present": Guard(check=lambda c: _unless(c.signed_copy, "signed_copy_missing"), basis="签署件须归集"),
    "confirmed_by_two": Guard(
        check=lambda c: _unless(c.confirmations >= CONFIRMERS, "not_confirmed_by_two", count=c.confirmations),
        basis="两人核对：签订文本与审定文本一致",
    ),
    "everyone_signed": Guard(check=_everyone_signed, basis="签订日期为最后一方签署之日", of_input=True),
    "signing_days_possible": Guard(check=_signing_days_possible, basis="签署日期不晚于登记日", of_input=True),
    **SIGNING_GUARDS,
    **END_GUARDS,
    "obligations_ended": Guard(
        check=lambda c: _unless(c.open_obligations == 0, "obligations_open", count=c.open_obligations),
        basis="验收结清前各项义务须履行、免除或了结",
    ),
    "original_in_force": Guard(
        check=lambda c: not_in_force(c.family),
        basis="民法典第543条：变更、解除以有效的原合同为前提；续签须有已签订的原合同",
    ),
    "supplements_within_cap": Guard(
        check=lambda c: over_cap(c.family),
        basis="政府采购法第四十九条：所有补充合同的采购金额不得超过原合同采购金额的百分之十",
    ),
    "call_offs_within_ceiling": Guard(
        check=lambda c: over_ceiling(c.family), basis="框架协议约定的最高限额；订单累计不得超过"
    ),
    "call_off_within_term": Guard(
        check=lambda c: outside_term(c.family, c.sealed_on or c.today), basis="框架协议有效期内方可下订单"
    ),
    "disputes_resolved": Guard(
        check=lambda c: _unless(c.open_disputes == 0, "disputes_open", count=c.open_disputes),
        basis="争议未结案的，不得归档",
    ),
    "filings_ended": Guard(
        check=lambda c: _unless(c.open_filings == 0, "filings_open", count=c.open_filings), basis="归档前须完成备案"
    ),
}


def came_from(state: str) -> Callable[[Circumstances], bool]:
    """Whether the newest act on the main line led out of that state."""
    return lambda c: c.came_from == state


CONDITIONS: dict[str, Callable[[Circumstances], bool]] = {
    "ordinary": lambda c: c.tier == Tier.ORDINARY,
    "exempt": lambda c: c.tier == Tier.EXEMPT,
    "major": lambda c: c.tier == Tier.MAJOR,
    "forwarded": lambda c: c.forwarded,
    "side_by_side": lambda c: c.side_by_side,
    "asked_at_intake": lambda c: c.contract.returned_from == State.SUBMITTED,
    "asked_in_review": lambda c: c.contract.returned_from == State.UNDER_REVIEW,
    "all_answers_in": lambda c: c.answers_missing == 0,
    "approved": lambda c: _asked(c, Reaction.SIGN),
    "approved_with_changes": lambda c: _asked(c, Reaction.AMEND),
    "disapproved": lambda c: _asked(c, Reaction.REDRAFT),
    "reviewer_remains": lambda c: c.reviewer_remains,
    "decision_passed": lambda c: c.passed,
    "decision_deferred": lambda c: c.deferred and not c.passed,
    "decision_refused": lambda c: not c.passed and not c.deferred,
    **END_CONDITIONS,
}


def _asked(c: Circumstances, reaction: Reaction) -> bool:
    return c.opinion is not None and c.reactions[c.opinion.conclusion] == reaction
