"""A person approves, rejects or corrects a fact the machine read; rules and proposals then rest on what they said."""

import msgspec

from contract_platform.analysis.entry_values import checked
from contract_platform.analysis.fact_entries import FactEntry
from contract_platform.application.confirm_facts import EDITABLE
from contract_platform.application.list_facts import FactList, fact_list, listed, read_text
from contract_platform.application.load import visible_contract
from contract_platform.application.people_said import APPROVED, CORRECTED, REJECTED, value_of
from contract_platform.application.permit import permit_as
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.register_verdict import register_verdict
from contract_platform.application.shown import shown
from contract_platform.application.trace import enqueue, record
from contract_platform.domain.contract import Contract
from contract_platform.domain.document import FactVerdict, Version
from contract_platform.domain.errors import Invalid, NotFound, Refused
from contract_platform.domain.people import Actor
from contract_platform.domain.vocabulary import AnalysisState, Role

VERDICTS = frozenset({APPROVED, REJECTED, CORRECTED})
WEIGHT = (Role.HANDLER, Role.UNIT_LEGAL, Role.BUREAU_REVIEWER)
"""Whose word weighs more comes later; nobody's is replaced by one that weighs less."""
replace = msgspec.structs.replace


class FactJudgement(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``seen``: the machine's value as it was shown; ``value``: the right one, of a correction only.

    ``verdict``: approved | rejected | corrected; amounts in fen, days in ISO form.
    """

    fact: str
    verdict: str
    seen: str
    value: str = ""
    reason: str = ""


def judge_fact(platform: Platform, actor: Actor, contract_id: str, given: FactJudgement) -> FactList:
    """Set or change the verdict on one fact; the answer is the list as it stands now."""
    if given.verdict not in VERDICTS:
        raise Invalid("fact_verdict_unknown", verdict=given.verdict[:30])
    if given.verdict == REJECTED and not given.reason.strip():
        raise Invalid("reason_missing")
    with platform.unit_of_work() as uow:
        contract = visible_contract(uow, actor, contract_id)
        standing = permit_as(actor, "fact.judge", contract)
        version, analysis = read_text(uow, contract)
        entry = next((one for one in listed(analysis) if one.key == given.fact), None)
        if entry is None:
            raise NotFound("fact_not_found", id=given.fact[:80])
        if entry.value != given.seen:
            raise Refused("fact_reads_differently")
        role = standing["role"] or Role.HANDLER
        verdict = keep(uow, judged(platform, actor, version, entry, given, role))
        contract = carry(uow, platform, contract, entry, verdict)
        version = read_again(uow, platform, version, said=value_of(verdict) != (entry.value or None))
        record(
            uow,
            platform,
            actor,
            "fact.judged",
            object_id=version.id,
            contract_id=contract.id,
            **standing,
            data={"fact": entry.field, "verdict": verdict.verdict, "reason": verdict.reason},
        )
        view = fact_list(uow, contract, version, analysis)
    return shown(actor, contract, view, text=analysis.document.text)


def judged(
    platform: Platform, actor: Actor, version: Version, entry: FactEntry, given: FactJudgement, role: Role
) -> FactVerdict:
    """The verdict as a record; ``Invalid`` for a value this kind of fact can never have."""
    try:
        value = checked(entry.kind, given.value) if given.verdict == CORRECTED else ""
    except ValueError as problem:
        raise Invalid("fact_value_wrong", value=given.value[:30], kind=entry.kind) from problem
    return FactVerdict(
        id=platform.new_id(),
        contract_id=version.contract_id,
        version_id=version.id,
        fact=entry.key,
        verdict=given.verdict,
        machine=entry.value,
        value=value,
        reason=given.reason.strip(),
        by=actor.person_id,
        role=role,
        at=platform.clock.now(),
    )


def keep(uow: UnitOfWork, new: FactVerdict) -> FactVerdict:
    """The only verdict on the fact; what was said before is in the trace."""
    existing = uow.fact_verdicts.find(contract_id=new.contract_id, fact=new.fact)
    if existing and WEIGHT.index(new.role) < WEIGHT.index(existing[0].role):
        raise Refused("fact_judged_by_reviewer")
    if not existing:
        uow.fact_verdicts.add(new)
        return new
    return uow.fact_verdicts.save(replace(new, id=existing[0].id, revision=existing[0].revision))


def carry(uow: UnitOfWork, platform: Platform, contract: Contract, entry: FactEntry, verdict: FactVerdict) -> Contract:
    """While the text itself may still change, the register follows; later only a correction by two people does."""
    if contract.state not in EDITABLE or not contract.facts_confirmed:
        return contract
    changed = register_verdict(contract, entry, value_of(verdict))
    if changed == contract:
        return contract
    return uow.contracts.save(replace(changed, updated_at=platform.clock.now()))


def read_again(uow: UnitOfWork, platform: Platform, version: Version, *, said: bool) -> Version:
    """Have the rules run on what holds now, where that is not what the machine read anyway."""
    if not said or version.analysis_state != AnalysisState.DONE:
        return version
    enqueue(uow, platform, "analyse_version", version.id, lane="slow")
    return uow.versions.save(replace(version, analysis_state=AnalysisState.QUEUED))
