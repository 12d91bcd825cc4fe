import ast
import re
from pathlib import Path

import pytest

import contract_platform
from contract_platform.analysis.reasons import REASONS, explain
from contract_platform.documents.registry import refusal

SOURCES = Path(contract_platform.__file__).parent
CALLS = {"not_applicable", "unchecked", "Unreadable", "ChildStoppedError"}
FIELD = re.compile(r"\{(\w+)\}")


def codes():
    """Code -> names of the parameters given with it, for every call that states a reason anywhere in the product."""
    found: dict[str, list[tuple[str, set[str | None]]]] = {}
    for path in SOURCES.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call) or getattr(node.func, "id", "") not in CALLS or not node.args:
                continue
            params = {keyword.arg for keyword in node.keywords}
            for constant in ast.walk(node.args[0]):
                if isinstance(constant, ast.Constant) and isinstance(constant.value, str):
                    found.setdefault(constant.value, []).append((path.name, params))
    return found


def test_every_code_in_the_sources_has_a_text():
    stated = {code for code in codes() if re.fullmatch(r"[a-z_]{4,}", code)}
    assert {"no_arbitration_clause", "rule_failed", "damaged"} <= stated
    assert stated - set(REASONS) == set()


@pytest.mark.parametrize("media", ["doc", "ofd", "encrypted", "jpg", "tiff", "xlsx", "zip", "executable", "unknown"])
def test_a_media_without_a_reader_is_refused_with_a_text(media):
    assert refusal(media) in REASONS


def test_texts_use_only_parameters_that_come_with_the_code():
    missing = [
        (code, path)
        for code, uses in codes().items()
        if code in REASONS
        for path, params in uses
        for text in REASONS[code]
        if not set(FIELD.findall(text)) <= params
    ]
    assert missing == []


def test_parameters_are_filled_in():
    chinese, english = explain("class_not_covered", {"rule_class": "GOODS"})
    assert "GOODS" in chinese
    assert "GOODS" in english


@pytest.mark.parametrize("code", REASONS)
def test_a_code_has_a_chinese_and_an_english_text(code):
    chinese, english = REASONS[code]
    assert re.search(r"[\u4e00-\u9fff]", chinese)
    assert not re.search(r"[\u4e00-\u9fff]", english)
    assert set(FIELD.findall(chinese)) == set(FIELD.findall(english))
