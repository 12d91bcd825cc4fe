"""Replay: what a draft would have changed for the contracts of the last year, against the version it is drafted on.

A replay is kept for the person who ran it and bound to the draft's digest: only who has looked at exactly this draft
publishes it. Contracts are told by number and unit, never by name, party or sum: administrators read no contracts.
"""

from collections import Counter
from datetime import timedelta

from contract_platform.application.lived_contracts import lived_contracts, local_day
from contract_platform.application.once import once
from contract_platform.application.policy_commands import ReplayAsked
from contract_platform.application.policy_views import ReplayContract, ReplayPage, ReplayView
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.trace import record
from contract_platform.domain.change import PolicyVersion
from contract_platform.domain.contract import Contract
from contract_platform.domain.errors import Invalid, NotFound, Refused
from contract_platform.domain.people import Actor
from contract_platform.domain.policy_draft import PolicyDraft
from contract_platform.policy.consequences import Effect, Reckoner, effects
from contract_platform.policy.drafting import Undecodable, digest_of, drafted
from contract_platform.policy.profile import PolicyProfile, pinned
from contract_platform.policy.replay import PolicyReplay, ReplayRow, ReplayRows

YEAR = timedelta(days=365)
KEPT = timedelta(days=30)


def replay_policy(
    platform: Platform, actor: Actor, asked: ReplayAsked, *, idempotency_key: str | None = None
) -> ReplayView:
    """Run it; ``Refused`` where the draft cannot be decoded. The long part only reads."""
    with platform.reading() as uow:
        replay, rows = replayed(uow, platform, actor, *subject(uow, platform, asked))

    def done() -> ReplayView:
        forget_older(uow, replay)
        uow.policy_replays.add(replay)
        uow.policy_replay_rows.add(rows)
        data = {"digest": replay.digest, "considered": replay.considered, "changed": replay.changed}
        record(uow, platform, actor, "policy.replayed", object_id=replay.id, data=data)
        return replay_view(replay)

    with platform.unit_of_work() as uow:
        return once(uow, platform, actor, "policy.replay", idempotency_key, ReplayView, done)


def forget_older(uow: UnitOfWork, newer: PolicyReplay) -> None:
    """Somebody's earlier replays of the same draft, and those nobody needs any more."""
    for old in uow.policy_replays.find(person_id=newer.person_id):
        if old.digest == newer.digest or old.at < newer.at - KEPT:
            uow.policy_replay_rows.remove(old.id)
            uow.policy_replays.remove(old.id)


def subject(uow: UnitOfWork, platform: Platform, asked: ReplayAsked) -> tuple[PolicyProfile, PolicyProfile, str]:
    """The version before, the version after, and the digest of the draft."""
    if (asked.draft_id is None) == (asked.change_id is None):
        raise Invalid("policy_replay_of_one")
    if asked.change_id is not None:
        body = uow.changes.get(asked.change_id).body
        if not isinstance(body, PolicyVersion):
            raise NotFound("changerequest_not_found", id=asked.change_id)
        base = pinned(platform.profiles, body.base)
        return base, drafted(base, body.content, body.basis), body.digest
    draft = uow.policy_drafts.get(asked.draft_id or "")
    base = pinned(platform.profiles, draft.base)
    return base, decoded(base, draft), digest_of(draft.base, draft.effective_from, draft.basis, draft.content)


def decoded(base: PolicyProfile, draft: PolicyDraft) -> PolicyProfile:
    """The draft as a profile, or ``Refused``."""
    try:
        return drafted(base, draft.content, draft.basis or "-")
    except Undecodable as wrong:
        raise Refused("policy_value_unfit", where=wrong.fault.where, said=wrong.fault.said) from wrong


def replayed(
    uow: UnitOfWork, platform: Platform, actor: Actor, before: PolicyProfile, after: PolicyProfile, digest: str
) -> tuple[PolicyReplay, ReplayRows]:
    """Ask both versions about every contract of the last year."""
    now = platform.clock.now()
    by = Reckoner(calendar=platform.calendar, today=platform.clock.today())
    rows, considered = [], 0
    for contract, lived in lived_contracts(uow, platform, now - YEAR):
        considered += 1
        found = effects(before, after, lived, by)
        if found:
            rows.append(row_of(contract, found))
    replay = PolicyReplay(
        id=platform.new_id(),
        digest=digest,
        person_id=actor.person_id,
        at=now,
        since=local_day(now - YEAR),
        considered=considered,
        changed=len(rows),
        counts=dict(Counter(effect.item for row in rows for effect in row.effects)),
    )
    return replay, ReplayRows(id=replay.id, rows=tuple(rows))


def row_of(contract: Contract, found: tuple[Effect, ...]) -> ReplayRow:
    """One contract for which something would be otherwise."""
    return ReplayRow(
        contract_id=contract.id,
        number=contract.contract_no or contract.review_no,
        unit_id=contract.handling_unit_id,
        category=contract.category,
        created_on=local_day(contract.created_at),
        pinned=contract.profile,
        effects=found,
    )


def read_replay(
    platform: Platform, actor: Actor, replay_id: str, *, item: str = "", after: str | None = None, limit: int = 50
) -> ReplayPage:
    """A page of one's own replay; ``item``: only contracts with this effect; ``NotFound`` for another's."""
    with platform.reading() as uow:
        replay = uow.policy_replays.get(replay_id)
        if replay.person_id != actor.person_id:
            raise NotFound("policyreplay_not_found", id=replay_id)
        everything = uow.policy_replay_rows.get(replay.id).rows
        chosen = [row for row in everything if not item or any(one.item == item for one in row.effects)]
        start = start_of(chosen, after)
        rows = chosen[start : start + limit]
        more = start + limit < len(chosen)
        return ReplayPage(
            rows=tuple(contract_of(uow, row, item) for row in rows),
            next=rows[-1].contract_id if more else None,
            total=len(chosen),
        )


def start_of(rows: list[ReplayRow], after: str | None) -> int:
    """Where the page after a contract begins."""
    if after is None:
        return 0
    return next((place for place, row in enumerate(rows, start=1) if row.contract_id == after), len(rows))


def contract_of(uow: UnitOfWork, row: ReplayRow, item: str) -> ReplayContract:
    """A row as it is shown, with the effects that were asked for."""
    return ReplayContract(
        contract_id=row.contract_id,
        number=row.number,
        unit=uow.units.get(row.unit_id).short_name,
        category=row.category,
        created_on=row.created_on,
        pinned=row.pinned,
        effects=tuple(one for one in row.effects if item in {"", one.item}),
    )


def newest_replay(uow: UnitOfWork, actor: Actor, digest: str) -> PolicyReplay | None:
    """The replay of a draft that somebody has looked at last."""
    found = uow.policy_replays.find(digest=digest, person_id=actor.person_id)
    return found[-1] if found else None


def replay_view(replay: PolicyReplay) -> ReplayView:
    """A replay without its rows."""
    return ReplayView(
        id=replay.id,
        digest=replay.digest,
        at=replay.at,
        since=replay.since,
        considered=replay.considered,
        changed=replay.changed,
        counts=replay.counts,
    )
