"""The trace: what audit costs a write, and what verification costs beside a bare chain over the same bytes."""

import hashlib
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from datetime import UTC, datetime
from functools import partial
from itertools import count
from pathlib import Path

from bench.pairs import Bench, expect_equal
from contract_platform import bootstrap
from contract_platform.application.export_trace import export_trace
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.sequence_trace import sequence_trace
from contract_platform.application.trace import record
from contract_platform.domain.contract import Contract, Decision
from contract_platform.domain.followups import Task
from contract_platform.domain.people import Actor, Person, Post, Unit
from contract_platform.domain.vocabulary import Role, State
from contract_platform.settings import load
from contract_platform.trace_verifier import verify
from storage.database.migrate import upgrade
from tests.services import postgres
from tests.services.processes import ServerMissingError

NOW = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
HANDLER = Post(id="post", person_id="p", unit_id="u", role=Role.HANDLER, valid_from=NOW.date())
ACTOR = Actor(person_id="p", name="林知远", posts=(HANDLER,), session="0" * 64, address="10.1.2.3")
SUBMITTED = {"from": State.DRAFTING, "to": State.UNIT_REVIEW, "reason": "材料齐全，请审查"}
CLIENTS = 8
PAUSE = 0.5  # seconds between two rounds of sealing, as in the product


def benches(folder: Path, entries: int, writes: int) -> tuple[list[Bench], Callable[[], None]]:
    """Verification of ``entries``, ``writes`` of each client on PostgreSQL, and what ends the server."""
    found, server = [verification(folder, entries)], ExitStack()
    try:
        cluster = server.enter_context(postgres.cluster())
    except ServerMissingError as missing:
        sys.stderr.write(f"audited_write is left out: {missing}\n")
    else:
        found.append(audited_write(opened(folder / "audited", cluster.url(cluster.create())), writes))
    return found, server.close


def opened(folder: Path, url: str = "") -> Platform:
    """A platform with one unit and one person."""
    settings = load({"DATA_DIR": str(folder), "DATABASE_URL": url})
    upgrade(settings.database_url)
    platform = bootstrap.build(settings)
    with platform.unit_of_work() as uow:
        uow.units.add(Unit(id="u", name="望澜区大数据管理局", short_name="区大数据局", kind="BUREAU"))
        uow.people.add(Person(id="p", username="chengban", name="林知远", password_hash="-"))  # noqa: S106 - nobody signs in
    return platform


def verification(folder: Path, entries: int) -> Bench:
    """The whole verifier over an export, beside one hash an entry over the same file."""
    platform = opened(folder / "traced")
    with platform.unit_of_work() as uow:
        for number in range(entries):
            happen(uow, platform, number)
    export = export_trace(platform, folder / "export").path
    lines = export / "events.jsonl"
    return Bench(
        name="trace_verification",
        bare_is="hashlib: SHA-256 of the hash before and the line, for every line of the same file",
        equal="all entries read, nothing found wrong",
        ours=partial(verify, export),
        bare=partial(bare_chain, lines),
        same=lambda: expect_equal("entries", verified(export), bare_chain(lines)),
        repeats=7,
    )


def happen(uow: UnitOfWork, platform: Platform, number: int) -> None:
    """Ten entries a contract: its registration, four decisions with a row of their own, five readings."""
    key, turn = f"{number // 10:032}", number % 10
    if turn == 0:
        uow.contracts.add(contract(key))
    elif turn % 2 == 0:
        uow.decisions.add(decision(platform.new_id(), key))
    type_ = "contract.registered" if turn == 0 else "analysis.finished" if turn % 2 else "contract.submit"
    audit(uow, platform, key, type_)


def verified(export: Path) -> int:
    """How many entries were found to be in order."""
    report = verify(export)
    expect_equal("problems", report.problems, [])
    return report.entries


def bare_chain(file: Path) -> int:
    """Chain the lines of a file; returns how many."""
    head, number = bytes(32), 0
    with file.open("rb") as lines:
        for line in lines:
            head = hashlib.sha256(head + line).digest()
            number += 1
    return number


def audited_write(platform: Platform, writes: int) -> Bench:
    """Eight clients submit contracts while the trace is sealed beside them, beside the same without any trace."""
    runs = count()
    ours, bare = (partial(submissions, platform, runs, writes, audited=audited) for audited in (True, False))
    return Bench(
        name="audited_write",
        bare_is="the same transactions of eight clients on PostgreSQL without events and without sealing",
        equal="as many contracts submitted; on our side each has its sealed event",
        ours=ours,
        bare=bare,
        same=lambda: expect_equal("writes", ours(), bare()),
        repeats=3,
    )


def submissions(platform: Platform, runs: Iterator[int], writes: int, *, audited: bool) -> int:
    """Submit; with audit everything is sealed at the end. Returns how many contracts were submitted and sealed."""
    run, chain = next(runs), platform.trace.chain
    keys = [[f"{run}-{client}-{number}" for number in range(writes)] for client in range(CLIENTS)]
    before, ended = chain.last(), threading.Event()
    with ThreadPoolExecutor(CLIENTS + 1) as pool:
        sealing = pool.submit(seal, platform, ended) if audited else None
        for client in [pool.submit(submit, platform, mine, audited=audited) for mine in keys]:
            client.result()
        ended.set()
        if sealing is None:
            return CLIENTS * writes
        sealing.result()
    after = chain.last()
    return (after.seq if after else 0) - (before.seq if before else 0)


def seal(platform: Platform, ended: threading.Event) -> None:
    """Rounds as in the product, and a last one."""
    while not ended.wait(PAUSE):
        sequence_trace(platform)
    sequence_trace(platform)


def submit(platform: Platform, keys: list[str], *, audited: bool) -> None:
    """One client: the rows of an act, each in a transaction of its own."""
    for key in keys:
        with platform.unit_of_work() as uow:
            uow.contracts.add(contract(key))
            uow.decisions.add(decision(key, key))
            uow.tasks.add(task(key))
            if audited:
                audit(uow, platform, key, "contract.submit")


def audit(uow: UnitOfWork, platform: Platform, key: str, type_: str) -> None:
    """The event of an act, as use cases record it."""
    record(uow, platform, ACTOR, type_, object_id=key, contract_id=key, role=Role.HANDLER, data=SUBMITTED)


def contract(key: str) -> Contract:
    """A contract in its unit's review."""
    return Contract(
        id=key,
        state=State.UNIT_REVIEW,
        name="政务档案数字化加工服务合同",
        handling_unit_id="u",
        signing_body_id="u",
        handler_id="p",
        created_at=NOW,
        updated_at=NOW,
        secrecy_declared=True,
        amount_fen=30_000_000,
    )


def decision(key: str, contract_id: str) -> Decision:
    """Its submission."""
    return Decision(
        id=key,
        contract_id=contract_id,
        round=1,
        action="submit",
        source=State.DRAFTING,
        target=State.UNIT_REVIEW,
        person_id="p",
        role=Role.HANDLER,
        at=NOW,
    )


def task(key: str) -> Task:
    """The task that follows."""
    return Task(
        id=key,
        contract_id=key,
        role=Role.UNIT_LEGAL,
        unit_id="u",
        person_id=None,
        state=State.UNIT_REVIEW,
        subject="contract",
        subject_id=key,
        opened_at=NOW,
    )
