import json

import pytest

from contract_platform.analysis.reasons import REASONS
from contract_platform.commands.analyze import UNREADABLE, run
from tests.unit.analysis.sample import SERVICE


@pytest.fixture
def contract(tmp_path):
    path = tmp_path / "服务合同.txt"
    path.write_text(SERVICE, "utf-8")
    return path


def test_json_is_one_object_in_the_gold_schema(contract, capsys):
    assert run([str(contract), "--json"]) == 0
    result = json.loads(capsys.readouterr().out)
    assert result["title"] == "档案数字化服务合同"
    assert result["amount"] == {"value_yuan": 120000.0, "text": "壹拾贰万元整（¥120,000.00"}
    assert result["dates"] == {"signed": "2026-03-05", "start": "2026-04-01", "end": "2026-12-31"}
    assert result["clauses"][0] | {"start": 0, "end": 0} == {
        "number": "第一条",
        "heading": "服务内容",
        "category": "subject_matter",
        "categories": ["subject_matter"],
        "start_text": "服务内容乙方为甲方提供档",
        "level": 1,
        "part": "",
        "start": 0,
        "end": 0,
    }
    assert {clause["level"] for clause in result["items"]} == {2}
    assert {finding["rule"] for finding in result["findings"]} == {risk["rule"] for risk in result["risks"]}
    assert all(entry["verdict"] for entry in result["coverage"].values())
    assert (result["rule_class"], result["contract_class"], result["format"]) == ("SERVICE", "05", "txt")


def test_the_summary_is_for_people(contract, capsys):
    assert run([str(contract)]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("档案数字化服务合同")
    assert "第四条 付款方式" in shown
    assert "未能检查" in shown
    assert "无预算、超预算签约：需要预算" in shown


@pytest.mark.parametrize(("content", "code"), [(b"", "empty"), (b"\x89PNG\r\n\x1a\n", "damaged")])
def test_a_refusal_has_its_own_exit_code(tmp_path, capsys, content, code):
    path = tmp_path / "a.docx"
    path.write_bytes(content)
    assert run([str(path), "--json"]) == UNREADABLE
    assert json.loads(capsys.readouterr().out) == {"error": {"code": code, "message": REASONS[code][0]}}


def test_a_missing_file_is_a_usage_error(tmp_path):
    with pytest.raises(SystemExit):
        run([str(tmp_path / "none.docx")])
