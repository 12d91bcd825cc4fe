"""Requests of the operations after a contract's signature."""

from contract_platform.domain.dispute import DISPUTE
from contract_platform.domain.lifecycle import SIGNED
from contract_platform.domain.settlement import SETTLEMENT
from contract_platform.domain.vocabulary import State
from tests.security import bodies
from tests.security.bodies import TODAY
from tests.security.ends import LEASE, SUPPLEMENT
from tests.security.factory import Factory, beside, given

S = State
READ = (Factory(),)
PLAN = {
    "kind": "COLLECTION", "side": "theirs", "content": "租金", "first_on": TODAY, "last_on": TODAY, "every_months": 3,
}  # fmt: skip
DISPUTED = {
    "title": "租金争议", "cause": "拖欠租金", "opponent": "某公司", "nature": "CIVIL", "position": "CLAIMANT",
}  # fmt: skip

END_FACTORIES: dict[str, tuple[Factory, ...]] = {
    "contract.family": READ,
    "contract.derive": (
        Factory(
            stage=S.PERFORMING,
            body=given(relation="RENEWAL", reason="期满续签", secrecy_declared=True),
            states=frozenset({S.PERFORMING, S.SUSPENDED, S.COMPLETED, S.TERMINATED}),
        ),
    ),
    "amendment.justify": (
        Factory(stage=SUPPLEMENT, body=given(basis="区政府会议纪要"), states=frozenset({S.READY_TO_SIGN})),
    ),
    "obligation.plan": (Factory(stage=S.PERFORMING, body=given(**PLAN)),),
    "obligation.preview": (Factory(stage=S.PERFORMING, body=given(**PLAN)),),
    "ends.read": READ,
    "term_end.record": (
        Factory(
            stage=LEASE,
            body=bodies.reletting,
            states=frozenset({S.PERFORMING}),
        ),
    ),
    "settlement.act": (beside(SETTLEMENT, "agree", ("settlement_id", "OPEN"), owed_by="NOBODY", terms="互不欠付"),),
    "evaluation.create": (
        Factory(
            stage=S.COMPLETED,
            body=given(quality=5, timeliness=5, service=5, grade="GOOD", text="按期完成"),
            states=frozenset({S.PERFORMING, S.SUSPENDED, S.COMPLETED, S.TERMINATED, S.VOIDED}),
        ),
    ),
    "archive.read": READ,
    "archive.export": (
        Factory(
            stage=S.ARCHIVED,
            states=frozenset({S.ARCHIVED, S.WITHDRAWN, S.ABANDONED, S.NOT_ACCEPTED}),
        ),
    ),
    "dispute.list": READ,
    "dispute.export": READ,
    "dispute.read": READ,
    "dispute.open": (Factory(stage=S.PERFORMING, body=given(**DISPUTED), states=frozenset(SIGNED)),),
    "dispute.act": (
        beside(DISPUTE, "add_stage", ("dispute_id", "OPEN"), kind="NEGOTIATION"),
        beside(DISPUTE, "interrupt", ("dispute_id", "OPEN"), note="发函催告"),
    ),
}
