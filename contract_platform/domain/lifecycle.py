"""THE contract table. Numbers live in the policy profile; what each guard means and why stands in ``guards.py``.

After signing, filings, obligations, alerts and disputes run beside this line, each with a table of its own.
"""

from contract_platform.domain.guards import CONDITIONS, GUARDS, came_from
from contract_platform.domain.machine import Machine, Transition, each
from contract_platform.domain.vocabulary import Role, State

S, R = State, Role
T = Transition

BEFORE_OPINION = (
    S.UNIT_COSIGNING, S.UNIT_REVIEW, S.FORWARDING, S.SUBMITTED, S.SUPPLEMENTING, S.UNDER_REVIEW, S.CONSULTING, S.SIGNING_OFF,
)  # fmt: skip
BEFORE_SIGNING = (
    S.DRAFTING, *BEFORE_OPINION, S.OPINION_ISSUED, S.AMENDING, S.CONFIRMING, S.ESCALATED, S.AWAITING_DECISION, S.READY_TO_SIGN,
)  # fmt: skip
IN_REVIEW = (S.SUPPLEMENTING, S.UNDER_REVIEW, S.CONSULTING, S.SIGNING_OFF, S.AMENDING, S.CONFIRMING, S.ESCALATED)
"""From acceptance until the opinion is settled: somebody has to be the reviewer."""
SIGNED = (S.PERFORMING, S.SUSPENDED, S.COMPLETED, S.TERMINATED, S.VOIDED)
READY = (
    "secrecy_declared",
    "draft_present",
    "draft_read",
    "facts_confirmed",
    "parties_known",
    "amount_stated",
    "original_in_force",
)
FAMILY = ("original_in_force", "supplements_within_cap", "call_offs_within_ceiling", "call_off_within_term")
"""What a contract that hangs on another one is asked before it is signed."""
SEALED = (
    "text_as_approved",
    "changes_resolved",
    "advice_settled",
    "opinion_in_force",
    "seal_day_possible",
    "seals_named",
)
SIGNED_RIGHT = (
    "signed_copy_present", "copy_agrees", "text_as_approved", "confirmed_by_two", "advice_settled", "signed_in_force", "everyone_signed",
    "signing_days_possible", "authority_proven", "lateness_explained",
)  # fmt: skip


def again(source: State) -> tuple[Transition, ...]:
    """重新送审: back to whoever reviewed, or to intake where that reviewer is not there any more."""
    asked = ("own_contract", "reason_given")
    return (
        T(source, "re_review", S.UNDER_REVIEW, (R.HANDLER,), ("major", "reviewer_remains"), asked, "SIGN_AFTER_AWARD"),
        T(source, "re_review", S.SUBMITTED, (R.HANDLER,), ("major",), asked, "SIGN_AFTER_AWARD"),
        T(source, "re_review", S.UNIT_REVIEW, (R.HANDLER,), (), asked, "SIGN_AFTER_AWARD"),
    )


IN_FORCE = (S.PERFORMING, S.SUSPENDED)
JUDGED = ("judgment_stated", "end_proven", "end_day_possible")
ARCHIVABLE = ("filings_ended", "obligations_ended", "settlements_closed", "disputes_resolved", "no_red_alerts")

# fmt: off
ROWS: tuple[Transition, ...] = (
    # source               action                target               roles                        when                               guards                                                                                   clock
    T(None,                "register",           S.DRAFTING,          (R.HANDLER,),                (),                                ("secrecy_declared",)),
    T(S.DRAFTING,          "submit",             S.FORWARDING,        (R.HANDLER,),                ("side_by_side", "major", "forwarded"), ("own_contract", *READY, "materials_complete", "lead_time_kept")),
    T(S.DRAFTING,          "submit",             S.SUBMITTED,         (R.HANDLER,),                ("side_by_side", "major"),         ("own_contract", *READY, "materials_complete", "lead_time_kept")),
    T(S.DRAFTING,          "submit",             S.UNIT_REVIEW,       (R.HANDLER,),                (),                                ("own_contract", *READY, "materials_complete", "lead_time_kept")),
    T(S.DRAFTING,          "cosign",             S.UNIT_COSIGNING,    (R.HANDLER,),                (),                                ("own_contract", *READY, "units_named", "lead_time_kept")),
    T(S.UNIT_COSIGNING,    "cosign",             S.UNIT_COSIGNING,    (R.HANDLER,),                (),                                ("own_contract", "units_named")),
    T(S.UNIT_COSIGNING,    "cosigned",           S.FORWARDING,        (R.SYSTEM,),                 ("all_answers_in", "side_by_side", "major", "forwarded"), (),                                                               "COSIGNING"),
    T(S.UNIT_COSIGNING,    "cosigned",           S.SUBMITTED,         (R.SYSTEM,),                 ("all_answers_in", "side_by_side", "major"), (),                                                                            "COSIGNING"),
    T(S.UNIT_COSIGNING,    "cosigned",           S.UNIT_REVIEW,       (R.SYSTEM,),                 ("all_answers_in",),               (),                                                                                      "COSIGNING"),
    T(S.UNIT_COSIGNING,    "return",             S.DRAFTING,          (R.HANDLER_LEAD,),           (),                                ("reason_given",)),
    T(S.UNIT_REVIEW,       "pass",               S.READY_TO_SIGN,     (R.UNIT_LEGAL,),             ("ordinary",),                     ("not_decided_otherwise", "materials_complete"),                                        "REVIEW_UNIT"),
    T(S.UNIT_REVIEW,       "pass",               S.READY_TO_SIGN,     (R.UNIT_LEGAL,),             ("exempt",),                       ("not_decided_otherwise", "materials_complete"),                                        "REVIEW_UNIT"),
    T(S.UNIT_REVIEW,       "pass",               S.FORWARDING,        (R.UNIT_LEGAL,),             ("major", "forwarded"),            ("not_decided_otherwise", "materials_complete"),                                        "REVIEW_UNIT"),
    T(S.UNIT_REVIEW,       "pass",               S.SUBMITTED,         (R.UNIT_LEGAL,),             ("major",),                        ("not_decided_otherwise", "materials_complete"),                                        "REVIEW_UNIT"),
    T(S.UNIT_REVIEW,       "return",             S.DRAFTING,          (R.UNIT_LEGAL,),             (),                                ("reason_given", "not_decided_otherwise")),
    T(S.FORWARDING,        "forward",            S.SUBMITTED,         (R.GOV_OFFICE,),             (),                                ("not_decided_otherwise",)),
    T(S.FORWARDING,        "return",             S.DRAFTING,          (R.GOV_OFFICE,),             (),                                ("reason_given",)),
    T(S.SUBMITTED,         "accept",             S.UNDER_REVIEW,      (R.BUREAU_INTAKE,),          (),                                ("impartial", "reviewer_named", "reviewer_independent", "not_decided_otherwise"),        "INTAKE"),
    T(S.SUBMITTED,         "request_supplement", S.SUPPLEMENTING,     (R.BUREAU_INTAKE,),          (),                                ("impartial", "defects_listed"),                                                         "INTAKE"),
    T(S.SUBMITTED,         "return",             S.DRAFTING,          (R.BUREAU_INTAKE,),          (),                                ("impartial", "reason_given"),                                                           "INTAKE"),
    T(S.SUBMITTED,         "decline",            S.NOT_ACCEPTED,      (R.BUREAU_INTAKE,),          (),                                ("impartial", "reason_given"),                                                           "INTAKE"),
    T(S.SUPPLEMENTING,     "supply",             S.SUBMITTED,         (R.HANDLER,),                ("asked_at_intake",),              ("own_contract", "draft_read", "materials_complete"),                                    "SUPPLEMENT"),
    T(S.SUPPLEMENTING,     "supply",             S.UNDER_REVIEW,      (R.HANDLER,),                ("asked_in_review",),              ("own_contract", "draft_read", "materials_complete"),                                    "SUPPLEMENT"),
    T(S.SUPPLEMENTING,     "lapse",              S.DRAFTING,          (R.SYSTEM,),                 (),                                (),                                                                                      "SUPPLEMENT"),
    T(S.UNDER_REVIEW,      "propose",            S.SIGNING_OFF,       (R.BUREAU_REVIEWER,),        (),                                ("impartial", "named_reviewer", "opinion_complete", "unit_reviewed", "not_decided_otherwise"), "REVIEW"),
    T(S.UNDER_REVIEW,      "request_supplement", S.SUPPLEMENTING,     (R.BUREAU_REVIEWER,),        (),                                ("impartial", "named_reviewer", "defects_listed"),                                       "REVIEW"),
    T(S.UNDER_REVIEW,      "return_for_revision", S.DRAFTING,         (R.BUREAU_REVIEWER,),        (),                                ("impartial", "named_reviewer", "reason_given"),                                         "REVIEW"),
    T(S.UNDER_REVIEW,      "consult",            S.CONSULTING,        (R.BUREAU_REVIEWER,),        (),                                ("impartial", "named_reviewer", "reason_given"),                                         "REVIEW"),
    T(S.UNDER_REVIEW,      "extend",             S.UNDER_REVIEW,      (R.BUREAU_LEAD,),            (),                                ("impartial", "not_extended_yet", "reason_given"),                                       "REVIEW"),
    T(S.CONSULTING,        "answered",           S.UNDER_REVIEW,      (R.BUREAU_REVIEWER,),        (),                                ("impartial", "named_reviewer", "reason_given"),                                         "CONSULTING"),
    T(S.SIGNING_OFF,       "sign_off",           S.OPINION_ISSUED,    (R.BUREAU_LEAD,),            (),                                ("impartial", "not_decided_otherwise"),                                                  "REVIEW"),
    T(S.SIGNING_OFF,       "send_back",          S.UNDER_REVIEW,      (R.BUREAU_LEAD,),            (),                                ("impartial", "reason_given"),                                                           "REVIEW"),
    T(S.OPINION_ISSUED,    "issue_opinion",      S.AWAITING_DECISION, (R.SYSTEM,),                 ("approved", "major"),             ()),
    T(S.OPINION_ISSUED,    "issue_opinion",      S.READY_TO_SIGN,     (R.SYSTEM,),                 ("approved",),                     ()),
    T(S.OPINION_ISSUED,    "issue_opinion",      S.AMENDING,          (R.SYSTEM,),                 ("approved_with_changes",),        ()),
    T(S.OPINION_ISSUED,    "redraft",            S.DRAFTING,          (R.HANDLER,),                ("disapproved",),                  ("own_contract",)),
    T(S.AMENDING,          "submit_adoption",    S.CONFIRMING,        (R.HANDLER,),                (),                                ("own_contract", "draft_revised", "draft_read", "adoption_complete"),                    "AMENDING"),
    T(S.CONFIRMING,        "confirm",            S.AWAITING_DECISION, (R.BUREAU_REVIEWER,),        ("major",),                        ("impartial", "named_reviewer", "must_items_adopted", "not_decided_otherwise")),
    T(S.CONFIRMING,        "confirm",            S.READY_TO_SIGN,     (R.BUREAU_REVIEWER,),        (),                                ("impartial", "named_reviewer", "must_items_adopted", "not_decided_otherwise")),
    T(S.CONFIRMING,        "send_back",          S.AMENDING,          (R.BUREAU_REVIEWER,),        (),                                ("impartial", "named_reviewer", "reason_given")),
    T(S.CONFIRMING,        "escalate",           S.ESCALATED,         (R.BUREAU_REVIEWER,),        (),                                ("impartial", "named_reviewer", "reason_given")),
    T(S.ESCALATED,         "uphold",             S.AMENDING,          (R.GOV_OFFICE,),             (),                                ("reason_given",)),
    T(S.ESCALATED,         "override",           S.AWAITING_DECISION, (R.GOV_OFFICE,),             ("major",),                        ("reason_given", "ruling_documented")),
    T(S.ESCALATED,         "override",           S.READY_TO_SIGN,     (R.GOV_OFFICE,),             (),                                ("reason_given", "ruling_documented")),
    T(S.AWAITING_DECISION, "decide",             S.READY_TO_SIGN,     (R.HANDLER_LEAD,),           ("decision_passed",),              ("decision_documented", "not_decided_otherwise")),
    T(S.AWAITING_DECISION, "decide",             S.AWAITING_DECISION, (R.HANDLER_LEAD,),           ("decision_deferred",),            ("reason_given", "not_decided_otherwise")),
    T(S.AWAITING_DECISION, "decide",             S.DRAFTING,          (R.HANDLER_LEAD,),           ("decision_refused",),             ("reason_given", "decision_documented", "not_decided_otherwise")),
    T(S.READY_TO_SIGN,     "use_seal",           S.SIGNING,           (R.HANDLER, R.SEAL_KEEPER),  (),                                (*SEALED, *FAMILY),                                                                      "SIGN_AFTER_AWARD"),
    *again(S.READY_TO_SIGN),
    T(S.SIGNING,           "sign",               S.PERFORMING,        (R.HANDLER, R.SIGNATORY),    (),                                (*SIGNED_RIGHT, *FAMILY),                                                                "SIGN_AFTER_AWARD"),
    *again(S.SIGNING),
    T(S.SIGNING,           "abandon",            S.ABANDONED,         (R.HANDLER,),                (),                                ("own_contract", "reason_given")),
    T(S.PERFORMING,        "complete",           S.COMPLETED,         (R.HANDLER,),                (),                                ("own_contract", "obligations_ended", "term_end_disposed", "completion_proven", "end_day_possible")),
    T(S.PERFORMING,        "suspend",            S.SUSPENDED,         (R.HANDLER_LEAD,),           (),                                ("reason_given", "suspension_grounded", "end_day_possible")),
    T(S.SUSPENDED,         "resume",             S.PERFORMING,        (R.HANDLER_LEAD,),           (),                                ("reason_given",)),
    *each(IN_FORCE,        "rescind",            S.TERMINATED,        (R.HANDLER_LEAD,),           (),                                ("reason_given", "rescission_grounded", "agreement_signed", "end_proven", "end_day_possible")),
    *each((S.COMPLETED, S.TERMINATED, S.VOIDED), "archive", S.ARCHIVED,  (R.ARCHIVIST,),           (),                                ARCHIVABLE),
    *each((*IN_FORCE, S.COMPLETED, S.TERMINATED), "record_judgment", S.VOIDED, (R.UNIT_LEGAL,),    ("judged_void",),                  JUDGED),
    *each(IN_FORCE,        "record_judgment",    S.TERMINATED,        (R.UNIT_LEGAL,),             ("judged_rescinded",),             JUDGED),
    *each((*IN_FORCE, S.COMPLETED, S.TERMINATED), "record_judgment", "=", (R.UNIT_LEGAL,),         ("judged_performance",),           JUDGED),
    *each(IN_REVIEW,       "reassign",           "=",                 (R.BUREAU_LEAD, R.BUREAU_INTAKE), (),                           ("impartial", "reviewer_named", "reviewer_independent", "reason_given")),
    *each(SIGNED,          "correct",            "=",                 (R.HANDLER_LEAD, R.UNIT_LEGAL), (),                             ("reason_given",)),
    *each(BEFORE_OPINION,  "pull_back",          S.DRAFTING,          (R.HANDLER,),                (),                                ("own_contract", "reason_given")),
    *each(BEFORE_SIGNING,  "withdraw",           S.WITHDRAWN,         (R.HANDLER,),                (),                                ("own_contract", "reason_given")),
    *each((S.OPINION_ISSUED, S.AWAITING_DECISION, S.READY_TO_SIGN), "abandon", S.ABANDONED, (R.HANDLER,), (),                           ("own_contract", "reason_given")),
    *(T(None, "register_existing", state, (R.HANDLER,), (), ("secrecy_declared", "reason_given")) for state in (S.PERFORMING, S.COMPLETED, S.TERMINATED)),
)
# fmt: on

RECALLABLE = frozenset(
    {
        *{"submit", "cosign", "pass", "forward", "accept", "request_supplement", "supply", "propose"},
        *{"submit_adoption", "confirm", "escalate"},
    }
)
"""Acts that send a contract on and can be taken back while the next person has not opened it (取回)."""


def recalls(rows: tuple[Transition, ...]) -> tuple[Transition, ...]:
    """For every row that sends a contract on, the way back for whoever followed it."""
    sent = (row for row in rows if row.action in RECALLABLE and row.source is not None and row.source != row.target)
    back = {(row.target, row.source): row.roles for row in sent}
    return tuple(
        T(here, "recall", there or "", roles, (f"came_from_{there}",), ("sent_by_me", "not_opened"))
        for (here, there), roles in back.items()
    )


RECALLS = recalls(ROWS)
TRANSITIONS: tuple[Transition, ...] = (*ROWS, *RECALLS)

TERMINAL = frozenset({S.NOT_ACCEPTED, S.WITHDRAWN, S.ABANDONED, S.ARCHIVED})
SENT_FROM = {f"came_from_{row.target}": came_from(row.target) for row in RECALLS}
LIFECYCLE = Machine(
    name="contract", transitions=TRANSITIONS, guards=GUARDS, conditions=CONDITIONS | SENT_FROM, terminal=TERMINAL
)

AUTOMATIC = frozenset({"issue_opinion", "cosigned"})
"""Acts the system takes by itself as soon as their state is entered and their conditions hold."""

PAUSES: dict[State, frozenset[str]] = {
    S.SUPPLEMENTING: frozenset({"REVIEW", "INTAKE"}),
    S.CONSULTING: frozenset({"REVIEW"}),
}
"""Clocks that stand still in a state and run on afterwards."""

TASKLESS = frozenset({S.PERFORMING, S.SUSPENDED, *TERMINAL})
"""States in which the main line waits for nobody; what runs beside it has tasks of its own."""


def clocks_in(state: State) -> frozenset[str]:
    """The clocks that run in a state: those of the acts expected in it."""
    return frozenset(row.clock for row in LIFECYCLE.rows(state) if row.clock)


def taker(state: State) -> Role | None:
    """Whose task a state is: the role of its main act; None where nobody is waited for."""
    if state in TASKLESS:
        return None
    waiting = (row.roles[0] for row in LIFECYCLE.rows(state) if row.roles[0] != Role.SYSTEM)
    return next(waiting, None)
