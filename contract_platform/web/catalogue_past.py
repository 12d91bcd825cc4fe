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
    # corrections
    "correction_not_now": (
        "只有已签订、尚未归档的合同可以更正；签订前请直接修改要素",
        "Only what is signed and not archived is corrected; before signing, change the facts themselves",
    ),
    "correction_changes_nothing": (
        "更正后的内容与现在相同，请填写正确的内容",
        "The new value is the present one; give the right one",
    ),
    "correction_pending": (
        "同一事项已有待确认的更正申请，请先确认或撤回",
        "A correction of the same is waiting; have it confirmed or withdrawn first",
    ),
    "correction_unproven": ("请附上证明文件（凭证或附件）", "Attach a file that proves it"),
    "own_correction": (
        "更正须经两人：申请人不能自己确认，请由另一人办理",
        "Two people are needed: somebody other than who asked has to decide",
    ),
    "correction_of_others": ("更正申请由申请人本人撤回", "A correction is withdrawn by whoever asked for it"),
    "correction_outdated": (
        "该事项已与申请时不同，请不予更正后按现在的内容重新申请",
        "This has changed since it was asked for; reject it and ask again",
    ),
    "fact_not_correctable": (
        "这一事项现在不能更正，请刷新后从列表中选择",
        "This cannot be corrected now; reload and choose from the list",
    ),
    "correction_amount_wrong": ("“{value}”不是金额，请填写以分为单位的整数", "“{value}” is no amount in whole fen"),
    "correction_code_wrong": (
        "“{value}”不是 18 位代码，请更正",
        "“{value}” is no code of 18 characters; correct it",
    ),
    "correction_text_wrong": ("请填写 1 至 {longest} 字", "Write 1 to {longest} characters"),
    "correction_party_twice": ("已有当事人“{name}”，请核对", "There is a party “{name}” already; check it"),
    "correction_day_wrong": ("“{value}”不是日期，请按 2026-03-02 填写", "“{value}” is no day; write it as 2026-03-02"),
    "correction_day_impossible": (
        "{day} 不可能（最早 {from}，最晚 {to}），请核对；签订日期是最后一方签署的日期",
        "{day} is not possible (from {from} to {to}); check it; the last signature makes the signing date",
    ),
    # ledgers
    "headings_not_found": (
        "没有找到表头，请确认工作表前 10 行中有“{expected}”等列名，或使用下载的模板",
        "No row of headings in the first 10 rows (such as {expected}); name the columns or use the template",
    ),
    "heading_missing": (
        "“{sheet}”第 {row} 行缺少“{expected}”列（也可以叫{others}），请补充",
        "“{sheet}” row {row}: there is no column “{expected}” (or {others}); add it",
    ),
    "heading_twice": (
        "“{sheet}”第 {row} 行的“{first}”和“{second}”是同一内容，请只留一列，或改另一列的列名",
        "“{sheet}” row {row}: “{first}” and “{second}” mean the same; keep one or rename the other",
    ),
    "row_not_historic": (
        "“{sheet}”第 {row} 行 {column} 列：{day} 不早于平台启用日（{since}），请从本次导入中删除，改用“补录”逐份录入",
        "“{sheet}” row {row} column {column}: {day} is not before the platform ({since}); enter it by itself instead",
    ),
    "row_term_reversed": (
        "“{sheet}”第 {row} 行 {column} 列：届满日（{end}）早于开始日（{start}），请更正",
        "“{sheet}” row {row} column {column}: the term ends ({end}) before it starts ({start}); correct it",
    ),
    "row_codes_uneven": (
        "“{sheet}”第 {row} 行 {column} 列：代码个数与相对方个数（{count}）不一致，请一一对应或留空",
        "“{sheet}” row {row} column {column}: as many codes as parties ({count}) are needed, or none",
    ),
    "row_code_doubtful": (
        "“{sheet}”第 {row} 行 {column} 列：代码 {uscc} 校验位不符，请核对（不影响导入）",
        "“{sheet}” row {row} column {column}: the check character of {uscc} does not fit; check it (it is imported)",
    ),
    "row_without_end": (
        "“{sheet}”第 {row} 行：履行中的合同没有届满日，导入后不会有到期预警，请核对（不影响导入）",
        "“{sheet}” row {row}: performed without an end of term, so no alert will come; check it (it is imported)",
    ),
    "row_unit_unknown": (
        "“{sheet}”第 {row} 行 {column} 列：“{value}”不是您可以导入的单位，请改为您任职单位的全称或简称，或留空",
        "“{sheet}” row {row} column {column}: you do not import for “{value}”; name a unit of yours or leave it out",
    ),
    "row_handler_unknown": (
        "“{sheet}”第 {row} 行 {column} 列：“{value}”不是{unit}唯一的在任承办人，请填写其用户名",
        "“{sheet}” row {row} column {column}: “{value}” is not one officer of {unit} in office; give the user name",
    ),
    "sign_date_ahead": (
        "签订日期（{day}）还没有到；尚未签订的合同请从“合同送审”办理",
        "The signing date ({day}) lies ahead; what is not signed yet goes through submission",
    ),
}
