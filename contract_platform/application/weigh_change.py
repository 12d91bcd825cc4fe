"""What stands against a change, whoever asks: names that are taken, posts that exclude each other, the last of a kind.

It is asked when the change is asked for and again when it is approved, because the world goes on in between.
"""

import re
import unicodedata
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from contract_platform.application import attempts
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.weigh_policy import against_version
from contract_platform.application.weigh_rules import against_year
from contract_platform.application.weigh_suspension import against_resuming, against_suspending, subject_of_rule
from contract_platform.domain import change as c
from contract_platform.domain.administrators import ADMINISTRATORS, excluding, overlap, remaining
from contract_platform.domain.form_vocabulary import FormKind
from contract_platform.domain.lifecycle import TERMINAL
from contract_platform.domain.machine import Reason
from contract_platform.domain.people import Person, Post, Unit
from contract_platform.domain.records import Record
from contract_platform.domain.vocabulary import ChangeKind, ChangeState, Role

FORMULA = re.compile(r"^[=+\-@＝＋－＠]")
Reasons = tuple[Reason, ...]
Against = Callable[[UnitOfWork, Platform, Person], Reasons]
"""What stands against a change of one account."""


class Weighed(Record, frozen=True, kw_only=True):
    """What a change is about and what stands against it. ``subject_id`` "" = something new."""

    subject_id: str
    about: tuple[str, ...] = ()
    reasons: Reasons = ()


def weigh(uow: UnitOfWork, platform: Platform, body: c.AskedChange | c.PolicyVersion) -> Weighed:
    """The subject of a change and every reason against it; ``NotFound`` for what does not exist."""
    return WEIGHING[type(body)](uow, platform, body)


def weigh_revocation(uow: UnitOfWork, platform: Platform, body: c.PostRevoke) -> Weighed:
    """A post by its holder."""
    post = uow.posts.get(body.post_id)
    reasons = against_revocation(uow, platform, post, body.last_day)
    return Weighed(subject_id=post.id, about=(post.person_id,), reasons=reasons)


def about_person(uow: UnitOfWork, platform: Platform, person_id: str, against: Against) -> Weighed:
    """A change of an account that is there."""
    person = uow.people.get(person_id)
    return Weighed(subject_id=person.id, about=(person.id,), reasons=against(uow, platform, person))


def pending(uow: UnitOfWork, kind: ChangeKind, subject_id: str) -> c.ChangeRequest | None:
    """A change of the same kind about the same thing that waits already."""
    found = uow.changes.find(subject_id=subject_id, kind=kind, state=ChangeState.PENDING)
    return found[0] if found else None


def unfit_name(name: str) -> Reasons:
    """A name that would not survive a list or a spreadsheet."""
    strange = any(unicodedata.category(sign) in {"Cc", "Cf", "Cs", "Co", "Cn"} for sign in name)
    fit = name == name.strip() and not strange and not FORMULA.match(name)
    return () if fit else (Reason(code="name_unfit", params={"name": name}),)


def open_units(uow: UnitOfWork) -> list[Unit]:
    """The units that have not been closed."""
    return uow.units.find(closed_on=None)


def closed(uow: UnitOfWork, unit_id: str) -> Reasons:
    """A unit that exists no more."""
    unit = uow.units.get(unit_id)
    return () if unit.closed_on is None else (Reason(code="unit_closed", params={"name": unit.name}),)


def against_unit(uow: UnitOfWork, body: c.UnitCreate) -> Reasons:
    """New units need a name of their own below a unit that is there."""
    taken = {unit.name for unit in open_units(uow)}
    found = [*unfit_name(body.name), *unfit_name(body.short_name), *closed(uow, body.parent_id)]
    if body.name in taken:
        found.append(Reason(code="unit_name_taken", params={"name": body.name}))
    return tuple(found)


def against_rename(uow: UnitOfWork, body: c.UnitRename) -> Reasons:
    """A name that no other unit bears."""
    taken = {unit.name for unit in open_units(uow) if unit.id != body.unit_id}
    found = [*unfit_name(body.name), *unfit_name(body.short_name), *closed(uow, body.unit_id)]
    if body.name in taken:
        found.append(Reason(code="unit_name_taken", params={"name": body.name}))
    return tuple(found)


def against_closing(uow: UnitOfWork, platform: Platform, unit_id: str) -> Reasons:
    """Nothing may be left in a unit that is closed."""
    today = platform.clock.today()
    below = sum(unit.parent_id == unit_id for unit in open_units(uow))
    posts = sum(not ended(post, today) for post in uow.posts.find(unit_id=unit_id))
    contracts = sum(one.state not in TERMINAL for one in uow.contracts.find(handling_unit_id=unit_id))
    left = (
        Reason(code="unit_has_units", params={"count": below}),
        Reason(code="unit_has_posts", params={"count": posts}),
        Reason(code="unit_has_contracts", params={"count": contracts}),
    )
    return (*closed(uow, unit_id), *(reason for reason in left if reason.params["count"]))


def against_person(uow: UnitOfWork, body: c.PersonCreate) -> Reasons:
    """A user name is one person's for ever, also after they left."""
    found = list(unfit_name(body.name))
    if uow.people.find(username=body.username):
        found.append(Reason(code="username_taken", params={"username": body.username}))
    return tuple(found)


def against_absence(uow: UnitOfWork, person: Person) -> Reasons:
    """What is done for somebody who can sign in, or could."""
    if not person.disabled:
        return ()
    waiting = pending(uow, ChangeKind.PERSON_CREATE, person.id)
    code = "person_disabled" if waiting is None else "person_not_approved"
    return (Reason(code=code, params={"name": person.name}),)


def against_help(uow: UnitOfWork, platform: Platform, person: Person) -> Reasons:  # noqa: ARG001 - the shape of these
    """Nothing is done for an account that is not in use."""
    return against_absence(uow, person)


def against_disabling(uow: UnitOfWork, platform: Platform, person: Person) -> Reasons:
    """Only who is there can leave, and the last administrator of a kind stays."""
    kinds = sorted({post.role for post in uow.posts.find(person_id=person.id)} & ADMINISTRATORS)
    last = (last_of_kind(uow, platform, kind, person) for kind in kinds)
    return (*against_absence(uow, person), *(reason for reasons in last for reason in reasons))


def against_enabling(uow: UnitOfWork, platform: Platform, person: Person) -> Reasons:  # noqa: ARG001 - the shape of these
    """Only who was disabled and approved once comes back."""
    if not person.disabled:
        return (Reason(code="person_enabled_already", params={"name": person.name}),)
    if pending(uow, ChangeKind.PERSON_CREATE, person.id) is not None:
        return (Reason(code="person_not_approved", params={"name": person.name}),)
    leaving = pending(uow, ChangeKind.PERSON_DISABLE, person.id)
    return () if leaving is None else (Reason(code="change_pending", params={"number": leaving.number}),)


def against_unlocking(uow: UnitOfWork, platform: Platform, person: Person) -> Reasons:
    """Only what is locked is unlocked."""
    if is_locked(uow, platform, person):
        return against_absence(uow, person)
    return (Reason(code="account_not_locked", params={"name": person.name}),)


def is_locked(uow: UnitOfWork, platform: Platform, person: Person) -> bool:
    """Whether sign-in is refused for a while after failed attempts."""
    subject = attempts.account(platform, person.username)
    return uow.failures.read(subject.digest).locked(platform.clock.now())


def last_of_kind(uow: UnitOfWork, platform: Platform, kind: Role, person: Person) -> Reasons:
    """The administrator without whom there would be none of the kind."""
    going_on = remaining(kind, uow.posts.find(role=kind), uow.people.find(disabled=False), platform.clock.today())
    if going_on != {person.id}:
        return ()
    return (Reason(code="last_administrator", params={"name": person.name, "roles": [kind]}),)


def against_grant(uow: UnitOfWork, platform: Platform, body: c.PostGrant) -> Reasons:
    """A post for somebody who is there, in a unit that is there, beside posts that allow it."""
    person = uow.people.get(body.person_id)
    new = Post(
        id="",
        person_id=person.id,
        unit_id=body.unit_id,
        role=body.role,
        valid_from=body.valid_from,
        valid_to=body.valid_to,
    )
    found = [*against_absence(uow, person), *closed(uow, body.unit_id), *against_days(new, platform.clock.today())]
    if body.role == Role.SYSTEM:
        found.append(Reason(code="post_not_grantable", params={"roles": [body.role]}))
    return (*found, *beside(uow.posts.find(person_id=person.id), new, person.name))


def subject_of(form: FormKind) -> str:
    """What a change of a form's template is about."""
    return f"form/{form}"


def against_reset(uow: UnitOfWork, form: FormKind) -> Reasons:
    """Only what was replaced is restored."""
    adopted = uow.form_templates.find(form=form)
    return () if adopted and adopted[-1].sha256 else (Reason(code="form_not_replaced", params={"form": form}),)


def against_days(post: Post, today: date) -> Reasons:
    """Days in their order, and not over before the post is given."""
    if post.valid_to is not None and post.valid_to < max(post.valid_from, today):
        return (Reason(code="post_days_reversed"),)
    return ()


def beside(held: list[Post], new: Post, name: str) -> Reasons:
    """Whether the new post goes with those that are held."""
    other = excluding(held, new)
    if other is not None:
        params: dict[str, object] = {"name": name, "held": [other.role], "roles": [new.role]}
        return (Reason(code="posts_exclude_each_other", params=params),)
    same = any((post.role, post.unit_id) == (new.role, new.unit_id) and overlap(post, new) for post in held)
    return (Reason(code="post_held_already", params={"name": name}),) if same else ()


def against_revocation(uow: UnitOfWork, platform: Platform, post: Post, last_day: date) -> Reasons:
    """A post that goes on ends on a day, at the earliest as of yesterday; somebody of each kind stays."""
    today = platform.clock.today()
    if ended(post, today) or (post.valid_to is not None and post.valid_to <= last_day):
        return (Reason(code="post_ended"),)
    if last_day < today - timedelta(days=1):
        return (Reason(code="post_day_past"),)
    person = uow.people.get(post.person_id)
    return last_of_kind(uow, platform, post.role, person) if post.role in ADMINISTRATORS else ()


def ended(post: Post, today: date) -> bool:
    """Whether the post is over, or was revoked before it began."""
    return post.valid_to is not None and post.valid_to < max(post.valid_from, today)


WEIGHING: dict[type, Callable[[UnitOfWork, Platform, Any], Weighed]] = {
    c.UnitCreate: lambda uow, _, body: Weighed(subject_id="", reasons=against_unit(uow, body)),
    c.UnitRename: lambda uow, _, body: Weighed(subject_id=body.unit_id, reasons=against_rename(uow, body)),
    c.UnitClose: lambda uow, platform, body: Weighed(
        subject_id=body.unit_id, reasons=against_closing(uow, platform, body.unit_id)
    ),
    c.PersonCreate: lambda uow, _, body: Weighed(subject_id="", reasons=against_person(uow, body)),
    c.PersonDisable: lambda uow, platform, body: about_person(uow, platform, body.person_id, against_disabling),
    c.PersonEnable: lambda uow, platform, body: about_person(uow, platform, body.person_id, against_enabling),
    c.PostGrant: lambda uow, platform, body: Weighed(
        subject_id="", about=(body.person_id,), reasons=against_grant(uow, platform, body)
    ),
    c.PostRevoke: weigh_revocation,
    c.PasswordReset: lambda uow, platform, body: about_person(uow, platform, body.person_id, against_help),
    c.AccountUnlock: lambda uow, platform, body: about_person(uow, platform, body.person_id, against_unlocking),
    c.FactorReset: lambda uow, platform, body: about_person(uow, platform, body.person_id, against_help),
    c.CalendarYear: lambda _, platform, body: Weighed(
        subject_id=f"calendar/{body.year}", reasons=against_year(platform, body)
    ),
    c.FormReset: lambda uow, _, body: Weighed(subject_id=subject_of(body.form), reasons=against_reset(uow, body.form)),
    c.RuleSuspend: lambda _, platform, body: Weighed(
        subject_id=subject_of_rule(body.rule), reasons=against_suspending(platform, body.rule)
    ),
    c.RuleResume: lambda _, platform, body: Weighed(
        subject_id=subject_of_rule(body.rule), reasons=against_resuming(platform, body.rule)
    ),
    c.PolicyVersion: lambda _, platform, body: Weighed(
        subject_id=f"policy/{body.draft_id}", reasons=against_version(platform, body)
    ),
}
"""How each kind of change is weighed; a test holds it complete."""
