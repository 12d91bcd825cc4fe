"""What an approved change does, in the commit that approves it."""

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import msgspec

from contract_platform.application import attempts, sessions
from contract_platform.application.credential_rows import credential_of, keep
from contract_platform.application.freeze_person import thaw
from contract_platform.application.passwords import UNUSABLE, give_password
from contract_platform.application.people_views import IssuedPassword
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.reckon_again import reckon_again
from contract_platform.application.second_factor import forget_factor
from contract_platform.application.settle_work import settle_work
from contract_platform.application.suspended_rules import read_again
from contract_platform.application.trace import record
from contract_platform.domain import change as c
from contract_platform.domain.form_vocabulary import FormKind
from contract_platform.domain.paper import FormTemplate
from contract_platform.domain.people import Actor, Person, Post, Unit
from contract_platform.domain.records import Record
from contract_platform.policy.rulebook import adopt

Issued = tuple[IssuedPassword, ...]
replace = msgspec.structs.replace


class Given(Record, frozen=True, kw_only=True):
    """A password made and hashed before the transaction: hashing hundreds inside would keep all others waiting."""

    password: str
    hashed: str


@dataclass(frozen=True, slots=True)
class Doing:
    """A change being applied: in which transaction, by whom, under which number and id, with which passwords."""

    uow: UnitOfWork
    platform: Platform
    actor: Actor
    number: int
    subject_id: str
    given: tuple[Given, ...]

    def told(self, type_: str, object_id: str, **data: object) -> None:
        """The trace of what was done."""
        record(self.uow, self.platform, self.actor, type_, object_id=object_id, data=data)


def apply_change(
    uow: UnitOfWork, platform: Platform, actor: Actor, change: c.ChangeRequest, given: tuple[Given, ...]
) -> Issued:
    """Do it; the passwords that somebody has to hand over."""
    doing = Doing(uow, platform, actor, change.number, change.subject_id, given)
    return APPLYING[type(change.body)](doing, change.body) or ()


def undo_request(uow: UnitOfWork, platform: Platform, actor: Actor, change: c.ChangeRequest) -> None:
    """Take back what took effect at once, when the change is not approved."""
    if isinstance(change.body, c.PersonCreate):
        uow.people.remove(change.subject_id)
        record(uow, platform, actor, "person.dropped", object_id=change.subject_id)
    elif isinstance(change.body, c.PersonDisable):
        thaw(uow, platform, actor, change.body.person_id)


def create_unit(doing: Doing, body: c.UnitCreate) -> None:
    """A new unit."""
    unit = Unit(
        id=doing.subject_id,
        name=body.name,
        short_name=body.short_name,
        kind=body.unit_kind,
        parent_id=body.parent_id,
    )
    doing.uow.units.add(unit)
    doing.told("unit.created", unit.id, name=unit.name)


def rename_unit(doing: Doing, body: c.UnitRename) -> None:
    """Another name."""
    unit = doing.uow.units.get(body.unit_id)
    doing.uow.units.save(replace(unit, name=body.name, short_name=body.short_name))
    doing.told("unit.renamed", unit.id, old=unit.name, new=body.name)


def close_unit(doing: Doing, body: c.UnitClose) -> None:
    """A unit ends."""
    unit = doing.uow.units.get(body.unit_id)
    doing.uow.units.save(replace(unit, closed_on=doing.platform.clock.today()))
    doing.told("unit.closed", unit.id, name=unit.name)


def create_person(doing: Doing, body: c.PersonCreate) -> Issued:  # noqa: ARG001 - the shape of these
    """The account that has waited begins."""
    return (enable_new(doing, doing.uow.people.get(doing.subject_id), doing.given[0]),)


def disable_person(doing: Doing, body: c.PersonDisable) -> None:
    """Frozen already; now it is confirmed."""
    doing.told("person.disabled", body.person_id)


def enable_person(doing: Doing, body: c.PersonEnable) -> None:
    """Somebody is back."""
    thaw(doing.uow, doing.platform, doing.actor, body.person_id)


def grant_post(doing: Doing, body: c.PostGrant) -> None:
    """A post begins; contracts that waited in the pool for want of it come back."""
    post = Post(
        id=doing.subject_id,
        person_id=body.person_id,
        unit_id=body.unit_id,
        role=body.role,
        valid_from=body.valid_from,
        valid_to=body.valid_to,
    )
    doing.uow.posts.add(post)
    doing.told("post.granted", post.id, **told_of(post))
    settle_work(doing.uow, doing.platform, doing.actor, post.person_id)


def revoke_post(doing: Doing, body: c.PostRevoke) -> None:
    """A post ends; what rested on it goes to the pool as soon as it has ended."""
    post = doing.uow.posts.save(replace(doing.uow.posts.get(body.post_id), valid_to=body.last_day))
    doing.told("post.revoked", post.id, **told_of(post))
    settle_work(doing.uow, doing.platform, doing.actor, post.person_id)


def told_of(post: Post) -> dict[str, object]:
    """What the trace says about a post."""
    days = {"from": post.valid_from, "to": post.valid_to}
    return {"person": post.person_id, "role": post.role, "unit": post.unit_id, **days}


def reset_password(doing: Doing, body: c.PasswordReset) -> Issued:
    """Another initial password; sessions and locks end."""
    person, password = give_password(doing.uow, doing.platform, doing.uow.people.get(body.person_id))
    doing.told("password.reset", person.id)
    return (IssuedPassword(username=person.username, name=person.name, password=password),)


def unlock_account(doing: Doing, body: c.AccountUnlock) -> None:
    """The person may try again before the lock runs out."""
    person = doing.uow.people.get(body.person_id)
    doing.uow.failures.forget(attempts.account(doing.platform, person.username).digest)
    doing.told("password.unlocked", person.id)


def reset_factor(doing: Doing, body: c.FactorReset) -> None:
    """The second factor is taken away; sessions end."""
    forget_factor(doing.uow, body.person_id)
    sessions.end_all(doing.uow, doing.platform, body.person_id, "reset")
    doing.told("totp.reset", body.person_id)


def change_calendar(doing: Doing, body: c.CalendarYear) -> None:
    """Another plan of a year; what is running is reckoned by it."""
    book = adopt(doing.platform.rules.fresh(), doing.number, body)
    doing.told("calendar.changed", doing.subject_id, year=body.year, basis=body.basis, version=book.calendar.version)
    reckon_again(doing.uow, doing.platform, book.calendar)


def publish_policy(doing: Doing, body: c.PolicyVersion) -> None:
    """Another version from a day on, for what is submitted from then on; the draft has done its work."""
    adopt(doing.platform.rules.fresh(), doing.number, body)
    doing.uow.policy_drafts.remove(body.draft_id)
    about = {"base": body.base, "basis": body.basis, "effective_from": body.effective_from, "digest": body.digest}
    doing.told("policy.published", doing.subject_id, **about)


def suspend_rule(doing: Doing, body: c.RuleSuspend) -> None:
    """The rule rests from now on; the approved request itself is what analysis reads."""
    doing.told("rule.suspended", doing.subject_id, rule=body.rule, number=doing.number)


def resume_rule(doing: Doing, body: c.RuleResume) -> None:
    """The rule is asked again; open drafts that were read without it are read once more."""
    doing.told("rule.resumed", doing.subject_id, rule=body.rule, number=doing.number)
    read_again(doing.uow, doing.platform, body.rule)


def adopt_template(doing: Doing, body: c.FormTemplate) -> None:
    """From now on documents of the form are filled into this template; what was issued stays as it is."""
    keep_template(doing, body.form, body.sha256, body.filename)
    doing.told("form.adopted", doing.subject_id, form=body.form, sha256=body.sha256, filename=body.filename)


def restore_template(doing: Doing, body: c.FormReset) -> None:
    """The template that ships is in force again."""
    keep_template(doing, body.form, "", "")
    doing.told("form.restored", doing.subject_id, form=body.form)


def keep_template(doing: Doing, form: FormKind, sha256: str, filename: str) -> None:
    """One line more in the history of a form."""
    doing.uow.form_templates.add(
        FormTemplate(
            id=doing.platform.new_id(),
            form=form,
            sha256=sha256,
            filename=filename,
            adopted_at=doing.platform.clock.now(),
            change_number=doing.number,
        )
    )


def new_person(person_id: str, username: str, name: str) -> Person:
    """An account nobody can sign in to yet."""
    return Person(id=person_id, username=username, name=name, password_hash=UNUSABLE, disabled=True)


def enable_new(doing: Doing, person: Person, given: Given) -> IssuedPassword:
    """The account begins, with a password that has to be changed at the first sign-in."""
    uow = doing.uow
    person = uow.people.save(replace(person, disabled=False, password_hash=given.hashed))
    keep(uow, replace(credential_of(uow, person.id), set_at=None, given_at=doing.platform.clock.now()))
    doing.told("person.created", person.id, username=person.username)
    return IssuedPassword(username=person.username, name=person.name, password=given.password)


def import_people(doing: Doing, body: c.PeopleImport) -> Issued:
    """Units in their order, then people, then posts."""
    uow, new_id = doing.uow, doing.platform.new_id
    units = {unit.name: unit.id for unit in uow.units.find(closed_on=None)}
    for row in body.units:
        units[row.name] = new_id()
        asked = c.UnitCreate(name=row.name, short_name=row.short_name, unit_kind=row.kind, parent_id=units[row.parent])
        create_unit(dataclasses.replace(doing, subject_id=units[row.name]), asked)
    issued = []
    for person_row, password in zip(body.people, doing.given, strict=True):
        person = new_person(new_id(), person_row.username, person_row.name)
        uow.people.add(person)
        issued.append(enable_new(doing, person, password))
    for post_row in body.posts:
        granted = c.PostGrant(
            person_id=uow.people.find(username=post_row.username)[0].id,
            unit_id=units[post_row.unit],
            role=post_row.role,
            valid_from=post_row.valid_from,
            valid_to=post_row.valid_to,
        )
        grant_post(dataclasses.replace(doing, subject_id=new_id()), granted)
    return tuple(issued)


APPLYING: dict[type, Callable[[Doing, Any], Issued | None]] = {
    c.UnitCreate: create_unit,
    c.UnitRename: rename_unit,
    c.UnitClose: close_unit,
    c.PersonCreate: create_person,
    c.PersonDisable: disable_person,
    c.PersonEnable: enable_person,
    c.PeopleImport: import_people,
    c.PostGrant: grant_post,
    c.PostRevoke: revoke_post,
    c.PasswordReset: reset_password,
    c.AccountUnlock: unlock_account,
    c.FactorReset: reset_factor,
    c.CalendarYear: change_calendar,
    c.PolicyVersion: publish_policy,
    c.FormTemplate: adopt_template,
    c.FormReset: restore_template,
    c.RuleSuspend: suspend_rule,
    c.RuleResume: resume_rule,
}
"""What each kind of change does; a test holds it complete."""
