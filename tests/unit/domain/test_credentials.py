"""The rules for passwords, locks and steps, apart from everything around them."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contract_platform.domain.access import ACCESS
from contract_platform.domain.credentials import (
    ADMINISTRATORS,
    DENGBAO,
    MODERN,
    OPEN,
    POLICIES,
    Credential,
    Failures,
    Step,
    counted,
    faults,
    is_due,
    kinds,
    open_in,
    runs_out_at,
    step_after,
    was_given_too_long_ago,
)
from contract_platform.domain.guessed_passwords import is_guessed
from contract_platform.domain.vocabulary import Role

NOW = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
GOOD = "Qing-7-lan-Jiang"


def codes(policy, password, username="linzhiyuan"):
    return [fault.code for fault in faults(policy, password, username)]


def test_the_policies_are_dated_and_name_their_sources():
    assert set(POLICIES) == {"dengbao", "modern"}
    for policy in POLICIES.values():
        assert policy.valid_from <= NOW.date()
        assert policy.sources


def test_the_numbers_of_the_default():
    assert (DENGBAO.shortest, DENGBAO.classes, DENGBAO.history, DENGBAO.max_age) == (12, 3, 5, timedelta(days=90))
    assert (DENGBAO.failures, DENGBAO.locked_for) == (5, timedelta(minutes=30))
    assert (MODERN.shortest, MODERN.classes, MODERN.max_age) == (15, 1, None)


@pytest.mark.parametrize(
    ("password", "found"),
    [
        (GOOD, []),
        ("Qing-7-lan-J", []),
        ("Qing-7-lan-", ["password_too_short"]),
        ("qing-lan-jiang-he", ["password_too_plain"]),
        ("qing7lanjianghe", ["password_too_plain"]),
        ("清河澜江大道一百二十号 A7", []),
        ("7-Linzhiyuan-Lan", ["password_holds_username"]),
        ("7-LINZHIYUAN-lan", ["password_holds_username"]),
    ],
)
def test_what_the_default_refuses(password, found):
    assert codes(DENGBAO, password) == found


def test_a_very_short_user_name_may_be_in_it_by_chance():
    assert codes(DENGBAO, GOOD, "li") == []
    assert codes(DENGBAO, GOOD, "lan") == ["password_holds_username"]


@pytest.mark.parametrize(
    ("password", "number"), [("abc", 1), ("aB", 2), ("aB1", 3), ("aB1-", 4), ("清河", 1), ("清河a", 2), ("", 0)]
)
def test_kinds_of_signs(password, number):
    assert kinds(password) == number


@pytest.mark.parametrize(
    "password",
    [
        "Password@123", "P@ssw0rd1234", "Admin@123456", "Admin2026admin", "Qwer1234!@#$", "1qaz@WSX3edc",
        "Qwerty123456", "aaaaaaAA1111", "Abc123456789!", "Huawei@12345", "Guanliyuan@2026", "2026@2026@2026",
        "ZAQ!2wsxCDE#", "1234567890Ab!", "helloworldadmin1", "passwordpassword2026", "Test-Passw0rd",
    ],
)  # fmt: skip
def test_what_guessers_try_is_known(password):
    assert is_guessed(password)


@pytest.mark.parametrize(
    "password", [GOOD, "x7#Kq92!mLpZ", "河清海晏 2026 Aa", "correct horse battery staple", "Wanglan-2026-Lin"]
)
def test_what_somebody_thought_of_is_not(password):
    assert not is_guessed(password)


@given(st.text(max_size=200))
def test_any_text_is_weighed(password):
    assert isinstance(is_guessed(password), bool)
    assert len(codes(DENGBAO, password)) <= 4


def test_long_runs_of_overlapping_words_are_weighed_quickly():
    assert is_guessed("password" * 25)
    assert not is_guessed("password" * 24 + "qing-lan")


def test_a_password_is_due_when_given_and_when_it_runs_out():
    chosen = Credential(id="p", set_at=NOW - timedelta(days=90))
    assert not is_due(DENGBAO, chosen, NOW)
    assert is_due(DENGBAO, chosen, NOW + timedelta(seconds=1))
    assert not is_due(MODERN, chosen, NOW + timedelta(days=9999))
    assert is_due(MODERN, Credential(id="p"), NOW)
    assert runs_out_at(DENGBAO, chosen) == NOW
    assert runs_out_at(MODERN, chosen) is None
    assert runs_out_at(DENGBAO, Credential(id="p")) is None


def test_only_a_given_password_can_wait_too_long():
    given_ago = Credential(id="p", given_at=NOW - timedelta(days=8))
    assert was_given_too_long_ago(DENGBAO, given_ago, NOW)
    assert not was_given_too_long_ago(DENGBAO, Credential(id="p", given_at=NOW), NOW)
    assert not was_given_too_long_ago(DENGBAO, Credential(id="p"), NOW)
    chosen = Credential(id="p", set_at=NOW, given_at=NOW - timedelta(days=8))
    assert not was_given_too_long_ago(DENGBAO, chosen, NOW)


@given(st.lists(st.integers(0, 3600), min_size=1, max_size=40))
def test_nobody_is_locked_before_the_fifth_failure_nor_let_off_at_it(gaps):
    failures, now = Failures(subject="s"), NOW
    recent: list[datetime] = []
    for gap in gaps:
        now += timedelta(seconds=gap)
        if failures.locked(now):
            continue
        if failures.locked_until or (recent and now - recent[0] > DENGBAO.counted_within):
            recent = []
        recent.append(now)
        failures = counted(failures, DENGBAO, now, limit=5)
        assert failures.locked(now) == (len(recent) >= 5)
        assert failures.count == len(recent)


@pytest.mark.parametrize("step", list(Step))
def test_open_operations_have_a_row_of_their_own_in_the_access_table(step):
    assert OPEN[step] <= {row.operation for row in ACCESS}


@pytest.mark.parametrize("step", list(Step))
def test_nothing_about_contracts_is_open_in_a_step(step):
    for row in ACCESS:
        if row.roles:
            assert not open_in(step, row.operation)
            assert open_in(None, row.operation)


def test_whoever_is_outstanding_with_something_does_that_first():
    for awaiting in Step:
        assert step_after(awaiting, roles=ADMINISTRATORS, strong=False, demo=False) is awaiting


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("strong", [False, True])
@pytest.mark.parametrize("demo", [False, True])
def test_administrators_alone_must_have_a_second_factor(role, strong, demo):
    expected = Step.ENROLMENT if role in ADMINISTRATORS and not strong and not demo else None
    assert step_after(None, roles=[role], strong=strong, demo=demo) is expected
