"""The generated set: the same for the same seed, true to what it says about itself, readable by other tools."""

from collections import Counter
from datetime import date

import docx
import pypdfium2
import pytest

from contract_platform.commands.analyze import analyze_file
from tests.generated import bank
from tests.generated.blocks import Paragraph, Table, TextBox
from tests.generated.chance import Chance
from tests.generated.codes import check_character, code, spoiled
from tests.generated.contract import write
from tests.generated.files import generate
from tests.generated.habits import written_date
from tests.generated.matching import plain
from tests.generated.numerals import capital_amount, counting
from tests.generated.planting import plantable

SEED, COUNT = 7, 240


@pytest.fixture(scope="module")
def contracts():
    return [write(SEED, index) for index in range(COUNT)]


def text(layout):
    parts = []
    for block in layout.blocks:
        if isinstance(block, Table):
            parts += [cell for row in block.rows for cell in row]
        elif isinstance(block, Paragraph | TextBox):
            parts.append(getattr(block, "label", "") + block.text)
    return plain("".join(parts))


def test_a_document_depends_on_its_seed_and_index_alone():
    assert write(SEED, 5) == write(SEED, 5)
    assert write(SEED, 5) != write(SEED + 1, 5)


def test_files_of_the_same_seed_are_the_same_bytes(tmp_path):
    first, second = (generate(tmp_path / name, SEED, 6) for name in ("one", "two"))
    assert [path.read_bytes() for path, _ in first] == [path.read_bytes() for path, _ in second]


def test_every_kind_format_and_most_ways_of_numbering_are_there(contracts):
    truths = [truth for _, truth in contracts]
    assert {truth.kind for truth in truths} == set(bank.kinds())
    assert 0.3 < Counter(truth.format for truth in truths)["pdf"] / COUNT < 0.5
    assert len({truth.style.split(" headings")[0] for truth in truths}) >= 30
    for mark in ("automatic", "chapters", "parts", "joined", "headings:none", "headings:colon", "(none)"):
        assert any(mark in truth.style for truth in truths), mark


def test_most_rules_are_planted_and_many_near_misses_told(contracts):
    planted = {risk.rule for _, truth in contracts for risk in truth.risks}
    assert planted <= plantable()
    assert len(planted) >= len(plantable()) - 12
    assert len({near.rule for _, truth in contracts for near in truth.near_misses}) >= 40


def test_no_document_has_a_near_miss_of_a_rule_it_carries(contracts):
    for _, truth in contracts:
        assert not {risk.rule for risk in truth.risks} & {near.rule for near in truth.near_misses}


def test_what_the_truth_quotes_stands_in_the_document(contracts):
    for layout, truth in contracts:
        whole = text(layout)
        quotes = [risk.evidence for risk in (*truth.risks, *truth.near_misses)]
        quotes += [truth.title, truth.contract_number or "", *(party.name for party in truth.parties)]
        quotes += [party.uscc or "" for party in truth.parties]
        quotes += [clause.heading for clause in truth.clauses if clause.level]
        missing = [quote for quote in quotes if plain(quote) not in whole]
        assert missing == [], truth.doc


def test_shares_add_up_unless_it_is_planted_that_they_do_not(contracts):
    for _, truth in contracts:
        staged = [payment.percent for payment in truth.payments if payment.percent and not payment.optional]
        wrong = any(risk.rule == "payment_percent_sum" for risk in truth.risks)
        if truth.kind in {"goods", "service", "it", "subsidy"} and staged:
            assert (sum(staged) == 100) != wrong, truth.doc


def test_codes_pass_the_check_unless_it_is_planted_that_one_does_not(contracts):
    for _, truth in contracts:
        wrong = {risk.evidence for risk in truth.risks if risk.rule == "uscc_invalid"}
        for party in truth.parties:
            if party.uscc:
                assert (check_character(party.uscc[:17]) != party.uscc[17]) == (party.uscc in wrong)


def test_dates_follow_each_other_unless_planted(contracts):
    for _, truth in contracts:
        rules = {risk.rule for risk in truth.risks}
        signed, start, end = truth.dates.signed, truth.dates.start, truth.dates.end
        if signed and start and "performed_before_signing" not in rules:
            assert signed <= start
        if start and end:
            assert (end < start) == ("end_before_start" in rules)


def test_numbers_of_articles_run_without_gap_unless_planted(contracts):
    for _, truth in contracts:
        numbers = [clause.number for clause in truth.clauses if clause.level]
        if "(none)" not in truth.style and " parts" not in truth.style:
            gap = any(risk.rule == "numbering_gap" for risk in truth.risks)
            last = numbers[-1].translate(str.maketrans("０１２３４５６７８９", "0123456789"))
            shown = {str(len(numbers) + gap), counting(len(numbers) + gap)}
            assert last.strip("第条 ") in shown, truth.doc


def test_word_files_open_in_another_reader(tmp_path):
    for path, truth in generate(tmp_path, SEED, 30):
        if path.suffix == ".docx":
            document = docx.Document(str(path))
            cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
            whole = plain("".join([paragraph.text for paragraph in document.paragraphs] + cells))
            assert plain(truth.title) in whole
            assert all(plain(party.name) in whole for party in truth.parties)


def test_pdf_files_open_in_another_reader_and_wrap_inside_the_margins(tmp_path):
    for path, truth in generate(tmp_path, SEED, 30):
        if path.suffix == ".pdf":
            document = pypdfium2.PdfDocument(path)
            pages = [page.get_textpage() for page in document]
            assert plain(truth.title) in plain("".join(page.get_text_range() for page in pages))
            for page in pages:
                right = [page.get_charbox(at)[2] for at in range(page.count_chars())]
                assert max(right, default=0) <= 595 - 40
            document.close()


def test_every_rule_that_is_planted_is_known_to_the_platform(tmp_path):
    (path, _), *_ = generate(tmp_path, SEED, 1)
    assert plantable() <= set(analyze_file(path)["coverage"])


@pytest.mark.parametrize(
    ("fen", "words"),
    [
        (128_000_000, "壹佰贰拾捌万元整"),
        (12_345_678, "壹拾贰万叁仟肆佰伍拾陆元柒角捌分"),
        (305_006, "叁仟零伍拾元零陆分"),
        (200_000_000, "贰佰万元整"),
        (1_020_304_056, "壹仟零贰拾万叁仟零肆拾元伍角陆分"),
        (98_760_050, "玖拾捌万柒仟陆佰元伍角整"),
        (10_000_000_500, "壹亿零伍元整"),
        (5, "伍分"),
    ],
)
def test_amounts_in_capital_numerals(fen, words):
    assert capital_amount(fen) == words


@pytest.mark.parametrize(
    ("number", "words"), [(10, "十"), (12, "十二"), (30, "三十"), (103, "一百零三"), (115, "一百一十五")]
)
def test_counting_words(number, words):
    assert counting(number) == words


@pytest.mark.parametrize(
    ("form", "written"),
    [
        ("年月日", "2026年3月1日"),
        ("二〇", "二〇二六年三月一日"),
        ("-", "2026-03-01"),
        (".", "2026.3.1"),
        ("0年", "2026年03月01日"),
    ],
)
def test_forms_of_dates(form, written):
    assert written_date(date(2026, 3, 1), form) == written


def test_a_spoiled_code_never_passes():
    chance = Chance("codes")
    for _ in range(200):
        valid = code(chance, chance.pick(("11", "12", "91")))
        wrong = spoiled(chance, valid)
        assert check_character(valid[:17]) == valid[17]
        assert check_character(wrong[:17]) != wrong[17]


def test_alternatives_nest_and_may_be_empty():
    chance = Chance("words")
    assert {chance.unfold("<a|b<c|d>|>") for _ in range(100)} == {"a", "bc", "bd", ""}
