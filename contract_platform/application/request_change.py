"""One administrator asks for a change; nothing is changed yet, except that who leaves is frozen at once."""

from contract_platform.application.apply_change import new_person
from contract_platform.application.freeze_person import freeze
from contract_platform.application.once import once
from contract_platform.application.people_commands import ChangeAsked
from contract_platform.application.people_views import ChangeRequestView
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.read_changes import change_view
from contract_platform.application.trace import record
from contract_platform.application.weigh_change import Weighed, pending, weigh
from contract_platform.domain import change as c
from contract_platform.domain.errors import Refused
from contract_platform.domain.machine import Reason
from contract_platform.domain.people import Actor
from contract_platform.domain.vocabulary import ChangeKind, ChangeState, Role

SERIES = "change"


def request_change(
    platform: Platform, actor: Actor, asked: ChangeAsked, *, idempotency_key: str | None = None
) -> ChangeRequestView:
    """Ask; ``Refused`` with everything that stands against it, ``Forbidden`` for the other administrator's changes."""

    def done() -> ChangeRequestView:
        change = open_change(
            uow, platform, actor, asked.change, asked.reason, weighed=weigh(uow, platform, asked.change)
        )
        return change_view(uow, actor, change)

    with platform.unit_of_work() as uow:
        return once(uow, platform, actor, "change.request", idempotency_key, ChangeRequestView, done)


def open_change(
    uow: UnitOfWork, platform: Platform, actor: Actor, body: c.ChangeBody, reason: str, *, weighed: Weighed
) -> c.ChangeRequest:
    """Write the request under the next number, which also keeps two requests from being weighed at the same time."""
    kind = c.kind_of(body)
    number = uow.next_number(SERIES)
    role = role_in(actor, kind)
    facts = c.ChangeCircumstances(kind=kind, about=weighed.about, actor_id=actor.person_id, note=reason)
    c.CHANGE.advance(None, "request", role, facts)
    refuse(kind, (*weighed.reasons, *waiting(uow, kind, weighed)))
    change = c.ChangeRequest(
        id=platform.new_id(),
        number=number,
        kind=kind,
        state=ChangeState.PENDING,
        body=body,
        subject_id=weighed.subject_id or platform.new_id(),
        about=weighed.about,
        reason=reason.strip(),
        requested_by=actor.person_id,
        requested_at=platform.clock.now(),
    )
    uow.changes.add(change)
    tell(uow, platform, actor, change, "requested", role)
    take_effect(uow, platform, actor, change)
    return change


def take_effect(uow: UnitOfWork, platform: Platform, actor: Actor, change: c.ChangeRequest) -> None:
    """What does not wait: a new account is there, disabled; who leaves is frozen."""
    if isinstance(change.body, c.PersonCreate):
        uow.people.add(new_person(change.subject_id, change.body.username, change.body.name))
    elif isinstance(change.body, c.PersonDisable):
        freeze(uow, platform, actor, change.body.person_id)


def waiting(uow: UnitOfWork, kind: ChangeKind, weighed: Weighed) -> tuple[Reason, ...]:
    """The same asked for before and not settled."""
    before = pending(uow, kind, weighed.subject_id) if weighed.subject_id else None
    return () if before is None else (Reason(code="change_pending", params={"number": before.number}),)


def refuse(kind: ChangeKind, reasons: tuple[Reason, ...]) -> None:
    """``Refused`` with all reasons, if there are any."""
    if reasons:
        raise Refused("change_refused", change=kind, reasons=reasons)


def role_in(actor: Actor, kind: ChangeKind) -> Role | None:
    """The role in which the person may ask for changes of a kind."""
    asker = c.asker_of(kind)
    return asker if actor.post_as(asker) else None


def tell(
    uow: UnitOfWork, platform: Platform, actor: Actor, change: c.ChangeRequest, what: str, role: Role | None
) -> None:
    """The trace of a change: its number, kind and reason, never a password."""
    data = {"number": change.number, "kind": change.kind, "reason": change.reason, "note": change.note}
    record(uow, platform, actor, f"change.{what}", object_id=change.id, role=role, data=data)
