"""One's own account: password, second factor, the session one is in."""

from contract_platform.application.account_views import AccountView, PolicyView
from contract_platform.application.credential_rows import credential_of
from contract_platform.application.ports import Platform
from contract_platform.application.sessions import session_of
from contract_platform.domain.credentials import ADMINISTRATORS, CredentialPolicy, runs_out_at
from contract_platform.domain.people import Actor


def read_account(platform: Platform, actor: Actor, token: str) -> AccountView:
    """Everything the page of the account shows."""
    policy = platform.sign_in_rules.policy
    with platform.reading() as uow:
        person = uow.people.get(actor.person_id)
        credential = credential_of(uow, person.id)
        session = session_of(uow, token)
        codes = uow.recovery_codes.find(person_id=person.id, used_at=None)
    return AccountView(
        username=person.username,
        name=person.name,
        demo=person.demo,
        policy=policy_view(policy),
        password_set_at=credential.set_at,
        password_runs_out_at=None if person.demo else runs_out_at(policy, credential),
        totp_since=credential.totp_since,
        totp_required=not person.demo and not ADMINISTRATORS.isdisjoint(actor.roles()),
        recovery_codes_left=len(codes),
        signed_in_at=session.created_at,
        signed_in_from=session.address,
        strong=session.strong,
        provided=session.provided,
    )


def policy_view(policy: CredentialPolicy) -> PolicyView:
    """The rules as numbers."""
    return PolicyView(
        id=policy.id,
        shortest=policy.shortest,
        classes=policy.classes,
        history=policy.history,
        max_age_days=policy.max_age.days if policy.max_age else None,
    )
