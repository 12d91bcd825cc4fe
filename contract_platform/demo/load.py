"""Demo data on the first start of an installation: people who can sign in, and contracts in every stage.

The whole load is one transaction (see ``stage``): it is there or it is not, and two starts at once load once. The
accounts are written to ``DATA_DIR`` before the transaction commits, so that nobody's password can be lost; should the
commit fail, the next start writes the file anew.
"""

from collections.abc import Callable
from datetime import date

from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.trace import record
from contract_platform.demo import accounts
from contract_platform.demo.director import play, watch
from contract_platform.demo.district import OFFICES, PEOPLE
from contract_platform.demo.stage import Stage
from contract_platform.demo.stories import FIRST, STORIES
from contract_platform.domain.people import SYSTEM_ACTOR, Person, Post, Unit
from contract_platform.settings import Settings

Said = Callable[[str], None]


class DemoRefusedError(Exception):
    """Demo accounts have passwords in a file, so they exist in a local trial database only."""


def say(line: str) -> None:
    """Progress goes to standard output."""
    print(line, flush=True)  # noqa: T201 - loading takes seconds, and whoever started it is watching


def ensure_demo(platform: Platform, settings: Settings, said: Said = say) -> bool:
    """Load the demo data unless the database has units already; whether it was loaded.

    ``DemoRefusedError`` where the database is not SQLite.
    """
    refuse_unless_local(settings)
    with platform.unit_of_work() as uow:
        if uow.units.find():
            return False
        load(platform, uow, settings, said)
    return True


def refuse_unless_local(settings: Settings) -> None:
    """``DemoRefusedError`` unless the database is a SQLite file."""
    if not settings.database_url.startswith("sqlite"):
        raise DemoRefusedError(
            "演示数据只能装入 SQLite 数据库：演示账号的密码保存在文件中，不得用于正式环境。请取消 DATABASE_URL 后重试。"
            " / Demo data goes into SQLite only: unset DATABASE_URL and try again."
        )


def load(platform: Platform, uow: UnitOfWork, settings: Settings, said: Said) -> None:
    """Units, people and contracts into one unit of work."""
    stage = Stage(platform, uow)
    stage.open_on(stage.day(FIRST))
    add_units(platform, uow)
    passwords = {member.username: accounts.new_password() for member in PEOPLE}
    since = date(stage.day(FIRST).year, 1, 1)
    add_people(platform, uow, passwords, since)
    said(f"演示数据：{len(OFFICES)} 个单位，{len(PEOPLE)} 个账号 / units and accounts")
    stories = [story(stage) for story in STORIES]

    def told(ended: int) -> None:
        if ended % 8 == 0:
            said(f"演示数据：合同 {min(ended, len(STORIES))}/{len(STORIES)} / contracts")

    play(stage, [*stories, watch(stage, FIRST)], told)
    record(uow, stage.platform, SYSTEM_ACTOR, "demo.loaded", object_id="demo", data={"contracts": len(STORIES)})
    accounts.write(settings.data_dir, accounts.entries(PEOPLE, passwords))


def add_units(platform: Platform, uow: UnitOfWork) -> None:
    """The district's tree of units."""
    known: dict[str, str] = {}
    for office in OFFICES:
        known[office.key] = platform.new_id()
        unit = Unit(
            id=known[office.key],
            name=office.name,
            short_name=office.short_name,
            kind=office.kind,
            parent_id=known.get(office.parent),
        )
        uow.units.add(unit)


def add_people(platform: Platform, uow: UnitOfWork, passwords: dict[str, str], since: date) -> None:
    """The people with their posts, held since a day before the first contract."""
    units = {office.key: uow.units.find(name=office.name)[0].id for office in OFFICES}
    for member in PEOPLE:
        person = Person(
            id=platform.new_id(),
            username=member.username,
            name=member.name,
            password_hash=platform.passwords.hash(passwords[member.username]),
            demo=True,
        )
        uow.people.add(person)
        for role, unit in member.posts:
            post = Post(id=platform.new_id(), person_id=person.id, unit_id=units[unit], role=role, valid_from=since)
            uow.posts.add(post)
