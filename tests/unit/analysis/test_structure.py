from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contract_platform.analysis.model import Block
from contract_platform.analysis.structure import structure
from contract_platform.documents.assemble import Draft, assemble
from tests.unit.analysis.sample import SERVICE, analysed, document


def tops(text):
    return [(clause.number, clause.heading) for clause in structure(document(text)).clauses if clause.level == 1]


def test_articles_with_headings_and_what_follows_them():
    clauses = structure(document(SERVICE)).clauses
    assert [clause.number for clause in clauses if clause.level == 1] == [f"第{n}条" for n in "一二三四五六七"]
    fourth = next(clause for clause in clauses if clause.number == "第四条")
    assert fourth.heading == "付款方式"
    assert SERVICE[fourth.start : fourth.end].endswith("质保期满后支付。")
    assert [clause.number for clause in clauses if clause.parent == fourth.id] == ["1", "2", "3"]
    assert fourth.start_text == "付款方式1．合同签订后1"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一、标的\n1、甲\n2、乙\n二、价款\n1、丙\n三、其他", [("一", "标的"), ("二", "价款"), ("三", "其他")]),
        ("一，标的\n内容\n二，价款\n内容\n三．其他\n内容", [("一", "标的"), ("二", "价款"), ("三", "其他")]),
        (
            "1、甲方供货。\n2、乙方付款。\n3、违约责任。任何一方违约的，应当赔偿。",
            [("1", ""), ("2", ""), ("3", "违约责任")],
        ),
        ("１．标的\n（１）甲\n（２）乙\n２．价款\n（１）丙\n３．其他", [("1", "标的"), ("2", "价款"), ("3", "其他")]),
        ("第一条 标的\n第二条 价款\n第四条 其他", [("第一条", "标的"), ("第二条", "价款"), ("第四条", "其他")]),
        (
            "目录\n第一条 标的……1\n第二条 价款……2\n第三条 其他……3\n第一条 标的\n甲\n第二条 价款\n乙\n第三条 其他\n丙",
            [("第一条", "标的"), ("第二条", "价款"), ("第三条", "其他")],
        ),
        (
            "第一条 标的\n互不承担责任。   第二条 未尽事项由双方协商。\n第三条 其他",
            [("第一条", "标的"), ("第二条", ""), ("第三条", "其他")],
        ),
        (
            "鉴于：\n1.甲方合法设立；\n2.乙方愿意承租；\n3.双方协商一致。\n第一条 标的\n第二条 价款",
            [("第一条", "标的"), ("第二条", "价款")],
        ),
        (
            "第一条 标的\n依据第三条规定办理。\n第二条 价款\n第三条规定的期限内付款。",
            [("第一条", "标的"), ("第二条", "价款")],
        ),
    ],
)
def test_the_style_is_decided_by_the_sequence(text, expected):
    assert tops(text) == expected


def test_numerals_inside_a_paragraph_that_count_on_open_articles():
    text = "双方约定如下：一、标的\n内容见清单。二、价款 十万元。三、其他\n协商。如下情形除外：一、甲；二、乙。"
    assert [number for number, _ in tops(text)] == ["一", "二", "三"]


def test_chapters_stand_above_articles():
    text = "第一章 总则\n第一条 目的\n第二条 定义\n第二章 价款\n第三条 总价\n第四条 付款"
    clauses = structure(document(text)).clauses
    assert [(clause.number, clause.level, clause.parent) for clause in clauses] == [
        ("第一章", 0, None),
        ("第一条", 1, "c1"),
        ("第二条", 1, "c1"),
        ("第二章", 0, None),
        ("第三条", 1, "c4"),
        ("第四条", 1, "c4"),
    ]


def test_an_agreement_behind_the_signatures_is_a_part_of_its_own():
    text = (
        "采购合同\n第一条 标的\n第二条 价款\n第三条 其他\n甲方（盖章）：\n附件一：保密协议\n甲方：\n乙方：\n"
        "第一条 保密范围\n第二条 保密期限\n第三条 违约责任\n"
    )
    parts = [(clause.number, clause.part) for clause in structure(document(text)).clauses]
    assert parts == [
        ("第一条", ""),
        ("第二条", ""),
        ("第三条", ""),
        ("第一条", "annex:保密协议"),
        ("第二条", "annex:保密协议"),
        ("第三条", "annex:保密协议"),
    ]


FORM = """建设工程施工合同
第一部分 合同协议书
发包人（全称）：云溪县住建局
承包人（全称）：云溪建工有限公司
一、工程概况
道路改造。
二、合同工期
计划竣工日期：2026年12月31日。
三、签订时间
本合同于2026年2月10日签订。
第二部分 通用合同条款
1.一般约定
1.1词语定义
2.发包人
3.承包人
第三部分 专用合同条款
1.一般约定
3.承包人
12.计量与支付
15.缺陷责任
"""


def test_every_part_of_a_form_has_a_sequence_of_its_own():
    clauses = structure(document(FORM)).clauses
    by_part: dict[str | None, list[str]] = {}
    for clause in clauses:
        if clause.level == 1:
            by_part.setdefault(clause.parent, []).append(clause.number)
    assert list(by_part.values()) == [["一", "二", "三"], ["1", "2", "3"], ["1", "3", "12", "15"]]
    assert [clause.number for clause in clauses if clause.level == 0] == ["第一部分", "第二部分", "第三部分"]


def test_parties_behind_a_parts_heading_and_the_date_of_signing():
    facts = analysed(FORM).facts
    assert [party.name for party in facts.parties] == ["云溪县住建局", "云溪建工有限公司"]
    assert facts.signed is not None
    assert facts.signed.value == date(2026, 2, 10)


def test_the_contract_behind_a_forms_instructions():
    text = (
        "技术合同\n填写说明\n一、编号的填写方法\n二、标的的形式：\n1．论文；\n2．磁盘；\n3．样品。\n三、其它\n"
        "一、标的内容\n二、技术指标\n三、研究计划\n四、经费\n五、验收"
    )
    assert [number for number, _ in tops(text)] == ["一", "二", "三", "四", "五"]
    assert tops(text)[0][1] == "标的内容"


def test_a_list_of_annexes_opens_no_part():
    text = "第一条 标的\n第二条 附件\n附件一：清单\n附件二：图纸\n附件三：授权书\n第三条 其他"
    assert {clause.part for clause in structure(document(text)).clauses} == {""}


def test_the_contract_inside_a_tender_file_is_found():
    text = (
        "第一章 投标邀请\n一、项目名称\n二、投标人资格\n第二章 投标人须知\n一、总则\n"
        "二、招标文件的澄清\n三、投标文件\n第三章 合同条款\n甲方：\n第一条 标的\n第二条 价款\n"
        "第四章 投标文件格式\n一、投标函\n二、报价表\n第五章 评标办法\n一、原则"
    )
    assert tops(text) == [("第一条", "标的"), ("第二条", "价款")]


def silent(text, *, list_id="1", label="", bold=True):
    return Draft(text=text, list_id=list_id, list_level=0, label=label, bold=bold, style="list")


def test_articles_whose_number_prints_nothing():
    drafts = [
        silent("工程概况"),
        Draft(text="某路改造。"),
        silent("工程工期"),
        Draft(text="一百天。"),
        silent("付款方式：", list_id="2", label="1", bold=False),
        silent("按月支付。", list_id="3", label="1", bold=False),
        Draft(text="竣工验收", bold=True, style="list"),
        Draft(text="按规范。"),
        silent("其他约定"),
        Draft(text="协商。"),
    ]
    clauses = structure(assemble("docx", drafts)).clauses
    assert [(clause.number, clause.heading) for clause in clauses if clause.level == 1] == [
        ("", "工程概况"),
        ("", "工程工期"),
        ("1", "付款方式"),
        ("", "竣工验收"),
        ("", "其他约定"),
    ]


def test_headings_by_outline_level_win_over_the_lists_below_them():
    drafts: list[Draft] = []
    for heading in ("合同标的", "付款方式", "违约责任"):
        drafts.append(Draft(text=heading, outline_level=1, style="heading 2"))
        drafts.extend(
            Draft(text=f"{heading}第{n}项应当履行。", label=f"{n}.", list_id=heading, list_level=0) for n in (1, 2, 3)
        )
    clauses = structure(assemble("docx", drafts)).clauses
    assert [clause.heading for clause in clauses if clause.level == 1] == ["合同标的", "付款方式", "违约责任"]


LINE = st.one_of(
    st.sampled_from(
        [
            "第一条 标的",
            "第二条 价款",
            "第三条 其他",
            "一、总则",
            "二、责任",
            "1、甲",
            "2、乙",
            "（1）丙",
            "附件一：协议",
            "甲方：",
            "乙方：某公司",
            "第一章 总则",
            "目录",
            "│a│b│",
        ]
    ),
    st.text(alphabet="甲乙方应当付款 \t。；：1２_第条", max_size=30),
)


@settings(max_examples=150)
@given(st.lists(LINE, max_size=25))
def test_spans_are_nested_ordered_and_quotes_exact(rows):
    result = analysed("\n".join(rows))
    text = result.document.text
    by_id = {clause.id: clause for clause in result.clauses}
    starts = [clause.start for clause in result.clauses]
    assert starts == sorted(starts)
    for clause in result.clauses:
        assert 0 <= clause.start < clause.end <= len(text)
        if clause.parent:
            parent = by_id[clause.parent]
            assert parent.start <= clause.start
            assert clause.end <= parent.end
            assert parent.level < clause.level
    for blank in result.facts.blanks:
        assert text[blank.start : blank.end] == blank.quote


def test_blocks_know_where_they_end():
    assert Block(id="p", kind="paragraph", text="甲方", start=3).end == 5


def test_an_annex_that_counts_articles_stays_behind_a_contract_that_counts_otherwise():
    body = "\n".join(
        f"{n}、{name}\n双方应当遵守。" for n, name in zip("一二三四", ["内容", "价款", "违约责任", "生效"], strict=True)
    )
    annex = "\n".join(
        f"第{n}条　{name}\n双方应当遵守。" for n, name in zip("一二三", ["保密义务", "权利义务", "其他"], strict=True)
    )
    text = f"采购合同\n甲方：甲\n乙方：乙\n{body}\n甲方（盖章）：\n乙方（盖章）：\n附件1：保密协议\n{annex}"
    clauses = analysed(text).clauses
    assert [(clause.number, clause.part) for clause in clauses if clause.level == 1] == [
        *((number, "") for number in "一二三四"),
        *((f"第{number}条", "annex:保密协议") for number in "一二三"),
    ]


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("未尽事宜双方另行协商，以书面补充协议的形式确定。", ""),
        ("工程质量不低于国家现行有关标准的规定。", ""),
        ("服务内容。", "服务内容"),
        ("包装、运输和交货：乙方负责将货物运至甲方指定的地点。", "包装、运输和交货"),
        ("货物的名称、数量、单价如下：见清单。", ""),
    ],
)
def test_short_sentences_are_no_headings(line, heading):
    text = f"采购合同\n第一条　价款\n见附件。\n第二条　付款\n见附件。\n第三条　{line}\n第四条　其他\n见附件。"
    found = next(clause for clause in analysed(text).clauses if clause.number == "第三条")
    assert found.heading == heading
