"""What pages need to word identifiers: labels, classes, rules, units, and the people who can be named."""

from collections.abc import Mapping
from datetime import date

from contract_platform.analysis.model import Severity
from contract_platform.analysis.rules import RULES
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.queries import View
from contract_platform.application.views import PersonView
from contract_platform.domain import labels
from contract_platform.domain.access import units_asked
from contract_platform.domain.people import Actor, Person, Post, Unit
from contract_platform.domain.vocabulary import Role


class Words(View, frozen=True, kw_only=True):
    """One word in both languages."""

    zh: str
    en: str


class RuleName(View, frozen=True, kw_only=True):
    """A risk rule as lists show it."""

    title: str
    severity: Severity


class ReferenceView(View, frozen=True, kw_only=True):
    """The vocabulary: ``labels`` by kind and member, ``categories`` the register's 01..16, ``reasons`` by code."""

    labels: dict[str, dict[str, Words]]
    categories: dict[str, Words]
    rule_classes: dict[str, Words]
    reasons: dict[str, Words]
    rules: dict[str, RuleName]
    units: tuple[Unit, ...]
    today: date


def read_reference(platform: Platform, actor: Actor, reasons: Mapping[str, labels.Words]) -> ReferenceView:  # noqa: ARG001 - everybody signed in reads the same
    """Everything at once; ``reasons`` are the texts of the door that asks."""
    with platform.reading() as uow:
        units = tuple(uow.units.find())
    return ReferenceView(
        labels={kind: words(members) for kind, members in labels.LABELS.items()},
        categories=words(labels.CATEGORIES),
        rule_classes=words(labels.RULE_CLASSES),
        reasons=words(reasons),
        rules={rule.id: RuleName(title=rule.title, severity=rule.severity) for rule in RULES},
        units=units,
        today=platform.clock.today(),
    )


def words(pairs: Mapping[str, labels.Words]) -> dict[str, Words]:
    """Pairs of (zh, en) as they are sent."""
    return {key: Words(zh=zh, en=en) for key, (zh, en) in pairs.items()}


def list_people(platform: Platform, actor: Actor, role: Role) -> tuple[PersonView, ...]:
    """Who holds a role today and can sign in, by name; in the asker's own units where their post reaches no further."""
    today = platform.clock.today()
    reached = units_asked(actor, "person.list")
    with platform.reading() as uow:
        posts = [post for post in uow.posts.find(role=role) if post.held_on(today)]
        posts = [post for post in posts if reached is None or post.unit_id in reached]
        people = [uow.people.get(key) for key in dict.fromkeys(post.person_id for post in posts)]
        found = [person_view(uow, person, posts) for person in people if not person.disabled]
    return tuple(sorted(found, key=lambda person: person.name))


def person_view(uow: UnitOfWork, person: Person, posts: list[Post]) -> PersonView:
    """A person with those of the posts that are theirs; units by their short names."""
    own = [post for post in posts if post.person_id == person.id]
    return PersonView(
        id=person.id,
        name=person.name,
        roles=tuple(dict.fromkeys(post.role for post in own)),
        units=tuple(dict.fromkeys(uow.units.get(post.unit_id).short_name for post in own)),
    )
