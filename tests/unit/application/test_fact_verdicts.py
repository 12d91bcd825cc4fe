"""What people say of facts the machine read: kept beside it, used from then on, and never overwritten."""

import pytest

from contract_platform.application.judge_fact import FactJudgement, judge_fact
from contract_platform.application.list_facts import list_facts
from contract_platform.application.read_version import analysis_of
from contract_platform.application.suggest_facts import suggest_facts
from contract_platform.domain.errors import Forbidden, Invalid, NotFound, Refused
from contract_platform.domain.vocabulary import DocumentKind
from tests.unit.application.district import ORDINARY, District


@pytest.fixture
def district(tmp_path):
    return District(tmp_path / "district")


def rows(district, contract_id, who="handler"):
    return {row.key: row for row in list_facts(district.platform, district.actor(who), contract_id).rows}


def judge(district, contract_id, fact, verdict, value="", *, who="handler", reason="", seen=None):
    seen = rows(district, contract_id)[fact].value if seen is None else seen
    given = FactJudgement(fact=fact, verdict=verdict, value=value, seen=seen, reason=reason)
    return {row.key: row for row in judge_fact(district.platform, district.actor(who), contract_id, given).rows}


def findings(district, contract_id, rule):
    with district.platform.reading() as uow:
        version = uow.versions.get(uow.contracts.get(contract_id).text_version_id)
        read = analysis_of(uow, version)
    assert read is not None
    return [one for one in read.findings if one.rule == rule]


def test_every_fact_is_listed_with_its_place_in_the_text(district):
    contract_id = district.register(confirmed=False)
    found = rows(district, contract_id)
    assert (found["amount"].value, found["amount"].kind) == ("30000000", "money")
    assert found["end"].value == "2026-12-31"
    assert found["party_name.甲方"].value == "望澜区大数据管理局"
    assert sorted(row.value for row in found.values() if row.field == "payment_percent") == ["30", "70"]
    assert {row.value for row in found.values() if row.field == "clause_category"} >= {"price", "payment", "term"}
    for row in found.values():
        if row.source:
            assert ORDINARY[row.source.start : row.source.end] == row.source.quote
            assert 0 < row.source.confidence <= 1


def test_the_persons_value_is_suggested_and_the_machines_stays_beside_it(district):
    contract_id = district.register(confirmed=False)
    corrected = judge(district, contract_id, "amount", "corrected", "31000000")["amount"]
    assert (corrected.value, corrected.used) == ("30000000", "31000000")
    assert (corrected.said.by, corrected.said.machine, corrected.said.differs) == ("姓名handler", "30000000", False)
    assert suggest_facts(district.platform, district.actor("handler"), contract_id).facts.amount_fen == 31_000_000


def test_the_register_follows_while_the_text_may_change_and_stays_put_later(district):
    contract_id = district.register()
    judge(district, contract_id, "end", "corrected", "2027-03-31")
    assert district.contract(contract_id).term_end.isoformat() == "2027-03-31"
    assert rows(district, contract_id)["end"].registered == "2027-03-31"


def test_rules_run_on_the_persons_value_and_the_machine_still_reads_its_own(district):
    wrong = ORDINARY.replace(
        "验收合格后10个工作日内，甲方支付合同总金额的70%", "验收合格后10个工作日内，甲方支付合同总金额的60%"
    )
    contract_id = district.register(wrong, confirmed=False)
    assert findings(district, contract_id, "payment_percent_sum")
    [percent] = [key for key, row in rows(district, contract_id).items() if row.value == "60"]
    judge(district, contract_id, percent, "corrected", "70")
    district.read()
    assert not findings(district, contract_id, "payment_percent_sum")
    row = rows(district, contract_id)[percent]
    assert (row.value, row.used, row.said.differs) == ("60", "70", False)


def test_a_new_version_that_reads_differently_is_shown_beside_the_kept_value(district):
    contract_id = district.register(confirmed=False)
    judge(district, contract_id, "end", "corrected", "2027-01-31")
    district.read()
    district.upload("handler", contract_id, DocumentKind.DRAFT, ORDINARY.replace("12月31日", "11月30日"))
    district.read()
    row = rows(district, contract_id)["end"]
    assert (row.value, row.used, row.said.machine, row.said.differs) == ("2026-11-30", "2027-01-31", "2026-12-31", True)


def test_what_was_said_of_words_that_are_gone_is_kept_and_used_for_nothing(district):
    contract_id = district.register(confirmed=False)
    [percent] = [key for key, row in rows(district, contract_id).items() if row.value == "30"]
    judge(district, contract_id, percent, "corrected", "40")
    district.read()
    district.upload("handler", contract_id, DocumentKind.DRAFT, ORDINARY.replace("合同签订后10个", "合同签订后5个"))
    district.read()
    found = rows(district, contract_id)
    assert found[percent].gone
    assert "40" not in {row.used for row in found.values() if not row.gone}


def test_a_rejected_value_holds_no_more_and_needs_a_reason(district):
    contract_id = district.register(confirmed=False)
    with pytest.raises(Invalid, match="reason_missing"):
        judge(district, contract_id, "start", "rejected")
    row = judge(district, contract_id, "start", "rejected", reason="不是履行期限")["start"]
    assert (row.value, row.used) == ("2026-04-01", "")
    assert suggest_facts(district.platform, district.actor("handler"), contract_id).facts.term_start is None


def test_a_clause_takes_the_category_a_person_gives(district):
    contract_id = district.register(confirmed=False)
    [clause] = [key for key, row in rows(district, contract_id).items() if row.value == "subject_matter"]
    row = judge(district, contract_id, clause, "corrected", "quality")[clause]
    assert (row.value, row.used) == ("subject_matter", "quality")
    with pytest.raises(Invalid, match="fact_value_wrong"):
        judge(district, contract_id, clause, "corrected", "no such thing")


@pytest.mark.parametrize(
    ("fact", "value"),
    [
        ("amount", "三十万"),
        ("amount", "-1"),
        ("amount", "9" * 18),
        ("end", "2026-02-30"),
        ("title", "  "),
        ("direction", "up"),
    ],
)
def test_a_value_its_kind_can_never_have_is_refused(district, fact, value):
    contract_id = district.register(confirmed=False)
    with pytest.raises(Invalid, match="fact_value_wrong"):
        judge(district, contract_id, fact, "corrected", value)


def test_nobody_judges_a_value_they_did_not_see(district):
    contract_id = district.register(confirmed=False)
    with pytest.raises(Refused, match="fact_reads_differently"):
        judge(district, contract_id, "amount", "approved", seen="1")
    with pytest.raises(NotFound, match="fact_not_found"):
        judge(district, contract_id, "party_name.丁方", "approved", seen="")


def test_the_handler_does_not_replace_what_the_legal_officer_said(district):
    contract_id = district.register(confirmed=False)
    judge(district, contract_id, "amount", "approved", who="legal")
    with pytest.raises(Refused, match="fact_judged_by_reviewer"):
        judge(district, contract_id, "amount", "corrected", "1")
    with pytest.raises(NotFound):
        judge(district, contract_id, "amount", "approved", who="stranger", seen="30000000")
    with pytest.raises(Forbidden):
        judge(district, contract_id, "amount", "approved", who="lead", seen="30000000")


def test_the_trace_names_the_fact_and_not_the_value(district):
    contract_id = district.register(confirmed=False)
    judge(district, contract_id, "party_name.乙方", "corrected", "望澜示例档案有限公司", reason="名称有误")
    with district.platform.reading() as uow:
        [event] = uow.events.find(type="fact.judged")
    assert "party_name" in str(event.data)
    assert "望澜示例档案有限公司" not in str(event.data)
