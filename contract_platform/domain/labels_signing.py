"""What people read for the identifiers of sealing, signing and comparing."""

from typing import Final

SIGNING_LABELS: Final[dict[str, dict[str, tuple[str, str]]]] = {
    "SignedAs": {
        "LEGAL_REPRESENTATIVE": ("法定代表人/负责人", "Legal representative or head"),
        "IN_PERSON": ("本人（自然人）", "In person (natural person)"),
        "AUTHORISED": ("授权代表", "Authorised representative"),
    },
    "DifferenceKind": {
        "AMOUNT": ("金额", "Amount"),
        "PARTY": ("当事人", "Party"),
        "TERM": ("期限", "Term"),
        "DATE": ("日期", "Date"),
        "PAYMENT": ("付款方式", "Payment"),
        "LIABILITY": ("违约责任", "Liability"),
        "DISPUTE": ("争议解决", "Disputes"),
        "OTHER": ("其他条款", "Other clause"),
    },
    "SignatureVerdict": {
        "VALID": ("签名有效", "Valid"),
        "UNTRUSTED": (
            "未改动，但证书不受信任（不在信任列表或当时不在有效期内）",
            "Unchanged; certificate not trusted (not in the trust list, or not in force then)",
        ),
        "MODIFIED": ("签名后被改动或签名不符", "Changed after signing, or the signature does not fit"),
        "UNVERIFIABLE": (
            "无法验证（国密 SM2 等本平台不能计算的签名，请用签章厂商的工具核验）",
            "Cannot be verified here (SM2 seals and the like): use the tool of the seal's maker",
        ),
    },
    "DeviationState": {
        "KNOWN": ("存在差异", "Differs"),
        "RETRACTED": ("已撤回", "Taken back"),
        "SETTLED": ("已重新审查认可", "Reviewed again and let stand"),
    },
    "MarkKind": {
        "AGAINST_ADVICE": ("未采纳仍签订", "Signed against advice"),
        "SIGNED_LATE": ("逾期签订", "Signed late"),
        "URGENT": ("加急送审", "Sent as urgent"),
    },
}
