"""Personal numbers are found, masked without moving anything, and seen in clear by those who work with them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contract_platform.domain.masking import (
    SEES_CLEAR,
    is_credit_code,
    is_identity,
    mask_field,
    mask_text,
    numbers_in,
    without_numbers,
)
from contract_platform.domain.vocabulary import Role

IDENTITY = "110101199003071233"
CARD = "6222021234567890128"


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        (f"身份证号码：{IDENTITY}，", "身份证号码：110101********1233，"),
        ("110101 19900307 1233", "110101 ******** 1233"),
        ("身份证130503670401001", "身份证130503*****1001"),
        ("号码11010119900307123X。", "号码110101********123X。"),
        ("１１０１０１１９９００３０７１２３３", "１１０１０１********１２３３"),
        (f"卡号{CARD}", "卡号6222***********0128"),
        ("账号：6222 0212 3456 7890 128", "账号：6222 **** **** ***0 128"),
        ("开户行账号：20100012345", "开户行账号：*******2345"),
        ("6222-0212-3456-7890", "6222-****-****-7890"),
        ("联系电话13812345678", "联系电话138****5678"),
        ("+86 138 1234 5678", "+86 138 **** 5678"),
        ("电话：0531-88123456", "电话：053*-****3456"),
        ("（0531）88123456", "（053*）****3456"),
        ("证件号码：E12345678", "证件号码：*****5678"),
    ],
)
def test_a_number_is_masked_and_nothing_moves(text, masked):
    assert mask_text(text) == masked
    assert len(masked) == len(text)


@pytest.mark.parametrize(
    "text",
    [
        "合同总金额为人民币12,000,000.00元（大写：壹仟贰佰万元整）",
        "自2026年4月1日起至2026年12月31日止",
        "2026-04-01 2026-12-31 2027-01-15",
        "财采〔2026〕123号",
        "统一社会信用代码91370102MA3N0B0B0A",
        "单价13.81元，数量12345678901件",
        "WL-2026-0001",
        "0197a3c4-1234-7123-8123-123456789012",
        "3f1b0d" * 10 + "12345678901234567890"[:4],
        "面积1234567.891平方米",
    ],
)
def test_what_is_no_personal_number_stays(text):
    assert mask_text(text) == text


def credit_code(body):
    return next(body + last for last in "0123456789ABCDEFGHJKLMNPQRTUWXY" if is_credit_code(body + last))


@pytest.mark.parametrize("body", ["11370102004189123", "91370102004189120", "12370102495571234"])
def test_a_credit_code_of_digits_is_public(body):
    code = credit_code(body)
    assert mask_text(f"代码{code}。") == f"代码{code}。"


def test_check_characters():
    assert is_identity(IDENTITY)
    assert is_identity("11010519491231002X")
    assert not is_identity("110101199003071234")


def test_fields_are_masked_by_what_they_hold():
    assert mask_field("id_no", "E1234567") == "****4567"
    assert mask_field("bank_account", "12345678") == "****5678"
    assert mask_field("contract_no", CARD) == CARD
    assert mask_field("note", f"付至{CARD}") == "付至6222***********0128"


def test_the_index_gets_spaces_instead():
    assert without_numbers(f"甲{CARD}乙") == "甲" + " " * len(CARD) + "乙"


@given(st.text(alphabet="0123456789Xx -（)账号身份证０５\n", max_size=60))
def test_masking_never_moves_and_never_unmasks(text):
    masked = mask_text(text)
    assert len(masked) == len(text)
    assert all(new in {old, "*"} for old, new in zip(text, masked, strict=True))
    assert numbers_in(without_numbers(text)) == []


@given(st.from_regex(r"\d{15,40}", fullmatch=True))
def test_no_long_run_of_digits_survives_but_a_credit_code(run):
    assert not any(char.isdigit() for char in without_numbers(run)) or is_credit_code(run)


def test_supervision_and_administrators_see_no_number_in_clear():
    hidden = {
        Role.PERF_SUPERVISOR, Role.OBSERVER, Role.ARCHIVIST, Role.BUREAU_INTAKE, Role.BUREAU_LEAD, Role.GOV_OFFICE,
        Role.COUNSEL, Role.EXPERT, Role.SYS_ADMIN, Role.SEC_ADMIN, Role.AUDIT_ADMIN,
    }  # fmt: skip
    assert not hidden & set(SEES_CLEAR)
