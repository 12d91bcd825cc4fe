"""抄送 and 关注: bring a contract to the notice of people who can see it, and keep an eye on one."""

from typing import Any

from contract_platform.application.load import visible_contract
from contract_platform.application.once import once
from contract_platform.application.people_in_sight import posts_in_sight
from contract_platform.application.permit import permit, permit_as
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.queries import View
from contract_platform.application.read_work import work
from contract_platform.application.task_commands import NewCopies
from contract_platform.application.trace import record
from contract_platform.application.work_views import PersonChoice, WorkView
from contract_platform.domain.circulation import Copy, Follow
from contract_platform.domain.contract import Contract
from contract_platform.domain.errors import Refused
from contract_platform.domain.people import Actor


class Following(View, frozen=True, kw_only=True):
    """Whether the reader follows the contract now."""

    followed: bool


def send_copies(
    platform: Platform, actor: Actor, contract_id: str, new: NewCopies, *, idempotency_key: str | None = None
) -> WorkView:
    """Copy to people who see the contract; ``Refused`` naming who does not: a copy opens nothing to anybody."""

    def done() -> WorkView:
        contract = visible_contract(uow, actor, contract_id)
        standing = permit_as(actor, "copy.create", contract)
        refuse_out_of_sight(uow, platform, contract, new)
        for person_id in dict.fromkeys(new.to_ids):
            send(uow, platform, actor, contract, person_id, new.note.strip(), standing)
        return work(uow, platform, actor, contract)

    with platform.unit_of_work() as uow:
        return once(uow, platform, actor, f"copy.create/{contract_id}", idempotency_key, WorkView, done)


def refuse_out_of_sight(uow: UnitOfWork, platform: Platform, contract: Contract, new: NewCopies) -> None:
    """``Refused`` for the first person who does not see the contract."""
    seen = {post.person_id for post in posts_in_sight(uow, platform, contract)}
    for person_id in new.to_ids:
        if person_id not in seen:
            found = uow.people.find(id=person_id)
            raise Refused("copy_out_of_sight", name=found[0].name if found else person_id)


def send(
    uow: UnitOfWork,
    platform: Platform,
    actor: Actor,
    contract: Contract,
    person_id: str,
    note: str,
    standing: dict[str, Any],
) -> None:
    """One copy; what somebody has not read yet is not sent a second time."""
    if uow.copies.find(contract_id=contract.id, to_id=person_id, read_at=None):
        return
    copy = Copy(
        id=platform.new_id(),
        contract_id=contract.id,
        to_id=person_id,
        by_id=actor.person_id,
        at=platform.clock.now(),
        note=note,
    )
    uow.copies.add(copy)
    data = {"to": person_id, "note": note}
    record(uow, platform, actor, "copy.sent", object_id=copy.id, contract_id=contract.id, **standing, data=data)


def copy_choices(platform: Platform, actor: Actor, contract_id: str) -> tuple[PersonChoice, ...]:
    """Everybody but the reader to whom the contract can be copied, by name, each with the first of their posts."""
    with platform.reading() as uow:
        contract = visible_contract(uow, actor, contract_id)
        permit(actor, "copy.choices", contract)
        posts = {post.person_id: post for post in reversed(posts_in_sight(uow, platform, contract))}
        found = (
            PersonChoice(
                id=post.person_id,
                name=uow.people.get(post.person_id).name,
                role=post.role,
                unit=uow.units.get(post.unit_id).short_name,
            )
            for post in posts.values()
            if post.person_id != actor.person_id
        )
        return tuple(sorted(found, key=lambda one: (one.unit, one.name, one.id)))


def follow(platform: Platform, actor: Actor, contract_id: str) -> Following:
    """Keep an eye on a contract in sight; once more changes nothing."""
    with platform.unit_of_work() as uow:
        contract = visible_contract(uow, actor, contract_id)
        key = Follow.key(actor.person_id, contract.id)
        if not uow.follows.find(id=key):
            now = platform.clock.now()
            uow.follows.add(Follow(id=key, person_id=actor.person_id, contract_id=contract.id, since=now))
            record(uow, platform, actor, "follow.begun", object_id=contract.id)
    return Following(followed=True)


def unfollow(platform: Platform, actor: Actor, contract_id: str) -> Following:
    """Keep no eye on it any more; once more changes nothing."""
    with platform.unit_of_work() as uow:
        contract = visible_contract(uow, actor, contract_id)
        key = Follow.key(actor.person_id, contract.id)
        if uow.follows.find(id=key):
            uow.follows.remove(key)
            record(uow, platform, actor, "follow.ended", object_id=contract.id)
    return Following(followed=False)
