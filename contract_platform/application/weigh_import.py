"""Whether everything in a workbook can be imported: each fault with its sheet, row and column."""

from collections.abc import Iterator

from contract_platform.application.import_rows import ADMINISTRATOR, PEOPLE, POSTS, UNITS, fault
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.weigh_change import Weighed, unfit_name
from contract_platform.domain.administrators import ADMINISTRATORS, excluding, overlap
from contract_platform.domain.change import PeopleImport
from contract_platform.domain.machine import Reason
from contract_platform.domain.people import Post
from contract_platform.domain.vocabulary import Role

FIRST = 2  # rows count from 1 and the first holds the headings


def weigh_import(uow: UnitOfWork, platform: Platform, body: PeopleImport) -> Weighed:
    """All faults at once, and the people who are there already and would get posts."""
    reasons = (*units(uow, body), *people(uow, body), *posts(uow, platform, body))
    known = (uow.people.find(username=row.username) for row in body.posts)
    about = tuple(sorted({person.id for found in known for person in found}))
    return Weighed(subject_id="", about=about, reasons=reasons)


def units(uow: UnitOfWork, body: PeopleImport) -> Iterator[Reason]:
    """Names of their own, below a unit that is there or stands above."""
    known = {unit.name for unit in uow.units.find(closed_on=None)}
    for number, row in enumerate(body.units, FIRST):
        if unfit_name(row.name) or unfit_name(row.short_name):
            yield fault("cell_wrong", UNITS, number, 0, value=row.name, expected="名称")
        if row.name in known:
            yield fault("cell_repeated", UNITS, number, 0, value=row.name)
        if row.parent not in known:
            yield fault("cell_unknown", UNITS, number, 3, value=row.parent)
        known.add(row.name)


def people(uow: UnitOfWork, body: PeopleImport) -> Iterator[Reason]:
    """User names that nobody has."""
    seen: set[str] = set()
    for number, row in enumerate(body.people, FIRST):
        if row.username in seen or uow.people.find(username=row.username):
            yield fault("cell_repeated", PEOPLE, number, 0, value=row.username)
        if unfit_name(row.name):
            yield fault("cell_wrong", PEOPLE, number, 1, value=row.name, expected="姓名")
        seen.add(row.username)


def posts(uow: UnitOfWork, platform: Platform, body: PeopleImport) -> Iterator[Reason]:
    """Posts of people and in units that are there or stand in the workbook, each beside what is held."""
    known = {unit.name: unit.id for unit in uow.units.find(closed_on=None)}
    named = {row.name: row.name for row in body.units} | known
    new = {row.username for row in body.people}
    held: dict[str, list[Post]] = {}
    for number, row in enumerate(body.posts, FIRST):
        found = uow.people.find(username=row.username)
        if row.username not in new and not (found and not found[0].disabled):
            yield fault("cell_unknown", POSTS, number, 0, value=row.username)
        if row.unit not in named:
            yield fault("cell_unknown", POSTS, number, 1, value=row.unit)
            continue
        if row.role in ADMINISTRATORS | {Role.SYSTEM}:
            yield fault("cell_wrong", POSTS, number, 2, value=row.role, expected=ADMINISTRATOR)
        if row.valid_to is not None and row.valid_to < max(row.valid_from, platform.clock.today()):
            yield fault("cell_wrong", POSTS, number, 4, value=row.valid_to.isoformat(), expected="晚于起日和今天")
        beside = held.setdefault(row.username, uow.posts.find(person_id=found[0].id) if found else [])
        post = Post(
            id=str(number),
            person_id=row.username,
            unit_id=named[row.unit],
            role=row.role,
            valid_from=row.valid_from,
            valid_to=row.valid_to,
        )
        yield from against(beside, post, number)
        beside.append(post)


def against(held: list[Post], new: Post, number: int) -> Iterator[Reason]:
    """What stands against a post beside the others."""
    if excluding(held, new) is not None:
        yield fault("row_excluded", POSTS, number, 2)
    if any((one.role, one.unit_id) == (new.role, new.unit_id) and overlap(one, new) for one in held):
        yield fault("cell_repeated", POSTS, number, 2, value=new.role)
