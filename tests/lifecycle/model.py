"""A small model of a contract's life, written from the description of the process and from nothing else."""

from dataclasses import dataclass, field

REASONED = "reason"
HANDLER, LEAD, LEGAL, OFFICE, INTAKE, REVIEWER, CHIEF = (
    "handler", "lead", "legal", "gov_office", "intake", "reviewer", "bureau_lead"
)  # fmt: skip
SIGNATORY, KEEPER, FILER, ARCHIVIST = "signatory", "keeper", "filing", "archivist"
PEOPLE = (HANDLER, LEAD, LEGAL, OFFICE, INTAKE, REVIEWER, CHIEF, SIGNATORY, KEEPER, FILER, ARCHIVIST)
APPROVE, AMEND, REFUSE = "APPROVE", "APPROVE_WITH_CHANGES", "DISAPPROVE"
RETURNABLE = frozenset({"SUBMITTED", "UNIT_REVIEW", "UNDER_REVIEW", "SUPPLEMENTING", "CONSULTING", "SIGNING_OFF"})
BEFORE_SIGNING = RETURNABLE | {
    "DRAFTING", "OPINION_ISSUED", "AMENDING", "CONFIRMING", "ESCALATED", "AWAITING_DECISION", "READY_TO_SIGN"
}  # fmt: skip
COPIED = frozenset({"READY_TO_SIGN", "SIGNING"})
"""States in which there may be a signed copy."""
ENDED = frozenset({"NOT_ACCEPTED", "WITHDRAWN", "ABANDONED", "ARCHIVED"})
SENDS_ON = frozenset(
    {"submit", "pass", "accept", "request_supplement", "supply", "propose", "submit_adoption", "confirm", "escalate"}
)


@dataclass
class Life:
    """What the model knows of one contract. ``major`` is what its amount makes of it."""

    major: bool
    state: str = "DRAFTING"
    asked_in: str = ""
    extended: bool = False
    drafted: str = ""
    concluded: str = ""
    revised: bool = False
    ignored: bool = False
    ruled: bool = False
    copy: bool = False
    confirmed: set[str] = field(default_factory=set)
    filing: str = ""
    reviewed: bool = False
    other_text: bool = False
    """A text was uploaded that is not the reviewed one until it has been reviewed."""
    sent: tuple[str, str] | None = None
    """Out of which state, and by whom it was sent on, as long as nobody did anything since."""

    def next(self, act: str, who: str) -> str | None:
        """The state an act by somebody leads to, None where it has to be refused."""
        found = self._line(act, who)
        if found is None and act == "recall" and self.sent is not None and self.sent[1] == who:
            return self.sent[0]
        return found

    def _line(self, act: str, who: str) -> str | None:  # noqa: C901, PLR0911, PLR0912 - the process on one page
        ready = "AWAITING_DECISION" if self.major else "READY_TO_SIGN"
        match self.state, act, who:
            case "DRAFTING", "submit", "handler":
                return "UNIT_REVIEW"
            case "UNIT_REVIEW", "pass", "legal":
                return "SUBMITTED" if self.major else "READY_TO_SIGN"
            case ("UNIT_REVIEW", "return", "legal") | ("SUBMITTED", "return", "intake"):
                return "DRAFTING"
            case "SUBMITTED", "accept", "intake":
                return "UNDER_REVIEW"
            case "SUBMITTED", "decline", "intake":
                return "NOT_ACCEPTED"
            case ("SUBMITTED", "request_supplement", "intake") | ("UNDER_REVIEW", "request_supplement", "reviewer"):
                return "SUPPLEMENTING"
            case "SUPPLEMENTING", "supply", "handler":
                return self.asked_in
            case "UNDER_REVIEW", "return_for_revision", "reviewer":
                return "DRAFTING"
            case "UNDER_REVIEW", "consult", "reviewer":
                return "CONSULTING"
            case "CONSULTING", "answered", "reviewer":
                return "UNDER_REVIEW"
            case "UNDER_REVIEW", ("propose_approve" | "propose_amend" | "propose_refuse"), "reviewer":
                return "SIGNING_OFF"
            case "SIGNING_OFF", "send_back", "bureau_lead":
                return "UNDER_REVIEW"
            case "SIGNING_OFF", "sign_off", "bureau_lead":
                return {APPROVE: ready, AMEND: "AMENDING", REFUSE: "OPINION_ISSUED"}[self.drafted]
            case "OPINION_ISSUED", "redraft", "handler":
                return "DRAFTING"
            case "AMENDING", ("adopt_all" | "adopt_none"), "handler":
                return "CONFIRMING" if self.revised else None
            case "CONFIRMING", "confirm", "reviewer":
                return None if self.ignored else ready
            case "CONFIRMING", "send_back", "reviewer":
                return "AMENDING"
            case "CONFIRMING", "escalate", "reviewer":
                return "ESCALATED"
            case "ESCALATED", "uphold", "gov_office":
                return "AMENDING"
            case "ESCALATED", "override", "gov_office":
                return ready
        return self._after_review(act, who)

    def _after_review(self, act: str, who: str) -> str | None:  # noqa: C901, PLR0911 - likewise
        match self.state, act, who:
            case "AWAITING_DECISION", ("decide_passed" | "decide_deferred" | "decide_refused"), "lead":
                decided = {
                    "decide_passed": "READY_TO_SIGN",
                    "decide_deferred": self.state,
                    "decide_refused": "DRAFTING",
                }
                return decided[act]
            case (("READY_TO_SIGN" | "SIGNING"), "re_review", "handler"):
                return "UNDER_REVIEW" if self.major else "UNIT_REVIEW"
            case "READY_TO_SIGN", "use_seal", ("handler" | "keeper"):
                return None if (self.ignored and not self.ruled) or self.other_text else "SIGNING"
            case "SIGNING", "sign", ("handler" | "signatory"):
                return "PERFORMING" if self.copy and len(self.confirmed) > 1 and not self.other_text else None
            case "PERFORMING", "suspend", "lead":
                return "SUSPENDED"
            case "SUSPENDED", "resume", "lead":
                return "PERFORMING"
            case (("PERFORMING" | "SUSPENDED"), "rescind", "lead"):
                return "TERMINATED"  # whose settlement stays open, so that it is never archived here
            case _, "pull_back", "handler" if self.state in RETURNABLE:
                return "DRAFTING"
            case _, "withdraw", "handler" if self.state in BEFORE_SIGNING:
                return "WITHDRAWN"
            case (("OPINION_ISSUED" | "AWAITING_DECISION" | "READY_TO_SIGN" | "SIGNING"), "abandon", "handler"):
                return "ABANDONED"
        return None

    def draft_again(self) -> None:
        """Another text: what was compared with the reviewed one counts until that text takes its place."""
        if self.state in COPIED:
            self.other_text = True
        else:
            self.confirmed = set()

    def take(self, act: str, who: str) -> None:
        """Follow an act that went through."""
        target = self.next(act, who)
        assert target is not None
        before, self.state = self.state, target
        kind = "propose" if act.startswith("propose") else "submit_adoption" if act.startswith("adopt") else act
        self.sent = (before, who) if kind in SENDS_ON else None
        if self.other_text and target not in COPIED:
            self.other_text, self.confirmed = False, set()
        match kind:
            case "request_supplement":
                self.asked_in = before
            case "propose":
                self.drafted = {"propose_approve": APPROVE, "propose_amend": AMEND, "propose_refuse": REFUSE}[act]
            case "sign_off":
                self.concluded, self.revised, self.ignored, self.ruled, self.reviewed = (
                    self.drafted,
                    False,
                    False,
                    False,
                    True,
                )
            case "submit_adoption":
                self.ignored = act == "adopt_none"
            case "override":
                self.ruled = True
            case "sign":
                self.filing = "DUE"


ACTS = (
    "submit", "pass", "return", "accept", "decline", "request_supplement", "supply", "return_for_revision", "consult",
    "answered", "propose_approve", "propose_amend", "propose_refuse", "send_back", "sign_off", "redraft", "adopt_all",
    "adopt_none", "confirm", "escalate", "uphold", "override", "decide_passed", "decide_deferred", "decide_refused",
    "re_review", "use_seal", "sign", "suspend", "resume", "rescind", "archive",
    "pull_back", "withdraw", "abandon", "recall",
)  # fmt: skip
