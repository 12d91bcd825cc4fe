"""Units form a tree; people hold dated posts in them."""

from datetime import date, datetime

from contract_platform.domain.credentials import Step
from contract_platform.domain.records import Record, Root
from contract_platform.domain.vocabulary import Role


class Unit(Root, frozen=True, kw_only=True):
    """An organisation. ``kind`` is a ``UnitKind``; from ``closed_on`` on it exists no more."""

    name: str
    short_name: str
    kind: str
    parent_id: str | None = None
    closed_on: date | None = None


class Post(Root, frozen=True, kw_only=True):
    """What a person is, where, and from when to when (both days included)."""

    person_id: str
    unit_id: str
    role: Role
    valid_from: date
    valid_to: date | None = None

    def held_on(self, day: date) -> bool:
        """Whether the post is held on that day."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


class Person(Root, frozen=True, kw_only=True):
    """Somebody who signs in. ``demo`` exempts from forced password change and exists on SQLite only."""

    username: str
    name: str
    password_hash: str
    disabled: bool = False
    demo: bool = False


class Session(Record, frozen=True, kw_only=True):
    """A server-side session; the cookie carries a token of which only the SHA-256 is stored.

    ``awaiting`` is what sign-in left open, ``strong`` says that a second factor was shown, ``provided`` that an outside
    provider said who it is and no password of ours. A session that was ended for its holder stays a while to say why.
    """

    token_hash: str
    person_id: str
    created_at: datetime
    seen_at: datetime
    address: str
    awaiting: Step | None = None
    strong: bool = False
    provided: bool = False
    ended_at: datetime | None = None
    ended_because: str = ""
    ended_from: str = ""


class Actor(Record, frozen=True, kw_only=True):
    """Who acts now: the person, the posts held today, and the units each post reaches.

    ``subtree`` lists the ids of a unit and all below. ``step`` is what has to be done before anything else.
    ``posts`` holds what a colleague who is away has lent too: such a post names the colleague as its person.
    ``invited`` are contracts the person is invited to, ``recused`` pairs of contract and person (the actor, or whoever
    is away) that must keep apart, ``cosigning`` pairs of contract and unit that was asked to co-sign it.
    """

    person_id: str
    name: str
    posts: tuple[Post, ...]
    subtree: dict[str, tuple[str, ...]] = {}
    session: str = ""
    address: str = ""
    step: Step | None = None
    invited: frozenset[str] = frozenset()
    recused: frozenset[tuple[str, str]] = frozenset()
    cosigning: frozenset[tuple[str, str]] = frozenset()

    def roles(self) -> frozenset[Role]:
        """All roles held today."""
        return frozenset(post.role for post in self.posts)

    def post_as(self, role: Role, acted_for: str | None = None) -> Post | None:
        """The first post in that role: one's own, or that of the person acted for."""
        holder = acted_for or self.person_id
        return next((post for post in self.posts if post.role == role and post.person_id == holder), None)

    def own_posts(self) -> tuple[Post, ...]:
        """The posts the person holds, without those lent."""
        return tuple(post for post in self.posts if post.person_id == self.person_id)

    def absent(self) -> frozenset[str]:
        """The colleagues whose posts the person fills in."""
        return frozenset(post.person_id for post in self.posts) - {self.person_id}


SYSTEM_ACTOR = Actor(person_id="system", name="系统", posts=())
