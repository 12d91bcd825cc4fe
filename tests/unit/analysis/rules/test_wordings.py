"""Other ways of saying what a rule looks for, and what only looks like it."""

import pytest

from tests.unit.analysis.rules.samples import run_sample

PARTIES = "甲方：云溪县档案馆\n乙方：恒章数据有限公司\n"
PRICE = "［GOODS］合同总金额为人民币12,000,000.00元。\n"
FOUND = [
    ("performance_bond_over_10", PRICE + "乙方以保函形式提交履约保证金，金额为人民币1,200,000.01元。"),
    ("performance_bond_over_10", PRICE + "乙方以保函形式提交履约保证金1,200,000.01元。"),
    ("performance_bond_over_10", PRICE + "履约保证金为人民币1,300,000.00元。"),
    ("foreign_court_or_law", "本合同受法国法律管辖。"),
    ("foreign_court_or_law", "双方同意适用日本法，不适用其冲突规范。"),
    ("court_unspecified", "协商不成的，采取诉讼方式解决。"),
    ("jurisdiction_no_connection", PARTIES + "因本合同发生的诉讼，双方同意由远山市石桥区人民法院审理。"),
    ("tax_burden_shift", "甲方依法应纳的房产税由乙方代为缴纳。"),
    ("land_grant_term_over_max", "［ASSET_TRANSFER］宗地用途：商业用地；出让年期60年。"),
    (
        "devzone_land_grantor",
        "［ASSET_TRANSFER］土地使用权出让合同\n甲方：云溪县园区管理委员会\n乙方：恒章实业有限公司\n宗地见附件。",
    ),
    ("wrong_party_reference", "乙方未经乙方书面同意，不得转让设备。"),
    ("cash_only_bond", "［GOODS］履约保证金须以现金缴纳，不接受保函、保证保险。"),
    ("ambiguous_day_unit", "乙方接到通知后三天左右完成修复。"),
    ("undefined_term", "扣款等于“单位基数”乘以扣分，“单位基数”由甲方核定。"),
    ("final_interpretation", "理解不一致时，以委托方的解释为准。"),
    ("progress_payment_below_80", "［WORKS］每月计量后10日内支付当月完成工程价款的70%。"),
    ("acceptance_period_missing", "［GOODS］甲方组织验收。验收合格后收到发票之日起30日内付款。"),
    ("ip_ownership_missing", "［IT］乙方为甲方建设档案管理平台一套。"),
    (
        "data_security_missing",
        "［IT］甲方：云溪县大数据局\n乙方：恒章数据有限公司\n依据《中华人民共和国数据安全法》，乙方建设系统并应接受监督检查。",
    ),
]
QUIET = [
    ("performance_bond_over_10", PRICE + "乙方以保函形式提交履约保证金，金额为人民币1,200,000.00元。"),
    ("performance_bond_over_10", PRICE + "乙方以保函形式提交履约保证金1,200,000.00元。"),
    ("foreign_court_or_law", "本合同不适用任何外国法律，也不适用日本法。"),
    ("court_unspecified", "协商不成的，向甲方住所地人民法院提起诉讼解决。"),
    ("land_grant_term_over_max", "［ASSET_TRANSFER］宗地用途：商业用地；出让年期40年。"),
    ("cash_only_bond", "［GOODS］履约保证金可以保函、保证保险等形式提交。"),
    ("undefined_term", "“单位基数”是指上年平均单价；扣款等于“单位基数”乘以扣分。"),
    ("acceptance_standard_missing", "［GOODS］甲方按照采购文件约定的标准完成验收。\n验收合格后10日内甲方付款。"),
    ("acceptance_period_missing", "［GOODS］货到后10日内甲方组织验收。"),
    ("ip_ownership_missing", "［IT］乙方为甲方建设档案管理平台一套，著作权归甲方。"),
]


@pytest.mark.parametrize(("rule", "text"), FOUND)
def test_is_found(rule, text):
    assert rule in {finding.rule for finding in run_sample(text).findings}


@pytest.mark.parametrize(("rule", "text"), QUIET)
def test_is_not_found(rule, text):
    assert rule not in {finding.rule for finding in run_sample(text).findings}
