"""The way in where nobody is in yet, and for one nobody else can let in: done on the server itself."""

from collections.abc import Mapping

import msgspec

from contract_platform.application.passwords import UNUSABLE, give_password
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.second_factor import forget_factor
from contract_platform.application.trace import record
from contract_platform.domain.administrators import ADMINISTRATORS
from contract_platform.domain.errors import NotFound, Refused
from contract_platform.domain.people import SYSTEM_ACTOR, Person, Post, Unit
from contract_platform.domain.records import Record
from contract_platform.domain.vocabulary import Role, UnitKind


class Appointee(Record, frozen=True, kw_only=True):
    """Somebody who becomes administrator: the name they sign in with, and their own."""

    username: str
    name: str


def appoint_administrators(platform: Platform, unit_name: str, chosen: Mapping[Role, Appointee]) -> dict[str, str]:
    """The first three administrators with passwords to hand over, by user name; ``Refused`` once there are any.

    From then on everybody else comes in by their requests. The unit is made where there is none yet.
    """
    with platform.unit_of_work() as uow:
        if any(uow.posts.find(role=role) for role in ADMINISTRATORS):
            raise Refused("administrators_appointed_already")
        unit = root_unit(uow, platform, unit_name)
        return {appointee.username: appoint(uow, platform, unit, role, appointee) for role, appointee in chosen.items()}


def root_unit(uow: UnitOfWork, platform: Platform, name: str) -> Unit:
    """The unit above all others."""
    found = uow.units.find(parent_id=None)
    if found:
        return found[0]
    unit = Unit(id=platform.new_id(), name=name, short_name=name, kind=UnitKind.DISTRICT)
    uow.units.add(unit)
    record(uow, platform, SYSTEM_ACTOR, "unit.created", object_id=unit.id, data={"name": name})
    return unit


def appoint(uow: UnitOfWork, platform: Platform, unit: Unit, role: Role, appointee: Appointee) -> str:
    """One administrator; the password to hand over."""
    person = Person(id=platform.new_id(), username=appointee.username, name=appointee.name, password_hash=UNUSABLE)
    uow.people.add(person)
    today = platform.clock.today()
    uow.posts.add(Post(id=platform.new_id(), person_id=person.id, unit_id=unit.id, role=role, valid_from=today))
    _, password = give_password(uow, platform, person)
    data = {"username": person.username, "role": role}
    record(uow, platform, SYSTEM_ACTOR, "person.created", object_id=person.id, data=data)
    return password


def restore_access(platform: Platform, username: str) -> str:
    """A password to hand over to somebody nobody else can let in: locks and second factor go, sessions end."""
    with platform.unit_of_work() as uow:
        found = uow.people.find(username=username)
        if not found:
            raise NotFound("person_not_found", id=username)
        person, password = give_password(uow, platform, msgspec.structs.replace(found[0], disabled=False))
        forget_factor(uow, person.id)
        record(uow, platform, SYSTEM_ACTOR, "password.reset", object_id=person.id)
    return password
