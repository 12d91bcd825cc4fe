"""Reviewers put remarks on selected text; others answer; the author or the handler's side resolves."""

from typing import Any

import msgspec

from contract_platform.analysis import anchors
from contract_platform.application.load import expect_revision, open_version, visible_contract
from contract_platform.application.once import once
from contract_platform.application.permit import permit_as
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.read_version import analysis_of
from contract_platform.application.shown import shown
from contract_platform.application.trace import record
from contract_platform.application.views import RemarkReply, RemarkView
from contract_platform.domain.document import Version
from contract_platform.domain.errors import Invalid, Refused
from contract_platform.domain.followups import Remark, Reply, Selector
from contract_platform.domain.people import Actor
from contract_platform.domain.vocabulary import RemarkState

LONGEST = 4000  # characters of a remark or reply


def create_remark(
    platform: Platform,
    actor: Actor,
    version_id: str,
    *,
    start: int,
    end: int,
    text: str,
    idempotency_key: str | None = None,
) -> RemarkView:
    """Anchor a remark at ``[start, end)`` of the version's canonical text."""
    check_text(text)
    with platform.unit_of_work() as uow:
        contract, _, version = open_version(uow, actor, version_id)
        standing = permit_as(actor, "remark.create", contract)
        analysis = analysis_of(uow, version)
        if analysis is None:
            raise Refused("analysis_not_ready", state=version.analysis_state)
        body = analysis.document.text
        if not 0 <= start < end <= len(body):
            raise Invalid("selection_outside_text", start=start, end=end, length=len(body))
        return once(
            uow,
            platform,
            actor,
            f"remark.create/{version_id}",
            idempotency_key,
            RemarkView,
            lambda: shown(
                actor,
                contract,
                _create(uow, platform, actor, contract.id, version_id, anchors.make(body, start, end), text, standing),
                text=body,
            ),
        )


def _create(
    uow: UnitOfWork,
    platform: Platform,
    actor: Actor,
    contract_id: str,
    version_id: str,
    selector: Selector,
    text: str,
    standing: dict[str, Any],
) -> RemarkView:
    remark = Remark(
        id=platform.new_id(),
        contract_id=contract_id,
        version_id=version_id,
        selector=selector,
        text=text.strip(),
        by=actor.person_id,
        at=platform.clock.now(),
        state=RemarkState.OPEN,
    )
    uow.remarks.add(remark)
    record(uow, platform, actor, "remark.created", object_id=remark.id, contract_id=contract_id, **standing)
    return remark_view(uow, remark)


def list_remarks(platform: Platform, actor: Actor, version_id: str) -> tuple[RemarkView, ...]:
    """All remarks of a version in text order."""
    with platform.reading() as uow:
        contract, _, version = open_version(uow, actor, version_id)
        remarks = sorted(uow.remarks.find(version_id=version_id), key=lambda remark: remark.selector.start)
        views = tuple(remark_view(uow, remark) for remark in remarks)
        return shown(actor, contract, views, text=text_of(uow, version)) if views else ()


def reply_remark(platform: Platform, actor: Actor, remark_id: str, *, text: str, revision: int) -> RemarkView:
    """Answer in the thread."""
    check_text(text)
    with platform.unit_of_work() as uow:
        remark, standing = _changeable(uow, actor, remark_id, "remark.reply", revision)
        reply = Reply(by=actor.person_id, at=platform.clock.now(), text=text.strip())
        remark = uow.remarks.save(
            msgspec.structs.replace(remark, replies=(*remark.replies, reply), state=RemarkState.ANSWERED)
        )
        record(uow, platform, actor, "remark.answered", **about(remark), **standing)
        return seen_by(uow, actor, remark)


def resolve_remark(platform: Platform, actor: Actor, remark_id: str, *, revision: int) -> RemarkView:
    """Close the thread; what was said stays."""
    with platform.unit_of_work() as uow:
        remark, standing = _changeable(uow, actor, remark_id, "remark.resolve", revision)
        remark = uow.remarks.save(
            msgspec.structs.replace(remark, state=RemarkState.RESOLVED, resolved_by=actor.person_id)
        )
        record(uow, platform, actor, "remark.resolved", **about(remark), **standing)
        return seen_by(uow, actor, remark)


def seen_by(uow: UnitOfWork, actor: Actor, remark: Remark) -> RemarkView:
    """The remark as this person may see it."""
    text = text_of(uow, uow.versions.get(remark.version_id))
    return shown(actor, uow.contracts.get(remark.contract_id), remark_view(uow, remark), text=text)


def text_of(uow: UnitOfWork, version: Version) -> str:
    """The canonical text a version's remarks are anchored in."""
    analysis = analysis_of(uow, version)
    return analysis.document.text if analysis else ""


def about(remark: Remark) -> dict[str, Any]:
    """What an entry of the trace says about a remark."""
    return {"object_id": remark.id, "contract_id": remark.contract_id}


def _changeable(
    uow: UnitOfWork, actor: Actor, remark_id: str, operation: str, revision: int
) -> tuple[Remark, dict[str, Any]]:
    remark = uow.remarks.get(remark_id)
    standing = permit_as(actor, operation, visible_contract(uow, actor, remark.contract_id))
    expect_revision(remark, revision)
    if remark.state == RemarkState.RESOLVED:
        raise Refused("remark_resolved")
    return remark, standing


def check_text(text: str) -> None:
    """A remark says something, within bounds."""
    if not text.strip():
        raise Invalid("text_missing")
    if len(text) > LONGEST:
        raise Invalid("text_too_long", longest=LONGEST)


def remark_view(uow: UnitOfWork, remark: Remark) -> RemarkView:
    """The remark with names."""
    names = {person_id: uow.people.get(person_id).name for person_id in _people(remark)}
    return RemarkView(
        id=remark.id,
        revision=remark.revision,
        version_id=remark.version_id,
        start=remark.selector.start,
        end=remark.selector.end,
        exact=remark.selector.exact,
        text=remark.text,
        by=names[remark.by],
        by_id=remark.by,
        at=remark.at,
        state=remark.state,
        replies=tuple(RemarkReply(by=names[reply.by], at=reply.at, text=reply.text) for reply in remark.replies),
        resolved_by=names[remark.resolved_by] if remark.resolved_by else None,
        orphan=False,
    )


def _people(remark: Remark) -> set[str]:
    people = {remark.by, *(reply.by for reply in remark.replies)}
    return people | {remark.resolved_by} if remark.resolved_by else people
