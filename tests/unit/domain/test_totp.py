"""Codes of authenticators against the vectors of the standards."""

import base64
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contract_platform.domain.totp import code_at, enrolment_uri, matching_step, readable, step_at

SECRET = b"12345678901234567890"  # of RFC 4226 appendix D and RFC 6238 appendix B
NOW = datetime(2026, 3, 2, 1, 0, 10, tzinfo=UTC)


def test_the_vectors_of_rfc_4226():
    assert [code_at(SECRET, step) for step in range(10)] == [
        "755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871", "520489",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("seconds", "code"),
    [
        (59, "287082"), (1111111109, "081804"), (1111111111, "050471"),
        (1234567890, "005924"), (2000000000, "279037"), (20000000000, "353130"),
    ],
)  # fmt: skip
def test_the_vectors_of_rfc_6238_in_six_digits(seconds, code):
    assert code_at(SECRET, step_at(datetime.fromtimestamp(seconds, UTC))) == code


@pytest.mark.parametrize("off", [-1, 0, 1])
def test_one_step_of_drift_is_taken(off):
    step = step_at(NOW) + off
    assert matching_step(SECRET, code_at(SECRET, step), NOW, after=0) == step


@pytest.mark.parametrize("off", [-3, -2, 2, 3])
def test_more_is_not(off):
    assert matching_step(SECRET, code_at(SECRET, step_at(NOW) + off), NOW, after=0) is None


def test_a_step_that_was_used_and_those_before_it_are_not_taken():
    step = step_at(NOW)
    assert matching_step(SECRET, code_at(SECRET, step), NOW, after=step) is None
    assert matching_step(SECRET, code_at(SECRET, step - 1), NOW, after=step) is None
    assert matching_step(SECRET, code_at(SECRET, step + 1), NOW, after=step) == step + 1


def test_a_step_lasts_thirty_seconds():
    start = datetime(2026, 3, 2, 1, 0, 0, tzinfo=UTC)
    assert step_at(start) == step_at(start + timedelta(seconds=29)) != step_at(start + timedelta(seconds=30))


@given(st.text(max_size=20))
def test_any_text_is_compared(text):
    step = matching_step(SECRET, text, NOW, after=0)
    assert step is None or text == code_at(SECRET, step)


def test_the_address_for_authenticators_holds_everything_they_need():
    address = urlsplit(enrolment_uri(SECRET, issuer="政府合同监管平台", account="lin zhi"))
    assert (address.scheme, address.netloc, unquote(address.path)) == ("otpauth", "totp", "/政府合同监管平台:lin zhi")
    query = parse_qs(address.query)
    assert base64.b32decode(query["secret"][0]) == SECRET
    assert query["issuer"] == ["政府合同监管平台"]
    assert "=" not in readable(b"x" * 7)
