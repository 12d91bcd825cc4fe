"""What pages show of the risk rules: the catalogue, one rule, the contracts it fired in, and a trial run."""

from datetime import date, datetime

from contract_platform.analysis.model import Coverage, LegalBasis, Severity
from contract_platform.analysis.rules.stances import Stance
from contract_platform.application.queries import View


class SuspensionView(View, frozen=True, kw_only=True):
    """Since when and why a rule rests, and the number of the request that was approved."""

    since: date
    reason: str
    number: int


class RuleCounts(View, frozen=True, kw_only=True):
    """``findings`` in the current drafts of ``contracts``; verdicts of people; ``overturned``: 0..1, None = unjudged.

    overturned = rejected / (adopted + rejected).
    """

    findings: int
    contracts: int
    adopted: int
    rejected: int
    unjudged: int
    overturned: float | None


class RuleRow(View, frozen=True, kw_only=True):
    """A rule in the catalogue; ``categories`` empty = every contract. ``in_force``: some row of its law holds today.

    ``pending``: the number of a request that waits to suspend or resume it.
    """

    id: str
    title: str
    severity: Severity
    categories: tuple[str, ...]
    stance: Stance
    laws: tuple[str, ...]
    in_force: bool
    has_parameters: bool
    counts: RuleCounts
    suspended: SuspensionView | None
    pending: int | None


class RuleCatalogue(View, frozen=True, kw_only=True):
    """All rules. ``counted`` readings of drafts went into the counts, at most ``most``."""

    rules: tuple[RuleRow, ...]
    counted: int
    most: int


class RuleParameter(View, frozen=True, kw_only=True):
    """A threshold: its value now, what the platform ships, and where the value comes from.

    ``source``: profile | limit | shipped; ``basis`` and ``provenance`` are the profile's.
    """

    name: str
    value: float
    shipped: float
    source: str
    basis: str = ""
    provenance: str = ""


class BasisRow(View, frozen=True, kw_only=True):
    """A dated row of law; ``in_force``: it holds today."""

    row: LegalBasis
    in_force: bool


class RuleDetail(View, frozen=True, kw_only=True):
    """One rule with all that a lawyer wants to know. ``profile``: the version its parameters are read from."""

    rule: RuleRow
    basis: tuple[BasisRow, ...]
    message: str
    suggestion: str
    positive_sentences: tuple[str, ...]
    negative_sentences: tuple[str, ...]
    parameters: tuple[RuleParameter, ...]
    profile: str
    engine: str


class HitContract(View, frozen=True, kw_only=True):
    """A contract whose current draft a rule fired in ``findings`` times."""

    id: str
    name: str
    number: str | None
    unit: str
    state: str
    version_id: str
    created_at: datetime
    findings: int


class HitPage(View, frozen=True, kw_only=True):
    """Those of the contracts that the reader may see, newest first; ``total`` of them, of ``everywhere``."""

    rows: tuple[HitContract, ...]
    next: str | None
    total: int
    everywhere: int


class TriedFinding(View, frozen=True, kw_only=True):
    """A finding of a trial run; without ``quote`` and texts for whoever may not see the contract."""

    clause: str | None
    severity: Severity
    severity_before: Severity | None = None
    quote: str = ""
    message: str = ""
    message_before: str = ""


class TriedContract(View, frozen=True, kw_only=True):
    """What would be otherwise in one contract. ``id`` and ``name`` are None for whoever may not see it."""

    key: str
    id: str | None
    name: str | None
    number: str | None
    unit: str
    appeared: tuple[TriedFinding, ...]
    vanished: tuple[TriedFinding, ...]
    changed: tuple[TriedFinding, ...]
    before: Coverage
    after: Coverage


class NotTried(View, frozen=True, kw_only=True):
    """A contract that could not be asked again, with the reason code."""

    key: str
    number: str | None
    unit: str
    code: str
    params: dict[str, str] = {}


class TrialPage(View, frozen=True, kw_only=True):
    """One stretch of a trial run: ``tried`` contracts were asked, ``rows`` are those that would be otherwise.

    ``next``: where the next stretch begins, None at the end. Nothing was written.
    """

    parameter: str
    before: float
    after: float
    tried: int
    rows: tuple[TriedContract, ...]
    not_tried: tuple[NotTried, ...]
    next: str | None
