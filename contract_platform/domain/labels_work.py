"""What people read for tasks, statements asked for and supervision."""

from typing import Final

WORK_ACTIONS: Final[dict[str, tuple[str, str]]] = {
    "claim": ("领取", "Claim"),
    "release": ("退回待领取", "Release"),
    "assign": ("分派", "Assign"),
    "transfer": ("转办", "Transfer"),
    "add_signer": ("加签", "Ask for one more opinion"),
    "answers_in": ("加签意见到齐", "All opinions in"),
    "urge": ("催办", "Urge"),
    "vacate": ("办理人离岗", "Holder gone"),
    "done": ("办结", "Done"),
    "drop": ("转出", "Moved on"),
    "agree": ("同意", "Agree"),
    "remark": ("同意并提出意见", "Agree with remarks"),
    "object": ("不同意", "Object"),
    "take_out": ("移出", "Take out"),
    "lapse_with_round": ("随本轮终止", "Ended with the round"),
    "supervise": ("督办", "Supervise"),
    "answer": ("答复督办", "Answer"),
    "revoke": ("撤销督办", "Revoke"),
    "copy": ("抄送", "Copy"),
    "follow": ("关注", "Follow"),
}

WORK_LABELS: Final[dict[str, dict[str, tuple[str, str]]]] = {
    "TaskStage": {
        "POOLED": ("待领取", "To be claimed"),
        "HELD": ("办理中", "In hand"),
        "WAITING": ("等待加签意见", "Awaiting further opinions"),
        "DONE": ("已办结", "Done"),
        "DROPPED": ("已转出", "Moved on"),
    },
    "EndorsementKind": {
        "UNIT": ("会签", "Co-signing"),
        "REVIEW": ("单位并行审核", "Unit review side by side"),
        "PERSON": ("加签", "Further opinion"),
    },
    "EndorsementState": {
        "ASKED": ("待答复", "Awaiting answer"),
        "AGREED": ("同意", "Agreed"),
        "REMARKED": ("同意并提出意见", "Agreed with remarks"),
        "OBJECTED": ("不同意", "Objected"),
        "TAKEN_OUT": ("已移出", "Taken out"),
        "CANCELLED": ("已终止", "Ended"),
    },
    "SupervisionState": {
        "ISSUED": ("待答复", "Awaiting answer"),
        "ANSWERED": ("待核实", "Awaiting verification"),
        "RETURNED": ("退回重办", "Returned"),
        "CLOSED": ("已办结", "Closed"),
        "REVOKED": ("已撤销", "Revoked"),
    },
}
