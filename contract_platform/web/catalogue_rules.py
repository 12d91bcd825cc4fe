"""Texts about the risk rules: suspending, resuming, trying another parameter."""

from typing import Final

from contract_platform.domain.labels import Words

RULE_TEXTS: Final[dict[str, Words]] = {
    "rule_not_found": (
        "没有“{id}”这条规则，请从规则台的目录中选择",
        "There is no rule “{id}”; choose one from the catalogue",
    ),
    "rule_unknown": (
        "没有“{rule}”这条规则，请从规则台的目录中选择",
        "There is no rule “{rule}”; choose one from the catalogue",
    ),
    "rule_suspended_already": (
        "该规则已按第 {number} 号申请停用，无需再次申请",
        "The rule rests already by request {number}; there is nothing to ask for",
    ),
    "rule_not_suspended": (
        "该规则没有停用，无需恢复；请刷新页面查看",
        "The rule does not rest; reload the page",
    ),
    "rule_parameter_unknown": (
        "该规则没有“{parameter}”这个参数，请从规则的参数中选择",
        "The rule has no parameter “{parameter}”; choose one of its own",
    ),
    "rule_value_unfit": (
        "试跑的值须为 0 至 {most} 的数字，请重新填写",
        "The value to try is a number from 0 to {most}; enter another",
    ),
    "trial_closed": (
        "文本因涉密标志已隔离，未试跑；请按隔离流程办理",
        "The text is set apart for a secrecy mark and was not tried; see the quarantine",
    ),
    "trial_unread": (
        "文本尚未读取或者无法读取，未试跑；请待读取后再试",
        "The text has not been read or cannot be, and was not tried; try again once it is read",
    ),
}
