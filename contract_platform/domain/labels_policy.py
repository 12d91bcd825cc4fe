"""What people read for the identifiers a policy profile uses."""

from typing import Final

POLICY_LABELS: Final[dict[str, dict[str, tuple[str, str]]]] = {
    "Body": {
        "GOVERNMENT": ("人民政府", "Government"),
        "DEPARTMENT": ("政府工作部门", "Departments"),
        "SUBDISTRICT": ("街道办事处、乡镇政府", "Sub-districts and townships"),
        "INSTITUTION": ("事业单位", "Public institutions"),
        "STATE_ENTERPRISE": ("政府投融资公司", "State investment companies"),
    },
    "Instrument": {
        "CONTRACT": ("合同", "Contract"),
        "AGREEMENT": ("协议", "Agreement"),
        "FRAMEWORK": ("框架协议", "Framework agreement"),
        "SUPPLEMENT": ("补充协议", "Supplementary agreement"),
        "LOI": ("意向书", "Letter of intent"),
        "MOU": ("备忘录", "Memorandum"),
        "UNDERTAKING": ("承诺书", "Undertaking"),
    },
    "UnitReviewer": {
        "LEGAL": ("法制机构", "Legal office"),
        "SUPERVISION": ("监察机构", "Supervision office"),
        "AUDIT": ("审计机构", "Audit office"),
    },
    "Reaction": {
        "SIGN": ("可以按审定文本签订", "May sign the approved text"),
        "AMEND": (
            "修改并逐项反馈；应当修改的意见未采纳或者未经裁定的，不得签订",
            "Amend and answer item by item; no signature while a binding item is neither adopted nor ruled on",
        ),
        "REDRAFT": (
            "不得签订；重新起草后再次送审，或者终止办理",
            "No signature; draft anew and submit again, or abandon",
        ),
    },
    "SealKind": {"ADMIN_SEAL": ("行政公章", "Administrative seal"), "CONTRACT_SEAL": ("合同专用章", "Contract seal")},
    "SuspensionReason": {
        "SUPPLEMENT": ("补正材料", "Supplement of materials"),
        "SURVEY": ("调查", "Survey"),
        "ASSESSMENT": ("评估", "Assessment"),
        "EXPERT": ("专家论证", "Expert appraisal"),
        "CONSULTATION": ("征求意见", "Consultation"),
    },
    "Addressee": {
        "GOVERNMENT": ("本级人民政府", "The government"),
        "JUSTICE_BUREAU": ("司法行政部门", "Justice bureau"),
    },
    "LegalLimit": {
        "SUPPLEMENT_SHARE": ("补充合同金额占原合同", "Supplements, share of the original sum"),
        "BOND_SHARE": ("履约保证金占合同金额", "Performance bond, share of the sum"),
        "SME_DAILY_INTEREST": ("中小企业款项逾期利息，每日", "Late payment to small firms, interest a day"),
    },
}
