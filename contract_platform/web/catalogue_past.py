"""Texts about what lies in the past: contracts entered late, corrections, imports of old ledgers."""

from typing import Final

from contract_platform.domain.labels import Words

PAST: Final[dict[str, Words]] = {
    "origin_missing": (
        "请选择补录的缘由：历史合同、应急补录或未审先签",
        "Say why it is entered only now: historic, an emergency, or signed without review",
    ),
    "entered_state_unknown": (
        "补录时只能登记为履行中、履行完毕或已解除/终止，请重新选择",
        "Enter it as being performed, completed or terminated",
    ),
    "metric_unknown": (
        "没有这项指标的清单（{metric}），请从监管总览的指标进入",
        "There is no list {metric} behind a figure; open it from the overview",
    ),
    "sign_date_ahead": (
        "签订日期（{day}）还没有到；尚未签订的合同请从“合同送审”办理",
        "The signing date ({day}) lies ahead; what is not signed yet goes through submission",
    ),
}
