"""The one vocabulary: identifiers used by code, API and database, with what people read in Chinese and English.

Every enumeration member is its own identifier; ``LABELS[identifier-kind][member]`` is ``(zh, en)``.
"""

from enum import StrEnum, auto


class Name(StrEnum):
    """A StrEnum whose values are the member names themselves."""

    @staticmethod
    def _generate_next_value_(name: str, start: int, count: int, last_values: list[str]) -> str:  # noqa: ARG004
        return name


class State(Name):
    """States of the contract's main line."""

    DRAFTING = auto()
    UNIT_COSIGNING = auto()
    UNIT_REVIEW = auto()
    FORWARDING = auto()
    SUBMITTED = auto()
    NOT_ACCEPTED = auto()
    SUPPLEMENTING = auto()
    UNDER_REVIEW = auto()
    CONSULTING = auto()
    SIGNING_OFF = auto()
    OPINION_ISSUED = auto()
    AMENDING = auto()
    CONFIRMING = auto()
    ESCALATED = auto()
    AWAITING_DECISION = auto()
    READY_TO_SIGN = auto()
    SIGNING = auto()
    PERFORMING = auto()
    SUSPENDED = auto()
    COMPLETED = auto()
    TERMINATED = auto()
    VOIDED = auto()
    ARCHIVED = auto()
    WITHDRAWN = auto()
    ABANDONED = auto()


class Role(Name):
    """What a post entitles its holder to be."""

    HANDLER = auto()
    HANDLER_LEAD = auto()
    UNIT_LEGAL = auto()
    COUNSEL = auto()
    BUREAU_INTAKE = auto()
    BUREAU_REVIEWER = auto()
    BUREAU_LEAD = auto()
    EXPERT = auto()
    GOV_OFFICE = auto()
    SIGNATORY = auto()
    SEAL_KEEPER = auto()
    FILING_OFFICER = auto()
    PERF_SUPERVISOR = auto()
    ARCHIVIST = auto()
    OBSERVER = auto()
    SYS_ADMIN = auto()
    SEC_ADMIN = auto()
    AUDIT_ADMIN = auto()
    SYSTEM = auto()


class Tier(Name):
    """How the profile routes a contract."""

    ORDINARY = auto()
    MAJOR = auto()
    EXEMPT = auto()


class Direction(Name):
    """Which way money flows, seen from the government side."""

    PAYABLE = auto()
    RECEIVABLE = auto()
    NONE = auto()


class Origin(Name):
    """Whether a contract came through the platform, or was entered after it had been signed, and why so late."""

    PLATFORM = auto()
    HISTORIC = auto()
    EMERGENCY = auto()
    UNREVIEWED = auto()


class DocumentKind(Name):
    """What a document is to its contract."""

    DRAFT = auto()
    SIGNED = auto()
    EVIDENCE = auto()
    ATTACHMENT = auto()


class AnalysisState(Name):
    """How far the reading of a version has come."""

    QUEUED = auto()
    RUNNING = auto()
    DONE = auto()
    UNREADABLE = auto()
    NOT_ANALYSED = auto()
    QUARANTINED = auto()
    PURGED = auto()


class Conclusion(Name):
    """Conclusions of a legality review opinion."""

    APPROVE = auto()
    APPROVE_WITH_CHANGES = auto()
    DISAPPROVE = auto()


class Obligatoriness(Name):
    """How binding an item of an opinion is."""

    MUST = auto()
    SHOULD = auto()


class AdoptionChoice(Name):
    """What the unit did with an item of an opinion."""

    ADOPTED = auto()
    PARTLY = auto()
    NOT_ADOPTED = auto()


class FilingState(Name):
    """States of one filing; ``FILED`` and ``REPORTED`` and ``NOT_REQUIRED`` are ends."""

    DUE = auto()
    FILING_SUBMITTED = auto()
    CORRECTING = auto()
    FILED = auto()
    REPORTED = auto()
    NOT_REQUIRED = auto()


class ObligationState(Name):
    """States of an obligation; proposals wait for a person to confirm them."""

    PROPOSED = auto()
    PLANNED = auto()
    DUE = auto()
    EVIDENCED = auto()
    ACCEPTED = auto()
    BREACHED = auto()
    WAIVED = auto()


class ObligationKind(Name):
    """What has to be done."""

    PAYMENT = auto()
    COLLECTION = auto()
    DELIVERY = auto()
    ACCEPTANCE = auto()
    TERM_END = auto()
    OTHER = auto()


class AlertLevel(Name):
    """Colours of an alert, mildest first."""

    BLUE = auto()
    YELLOW = auto()
    ORANGE = auto()
    RED = auto()


class AlertKind(Name):
    """What an alert watches."""

    REVIEW = auto()
    SIGNING = auto()
    FILING = auto()
    OBLIGATION = auto()
    TERM_END = auto()
    UNREVIEWED = auto()
    DISPUTE = auto()
    LIMITATION = auto()


class AlertState(Name):
    """States of an alert."""

    RAISED = auto()
    ACKNOWLEDGED = auto()
    DISPOSED = auto()
    CLOSED = auto()
    RETURNED = auto()
    CANCELLED = auto()


class RemarkState(Name):
    """States of a reviewer's remark."""

    OPEN = auto()
    ANSWERED = auto()
    RESOLVED = auto()


class UnitKind(Name):
    """What an organisation is in the district's tree."""

    DISTRICT = auto()
    GOVERNMENT = auto()
    JUSTICE_BUREAU = auto()
    BUREAU = auto()
    SUBDISTRICT = auto()
    INSTITUTION = auto()


class ChangeKind(Name):
    """What one administrator asks for and another one approves."""

    UNIT_CREATE = auto()
    UNIT_RENAME = auto()
    UNIT_CLOSE = auto()
    PERSON_CREATE = auto()
    PERSON_DISABLE = auto()
    PERSON_ENABLE = auto()
    PEOPLE_IMPORT = auto()
    POST_GRANT = auto()
    POST_REVOKE = auto()
    PASSWORD_RESET = auto()
    ACCOUNT_UNLOCK = auto()
    FACTOR_RESET = auto()
    CALENDAR_YEAR = auto()
    POLICY_VERSION = auto()
    FORM_TEMPLATE = auto()
    FORM_RESET = auto()
    RULE_SUSPEND = auto()
    RULE_RESUME = auto()


class ChangeState(Name):
    """States of a change that waits for another administrator."""

    PENDING = auto()
    APPROVED = auto()
    REJECTED = auto()
    WITHDRAWN = auto()


class QuarantineState(Name):
    """States of a file that bears a secrecy mark."""

    HELD = auto()
    PURGE_REQUESTED = auto()
    RELEASE_REQUESTED = auto()
    PURGED = auto()
    RELEASED = auto()


class HandoverState(Name):
    """States of handing one contract over to another officer."""

    POOLED = auto()
    ASSIGNED = auto()
    TAKEN_OVER = auto()
    CANCELLED = auto()


class HandoverCause(Name):
    """Why a contract is handed over."""

    LEFT = auto()
    POST_ENDED = auto()
    VOLUNTARY = auto()


class ContractRelation(Name):
    """What a contract is to the one it hangs on."""

    ORIGINAL = auto()
    SUPPLEMENT = auto()
    CHANGE = auto()
    RENEWAL = auto()
    CALL_OFF = auto()
    TERMINATION = auto()
    BATCH_ITEM = auto()


class MoneyEffect(Name):
    """What a supplement or change does to the original's amount."""

    ADDS = auto()
    REDUCES = auto()
    NONE = auto()


class Body(Name):
    """Whose contracts a profile is about."""

    GOVERNMENT = auto()
    DEPARTMENT = auto()
    SUBDISTRICT = auto()
    INSTITUTION = auto()
    STATE_ENTERPRISE = auto()


class Instrument(Name):
    """What a paper is called that binds like a contract."""

    CONTRACT = auto()
    AGREEMENT = auto()
    FRAMEWORK = auto()
    SUPPLEMENT = auto()
    LOI = auto()
    MOU = auto()
    UNDERTAKING = auto()


class UnitReviewer(Name):
    """The office of a unit that reviews its contracts."""

    LEGAL = auto()
    SUPERVISION = auto()
    AUDIT = auto()


class Reaction(Name):
    """What a unit has to do after an opinion."""

    SIGN = auto()
    AMEND = auto()
    REDRAFT = auto()


class SealKind(Name):
    """The seals a body has."""

    ADMIN_SEAL = auto()
    CONTRACT_SEAL = auto()


class SuspensionReason(Name):
    """Why the clock of a review stands still."""

    SUPPLEMENT = auto()
    SURVEY = auto()
    ASSESSMENT = auto()
    EXPERT = auto()
    CONSULTATION = auto()


class Addressee(Name):
    """To whom a report goes."""

    GOVERNMENT = auto()
    JUSTICE_BUREAU = auto()


class LegalLimit(Name):
    """Shares the law sets a bound to."""

    SUPPLEMENT_SHARE = auto()
    BOND_SHARE = auto()
    SME_DAILY_INTEREST = auto()
