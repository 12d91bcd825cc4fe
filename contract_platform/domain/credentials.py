"""What a password has to be, how long it lasts, when guessing is stopped, and what sign-in may leave open.

The numbers stand in one dated record each. Pure: hashing, the clock and the secret of the installation are outside.
"""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from enum import auto

from contract_platform.domain.guessed_passwords import is_guessed
from contract_platform.domain.machine import Reason
from contract_platform.domain.records import Record, Root
from contract_platform.domain.vocabulary import Name, Role

ADMINISTRATORS = frozenset({Role.SYS_ADMIN, Role.SEC_ADMIN, Role.AUDIT_ADMIN})
"""The three administrators of GB/T 22239-2019 8.1.5: they prove themselves by two factors, 8.1.4.1 d)."""

LONGEST = 200  # characters of a password or user name; hashing more would cost the server, not the guesser
SHORTEST_NAME_SOUGHT = 3  # shorter user names are in too many passwords by chance


class CredentialPolicy(Record, frozen=True, kw_only=True):
    """One set of rules, valid from a day on, with the sources its numbers come from.

    Lengths in characters, ``max_age`` None where passwords do not run out, ``history`` counts the password in use;
    ``given_for`` is how long a password somebody else gave can be used for the first time.
    """

    id: str
    valid_from: date
    sources: tuple[str, ...]
    shortest: int
    classes: int
    history: int
    max_age: timedelta | None
    given_for: timedelta = timedelta(days=7)
    failures: int = 5
    counted_within: timedelta = timedelta(minutes=30)
    locked_for: timedelta = timedelta(minutes=30)


DENGBAO = CredentialPolicy(
    id="dengbao",
    valid_from=date(2019, 12, 1),
    sources=(
        "GB/T 22239-2019《网络安全等级保护基本要求》8.1.4.1 a) 身份标识唯一，鉴别信息有复杂度要求并定期更换",
        "GB/T 22239-2019 8.1.4.1 b) 登录失败处理：结束会话、限制非法登录次数、超时自动退出",
        "标准不规定数值；长度、种类、周期、次数取三级测评的通行取值",
    ),
    shortest=12,
    classes=3,
    history=5,
    max_age=timedelta(days=90),
)
MODERN = CredentialPolicy(
    id="modern",
    valid_from=date(2025, 8, 1),
    sources=(
        "NIST SP 800-63B-4 3.1.1.2: 15 characters as the only factor, no composition, no periodic change, a blocklist",
        "OWASP ASVS 5.0 V6.2.5, V6.2.10, V6.2.12",
    ),
    shortest=15,
    classes=1,
    history=1,
    max_age=None,
)
POLICIES = {policy.id: policy for policy in (DENGBAO, MODERN)}
"""The profiles the setting PASSWORD_PROFILE chooses from."""


class SignInRules(Record, frozen=True, kw_only=True):
    """What holds in this installation: the policy, failures from one address until it is locked, and sessions' length.

    ``idle`` is the time without use after which a session ends, ``absolute`` the longest time it lasts.
    """

    policy: CredentialPolicy = DENGBAO
    address_failures: int = 5
    idle: timedelta = timedelta(minutes=30)
    absolute: timedelta = timedelta(hours=10)


class Credential(Root, frozen=True, kw_only=True):
    """What is known of how a person proves who they are; ``id`` is the person's.

    ``set_at`` is None while the password is one that somebody else gave, at ``given_at``. ``past`` holds hashes of
    former passwords, newest first. ``totp`` and ``enrolling`` are sealed secrets, the latter not confirmed yet;
    ``totp_step`` is the last time step whose code was used.
    """

    set_at: datetime | None = None
    given_at: datetime | None = None
    past: tuple[str, ...] = ()
    totp: bytes | None = None
    totp_since: datetime | None = None
    totp_step: int = 0
    enrolling: bytes | None = None


class RecoveryCode(Record, frozen=True, kw_only=True):
    """A one-time code in place of the second factor; ``digest`` is keyed."""

    id: str
    person_id: str
    digest: str
    made_at: datetime
    used_at: datetime | None = None


class Failures(Record, frozen=True, kw_only=True):
    """Failed attempts on one account name or from one address; ``subject`` is a keyed digest of it."""

    subject: str
    count: int = 0
    first_at: datetime | None = None
    locked_until: datetime | None = None

    def locked(self, now: datetime) -> bool:
        """Whether attempts are refused at this instant."""
        return self.locked_until is not None and now < self.locked_until


class Step(Name):
    """What has to be done before anything else."""

    SECOND_FACTOR = auto()
    PASSWORD = auto()
    ENROLMENT = auto()


_ALWAYS = frozenset({"session.read", "session.delete"})
_OWN_PASSWORD = _ALWAYS | {"session.keep", "account.read", "password.change"}
OPEN: dict[Step, frozenset[str]] = {
    Step.SECOND_FACTOR: _ALWAYS | {"session.prove"},
    Step.PASSWORD: _OWN_PASSWORD,
    Step.ENROLMENT: _OWN_PASSWORD | {"totp.begin", "totp.confirm"},
}
"""The operations that are open while a step is outstanding."""


def open_in(step: Step | None, operation: str) -> bool:
    """Whether what sign-in left open lets the operation through."""
    return step is None or operation in OPEN[step]


def step_after(awaiting: Step | None, *, roles: Iterable[Role], strong: bool, demo: bool) -> Step | None:
    """The first thing outstanding: what sign-in left open, then the second factor that administrators must have."""
    if awaiting is not None:
        return awaiting
    return Step.ENROLMENT if not strong and not demo and not ADMINISTRATORS.isdisjoint(roles) else None


def is_due(policy: CredentialPolicy, credential: Credential, now: datetime) -> bool:
    """Whether the password has to be changed: somebody else gave it, or it has run out."""
    if credential.set_at is None:
        return True
    return policy.max_age is not None and now - credential.set_at > policy.max_age


def was_given_too_long_ago(policy: CredentialPolicy, credential: Credential, now: datetime) -> bool:
    """Whether a password somebody else gave has waited too long for its first use (ASVS 5.0 V6.4.1)."""
    given = credential.given_at if credential.set_at is None else None
    return given is not None and now - given > policy.given_for


def runs_out_at(policy: CredentialPolicy, credential: Credential) -> datetime | None:
    """When the password has to be changed, None where it never has or already must."""
    return credential.set_at + policy.max_age if credential.set_at and policy.max_age else None


def faults(policy: CredentialPolicy, password: str, username: str) -> tuple[Reason, ...]:
    """Everything about a new password that the policy refuses, apart from reuse, which only hashing can tell."""
    found = []
    if len(password) < policy.shortest:
        found.append(Reason(code="password_too_short", params={"shortest": policy.shortest}))
    if kinds(password) < policy.classes:
        found.append(Reason(code="password_too_plain", params={"classes": policy.classes}))
    if len(username) >= SHORTEST_NAME_SOUGHT and username.casefold() in password.casefold():
        found.append(Reason(code="password_holds_username"))
    if is_guessed(password):
        found.append(Reason(code="password_guessable"))
    return tuple(found)


def kinds(password: str) -> int:
    """How many of four kinds it mixes: capitals, small letters, digits, and everything else, Chinese included."""
    tests = (str.isupper, str.islower, str.isdigit)
    return len({next((at for at, holds in enumerate(tests) if holds(one)), len(tests)) for one in password})


def counted(failures: Failures, policy: CredentialPolicy, now: datetime, *, limit: int) -> Failures:
    """One failure more; from ``limit`` on the subject is locked. Old failures and a lock that is over count no more."""
    over = failures.locked_until is not None and now >= failures.locked_until
    stale = failures.first_at is None or now - failures.first_at > policy.counted_within
    fresh = over or stale
    count = 1 if fresh else failures.count + 1
    return Failures(
        subject=failures.subject,
        count=count,
        first_at=now if fresh else failures.first_at,
        locked_until=now + policy.locked_for if count >= limit else None,
    )
