"""Requests about the calendar and the policy: what holds, drafts, publications, replays."""

from tests.security import bodies
from tests.security.bodies import TODAY
from tests.security.factory import Factory, given

READ = (Factory(),)
DRAFT = {"draft_id": "draft-1"}
PUBLICATION = {"change_id": "change-2"}
RULE = {"rule_id": "performance_bond_over_10"}

POLICY: dict[str, tuple[Factory, ...]] = {
    "calendar.read": READ,
    "rule.list": READ,
    "rule.read": (Factory(paths=RULE),),
    "rule.contracts": (Factory(paths=RULE),),
    "rule.try": (Factory(paths=RULE, query={"parameter": "percent", "value": "12"}),),
    "policy.read": READ,
    "policy.compare": (Factory(query={"before": "2026.1", "after": "2026.1"}),),
    "policy_draft.list": READ,
    "policy_draft.create": READ,
    "policy_draft.read": (Factory(paths=DRAFT),),
    "policy_draft.save": (Factory(paths=DRAFT, body=given(content={}, effective_from=TODAY, basis="区政府文件")),),
    "policy_draft.drop": (Factory(paths=DRAFT),),
    "policy_draft.rebase": (Factory(paths=DRAFT),),
    "policy_draft.publish": (Factory(paths=DRAFT, body=given(reason="区政府文件")),),
    "policy_publication.read": (Factory(paths=PUBLICATION),),
    "policy_replay.create": (Factory(body=given(change_id="change-2")),),
    "policy_replay.read": (Factory(paths={"replay_id": "replay-1"}, expects=bodies.own_replay),),
}
