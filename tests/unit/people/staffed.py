"""A district with its three administrators, a second one of some kinds, further officers, counsel and an expert."""

import dataclasses
from datetime import UTC, datetime, timedelta

from contract_platform.application.decide_change import decide_change
from contract_platform.application.people_commands import ChangeAsked, ChangeCommand
from contract_platform.application.request_change import request_change
from contract_platform.documents.child import SandboxedReader
from contract_platform.documents.sheets import SandboxedSheets
from contract_platform.domain.people import Person, Post
from contract_platform.domain.vocabulary import Role
from tests.unit.application.district import District

SINCE = datetime(2020, 1, 1, tzinfo=UTC).date()
MORE = {
    "system": (Role.SYS_ADMIN, "justice"),
    "system2": (Role.SYS_ADMIN, "justice"),
    "security": (Role.SEC_ADMIN, "justice"),
    "security2": (Role.SEC_ADMIN, "justice"),
    "auditor": (Role.AUDIT_ADMIN, "justice"),
    "handler2": (Role.HANDLER, "data"),
    "handler3": (Role.HANDLER, "data"),
    "lead2": (Role.HANDLER_LEAD, "data"),
    "urban_lead": (Role.HANDLER_LEAD, "urban"),
    "counsel": (Role.COUNSEL, "justice"),
    "expert": (Role.EXPERT, "justice"),
    "observer": (Role.OBSERVER, "justice"),
}


READER, SHEETS = SandboxedReader(), SandboxedSheets()  # one fork server each: starting it takes longer than most tests


class PlainPasswords:
    """Passwords as they are: how they are hashed is tested where it is done."""

    absent = "none"

    def hash(self, password):
        return f"plain:{password}"

    def verify(self, password_hash, password):
        return password_hash == f"plain:{password}"


class Staffed(District):
    """The district and shortcuts for administrators."""

    def __init__(self, folder):
        super().__init__(folder)
        self.platform = dataclasses.replace(self.platform, passwords=PlainPasswords(), reader=READER, sheets=SHEETS)

    def seed(self):
        super().seed()
        with self.platform.unit_of_work() as uow:
            for name, (role, unit_id) in MORE.items():
                uow.people.add(Person(id=name, username=name, name=f"姓名{name}", password_hash="-"))
                post = Post(id=f"post-{name}", person_id=name, unit_id=unit_id, role=role, valid_from=SINCE)
                uow.posts.add(post)

    def ask(self, name, body, reason="工作需要"):
        """Ask for a change as an administrator."""
        return request_change(self.platform, self.actor(name), ChangeAsked(change=body, reason=reason))

    def decide(self, name, change, action="approve", note=""):
        """Decide on it as another."""
        self.clock.step(timedelta(seconds=1))
        with self.platform.reading() as uow:
            revision = uow.changes.get(change.id).revision
        return decide_change(
            self.platform, self.actor(name), change.id, ChangeCommand(action=action, note=note), revision=revision
        )

    def approved(self, body, asker="system", approver="security"):
        """Ask and approve."""
        return self.decide(approver, self.ask(asker, body))

    def person(self, name):
        with self.platform.reading() as uow:
            return uow.people.get(name)


class Copied(Staffed):
    """A district over a copy of another one's folder."""

    def seed(self):
        """Everybody is there."""
