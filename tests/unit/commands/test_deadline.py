import json

import pytest

from contract_platform.commands.deadline import USAGE, run


def reckoned(capsys, *argv):
    assert run([*argv, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_ten_working_days_over_the_spring_festival(capsys):
    found = reckoned(capsys, "--start", "2026-02-10", "--days", "10", "--unit", "working")
    assert found["due_on"] == found["raw_due"] == "2026-03-02"
    assert not found["provisional"]
    reasons = {one["day"]: one["reason"] for one in found["skipped"]}
    assert reasons["2026-02-10"] == "start"
    assert reasons["2026-02-17"] == "holiday"
    assert reasons["2026-03-01"] == "weekend"
    assert "2026-02-28" not in reasons, "a make-up Saturday counts"


def test_natural_days_roll_over_the_holidays(capsys):
    found = reckoned(capsys, "--start", "2026-09-01", "--days", "30", "--unit", "natural")
    assert (found["raw_due"], found["due_on"]) == ("2026-10-01", "2026-10-08")


def test_a_year_without_a_plan_is_provisional_and_says_why(capsys):
    found = reckoned(capsys, "--start", "2026-12-28", "--days", "5")
    assert found["provisional"]
    assert "尚未公布" in found["calendars"][-1]


def test_text_says_which_days_were_left_out_and_why(capsys):
    assert run(["--start", "2026-12-28", "--days", "7", "--unit", "natural"]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("届满日：2027-01-04（暂定）\n")
    assert "2026-12-28 起算日，不计入" in shown
    assert "尚未公布" in shown


def test_a_rolled_day_is_explained(capsys):
    run(["--start", "2026-09-01", "--days", "30", "--unit", "natural"])
    shown = capsys.readouterr().out
    assert "原届满日 2026-10-01 不是工作日" in shown
    assert "2026-10-01 至 2026-10-07 放假（共 7 天）" in shown


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        ([], "请用 --start"),
        (["--start"], "请用 --start"),
        (["--start", "2026-02-30", "--days", "1"], "存在的日期"),
        (["--start", "0001-01-01", "--days", "1"], "年份"),
        (["--start", "2026-02-10"], "请用 --days"),
        (["--start", "2026-02-10", "--days", "-1"], "--days"),
        (["--start", "2026-02-10", "--days", "1.5"], "整数"),
        (["--start", "2026-02-10", "--days", "99999999999"], "整数"),
        (["--start", "2026-02-10", "--days", "1", "--unit", "weeks"], "工作日"),
        (["--start", "2026-02-10", "--days", "1", "more"], "不认识的参数：more"),
    ],
)
def test_bad_input_is_explained_in_chinese_with_an_example(capsys, argv, words):
    assert run(argv) == USAGE
    said = capsys.readouterr()
    assert words in said.err
    assert "用法：contract-platform deadline" in said.err
    assert said.out == ""
