"""What a unit states about its submission, item by item: files, reasons, due diligence, consulted units' opinions."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, TypeVar

import msgspec

from contract_platform.application.load import expect_revision, visible_contract
from contract_platform.application.permit import permit_as
from contract_platform.application.policy_of_contract import profile_of
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.read_submission import EDITABLE, submission_view
from contract_platform.application.submission_commands import ConsultationList, InquiryList, MaterialChange
from contract_platform.application.submission_of_contract import held, keep_submission, submission_of
from contract_platform.application.submission_views import SubmissionView
from contract_platform.application.trace import record
from contract_platform.domain.contract import Contract
from contract_platform.domain.errors import Invalid, Refused
from contract_platform.domain.people import Actor
from contract_platform.domain.submission import Consultation, Inquiry, MaterialEntry
from contract_platform.domain.submission_vocabulary import MaterialNeed
from contract_platform.policy.materials import GIVEN_HERE, Material
from contract_platform.policy.profile import PolicyProfile

replace = msgspec.structs.replace
Entry = TypeVar("Entry", Inquiry, Consultation)


def set_material(
    platform: Platform, actor: Actor, contract_id: str, code: str, change: MaterialChange, *, revision: int
) -> SubmissionView:
    """Give files for an item of the list, or the reason why it does not apply; an empty change takes both back."""
    with platform.unit_of_work() as uow:
        contract, standing = editable(uow, actor, contract_id, "material.set", revision)
        check_change(profile_of(platform, contract), code, change)
        check_files(uow, contract, change.version_ids)
        entry = MaterialEntry(
            code=code,
            version_ids=tuple(dict.fromkeys(change.version_ids)),
            not_applicable=change.not_applicable,
            reason=change.reason.strip(),
            by=actor.person_id,
            at=platform.clock.now(),
        )
        kept = submission_of(uow, platform, contract)
        others = tuple(one for one in kept.materials if one.code != code)
        given = (entry,) if entry.version_ids or entry.not_applicable else ()
        contract = keep_submission(uow, platform, contract, replace(kept, materials=(*others, *given)))
        data = {
            "item": code,
            "files": list(entry.version_ids),
            "not_applicable": entry.not_applicable,
            "reason": entry.reason,
        }
        record(
            uow, platform, actor, "material.set", object_id=contract.id, contract_id=contract.id, **standing, data=data
        )
        return submission_view(uow, platform, actor, contract)


def check_change(profile: PolicyProfile, code: str, change: MaterialChange) -> None:
    """``Invalid`` for an item the profile does not know, or that is not given here; only some may be left out."""
    material: Material | None = profile.materials.get(code)
    if material is None or material.source not in GIVEN_HERE:
        raise Invalid("material_unknown", item=code)
    if change.not_applicable and material.need is not MaterialNeed.CONDITIONAL:
        raise Invalid("material_always_needed", item=material.title)
    if change.not_applicable and change.version_ids:
        raise Invalid("material_contradicts", item=material.title)
    if change.not_applicable and not change.reason.strip():
        raise Invalid("material_reason_missing", item=material.title)


def state_inquiries(
    platform: Platform, actor: Actor, contract_id: str, stated: InquiryList, *, revision: int
) -> SubmissionView:
    """The whole record of due diligence as the officer states it now."""
    with platform.unit_of_work() as uow:
        contract, standing = editable(uow, actor, contract_id, "inquiry.state", revision)
        now = platform.clock.now()
        for entry in stated.entries:
            check_files(uow, contract, entry.version_ids)
            if entry.queried_on is not None and entry.queried_on > platform.clock.today():
                raise Invalid("inquiry_in_the_future", party=entry.party)
        kept = submission_of(uow, platform, contract)
        entries = [built(platform, actor, one, Inquiry, now) for one in stated.entries]
        merged = merge(kept.inquiries, entries, now)
        contract = keep_submission(uow, platform, contract, replace(kept, inquiries=merged))
        data = {"entries": len(entries), "complete": sum(one.complete for one in entries)}
        record(
            uow,
            platform,
            actor,
            "inquiry.stated",
            object_id=contract.id,
            contract_id=contract.id,
            **standing,
            data=data,
        )
        return submission_view(uow, platform, actor, contract)


def state_consultations(
    platform: Platform, actor: Actor, contract_id: str, stated: ConsultationList, *, revision: int
) -> SubmissionView:
    """All consulted units with their opinions as the officer states them now."""
    with platform.unit_of_work() as uow:
        contract, standing = editable(uow, actor, contract_id, "consultation.state", revision)
        now = platform.clock.now()
        for entry in stated.entries:
            check_files(uow, contract, entry.version_ids)
            if entry.answered_on is not None and entry.answered_on > platform.clock.today():
                raise Invalid("consultation_in_the_future", unit=entry.unit)
        kept = submission_of(uow, platform, contract)
        entries = [built(platform, actor, one, Consultation, now) for one in stated.entries]
        merged = merge(kept.consultations, entries, now)
        contract = keep_submission(uow, platform, contract, replace(kept, consultations=merged))
        data = {"entries": len(entries), "complete": sum(one.complete for one in entries)}
        key = contract.id
        record(uow, platform, actor, "consultation.stated", object_id=key, contract_id=key, **standing, data=data)
        return submission_view(uow, platform, actor, contract)


def editable(
    uow: UnitOfWork, actor: Actor, contract_id: str, operation: str, revision: int
) -> tuple[Contract, dict[str, Any]]:
    """The contract whose submission the actor may change now, and in which role."""
    contract = visible_contract(uow, actor, contract_id)
    standing = permit_as(actor, operation, contract)
    expect_revision(contract, revision)
    if contract.state not in EDITABLE:
        raise Refused("materials_fixed_now", state=contract.state)
    return contract, standing


def check_files(uow: UnitOfWork, contract: Contract, version_ids: Iterable[str]) -> None:
    """``Invalid`` for a file that is not the contract's own, or that nobody may open."""
    if set(version_ids) - held(uow, contract).version_ids:
        raise Invalid("file_of_other_contract")


def built(platform: Platform, actor: Actor, stated: msgspec.Struct, kind: type[Entry], now: datetime) -> Entry:
    """What was stated as a record, with a number of its own unless it names one."""
    values = msgspec.structs.asdict(stated)
    values["id"] = values["id"] or platform.new_id()
    return kind(**values, by=actor.person_id, at=now)


def merge(before: Sequence[Entry], stated: Sequence[Entry], now: datetime) -> tuple[Entry, ...]:
    """The stated entries in their order, after those that were taken back; what did not change keeps its author."""
    earlier = {one.id: one for one in before}
    named = {one.id for one in stated}
    taken_back = {one.id for one in before if one.removed_at is not None}
    if named & taken_back or len(named) < len(stated):
        raise Invalid("entry_twice")
    merged: list[Entry] = [taken(one, now) for one in before if one.id not in named]
    merged += [unchanged(earlier.get(one.id), one) for one in stated]
    return tuple(merged)


def taken(entry: Entry, now: datetime) -> Entry:
    """An entry that is no longer stated; it stays on the record."""
    return entry if entry.removed_at is not None else replace(entry, removed_at=now)


def unchanged(old: Entry | None, new: Entry) -> Entry:
    """The entry as it was where nothing about it is new."""
    if old is not None and replace(new, by=old.by, at=old.at) == old:
        return old
    return new
