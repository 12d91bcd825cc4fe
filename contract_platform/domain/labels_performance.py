"""What people read for the identifiers of disputes, ends, settlements and evaluation."""

from typing import Final

PERFORMANCE_LABELS: Final[dict[str, dict[str, tuple[str, str]]]] = {
    "ArchiveProperty": {
        "AUTHENTIC": ("真实性", "Authentic"),
        "COMPLETE": ("完整性", "Complete"),
        "USABLE": ("可用性", "Usable"),
        "SAFE": ("安全性", "Safe"),
    },
    "ArchiveCheck": {
        "BYTES": ("文件与收到时的杂凑值一致", "Files are the bytes that came in"),
        "PROCESS": ("办理过程记录首尾相连、没有缺失", "The record of the process has no gap"),
        "METADATA": ("合同要素齐全", "Metadata are complete"),
        "NUMBERING": ("文件版本连续编号、没有缺失", "Versions are numbered without a gap"),
        "SIGNED_COPY": ("签订文本已入卷", "The signed copy is in the file"),
        "FORMATS": ("文件能打开，格式可长期保存", "Files open, in formats that last"),
        "SET_APART": ("没有因密级标志被隔离、清除的文件", "No file was set apart or erased for a secrecy mark"),
    },
    "CheckResult": {"PASSED": ("通过", "Passed"), "NOTED": ("提示", "Noted"), "FAILED": ("不通过", "Failed")},
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
    "TermEndWay": {
        "RENEWED": ("续签", "Renewed"),
        "RECOVERED": ("收回", "Taken back"),
        "RELET": ("重新招租", "Let anew"),
        "SUED": ("起诉", "Sued"),
    },
    "SuspensionGround": {
        "AGREED": ("双方协商", "Agreed"),
        "STATUTORY": ("法定事由（不可抗力、不安抗辩等）", "By law"),
        "PUBLIC_INTEREST": ("公共利益需要", "Public interest"),
        "ORDERED": ("有权机关要求", "Ordered"),
    },
    "RescissionGround": {
        "AGREED": ("协商解除", "Agreed"),
        "CONTRACTUAL": ("约定解除条件成就", "By the contract"),
        "STATUTORY": ("法定解除", "By law"),
        "PUBLIC_INTEREST": ("公共利益需要", "Public interest"),
    },
    "JudgmentOutcome": {
        "VOID": ("确认无效", "Void"),
        "REVOKED": ("撤销", "Revoked"),
        "RESCINDED": ("判决解除", "Rescinded"),
        "PERFORM": ("判令继续履行或支付", "To perform or to pay"),
    },
    "OwedBy": {
        "OURS": ("我方应付", "We owe"),
        "THEIRS": ("对方应付", "They owe"),
        "NOBODY": ("互不欠付", "Nobody owes"),
    },
    "SettlementState": {"OPEN": ("待结算", "Open"), "AGREED": ("待清偿", "Agreed"), "CLOSED": ("已结清", "Closed")},
    "Grade": {
        "EXCELLENT": ("优", "Excellent"),
        "GOOD": ("良", "Good"),
        "PASS": ("合格", "Pass"),
        "FAIL": ("不合格", "Fail"),
    },
}
