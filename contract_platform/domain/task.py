"""The table of one task: claimed, given, passed on, waiting for a further opinion, urged.

What ends a task is never an act of this table: a task is done by the act it is for, and dropped when the contract went
another way. Whose a task is and who heads those it is for stands in ``TaskCircumstances``.
"""

from datetime import date
from typing import Final

from contract_platform.domain.endorsement import COSIGNERS
from contract_platform.domain.followups import Task
from contract_platform.domain.machine import Guard, Machine, Reason, Transition, each
from contract_platform.domain.people import Actor
from contract_platform.domain.records import Record
from contract_platform.domain.relations import UNIT_ROLES, units_of
from contract_platform.domain.supervision import CONCERNED
from contract_platform.domain.vocabulary import Role
from contract_platform.domain.work_vocabulary import TaskStage

HEADS: Final = (Role.HANDLER_LEAD, Role.BUREAU_LEAD, Role.GOV_OFFICE)
JUDGING: Final = frozenset({Role.BUREAU_INTAKE, Role.BUREAU_REVIEWER, Role.BUREAU_LEAD, Role.FILING_OFFICER})
"""Roles that judge what a unit did, and so do not work for it."""
NAMED: Final = frozenset({Role.HANDLER, Role.BUREAU_REVIEWER})
"""Roles whose person the contract names; a HANDLER's work passes on by handing the contract over (移交)."""


def takes(actor: Actor, task: Task) -> bool:
    """Whether a task is for this person: by name, for a colleague who is away, or by a role held where it is."""
    if (task.contract_id, actor.person_id) in actor.recused:
        return False
    return any(
        post.role == task.role
        and task.person_id in {None, post.person_id}
        and (task.contract_id, post.person_id) not in actor.recused
        and (task.unit_id is None or task.unit_id in units_of(actor, [post]))
        for post in actor.posts
    )


def may_be_given(subject: str, role: Role) -> tuple[Role, ...]:
    """The roles whose holders a task of a role may be given to: a unit's answer may come from its legal officer."""
    wider = {"endorsement": COSIGNERS, "supervision": CONCERNED}.get(subject, ())
    return wider if role in wider else (role,)


def head_of(role: Role) -> Role:
    """Who gives the work of a role to people: the head of the unit, the bureau's lead, the office among itself."""
    if role in UNIT_ROLES:
        return Role.HANDLER_LEAD
    return Role.GOV_OFFICE if role == Role.GOV_OFFICE else Role.BUREAU_LEAD


class Candidate(Record, frozen=True, kw_only=True):
    """Somebody who is to hold a task or give an opinion, and what speaks against it.

    ``fits``: in office today in the role asked for, where it reaches the contract. ``decided_as``: other roles in which
    this person acted on the contract. ``partial``: does the handling unit's own work, for a task of the bureau.
    """

    person_id: str
    role: Role
    unit_id: str = ""
    name: str = ""
    fits: bool = False
    recused: bool = False
    partial: bool = False
    decided_as: frozenset[Role] = frozenset()
    asked: bool = False  # for an opinion on the same task, without an answer yet

    def against(self) -> Reason | None:
        """The first thing that speaks against this person, None where nothing does."""
        if not self.fits:
            return Reason(code="candidate_does_not_fit", params={"name": self.name or self.person_id})
        if self.recused:
            return Reason(code="candidate_recused", params={"name": self.name})
        if self.partial:
            return Reason(code="candidate_of_the_unit", params={"name": self.name})
        if self.decided_as:
            roles = sorted(self.decided_as)
            return Reason(code="candidate_decided_before", params={"name": self.name, "roles": roles})
        return Reason(code="candidate_asked_already", params={"name": self.name}) if self.asked else None


class TaskCircumstances(Record, frozen=True, kw_only=True):
    """What is known when an act on a task is asked for; the lower half is what the person enters.

    ``mine``: the task is the actor's, or for a role the actor holds and nobody has claimed it. ``heads``: the actor
    heads those it is for. ``earlier_roles``: roles in which the actor, or whoever is away, acted on the contract;
    ``partial``: one of them does the handling unit's own work, and the task judges it.
    """

    task: Task
    actor_id: str
    today: date
    acted_for: str | None = None
    role: Role | None = None
    mine: bool = False
    heads: bool = False
    partial: bool = False
    earlier_roles: frozenset[Role] = frozenset()
    reason: str = ""
    candidates: tuple[Candidate, ...] = ()


def _mine(c: TaskCircumstances) -> Reason | None:
    return None if c.mine else Reason(code="task_of_others")


def _heads_it(c: TaskCircumstances) -> Reason | None:
    return None if c.heads else Reason(code="task_not_yours_to_assign")


def _taken(c: TaskCircumstances) -> Reason | None:
    return None if c.task.taken_at is not None else Reason(code="task_not_taken")


def _from_pool(c: TaskCircumstances) -> Reason | None:
    named = c.task.person_id is not None and c.task.taken_at is None
    return Reason(code="task_of_named") if named else None


def _passes_on(c: TaskCircumstances) -> Reason | None:
    if c.task.role == Role.HANDLER or c.task.subject == "endorsement":
        return Reason(code="task_not_transferable")
    return None


def _takes_signers(c: TaskCircumstances) -> Reason | None:
    return None if c.task.subject in {"contract", "filing"} else Reason(code="task_without_signers")


def _fresh(c: TaskCircumstances) -> Reason | None:
    others = sorted(c.earlier_roles - {c.task.role, Role.SYSTEM})
    return Reason(code="decided_already", params={"roles": others}) if others else None


def _impartial(c: TaskCircumstances) -> Reason | None:
    return Reason(code="not_impartial") if c.partial else None


def _one_fits(c: TaskCircumstances) -> Reason | None:
    if len(c.candidates) != 1:
        return Reason(code="candidate_missing")
    [candidate] = c.candidates
    if candidate.person_id == c.task.person_id:
        return Reason(code="candidate_holds_it", params={"name": candidate.name})
    return candidate.against()


def _to_another(c: TaskCircumstances) -> Reason | None:
    to_me = any(one.person_id in {c.actor_id, c.acted_for} for one in c.candidates)
    return Reason(code="candidate_is_the_holder") if to_me else None


def _all_fit(c: TaskCircumstances) -> Reason | None:
    if not c.candidates:
        return Reason(code="candidate_missing")
    holders = {c.actor_id, c.acted_for, c.task.person_id}
    if any(one.person_id in holders for one in c.candidates):
        return Reason(code="candidate_is_the_holder")
    return next((reason for one in c.candidates if (reason := one.against())), None)


def _said(c: TaskCircumstances) -> Reason | None:
    return None if c.reason.strip() else Reason(code="reason_missing")


def _others(c: TaskCircumstances) -> Reason | None:
    held = c.task.person_id is not None and c.task.person_id in {c.actor_id, c.acted_for}
    return Reason(code="own_task_urged") if held or (c.mine and c.task.person_id is None) else None


def _not_today(c: TaskCircumstances) -> Reason | None:
    return Reason(code="urged_today") if c.task.urged_on == c.today else None


GUARDS = {
    "mine": Guard(check=_mine, basis="由待办所属的人员办理；未领取的，由该岗位的人员办理"),
    "heads_it": Guard(check=_heads_it, basis="单位负责人分派本单位的待办，审签领导分派司法局的待办"),
    "taken": Guard(check=_taken, basis="只能退回领取或分派得来的待办"),
    "from_pool": Guard(check=_from_pool, basis="指定承办人、审查员的待办由移交、改派变更"),
    "passes_on": Guard(check=_passes_on, basis="承办人的事项通过移交办理；会签、加签意见由被征求的人答复"),
    "takes_signers": Guard(check=_takes_signers, basis="加签用于合同办理和备案审查，其他事项直接答复"),
    "not_decided_otherwise": Guard(check=_fresh, basis="职责分离：同一合同不得由同一人在不同岗位重复决定"),
    "impartial": Guard(
        check=_impartial, basis="司法局自身合同的受理、审查、审签、备案由未在承办单位任经办岗位的人员办理"
    ),
    "person_fits": Guard(
        check=_one_fits, basis="接办人须在任、岗位相同、不回避、未以其他岗位办理过本合同", of_input=True
    ),
    "to_another": Guard(check=_to_another, basis="转办给其他人员", of_input=True),
    "people_fit": Guard(
        check=_all_fit, basis="被加签人须在任、看得到本合同、不回避、未以其他岗位办理过本合同", of_input=True
    ),
    "reason_given": Guard(check=_said, basis="转办、加签须说明理由或征求的问题", of_input=True),
    "not_mine": Guard(check=_others, basis="催办他人的待办"),
    "not_urged_today": Guard(check=_not_today, basis="同一待办每日催办不超过一次"),
}

S, R = TaskStage, Role
T = Transition
SYSTEM = (R.SYSTEM,)
OPEN: Final = (S.POOLED, S.HELD, S.WAITING)
TAKERS = (
    R.HANDLER, R.HANDLER_LEAD, R.UNIT_LEGAL, R.COUNSEL, R.BUREAU_INTAKE, R.BUREAU_REVIEWER, R.BUREAU_LEAD, R.EXPERT,
    R.GOV_OFFICE, R.SIGNATORY, R.SEAL_KEEPER, R.FILING_OFFICER, R.PERF_SUPERVISOR, R.ARCHIVIST,
)  # fmt: skip
URGERS = (
    R.HANDLER, R.HANDLER_LEAD, R.UNIT_LEGAL, R.BUREAU_INTAKE, R.BUREAU_REVIEWER, R.BUREAU_LEAD, R.GOV_OFFICE,
    R.FILING_OFFICER, R.PERF_SUPERVISOR,
)  # fmt: skip
TAKING = ("mine", "not_decided_otherwise", "impartial")
PASSING = ("mine", "passes_on", "reason_given", "to_another", "person_fits")
ASKING = (*TAKING, "takes_signers", "reason_given", "people_fit")

# fmt: off
TRANSITIONS = (
    # source                   action        target      roles    when  guards
    T(None,                    "open",       S.POOLED,   SYSTEM),
    T(None,                    "name",       S.HELD,     SYSTEM),
    T(S.POOLED,                "claim",      S.HELD,     TAKERS,  (),   TAKING),
    *each((S.POOLED, S.HELD),  "assign",     S.HELD,     HEADS,   (),   ("heads_it", "from_pool", "person_fits")),
    T(S.HELD,                  "release",    S.POOLED,   TAKERS,  (),   ("mine", "taken")),
    *each((S.POOLED, S.HELD),  "transfer",   S.HELD,     TAKERS,  (),   PASSING),
    *each(OPEN,                "add_signer", S.WAITING,  TAKERS,  (),   ASKING),
    T(S.WAITING,               "answers_in", S.HELD,     SYSTEM),
    *each((S.HELD, S.WAITING), "vacate",     S.POOLED,   SYSTEM),
    *each(OPEN,                "urge",       "=",        URGERS,  (),   ("not_mine", "not_urged_today")),
    *each(OPEN,                "done",       S.DONE,     SYSTEM),
    *each(OPEN,                "drop",       S.DROPPED,  SYSTEM),
)
# fmt: on
ENDED = frozenset({S.DONE, S.DROPPED})
TASK = Machine(name="task", transitions=TRANSITIONS, guards=GUARDS, conditions={}, terminal=ENDED)
