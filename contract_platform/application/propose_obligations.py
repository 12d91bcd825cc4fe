"""Payment plan and term of the draft become proposed obligations; a person confirms or rejects each."""

from collections.abc import Iterator

from contract_platform.analysis.model import Analysis, PaymentFact
from contract_platform.application.people_said import held
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.tasks_of_contract import retask_plan
from contract_platform.domain.contract import Contract
from contract_platform.domain.document import Version
from contract_platform.domain.followups import Obligation
from contract_platform.domain.people import SYSTEM_ACTOR
from contract_platform.domain.vocabulary import Direction, ObligationKind, ObligationState

LONGEST = 400  # characters of the text that are kept as content
TERM_END = "合同履行期限届满"


def propose_obligations(uow: UnitOfWork, platform: Platform, version: Version, analysis: Analysis) -> None:
    """Propose what the current draft says; proposals of an earlier reading that nobody touched make way."""
    contract = uow.contracts.get(version.contract_id)
    if contract.text_version_id != version.id:
        return
    earlier = uow.obligations.find(contract_id=contract.id)
    for obligation in earlier:
        if obligation.state == ObligationState.PROPOSED:
            uow.obligations.remove(obligation.id)
    kept = {key(obligation) for obligation in earlier if obligation.state != ObligationState.PROPOSED}
    for obligation in proposals(platform, contract, held(uow, contract.id, analysis)):
        if key(obligation) not in kept:
            uow.obligations.add(obligation)
    retask_plan(uow, platform, SYSTEM_ACTOR, contract)


def key(obligation: Obligation) -> tuple[str, str, int | None]:
    """What makes two obligations the same to a reader."""
    return obligation.kind, obligation.content, obligation.amount_fen


def proposals(platform: Platform, contract: Contract, analysis: Analysis) -> Iterator[Obligation]:
    """One obligation per payment of the plan, one for the end of the term."""
    direction = contract.direction if contract.facts_confirmed else direction_of(analysis)
    for payment in analysis.facts.payments:
        yield payment_obligation(platform, contract, payment, direction)
    end = analysis.facts.end
    if end is not None and end.value is not None:
        yield Obligation(
            id=platform.new_id(),
            contract_id=contract.id,
            kind=ObligationKind.TERM_END,
            side="ours",
            content=TERM_END,
            state=ObligationState.PROPOSED,
            due_on=end.value,
        )


def direction_of(analysis: Analysis) -> Direction:
    """Which way the text says money flows; out of the government's purse where it does not say."""
    said = analysis.facts.direction
    return Direction(said.upper()) if said else Direction.PAYABLE


def as_written(payment: PaymentFact) -> str:
    """The words of the contract on one line."""
    return " ".join((payment.evidence.quote if payment.evidence else payment.text).split())


def payment_obligation(
    platform: Platform, contract: Contract, payment: PaymentFact, direction: Direction
) -> Obligation:
    """A payment as something we owe, or that is owed to us."""
    receivable = direction == Direction.RECEIVABLE
    return Obligation(
        id=platform.new_id(),
        contract_id=contract.id,
        kind=ObligationKind.COLLECTION if receivable else ObligationKind.PAYMENT,
        side="theirs" if receivable else "ours",
        content=as_written(payment)[:LONGEST],
        state=ObligationState.PROPOSED,
        due_on=payment.due_date,
        amount_fen=payment.amount_fen,
        condition=payment.trigger or "",
    )
