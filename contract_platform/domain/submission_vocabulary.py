"""The identifiers of what goes with a contract for review; words for them stand with all others in ``labels.py``."""

from enum import auto

from contract_platform.domain.vocabulary import Name


class MaterialNeed(Name):
    """How far an item of the list of materials binds."""

    REQUIRED = auto()
    CONDITIONAL = auto()
    OPTIONAL = auto()


class MaterialStanding(Name):
    """How an item of the list of materials stands for a contract."""

    GIVEN = auto()
    NOT_APPLICABLE = auto()
    MISSING = auto()
    NOT_ASKED = auto()


class QueryResult(Name):
    """What a query about a party gave."""

    NORMAL = auto()
    ABNORMAL = auto()
    NOT_QUERIED = auto()


class InquiryConclusion(Name):
    """What due diligence on a party comes to."""

    FIT = auto()
    FIT_WITH_MEASURES = auto()
    UNFIT = auto()


class UrgencyState(Name):
    """States of a request to handle a contract as urgent."""

    PENDING = auto()
    CONFIRMED = auto()
    REFUSED = auto()
    WITHDRAWN = auto()


class FundingSource(Name):
    """Where the money of a contract comes from."""

    GENERAL_BUDGET = auto()
    GOVERNMENT_FUND = auto()
    SPECIAL_BOND = auto()
    STATE_CAPITAL = auto()
    OWN_FUNDS = auto()
    SOCIAL_CAPITAL = auto()
    OTHER = auto()
