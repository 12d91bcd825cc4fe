"""The work on a contract: whose turn it is, and the statements asked of units and people."""

from litestar import Controller, delete, get, post, put
from litestar.params import FromPath, JSONBody

from contract_platform.application.act_on_endorsement import act_on_endorsement
from contract_platform.application.act_on_task import act_on_task
from contract_platform.application.act_on_tasks import BatchDone, act_on_tasks
from contract_platform.application.circulate import Following, copy_choices, follow, send_copies, unfollow
from contract_platform.application.read_work import read_choices, read_work
from contract_platform.application.task_commands import EndorsementCommand, NewCopies, TaskBatch, TaskCommand
from contract_platform.application.work_views import PersonChoice, TaskChoices, WorkView
from contract_platform.web.declared import operation
from contract_platform.web.dependencies import Key, RequiredKey, Revision, TheActor, ThePlatform


class WorkController(Controller):
    """Whose turn it is, and what was asked of whom."""

    path = "/"
    tags = ["work"]

    @get("/contracts/{contract_id:str}/work", **operation("work.read"))
    def read(self, platform: ThePlatform, actor: TheActor, contract_id: FromPath[str]) -> WorkView:
        """Open tasks and statements of a contract, and what the reader may do about them."""
        return read_work(platform, actor, contract_id)

    @get("/tasks/{task_id:str}/choices", **operation("task.choices"))
    def choices(self, platform: ThePlatform, actor: TheActor, task_id: FromPath[str]) -> TaskChoices:
        """Who could hold the task instead, and who could be asked for an opinion."""
        return read_choices(platform, actor, task_id)

    @post("/tasks/{task_id:str}/actions", status_code=200, **operation("task.act"))
    def act(
        self,
        platform: ThePlatform,
        actor: TheActor,
        task_id: FromPath[str],
        revision: Revision,
        key: Key,
        data: JSONBody[TaskCommand],
    ) -> WorkView:
        """Claim, release, assign, transfer, ask for a further opinion, or urge."""
        return act_on_task(platform, actor, task_id, data, revision=revision, idempotency_key=key)

    @post("/tasks/batch", status_code=200, **operation("task.batch"))
    def batch(
        self, platform: ThePlatform, actor: TheActor, required_key: RequiredKey, data: JSONBody[TaskBatch]
    ) -> BatchDone:
        """Claim many tasks, or assign them to one person; all or none."""
        return act_on_tasks(platform, actor, data, idempotency_key=required_key)

    @get("/contracts/{contract_id:str}/copies/choices", **operation("copy.choices"))
    def copy_choices(
        self, platform: ThePlatform, actor: TheActor, contract_id: FromPath[str]
    ) -> tuple[PersonChoice, ...]:
        """To whom the contract can be copied."""
        return copy_choices(platform, actor, contract_id)

    @post("/contracts/{contract_id:str}/copies", **operation("copy.create"))
    def copy(
        self,
        platform: ThePlatform,
        actor: TheActor,
        contract_id: FromPath[str],
        required_key: RequiredKey,
        data: JSONBody[NewCopies],
    ) -> WorkView:
        """Copy the contract to people who can see it."""
        return send_copies(platform, actor, contract_id, data, idempotency_key=required_key)

    @put("/contracts/{contract_id:str}/follow", **operation("follow.begin"))
    def follow(self, platform: ThePlatform, actor: TheActor, contract_id: FromPath[str]) -> Following:
        """Keep an eye on the contract."""
        return follow(platform, actor, contract_id)

    @delete("/contracts/{contract_id:str}/follow", status_code=200, **operation("follow.end"))
    def unfollow(self, platform: ThePlatform, actor: TheActor, contract_id: FromPath[str]) -> Following:
        """Keep no eye on it any more."""
        return unfollow(platform, actor, contract_id)

    @post("/endorsements/{endorsement_id:str}/actions", status_code=200, **operation("endorsement.act"))
    def answer(
        self,
        platform: ThePlatform,
        actor: TheActor,
        endorsement_id: FromPath[str],
        revision: Revision,
        key: Key,
        data: JSONBody[EndorsementCommand],
    ) -> WorkView:
        """Agree, agree with remarks, object, or take out who does not answer."""
        return act_on_endorsement(platform, actor, endorsement_id, data, revision=revision, idempotency_key=key)
