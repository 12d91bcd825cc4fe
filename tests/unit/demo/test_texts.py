"""The sample contracts: read as they were written, in every form, with the risks planted in them and no others."""

import re
from datetime import date

import msgspec
import pytest

from contract_platform.analysis.analyse import analyse
from contract_platform.analysis.model import Context, Severity
from contract_platform.analysis.numerals import words_to_fen
from contract_platform.analysis.uscc import is_valid
from contract_platform.application.read_version import analysis_of
from contract_platform.demo import companies
from contract_platform.demo.codes import NOWHERE, misprinted
from contract_platform.demo.district import OFFICES
from contract_platform.demo.files import FORMS
from contract_platform.demo.markup import parse
from contract_platform.demo.money import split
from contract_platform.demo.samples import FOLDER, content
from contract_platform.demo.stories import STORIES
from contract_platform.documents.registry import read
from contract_platform.documents.scan.records import PagesWanted
from contract_platform.domain.money import words
from contract_platform.domain.vocabulary import State

PLANTED = {
    "望澜区政务云平台运行维护服务合同": {"data_security_missing"},
    "望澜区机关办公设备采购合同": {"amount_words_figures_mismatch", "uscc_invalid"},
    "青石街道背街小巷保洁服务合同": {"sme_payment_over_60_days"},
    "望澜区政务热线知识库系统建设合同": {"arb_or_litigation"},
    "青石街道便民服务中心修缮工程施工合同": {"performance_bond_over_10"},
    "望澜区智慧城管综合指挥平台建设合同": {"high_prepayment", "sme_payment_over_60_days"},
    "高性能复合材料生产基地项目投资协议": {"tax_refund_promise", "local_registration_tie"},
    "望澜区一网统管事件协同处置系统建设合同": {
        "performance_bond_over_10",
        "internal_process_condition",
        "deemed_approval",
    },
    "望澜区第二社会福利中心新建工程施工合同": {"audit_as_settlement_basis"},
}
"""Risks of the current drafts by the contract's name."""


@pytest.fixture(scope="session")
def texts(demo):
    """The current draft of every contract that could be read, by its name in the text."""
    with demo.platform.reading() as uow:
        versions = [uow.versions.get(one.text_version_id) for one in uow.contracts.find()]
        found = [analysis for version in versions if (analysis := analysis_of(uow, version))]
    return {analysis.facts.title.value: analysis for analysis in found if analysis.facts.title}


def test_every_readable_sample_is_there(texts):
    assert len(texts) == len(STORIES) - 1
    assert set(PLANTED) < set(texts)


@pytest.mark.parametrize("name", sorted(PLANTED))
def test_planted_risks_are_found(texts, name):
    assert {finding.rule for finding in texts[name].findings} >= PLANTED[name]


def test_nothing_grave_is_found_where_nothing_was_planted(texts):
    grave = {
        name: {one.rule for one in text.findings if one.severity == Severity.HIGH} - PLANTED.get(name, set())
        for name, text in texts.items()
    }
    assert {name: rules for name, rules in grave.items() if rules} == {}


def test_parties_sums_and_terms_are_read_as_they_were_written(texts):
    for name, text in texts.items():
        facts = text.facts
        assert [party.name.startswith("望澜") for party in facts.parties] == [True, True], name
        assert facts.start.value < facts.end.value, name
        assert facts.amount.value_fen == facts.amount.figures_fen, name
        assert facts.dispute.method in {"court", "both"}, name


def test_confirmed_facts_are_those_of_the_text(demo, texts):
    with demo.platform.reading() as uow:
        confirmed = [one for one in uow.contracts.find() if one.facts_confirmed]
    for contract in confirmed:
        assert contract.amount_fen == texts[contract.name].facts.amount.value_fen
        assert contract.term_end == texts[contract.name].facts.end.value
    assert any(contract.state == State.ARCHIVED for contract in confirmed)


def test_word_counts_the_articles_and_the_platform_reads_the_numbers(texts):
    written = texts["望澜区智慧城管综合指挥平台建设合同"]
    assert written.document.format == "docx"
    articles = [clause.number for clause in written.clauses if clause.level == 1]
    assert articles[:3] == ["第一条", "第二条", "第三条"]
    assert "第一条" not in written.document.text


def test_all_forms_of_a_sample_say_the_same(tmp_path):
    seen = []
    for form in ("docx", "pdf", "txt"):
        file = tmp_path / f"lease.{form}"
        file.write_bytes(content(msgspec.structs.replace(sample(), form=form)))
        found = analyse(read(file), Context(today=date(2026, 11, 25)))
        headings = [clause.heading for clause in found.clauses if clause.level == 1]
        amount, parties = found.facts.amount, [party.name for party in found.facts.parties]
        seen.append((headings, amount and amount.value_fen, parties))
    assert seen[0] == seen[1] == seen[2]
    assert len(seen[0][0]) == 14


def test_a_scan_has_to_be_recognised(tmp_path):
    file = tmp_path / "scan.pdf"
    file.write_bytes(content(msgspec.structs.replace(sample(), form="scan")))
    with pytest.raises(PagesWanted):
        read(file)


def test_samples_are_as_long_as_contracts_are(texts):
    lengths = [len(text.document.text) for text in texts.values()]
    assert min(lengths) > 1200
    assert max(lengths) < 4000


def sample():
    from contract_platform.demo.samples import Draft

    values = {"place": "望澜区澜江大道5号", "area": "90", "use": "书店"}
    return Draft(
        template="lease",
        name="澜江大道5号租赁合同",
        office=OFFICES[-2],
        company=companies.BOOKS,
        yuan=108_000,
        start=date(2026, 3, 1),
        end=date(2026, 11, 30),
        values=values,
    )


def test_no_template_leaves_a_placeholder():
    names = {name for file in FOLDER.glob("*.txt") for name in re.findall(r"\$(\w+)", file.read_text("utf-8"))}
    with pytest.raises(KeyError):
        parse("甲方：$gov", {})
    assert names
    assert set(FORMS) == {"docx", "pdf", "scan", "txt"}


def test_everybody_is_invented():
    named = [one for one in vars(companies).values() if isinstance(one, companies.Company)]
    names = [one.name for one in named] + [one.name for one in OFFICES]
    assert all(name.startswith("望澜") for name in names)
    codes = [code for code in [*(one.code for one in named), *(one.code for one in OFFICES)] if code]
    assert all(is_valid(code) and code[2:8] == NOWHERE for code in codes)
    assert len(set(codes)) == len(codes)
    assert not any(is_valid(misprinted(code)) for code in codes)


@pytest.mark.parametrize(
    ("fen", "written"),
    [
        (1_280_000_000, "壹仟贰佰捌拾万元整"),
        (1_020_050_000, "壹仟零贰拾万零伍佰元整"),
        (100_020_000_000, "壹拾亿零贰拾万元整"),
        (1_000_500, "壹万零伍元整"),
        (305_006, "叁仟零伍拾元零陆分"),
        (30_050, "叁佰元伍角整"),
    ],
)
def test_sums_in_words_are_those_of_the_law(fen, written):
    assert words(fen) == written
    assert words_to_fen(written) == fen


def test_parts_of_a_sum_add_up():
    assert split(100_01, (33, 33, 34)) == (3300, 3300, 3401)
