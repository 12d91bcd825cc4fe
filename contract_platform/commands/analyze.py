"""``contract-platform analyze FILE [--json]``: what the platform reads in a file, without server or database."""

import argparse
import json
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import msgspec

from contract_platform.analysis.analyse import analyse
from contract_platform.analysis.model import (
    Analysis,
    Clause,
    Context,
    DocumentText,
    Doubt,
    Finding,
    PaymentFact,
    Severity,
    Unreadable,
)
from contract_platform.analysis.reasons import REASONS, explain
from contract_platform.analysis.rules import RULES
from contract_platform.documents.reading import read_whole

UNREADABLE = 2  # exit code
SEVERITIES = {Severity.HIGH: "高风险", Severity.MEDIUM: "中风险", Severity.LOW: "低风险"}


def analyze_file(path: Path, told: Callable[[int, int], None] = lambda _, __: None) -> dict[str, Any]:
    """The result in the schema of the evaluation set, with coverage, findings and classes; raises ``Unreadable``.

    ``told`` hears which page is being recognised, and of how many.
    """
    today = datetime.now(ZoneInfo("Asia/Shanghai")).date()
    result = analyse(read_whole(path, told), Context(today=today))
    facts = result.facts
    return {
        "doc": path.stem,
        "file": path.name,
        "format": result.document.format,
        "engine_version": result.engine_version,
        "category": result.category,
        "rule_class": result.rule_class,
        "contract_class": result.contract_class,
        "title": facts.title.value if facts.title else None,
        "contract_number": facts.contract_number.value if facts.contract_number else None,
        "parties": [{"role": party.role, "name": party.name, "uscc": party.uscc} for party in facts.parties],
        "amount": _amount(result),
        "dates": _dates(result),
        "term_text": facts.term.value if facts.term else None,
        "clauses": [_clause(clause) for clause in result.clauses if clause.level <= 1],
        "items": [_clause(clause) for clause in result.clauses if clause.level > 1],
        "payments": [_payment(payment) for payment in facts.payments],
        "dispute": {
            "method": facts.dispute.method if facts.dispute else "none",
            "body": facts.dispute.body if facts.dispute else None,
        },
        "blanks_count": len(facts.blanks),
        "risks": [{"rule": finding.rule, "evidence": finding.quote} for finding in result.findings],
        "findings": [_finding(finding) for finding in result.findings],
        "unread_pages": msgspec.to_builtins(result.document.unread),
        "doubts": [_doubt(result.document, doubt) for doubt in result.document.doubts],
        "coverage": msgspec.to_builtins(result.coverage),
    }


def run(argv: list[str]) -> int:
    """The command: JSON or a summary on standard output; 2 for a file that cannot be read."""
    parser = argparse.ArgumentParser(prog="contract-platform analyze", description="读取一份合同并给出条款、要素与风险")
    parser.add_argument("file", type=Path, help="docx, doc, PDF, OFD, txt, or a scan as PDF, jpg, png or tiff")
    parser.add_argument("--json", action="store_true", help="one JSON object on standard output")
    arguments = parser.parse_args(argv)
    path: Path = arguments.file
    if not path.is_file():
        parser.error(f"没有这个文件: {path}")
    try:
        result = analyze_file(path, progress)
    except Unreadable as refusal:
        error = {"code": refusal.code, "message": REASONS[refusal.code][0]}
        print(
            json.dumps({"error": error}, ensure_ascii=False) if arguments.json else f"{path.name}：{error['message']}"
        )
        return UNREADABLE
    print(json.dumps(result, ensure_ascii=False, indent=1) if arguments.json else summary(result))
    return 0


def progress(page: int, of: int) -> None:
    """A line on standard error, so that a long scan is seen to go on."""
    print(f"正在识别第 {page}/{of} 页", file=sys.stderr)


def summary(result: dict[str, Any]) -> str:
    """A page for people."""
    parties = "；".join(f"{party['role']} {party['name'] or '（未填）'}" for party in result["parties"])
    amount = result["amount"]["text"] if result["amount"] else "未载明"
    classes = f"{result['contract_class']}/{result['rule_class']}"
    lines = [
        f"{result['title'] or result['file']}（{result['category']}，{classes}）",
        f"当事人：{parties or '未识别'}",
        f"金额：{amount}",
        f"期限：{result['term_text'] or '未载明'}",
        f"空白：{result['blanks_count']} 处",
        "条款：",
        *(
            f"  {clause['number']} {clause['heading'] or clause['start_text']} [{clause['category']}]"
            for clause in result["clauses"]
        ),
        f"风险 {len(result['findings'])} 项：",
        *(
            f"  [{SEVERITIES[finding['severity']]}] {finding['title']}：{finding['message']}"
            for finding in result["findings"]
        ),
        *_unread(result),
        *_unchecked(result["coverage"]),
    ]
    return "\n".join(lines)


def _unread(result: dict[str, Any]) -> list[str]:
    """Pages that were not recognised, and how much of the others a person should look at."""
    pages = [f"  第 {page['page']} 页：{REASONS[page['code']][0]}" for page in result["unread_pages"]]
    words = "、".join(doubt["text"] for doubt in result["doubts"])
    return [
        *([f"未能识别的页 {len(pages)} 页：", *pages] if pages else []),
        *([f"识别把握不大的文字 {len(result['doubts'])} 处，请对照原件：{words}"] if words else []),
    ]


def _unchecked(coverage: dict[str, dict[str, Any]]) -> list[str]:
    """What could not be checked and why; the reader is never told that all is well where nobody looked."""
    titles = {rule.id: rule.title for rule in RULES}
    open_ended = {name: entry for name, entry in coverage.items() if entry["verdict"] == "could_not_be_checked"}
    rows = (f"  {titles[name]}：{explain(entry['reason'], entry['params'])[0]}" for name, entry in open_ended.items())
    return [f"未能检查 {len(open_ended)} 项：", *rows] if open_ended else []


def _amount(result: Analysis) -> dict[str, Any] | None:
    amount = result.facts.amount
    if amount is None or amount.value_fen is None:
        return None
    return {"value_yuan": amount.value_fen / 100, "text": amount.evidence.quote if amount.evidence else None}


def _dates(result: Analysis) -> dict[str, str | None]:
    facts = result.facts
    named = {"signed": facts.signed, "start": facts.start, "end": facts.end}
    return {
        name: fact.value.isoformat()[: 10 if fact.precision == "day" else 7] if fact and fact.value else None
        for name, fact in named.items()
    }


def _doubt(document: DocumentText, doubt: Doubt) -> dict[str, Any]:
    text = document.text[doubt.start : doubt.end]
    return {"text": text, "start": doubt.start, "end": doubt.end, "confidence": doubt.confidence}


def _clause(clause: Clause) -> dict[str, Any]:
    return {
        "number": clause.number,
        "heading": clause.heading,
        "category": clause.category,
        "start_text": clause.start_text,
        "level": clause.level,
        "categories": list(clause.categories),
        "part": clause.part.replace("annex:", "annex ", 1),
        "start": clause.start,
        "end": clause.end,
    }


def _payment(payment: PaymentFact) -> dict[str, Any]:
    return {
        "text": payment.text,
        "percent": payment.percent,
        "amount": None if payment.amount_fen is None else payment.amount_fen / 100,
        "trigger": payment.trigger,
        "due": payment.due,
    }


def _finding(finding: Finding) -> dict[str, Any]:
    found = {
        name: getattr(finding, name)
        for name in ("id", "rule", "severity", "title", "clause", "start", "end", "quote", "message", "suggestion")
    }
    return found | {"basis": msgspec.to_builtins(finding.basis)}
