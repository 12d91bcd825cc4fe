"""How a review is done: who in the unit, one after another or side by side, which opinions there are."""

from typing import Annotated, Final

import msgspec

from contract_platform.domain.records import Record
from contract_platform.domain.vocabulary import Conclusion, Reaction, SealKind, UnitReviewer
from contract_platform.policy.values import Sourced, Switch, Text

ALLOWED: Final = {
    Conclusion.APPROVE: {Reaction.SIGN},
    Conclusion.APPROVE_WITH_CHANGES: {Reaction.AMEND, Reaction.REDRAFT},
    Conclusion.DISAPPROVE: {Reaction.REDRAFT},
}
"""What a unit may be asked to do after an opinion: a profile may ask for more than usual, never for less."""


class OpinionType(Sourced, frozen=True, kw_only=True):
    """What a conclusion is called, and what the unit has to do then."""

    label: Text
    reaction: Reaction


class UnitReviewers(Sourced, frozen=True, kw_only=True):
    """Which office of a unit may review its contracts."""

    members: Annotated[tuple[UnitReviewer, ...], msgspec.Meta(min_length=1)]


class Seals(Sourced, frozen=True, kw_only=True):
    """The seals a contract may bear on our side."""

    members: Annotated[tuple[SealKind, ...], msgspec.Meta(min_length=1)]


class Reviewing(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Steps and persons of a review.

    ``forwarding``: contracts in the government's own name pass the government office on their way to the bureau.
    ``series``: the bureau reviews a major contract after the unit has; off = side by side. ``limited``: of an
    unmodified model text only party and procedure are reviewed.
    """

    forwarding: Switch
    series: Switch
    unit_reviewers: UnitReviewers
    limited: Switch


def check_opinions(opinions: dict[Conclusion, OpinionType]) -> None:
    """``ValueError`` where a conclusion is missing, asks for too little or shares its name with another."""
    missing = [str(conclusion) for conclusion in Conclusion if conclusion not in opinions]
    loose = [str(one) for one, type_ in opinions.items() if type_.reaction not in ALLOWED[one]]
    if missing or loose:
        raise ValueError(f"opinions: missing {missing}, reaction not allowed for {loose}")
    if len({type_.label for type_ in opinions.values()}) < len(opinions):
        raise ValueError("opinions: two of the same name")
