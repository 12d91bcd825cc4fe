"""A reviewer's verdict on a machine finding: kept beside it, and it survives re-analysis."""

import msgspec

from contract_platform.application.load import visible_contract
from contract_platform.application.permit import permit_as
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.read_version import analysis_of
from contract_platform.application.trace import record
from contract_platform.domain.contract import Contract
from contract_platform.domain.document import FindingVerdict
from contract_platform.domain.errors import Invalid, NotFound
from contract_platform.domain.people import Actor

VERDICTS = frozenset({"adopted", "rejected"})


def judge_finding(
    platform: Platform, actor: Actor, contract_id: str, finding_id: str, *, verdict: str, reason: str = ""
) -> FindingVerdict:
    """Set or change the verdict; a rejection needs its reason."""
    if verdict not in VERDICTS:
        raise Invalid("verdict_unknown", verdict=verdict)
    if verdict == "rejected" and not reason.strip():
        raise Invalid("reason_missing")
    with platform.unit_of_work() as uow:
        contract = visible_contract(uow, actor, contract_id)
        standing = permit_as(actor, "finding.judge", contract)
        expect_finding(uow, contract, finding_id)
        existing = uow.verdicts.find(contract_id=contract_id, finding_id=finding_id)
        now = platform.clock.now()
        if existing:
            judged = uow.verdicts.save(
                msgspec.structs.replace(existing[0], verdict=verdict, reason=reason, by=actor.person_id, at=now)
            )
        else:
            judged = FindingVerdict(
                id=platform.new_id(),
                contract_id=contract_id,
                finding_id=finding_id,
                verdict=verdict,
                reason=reason,
                by=actor.person_id,
                at=now,
            )
            uow.verdicts.add(judged)
        record(
            uow,
            platform,
            actor,
            "finding.judged",
            object_id=finding_id,
            contract_id=contract_id,
            **standing,
            data={"verdict": verdict, "reason": reason},
        )
    return judged


def expect_finding(uow: UnitOfWork, contract: Contract, finding_id: str) -> None:
    """``NotFound`` for what was never found in this contract: a verdict on nothing, or on another contract's text."""
    newest_first = sorted(uow.versions.find(contract_id=contract.id), key=lambda version: version.id, reverse=True)
    analyses = (analysis_of(uow, version) for version in newest_first)
    if not any(finding.id == finding_id for analysis in analyses if analysis for finding in analysis.findings):
        raise NotFound("finding_not_found", id=finding_id)
