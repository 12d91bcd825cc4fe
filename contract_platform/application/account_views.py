"""What the pages of one's own account show."""

from datetime import datetime

from contract_platform.application.queries import View


class PolicyView(View, frozen=True, kw_only=True):
    """The rules for passwords in force; ``max_age_days`` None where passwords do not run out."""

    id: str
    shortest: int
    classes: int
    history: int
    max_age_days: int | None


class AccountView(View, frozen=True, kw_only=True):
    """One's own account. ``password_set_at`` None: somebody else gave it. ``totp_since`` None: no second factor."""

    username: str
    name: str
    demo: bool
    policy: PolicyView
    password_set_at: datetime | None
    password_runs_out_at: datetime | None
    totp_since: datetime | None
    totp_required: bool
    recovery_codes_left: int
    signed_in_at: datetime
    signed_in_from: str
    strong: bool
    provided: bool


class EnrolmentView(View, frozen=True, kw_only=True):
    """A secret for an authenticator: to type, and as the address its QR code holds. Shown once."""

    secret: str
    uri: str


class RecoveryCodesView(View, frozen=True, kw_only=True):
    """One-time codes in place of the authenticator. Shown once."""

    codes: tuple[str, ...]
