"""The stepper: where a contract stands between draft and archive, derived from its state."""

from contract_platform.application.views import StepView
from contract_platform.domain.contract import Contract
from contract_platform.domain.vocabulary import Origin, State, Tier

STEPS: tuple[tuple[str, frozenset[State]], ...] = (
    ("draft", frozenset({State.DRAFTING})),
    ("submit", frozenset({State.UNIT_COSIGNING, State.UNIT_REVIEW, State.FORWARDING, State.SUBMITTED})),
    (
        "review",
        frozenset(
            {
                *{State.SUPPLEMENTING, State.UNDER_REVIEW, State.CONSULTING, State.SIGNING_OFF, State.OPINION_ISSUED},
                *{State.AMENDING, State.CONFIRMING, State.ESCALATED, State.NOT_ACCEPTED},
            }
        ),
    ),
    ("decide", frozenset({State.AWAITING_DECISION})),
    ("sign", frozenset({State.READY_TO_SIGN, State.SIGNING})),
    ("file", frozenset()),
    ("perform", frozenset({State.PERFORMING, State.SUSPENDED})),
    ("archive", frozenset({State.COMPLETED, State.TERMINATED, State.VOIDED, State.ARCHIVED})),
)
KEYS = tuple(key for key, _ in STEPS)
FILE, DECIDE, SIGN = KEYS.index("file"), KEYS.index("decide"), KEYS.index("sign")
NEVER_SIGNED = frozenset({State.WITHDRAWN, State.ABANDONED})


def steps(contract: Contract, *, filings: int, open_filings: int) -> tuple[StepView, ...]:
    """Every step as done, current, to do or skipped; filing runs beside performance and is current until it ends.

    ``filings`` counts those that are required.
    """
    at = next((n for n, (_, states) in enumerate(STEPS) if contract.state in states), -1)
    shown = [place(n, at) for n in range(len(STEPS))]
    if contract.state == State.ARCHIVED:
        shown[-1] = "done"
    if contract.origin != Origin.PLATFORM:
        shown[:SIGN] = ["skipped"] * SIGN  # none of it happened here
        shown[FILE] = "skipped"
    if filings:
        shown[FILE] = "current" if open_filings else "done"
    if contract.tier is not None and contract.tier != Tier.MAJOR:
        shown[DECIDE] = "skipped"
    return tuple(StepView(key=key, state=state) for key, state in zip(KEYS, shown, strict=True))


def place(step: int, at: int) -> str:
    """Before, at or behind where the contract stands; nothing is done of one that was given up."""
    if at < 0:
        return "skipped"
    if step == at:
        return "current"
    return "done" if step < at else "todo"
