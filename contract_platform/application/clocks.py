"""Clocks of a contract: started, suspended and ended by the states they belong to, never by hand."""

from datetime import date

import msgspec

from contract_platform.application.policy_of_contract import profile_of
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.domain.contract import Clock, Contract
from contract_platform.domain.deadlines import Reckoned, received_on, reckon
from contract_platform.domain.lifecycle import BEFORE_SIGNING, PAUSES, clocks_in
from contract_platform.domain.vocabulary import State, SuspensionReason
from contract_platform.policy.calendar import Calendar

RECEIPTS = frozenset({"INTAKE", "REVIEW_UNIT"})
"""Periods of whoever receives a submission: what comes after the business cut-off counts from the next working day."""
AWARD = "SIGN_AFTER_AWARD"
EXTENSION = "REVIEW_EXTENSION"


def move_clocks(
    uow: UnitOfWork,
    platform: Platform,
    contract: Contract,
    target: State,
    why: SuspensionReason | None = None,
    *,
    back: bool = False,
) -> Contract:
    """Start, suspend, resume and end clocks for entering ``target``; the contract carries the review's due day.

    ``why`` is the reason for which a clock would stand still; it does where the profile says so, else it runs on.
    ``back``: the contract was taken back where it came from, so that its periods run on as if it had never left.
    """
    stops = why is not None and profile_of(platform, contract).suspension[why].on
    expected = expected_in(contract, target)
    running = running_clocks(uow, contract.id)
    for clock in running:
        if clock.name == AWARD and clock.name in expected:
            count_from_award(uow, platform, contract, clock)
        elif clock.name in expected:
            (unsuspend if back else resume)(uow, platform, clock)
        elif clock.name in PAUSES.get(target, frozenset()):
            if back:
                reopen_suspension(uow, platform, clock)
            elif stops:
                suspend(uow, platform, clock)
        else:
            uow.replace_clock(msgspec.structs.replace(clock, ended_on=platform.clock.today()))
    for name in sorted(expected - {clock.name for clock in running}):
        if not (back and run_on(uow, contract, name)):
            start(uow, platform, contract, name)
    return with_review_due(uow, contract)


def count_from_award(uow: UnitOfWork, platform: Platform, contract: Contract, clock: Clock) -> None:
    """The day of the award may have been corrected meanwhile."""
    day = contract.award_notice_date
    if day is not None and day != clock.started_on:
        uow.replace_clock(reckoned(platform, msgspec.structs.replace(clock, started_on=day)))


def end(uow: UnitOfWork, platform: Platform, contract: Contract, name: str) -> None:
    """End a clock that is to begin anew."""
    for clock in running_clocks(uow, contract.id):
        if clock.name == name:
            uow.replace_clock(msgspec.structs.replace(clock, ended_on=platform.clock.today()))


def run_on(uow: UnitOfWork, contract: Contract, name: str) -> bool:
    """Let the newest clock of a name run on as if it had not ended; False where there was none."""
    earlier = uow.clocks.find(contract_id=contract.id, name=name)
    if earlier:
        uow.replace_clock(msgspec.structs.replace(earlier[-1], ended_on=None))
    return bool(earlier)


def unsuspend(uow: UnitOfWork, platform: Platform, clock: Clock) -> None:
    """Count as if the suspension under way had not begun."""
    if is_suspended(clock):
        uow.replace_clock(reckoned(platform, msgspec.structs.replace(clock, suspensions=clock.suspensions[:-1])))


def reopen_suspension(uow: UnitOfWork, platform: Platform, clock: Clock) -> None:
    """Stand still as if the last suspension had not ended."""
    if clock.suspensions and not is_suspended(clock):
        *ended, (since, _) = clock.suspensions
        uow.replace_clock(reckoned(platform, msgspec.structs.replace(clock, suspensions=(*ended, (since, None)))))


def expected_in(contract: Contract, target: State) -> frozenset[str]:
    """The clocks that have to run in a state; the award's limit from submission to signature, where there was one."""
    of_acts = clocks_in(target) - {AWARD}
    return of_acts | {AWARD} if awaits_signature(contract, target) else of_acts


def awaits_signature(contract: Contract, state: State) -> bool:
    """Whether the limit that runs from an award presses: a first draft has not been sent yet."""
    sent = state in {*BEFORE_SIGNING, State.SIGNING} and (state != State.DRAFTING or contract.round > 1)
    return sent and contract.award_notice_date is not None


def running_clocks(uow: UnitOfWork, contract_id: str) -> list[Clock]:
    """The clocks that have not ended, suspended ones included."""
    return uow.clocks.find(contract_id=contract_id, ended_on=None)


def start(uow: UnitOfWork, platform: Platform, contract: Contract, name: str) -> None:
    """Begin a clock under the contract's profile."""
    period = profile_of(platform, contract).clock(name)
    clock = Clock(
        id=platform.new_id(),
        contract_id=contract.id,
        name=name,
        started_on=started_on(platform, contract, name),
        days=period.days,
        unit=period.unit,
        due_on=platform.clock.today(),
    )
    uow.clocks.add(reckoned(platform, clock))


def started_on(platform: Platform, contract: Contract, name: str) -> date:
    """The day of the event a period runs from; that day itself is not counted."""
    if name == AWARD and contract.award_notice_date is not None:
        return contract.award_notice_date
    if name in RECEIPTS:
        return received_on(platform.calendar, platform.clock.now(), profile_of(platform, contract).cut_off)
    return platform.clock.today()


def suspend(uow: UnitOfWork, platform: Platform, clock: Clock) -> None:
    """Stop counting from today."""
    if not is_suspended(clock):
        stopped = (*clock.suspensions, (platform.clock.today(), None))
        uow.replace_clock(reckoned(platform, msgspec.structs.replace(clock, suspensions=stopped)))


def resume(uow: UnitOfWork, platform: Platform, clock: Clock) -> None:
    """Count on from the next working day."""
    if is_suspended(clock):
        *ended, (since, _) = clock.suspensions
        resumed = (*ended, (since, platform.clock.today()))
        uow.replace_clock(reckoned(platform, msgspec.structs.replace(clock, suspensions=resumed)))


def extend(uow: UnitOfWork, platform: Platform, contract: Contract, name: str) -> None:
    """Lengthen a running clock by the profile's extension."""
    more = profile_of(platform, contract).clock(EXTENSION).days
    for clock in running_clocks(uow, contract.id):
        if clock.name == name:
            uow.replace_clock(reckoned(platform, msgspec.structs.replace(clock, days=clock.days + more)))


def is_suspended(clock: Clock) -> bool:
    """Whether the clock stands still now."""
    return bool(clock.suspensions) and clock.suspensions[-1][1] is None


def reckoning(platform: Platform, clock: Clock, calendar: Calendar | None = None) -> Reckoned:
    """How the due day comes about; of a suspended clock, as if it went on tomorrow."""
    return reckon(
        calendar or platform.calendar,
        clock.started_on,
        clock.days,
        clock.unit,
        clock.suspensions,
        open_until=platform.clock.today(),
    )


def reckoned(platform: Platform, clock: Clock, calendar: Calendar | None = None) -> Clock:
    """The clock with its due day."""
    found = reckoning(platform, clock, calendar)
    return msgspec.structs.replace(clock, due_on=found.due_on, provisional=found.provisional)


def with_review_due(uow: UnitOfWork, contract: Contract) -> Contract:
    """The contract with the due day of its running review, if any."""
    due = [clock.due_on for clock in running_clocks(uow, contract.id) if clock.name in {"REVIEW", "REVIEW_UNIT"}]
    return msgspec.structs.replace(contract, review_due=min(due, default=None))
