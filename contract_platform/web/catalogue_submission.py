"""Texts about what goes with a contract for review."""

from typing import Final

from contract_platform.domain.labels import Words

SUBMISSION: Final[dict[str, Words]] = {
    "submission_not_found": (
        "没有找到送审材料，请刷新页面后重试",
        "There are no such materials; reload the page and try again",
    ),
    "exemption_unknown": (
        "现行制度（{profile}）没有规定这一免审情形（{exemption}），请重新选择或者按一般程序送审",
        "The rules in force ({profile}) know no such exemption ({exemption}); choose another or send it for review",
    ),
    "exemption_reason_missing": (
        "请说明属于所选免审情形的理由",
        "Say why the chosen exemption applies",
    ),
}
