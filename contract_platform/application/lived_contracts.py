"""The contracts of the last year as a profile can be asked about them; of what they say only what routing looks at."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import TypeVar

from contract_platform.application.clocks import RECEIPTS
from contract_platform.application.policy_of_contract import case_of, profile_of
from contract_platform.application.ports import Platform, Repository, UnitOfWork
from contract_platform.domain.contract import Clock, Contract, Decision
from contract_platform.domain.deadlines import SHANGHAI, received_on
from contract_platform.domain.followups import Filing
from contract_platform.domain.opinion import Opinion
from contract_platform.domain.records import Record
from contract_platform.domain.vocabulary import SuspensionReason
from contract_platform.policy.consequences import Lived, Pause, Ran, Serial
from contract_platform.policy.profile import PolicyProfile

CHUNK = 200
STOPPING = {"request_supplement": SuspensionReason.SUPPLEMENT, "consult": SuspensionReason.CONSULTATION}
SUBMITTING = frozenset({"submit", "re_review"})
T = TypeVar("T", Clock, Decision, Filing, Opinion)


class History(Record, frozen=True, kw_only=True):
    """What happened to one contract."""

    decisions: Sequence[Decision]
    clocks: Sequence[Clock]
    opinions: Sequence[Opinion]
    filings: Sequence[Filing]


def lived_contracts(uow: UnitOfWork, platform: Platform, since: datetime) -> Iterator[tuple[Contract, Lived]]:
    """The contracts opened since an instant, oldest first."""
    ids = platform.queries.opened_since(since)
    for start in range(0, len(ids), CHUNK):
        chunk = ids[start : start + CHUNK]
        histories = histories_of(uow, chunk)
        for contract in uow.contracts.find(id=chunk):
            yield contract, lived(uow, platform, contract, histories[contract.id])


def histories_of(uow: UnitOfWork, ids: tuple[str, ...]) -> dict[str, History]:
    """What happened to each of some contracts."""
    decisions, clocks = by_contract(uow.decisions, ids), by_contract(uow.clocks, ids)
    opinions, filings = by_contract(uow.opinions, ids), by_contract(uow.filings, ids)
    return {
        key: History(decisions=decisions[key], clocks=clocks[key], opinions=opinions[key], filings=filings[key])
        for key in ids
    }


def by_contract(rows: Repository[T], ids: tuple[str, ...]) -> dict[str, list[T]]:
    """The rows of some contracts, by contract."""
    found: dict[str, list[T]] = defaultdict(list)
    for row in rows.find(contract_id=ids):
        found[row.contract_id].append(row)
    return found


def lived(uow: UnitOfWork, platform: Platform, contract: Contract, history: History) -> Lived:
    """One contract with its history."""
    profile = profile_of(platform, contract)
    submitted = [made.at for made in history.decisions if made.action in SUBMITTING]
    issued = [local_day(one.issued_at) for one in history.opinions if one.issued_at is not None]
    newest = {clock.name: clock for clock in sorted(history.clocks, key=lambda clock: clock.started_on)}
    return Lived(
        awarded=contract.award_notice_date is not None,
        case=case_of(uow, contract),
        submitted_at=max(submitted, default=None),
        clocks=tuple(ran(platform, profile, clock, history.decisions) for clock in newest.values()),
        opinion_on=max(issued, default=None),
        signed_on=contract.sign_date,
        serials=dict(serials(profile, contract, history)),
    )


def ran(platform: Platform, profile: PolicyProfile, clock: Clock, decisions: Sequence[Decision]) -> Ran:
    """A clock with what it was started by and why it stood still."""
    period = profile.clocks.get(clock.name)
    return Ran(
        name=clock.name,
        started_on=clock.started_on,
        received_at=receipt_of(platform, profile, clock, decisions) if clock.name in RECEIPTS else None,
        extended=period is not None and clock.days > period.days,
        pauses=tuple(Pause(first=first, last=last, why=why(first, decisions)) for first, last in clock.suspensions),
    )


def receipt_of(
    platform: Platform, profile: PolicyProfile, clock: Clock, decisions: Sequence[Decision]
) -> datetime | None:
    """The instant of the act by which something was received on the clock's first day, where it is known."""
    calendar, cut_off = platform.calendar, profile.cut_off
    fitting = (made.at for made in decisions if received_on(calendar, made.at, cut_off) == clock.started_on)
    return max(fitting, default=None)


def why(day: date, decisions: Sequence[Decision]) -> SuspensionReason | None:
    """For what somebody waited from a day on."""
    on_day = (made.action for made in decisions if local_day(made.at) == day)
    return next((STOPPING[action] for action in on_day if action in STOPPING), None)


def serials(profile: PolicyProfile, contract: Contract, history: History) -> Iterator[tuple[str, Serial]]:
    """Year and counter of each number the contract bears."""
    given = {
        "contract": contract.contract_no,
        "review": contract.review_no,
        "opinion": next((one.number for one in reversed(history.opinions) if one.number), None),
        "filing": next((one.number for one in history.filings if one.number), None),
    }
    for kind, number in given.items():
        serial = profile.template(kind).read(number) if number else None
        if serial is not None:
            yield kind, serial


def local_day(instant: datetime) -> date:
    """The legal date of an instant."""
    return instant.astimezone(SHANGHAI).date()
