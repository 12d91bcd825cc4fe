"""A draft is put before a second administrator, who looks at what it would have changed and publishes it."""

from contract_platform.application.draft_policy import subject_of
from contract_platform.application.once import once
from contract_platform.application.people_views import ChangeRequestView
from contract_platform.application.policy_commands import PublicationAsked
from contract_platform.application.policy_views import PublicationView
from contract_platform.application.ports import Platform
from contract_platform.application.read_changes import change_view
from contract_platform.application.read_policy import difference_view
from contract_platform.application.replay_policy import newest_replay, replay_view
from contract_platform.application.request_change import open_change
from contract_platform.application.weigh_change import Weighed
from contract_platform.application.weigh_policy import against_version
from contract_platform.domain.change import PolicyVersion
from contract_platform.domain.errors import NotFound, Refused
from contract_platform.domain.people import Actor
from contract_platform.domain.policy_draft import PolicyDraft
from contract_platform.policy.drafting import digest_of, drafted
from contract_platform.policy.entries import differences, entries
from contract_platform.policy.profile import pinned
from contract_platform.policy.rulebook import newest


def ask_publication(
    platform: Platform, actor: Actor, draft_id: str, asked: PublicationAsked, *, idempotency_key: str | None = None
) -> ChangeRequestView:
    """Ask for the publication of a draft as it stands; ``Refused`` with everything that stands against it."""

    def done() -> ChangeRequestView:
        draft = uow.policy_drafts.get(draft_id)
        body = version_of(draft)
        weighed = Weighed(subject_id=subject_of(draft), reasons=against_version(platform, body))
        return change_view(uow, actor, open_change(uow, platform, actor, body, asked.reason, weighed=weighed))

    operation = f"policy.publication/{draft_id}"
    with platform.unit_of_work() as uow:
        return once(uow, platform, actor, operation, idempotency_key, ChangeRequestView, done)


def version_of(draft: PolicyDraft) -> PolicyVersion:
    """What is asked for, or ``Refused`` while the day or the paper is missing."""
    if draft.effective_from is None:
        raise Refused("policy_day_missing")
    if not draft.basis:
        raise Refused("policy_basis_missing")
    return PolicyVersion(
        draft_id=draft.id,
        profile=draft.profile,
        base=draft.base,
        effective_from=draft.effective_from,
        basis=draft.basis,
        digest=digest_of(draft.base, draft.effective_from, draft.basis, draft.content),
        content=draft.content,
    )


def read_publication(platform: Platform, actor: Actor, change_id: str) -> PublicationView:
    """A version that waits, or has been decided on; ``NotFound`` for other changes."""
    with platform.reading() as uow:
        change = uow.changes.get(change_id)
        body = change.body
        if not isinstance(body, PolicyVersion):
            raise NotFound("changerequest_not_found", id=change_id)
        base = pinned(platform.profiles, body.base)
        made = drafted(base, body.content, body.basis)
        seen = newest_replay(uow, actor, body.digest)
        values = entries(made)
        return PublicationView(
            change=change_view(uow, actor, change),
            base=body.base,
            effective_from=body.effective_from,
            basis=body.basis,
            stale=newest(platform.profiles, body.profile).key != body.base,
            differences=tuple(difference_view(one) for one in differences(base, made)),
            total=len(values),
            unconfirmed=sum(not one.confirmed for one in values),
            replay=replay_view(seen) if seen else None,
        )
