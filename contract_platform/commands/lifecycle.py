"""``contract-platform lifecycle [--json]``: the tables of states that the platform follows, as they are in force."""

import argparse
import json
import sys
from collections.abc import Iterator
from typing import Any

from contract_platform.domain.alert import ALERT
from contract_platform.domain.endorsement import ENDORSEMENT
from contract_platform.domain.filing import FILING
from contract_platform.domain.labels import label
from contract_platform.domain.lifecycle import LIFECYCLE
from contract_platform.domain.machine import Machine, Transition
from contract_platform.domain.obligation import OBLIGATION
from contract_platform.domain.supervision import SUPERVISION
from contract_platform.domain.task import TASK

MACHINES: tuple[tuple[Machine, str, str], ...] = (
    (LIFECYCLE, "合同", "State"),
    (FILING, "备案", "FilingState"),
    (OBLIGATION, "履约义务", "ObligationState"),
    (ALERT, "预警", "AlertState"),
    (TASK, "待办", "TaskStage"),
    (ENDORSEMENT, "会签和加签", "EndorsementState"),
    (SUPERVISION, "督办", "SupervisionState"),
)
"""Each machine with its name for people and the kind of label of its states."""
USAGE = 2  # exit code


def run(argv: list[str]) -> int:
    """Print the rows, as text or as one JSON array; 2 for arguments nobody asked for."""
    parser = argparse.ArgumentParser(
        prog="contract-platform lifecycle", description="打印合同、备案、义务、预警、待办、会签、督办的状态表"
    )
    parser.add_argument("--json", action="store_true", help="以 JSON 数组输出")
    arguments, strange = parser.parse_known_args(argv)
    if strange:
        sys.stderr.write(f"不认识的参数：{' '.join(strange)}。用法：contract-platform lifecycle [--json]\n")
        return USAGE
    if arguments.json:
        print(json.dumps(list(rows()), ensure_ascii=False, indent=1))
    else:
        print("\n".join(lines()))
    return 0


def rows() -> Iterator[dict[str, Any]]:
    """Every row of every table, in table order; ``source`` null = a way into the machine."""
    for machine, _, _ in MACHINES:
        for row in machine.transitions:
            yield {
                "machine": machine.name,
                "source": row.source,
                "action": row.action,
                "target": row.target,
                "roles": list(row.roles),
                "when": list(row.when),
                "guards": list(row.guards),
                "clock": row.clock or None,
            }


def lines() -> Iterator[str]:
    """The tables for people: who leads from where to where, and under which conditions."""
    for machine, name, kind in MACHINES:
        yield f"\n{name}（{machine.name}，{len(machine.transitions)} 行）"
        yield from (line(row, kind) for row in machine.transitions)
        yield "  条件和依据："
        yield from (f"    {code}：{guard.basis}" for code, guard in machine.guards.items())


def line(row: Transition, kind: str) -> str:
    """One row: 起草中 —提交审核→ 单位审核中，承办人."""
    source = label(kind, row.source)[0] if row.source else "（新建）"
    roles = "、".join(label("Role", role)[0] for role in row.roles)
    parts = [f"  {source} —{label('Action', row.action)[0]}→ {label(kind, row.target)[0]}", roles]
    if row.when:
        parts.append(f"当 {'、'.join(row.when)}")
    if row.guards:
        parts.append(f"须 {'、'.join(row.guards)}")
    if row.clock:
        parts.append(f"期限 {label('Clock', row.clock)[0]}")
    return "；".join(parts)
