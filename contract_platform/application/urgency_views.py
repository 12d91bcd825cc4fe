"""How urgent a contract is, and how much time the review is left."""

from contract_platform.application.names import Names
from contract_platform.application.policy_of_contract import profile_of, routing_of
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.submission_of_contract import LEAD_TIME, lead_time, reckoned_lead
from contract_platform.application.submission_views import LeadTimeView, UrgencyView
from contract_platform.application.views import ActionView, ReckoningDay
from contract_platform.domain.access import acting_roles
from contract_platform.domain.contract import Contract
from contract_platform.domain.deadlines import SHANGHAI
from contract_platform.domain.people import Actor
from contract_platform.domain.submission import Submission
from contract_platform.domain.urgency import URGENCY, URGENCY_OPEN, UrgencyCircumstances
from contract_platform.domain.vocabulary import Role

OPERATIONS = {Role.HANDLER: "urgency.ask", Role.HANDLER_LEAD: "urgency.decide"}


def urgency_view(actor: Actor, contract: Contract, kept: Submission, names: Names) -> UrgencyView:
    """The last request, with what the reader may do about it."""
    last = kept.urgency
    return UrgencyView(
        urgency=last,
        asked_by=names.of(last.asked_by) if last else None,
        decided_by=names.of(last.decided_by) if last and last.decided_by else None,
        actions=urgency_actions(actor, contract, kept),
    )


def urgency_actions(actor: Actor, contract: Contract, kept: Submission) -> tuple[ActionView, ...]:
    """The acts open to the reader, with what stands in the way of them."""
    if contract.state not in URGENCY_OPEN:
        return ()
    facts = urgency_facts(actor, contract, kept)
    rows = URGENCY.rows(kept.urgency.state if kept.urgency else None)
    mine = (row for row in rows if row.roles[0] in acting_roles(actor, contract, OPERATIONS[row.roles[0]]))
    return tuple(
        ActionView(action=row.action, enabled=not reasons, reasons=reasons)
        for row in mine
        for reasons in (URGENCY.obstacles(row, facts, preview=True),)
    )


def urgency_facts(actor: Actor, contract: Contract, kept: Submission, reason: str = "") -> UrgencyCircumstances:
    """What the table of urgency looks at."""
    last = kept.urgency
    own = actor.person_id == contract.handler_id or (last is not None and last.asked_by == actor.person_id)
    return UrgencyCircumstances(planned=contract.planned_sign_date is not None, own=own, reason=reason)


def lead_time_view(uow: UnitOfWork, platform: Platform, contract: Contract) -> LeadTimeView | None:
    """The lead time opened up: receipt, days counted and skipped; None where none has to be kept."""
    lead = lead_time(uow, platform, contract, routing_of(uow, platform, contract).tier)
    if lead is None:
        return None
    profile, now = profile_of(platform, contract), platform.clock.now()
    reckoned, period = reckoned_lead(platform, contract), profile.clock(LEAD_TIME)
    return LeadTimeView(
        now=now,
        cut_off=profile.cut_off.isoformat(),
        late=now.astimezone(SHANGHAI).time() > profile.cut_off,
        received_on=reckoned.start,
        days=reckoned.days,
        unit=reckoned.unit,
        skipped=tuple(ReckoningDay(day=one.day, reason=one.reason) for one in reckoned.skipped),
        provisional=reckoned.provisional,
        earliest=lead.earliest,
        planned=lead.planned,
        short=lead.short,
        basis=period.basis,
        provenance=period.provenance,
    )
