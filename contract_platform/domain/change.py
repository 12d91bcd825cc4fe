"""What one administrator asks for and another approves: the table, the record, and what may be asked.

System administrators create and close units, create and disable people and import both, and keep the calendar and the
periods; the security administrator approves. The security administrator grants and revokes posts, resets passwords and
unlocks; a system administrator approves. A change is applied in the commit that approves it. One takes effect at once
and waits only for confirmation: a person who leaves is frozen the moment it is asked for.
"""

from datetime import date, datetime
from typing import Annotated, Any, Final

import msgspec

from contract_platform.domain.form_vocabulary import FormKind
from contract_platform.domain.machine import Guard, Machine, Reason, Transition
from contract_platform.domain.records import Record, Root
from contract_platform.domain.vocabulary import ChangeKind, ChangeState, Role, UnitKind

Text = Annotated[str, msgspec.Meta(min_length=1, max_length=100)]
Username = Annotated[
    str,
    msgspec.Meta(
        pattern=r"^[a-z][a-z0-9._-]{2,31}$",
        description="3 to 32 lower-case letters, digits, dots, dashes or underscores, beginning with a letter",
    ),
]
Key = Annotated[str, msgspec.Meta(min_length=1, max_length=64)]
Basis = Annotated[str, msgspec.Meta(min_length=1, max_length=300, description="The paper it rests on, with its number")]


class Body(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", forbid_unknown_fields=True):
    """What is to be changed; the tag is the ``ChangeKind``."""


class UnitCreate(Body, frozen=True, kw_only=True, tag="UNIT_CREATE"):
    """A new unit below an existing one."""

    name: Text
    short_name: Text
    unit_kind: UnitKind
    parent_id: Key


class UnitRename(Body, frozen=True, kw_only=True, tag="UNIT_RENAME"):
    """Another name for a unit; what happened under the old one keeps its trace."""

    unit_id: Key
    name: Text
    short_name: Text


class UnitClose(Body, frozen=True, kw_only=True, tag="UNIT_CLOSE"):
    """The end of a unit that has no posts, no contracts and no units below it any more."""

    unit_id: Key


class PersonCreate(Body, frozen=True, kw_only=True, tag="PERSON_CREATE"):
    """A new account, disabled until approved and without posts."""

    username: Username
    name: Text


class PersonDisable(Body, frozen=True, kw_only=True, tag="PERSON_DISABLE"):
    """Somebody leaves: frozen at once, confirmed by the approval."""

    person_id: Key


class PersonEnable(Body, frozen=True, kw_only=True, tag="PERSON_ENABLE"):
    """Somebody comes back to the same account."""

    person_id: Key


class ImportedUnit(Record, frozen=True, kw_only=True):
    """A unit of an import; ``parent`` is a unit's name, known or imported earlier."""

    name: Text
    short_name: Text
    kind: UnitKind
    parent: Text


class ImportedPerson(Record, frozen=True, kw_only=True):
    """A person of an import."""

    username: Username
    name: Text


class ImportedPost(Record, frozen=True, kw_only=True):
    """A post of an import, by user name and the unit's name."""

    username: Username
    unit: Text
    role: Role
    valid_from: date
    valid_to: date | None = None


class PeopleImport(Body, frozen=True, kw_only=True, tag="PEOPLE_IMPORT"):
    """Units, people and posts of one workbook; the approval is that of the security administrator, who grants posts."""

    filename: str
    units: tuple[ImportedUnit, ...] = ()
    people: tuple[ImportedPerson, ...] = ()
    posts: tuple[ImportedPost, ...] = ()


class PostGrant(Body, frozen=True, kw_only=True, tag="POST_GRANT"):
    """A dated post for a person."""

    person_id: Key
    unit_id: Key
    role: Role
    valid_from: date
    valid_to: date | None = None


class PostRevoke(Body, frozen=True, kw_only=True, tag="POST_REVOKE"):
    """The last day of a post; a day before today takes effect at once."""

    post_id: Key
    last_day: date


class PasswordReset(Body, frozen=True, kw_only=True, tag="PASSWORD_RESET"):
    """A new initial password."""

    person_id: Key


class AccountUnlock(Body, frozen=True, kw_only=True, tag="ACCOUNT_UNLOCK"):
    """The end of a lock after failed sign-ins."""

    person_id: Key


class FactorReset(Body, frozen=True, kw_only=True, tag="FACTOR_RESET"):
    """The end of a second factor that was lost with its recovery codes."""

    person_id: Key


class RestDays(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Days off in a row, the first and the last included."""

    name: Text
    first: date
    last: date


class CalendarYear(Body, frozen=True, kw_only=True, tag="CALENDAR_YEAR"):
    """The whole plan of a year in place of the one in force: days off beside weekends, weekends that are worked."""

    year: Annotated[int, msgspec.Meta(ge=2024, le=2099)]
    basis: Basis
    rest: Annotated[tuple[RestDays, ...], msgspec.Meta(max_length=60)] = ()
    work: Annotated[tuple[date, ...], msgspec.Meta(max_length=60)] = ()


class PolicyVersion(Body, frozen=True, kw_only=True, tag="POLICY_VERSION"):
    """A new version of the profile from a day on; contracts submitted before keep the one they were submitted under.

    ``base``: the version it was drafted on, and the only one it may follow. ``content``: the groups of values as plain
    JSON, decoded strictly by the policy. ``digest``: of all of it, what the replay that was looked at is bound to.
    """

    draft_id: Key
    profile: Key
    base: Key
    effective_from: date
    basis: Basis
    digest: str
    content: dict[str, Any]


class FormTemplate(Body, frozen=True, kw_only=True, tag="FORM_TEMPLATE"):
    """Another template of an official document; the file was checked and kept when it was uploaded."""

    form: FormKind
    sha256: str
    filename: str


class FormReset(Body, frozen=True, kw_only=True, tag="FORM_RESET"):
    """The template that ships, in place of the bureau's own."""

    form: FormKind


class RuleSuspend(Body, frozen=True, kw_only=True, tag="RULE_SUSPEND"):
    """A risk rule is asked no more; every contract says that it could not be checked, with the request's reason."""

    rule: Key


class RuleResume(Body, frozen=True, kw_only=True, tag="RULE_RESUME"):
    """A suspended rule is asked again."""

    rule: Key


AskedChange = (
    UnitCreate
    | UnitRename
    | UnitClose
    | PersonCreate
    | PersonDisable
    | PersonEnable
    | PostGrant
    | PostRevoke
    | PasswordReset
    | AccountUnlock
    | FactorReset
    | CalendarYear
    | FormReset
    | RuleSuspend
    | RuleResume
)
"""What is asked for in words; imports and templates are asked for with a file, a policy version with its draft."""
ChangeBody = AskedChange | PeopleImport | PolicyVersion | FormTemplate


class ChangeRequest(Root, frozen=True, kw_only=True):
    """A change that waits for another administrator. ``number`` counts all requests without gaps.

    ``subject_id`` is the unit, person, post or import it is about; ``about`` lists the people concerned, none of whom
    may ask for it or decide on it.
    """

    number: int
    kind: ChangeKind
    state: ChangeState
    body: ChangeBody
    subject_id: str
    about: tuple[str, ...]
    reason: str
    requested_by: str
    requested_at: datetime
    decided_by: str | None = None
    decided_at: datetime | None = None
    note: str = ""


class ChangeCircumstances(Record, frozen=True, kw_only=True):
    """What is known when a change is asked for or decided on.

    ``replayed``: the actor has looked at what a version of the policy would have changed, or it is another change.
    """

    kind: ChangeKind
    about: tuple[str, ...]
    actor_id: str
    requested_by: str | None = None
    note: str = ""
    replayed: bool = True


OF_SECURITY: Final = frozenset(
    {
        ChangeKind.POST_GRANT,
        ChangeKind.POST_REVOKE,
        ChangeKind.PASSWORD_RESET,
        ChangeKind.ACCOUNT_UNLOCK,
        ChangeKind.FACTOR_RESET,
    }
)
"""Changes the security administrator asks for; all others are the system administrator's."""


def kind_of(body: ChangeBody) -> ChangeKind:
    """The kind a body is tagged with."""
    return ChangeKind(str(body.__struct_config__.tag))


def asker_of(kind: ChangeKind) -> Role:
    """Who asks for changes of a kind."""
    return Role.SEC_ADMIN if kind in OF_SECURITY else Role.SYS_ADMIN


def _other_person(c: ChangeCircumstances) -> Reason | None:
    return Reason(code="own_request") if c.requested_by == c.actor_id else None


def _own_request(c: ChangeCircumstances) -> Reason | None:
    return None if c.requested_by == c.actor_id else Reason(code="request_of_others")


def _not_about_oneself(c: ChangeCircumstances) -> Reason | None:
    return Reason(code="change_about_oneself") if c.actor_id in c.about else None


def _replay_seen(c: ChangeCircumstances) -> Reason | None:
    return None if c.replayed else Reason(code="policy_replay_unseen")


def _noted(c: ChangeCircumstances) -> Reason | None:
    return None if c.note.strip() else Reason(code="reason_missing")


GUARDS = {
    "other_person": Guard(check=_other_person, basis="三员相互制约：申请与批准不得为同一人"),
    "own_request": Guard(check=_own_request, basis="申请由申请人本人撤回"),
    "not_about_oneself": Guard(check=_not_about_oneself, basis="三员相互制约：不得为自己申请或批准"),
    "reason_given": Guard(check=_noted, basis="申请和驳回须说明理由", of_input=True),
    "replay_seen": Guard(check=_replay_seen, basis="新版制度配置发布前，发布人须看过按上一年合同的推算"),
}
CONDITIONS = {
    "of_system": lambda c: c.kind not in OF_SECURITY,
    "of_security": lambda c: c.kind in OF_SECURITY,
}

C = ChangeState
T = Transition
SYSTEM, SECURITY = (Role.SYS_ADMIN,), (Role.SEC_ADMIN,)
APART = ("other_person", "not_about_oneself")

# fmt: off
TRANSITIONS = (
    # source     action      target       roles     when              guards
    T(None,      "request",  C.PENDING,   SYSTEM,   ("of_system",),   ("not_about_oneself", "reason_given")),
    T(None,      "request",  C.PENDING,   SECURITY, ("of_security",), ("not_about_oneself", "reason_given")),
    T(C.PENDING, "approve",  C.APPROVED,  SECURITY, ("of_system",),   (*APART, "replay_seen")),
    T(C.PENDING, "approve",  C.APPROVED,  SYSTEM,   ("of_security",), APART),
    T(C.PENDING, "reject",   C.REJECTED,  SECURITY, ("of_system",),   (*APART, "reason_given")),
    T(C.PENDING, "reject",   C.REJECTED,  SYSTEM,   ("of_security",), (*APART, "reason_given")),
    T(C.PENDING, "withdraw", C.WITHDRAWN, SYSTEM,   ("of_system",),   ("own_request",)),
    T(C.PENDING, "withdraw", C.WITHDRAWN, SECURITY, ("of_security",), ("own_request",)),
)
# fmt: on
ENDED = frozenset({C.APPROVED, C.REJECTED, C.WITHDRAWN})
CHANGE = Machine(name="change", transitions=TRANSITIONS, guards=GUARDS, conditions=CONDITIONS, terminal=ENDED)
