"""Give committed events their place in the chain, in batches and outside the transactions that wrote them.

An audited write therefore waits for nobody. Nothing is lost by a crash between two batches: what has no place yet is
found again, and the chain goes on where it ends.
"""

from contract_platform.application.ports import Platform
from contract_platform.application.trace import record
from contract_platform.domain.chain import SWITCH, chain, split
from contract_platform.domain.people import SYSTEM_ACTOR

BATCH = 1000


def sequence_trace(platform: Platform) -> int:
    """Seal what is settled; returns how many events. Another process that seals meanwhile is left to it."""
    total = 0
    while platform.trace.chain.waiting():
        sealed = seal_batch(platform)
        if not sealed:
            break
        total += sealed
    return total


def seal_batch(platform: Platform) -> int:
    """Seal at most one batch in one short transaction; returns how many events."""
    trace = platform.trace
    with trace.chain.sealing() as sealing:
        if sealing is None:
            return 0
        events = sealing.waiting(BATCH)
        if not events:
            return 0
        priors = sealing.priors(event.contract_id for event in events if event.contract_id)
        seals = list(chain(events, sealing.last(), trace.algorithm, priors, trace.notary.digest))
        sealing.write(seals)
        return len(seals)


def adopt_algorithm(platform: Platform) -> None:
    """Record the switch when the settings ask for another hash function than the chain's end has."""
    trace = platform.trace
    last = trace.chain.last()
    if last is None or split(last.hash)[0] == trace.algorithm:
        return
    with platform.unit_of_work() as uow:
        if not uow.events.find(type=SWITCH, seq=None):
            data = {"from": split(last.hash)[0], "to": trace.algorithm}
            record(uow, platform, SYSTEM_ACTOR, SWITCH, object_id=trace.algorithm, data=data)
