"""The contract and what belongs to its row."""

from datetime import date, datetime
from typing import Annotated

import msgspec

from contract_platform.domain.records import Record, Root
from contract_platform.domain.submission_vocabulary import FundingSource
from contract_platform.domain.vocabulary import ContractRelation, Direction, Origin, Role, State, Tier

ShortText = Annotated[str, msgspec.Meta(max_length=200)]
PersonalNumber = Annotated[str, msgspec.Meta(max_length=50)]


class Party(Record, frozen=True, kw_only=True):
    """A party of the contract as confirmed by a person.

    ``id_no`` is the identity number of a natural person; money goes to ``bank_account``, held by ``account_name``.
    """

    role: str
    name: str
    uscc: str | None = None
    side: str = "counter"  # "gov" | "counter" | "third"
    id_no: PersonalNumber | None = None
    bank_account: PersonalNumber | None = None
    account_name: Annotated[str, msgspec.Meta(max_length=200)] | None = None


class Contract(Root, frozen=True, kw_only=True):
    """A contract on the main line.

    ``amount_fen`` is None only together with ``amount_reason``. ``handling_unit_id`` does the work,
    ``signing_body_id`` puts its name under the text. ``profile`` is ``id@version`` and is pinned at submission.
    ``approved_version_id`` is the text that passed review (审定文本); ``signed_version_id`` the signed copy.
    ``category`` is a code of the register (01..16), ``rule_class`` the risk rules' class. ``exemption`` is the code of
    an exemption from review that the unit claims, with ``exemption_reason``; whether it holds is the profile's to say.
    ``authorised``: by the government. ``urgent``: the unit's head agreed to less than the lead time.
    ``category`` is a code of the register (01..16), ``rule_class`` the risk rules' class. Of what was entered after it
    had been signed, ``paper_no`` is the number on the paper and ``earlier_review`` the review it had elsewhere.
    """

    state: State
    name: str
    handling_unit_id: str
    signing_body_id: str
    handler_id: str
    created_at: datetime
    updated_at: datetime
    secrecy_declared: bool
    category: str = "16"
    rule_class: str = "OTHER"
    direction: Direction = Direction.PAYABLE
    amount_fen: int | None = None
    amount_reason: str | None = None
    amount_kind: str = "fixed"
    currency: str = "CNY"
    parties: tuple[Party, ...] = ()
    funding_source: FundingSource | None = None
    budget_item: ShortText | None = None
    procurement_method: str | None = None
    procurement_no: ShortText | None = None
    award_notice_date: date | None = None
    key_project: bool = False
    public_interest: bool = False
    authorised: bool = False
    exemption: ShortText | None = None
    exemption_reason: ShortText | None = None
    urgent: bool = False
    planned_sign_date: date | None = None
    term_start: date | None = None
    term_end: date | None = None
    sign_date: date | None = None
    tier: Tier | None = None
    tier_rule: str | None = None
    profile: str = ""
    round: int = 1
    facts_confirmed: bool = False
    contract_no: str | None = None
    review_no: str | None = None
    reviewer_id: str | None = None
    returned_from: State | None = None  # where a supplement goes back to
    review_due: date | None = None
    draft_version_id: str | None = None
    approved_version_id: str | None = None
    signed_version_id: str | None = None
    parent_id: str | None = None
    relation: ContractRelation = ContractRelation.ORIGINAL
    origin: Origin = Origin.PLATFORM
    paper_no: str | None = None
    earlier_review: str | None = None

    @property
    def text_version_id(self) -> str | None:
        """The text to read: the draft, or the signed copy of what never had one here."""
        return self.draft_version_id or self.signed_version_id

    @property
    def is_being_entered(self) -> bool:
        """Whether it was entered after signing and nobody has confirmed its facts yet."""
        return self.origin != Origin.PLATFORM and not self.facts_confirmed


class Decision(Record, frozen=True, kw_only=True):
    """Who decided what on a contract, under which post: the memory behind "nobody decides twice".

    ``acted_for`` is the colleague whose post it was, where a deputy decided; both have then decided.
    ``minutes_version_id`` are the minutes of the meeting that decided, where one did.
    """

    id: str
    contract_id: str
    round: int
    action: str
    source: State
    target: State
    person_id: str
    role: Role
    at: datetime
    reason: str = ""
    acted_for: str | None = None
    minutes_version_id: str | None = None


class Clock(Record, frozen=True, kw_only=True):
    """A running or finished period of a contract, as reckoned under its profile.

    ``suspensions`` are ``(from, to)`` days, ``to`` None while suspended. ``provisional`` marks a due date that
    crosses a year whose holiday plan is not official yet.
    """

    id: str
    contract_id: str
    name: str
    started_on: date
    days: int
    unit: str  # "working" | "natural"
    due_on: date
    provisional: bool = False
    suspensions: tuple[tuple[date, date | None], ...] = ()
    ended_on: date | None = None
