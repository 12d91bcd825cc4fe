import pytest

from contract_platform.analysis.classify import by_cues, by_heading, classify
from contract_platform.analysis.compact import squeeze
from contract_platform.analysis.kinds import contract_class, kind_of
from contract_platform.analysis.structure import structure
from tests.unit.analysis.sample import SERVICE, analysed, document


@pytest.mark.parametrize(
    ("heading", "category"),
    [
        ("合同价款及付款方式", "price"),
        ("付款方式", "payment"),
        ("违约责任", "liability"),
        ("争议的解决", "dispute_resolution"),
        ("租赁期间的有关费用", "payment"),
        ("双方的权利和义务", "rights_obligations"),
        ("乙方的保密义务", "confidentiality"),
        ("甲方责任", "rights_obligations"),
        ("乙方违约责任", "liability"),
        ("竣工验收", "acceptance"),
        ("售后服务", "warranty"),
        ("履约保证金", "performance_bond"),
        ("质量保证金", "retention"),
        ("质量标准", "quality"),
        ("服务期限", "term"),
        ("合同的变更和解除", "change"),
        ("项目概况", "subject_matter"),
        ("项目的目标和内容", "subject_matter"),
        ("知识产权归属", "ip"),
        ("不可抗力", "force_majeure"),
        ("通知与送达", "notices"),
        ("附件", "annexes"),
        ("其他", "entire_agreement"),
        ("合同生效", "effectiveness"),
        ("廉政条款", "anti_corruption"),
        ("转让标的", "subject_matter"),
        ("税费与发票", "tax_invoice"),
        ("违约金的计算方法", "liability"),
        ("验收的标准和方式", "acceptance"),
        ("竣工结算", "payment"),
        ("合同价款（含税费）", "price"),
        ("发包人", "rights_obligations"),
        ("履行的期限、地点和方式", "term"),
    ],
)
def test_headings(heading, category):
    assert by_heading(heading)[0] == category


@pytest.mark.parametrize(
    ("body", "category"),
    [
        ("因不可抗力不能履行的，双方互不承担责任。", "force_majeure"),
        ("本合同一式四份，甲乙双方各执二份。", "counterparts"),
        ("双方发生争议，协商不成的，向人民法院起诉。", "dispute_resolution"),
        ("租金为每月3000元，按月标准收取。", "price"),
        ("本合同自双方签字盖章之日起生效。", "effectiveness"),
        ("任何一方违约的，应当支付违约金并赔偿损失。", "liability"),
        ("本合同未尽事宜，双方另行签订补充协议。", "entire_agreement"),
    ],
)
def test_text_without_a_heading(body, category):
    assert by_cues(squeeze(body))[0] == category


def test_articles_without_heading_follow_their_chapter():
    text = (
        "第一章 违约责任\n第一条 甲方应当按时办理。\n第二条 乙方应当按时办理。\n第二章 附则\n"
        "第三条 本合同一式两份。\n第四条 其他"
    )
    clauses = classify(structure(document(text)).clauses, text)
    assert [clause.category for clause in clauses if clause.level == 1] == [
        "liability",
        "liability",
        "counterparts",
        "entire_agreement",
    ]


def test_a_clause_names_all_its_categories():
    clauses = classify(structure(document(SERVICE)).clauses, document(SERVICE).text)
    last = next(clause for clause in clauses if clause.number == "第七条")
    assert last.category == last.categories[0]
    assert all(clause.category for clause in clauses)


@pytest.mark.parametrize(
    ("title", "text", "rule_class", "register"),
    [
        ("房屋租赁合同", "出租方 承租方 租金", "ASSET_LEASE", "01"),
        ("办公设备采购合同", "货物 交货 规格型号", "GOODS", "04"),
        ("政府采购合同", "服务期限 服务内容 服务费 考核", "SERVICE", "05"),
        ("信息系统开发合同", "软件 源代码", "IT", "04"),
        ("国有土地上房屋征收补偿协议", "被征收人", "EXPRO", "07"),
        ("投资协议书", "固定资产投资 达产", "INVEST", "11"),
        ("战略合作框架协议", "", "FRAME", "12"),
        ("道路改造施工合同", "发包人 承包人", "WORKS", "03"),
        ("", "", "OTHER", "16"),
    ],
)
def test_kinds(title, text, rule_class, register):
    kind = kind_of(title, squeeze(text))
    assert (kind.rule_class, kind.contract_class) == (rule_class, register)


def test_a_confirmed_class_has_its_register_class():
    assert (contract_class("WORKS"), contract_class("nonsense")) == ("03", "16")


@pytest.mark.parametrize(
    ("said", "category"),
    [
        ("履行地点为云溪县内甲方指定的场所，由乙方派员完成。", "place_method"),
        ("质量保证期为两年，自验收合格之日起算。", "warranty"),
        ("乙方为甲方建设档案管理系统一套，功能见清单。", "subject_matter"),
        ("甲方在履行期满前组织绩效评价，结果作为预算安排的参考。", "supervision"),
        ("未尽事宜双方另行协商解决。", "entire_agreement"),
        ("双方确认首部所列地址为送达地址。", "notices"),
        ("本合同签订后15日内，甲方支付合同总价的30%。", "payment"),
        ("甲方在验收合格后10日内一次性付清价款。", "payment"),
        ("发生纠纷的，通过诉讼解决。", "dispute_resolution"),
        ("乙方可以将部分工作分包给他人。", "assignment_subcontract"),
        ("甲方应当提供必要的条件，乙方应当全面履行义务。", "rights_obligations"),
    ],
)
def test_an_article_without_heading_is_about_what_it_begins_with(said, category):
    text = f"采购合同\n第一条　价款\n见附件。\n第二条　{said}\n第三条　其他\n见附件。"
    found = next(clause for clause in analysed(text).clauses if clause.number == "第二条")
    assert found.category == category


@pytest.mark.parametrize(
    ("heading", "body", "category"),
    [
        ("质量保修", "保修期两年。", "warranty"),
        ("质量保证", "保修期两年。", "warranty"),
        ("质量保证", "乙方所提供的货物应当是全新的。", "quality"),
        ("特许经营期", "三十年，自生效之日起算。", "term"),
        ("出让年期", "四十年，自交付之日起算。", "term"),
        ("货物名称、规格和数量", "见清单。", "subject_matter"),
    ],
)
def test_headings_whose_words_belong_to_two_categories(heading, body, category):
    text = f"采购合同\n第一条　价款\n见附件。\n第二条　{heading}\n{body}\n第三条　其他\n见附件。"
    found = next(clause for clause in analysed(text).clauses if clause.number == "第二条")
    assert found.category == category
