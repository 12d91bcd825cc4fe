"""Notices of the bureau: accepted, to be supplemented, returned, not accepted. System receipts without a seal."""

from contract_platform.application.forms import wording as w
from contract_platform.application.forms.matter import Matter
from contract_platform.application.forms.parts import Sheet, head
from contract_platform.domain.records import Record
from contract_platform.domain.vocabulary import Role

BY_BUREAU = frozenset({Role.BUREAU_INTAKE, Role.BUREAU_REVIEWER, Role.SYSTEM})


class AcceptanceNotice(Sheet, frozen=True, kw_only=True):
    """受理通知书."""

    received_on: str
    reviewer: str
    due_on: str


class Defect(Record, frozen=True, kw_only=True):
    """What has to be supplied."""

    no: str
    text: str


class SupplementNotice(Sheet, frozen=True, kw_only=True):
    """补正通知书: one complete list of what is missing."""

    received_on: str
    items: tuple[Defect, ...]
    due_on: str


class RefusalNotice(Sheet, frozen=True, kw_only=True):
    """退回通知书 and 不予受理通知书."""

    received_on: str
    reasons: tuple[str, ...]


def received_on(matter: Matter) -> str:
    """When the bureau got the contract in this round."""
    made = matter.last("forward", "pass", "re_review")
    return w.day(made.at if made else None)


def acceptance_notice(matter: Matter) -> AcceptanceNotice:
    """Accepted: under which number, who reviews, by when."""
    return AcceptanceNotice(
        **head(matter, f"关于《{matter.contract.name}》的受理通知书"),
        received_on=received_on(matter),
        reviewer=matter.name(matter.contract.reviewer_id),
        due_on=w.day(matter.contract.review_due or matter.due("REVIEW")),
    )


def supplement_notice(matter: Matter) -> SupplementNotice:
    """What is missing, and by when it has to be there."""
    listed = matter.said.items if matter.said else ()
    return SupplementNotice(
        **head(matter, f"关于《{matter.contract.name}》的补正通知书"),
        received_on=received_on(matter),
        items=tuple(Defect(no=str(no), text=text) for no, text in enumerate(listed, 1)),
        due_on=w.day(matter.due("SUPPLEMENT")),
    )


def refusal_notice(matter: Matter, name: str) -> RefusalNotice:
    """Why the contract goes back."""
    said = matter.said.reason if matter.said else ""
    if matter.said and matter.said.action == "lapse":
        said = "未在补正期限内补齐材料，视为退回。"
    return RefusalNotice(
        **head(matter, f"关于《{matter.contract.name}》的{name}"),
        received_on=received_before(matter),
        reasons=w.paragraphs(said) or (w.NOTHING,),
    )


def received_before(matter: Matter) -> str:
    """When the bureau got what it now gives back; the act has begun a new round already."""
    made = matter.latest("forward", "pass", "re_review")
    return w.day(made.at if made else None)
