"""Reads a matter."""

import msgspec

from contract_platform.analysis.model import Analysis
from contract_platform.application.circumstances import newest_opinion
from contract_platform.application.forms.matter import File, Matter, Said
from contract_platform.application.policy_of_contract import case_of, profile_of
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.read_version import analysis_of
from contract_platform.application.submission_of_contract import checked_materials
from contract_platform.application.suspended_rules import with_suspensions
from contract_platform.domain.contract import Contract, Decision
from contract_platform.domain.document import Version
from contract_platform.domain.followups import Filing
from contract_platform.domain.labels import label
from contract_platform.domain.opinion import Opinion
from contract_platform.domain.people import SYSTEM_ACTOR, Unit
from contract_platform.domain.vocabulary import Tier

BUREAU = "JUSTICE_BUREAU"


def gather(
    uow: UnitOfWork,
    platform: Platform,
    contract: Contract,
    *,
    said: Said | None = None,
    filing: Filing | None = None,
    reading: bool = False,
) -> Matter:
    """Everything about a contract as it stands in this transaction; what its text was read to be only if asked."""
    opinion = newest_opinion(uow, contract)
    decisions = tuple(uow.decisions.find(contract_id=contract.id))
    checked = checked_version(uow, contract, opinion)
    amendments = uow.amendments.find(contract_id=contract.id)
    submissions = uow.submissions.find(contract_id=contract.id)
    profile = profile_of(platform, contract)
    papers = uow.papers.find(contract_id=contract.id, voided_at=None)
    return Matter(
        today=platform.clock.today(),
        contract=contract,
        unit=uow.units.get(contract.handling_unit_id),
        signing_body=uow.units.get(contract.signing_body_id),
        bureau=bureau_of(uow),
        names=names_of(uow, contract, opinion, decisions, said),
        decisions=decisions,
        clocks=tuple(uow.clocks.find(contract_id=contract.id)),
        opinion=opinion,
        filings=tuple(uow.filings.find(contract_id=contract.id)),
        filing=filing,
        files=files_of(uow, contract),
        obligations=tuple(uow.obligations.find(contract_id=contract.id)),
        submission=submissions[0] if submissions else None,
        amendment=amendments[0] if amendments else None,
        parent=uow.contracts.get(contract.parent_id) if contract.parent_id else None,
        checked=checked,
        analysis=reading_of(uow, platform, checked) if checked and reading else None,
        verdicts=tuple(uow.verdicts.find(contract_id=contract.id)),
        conclusions={conclusion: one.label for conclusion, one in profile.opinions.items()},
        checklist=checked_materials(uow, platform, contract, submissions[0] if submissions else None),
        retention=retention_of(uow, platform, contract),
        issued=tuple((label("FormKind", paper.form)[0], paper.number, paper.issued_at) for paper in papers),
        said=said,
    )


def reading_of(uow: UnitOfWork, platform: Platform, version: Version) -> Analysis | None:
    """What a text was read to be, with the rules that rest now said to be unchecked."""
    analysis = analysis_of(uow, version)
    if analysis is None:
        return None
    return msgspec.structs.replace(analysis, coverage=with_suspensions(platform, analysis.coverage))


def names_of(
    uow: UnitOfWork,
    contract: Contract,
    opinion: Opinion | None,
    decisions: tuple[Decision, ...],
    said: Said | None,
) -> dict[str, str]:
    """The names of everybody who had to do with the contract."""
    people = {contract.handler_id, contract.reviewer_id, said.by if said else None}
    people |= {one.person_id for one in decisions}
    if opinion is not None:
        people |= {opinion.drafter_id, opinion.signer_id}
    return {
        one: uow.people.get(one).name
        for one in sorted(person for person in people - {SYSTEM_ACTOR.person_id} if person)
    }


def bureau_of(uow: UnitOfWork) -> Unit:
    """The justice bureau of the district."""
    return uow.units.find(kind=BUREAU)[0]


def checked_version(uow: UnitOfWork, contract: Contract, opinion: Opinion | None) -> Version | None:
    """The text that was reviewed: the opinion's, before there is one the newest draft."""
    wanted = opinion.version_id if opinion else contract.draft_version_id
    return uow.versions.get(wanted) if wanted else None


def files_of(uow: UnitOfWork, contract: Contract) -> tuple[File, ...]:
    """The documents that have a version, with their newest."""
    return tuple(
        File(document=document, version=uow.versions.get(document.current_version_id))
        for document in uow.documents.find(contract_id=contract.id)
        if document.current_version_id
    )


def retention_of(uow: UnitOfWork, platform: Platform, contract: Contract) -> str:
    """For how long the file is kept, in words."""
    profile = profile_of(platform, contract)
    kept = profile.keeping.retention_of(case_of(uow, contract), contract.tier or Tier.ORDINARY)
    return "永久" if kept.years is None else f"{kept.years}年"
