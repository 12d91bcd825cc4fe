"""``contract-platform rules [--json]``: the risk rules with their legal basis and their sample sentences."""

import argparse
import json
import sys
from typing import Any

import msgspec

from contract_platform.analysis.rules import RULES, Rule, in_force
from contract_platform.bootstrap import SystemClock
from contract_platform.domain.labels import RULE_CLASSES

SEVERITIES = {"HIGH": "高风险", "MEDIUM": "中风险", "LOW": "低风险"}
USAGE = 2  # exit code


def run(argv: list[str]) -> int:
    """Print the catalogue; 2 for arguments nobody asked for."""
    parser = argparse.ArgumentParser(prog="contract-platform rules", description="打印风险规则目录")
    parser.add_argument("--json", action="store_true", help="以 JSON 数组输出，含依据和样例句")
    arguments, strange = parser.parse_known_args(argv)
    if strange:
        sys.stderr.write(f"不认识的参数：{' '.join(strange)}。用法：contract-platform rules [--json]\n")
        return USAGE
    if arguments.json:
        print(json.dumps([entry(rule) for rule in RULES], ensure_ascii=False, indent=1))
    else:
        print(f"共 {len(RULES)} 条规则\n" + "\n".join(summary(rule) for rule in RULES))
    return 0


def entry(rule: Rule) -> dict[str, Any]:
    """One rule; ``in_force``: whether any row of its law applies to a contract of today. No category = all of them."""
    return {
        "id": rule.id,
        "title": rule.title,
        "severity": rule.severity,
        "categories": list(rule.categories),
        "basis": msgspec.to_builtins(rule.basis),
        "in_force": bool(in_force(rule.basis, SystemClock().today())),
        "parameters": rule.parameters,
        "message": rule.message,
        "suggestion": rule.suggestion,
        "positive_sentences": list(rule.positive_sentences),
        "negative_sentences": list(rule.negative_sentences),
    }


def summary(rule: Rule) -> str:
    """One rule for people."""
    classes = "、".join(RULE_CLASSES[name][0] for name in rule.categories) or "全部合同"
    law = "；".join(f"{row.law}{row.article}" for row in in_force(rule.basis, SystemClock().today()))
    return f"{rule.id}　{rule.title}（{SEVERITIES[rule.severity]}）\n  适用：{classes}\n  依据：{law or '现无有效依据'}"
