"""Handovers as pages show them, with what the reader may do; the pool, what waits for oneself, what one gave away."""

from contract_platform.application.offers import offers
from contract_platform.application.people_queries import HandoverFilter
from contract_platform.application.people_views import HandoverPage, HandoverView, Named
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.domain.access import acting_roles, units_asked
from contract_platform.domain.errors import Invalid
from contract_platform.domain.handover import HANDOVER, Handover, HandoverCircumstances
from contract_platform.domain.people import Actor
from contract_platform.domain.relations import scope_of
from contract_platform.domain.vocabulary import HandoverState, Role


def list_handovers(platform: Platform, actor: Actor, tab: str, *, after: str | None, limit: int) -> HandoverPage:
    """A page of handovers: ``pool`` of the reader's units, ``mine`` to take over, ``given`` away, ``ended`` ones."""
    wanted = filter_of(actor, tab)
    found, page = platform.queries.handovers(scope_of(actor), wanted, after=after, limit=limit)
    with platform.reading() as uow:
        rows = tuple(handover_view(uow, actor, one) for one in found)
    return HandoverPage(rows=rows, next=page.next, total=page.total, capped=page.capped)


def filter_of(actor: Actor, tab: str) -> HandoverFilter:
    """Which handovers a tab shows; the pool only to heads of units."""
    headed = units_asked(actor, "handover.assign") or frozenset()
    if tab == "pool":
        return HandoverFilter(states=(HandoverState.POOLED, HandoverState.ASSIGNED), unit_ids=tuple(sorted(headed)))
    if tab == "mine":
        return HandoverFilter(states=(HandoverState.ASSIGNED,), to_id=actor.person_id)
    if tab == "given":
        return HandoverFilter(from_id=actor.person_id)
    if tab == "ended":
        ended = (HandoverState.TAKEN_OVER, HandoverState.CANCELLED)
        return HandoverFilter(
            states=ended, unit_ids=tuple(sorted(headed)), to_id=actor.person_id, from_id=actor.person_id
        )
    raise Invalid("unknown_list", list=tab)


def handover_view(uow: UnitOfWork, actor: Actor, handover: Handover) -> HandoverView:
    """One handover with names."""
    contract = uow.contracts.get(handover.contract_id)
    roles: set[Role] = set()
    if acting_roles(actor, contract, "handover.assign"):
        roles.add(Role.HANDLER_LEAD)
    if any(post.role == Role.HANDLER for post in actor.posts):
        roles.add(Role.HANDLER)
    facts = HandoverCircumstances(
        handover=handover,
        contract=contract,
        actor_id=actor.person_id,
        acted_for=handover.from_id if handover.from_id in actor.absent() else None,
    )
    acts = offers(HANDOVER, handover.state, frozenset(roles), lambda _: facts)
    return HandoverView(
        id=handover.id,
        revision=handover.revision,
        contract_id=contract.id,
        contract_name=contract.name,
        contract_state=contract.state,
        unit=uow.units.get(handover.unit_id).short_name,
        cause=handover.cause,
        state=handover.state,
        origin=named(uow, handover.from_id),
        officer=named(uow, handover.to_id) if handover.to_id else None,
        opened_at=handover.opened_at,
        assigned_at=handover.assigned_at,
        ended_at=handover.ended_at,
        note=handover.note,
        actions=tuple(one for one in acts if one.enabled),
    )


def named(uow: UnitOfWork, person_id: str) -> Named:
    """A person by id and name."""
    return Named(id=person_id, name=uow.people.get(person_id).name)
