"""Writes docs/guide/rights.md, the manual's page on rights, from the access table and the tables of states."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from contract_platform.domain.access import ACCESS, READERS, ROWS, AccessRow
from contract_platform.domain.alert import ALERT
from contract_platform.domain.change import CHANGE
from contract_platform.domain.filing import FILING
from contract_platform.domain.labels import LABELS
from contract_platform.domain.lifecycle import LIFECYCLE, TERMINAL
from contract_platform.domain.machine import Machine, Transition
from contract_platform.domain.obligation import OBLIGATION
from contract_platform.domain.relations import MEANINGS, REACH, Relation
from contract_platform.domain.vocabulary import Role

PAGE = Path(__file__).resolve().parent.parent / "docs" / "guide" / "rights.md"
NAMES = {
    Relation.ANY: "不限",
    Relation.SELF: "本人",
    Relation.OWN: "本人承办",
    Relation.ASSIGNED: "本人审查",
    Relation.UNIT: "本单位",
    Relation.ASKED: "本单位承办或会签",
    Relation.INVITED: "受邀",
    Relation.BUREAU: "已送司法局",
    Relation.GOVERNMENT: "待批转或已送司法局",
    Relation.DISTRICT: "全区",
    Relation.PLATFORM: "平台管理",
}
"""How the page calls a relation; what it means stands in the first table."""
BESIDE = {
    "contract": {"register": "新建"},
    "obligation": {
        "confirm": "确认", "reject": "不采用", "report": "填报履行", "accept": "核实通过", "return": "退回",
        "waive": "免除", "breach": "认定违约",
    },
    "alert": {"acknowledge": "签收", "dispose": "处置", "close": "核实销号", "return": "退回重办"},
    "change": {"request": "申请", "approve": "批准", "reject": "驳回", "withdraw": "撤回"},
}  # fmt: skip
"""Acts whose word in the vocabulary is that of another table."""
TABLES: tuple[tuple[str, Machine, str, str], ...] = (
    ("合同主线", LIFECYCLE, "State", "contract.act"),
    ("备案", FILING, "FilingState", "filing.act"),
    ("履行义务", OBLIGATION, "ObligationState", "obligation.act"),
    ("预警", ALERT, "AlertState", "alert.act"),
    ("三员变更申请", CHANGE, "ChangeState", ""),
)
HEAD = """# 权限

本页由程序的权限表生成，请勿手工修改；改权限表后运行 `python -m tools.rights_page`。
程序的检查、页面的按钮、测试和本页出自同一张表。

一项操作要同时满足三个条件：本人有表中列出的岗位；这个岗位与合同有表中要求的关系；合同的环节允许（见后面的流程表）。
没有写明关系的，是该岗位看得到的合同。
看不到的合同一律显示为“没有找到”，看得到但无权办理的显示为“没有权限”，环节不允许的说明原因。每一次被拒绝都留痕。

受委托代办的人按委托人的岗位和关系办理。须回避的人仍可查看，不能办理。表中标“未办结”的操作，
在合同{ended}之后不再受理。
"""


def label(kind: str, member: str) -> str:
    """The Chinese word of an identifier."""
    return LABELS.get(kind, {}).get(member, (member, member))[0]


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A Markdown table."""
    names = list(head)
    lines = [names, ["---"] * len(names), *(list(row) for row in rows)]
    return "\n".join(f"| {' | '.join(cell.replace('|', '｜') for cell in line)} |" for line in lines) + "\n"


def relations() -> str:
    """What the relations mean."""
    return "## 与合同的关系\n\n" + table(("关系", "含义"), ((NAMES[one], MEANINGS[one]) for one in Relation))


def roles() -> str:
    """How far each post sees."""
    seen = ((label("Role", role), NAMES[REACH[role]]) for role in Role if role in REACH)
    return "## 各岗位看得到的合同\n\n" + table(("岗位", "看得到"), seen)


def who(row: AccessRow) -> str:
    """The posts of a row; a relation is named where it is not simply what the post sees."""
    if row.grants == READERS:
        return "看得到合同的各岗位"
    found: dict[Relation | None, list[str]] = {}
    for role, relation in row.grants.items():
        asked = None if role is not None and REACH[role] is relation else relation
        found.setdefault(asked, []).append("登录的任何人" if role is None else label("Role", role))
    return "；".join(
        "、".join(posts) + ("" if asked is None else f"（{NAMES[asked]}）") for asked, posts in found.items()
    )


def operations() -> str:
    """Every operation with who may ask for it."""
    rows = ((row.title, who(row), "未办结" if row.live else "", f"`{row.operation}`") for row in ACCESS)
    return "## 操作与岗位\n\n" + table(("操作", "谁可以（与合同的关系）", "限于", "标识"), rows)


def act(machine: Machine, action: str) -> str:
    """What people call an act of a table."""
    return BESIDE.get(machine.name, {}).get(action) or label("Action", action)


def steps(machine: Machine, states: str, operation: str) -> Iterator[tuple[str, str, str, str]]:
    """The acts of people in a table: where, what, who, whereto."""
    for row in machine.transitions:
        if row.roles[0] is not Role.SYSTEM:
            source = label(states, row.source) if row.source else "—"
            yield source, act(machine, row.action), takers(row, operation), label(states, row.target)


def takers(row: Transition, operation: str) -> str:
    """The posts of a step; the relation where the table of operations asks for more than the unit."""
    grants = ROWS[operation].grants if operation else {}
    narrow = {Relation.OWN, Relation.ASSIGNED}
    named = ((label("Role", role), grants.get(role)) for role in row.roles)
    return "、".join(f"{post}（{NAMES[relation]}）" if relation in narrow else post for post, relation in named)


def processes() -> str:
    """Who takes which step in which state."""
    parts = ["## 各环节由谁办理\n"]
    for title, machine, states, operation in TABLES:
        rows = dict.fromkeys(steps(machine, states, operation))
        parts.append(f"### {title}\n\n" + table(("当前状态", "事项", "岗位", "之后"), rows))
    return "\n".join(parts)


def page() -> str:
    """The whole page."""
    ended = "、".join(label("State", state) for state in sorted(TERMINAL))
    return "\n".join((HEAD.format(ended=ended), relations(), roles(), operations(), processes()))


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
