"""A person who leaves is frozen at once: sign-in fails, sessions end, open work goes to whoever can take it on."""

import msgspec

from contract_platform.application import sessions
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.settle_work import settle_work
from contract_platform.application.trace import record
from contract_platform.domain.people import Actor, Person


def freeze(uow: UnitOfWork, platform: Platform, actor: Actor, person_id: str) -> Person:
    """Disable the account with everything that follows from it."""
    person = uow.people.save(msgspec.structs.replace(uow.people.get(person_id), disabled=True))
    sessions.end_all(uow, platform, person_id, "disabled")
    record(uow, platform, actor, "person.frozen", object_id=person_id, data={"username": person.username})
    settle_work(uow, platform, actor, person_id)
    return person


def thaw(uow: UnitOfWork, platform: Platform, actor: Actor, person_id: str) -> Person:
    """Enable the account again; what still waits in the pool comes back, what others took over stays with them."""
    person = uow.people.save(msgspec.structs.replace(uow.people.get(person_id), disabled=False))
    record(uow, platform, actor, "person.enabled", object_id=person_id, data={"username": person.username})
    settle_work(uow, platform, actor, person_id)
    return person
