"""What people read for the identifiers of disputes, ends, settlements and evaluation."""

from typing import Final

PERFORMANCE_LABELS: Final[dict[str, dict[str, tuple[str, str]]]] = {
    "DisputeState": {"OPEN": ("处理中", "Open"), "RESOLVED": ("已结案", "Resolved")},
    "DisputeStageKind": {
        "NEGOTIATION": ("协商", "Negotiation"),
        "MEDIATION": ("调解", "Mediation"),
        "RECONSIDERATION": ("行政复议", "Administrative reconsideration"),
        "FIRST_INSTANCE": ("诉讼一审", "First instance"),
        "SECOND_INSTANCE": ("诉讼二审", "Second instance"),
        "RETRIAL": ("诉讼再审", "Retrial"),
        "ARBITRATION": ("仲裁", "Arbitration"),
        "ENFORCEMENT": ("执行", "Enforcement"),
    },
    "DisputeNature": {"CIVIL": ("民事合同争议", "Civil"), "ADMINISTRATIVE": ("行政协议争议", "Administrative")},
    "DisputePosition": {
        "CLAIMANT": ("我方为原告/申请人", "We claim"),
        "RESPONDENT": ("我方为被告/被申请人", "We respond"),
    },
    "DisputeOutcome": {
        "WON": ("胜诉/请求得到支持", "Won"),
        "PARTLY": ("部分胜诉", "Partly won"),
        "LOST": ("败诉", "Lost"),
        "SETTLED": ("和解/调解结案", "Settled"),
        "WITHDRAWN": ("撤诉/撤回申请", "Withdrawn"),
    },
    "DisputePeriod": {
        "LIMITATION": ("诉讼时效", "Limitation period"),
        "ANSWER": ("提交答辩状", "Answer"),
        "APPEAL_JUDGMENT": ("对判决上诉", "Appeal against the judgment"),
        "APPEAL_RULING": ("对裁定上诉", "Appeal against the ruling"),
        "RECONSIDERATION_APPLY": ("申请行政复议", "Apply for reconsideration"),
        "RECONSIDERATION_REPLY": ("提交行政复议答复书", "Reply in reconsideration"),
        "SUE_AFTER_RECONSIDERATION": ("不服复议决定起诉", "Sue after reconsideration"),
        "ADMINISTRATIVE_SUIT": ("提起行政诉讼", "File an administrative suit"),
        "RETRIAL": ("申请再审", "Apply for retrial"),
        "ENFORCEMENT": ("申请执行", "Apply for enforcement"),
        "SET_ASIDE_AWARD": ("申请撤销仲裁裁决", "Apply to set the award aside"),
    },
}
