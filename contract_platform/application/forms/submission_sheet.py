"""合法性审查送审表."""

from contract_platform.application.forms import wording as w
from contract_platform.application.forms.matter import Matter
from contract_platform.application.forms.parts import (
    MaterialLine,
    PartyLine,
    Sheet,
    StepLine,
    decided_as,
    head,
    materials,
    parties,
    steps,
)
from contract_platform.domain.records import Record
from contract_platform.domain.submission_vocabulary import UrgencyState
from contract_platform.domain.vocabulary import Role


class ConsultedLine(Record, frozen=True, kw_only=True):
    """A unit that was consulted."""

    no: str
    unit: str
    conclusion: str
    opinion: str
    adopted: str


class InquiryLine(Record, frozen=True, kw_only=True):
    """A party that was looked into."""

    no: str
    party: str
    queried_on: str
    result: str
    conclusion: str


class SubmissionSheet(Sheet, frozen=True, kw_only=True):
    """The form by which a unit sends a contract to the bureau."""

    parties: tuple[PartyLine, ...]
    funding: str
    budget_item: str
    procurement: str
    procurement_no: str
    award_day: str
    planned_sign_day: str
    key_project: str
    relation: str
    route: str
    urgent: str
    urgent_reason: str
    materials: tuple[MaterialLine, ...]
    consulted: tuple[ConsultedLine, ...]
    inquiries: tuple[InquiryLine, ...]
    steps: tuple[StepLine, ...]
    unit_legal: str
    unit_legal_day: str
    unit_lead: str
    unit_lead_day: str


def submission_sheet(matter: Matter) -> SubmissionSheet:
    """The form as the contract stands."""
    contract = matter.contract
    urgency = matter.submission.urgency if matter.submission else None
    agreed = urgency is not None and urgency.state is UrgencyState.CONFIRMED
    legal, legal_day = decided_as(matter, Role.UNIT_LEGAL)
    lead, lead_day = decided_as(matter, Role.HANDLER_LEAD)
    return SubmissionSheet(
        **head(matter, "政府合同合法性审查送审表"),
        parties=parties(matter),
        funding=w.zh("FundingSource", contract.funding_source),
        budget_item=w.or_dash(contract.budget_item),
        procurement=w.zh("ProcurementMethod", contract.procurement_method),
        procurement_no=w.or_dash(contract.procurement_no),
        award_day=w.day(contract.award_notice_date),
        planned_sign_day=w.day(contract.planned_sign_date),
        key_project=w.yes(contract.key_project),
        relation=w.zh("ContractRelation", contract.relation),
        route=w.or_dash(contract.tier_rule),
        urgent=w.yes(agreed),
        urgent_reason=urgency.reason if urgency and agreed else w.NOTHING,
        materials=materials(matter),
        consulted=consulted(matter),
        inquiries=inquiries(matter),
        steps=steps(matter, "submit", "cosigned", "pass", "forward"),
        unit_legal=legal,
        unit_legal_day=legal_day,
        unit_lead=lead,
        unit_lead_day=lead_day,
    )


def consulted(matter: Matter) -> tuple[ConsultedLine, ...]:
    """Units that were asked, with what they said."""
    asked = matter.submission.standing_consultations if matter.submission else ()
    return tuple(
        ConsultedLine(
            no=str(no),
            unit=one.unit,
            conclusion=w.zh("Conclusion", one.conclusion),
            opinion=w.or_dash(one.opinion),
            adopted=w.zh("AdoptionChoice", one.adopted),
        )
        for no, one in enumerate(asked, 1)
    )


def inquiries(matter: Matter) -> tuple[InquiryLine, ...]:
    """Parties that were looked into, with what was found."""
    made = matter.submission.standing_inquiries if matter.submission else ()
    return tuple(
        InquiryLine(
            no=str(no),
            party=one.party,
            queried_on=w.day(one.queried_on),
            result="发现异常" if one.abnormal else "未发现异常" if one.complete else "未完成",
            conclusion=w.zh("InquiryConclusion", one.conclusion),
        )
        for no, one in enumerate(made, 1)
    )
