"""An act on the contract's main line, as its effects see it."""

from dataclasses import dataclass
from typing import Any

from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.domain.people import Actor


@dataclass(frozen=True, slots=True)
class Act:
    """An act under way: who does it, what was entered (None for the system's own acts), and the transaction."""

    uow: UnitOfWork
    platform: Platform
    actor: Actor
    command: Any
