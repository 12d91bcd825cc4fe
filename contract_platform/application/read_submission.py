"""The materials of a contract, its due diligence, consulted units' opinions, urgency and route, for reading."""

from contract_platform.application.load import visible_contract
from contract_platform.application.names import Names
from contract_platform.application.policy_of_contract import is_forwarded, profile_of, routing_of
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.shown import shown
from contract_platform.application.submission_of_contract import checked_materials, submission_of
from contract_platform.application.submission_views import (
    ConsultationView,
    ExemptionView,
    FileView,
    InquiryView,
    MaterialView,
    RouteView,
    SubmissionView,
)
from contract_platform.application.urgency_views import lead_time_view, urgency_view
from contract_platform.domain.contract import Contract
from contract_platform.domain.document import CLOSED
from contract_platform.domain.people import Actor
from contract_platform.domain.submission import MaterialEntry, Submission
from contract_platform.domain.vocabulary import State
from contract_platform.policy.materials import GIVEN_HERE, Checked
from contract_platform.policy.profile import PolicyProfile

EDITABLE = frozenset({State.DRAFTING, State.UNIT_COSIGNING, State.SUPPLEMENTING, State.AMENDING})
"""States in which the unit may still change what it sends."""


def read_submission(platform: Platform, actor: Actor, contract_id: str) -> SubmissionView:
    """Everything that goes with a contract for review."""
    with platform.reading() as uow:
        return submission_view(uow, platform, actor, visible_contract(uow, actor, contract_id))


def submission_view(uow: UnitOfWork, platform: Platform, actor: Actor, contract: Contract) -> SubmissionView:
    """The view inside a unit of work, as its reader sees it."""
    profile, names = profile_of(platform, contract), Names(uow)
    kept, files = submission_of(uow, platform, contract), files_of(uow, contract)
    view = SubmissionView(
        contract_id=contract.id,
        revision=contract.revision,
        editable=contract.state in EDITABLE,
        materials=material_views(checked_materials(uow, platform, contract, kept), kept, files, names),
        inquiries=tuple(
            InquiryView(
                inquiry=one, complete=one.complete, files=named_files(one.version_ids, files), by=names.of(one.by)
            )
            for one in kept.standing_inquiries
        ),
        consultations=tuple(
            ConsultationView(
                consultation=one, complete=one.complete, files=named_files(one.version_ids, files), by=names.of(one.by)
            )
            for one in kept.standing_consultations
        ),
        urgency=urgency_view(actor, contract, kept, names),
        lead_time=lead_time_view(uow, platform, contract),
        route=route_view(uow, platform, contract),
        exemptions=exemption_views(profile),
        parties=tuple(party.name for party in contract.parties if party.side != "gov"),
        files=tuple(files.values()),
    )
    return shown(actor, contract, view)


def files_of(uow: UnitOfWork, contract: Contract) -> dict[str, FileView]:
    """The contract's files by the ids of their versions, oldest first."""
    titles = {document.id: document.title for document in uow.documents.find(contract_id=contract.id)}
    return {
        one.id: FileView(
            version_id=one.id,
            title=titles.get(one.document_id, one.filename),
            filename=one.filename,
            size=one.size,
            open=one.analysis_state not in CLOSED,
        )
        for one in uow.versions.find(contract_id=contract.id)
    }


def named_files(version_ids: tuple[str, ...], files: dict[str, FileView]) -> tuple[FileView, ...]:
    """Those of the files that an entry names."""
    return tuple(files[key] for key in version_ids if key in files)


def material_views(
    found: tuple[Checked, ...], kept: Submission, files: dict[str, FileView], names: Names
) -> tuple[MaterialView, ...]:
    """The list in its order."""
    entries = {entry.code: entry for entry in kept.materials}
    return tuple(material_view(one, entries.get(one.code), files, names) for one in found)


def material_view(
    checked: Checked, entry: MaterialEntry | None, files: dict[str, FileView], names: Names
) -> MaterialView:
    """One item."""
    material = checked.material
    return MaterialView(
        code=checked.code,
        title=material.title,
        need=material.need,
        standing=checked.standing,
        lacking=checked.lacking,
        source=material.source,
        settable=material.source in GIVEN_HERE,
        basis=material.basis,
        provenance=material.provenance,
        usual_reasons=material.usual_reasons,
        files=named_files(entry.version_ids, files) if entry else (),
        reason=entry.reason if entry else "",
        by=names.of(entry.by) if entry else None,
        at=entry.at if entry else None,
    )


def route_view(uow: UnitOfWork, platform: Platform, contract: Contract) -> RouteView:
    """The route by the contract's facts as they are now."""
    routing = routing_of(uow, platform, contract)
    return RouteView(
        tier=routing.tier,
        rule=routing.rule,
        basis=routing.basis,
        provenance=routing.provenance,
        forwarded=is_forwarded(uow, platform, contract),
    )


def exemption_views(profile: PolicyProfile) -> tuple[ExemptionView, ...]:
    """What a unit may claim under the profile."""
    return tuple(
        ExemptionView(code=code, rule=rule.rule, basis=rule.basis, provenance=rule.provenance)
        for code, rule in profile.routing.claims.items()
    )
