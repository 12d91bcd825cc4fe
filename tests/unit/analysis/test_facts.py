from datetime import date

import pytest

from contract_platform.analysis.dates import dates
from tests.unit.analysis.sample import SERVICE, analysed


@pytest.fixture(scope="module")
def service():
    return analysed(SERVICE)


def head(lines, articles="第一条 标的\n内容。\n第二条 价款\n内容。"):
    return analysed("采购合同\n" + lines + "\n" + articles).facts


def test_title_and_number(service):
    facts = service.facts
    assert facts.title.value == "档案数字化服务合同"
    assert facts.contract_number.value == "〔2026〕服字第7号"
    assert service.rule_class == "SERVICE"


def test_parties_with_codes_and_addresses(service):
    buyer, seller = service.facts.parties
    assert (buyer.role, buyer.name, buyer.uscc, buyer.uscc_valid) == (
        "甲方（采购人）",
        "云溪县档案馆",
        "12510100450831266J",
        True,
    )
    assert (buyer.address, buyer.legal_representative) == ("云溪县建设路8号", "周明")
    assert (seller.name, seller.uscc_valid) == ("云溪县恒章数据有限公司", False)


def test_amount_dates_and_term(service):
    facts = service.facts
    assert (facts.amount.value_fen, facts.amount.words_fen, facts.amount.figures_fen) == (12_000_000,) * 3
    assert (facts.signed.value, facts.start.value, facts.end.value) == (
        date(2026, 3, 5),
        date(2026, 4, 1),
        date(2026, 12, 31),
    )
    assert facts.term.value.startswith("服务期限自2026年4月1日起")


def test_payments_and_what_is_none(service):
    found = [(payment.percent, payment.amount_fen, payment.kind) for payment in service.facts.payments]
    assert found == [(30.0, 3_600_000, "advance"), (65.0, 7_800_000, "acceptance"), (5.0, 600_000, "retention")]
    assert service.facts.payments[0].due == "10个工作日内"


def test_dispute_direction_and_evidence(service):
    facts = service.facts
    assert (facts.dispute.method, facts.dispute.body) == ("court", "甲方所在地人民法院")
    assert facts.direction == "payable"
    text = service.document.text
    for evidence in (
        facts.title.evidence,
        facts.amount.evidence,
        facts.dispute.evidence,
        *(p.evidence for p in facts.payments),
    ):
        assert text[evidence.start : evidence.end] == evidence.quote


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            "甲方：云溪县水务局　　乙方：云溪县清源工程有限公司",
            [("甲方", "云溪县水务局"), ("乙方", "云溪县清源工程有限公司")],
        ),
        (
            "甲方:云溪镇人民政府(以下简称甲方)乙方:云溪县某某有限公司",
            [("甲方", "云溪镇人民政府"), ("乙方", "云溪县某某有限公司")],
        ),
        (
            "出租方（以下简称甲方）：______\n承租方（以下简称乙方）：王小明",
            [("出租方（甲方）", None), ("承租方（乙方）", "王小明")],
        ),
        (
            "委托单位____，以下简称甲方；\n受托单位云溪县规划院，以下简称乙方；",
            [("委托单位（甲方）", None), ("受托单位（乙方）", "云溪县规划院")],
        ),
        (
            "甲方（供方）\n公司名称：[填写名称]\n乙方（需方）\n公司名称：云溪县中学",
            [("甲方（供方）", None), ("乙方（需方）", "云溪县中学")],
        ),
        (
            "采购人(全称): 云溪县医院 (甲方)\n供应商(全称): 云溪医械有限公司 (乙方)",
            [("采购人（甲方）", "云溪县医院"), ("供应商（乙方）", "云溪医械有限公司")],
        ),
        ("甲方：{{甲方名称}}\n乙方：XXX", [("甲方", None), ("乙方", None)]),
        (
            "供电单位：云溪供电局，以下简称供电方；\n用电单位：＿＿，以下简称用电方。",
            [("供电单位（供电方）", "云溪供电局"), ("用电单位（用电方）", None)],
        ),
    ],
)
def test_forms_of_parties(lines, expected):
    assert [(party.role, party.name) for party in head(lines).parties] == expected


def test_signatures_fill_a_name_but_add_nobody():
    facts = head("甲方：\n乙方：云溪公司", "第一条 标的\n第二条 价款\n甲方（盖章）：云溪县档案馆\n见证方：某人")
    assert [party.name for party in facts.parties] == ["云溪县档案馆", "云溪公司"]


@pytest.mark.parametrize(
    ("price", "fen", "kind"),
    [
        ("合同总价为人民币98.6万元。", 98_600_000, "fixed"),
        ("合同总价不超过100万元。", 100_000_000, "cap"),
        ("月租金为伍仟元整。", 500_000, "unit_price"),
        ("履约保证金为5万元，合同金额为60万元。", 60_000_000, "fixed"),
        ("合同金额为叁拾万元整（¥350000元）。", 35_000_000, "fixed"),
        ("土地按3万元/亩结算，违约金10万元。", None, None),
        ("合同总价为____元。", None, None),
    ],
)
def test_amounts(price, fen, kind):
    amount = head("甲方：a\n乙方：b", f"第一条 价款\n{price}\n第二条 其他").amount
    assert (amount and amount.value_fen, amount and amount.kind) == (fen, kind)


@pytest.mark.parametrize(
    ("sentence", "method", "body"),
    [
        ("发生争议的，提交云溪仲裁委员会仲裁。", "arbitration", "云溪仲裁委员会"),
        ("争议由合同签订地人民法院管辖。", "court", "合同签订地人民法院"),
        ("纠纷可向____仲裁委员会申请仲裁，也可向有管辖权的人民法院起诉。", "both", None),
        ("双方同意由＿＿仲裁委员会仲裁（未约定的，可以向人民法院起诉）。发生争议时适用。", "arbitration", None),
        ("争议由双方友好协商解决。", "none", None),
        ("乙方导致甲方被起诉的，承担起诉费、仲裁费。", "none", None),
    ],
)
def test_disputes(sentence, method, body):
    dispute = head("甲方：a\n乙方：b", f"第一条 标的\n第二条 争议\n{sentence}").dispute
    assert (dispute.method, dispute.body) == (method, body)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("共____元，____年", 2),
        ("{{总价}}和【 】及（　）", 3),
        ("[填写单价]", 1),
        ("　　年　　月　　日", 1),
        ("2026年3月1日", 0),
        ("面积为平方米", 1),
        ("约 亩", 1),
        ("云溪XX公司", 0),
        ("XX年", 1),
        ("（以下无正文）", 0),
        ("---元", 1),
    ],
)
def test_blanks(text, count):
    assert len(analysed(text).facts.blanks) == count


@pytest.mark.parametrize(
    ("text", "value", "precision"),
    [
        ("2024年3月1日", date(2024, 3, 1), "day"),
        ("二零二四年三月三十一日", date(2024, 3, 31), "day"),
        ("2024-03-01", date(2024, 3, 1), "day"),
        ("2024.3.1", date(2024, 3, 1), "day"),
        ("2024/03/01", date(2024, 3, 1), "day"),
        ("贰零贰肆年叁月壹拾日", date(2024, 3, 10), "day"),
        ("2011年10月", date(2011, 10, 1), "month"),
        ("二零二四年元月一日", date(2024, 1, 1), "day"),
    ],
)
def test_dates(text, value, precision):
    assert [(found.value, found.precision) for found in dates(text)] == [(value, precision)]


@pytest.mark.parametrize("text", ["2026年02月29日", "2024-1301", "第2024.3号", "1.2.3"])
def test_what_is_no_date(text):
    assert list(dates(text)) == []


def test_a_date_under_the_parties_is_the_signing_date():
    assert head("甲方：云溪局\n乙方：云溪公司\n2025年12月3日").signed.value == date(2025, 12, 3)


def test_the_latest_signature_counts():
    facts = head(
        "甲方：a局\n乙方：b公司", "第一条 标的\n第二条 其他\n甲方：\n日期：2026年1月2日\n乙方：\n日期：2026年1月5日"
    )
    assert facts.signed.value == date(2026, 1, 5)


def test_rents_are_counted_in_months():
    text = (
        "房屋租赁合同\n出租方（甲方）：a\n承租方（乙方）：b\n第一条 租金\n月租金为人民币5000元。\n"
        "第二条 付款方式\n租金每3个月支付一次。\n第三条 押金\n乙方支付1个月租金作为押金。"
    )
    assert [payment.amount_fen for payment in analysed(text).facts.payments] == [1_500_000, 500_000]


def test_a_penalty_is_no_payment():
    text = "服务合同\n甲方：a\n乙方：b\n第一条 付款\n逾期付款的，每逾期一日按合同总价的1%支付违约金。\n第二条 其他"
    assert analysed(text).facts.payments == ()


def test_the_rent_of_a_year_is_no_monthly_rent():
    text = (
        "房屋租赁合同\n出租方（甲方）：a\n承租方（乙方）：b\n第一条 租金\n年租金为人民币12000元。\n"
        "第二条 付款方式\n租金按年支付，每年1月5日前支付当年租金。\n第三条 其他"
    )
    assert [payment.amount_fen for payment in analysed(text).facts.payments] == [1_200_000]


def test_an_expropriation_has_its_own_roles_and_an_identity_card_is_no_code():
    text = (
        "房屋征收补偿协议\n房屋征收部门（甲方）：云溪区住建局\n被征收人（乙方）：陈某远\n"
        "身份证号码：330102197501011234\n一、补偿方式\n货币补偿。\n二、补偿金额\n"
        "被征收房屋价值补偿人民币1,038,000元（大写：壹佰零叁万捌仟元整）。\n三、其他"
    )
    facts = analysed(text).facts
    assert [(party.role, party.uscc) for party in facts.parties] == [
        ("房屋征收部门（甲方）", None),
        ("被征收人（乙方）", None),
    ]
    assert facts.amount is not None
    assert facts.amount.value_fen == 103_800_000


def test_a_completion_date_is_no_date_of_signing():
    facts = head("甲方：a局\n乙方：b公司", "第一条 工期\n竣工日期：2026年12月31日\n第二条 其他")
    assert facts.signed is None


def test_other_names_of_a_party_are_kept():
    facts = head(
        "甲方：云溪局\n乙方：云溪甲公司", "第一条 标的\n第二条 其他\n甲方（盖章）：云溪局\n乙方（盖章）：云溪乙公司"
    )
    assert [[other.quote for other in party.other_names] for party in facts.parties] == [[], ["云溪乙公司"]]


def test_direction_follows_the_government_side():
    lease = (
        "房屋租赁合同\n出租方（甲方）：云溪县机关事务局\n承租方（乙方）：云溪商贸有限公司\n"
        "第一条 租金\n每月1000元。\n第二条 其他"
    )
    assert analysed(lease).facts.direction == "receivable"
    assert (
        analysed("合作框架协议\n甲方：云溪县人民政府\n乙方：b公司\n第一条 合作\n第二条 其他").facts.direction == "none"
    )
