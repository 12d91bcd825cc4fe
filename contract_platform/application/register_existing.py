"""补录: what was signed before the platform, in an emergency or without review is entered, with its reason and mark.

Nothing refuses it for being late. The signed copy is uploaded and read like every text; the officer confirms the facts
read from it (``confirm_facts``), and then the route it should have taken is known.
"""

from datetime import date
from pathlib import Path

import msgspec

from contract_platform.application.effects import number_for
from contract_platform.application.go_live import is_of_old_stock
from contract_platform.application.late_alerts import alert_at_once, alert_unreviewed
from contract_platform.application.once import once
from contract_platform.application.open_filings import open_filings
from contract_platform.application.policy_of_contract import profile_at
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.read_contract import detail
from contract_platform.application.store_file import StoredFile, new_version, store_file
from contract_platform.application.tasks_of_contract import retask, retask_entry
from contract_platform.application.trace import record
from contract_platform.application.views import ContractDetail
from contract_platform.domain.contract import Contract, Decision
from contract_platform.domain.document import Document
from contract_platform.domain.errors import Forbidden, Invalid, Refused
from contract_platform.domain.guards import Circumstances
from contract_platform.domain.lifecycle import LIFECYCLE
from contract_platform.domain.people import Actor, Post
from contract_platform.domain.records import Record
from contract_platform.domain.vocabulary import DocumentKind, Origin, Role, State, Tier

ENTERED_AS = tuple(State(row.target) for row in LIFECYCLE.rows(None, "register_existing"))
SIGNED_COPY = "签署件"


class ExistingContract(Record, frozen=True, kw_only=True):
    """What is said of a contract that exists already.

    ``state``: being performed, completed or terminated. ``earlier_review``: number or description of a review it had
    outside the platform, "" where it had none. ``paper_no``: the number it bears.
    """

    origin: Origin
    state: State
    sign_date: date
    reason: str
    secrecy_declared: bool
    earlier_review: str = ""
    paper_no: str = ""
    unit_id: str | None = None


def register_existing(
    platform: Platform,
    actor: Actor,
    entry: ExistingContract,
    *,
    file: Path,
    filename: str,
    idempotency_key: str | None = None,
) -> ContractDetail:
    """Enter it with its signed copy; ``Invalid`` for what no signed contract can be."""
    check(platform, entry)
    post = handler_post(actor, entry.unit_id)
    stored = store_file(platform, file, filename)
    with platform.unit_of_work() as uow:
        return once(
            uow,
            platform,
            actor,
            "contract.register_existing",
            idempotency_key,
            ContractDetail,
            lambda: _enter(uow, platform, actor, entry, stored, post),
        )


def check(platform: Platform, entry: ExistingContract) -> None:
    """What has to be true of every contract that has been signed."""
    if entry.origin == Origin.PLATFORM:
        raise Invalid("origin_missing")
    if entry.state not in ENTERED_AS:
        raise Invalid("entered_state_unknown", states=ENTERED_AS)
    if entry.sign_date > platform.clock.today():
        raise Invalid("sign_date_ahead", day=entry.sign_date.isoformat())


def handler_post(actor: Actor, unit_id: str | None) -> Post:
    """The post in which somebody enters contracts of a unit; one's own before a lent one."""
    held = [post for post in actor.posts if post.role == Role.HANDLER and unit_id in (None, post.unit_id)]
    posts = sorted(held, key=lambda post: post.person_id != actor.person_id)
    if not posts:
        raise Forbidden("not_a_handler")
    return posts[0]


def _enter(
    uow: UnitOfWork, platform: Platform, actor: Actor, entry: ExistingContract, file: StoredFile, post: Post
) -> ContractDetail:
    away = post.person_id if post.person_id != actor.person_id else None
    contract = entered(platform, entry, name=Path(file.filename).stem, post=post)
    allow(platform, actor, contract, entry.reason, away)
    uow.contracts.add(numbered(uow, platform, contract))
    contract = uow.contracts.get(contract.id)
    document = Document(id=platform.new_id(), contract_id=contract.id, kind=DocumentKind.SIGNED, title=SIGNED_COPY)
    uow.documents.add(document)
    note_entry(uow, platform, actor, contract, entry.reason, away)
    _, version = new_version(uow, platform, actor, document, file, role=Role.HANDLER, acted_for=away)
    contract = uow.contracts.save(msgspec.structs.replace(contract, signed_version_id=version.id))
    open_filings(uow, platform, actor, contract)
    retask(uow, platform, actor, contract)
    retask_entry(uow, platform, actor, contract)
    alert_unreviewed(uow, platform, contract)
    alert_at_once(uow, platform, contract)
    return detail(uow, platform, actor, contract)


def entered(platform: Platform, entry: ExistingContract, *, name: str, post: Post) -> Contract:
    """The record, under the rules that were in force when it was signed."""
    now = platform.clock.now()
    return Contract(
        id=platform.new_id(),
        state=entry.state,
        name=name,
        handling_unit_id=post.unit_id,
        signing_body_id=post.unit_id,
        handler_id=post.person_id,
        created_at=now,
        updated_at=now,
        secrecy_declared=entry.secrecy_declared,
        sign_date=entry.sign_date,
        profile=profile_at(platform, entry.sign_date).key,
        origin=entry.origin,
        paper_no=entry.paper_no.strip() or None,
        earlier_review=entry.earlier_review.strip() or None,
    )


def allow(platform: Platform, actor: Actor, contract: Contract, reason: str, acted_for: str | None) -> None:
    """Ask the table's row; ``Refused`` with every reason."""
    row = next(row for row in LIFECYCLE.rows(None, "register_existing") if row.target == contract.state)
    facts = Circumstances(
        contract=contract,
        actor_id=actor.person_id,
        acted_for=acted_for,
        today=platform.clock.today(),
        tier=Tier.ORDINARY,
        role=Role.HANDLER,
        reason=reason,
    )
    if reasons := LIFECYCLE.obstacles(row, facts):
        raise Refused("action_refused", action=row.action, reasons=reasons)


def numbered(uow: UnitOfWork, platform: Platform, contract: Contract) -> Contract:
    """What was signed while the platform was there gets its number late; older contracts keep the one they bear."""
    if is_of_old_stock(platform, contract):
        return contract
    return msgspec.structs.replace(contract, contract_no=number_for(uow, platform, contract, "contract"))


def note_entry(
    uow: UnitOfWork, platform: Platform, actor: Actor, contract: Contract, reason: str, acted_for: str | None
) -> None:
    """The decision and the trace of an entry."""
    decided = Decision(
        id=platform.new_id(),
        contract_id=contract.id,
        round=contract.round,
        action="register_existing",
        source=contract.state,
        target=contract.state,
        person_id=actor.person_id,
        role=Role.HANDLER,
        at=platform.clock.now(),
        reason=reason.strip(),
        acted_for=acted_for,
    )
    uow.decisions.add(decided)
    data = {
        "origin": contract.origin,
        "to": contract.state,
        "sign_date": contract.sign_date,
        "reason": reason.strip(),
        "earlier_review": contract.earlier_review or "",
        "secrecy_declared": contract.secrecy_declared,
    }
    record(
        uow,
        platform,
        actor,
        "contract.register_existing",
        object_id=contract.id,
        contract_id=contract.id,
        role=Role.HANDLER,
        acted_for=acted_for,
        data=data,
    )
