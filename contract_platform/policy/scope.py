"""What a profile is about: whose contracts, which papers, and what stays outside."""

from typing import Annotated

import msgspec

from contract_platform.domain.records import Record
from contract_platform.domain.vocabulary import Body, Instrument
from contract_platform.policy.values import Sourced, Statement


class Bodies(Sourced, frozen=True, kw_only=True):
    """Whose contracts are meant."""

    members: Annotated[tuple[Body, ...], msgspec.Meta(min_length=1)]


class Instruments(Sourced, frozen=True, kw_only=True):
    """Which papers count as contracts, whatever they are called."""

    members: Annotated[tuple[Instrument, ...], msgspec.Meta(min_length=1)]


class Scope(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Whose contracts and which papers, and what is excluded; what is exempt from review stands in the routing."""

    bodies: Bodies
    instruments: Instruments
    exclusions: tuple[Statement, ...] = ()
