"""THE place where a new operation gets its request: how to ask so that everything but the right to it is in order.

Add one entry per operation id (several where it has several acts). What the API needs in path, headers and success
status is read from the description; an entry says what cannot be read there: the stage of the contract at which it is
possible, the body, and in which states of the contract the operation takes anything. ``oracle.py`` computes the
expected status of every role and standing from the access table; an operation about something else than a contract
says in ``expects`` what it depends on.
"""

from collections.abc import Callable
from typing import Any

import msgspec

from contract_platform.domain import totp
from contract_platform.domain.alert import ALERT
from contract_platform.domain.credentials import ADMINISTRATORS
from contract_platform.domain.filing import FILING
from contract_platform.domain.lifecycle import LIFECYCLE
from contract_platform.domain.machine import Machine
from contract_platform.domain.obligation import OBLIGATION
from contract_platform.domain.vocabulary import Role, State
from tests.security.staff import PASSWORD, TOTP_SECRET, Member, Place, key
from tests.security.stages import Bundle
from tests.security.world import World

TODAY = "2026-03-04"
Body = Callable[[World, Bundle], Any]
S = State


class Factory(msgspec.Struct, frozen=True, kw_only=True):
    """One kind of request of an operation.

    ``children`` picks a child by its state ("filing_id": "RECEIVED-DUE"), ``paths`` gives path parameters that are no
    ids of the world. ``machine`` with ``act`` is the table that decides about the act; ``states`` are the contract's
    states in which an operation without a table is possible, None for all. ``refuses`` are roles whom a guard of the
    table refuses (409) although the row is theirs.
    """

    act: str = ""
    stage: str = S.UNDER_REVIEW
    children: dict[str, str] = {}
    paths: dict[str, str] = {}
    query: dict[str, str] = {}
    body: Body | None = None
    content: bytes = b""
    machine: Machine | None = None
    states: frozenset[State] | None = None
    refuses: frozenset[Role] = frozenset()
    expects: Callable[[World, Member], int | None] | None = None


def given(**fields: Any) -> Body:
    """A body that is the same for every contract."""
    return lambda _world, _bundle: fields


def act(name: str, stage: str, **fields: Any) -> Factory:
    """An act of the contract's table."""
    return Factory(act=name, stage=stage, machine=LIFECYCLE, body=given(action=name, **fields))


def beside(
    machine: Machine, name: str, child: tuple[str, str], refuses: frozenset[Role] = frozenset(), **fields: Any
) -> Factory:
    """An act on something beside the main line, of a contract that is being performed."""
    parameter, state = child
    return Factory(
        act=f"{name} {state}",
        stage=S.PERFORMING,
        machine=machine,
        children={parameter: state},
        body=given(action=name, **fields),
        refuses=refuses,
    )


def facts(_world: World, bundle: Bundle) -> dict[str, Any]:
    """Facts to confirm."""
    return {
        "name": bundle.contract.name, "category": "05", "rule_class": "SERVICE", "direction": "PAYABLE",
        "signing_body_id": bundle.contract.signing_body_id, "amount_fen": 100,
    }  # fmt: skip


def signatures(_world: World, bundle: Bundle) -> dict[str, Any]:
    """Every party signs today."""
    signed = [{"party": one.name, "signatory": "代表", "signed_on": TODAY} for one in bundle.contract.parties]
    return {"action": "sign", "signatures": signed}


def evidence(_world: World, bundle: Bundle) -> dict[str, Any]:
    """Performance reported with a file of the same contract."""
    return {"action": "report", "done_on": TODAY, "evidence_version_id": bundle.ids["version_id"]}


def code(world: World, _bundle: Bundle) -> dict[str, Any]:
    """A code of the second factor everybody has."""
    return {"code": totp.code_at(TOTP_SECRET, totp.step_at(world.platform.clock.now()))}


def both_factors(world: World, bundle: Bundle) -> dict[str, Any]:
    """Password and code."""
    return {"password": PASSWORD, **code(world, bundle)}


def administrators_keep_theirs(_world: World, who: Member) -> int | None:
    """An administrator's second factor cannot be turned off."""
    return CONFLICT if who.roles() & ADMINISTRATORS else None


READ = (Factory(),)
SOMEBODY = {"person_id": "expired"}
ABSENT, CONFLICT, UNAUTHENTICATED = 404, 409, 401
EDITABLE = frozenset({S.DRAFTING, S.AMENDING, S.SUPPLEMENTING})
UNFINISHED = frozenset(S) - {S.ARCHIVED, S.WITHDRAWN, S.ABANDONED, S.NOT_ACCEPTED}
UPLOAD = {"filename": "合同.txt", "secrecy_declared": "true"}
TEXT = "保洁服务合同\n甲方：望澜区甲局\n".encode()
ISSUES = {"conclusion": "APPROVE", "body": "同意", "items": []}

FACTORIES: dict[str, tuple[Factory, ...]] = {
    "session.read": READ,
    "session.delete": READ,
    "session.create": (Factory(body=given(username=key(Role.HANDLER, Place.NAMED), password=PASSWORD)),),
    "session.ways": READ,
    "session.keep": READ,
    "session.prove": (Factory(body=code),),
    "provider.begin": (Factory(expects=lambda _world, _who: ABSENT),),
    "provider.finish": (Factory(body=given(code="c", state="s"), expects=lambda _world, _who: UNAUTHENTICATED),),
    "account.read": READ,
    "password.change": (Factory(body=given(current=PASSWORD, new="Qinghe-Bridge-2047")),),
    "totp.begin": (Factory(body=given(password=PASSWORD)),),
    "totp.confirm": (Factory(body=code),),
    "totp.remove": (Factory(body=both_factors, expects=administrators_keep_theirs),),
    "recovery_codes.renew": (Factory(body=code),),
    "password.reset": (Factory(paths=SOMEBODY),),
    "password.unlock": (Factory(paths=SOMEBODY),),
    "totp.reset": (Factory(paths=SOMEBODY),),
    "health.read": READ,
    "reference.read": READ,
    "event.stream": READ,
    "event.poll": READ,
    "person.list": (Factory(query={"role": Role.BUREAU_REVIEWER}),),
    "task.list": READ,
    "overview.read": READ,
    "contract.list": READ,
    "contract.create": (Factory(query=UPLOAD, content=TEXT),),
    "contract.read": (Factory(), Factory(act="at drafting", stage=S.DRAFTING)),
    "contract.update": (Factory(stage=S.DRAFTING, body=facts, states=EDITABLE),),
    "contract.suggestion": READ,
    "contract.precheck": READ,
    "contract.timeline": READ,
    "contract.act": (
        act("submit", S.DRAFTING),
        act("withdraw", S.DRAFTING, reason="撤件"),
        act("pass", S.UNIT_REVIEW),
        act("forward", S.FORWARDING),
        act("accept", S.SUBMITTED, reviewer_id=key(Role.BUREAU_REVIEWER, Place.COLLEAGUE)),
        act("propose", S.UNDER_REVIEW, **ISSUES),
        act("sign_off", S.SIGNING_OFF),
        act("decide", S.AWAITING_DECISION, passed=True),
        act("use_seal", S.READY_TO_SIGN, sealed_on=TODAY),
        Factory(act="sign", stage="SIGNING_CONFIRMED", machine=LIFECYCLE, body=signatures),
        act("suspend", S.PERFORMING, reason="中止"),
        act("archive", S.COMPLETED),
    ),
    "signing.confirm": (Factory(stage=S.SIGNING, states=frozenset({S.SIGNING})),),
    "deadline.read": READ,
    "document.add": (
        Factory(act="draft", stage=S.DRAFTING, paths={"kind": "DRAFT"}, query=UPLOAD, content=TEXT, states=EDITABLE),
        Factory(act="attachment", paths={"kind": "ATTACHMENT"}, query=UPLOAD, content=TEXT, states=UNFINISHED),
    ),
    "version.read": READ,
    "version.content": (Factory(), Factory(act="at drafting", stage=S.DRAFTING)),
    "version.reread": READ,
    "analysis.read": READ,
    "finding.judge": (Factory(body=given(verdict="adopted")),),
    "remark.list": READ,
    "remark.create": (Factory(body=given(start=0, end=2, text="批注")),),
    "remark.reply": (Factory(body=given(text="答复")),),
    "remark.resolve": READ,
    "filing.act": (
        beside(FILING, "file", ("filing_id", "RECEIVED-DUE")),
        beside(FILING, "accept_filing", ("filing_id", "RECEIVED-FILING_SUBMITTED")),
        beside(FILING, "register", ("filing_id", "REGISTERED-DUE"), number="公1", done_on=TODAY),
    ),
    "obligation.create": (
        Factory(stage=S.PERFORMING, body=given(kind="PAYMENT", side="ours", content="支付", due_on=TODAY)),
    ),
    "obligation.act": (
        beside(OBLIGATION, "confirm", ("obligation_id", "PROPOSED")),
        msgspec.structs.replace(beside(OBLIGATION, "report", ("obligation_id", "DUE")), body=evidence),
        beside(OBLIGATION, "accept", ("obligation_id", "EVIDENCED")),
        beside(OBLIGATION, "waive", ("obligation_id", "DUE"), note="免除"),
    ),
    "alert.list": READ,
    "alert.act": (
        beside(ALERT, "acknowledge", ("alert_id", "REVIEW-RAISED")),
        beside(ALERT, "acknowledge", ("alert_id", "OBLIGATION-RAISED"), frozenset({Role.BUREAU_REVIEWER})),
        beside(ALERT, "close", ("alert_id", "FILING-DISPOSED")),
    ),
}

FOREIGN_FIELDS: dict[tuple[str, str], str] = {
    ("contract.act", "reviewer_id"): "a person; checked to hold the reviewer's post",
    ("contract.update", "signing_body_id"): "a unit; any unit may sign",
    ("filing.act", "evidence_version_id"): "file",
    ("obligation.act", "evidence_version_id"): "file",
}
"""Fields of bodies that name another record: ``file`` must belong to the same contract, others say why not."""
