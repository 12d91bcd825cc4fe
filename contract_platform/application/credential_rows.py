"""Reading and keeping what is known of a person's credentials, whether or not there is a row yet."""

import msgspec

from contract_platform.application.ports import UnitOfWork
from contract_platform.domain.credentials import Credential

UNKEPT = -1
"""The revision of a credential that has no row yet."""


def credential_of(uow: UnitOfWork, person_id: str) -> Credential:
    """What is kept of a person, or what holds where nothing was kept yet: a password that somebody else gave."""
    return next(iter(uow.credentials.find(id=person_id)), Credential(id=person_id, revision=UNKEPT))


def keep(uow: UnitOfWork, credential: Credential) -> Credential:
    """Write it under its revision, or for the first time."""
    if credential.revision != UNKEPT:
        return uow.credentials.save(credential)
    first = msgspec.structs.replace(credential, revision=0)
    uow.credentials.add(first)
    return first
