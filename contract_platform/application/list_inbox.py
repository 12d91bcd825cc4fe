"""The inbox: what there is to do and was done, what one submitted, was told of, or follows."""

from collections.abc import Iterable
from datetime import date
from typing import Final

import msgspec

from contract_platform.application.inbox_queries import (
    Desk,
    DueDays,
    InboxCounts,
    InboxFilter,
    MatterPage,
    TaskPage,
    TaskRow,
)
from contract_platform.application.ports import Platform
from contract_platform.application.shown import masked
from contract_platform.domain.deadlines import DAY, days_left, roll_forward
from contract_platform.domain.errors import Invalid
from contract_platform.domain.people import Actor, Post
from contract_platform.domain.relations import UNIT_ROLES, scope_of
from contract_platform.domain.task import TAKERS, head_of
from contract_platform.domain.vocabulary import Role

SOON: Final = 2  # working days: the warning window of the short clocks
EVERYTHING: Final = InboxFilter()
replace = msgspec.structs.replace


def list_tasks(
    platform: Platform,
    actor: Actor,
    tab: str,
    wanted: InboxFilter = EVERYTHING,
    *,
    after: str | None,
    limit: int,
) -> TaskPage:
    """A page of 待办 or 已办, with the days left of open tasks."""
    days = days_meant(platform, wanted.due)
    page = platform.queries.tasks(desk_of(actor), tab, wanted, days, after=after, limit=limit)
    with platform.reading() as uow:
        names = {person_id: uow.people.get(person_id).name for person_id in actor.absent()}
    rows = tuple(
        replace(
            row,
            days_left=left(platform, row.due_on, row.unit) if row.closed_at is None else None,
            acted_for=names.get(filled_in_for(actor, row) or ""),
        )
        for row in page.rows
    )
    return masked(replace(page, rows=rows))


def list_matters(
    platform: Platform,
    actor: Actor,
    tab: str,
    wanted: InboxFilter = EVERYTHING,
    *,
    after: str | None,
    limit: int,
) -> MatterPage:
    """A page of 我发起的, 抄送我的 or 我关注的, with whose turn it is."""
    days = days_meant(platform, wanted.due)
    page = platform.queries.matters(desk_of(actor), tab, wanted, days, after=after, limit=limit)
    rows = tuple(replace(row, days_left=left(platform, row.due_on, row.unit or "working")) for row in page.rows)
    return masked(replace(page, rows=rows))


def count_inbox(platform: Platform, actor: Actor) -> InboxCounts:
    """The numbers beside the tabs."""
    return platform.queries.inbox_counts(desk_of(actor), platform.clock.today())


def left(platform: Platform, due_on: date | None, unit: str) -> int | None:
    """Days to a day, None where there is none."""
    return None if due_on is None else days_left(platform.calendar, platform.clock.today(), due_on, unit)


def days_meant(platform: Platform, due: str) -> DueDays | None:
    """The days a filter by urgency means today; None = any."""
    today = platform.clock.today()
    soon = today
    for _ in range(SOON):
        soon = roll_forward(platform.calendar, soon + DAY)
    meant = {
        "": None,
        "overdue": DueDays(last=today - DAY),
        "today": DueDays(first=today, last=today),
        "soon": DueDays(first=today + DAY, last=soon),
        "later": DueDays(first=soon + DAY),
        "none": DueDays(never=True),
    }
    if due not in meant:
        raise Invalid("unknown_filter", name="due", value=due)
    return meant[due]


def desk_of(actor: Actor) -> Desk:
    """Whose inbox it is."""
    lent = [post for post in actor.posts if post.person_id != actor.person_id]
    return Desk(
        scope=scope_of(actor),
        roles=(*reach(actor, actor.own_posts()), *reach(actor, lent)),
        away=tuple((post.person_id, post.role) for post in lent),
        headed=tuple(dict.fromkeys(unit for role, unit in reach(actor, actor.posts) if role == Role.HANDLER_LEAD)),
        heads=tuple(role for role in TAKERS if role not in UNIT_ROLES and head_of(role) in actor.roles()),
    )


def reach(actor: Actor, posts: Iterable[Post]) -> tuple[tuple[Role, str], ...]:
    """Each role with every unit in which it is held."""
    return tuple((post.role, unit) for post in posts for unit in actor.subtree.get(post.unit_id, (post.unit_id,)))


def filled_in_for(actor: Actor, row: TaskRow) -> str | None:
    """The colleague for whom an open task is the deputy's, None where it is the person's own."""
    if row.closed_at is not None or row.person_id == actor.person_id:
        return None
    if row.person_id is not None:
        return row.person_id if row.person_id in actor.absent() else None
    held = reach(actor, actor.own_posts())
    if any(role == row.role and row.unit_id in {unit, None} for role, unit in held):
        return None
    lent = (post for post in actor.posts if post.role == row.role and post.person_id != actor.person_id)
    return next((post.person_id for post in lent), None)
