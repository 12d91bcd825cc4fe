"""The policy profile: read by everybody, drafted by one administrator, replayed and published by another."""

from litestar import Controller, delete, get, post, put
from litestar.params import FromPath, FromQuery, JSONBody

from contract_platform.application.draft_policy import (
    drop_draft,
    list_drafts,
    open_draft,
    read_draft,
    rebase_draft,
    save_draft,
)
from contract_platform.application.people_views import ChangeRequestView
from contract_platform.application.policy_commands import DraftSaved, PublicationAsked, ReplayAsked
from contract_platform.application.policy_views import (
    ComparisonView,
    PolicyDraftRow,
    PolicyDraftView,
    ProfileView,
    PublicationView,
    ReplayPage,
    ReplayView,
)
from contract_platform.application.publish_policy import ask_publication, read_publication
from contract_platform.application.read_policy import compare_policies, read_policy
from contract_platform.application.replay_policy import read_replay, replay_policy
from contract_platform.web.declared import operation
from contract_platform.web.dependencies import RequiredKey, Revision, TheActor, ThePlatform
from contract_platform.web.paging import After, Limit


class PolicyController(Controller):
    """What holds, and what held before."""

    path = "/policy"
    tags = ["policy"]

    @get("/", **operation("policy.read"))
    def read(self, platform: ThePlatform, actor: TheActor, version: FromQuery[str | None] = None) -> ProfileView:
        """A version with all its values and where they come from; the one in force today if none is named."""
        return read_policy(platform, actor, version)

    @get("/comparison", **operation("policy.compare"))
    def compare(
        self, platform: ThePlatform, actor: TheActor, before: FromQuery[str], after: FromQuery[str]
    ) -> ComparisonView:
        """Two versions side by side."""
        return compare_policies(platform, actor, before, after)


class PolicyDraftController(Controller):
    """New versions while they are written and until they are published."""

    path = "/policy/drafts"
    tags = ["policy"]

    @get("/", **operation("policy_draft.list"))
    def rows(self, platform: ThePlatform, actor: TheActor) -> tuple[PolicyDraftRow, ...]:
        """All drafts."""
        return list_drafts(platform, actor)

    @post("/", **operation("policy_draft.create"))
    def begin(self, platform: ThePlatform, actor: TheActor, required_key: RequiredKey) -> PolicyDraftView:
        """Begin one on the newest version."""
        return open_draft(platform, actor, idempotency_key=required_key)

    @get("/{draft_id:str}", **operation("policy_draft.read"))
    def read(self, platform: ThePlatform, actor: TheActor, draft_id: FromPath[str]) -> PolicyDraftView:
        """One draft with what it changes, or what is wrong with it."""
        return read_draft(platform, actor, draft_id)

    @put("/{draft_id:str}", **operation("policy_draft.save"))
    def save(
        self,
        platform: ThePlatform,
        actor: TheActor,
        draft_id: FromPath[str],
        revision: Revision,
        data: JSONBody[DraftSaved],
    ) -> PolicyDraftView:
        """Keep it as it stands."""
        return save_draft(platform, actor, draft_id, data, revision=revision)

    @delete("/{draft_id:str}", **operation("policy_draft.drop"))
    def drop(self, platform: ThePlatform, actor: TheActor, draft_id: FromPath[str], revision: Revision) -> None:
        """Throw it away."""
        drop_draft(platform, actor, draft_id, revision=revision)

    @post("/{draft_id:str}/rebase", status_code=200, **operation("policy_draft.rebase"))
    def rebase(
        self, platform: ThePlatform, actor: TheActor, draft_id: FromPath[str], revision: Revision
    ) -> PolicyDraftView:
        """Put its changes on the newest version."""
        return rebase_draft(platform, actor, draft_id, revision=revision)

    @post("/{draft_id:str}/publication", **operation("policy_draft.publish"))
    def ask(
        self,
        platform: ThePlatform,
        actor: TheActor,
        draft_id: FromPath[str],
        required_key: RequiredKey,
        data: JSONBody[PublicationAsked],
    ) -> ChangeRequestView:
        """Ask another administrator to publish it as it stands."""
        return ask_publication(platform, actor, draft_id, data, idempotency_key=required_key)


class PolicyReplayController(Controller):
    """What a new version would have changed."""

    path = "/policy"
    tags = ["policy"]

    @get("/publications/{change_id:str}", **operation("policy_publication.read"))
    def publication(self, platform: ThePlatform, actor: TheActor, change_id: FromPath[str]) -> PublicationView:
        """A version that waits for a second person, or was decided on."""
        return read_publication(platform, actor, change_id)

    @post("/replays", **operation("policy_replay.create"))
    def run(
        self, platform: ThePlatform, actor: TheActor, required_key: RequiredKey, data: JSONBody[ReplayAsked]
    ) -> ReplayView:
        """Ask a draft about the contracts of the last year."""
        return replay_policy(platform, actor, data, idempotency_key=required_key)

    @get("/replays/{replay_id:str}", **operation("policy_replay.read"))
    def page(
        self,
        platform: ThePlatform,
        actor: TheActor,
        replay_id: FromPath[str],
        item: FromQuery[str] = "",
        after: After = None,
        limit: Limit = 50,
    ) -> ReplayPage:
        """The contracts of one's own replay, all or those with one kind of effect."""
        return read_replay(platform, actor, replay_id, item=item, after=after, limit=limit)
