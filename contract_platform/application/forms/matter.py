"""Everything an official document of a contract may speak of, read once; the documents themselves are pure."""

from collections.abc import Mapping
from datetime import date, datetime

import msgspec

from contract_platform.analysis.model import Analysis
from contract_platform.domain.contract import Clock, Contract, Decision
from contract_platform.domain.document import Document, FindingVerdict, Version
from contract_platform.domain.family import Amendment
from contract_platform.domain.followups import Filing, Obligation
from contract_platform.domain.opinion import Opinion
from contract_platform.domain.people import Unit
from contract_platform.domain.records import Record
from contract_platform.domain.submission import Submission
from contract_platform.domain.vocabulary import Conclusion
from contract_platform.policy.materials import Checked


class Said(Record, frozen=True, kw_only=True):
    """The act by which a document is issued: what was done, why, with which list, by whom and when."""

    action: str
    by: str
    at: datetime
    reason: str = ""
    items: tuple[str, ...] = ()


class File(Record, frozen=True, kw_only=True):
    """A document of the contract with its newest version."""

    document: Document
    version: Version


class Matter(Record, frozen=True, kw_only=True):
    """A contract with what belongs to it.

    ``names`` are people's by id; ``conclusions`` what the profile calls each conclusion; ``checklist`` its list of
    materials; ``filing`` is the one a filing document is about. ``analysis`` is of the version the
    opinion is about, else of the newest draft (``checked``).
    """

    today: date
    contract: Contract
    unit: Unit
    signing_body: Unit
    bureau: Unit
    names: Mapping[str, str]
    decisions: tuple[Decision, ...] = ()
    clocks: tuple[Clock, ...] = ()
    opinion: Opinion | None = None
    filings: tuple[Filing, ...] = ()
    filing: Filing | None = None
    files: tuple[File, ...] = ()
    obligations: tuple[Obligation, ...] = ()
    submission: Submission | None = None
    amendment: Amendment | None = None
    parent: Contract | None = None
    checked: Version | None = None
    analysis: Analysis | None = None
    verdicts: tuple[FindingVerdict, ...] = ()
    conclusions: Mapping[Conclusion, str] = msgspec.field(default_factory=dict)
    checklist: tuple[Checked, ...] = ()
    retention: str = ""
    issued: tuple[tuple[str, str, datetime], ...] = ()
    said: Said | None = None

    def name(self, person_id: str | None) -> str:
        """A person's name; a dash for nobody."""
        return self.names.get(person_id or "", "—")

    def last(self, *actions: str) -> Decision | None:
        """The newest decision of this round by one of these acts."""
        made = (one for one in reversed(self.decisions) if one.action in actions and one.round == self.contract.round)
        return next(made, None)

    def latest(self, *actions: str) -> Decision | None:
        """The newest decision by one of these acts, in whatever round."""
        return next((one for one in reversed(self.decisions) if one.action in actions), None)

    def due(self, clock: str) -> date | None:
        """When the newest clock of a name is due."""
        return next((one.due_on for one in reversed(self.clocks) if one.name == clock), None)

    @property
    def at(self) -> datetime | None:
        """The instant of the act, None for a preview."""
        return self.said.at if self.said else None

    @property
    def dated(self) -> date | datetime:
        """What the document is dated: the act's day, today for a preview."""
        return self.said.at if self.said else self.today
