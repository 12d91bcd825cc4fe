"""What is known about a generated contract before anything reads it."""

import msgspec


class Party(msgspec.Struct, kw_only=True):
    """A party; a prediction may call it by any of its roles."""

    roles: list[str]  # 采购人, 甲方
    name: str
    uscc: str | None = None  # as written, also where the check character is wrong


class Amount(msgspec.Struct, kw_only=True):
    """The price; where figures and words differ both are accepted."""

    yuan: list[float]  # empty: the contract names no price
    judged: bool = True  # False: total investment, where it is a matter of taste whether it is the amount


class Dates(msgspec.Struct, kw_only=True):
    signed: str | None = None
    start: str | None = None
    end: str | None = None
    end_judged: bool = True  # False: it lies before the start


class Clause(msgspec.Struct, kw_only=True):
    """An article of the body; chapters are level 0 and optional."""

    number: str
    heading: str
    category: str
    alternatives: list[str]  # categories a careful reader could also choose
    start: str  # heading and text without the number
    level: int = 1


class Payment(msgspec.Struct, kw_only=True):
    """A payment; optional ones (bonds, interest) are neither demanded nor counted as false."""

    text: str
    percent: float | None = None
    amount: float | None = None
    trigger: str | None = None  # words the trigger has to contain
    due: list[str] = []  # the due time has to contain one of these; empty: none is stated
    optional: bool = False


class Dispute(msgspec.Struct, kw_only=True):
    method: str  # court, arbitration, both, none
    body: str | None
    judged: bool = True  # False: no single body can be named


class Risk(msgspec.Struct, kw_only=True):
    """A planted risk; empty evidence means that something is absent."""

    rule: str
    evidence: str


class Truth(msgspec.Struct, kw_only=True):
    """One document."""

    doc: str
    format: str
    kind: str
    style: str  # how articles are numbered and parties and signatures are set, for the tables of failures
    title: str
    contract_number: str | None
    parties: list[Party]
    amount: Amount
    dates: Dates
    term: list[str]  # the term text has to contain one of these; empty: the contract names no term
    clauses: list[Clause]
    payments: list[Payment]
    dispute: Dispute
    blanks: tuple[int, int]  # fewest and most a reader can count
    risks: list[Risk]
    tolerated: list[str]  # rules that a planted sentence may set off as well
    near_misses: list[Risk]  # sentences that must not fire
