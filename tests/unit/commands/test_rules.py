import json

from contract_platform.analysis.rules import RULES
from contract_platform.commands.rules import USAGE, entry, run

KEYS = {
    "id", "severity", "categories", "basis", "in_force", "parameters", "positive_sentences", "negative_sentences"
}  # fmt: skip
SENTENCES = 3  # of each sort, for every rule


def test_json_is_the_catalogue_in_the_auditors_order(capsys):
    assert run(["--json"]) == 0
    catalogue = json.loads(capsys.readouterr().out)
    assert [rule["id"] for rule in catalogue] == [rule.id for rule in RULES]
    for rule in catalogue:
        assert not KEYS - set(rule)
        assert rule["title"]
        assert rule["severity"] in {"HIGH", "MEDIUM", "LOW"}
        assert rule["basis"]
        assert {"law", "article", "effective_from", "effective_to", "provenance"} <= set(rule["basis"][0])
        assert len(rule["positive_sentences"]) >= SENTENCES
        assert len(rule["negative_sentences"]) >= SENTENCES
    assert any(rule["parameters"] for rule in catalogue)
    assert any(rule["categories"] for rule in catalogue)


def test_a_rule_whose_law_was_repealed_is_not_in_force():
    rule = next(rule for rule in RULES if any(row.effective_to for row in rule.basis))
    repealed = type(rule)(
        **{name: getattr(rule, name) for name in rule.__struct_fields__}
        | {"basis": tuple(row for row in rule.basis if row.effective_to)}
    )
    assert entry(rule)["in_force"]
    assert not entry(repealed)["in_force"]


def test_text_names_rule_severity_class_and_law(capsys):
    assert run([]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith(f"共 {len(RULES)} 条规则")
    assert "或裁或审条款（高风险）" in shown
    assert "适用：全部合同" in shown


def test_a_strange_argument_is_named_in_chinese(capsys):
    assert run(["--all"]) == USAGE
    assert "不认识的参数：--all" in capsys.readouterr().err
