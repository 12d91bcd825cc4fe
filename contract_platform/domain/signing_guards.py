"""The conditions between the decision and the signature, each with its legal or practical reason."""

from datetime import date

from contract_platform.domain.machine import Guard, Reason
from contract_platform.domain.opinion import Opinion
from contract_platform.domain.records import Record
from contract_platform.domain.signing import PartySignature
from contract_platform.domain.signing_vocabulary import DifferenceKind
from contract_platform.domain.vocabulary import AdoptionChoice, Obligatoriness, SealKind


class Papers(Record, frozen=True, kw_only=True):
    """What is known between the decision and the signature; the lower half is what the person enters.

    ``decision_minutes`` and ``ruling_minutes``: the profile demands them; ``seals_allowed`` are its seals. ``ruled``:
    the government let the unit go without an amendment it had to make. ``award_due``: the last day for signing after
    an award; ``valid_until``: the last day on which the opinion may be relied on. ``unproven``: parties for whom
    somebody else than their legal representative signs without a letter of authority. ``differing``: what the signed
    copy is known to say otherwise than the approved text; ``text_changed``: another text came after the approval.
    """

    today: date
    opinion: Opinion | None = None
    decision_minutes: bool = False
    ruling_minutes: bool = False
    ruled: bool = False
    seals_allowed: frozenset[SealKind] = frozenset()
    award_due: date | None = None
    valid_until: date | None = None
    differing: tuple[DifferenceKind, ...] = ()
    text_changed: bool = False
    reason: str = ""
    minutes_given: bool = False
    seals: tuple[SealKind, ...] = ()
    keeper: str = ""
    unproven: tuple[str, ...] = ()
    signatures: tuple[PartySignature, ...] = ()


def ignored_items(opinion: Opinion | None) -> tuple[int, ...]:
    """The items that had to be followed (应当修改) and were not."""
    if opinion is None:
        return ()
    binding = {item.no for item in opinion.items if item.binding == Obligatoriness.MUST}
    return tuple(a.no for a in opinion.adoption if a.no in binding and a.choice == AdoptionChoice.NOT_ADOPTED)


def last_signature(signatures: tuple[PartySignature, ...]) -> date | None:
    """The signing date: the last party's."""
    return max((one.signed_on for one in signatures), default=None)


def signed_late(c: Papers) -> bool:
    """Whether the last party signed after the limit that runs from the award."""
    signed_on = last_signature(c.signatures)
    return signed_on is not None and c.award_due is not None and signed_on > c.award_due


def _decision_documented(c: Papers) -> Reason | None:
    return None if c.minutes_given or not c.decision_minutes else Reason(code="minutes_missing")


def _ruling_documented(c: Papers) -> Reason | None:
    if c.minutes_given or not c.ruling_minutes:
        return None
    return Reason(code="ruling_minutes_missing", params={"items": list(ignored_items(c.opinion))})


def advice_settled(c: Papers) -> Reason | None:
    """What the unit had to change and did not has been ruled on."""
    ignored = ignored_items(c.opinion)
    return None if c.ruled or not ignored else Reason(code="advice_not_settled", params={"items": list(ignored)})


def _seals_named(c: Papers) -> Reason | None:
    strange = [seal for seal in c.seals if seal not in c.seals_allowed]
    if strange:
        return Reason(code="seal_not_allowed", params={"seals": strange})
    return None if c.seals and c.keeper.strip() else Reason(code="seal_use_incomplete")


def _authority_proven(c: Papers) -> Reason | None:
    return Reason(code="authority_missing", params={"parties": list(c.unproven)}) if c.unproven else None


def _lateness_explained(c: Papers) -> Reason | None:
    if not signed_late(c) or c.reason.strip():
        return None
    return Reason(code="signed_late_unexplained", params={"due": c.award_due, "day": last_signature(c.signatures)})


def _opinion_in_force(c: Papers) -> Reason | None:
    if c.valid_until is None or c.today <= c.valid_until:
        return None
    return Reason(code="opinion_lapsed", params={"day": c.valid_until})


def _signed_in_force(c: Papers) -> Reason | None:
    signed_on = last_signature(c.signatures)
    if c.valid_until is None or signed_on is None or signed_on <= c.valid_until:
        return None
    return Reason(code="opinion_lapsed", params={"day": c.valid_until})


def copy_agrees(differing: tuple[DifferenceKind, ...]) -> Reason | None:
    """Nobody knows of anything in the signed copy that the reviewed text does not say."""
    return Reason(code="signed_copy_differs", params={"differences": list(differing)}) if differing else None


def _text_as_approved(c: Papers) -> Reason | None:
    return Reason(code="text_changed_since_approval") if c.text_changed else None


SIGNING_GUARDS: dict[str, Guard] = {
    "decision_documented": Guard(
        check=_decision_documented, basis="集体审议的结果凭会议纪要登记（制度配置可定）", of_input=True
    ),
    "ruling_documented": Guard(
        check=_ruling_documented, basis="应当修改的意见未采纳的，凭裁定会议纪要方可签订（制度配置可定）", of_input=True
    ),
    "advice_settled": Guard(check=advice_settled, basis="应当修改的意见未采纳且未经裁定的，不得签订"),
    "seals_named": Guard(
        check=_seals_named, basis="用印须登记印章种类、保管人和份数，印章限于制度配置所列", of_input=True
    ),
    "authority_proven": Guard(
        check=_authority_proven,
        basis="民法典第165条：委托代理授权采用书面形式，签约人不是法定代表人的须有授权委托书",
        of_input=True,
    ),
    "lateness_explained": Guard(
        check=_lateness_explained, basis="政府采购法第46条：逾期签订可以登记，但须说明理由并留标记", of_input=True
    ),
    "copy_agrees": Guard(
        check=lambda c: copy_agrees(c.differing), basis="签订文本须与审定文本一致；不一致的重新送审原审查人"
    ),
    "text_as_approved": Guard(check=_text_as_approved, basis="审定后修改实质内容的，重新送审"),
    "opinion_in_force": Guard(check=_opinion_in_force, basis="审查意见过期未签订的，重新送审"),
    "signed_in_force": Guard(check=_signed_in_force, basis="审查意见过期未签订的，重新送审", of_input=True),
}
