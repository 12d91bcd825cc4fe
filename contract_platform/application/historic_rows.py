"""The ledger of historic contracts as offices keep it: its columns by all their names, and what a row has to say."""

from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from contract_platform.analysis.uscc import is_valid
from contract_platform.application import cell_values as v
from contract_platform.application.headed_sheet import Field, Found, Row, flaw_of
from contract_platform.domain.labels import LABELS
from contract_platform.domain.machine import Reason
from contract_platform.domain.records import Record
from contract_platform.domain.vocabulary import Direction, State

MOST_ROWS: Final = 5_000  # contracts of one import
A_DAY: Final = "日期，如 2021-03-01"
AN_AMOUNT: Final = "不小于零的金额，至多两位小数；列名写明“万元”的按万元"
FIELDS: Final = (
    Field(
        name="name",
        headings=("合同名称", "名称", "合同标题", "项目名称", "合同（项目）名称"),
        read=v.text,
        expected="1 至 200 字",
        required=True,
        example="办公楼物业服务合同",
    ),
    Field(
        name="paper_no",
        headings=("合同编号", "编号", "合同号", "原合同编号", "合同文号"),
        read=v.text,
        expected="1 至 200 字",
        example="某办合〔2021〕8号",
    ),
    Field(
        name="parties",
        headings=(
            "相对方",
            "合同相对方",
            "对方单位",
            "对方当事人",
            "相对方名称",
            "乙方",
            "乙方名称",
            "供应商",
            "签约对方",
        ),
        read=v.names,
        expected="名称，多个用“、”隔开",
        required=True,
        example="某某物业服务有限公司",
    ),
    Field(
        name="uscc",
        headings=("统一社会信用代码", "USCC", "信用代码", "社会信用代码", "相对方统一社会信用代码"),
        read=v.codes,
        expected="18 位代码，多个用“、”隔开，与相对方一一对应",
        example="",
    ),
    Field(
        name="amount",
        headings=("合同金额", "金额", "合同价款", "合同总价", "合同总金额", "合同价", "签约金额"),
        read=v.fen,
        expected=AN_AMOUNT,
        example="486000.00",
    ),
    Field(
        name="direction",
        headings=("收支", "收支方向", "收支类型", "收支类别"),
        read=v.direction,
        expected="支出、收入、无收支",
        example="支出",
    ),
    Field(
        name="category",
        headings=("类别", "合同类别", "合同类型", "合同种类"),
        read=v.category,
        expected="平台的合同类别名称或代码 01 至 16",
        example="05",
    ),
    Field(
        name="sign_date",
        headings=("签订日期", "签约日期", "签署日期", "签订时间", "合同签订日期", "签约时间", "合同签订时间"),
        read=v.day,
        expected=A_DAY,
        required=True,
        example="2021-03-01",
    ),
    Field(
        name="term",
        headings=("履行期限", "合同期限", "合同履行期限", "服务期限", "租赁期限", "有效期"),
        read=v.term,
        expected="起止日期，如 2021-03-01至2024-02-29",
        example="2021-03-01至2024-02-29",
    ),
    Field(
        name="term_start",
        headings=("履行开始", "开始日期", "起始日期", "生效日期", "履行起始日期"),
        read=v.day,
        expected=A_DAY,
    ),
    Field(
        name="term_end",
        headings=("履行届满", "届满日期", "到期日期", "终止日期", "截止日期", "结束日期", "合同到期日"),
        read=v.day,
        expected=A_DAY,
    ),
    Field(
        name="state",
        headings=("履行状态", "状态", "履约状态", "合同状态", "履行情况"),
        read=v.state,
        expected="履行中、履行完毕、已解除/终止",
        example="履行中",
    ),
    Field(
        name="unpaid",
        headings=("未付", "未付金额", "未付款", "未收", "未收金额", "剩余未付"),
        read=v.fen,
        expected=AN_AMOUNT,
        example="162000.00",
    ),
    Field(
        name="next_due",
        headings=("下次应付（收）日期", "应付日期", "应收日期", "下次付款日期", "下次收款日期", "付款日期"),
        read=v.day,
        expected=A_DAY,
        example="2024-02-29",
    ),
    Field(
        name="method",
        headings=("采购方式", "采购形式", "招标方式"),
        read=v.method,
        expected="、".join(zh for zh, _ in LABELS["ProcurementMethod"].values()),
        example="公开招标",
    ),
    Field(
        name="review",
        headings=("审查编号/结论", "审查编号", "审查文号", "审查意见文号", "合法性审查", "签订前审查"),
        read=v.text,
        expected="文号或说明；没有审查或不详的不填",
    ),
    Field(
        name="unit",
        headings=("承办单位", "承办部门", "经办单位", "责任单位", "单位名称", "单位"),
        read=v.text,
        expected="您任职的单位（全称或简称）",
        example="某某区某某局",
    ),
    Field(
        name="handler",
        headings=("承办人", "经办人", "责任人", "承办人员"),
        read=v.text,
        expected="该单位承办人的姓名或用户名",
        example="",
    ),
)


class Judged(Record, frozen=True, kw_only=True):
    """What a row has to be held against: today, and the day the platform went into service."""

    today: date
    since: date


def row_faults(found: Found, row: Row, known: Judged) -> Iterator[Reason]:
    """What is wrong with a row although each cell reads well."""
    signed: date | None = row.get("sign_date")
    if signed is not None and not signed < known.since:
        yield flaw_of("row_not_historic", found, row.number, "sign_date", day=signed, since=known.since)
    first, last = term_of(row)
    if first is not None and last is not None and last < first:
        yield flaw_of("row_term_reversed", found, row.number, "term_end", start=first, end=last)
    given = row.get("uscc", ())
    if given and len(given) != len(row.get("parties", given)):
        yield flaw_of("row_codes_uneven", found, row.number, "uscc", count=len(row.get("parties", ())))


def row_doubts(found: Found, row: Row) -> Iterator[Reason]:
    """What a person should look at; it stops nothing."""
    for code in row.get("uscc", ()):
        if not is_valid(code):
            yield flaw_of("row_code_doubtful", found, row.number, "uscc", uscc=code)
    _, last = term_of(row)
    if row.get("state", State.PERFORMING) == State.PERFORMING and last is None:
        yield flaw_of("row_without_end", found, row.number, "term_end")


def term_of(row: Row) -> tuple[date | None, date | None]:
    """When the contract begins and ends, from one column or from two."""
    first, last = row.get("term", (None, None))
    return row.get("term_start", first), row.get("term_end", last)


def identity(row: Row) -> tuple[Any, ...]:
    """What makes two rows the same contract: number, name, parties, day."""
    return row.get("paper_no") or "", row.get("name"), tuple(sorted(row.get("parties", ()))), row.get("sign_date")


def direction_of(row: Row) -> Direction:
    """Out of the government's purse where the row does not say."""
    return Direction(row.get("direction", Direction.PAYABLE))
