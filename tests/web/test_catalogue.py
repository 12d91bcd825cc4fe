"""Every code that can be raised, or shown as a reason, is worded in both languages with a way out."""

import ast
import inspect
import re
from typing import get_args

import pytest

from contract_platform.application.ports import UnitOfWork
from contract_platform.domain.machine import Reason
from contract_platform.web.catalogue import CATALOGUE, say
from tests.architecture.sources import python_files, tree

RAISED = {
    "Invalid", "Refused", "Conflict", "Forbidden", "NotFound", "Unauthenticated",
    "Malformed", "RevisionMissing", "TooLarge", "Unavailable",
}  # fmt: skip
REASONED = {"Reason", "_unless"}
PLACES = ("contract_platform", "storage")
UNLESS = "_unless"


def calls():
    for path in python_files(*PLACES):
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                yield path, node, node.func.id


def literals(node):
    """The constant text of an argument; a conditional expression has two."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value]
    if isinstance(node, ast.IfExp):
        return literals(node.body) + literals(node.orelse)
    return []


def codes():
    """(code, where) of every code passed to an error or a reason as a literal."""
    for path, node, name in calls():
        named = [keyword.value for keyword in node.keywords if keyword.arg == "code"]
        if name in RAISED and node.args:
            arguments = node.args[:1]
        elif name in REASONED:
            arguments = named or node.args[1:2]
        else:
            continue
        for argument in arguments:
            for code in literals(argument):
                yield code, f"{path}:{node.lineno}"


def test_every_code_is_worded():
    found = dict(codes())
    assert len(found) > 60
    assert {code: where for code, where in found.items() if code not in CATALOGUE} == {}


def test_errors_of_records_that_are_not_there_are_worded_for_every_kind_of_record():
    # the repositories build the code from the record's name
    records = inspect.get_annotations(UnitOfWork).values()
    kinds = {get_args(one)[0].__name__.lower() for one in records if get_args(one)}
    assert {"contract", "findingverdict"} <= kinds
    assert {f"{kind}_not_found" for kind in kinds} - set(CATALOGUE) == set()


def test_codes_are_not_computed_where_no_test_could_see_them():
    computed = {
        f"{path}:{node.lineno}"
        for path, node, name in calls()
        if name in RAISED and node.args and not literals(node.args[0])
    }
    assert {where for where in computed if not where.startswith("storage/database/repositories.py")} == set()


@pytest.mark.parametrize("code", sorted(CATALOGUE))
def test_a_text_exists_in_both_languages_with_the_same_parameters(code):
    chinese, english = CATALOGUE[code]
    assert re.search(r"[\u4e00-\u9fff]", chinese)
    assert not re.search(r"[\u4e00-\u9fff]", english)
    assert re.search("[a-z]", english)
    assert set(re.findall(r"\{(\w+)\}", chinese)) == set(re.findall(r"\{(\w+)\}", english))


def test_identifiers_in_texts_are_worded():
    text = say("action_not_possible_now", "zh", {"action": "submit", "state": "PERFORMING"})
    assert text == "当前为“履行中”，不能办理“提交审核”；请刷新页面查看可办理的事项"
    assert "Submit" in say("action_not_possible_now", "en", {"action": "submit", "state": "PERFORMING"})
    assert say("version_unreadable", "zh", {"cause": "encrypted"}) == "文本未能读取：文件已加密，请取消密码后重新上传"


def test_lists_are_joined_and_a_missing_parameter_is_a_dash():
    assert "第 1、3 条" in say("adoption_missing", "zh", {"items": [1, 3]})
    assert "item 1, 3" in say("adoption_missing", "en", {"items": [1, 3]})
    assert "（—）" in say("analysis_not_ready", "zh", {})


def test_a_code_nobody_worded_still_names_a_way_out():
    assert "no_such_code" in say("no_such_code", "zh", {})
    assert Reason(code="no_such_code").params == {}
