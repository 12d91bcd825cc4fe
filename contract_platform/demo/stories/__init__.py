"""The contracts of the demo, one story each."""

from collections.abc import Callable

from contract_platform.demo.director import Story
from contract_platform.demo.stage import Stage
from contract_platform.demo.stories import bureau, drafts, ended, entered, lease, opinion, performance, signing, unit

STORIES: tuple[Callable[[Stage], Story], ...] = (
    drafts.just_uploaded,
    drafts.unconfirmed,
    drafts.scanned,
    drafts.returned,
    unit.knowledge_base,
    unit.car_repair,
    unit.repair_works,
    unit.cosigning,
    bureau.awaiting_acceptance,
    bureau.supplementing,
    bureau.under_review,
    bureau.before_leader,
    opinion.amending,
    opinion.confirming,
    opinion.escalated,
    signing.awaiting_decision,
    signing.ready_to_sign,
    signing.signing,
    performance.filed_in_time,
    performance.filed_late,
    performance.not_filed,
    performance.just_filed,
    lease.lease,
    ended.completed,
    ended.archived,
    entered.unreviewed,
    entered.historic,
)
"""From draft to archive."""
FIRST = 225
"""Working days ago when the platform went into service: before the first story begins."""
