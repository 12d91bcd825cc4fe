"""Everything with a day that somebody has to keep, as one list: clocks, filings, obligations, ends of terms."""

from collections.abc import Iterator
from datetime import date

from contract_platform.application.clocks import AWARD, is_suspended
from contract_platform.application.deadline_views import filing_period
from contract_platform.application.dispute_views import runs
from contract_platform.application.end_facts import disposal, term_end_of
from contract_platform.application.policy_of_contract import profile_of
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.domain.contract import Contract
from contract_platform.domain.deadlines import NATURAL
from contract_platform.domain.dispute import DisputeStage
from contract_platform.domain.ends import is_lease
from contract_platform.domain.family import AMENDING
from contract_platform.domain.labels import LABELS
from contract_platform.domain.performance_vocabulary import DisputeState, SettlementState
from contract_platform.domain.records import Record
from contract_platform.domain.vocabulary import AlertKind, FilingState, ObligationKind, ObligationState, State

OPEN_FILINGS = (FilingState.DUE, FilingState.CORRECTING)
OPEN_OBLIGATIONS = (ObligationState.PLANNED, ObligationState.DUE)
PERFORMED = (State.PERFORMING, State.SUSPENDED)
UNDISPOSED = "到期未处置"
TITLE = 60  # characters of an obligation's content in a title


class Watch(Record, frozen=True, kw_only=True):
    """One deadline to warn of. ``cause`` is unique: the same deadline never raises two alerts."""

    contract: Contract
    kind: AlertKind
    subject_id: str
    due_on: date
    unit: str
    title: str
    provisional: bool = False
    settled: bool = False  # somebody has seen to it: what was raised stays, nothing new is

    @property
    def cause(self) -> str:
        """What makes two sightings the same: the kind, the thing, and its day."""
        return f"{self.kind}/{self.subject_id}/{self.due_on.isoformat()}"


def watches(uow: UnitOfWork, platform: Platform) -> Iterator[Watch]:
    """All open deadlines of all contracts."""
    contracts = Contracts(uow)
    yield from clock_watches(uow, contracts)
    yield from filing_watches(uow, platform, contracts)
    yield from obligation_watches(uow, contracts)
    yield from term_watches(uow, platform)
    yield from settlement_watches(uow, contracts)
    yield from dispute_watches(uow, platform, contracts)


class Contracts:
    """Contracts by id, each read once per sweep."""

    def __init__(self, uow: UnitOfWork) -> None:
        self._uow = uow
        self._known: dict[str, Contract] = {}

    def get(self, contract_id: str) -> Contract:
        """The contract."""
        if contract_id not in self._known:
            self._known[contract_id] = self._uow.contracts.get(contract_id)
        return self._known[contract_id]


def clock_watches(uow: UnitOfWork, contracts: Contracts) -> Iterator[Watch]:
    """Running clocks of the main line; one that stands still presses nobody."""
    for clock in uow.clocks.find(ended_on=None):
        if not is_suspended(clock):
            yield Watch(
                contract=contracts.get(clock.contract_id),
                kind=AlertKind.SIGNING if clock.name == AWARD else AlertKind.REVIEW,
                subject_id=clock.id,
                due_on=clock.due_on,
                unit=clock.unit,
                title=LABELS["Clock"][clock.name][0],
                provisional=clock.provisional,
            )


def filing_watches(uow: UnitOfWork, platform: Platform, contracts: Contracts, **of: object) -> Iterator[Watch]:
    """Filings that the unit still has to submit or enter; ``of`` narrows them, e.g. to one contract."""
    for state in OPEN_FILINGS:
        for filing in uow.filings.find(state=state, **of):
            contract = contracts.get(filing.contract_id)
            yield Watch(
                contract=contract,
                kind=AlertKind.FILING,
                subject_id=filing.id,
                due_on=filing.step_due_on or filing.due_on,
                unit=filing_period(profile_of(platform, contract), filing).unit,
                title=LABELS["FilingTarget"][filing.target][0],
                provisional=filing.provisional,
            )


def obligation_watches(uow: UnitOfWork, contracts: Contracts) -> Iterator[Watch]:
    """Confirmed obligations with a day; the end of the term is watched on the contract itself."""
    for state in OPEN_OBLIGATIONS:
        for obligation in uow.obligations.find(state=state):
            contract = contracts.get(obligation.contract_id)
            unsigned = contract.sign_date is None  # what is agreed binds once it is signed
            if obligation.due_on is None or unsigned or obligation.kind == ObligationKind.TERM_END:
                continue
            yield Watch(
                contract=contract,
                kind=AlertKind.OBLIGATION,
                subject_id=obligation.id,
                due_on=obligation.due_on,
                unit=NATURAL,
                title=f"{LABELS['ObligationKind'][obligation.kind][0]}：{obligation.content[:TITLE]}",
            )


def term_watches(uow: UnitOfWork, platform: Platform) -> Iterator[Watch]:
    """Terms of contracts in performance: a lease that nobody watches is how millions are lost."""
    for state in PERFORMED:
        for contract in uow.contracts.find(state=state):
            until = term_end_of(uow, contract)
            if until is None or contract.relation in AMENDING:
                continue
            gone = is_lease(contract) and until < platform.clock.today()
            yield Watch(
                contract=contract,
                kind=AlertKind.TERM_END,
                subject_id=contract.id,
                due_on=until,
                unit=NATURAL,
                title=UNDISPOSED if gone else LABELS["AlertKind"][AlertKind.TERM_END][0],
                provisional=not platform.calendar.is_official(until),
                settled=disposal(uow, contract) is not None,
            )


def settlement_watches(uow: UnitOfWork, contracts: Contracts) -> Iterator[Watch]:
    """Balances of settlements that are agreed and not paid."""
    for settlement in uow.settlements.find(state=SettlementState.AGREED):
        if settlement.due_on is not None:
            yield Watch(
                contract=contracts.get(settlement.contract_id),
                kind=AlertKind.OBLIGATION,
                subject_id=settlement.id,
                due_on=settlement.due_on,
                unit=NATURAL,
                title=f"结算：{LABELS['OwedBy'][settlement.owed_by][0] if settlement.owed_by else ''}",
            )


def dispute_watches(uow: UnitOfWork, platform: Platform, contracts: Contracts) -> Iterator[Watch]:
    """What is to be done before courts and authorities, and claims that nobody has brought yet."""
    for dispute in uow.disputes.find(state=DisputeState.OPEN):
        contract = contracts.get(dispute.contract_id)
        stages = uow.dispute_stages.find(dispute_id=dispute.id)
        due = [(stage.id, AlertKind.DISPUTE, stage.deadline, named(stage)) for stage in stages if waits(stage)]
        if runs(dispute, stages):
            due.append((dispute.id, AlertKind.LIMITATION, dispute.limitation_due, ""))
        for subject_id, kind, day, detail in due:
            if day is None:
                continue
            yield Watch(
                contract=contract,
                kind=kind,
                subject_id=subject_id,
                due_on=day,
                unit=NATURAL,
                title="：".join(filter(None, (LABELS["AlertKind"][kind][0], detail))),
                provisional=not platform.calendar.is_official(day),
            )


def waits(stage: DisputeStage) -> bool:
    """Whether something is still to be done by the step's deadline."""
    return stage.deadline is not None and stage.met_on is None and stage.ended_on is None


def named(stage: DisputeStage) -> str:
    """What has to be done, or where."""
    return LABELS["DisputePeriod"][stage.period][0] if stage.period else LABELS["DisputeStageKind"][stage.kind][0]
