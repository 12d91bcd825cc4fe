"""Words for what goes with a contract for review."""

from typing import Final

SUBMISSION: Final[dict[str, dict[str, tuple[str, str]]]] = {
    "MaterialNeed": {
        "REQUIRED": ("必须提交", "Required"),
        "CONDITIONAL": ("按情形提交", "Where it applies"),
        "OPTIONAL": ("可以提交", "Optional"),
    },
    "MaterialStanding": {
        "GIVEN": ("已提交", "There"),
        "NOT_APPLICABLE": ("不适用", "Not applicable"),
        "MISSING": ("缺少", "Missing"),
        "NOT_ASKED": ("不要求", "Not asked for"),
    },
    "QueryResult": {
        "NORMAL": ("正常", "Nothing against it"),
        "ABNORMAL": ("异常", "Something found"),
        "NOT_QUERIED": ("未查询", "Not queried"),
    },
    "InquiryConclusion": {
        "FIT": ("可以签约", "Fit to contract with"),
        "FIT_WITH_MEASURES": ("采取措施后可以签约", "Fit with measures"),
        "UNFIT": ("不宜签约", "Unfit"),
    },
    "UrgencyState": {
        "PENDING": ("待单位负责人确认", "Awaiting the head of unit"),
        "CONFIRMED": ("已同意加急", "Agreed"),
        "REFUSED": ("不同意加急", "Refused"),
        "WITHDRAWN": ("已撤回", "Withdrawn"),
    },
    "FundingSource": {
        "GENERAL_BUDGET": ("一般公共预算", "General public budget"),
        "GOVERNMENT_FUND": ("政府性基金", "Government fund"),
        "SPECIAL_BOND": ("专项债券", "Special bond"),
        "STATE_CAPITAL": ("国有资本", "State capital"),
        "OWN_FUNDS": ("自筹资金", "Own funds"),
        "SOCIAL_CAPITAL": ("社会资本", "Private capital"),
        "OTHER": ("其他", "Other"),
    },
}
