"""三员: three administrators who restrain one another, and whom nobody may be together with anything else.

GB/T 22239-2019 8.1.5 separates system, audit and security management; 8.1.4.2 asks for least privilege with mutual
restraint. The same rule stands as a trigger in the database, so that no path around this module breaks it.
"""

from collections.abc import Iterable
from datetime import date
from typing import Final

from contract_platform.domain.people import Person, Post
from contract_platform.domain.vocabulary import Role

KINDS: Final = (Role.SYS_ADMIN, Role.SEC_ADMIN, Role.AUDIT_ADMIN)
ADMINISTRATORS: Final = frozenset(KINDS)


def overlap(one: Post, other: Post) -> bool:
    """Whether there is a day on which both posts are held."""
    starts = max(one.valid_from, other.valid_from)
    ends = [post.valid_to for post in (one, other) if post.valid_to is not None]
    return all(starts <= end for end in ends)


def exclude_each_other(one: Role, other: Role) -> bool:
    """Whether nobody may hold both: two of the three, or one of the three with any other role."""
    return one != other and bool({one, other} & ADMINISTRATORS)


def excluding(held: Iterable[Post], new: Post) -> Post | None:
    """A post that forbids the new one, or None. What was given up before does not count."""
    return next((post for post in held if exclude_each_other(post.role, new.role) and overlap(post, new)), None)


def remaining(kind: Role, posts: Iterable[Post], people: Iterable[Person], today: date) -> frozenset[str]:
    """Who can go on as administrator of a kind: enabled, in office today, and with no end in sight."""
    enabled = {person.id for person in people if not person.disabled}
    lasting = (post for post in posts if post.role == kind and post.held_on(today) and post.valid_to is None)
    return frozenset(post.person_id for post in lasting if post.person_id in enabled)
