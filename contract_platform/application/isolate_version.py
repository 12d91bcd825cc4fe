"""A version that bears a secrecy mark is closed to everybody, at once and in the commit that finds the mark."""

import msgspec

from contract_platform.analysis.model import Analysis
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.recognise_pages import forget_pages
from contract_platform.application.tasks_of_contract import retask_plan
from contract_platform.application.trace import record
from contract_platform.domain.document import Version
from contract_platform.domain.people import SYSTEM_ACTOR
from contract_platform.domain.quarantine import ENDED, Quarantine
from contract_platform.domain.vocabulary import AnalysisState, ObligationState

MARKED = "suspected_secret"


def isolate(uow: UnitOfWork, platform: Platform, version: Version, marks: tuple[str, ...]) -> None:
    """Close every version of the same bytes, with what was read from them."""
    for same in uow.versions.find(sha256=version.sha256):
        held = [one for one in uow.quarantines.find(version_id=same.id) if one.state not in ENDED]
        if not held and same.analysis_state != AnalysisState.PURGED:
            _isolate(uow, platform, same, marks)


def _isolate(uow: UnitOfWork, platform: Platform, version: Version, marks: tuple[str, ...]) -> None:
    forget_reading(uow, platform, version)
    closed = msgspec.structs.replace(
        version, analysis_state=AnalysisState.QUARANTINED, analysis_id=None, unreadable=MARKED
    )
    uow.versions.save(closed)
    quarantine = Quarantine(
        id=platform.new_id(),
        contract_id=version.contract_id,
        version_id=version.id,
        sha256=version.sha256,
        size=version.size,
        marks=marks,
        uploaded_by=version.uploaded_by,
        found_at=platform.clock.now(),
    )
    uow.quarantines.add(quarantine)
    data = {"version": version.id, "sha256": version.sha256, "size": version.size, "marks": list(marks)}
    contract_id = version.contract_id
    record(
        uow, platform, SYSTEM_ACTOR, "quarantine.isolated", object_id=quarantine.id, contract_id=contract_id, data=data
    )


def forget_reading(uow: UnitOfWork, platform: Platform, version: Version) -> None:
    """Remove what was read from a version: analyses with their index, verdicts, remarks, proposed obligations."""
    for stored in uow.analyses.find(version_id=version.id):
        found = {finding.id for finding in msgspec.json.decode(stored.body, type=Analysis).findings}
        for verdict in uow.verdicts.find(contract_id=version.contract_id):
            if verdict.finding_id in found:
                uow.verdicts.remove(verdict.id)
        uow.analyses.remove(stored.id)
    for said in uow.fact_verdicts.find(version_id=version.id):
        uow.fact_verdicts.remove(said.id)
    forget_pages(uow, version)
    for remark in uow.remarks.find(version_id=version.id):
        uow.remarks.remove(remark.id)
    contract = uow.contracts.get(version.contract_id)
    if contract.draft_version_id == version.id:
        for obligation in uow.obligations.find(contract_id=contract.id, state=ObligationState.PROPOSED):
            uow.obligations.remove(obligation.id)
        retask_plan(uow, platform, SYSTEM_ACTOR, contract)
