"""What papers a profile demands before a contract is signed."""

from contract_platform.domain.records import Record
from contract_platform.policy.values import Switch


class SigningRules(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The minutes that have to be there, where ``on``.

    ``decision_minutes``: those of the collective decision. ``ruling_minutes``: those of the meeting that let a unit
    sign without an amendment it had to make.
    """

    decision_minutes: Switch
    ruling_minutes: Switch
