"""What a security administrator does for others who cannot get in: password, lock, second factor."""

from contract_platform.application import attempts, sessions
from contract_platform.application.account_views import GivenPasswordView
from contract_platform.application.passwords import give_password
from contract_platform.application.ports import Platform
from contract_platform.application.second_factor import forget_factor
from contract_platform.application.trace import record
from contract_platform.domain.errors import Refused
from contract_platform.domain.people import Actor


def reset_password(platform: Platform, actor: Actor, person_id: str) -> GivenPasswordView:
    """A password to hand over; it has to be changed at the first sign-in, and the person's session ends."""
    refuse_oneself(actor, person_id)
    with platform.unit_of_work() as uow:
        _, password = give_password(uow, platform, uow.people.get(person_id))
        record(uow, platform, actor, "password.reset", object_id=person_id)
    return GivenPasswordView(password=password)


def unlock_account(platform: Platform, actor: Actor, person_id: str) -> None:
    """Let the person try again before the lock runs out."""
    refuse_oneself(actor, person_id)
    with platform.unit_of_work() as uow:
        person = uow.people.get(person_id)
        uow.failures.forget(attempts.account(platform, person.username).digest)
        record(uow, platform, actor, "password.unlocked", object_id=person_id)


def reset_second_factor(platform: Platform, actor: Actor, person_id: str) -> None:
    """Take away a second factor that was lost with its recovery codes; the person's session ends."""
    refuse_oneself(actor, person_id)
    with platform.unit_of_work() as uow:
        forget_factor(uow, uow.people.get(person_id).id)
        sessions.end_all(uow, platform, person_id, "reset")
        record(uow, platform, actor, "totp.reset", object_id=person_id)


def refuse_oneself(actor: Actor, person_id: str) -> None:
    """No administrator acts on the own account; the account page is for that."""
    if actor.person_id == person_id:
        raise Refused("not_on_oneself")
