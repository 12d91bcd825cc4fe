"""A new version of the profile is written: begun on the newest version, saved at will, dropped or rebased.

Nothing holds before another administrator has published it.
"""

from collections.abc import Mapping
from typing import Any

import msgspec

from contract_platform.application.load import expect_revision
from contract_platform.application.once import once
from contract_platform.application.policy_commands import DraftSaved
from contract_platform.application.policy_views import PolicyDraftRow, PolicyDraftView, PolicyFault
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.read_policy import difference_view
from contract_platform.application.trace import record
from contract_platform.application.weigh_change import pending
from contract_platform.domain.errors import Invalid, Refused
from contract_platform.domain.people import Actor
from contract_platform.domain.policy_draft import PolicyDraft
from contract_platform.domain.vocabulary import ChangeKind
from contract_platform.policy.drafting import Undecodable, carried, content_of, digest_of, drafted
from contract_platform.policy.entries import differences, entries
from contract_platform.policy.profile import pinned
from contract_platform.policy.rulebook import newest

LARGEST = 400_000  # bytes of JSON; a whole profile has about 30 000
replace = msgspec.structs.replace


def open_draft(platform: Platform, actor: Actor, *, idempotency_key: str | None = None) -> PolicyDraftView:
    """Begin a draft on the newest version."""

    def done() -> PolicyDraftView:
        base, now = newest(platform.profiles, platform.profile_id), platform.clock.now()
        draft = PolicyDraft(
            id=platform.new_id(),
            profile=base.id,
            base=base.key,
            content=content_of(base),
            created_by=actor.person_id,
            created_at=now,
            updated_at=now,
        )
        uow.policy_drafts.add(draft)
        record(uow, platform, actor, "policy.draft_begun", object_id=draft.id, data={"base": base.key})
        return draft_view(uow, platform, draft)

    with platform.unit_of_work() as uow:
        return once(uow, platform, actor, "policy.draft", idempotency_key, PolicyDraftView, done)


def save_draft(platform: Platform, actor: Actor, draft_id: str, saved: DraftSaved, *, revision: int) -> PolicyDraftView:
    """Keep what is written, right or wrong; ``Conflict`` for a stale page, ``Refused`` while it is asked for."""
    if len(msgspec.json.encode(saved.content)) > LARGEST:
        raise Invalid("policy_draft_too_large", most=LARGEST)
    with platform.unit_of_work() as uow:
        draft = open_for_change(uow, draft_id, revision)
        expect_groups(platform, draft, saved.content)
        draft = uow.policy_drafts.save(
            replace(
                draft,
                content=saved.content,
                effective_from=saved.effective_from,
                basis=saved.basis.strip(),
                updated_at=platform.clock.now(),
            )
        )
        record(uow, platform, actor, "policy.draft_saved", object_id=draft.id, data={"base": draft.base})
        return draft_view(uow, platform, draft)


def expect_groups(platform: Platform, draft: PolicyDraft, content: Mapping[str, Any]) -> None:
    """``Invalid`` for what is no group of a profile: no draft could come of it."""
    known = content_of(pinned(platform.profiles, draft.base))
    for name, group in content.items():
        if name not in known or type(group) is not type(known[name]):
            raise Invalid("policy_group_unfit", group=name)


def rebase_draft(platform: Platform, actor: Actor, draft_id: str, *, revision: int) -> PolicyDraftView:
    """Put its changes on the newest version."""
    with platform.unit_of_work() as uow:
        draft = open_for_change(uow, draft_id, revision)
        old, new = pinned(platform.profiles, draft.base), newest(platform.profiles, draft.profile)
        content = carried(old, new, draft.content)
        draft = uow.policy_drafts.save(replace(draft, base=new.key, content=content, updated_at=platform.clock.now()))
        data = {"from": old.key, "to": new.key}
        record(uow, platform, actor, "policy.draft_rebased", object_id=draft.id, data=data)
        return draft_view(uow, platform, draft)


def drop_draft(platform: Platform, actor: Actor, draft_id: str, *, revision: int) -> None:
    """Throw it away."""
    with platform.unit_of_work() as uow:
        draft = open_for_change(uow, draft_id, revision)
        uow.policy_drafts.remove(draft.id)
        record(uow, platform, actor, "policy.draft_dropped", object_id=draft.id, data={"base": draft.base})


def list_drafts(platform: Platform, actor: Actor) -> tuple[PolicyDraftRow, ...]:  # noqa: ARG001 - the access table decides who asks
    """All drafts, the one touched last first."""
    with platform.reading() as uow:
        rows = [draft_row(uow, platform, draft) for draft in uow.policy_drafts.find(profile=platform.profile_id)]
    return tuple(sorted(rows, key=lambda row: row.updated_at, reverse=True))


def read_draft(platform: Platform, actor: Actor, draft_id: str) -> PolicyDraftView:  # noqa: ARG001 - the access table decides who asks
    """One draft."""
    with platform.reading() as uow:
        return draft_view(uow, platform, uow.policy_drafts.get(draft_id))


def open_for_change(uow: UnitOfWork, draft_id: str, revision: int) -> PolicyDraft:
    """A draft that may be changed: not behind somebody's page, and not while it waits for publication."""
    draft = uow.policy_drafts.get(draft_id)
    expect_revision(draft, revision)
    waiting = pending(uow, ChangeKind.POLICY_VERSION, subject_of(draft))
    if waiting is not None:
        raise Refused("policy_draft_asked", number=waiting.number)
    return draft


def subject_of(draft: PolicyDraft) -> str:
    """What a request for the draft's publication is about: two drafts may wait beside each other."""
    return f"policy/{draft.id}"


def draft_row(uow: UnitOfWork, platform: Platform, draft: PolicyDraft) -> PolicyDraftRow:
    """A draft in a list."""
    waiting = pending(uow, ChangeKind.POLICY_VERSION, subject_of(draft))
    return PolicyDraftRow(
        id=draft.id,
        revision=draft.revision,
        base=draft.base,
        effective_from=draft.effective_from,
        basis=draft.basis,
        created_by=uow.people.get(draft.created_by).name,
        updated_at=draft.updated_at,
        stale=newest(platform.profiles, draft.profile).key != draft.base,
        pending=waiting.number if waiting else None,
    )


def draft_view(uow: UnitOfWork, platform: Platform, draft: PolicyDraft) -> PolicyDraftView:
    """A draft with what it changes, or what is wrong with it."""
    row, base = draft_row(uow, platform, draft), pinned(platform.profiles, draft.base)
    try:
        made = drafted(base, draft.content, draft.basis or "-")
    except Undecodable as wrong:
        fault = PolicyFault(where=wrong.fault.where, said=wrong.fault.said)
        return PolicyDraftView(
            draft=row, content=draft.content, digest=None, fault=fault, differences=(), total=0, unconfirmed=0
        )
    values = entries(made)
    return PolicyDraftView(
        draft=row,
        content=draft.content,
        digest=digest_of(draft.base, draft.effective_from, draft.basis, draft.content),
        fault=None,
        differences=tuple(difference_view(one) for one in differences(base, made)),
        total=len(values),
        unconfirmed=sum(not one.confirmed for one in values),
    )
