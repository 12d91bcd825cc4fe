"""Rows of an old ledger become contracts: marked as older than the platform, filed nowhere, watched from now on."""

from collections.abc import Callable, Iterable
from hashlib import sha256
from typing import Any, Final

import msgspec

from contract_platform.application.due_days import due_fields
from contract_platform.application.headed_sheet import Found, Row, flaw_of
from contract_platform.application.historic_rows import direction_of, term_of
from contract_platform.application.open_filings import filings_due
from contract_platform.application.policy_of_contract import profile_at, routing_of
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.propose_obligations import TERM_END
from contract_platform.application.suggest_facts import side_of
from contract_platform.application.trace import record
from contract_platform.domain.contract import Contract, Decision, Party
from contract_platform.domain.followups import Obligation
from contract_platform.domain.machine import Reason
from contract_platform.domain.people import Actor, Person, Post, Unit
from contract_platform.domain.records import Record
from contract_platform.domain.relations import units_of
from contract_platform.domain.vocabulary import (
    Direction,
    ObligationKind,
    ObligationState,
    Origin,
    Role,
    State,
)

IMPORTED: Final = "由历史台账导入"
NO_AMOUNT: Final = "历史台账未载明金额"
REST: Final = "台账载明的未结清款项"
COUNTERPARTY: Final = "相对方"
IMPORTERS = frozenset({Role.HANDLER, Role.HANDLER_LEAD})


class Resolved(Record, frozen=True, kw_only=True):
    """A row with the unit that handles it and the officer who will."""

    row: Row
    unit: Unit
    handler: Person


Resolve = Callable[[Found, Row], Resolved | Reason]


def resolver(uow: UnitOfWork, platform: Platform, actor: Actor, unit_id: str | None) -> Resolve:
    """Finds unit and officer of a row among those the importer may import for, each looked up once."""
    posts = [post for post in actor.posts if post.role in IMPORTERS]
    reached = units_of(actor, posts)
    units = [unit for unit in uow.units.find(closed_on=None) if unit.id in reached]
    named = {word: unit for unit in units for word in (unit.short_name, unit.name)}
    usual = next((unit for unit in units if unit.id == (unit_id or posts[0].unit_id)), None)
    officers = officers_of(uow, platform)

    def resolve(found: Found, row: Row) -> Resolved | Reason:
        unit = named.get(row.get("unit", "")) if row.get("unit") else usual
        if unit is None:
            return flaw_of("row_unit_unknown", found, row.number, "unit", value=row.get("unit", ""))
        fit = [person for person, held in officers if unit.id in held]
        wanted = row.get("handler")
        if wanted:
            fit = [person for person in fit if wanted in {person.name, person.username}]
        else:
            fit = [person for person in fit if person.id == actor.person_id]
        if len(fit) != 1:
            return flaw_of(
                "row_handler_unknown", found, row.number, "handler", value=wanted or "", unit=unit.short_name
            )
        return Resolved(row=row, unit=unit, handler=fit[0])

    return resolve


def officers_of(uow: UnitOfWork, platform: Platform) -> list[tuple[Person, frozenset[str]]]:
    """Officers in office today with the units whose contracts they may handle."""
    today = platform.clock.today()
    below = children(uow)
    held: dict[str, set[str]] = {}
    for post in uow.posts.find(role=Role.HANDLER):
        if post.held_on(today):
            held.setdefault(post.person_id, set()).update(subtree(below, post))
    people = {person.id: person for person in uow.people.find(disabled=False)}
    return [(people[key], frozenset(units)) for key, units in held.items() if key in people]


def children(uow: UnitOfWork) -> dict[str | None, list[str]]:
    """Units by the unit above."""
    found: dict[str | None, list[str]] = {}
    for unit in uow.units.find():
        found.setdefault(unit.parent_id, []).append(unit.id)
    return found


def subtree(below: dict[str | None, list[str]], post: Post) -> set[str]:
    """A post's unit and everything below it."""
    found, waiting = set(), [post.unit_id]
    while waiting:
        unit = waiting.pop()
        if unit not in found:
            found.add(unit)
            waiting += below.get(unit, [])
    return found


def identities(uow: UnitOfWork, unit_ids: Iterable[str]) -> frozenset[tuple[Any, ...]]:
    """What is in the ledger already of these units: number, name, parties, day."""
    there = (contract for unit in sorted(unit_ids) for contract in uow.contracts.find(handling_unit_id=unit))
    return frozenset(
        (
            one.paper_no or one.contract_no or "",
            one.name,
            tuple(sorted(party.name for party in one.parties if party.role == COUNTERPARTY or party.side != "gov")),
            one.sign_date,
        )
        for one in there
        if one.sign_date is not None
    )


def enter_historic(
    uow: UnitOfWork, platform: Platform, actor: Actor, entries: tuple[Resolved, ...], *, filename: str, rows: int
) -> None:
    """Enter them all in the caller's commit, with one entry of the trace for the import and one for each contract."""
    import_id, post = platform.new_id(), importing_post(actor)
    contracts = [contract_of(uow, platform, entry) for entry in entries]
    uow.contracts.add_all(contracts)
    uow.filings.add_all([filing for one in contracts for filing in filings_due(platform, one)])
    uow.obligations.add_all(
        [
            owed
            for one, entry in zip(contracts, entries, strict=True)
            for owed in obligations_of(platform, one, entry.row)
        ]
    )
    uow.decisions.add_all([decision_of(platform, actor, post, one) for one in contracts])
    for one, entry in zip(contracts, entries, strict=True):
        about = {"import": import_id, "row": entry.row.number, "sign_date": one.sign_date, "to": one.state}
        record(
            uow,
            platform,
            actor,
            "contract.imported",
            object_id=one.id,
            contract_id=one.id,
            role=post.role,
            data={**about, "origin": one.origin, "reason": IMPORTED},
        )
    told = {"filename": filename, "rows": rows, "imported": len(contracts), "content": digest(entries)}
    record(uow, platform, actor, "ledger.imported", object_id=import_id, role=post.role, data=told)


def importing_post(actor: Actor) -> Post:
    """The post in which somebody imports: an officer's before a head's, one's own before a lent one."""
    held = [post for post in actor.posts if post.role in IMPORTERS]
    return min(held, key=lambda post: (post.role != Role.HANDLER, post.person_id != actor.person_id))


def digest(entries: tuple[Resolved, ...]) -> str:
    """A hash over what was imported, so that the same rows can be recognised again."""
    text = "\n".join(repr(sorted(entry.row.values.items())) for entry in entries)
    return sha256(text.encode()).hexdigest()


def contract_of(uow: UnitOfWork, platform: Platform, entry: Resolved) -> Contract:
    """The record of a row, under the rules that were in force when it was signed."""
    row, now = entry.row, platform.clock.now()
    first, last = term_of(row)
    contract = Contract(
        id=platform.new_id(),
        state=State(row.get("state", State.PERFORMING)),
        name=row.values["name"],
        handling_unit_id=entry.unit.id,
        signing_body_id=entry.unit.id,
        handler_id=entry.handler.id,
        created_at=now,
        updated_at=now,
        secrecy_declared=True,
        category=row.get("category", "16"),
        direction=direction_of(row),
        amount_fen=row.get("amount"),
        amount_reason=None if row.get("amount") is not None else NO_AMOUNT,
        parties=parties_of(entry),
        procurement_method=row.get("method"),
        term_start=first,
        term_end=last,
        sign_date=row.values["sign_date"],
        profile=profile_at(platform, row.values["sign_date"]).key,
        facts_confirmed=True,
        origin=Origin.HISTORIC,
        paper_no=row.get("paper_no"),
        earlier_review=row.get("review"),
    )
    routing = routing_of(uow, platform, contract)
    return msgspec.structs.replace(contract, tier=routing.tier, tier_rule=f"{routing.rule}（{routing.basis}）")


def parties_of(entry: Resolved) -> tuple[Party, ...]:
    """Our unit and the others, each with its code where the row gives one."""
    codes = entry.row.get("uscc", ())
    others = tuple(
        Party(
            role=COUNTERPARTY,
            name=name,
            uscc=codes[at] if at < len(codes) else None,
            side=side_of(name) if len(entry.row.values["parties"]) > 1 else "counter",
        )
        for at, name in enumerate(entry.row.values["parties"])
    )
    return (Party(role="承办单位", name=entry.unit.name, side="gov"), *others)


def obligations_of(platform: Platform, contract: Contract, row: Row) -> Iterable[Obligation]:
    """What is still to be done of a contract that is being performed: the rest of the money, and its end."""
    if contract.state != State.PERFORMING:
        return
    receivable = contract.direction == Direction.RECEIVABLE
    kind = ObligationKind.COLLECTION if receivable else ObligationKind.PAYMENT
    if row.get("unpaid") or row.get("next_due"):
        yield Obligation(
            id=platform.new_id(),
            contract_id=contract.id,
            kind=kind,
            side="theirs" if receivable else "ours",
            content=REST,
            state=ObligationState.PLANNED,
            **due_fields(platform, kind, row.get("next_due")),
            amount_fen=row.get("unpaid"),
        )
    if contract.term_end is not None:
        yield Obligation(
            id=platform.new_id(),
            contract_id=contract.id,
            kind=ObligationKind.TERM_END,
            side="ours",
            content=TERM_END,
            state=ObligationState.PLANNED,
            **due_fields(platform, ObligationKind.TERM_END, contract.term_end),
        )


def decision_of(platform: Platform, actor: Actor, post: Post, contract: Contract) -> Decision:
    """Who entered it."""
    return Decision(
        id=platform.new_id(),
        contract_id=contract.id,
        round=contract.round,
        action="register_existing",
        source=contract.state,
        target=contract.state,
        person_id=actor.person_id,
        role=post.role,
        at=platform.clock.now(),
        reason=IMPORTED,
        acted_for=post.person_id if post.person_id != actor.person_id else None,
    )
