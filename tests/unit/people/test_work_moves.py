"""Tasks passed about by everybody in any order: none is lost, none lies with two, none waits for nobody.

Contracts move on beside it, so that tasks open, are done and fall away while people claim, give, pass on and ask.
"""

import shutil
import tempfile
from collections import Counter
from contextlib import suppress
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from contract_platform.application import commands, task_commands
from contract_platform.application.act_on_endorsement import act_on_endorsement
from contract_platform.application.act_on_task import act_on_task
from contract_platform.application.tasks_of_contract import CONTRACT, ENDORSEMENT_TASK
from contract_platform.domain.errors import Conflict, Forbidden, Invalid, NotFound, Refused
from contract_platform.domain.lifecycle import LIFECYCLE, taker
from contract_platform.domain.people import Person, Post
from contract_platform.domain.task import takes
from contract_platform.domain.vocabulary import Conclusion, Role, State
from contract_platform.domain.work_vocabulary import EndorsementKind, EndorsementState, TaskStage
from tests.unit.application.district import MAJOR
from tests.unit.people.staffed import SINCE, Copied, Staffed

NO = (Refused, Forbidden, NotFound, Invalid, Conflict)
COLLEAGUES = (("intake2", Role.BUREAU_INTAKE, "justice"), ("legal2", Role.UNIT_LEGAL, "data"))
UNIT = ("handler", "handler2", "lead", "legal", "legal2")
BUREAU = ("intake", "intake2", "reviewer", "other_reviewer", "bureau_lead")
EVERYBODY = (*UNIT, *BUREAU, "stranger")
HEADS = ("lead", "bureau_lead")
SOMEBODY = st.sampled_from(EVERYBODY)
NUMBER = st.integers(0, 60)
FORTH = (
    commands.Submit(),
    commands.Pass(),
    commands.Accept(reviewer_id="reviewer"),
    commands.Accept(reviewer_id="other_reviewer"),
    commands.Consult(reason="征求意见"),
    commands.Answered(reason="已回复"),
    commands.Propose(conclusion=Conclusion.APPROVE, body="同意"),
    commands.SignOff(),
    commands.SendBack(reason="依据不足"),
    commands.Recall(),
    commands.Return(reason="补充材料"),
    commands.PullBack(reason="修改"),
)


@pytest.fixture(scope="module")
def prepared(tmp_path_factory):
    """A district in which posts that judge are held by two, with contracts at several stages."""
    folder = tmp_path_factory.mktemp("prepared") / "district"
    staffed = Staffed(folder)
    with staffed.platform.unit_of_work() as uow:
        for name, role, unit in COLLEAGUES:
            uow.people.add(Person(id=name, username=name, name=f"姓名{name}", password_hash="-"))
            uow.posts.add(Post(id=f"post-{name}", person_id=name, unit_id=unit, role=role, valid_from=SINCE))
    contracts = [staffed.register(MAJOR) for _ in range(3)]
    for contract_id in contracts[1:]:
        staffed.act("handler", contract_id, commands.Submit())
    staffed.act("legal", contracts[2], commands.Pass())
    return folder, contracts


class Moves(RuleBasedStateMachine):
    """What the rules refuse is no step; what they allow leaves everything in order."""

    prepared: tuple[Path, list[str]] = (Path(), [])
    done: Counter[str] = Counter()

    def __init__(self):
        super().__init__()
        self.folder = Path(tempfile.mkdtemp()) / "district"

    @initialize()
    def begin(self):
        folder, self.contracts = self.prepared
        shutil.copytree(folder, self.folder)
        self.staffed = Copied(self.folder)
        self.actors = {name: self.staffed.actor(name) for name in EVERYBODY}

    def teardown(self):
        shutil.rmtree(self.folder.parent)

    def open_tasks(self):
        return self.staffed.find("tasks", closed_at=None)

    def takers(self, task):
        return [name for name, actor in self.actors.items() if takes(actor, task)]

    def peers(self, task):
        """Those with the post of a task, and with some luck others."""
        peers = [name for name, actor in self.actors.items() if task.role in {post.role for post in actor.posts}]
        return peers * 3 + list(EVERYBODY)

    def move(self, n, k, command):
        """One of those it is for, of those who head them or of all others asks for it."""
        tasks = self.open_tasks()
        if not tasks:
            return
        task = tasks[n % len(tasks)]
        likely = HEADS if isinstance(command, task_commands.Assign) else self.takers(task)
        names = [*likely] * 6 + list(EVERYBODY)
        actor = self.staffed.actor(names[k % len(names)])
        if isinstance(command, task_commands.Assign | task_commands.Transfer):
            peers = self.peers(task)
            command = msgspec.structs.replace(command, to_id=peers[int(command.to_id) % len(peers)])
        with suppress(*NO):
            act_on_task(self.staffed.platform, actor, task.id, command, revision=task.revision)
            self.done[command.__struct_config__.tag] += 1

    @rule(n=NUMBER, k=NUMBER)
    def claim(self, n, k):
        self.move(n, k, task_commands.Claim())

    @rule(n=NUMBER, k=NUMBER)
    def release(self, n, k):
        self.move(n, k, task_commands.Release())

    @rule(n=NUMBER, k=NUMBER, to=NUMBER)
    def assign(self, n, k, to):
        self.move(n, k, task_commands.Assign(to_id=str(to), reason="分派"))

    @rule(n=NUMBER, k=NUMBER, to=NUMBER)
    def transfer(self, n, k, to):
        self.move(n, k, task_commands.Transfer(to_id=str(to), reason="另有任务"))

    @rule(n=NUMBER, k=NUMBER, to=st.lists(SOMEBODY, min_size=1, max_size=2, unique=True))
    def add_signer(self, n, k, to):
        self.move(n, k, task_commands.AddSigner(to_ids=tuple(to), reason="请就付款条款提出意见"))

    @rule(n=NUMBER, k=NUMBER)
    def urge(self, n, k):
        self.move(n, k, task_commands.Urge())

    @rule(n=NUMBER, action=st.sampled_from(["agree", "remark", "object"]))
    def answer(self, n, action):
        asked = self.staffed.find("endorsements", state=EndorsementState.ASKED)
        if asked:
            one = asked[n % len(asked)]
            self.state(one.person_id or "stranger", one, action)

    @rule(name=SOMEBODY, n=NUMBER)
    def take_out(self, name, n):
        asked = self.staffed.find("endorsements", state=EndorsementState.ASKED)
        if asked:
            self.state(name, asked[n % len(asked)], "take_out")

    def state(self, name, one, action):
        command = task_commands.EndorsementCommand(action=action, text="意见")
        with suppress(*NO):
            act_on_endorsement(self.staffed.platform, self.staffed.actor(name), one.id, command, revision=one.revision)
            self.done[action] += 1

    @rule(n=NUMBER, k=NUMBER)
    def the_contract_moves_on(self, n, k):
        contract_id = self.contracts[n % len(self.contracts)]
        state = self.staffed.contract(contract_id).state
        offered = [
            (name, command)
            for command in FORTH
            for row in LIFECYCLE.rows(state, str(command.__struct_config__.tag))
            for name, actor in self.actors.items()
            if {post.role for post in actor.posts} & set(row.roles)
        ]
        if offered:
            name, command = offered[k % len(offered)]
            with suppress(*NO):
                self.staffed.act(name, contract_id, command)
                self.done["moved"] += 1

    @invariant()
    def every_contract_waits_for_exactly_one_task_of_the_right_post(self):
        for contract_id in self.contracts:
            contract = self.staffed.contract(contract_id)
            mine = [one for one in self.open_tasks() if (one.subject, one.contract_id) == (CONTRACT, contract_id)]
            wanted = taker(contract.state)
            assert [one.role for one in mine] == ([wanted] if wanted else []), contract.state

    @invariant()
    def every_open_task_lies_with_somebody(self):
        for task in self.open_tasks():
            takers = self.takers(task)
            assert takers, task
            if task.stage in {TaskStage.HELD, TaskStage.WAITING} and task.person_id:
                assert takers == [task.person_id], task

    @invariant()
    def a_task_waits_exactly_while_somebody_is_asked_beside_it(self):
        asked = self.staffed.find("endorsements", state=EndorsementState.ASKED, kind=EndorsementKind.PERSON)
        waiting = {one.id for one in self.open_tasks() if one.stage == TaskStage.WAITING}
        assert {one.task_id for one in asked} == waiting

    @invariant()
    def everybody_asked_has_a_task_for_it_and_nobody_else(self):
        asked = {one.id for one in self.staffed.find("endorsements", state=EndorsementState.ASKED)}
        tasks = [one.subject_id for one in self.open_tasks() if one.subject == ENDORSEMENT_TASK]
        assert sorted(tasks) == sorted(asked)

    @invariant()
    def what_ended_has_no_work_left(self):
        ended = {one for one in self.contracts if self.staffed.contract(one).state == State.WITHDRAWN}
        assert not [one for one in self.open_tasks() if one.contract_id in ended]


@pytest.mark.parametrize(
    "examples", [pytest.param(30, id="a tenth"), pytest.param(300, id="all", marks=pytest.mark.long)]
)
def test_no_task_is_lost_doubled_or_left_waiting(examples, prepared):
    Moves.prepared, Moves.done = prepared, Counter()
    run_state_machine_as_test(
        Moves,
        settings=settings(
            max_examples=examples,
            stateful_step_count=50,
            deadline=None,
            derandomize=True,
            database=None,
            phases=[Phase.generate, Phase.shrink],
            suppress_health_check=list(HealthCheck),
        ),
    )
    assert min(Moves.done[name] for name in ("claim", "assign", "transfer", "add_signer", "moved", "urge")) > 0, (
        Moves.done
    )
    assert Moves.done["agree"] + Moves.done["remark"] + Moves.done["object"] > 0, Moves.done
