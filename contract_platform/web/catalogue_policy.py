"""Texts about versions of the policy: drafts, what they would have changed, publication."""

from typing import Final

from contract_platform.domain.labels import Words

POLICY: Final[dict[str, Words]] = {
    "policy_version_not_found": (
        "没有制度配置的“{version}”版本，请从版本列表中选择",
        "There is no version “{version}” of the policy; choose one from the list",
    ),
    "policydraft_not_found": (
        "草稿不存在，可能已发布或者已删除，请返回制度配置页查看",
        "The draft is gone, published or dropped; look at the policy page",
    ),
    "policyreplay_not_found": (
        "推算结果不存在，请重新推算",
        "There is no such replay; run it again",
    ),
    "replayrows_not_found": ("推算结果不存在，请重新推算", "There is no such replay; run it again"),
    "policy_draft_asked": (
        "草稿已作为第 {number} 号申请提请发布，暂不能修改；请先撤回或等待处理",
        "The draft waits for publication as request {number}; withdraw it first or wait for the decision",
    ),
    "policy_draft_too_large": (
        "草稿内容过大，请减少规则或者说明文字后再保存",
        "The draft is too large; shorten its rules or texts and save again",
    ),
    "policy_group_unfit": (
        "制度配置没有“{group}”这一部分，或者格式不对，请刷新页面后重填",
        "The policy has no part “{group}”, or it has another form; reload the page and enter it again",
    ),
    "policy_day_missing": (
        "请先填写施行日期，再提请发布",
        "Enter the day from which it holds, then ask for publication",
    ),
    "policy_basis_missing": (
        "请先填写依据文件的名称和文号，再提请发布",
        "Name the paper it rests on, with its number, then ask for publication",
    ),
    "policy_day_past": (
        "施行日期早于今天，请改为今天或以后",
        "The first day is past; choose today or later",
    ),
    "policy_day_taken": (
        "施行日期应当晚于现有版本的施行日期 {day}，请另选",
        "It has to begin after the version it follows, which begins on {day}; choose another day",
    ),
    "policy_base_stale": (
        "草稿所依据的版本 {base} 已被 {newest} 取代；请把草稿移到最新版本上，核对后重新提请发布",
        "The draft rests on {base}, which {newest} has followed; put the draft on the newest version and ask again",
    ),
    "policy_value_unfit": (
        "有一处填写不符合要求，请更正（{where}：{said}）",
        "A value is not fit; correct it ({where}: {said})",
    ),
    "policy_unchanged": (
        "草稿与现有版本没有不同，请先修改或者确认至少一项",
        "The draft changes nothing; change or confirm a value first",
    ),
    "policy_replay_unseen": (
        "请先打开该申请，查看按上一年合同的推算，再发布",
        "Open the request and look at what it would have changed in the last year, then publish",
    ),
    "policy_replay_of_one": (
        "请指明推算哪一份草稿或者申请（只能一个）",
        "Name the one draft or request to replay",
    ),
}
