"""What only the register can show: one matter in parts, the same again, nearly the same text."""

from contract_platform.application.precheck import precheck
from tests.unit.application.district import DRAFT, ORDINARY, District

SIX_MILLION = DRAFT.format(words="陆佰万元整", figures="6,000,000.00")
OTHER = """机关食堂米面粮油供应合同
甲方：望澜区大数据管理局
乙方：望澜示例粮油有限公司
第一条 合同标的
乙方按甲方每周的清单供应米、面、粮、油，质量符合国家食品安全标准，并随货提供检验报告。
第二条 合同金额
合同总金额为人民币陆佰万元整（¥6,000,000.00元），按月据实结算。
"""


def looked_at(district: District, contract_id: str):
    return precheck(district.platform, district.actor("handler"), contract_id)


def codes(reasons):
    return [reason.code for reason in reasons]


def test_two_halves_of_a_major_matter_are_noticed(tmp_path):
    district = District(tmp_path)
    district.register(SIX_MILLION, name="档案数字化加工服务合同（一期）")
    second = district.register(SIX_MILLION, name="档案数字化加工服务合同（二期）")
    [split] = [doubt for doubt in looked_at(district, second).doubts if doubt.code == "split_below_threshold"]
    assert (split.params["count"], split.params["total"]) == (1, "12,000,000.00")
    assert "1000万元" in str(split.params["rule"])


def test_two_matters_of_different_parties_are_no_split(tmp_path):
    district = District(tmp_path)
    district.register(SIX_MILLION)
    other = district.register(OTHER)
    found = looked_at(district, other)
    assert "split_below_threshold" not in codes(found.doubts)
    assert found.duplicates == ()


def test_small_contracts_that_stay_ordinary_together_are_no_split(tmp_path):
    district = District(tmp_path)
    district.register(ORDINARY, name="档案数字化加工服务合同（一期）")
    second = district.register(ORDINARY, name="档案数字化加工服务合同（二期）")
    assert "split_below_threshold" not in codes(looked_at(district, second).doubts)


def test_the_same_counterparty_and_a_like_name_are_shown(tmp_path):
    district = District(tmp_path)
    district.register(ORDINARY, name="2025年政务档案数字化加工服务合同", amount_fen=20_000_000)
    second = district.register(SIX_MILLION, name="2026年政务档案数字化加工服务合同")
    [found] = looked_at(district, second).duplicates
    assert codes(found.why) == ["same_party_and_subject"]


def test_nearly_the_same_text_with_another_party_is_shown(tmp_path):
    district = District(tmp_path)
    district.register(ORDINARY, name="政务档案数字化加工服务合同")
    other = ORDINARY.replace("望澜示例档案服务", "望澜样例数据科技")
    second = district.register(other, name="政务档案扫描加工服务合同", amount_fen=31_000_000)
    [found] = looked_at(district, second).duplicates
    assert codes(found.why) == ["alike_text"]
    assert int(str(found.why[0].params["percent"])) >= 90


def test_what_is_older_than_the_profile_looks_back_is_left_alone(tmp_path):
    district = District(tmp_path)
    district.register(SIX_MILLION, name="档案数字化加工服务合同（一期）")
    district.to(district.clock.today().replace(year=2027, month=4))
    second = district.register(SIX_MILLION, name="档案数字化加工服务合同（二期）")
    found = looked_at(district, second)
    assert "split_below_threshold" not in codes(found.doubts)
