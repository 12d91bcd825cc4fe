import json

import pytest

from contract_platform.commands.lifecycle import MACHINES, USAGE, run
from contract_platform.domain.lifecycle import TRANSITIONS


def test_json_holds_every_row_of_every_table(capsys):
    assert run(["--json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert len(rows) == sum(len(machine.transitions) for machine, _, _ in MACHINES)
    assert {row["machine"] for row in rows} == {machine.name for machine, _, _ in MACHINES}
    assert sum(row["machine"] == "contract" for row in rows) == len(TRANSITIONS)
    [accept] = [row for row in rows if row["machine"] == "contract" and row["action"] == "accept"]
    assert (accept["source"], accept["target"], accept["clock"]) == ("SUBMITTED", "UNDER_REVIEW", "INTAKE")
    assert accept["roles"] == ["BUREAU_INTAKE"]
    assert {"reviewer_named", "reviewer_independent"} <= set(accept["guards"])
    assert accept["when"] == []


def test_text_is_in_the_words_of_the_pages(capsys):
    assert run([]) == 0
    shown = capsys.readouterr().out
    for line in ("待受理 —受理→ 合法性审查中", "待备案 —提交备案→ 待核收", "待核实 —核实销号→ 已销号"):
        assert line in shown
    assert "own_contract：承办人" in shown, "each condition with its reason"


@pytest.mark.parametrize("strange", [["--xml"], ["contract"]])
def test_a_strange_argument_is_named_in_chinese(capsys, strange):
    assert run(strange) == USAGE
    assert f"不认识的参数：{strange[0]}" in capsys.readouterr().err
