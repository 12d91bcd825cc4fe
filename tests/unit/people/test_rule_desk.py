"""The rule desk: two administrators suspend and resume a rule, everybody sees it, and a parameter is tried."""

import pytest

from contract_platform.analysis.model import Verdict
from contract_platform.analysis.rules import RULES
from contract_platform.analysis.rules.stances import STANCES
from contract_platform.application import try_rule
from contract_platform.application.judge_finding import judge_finding
from contract_platform.application.live_rules import LiveRules
from contract_platform.application.precheck import precheck
from contract_platform.application.read_rules import read_hits, read_rule, read_rules
from contract_platform.application.read_version import analysis_view
from contract_platform.application.try_rule import run_trial
from contract_platform.domain import change as c
from contract_platform.domain.errors import Forbidden, Invalid, NotFound, Refused
from contract_platform.policy.rulebook import shipped
from tests.unit.application.district import ORDINARY, reasons

BOND = "performance_bond_over_10"
GUARANTEED = ORDINARY + "第五条 履约保证金\n乙方应在签订合同前缴纳合同金额12%的履约保证金。\n"


def row(staffed, rule=BOND, who="handler"):
    return next(one for one in read_rules(staffed.platform, staffed.actor(who)).rules if one.id == rule)


def text(staffed, contract_id, who="handler"):
    return analysis_view(staffed.platform, staffed.actor(who), staffed.contract(contract_id).draft_version_id)


def of_rule(view, rule=BOND):
    return [one for one in view.findings if one.rule == rule]


def tried(staffed, value, who="system", **more):
    return run_trial(staffed.platform, staffed.actor(who), BOND, parameter="percent", value=value, **more)


def test_every_rule_is_in_the_catalogue_with_its_law_and_sentences(staffed):
    shown = read_rules(staffed.platform, staffed.actor("handler"))
    assert [one.id for one in shown.rules] == [rule.id for rule in RULES]
    assert all(one.laws for one in shown.rules)
    detail = read_rule(staffed.platform, staffed.actor("handler"), BOND)
    assert len(detail.positive_sentences) >= 3
    assert len(detail.negative_sentences) >= 3
    assert {one.row.provenance for one in detail.basis} <= {"V", "VP", "M"}
    [parameter] = detail.parameters
    assert (parameter.name, parameter.value, parameter.source) == ("percent", 10, "limit")
    assert parameter.basis


def test_a_stance_is_given_to_rules_there_are():
    assert set(STANCES) <= {rule.id for rule in RULES}


def test_a_rule_that_does_not_exist_is_not_found(staffed):
    with pytest.raises(NotFound):
        read_rule(staffed.platform, staffed.actor("handler"), "no_such_rule")


def test_hits_and_verdicts_are_counted(staffed):
    contract_id = staffed.register(GUARANTEED)
    staffed.register(GUARANTEED.replace("档案数字化", "地图测绘"))
    staffed.register(ORDINARY.replace("档案数字化", "机房巡检"))
    [finding] = of_rule(text(staffed, contract_id))
    counts = row(staffed).counts
    assert (counts.findings, counts.contracts, counts.unjudged, counts.overturned) == (2, 2, 2, None)
    judge_finding(
        staffed.platform, staffed.actor("legal"), contract_id, finding.id, verdict="rejected", reason="采购文件另有规定"
    )
    counts = row(staffed).counts
    assert (counts.rejected, counts.adopted, counts.unjudged, counts.overturned) == (1, 0, 1, 1.0)


def test_a_verdict_on_an_earlier_draft_still_counts(staffed):
    contract_id = staffed.register(GUARANTEED)
    [finding] = of_rule(text(staffed, contract_id))
    judge_finding(staffed.platform, staffed.actor("legal"), contract_id, finding.id, verdict="adopted")
    staffed.upload("handler", contract_id, "DRAFT", ORDINARY)
    staffed.read()
    counts = row(staffed).counts
    assert (counts.findings, counts.adopted, counts.overturned) == (0, 1, 0.0)


def test_only_contracts_one_may_see_are_listed(staffed):
    contract_id = staffed.register(GUARANTEED)
    own = read_hits(staffed.platform, staffed.actor("handler"), BOND)
    assert [one.id for one in own.rows] == [contract_id]
    for name in ("stranger", "system"):
        others = read_hits(staffed.platform, staffed.actor(name), BOND)
        assert (others.rows, others.total, others.everywhere) == ((), 0, 1)


def test_hits_come_in_pages(staffed):
    made = [staffed.register(GUARANTEED.replace("档案", word)) for word in ("地图", "影像", "语音")]
    first = read_hits(staffed.platform, staffed.actor("handler"), BOND, limit=2)
    second = read_hits(staffed.platform, staffed.actor("handler"), BOND, limit=2, after=first.next)
    assert [one.id for one in (*first.rows, *second.rows)] == made[::-1]
    assert second.next is None


def test_a_suspended_rule_reads_as_unchecked_and_never_as_clear(staffed):
    read_before = staffed.register(ORDINARY)
    assert text(staffed, read_before).coverage[BOND].verdict is not Verdict.COULD_NOT_BE_CHECKED
    staffed.approved(c.RuleSuspend(rule=BOND))
    read_after = staffed.register(GUARANTEED)
    for contract_id in (read_before, read_after):
        one = text(staffed, contract_id).coverage[BOND]
        assert (one.verdict, one.reason) == (Verdict.COULD_NOT_BE_CHECKED, "rule_suspended")
        assert (one.params["since"], one.params["why"]) == ("2026-03-02", "工作需要")
        assert BOND in precheck(staffed.platform, staffed.actor("handler"), contract_id).not_checked
    assert of_rule(text(staffed, read_after)) == []
    assert row(staffed).suspended.reason == "工作需要"


def test_what_a_rule_found_before_it_rested_stays(staffed):
    contract_id = staffed.register(GUARANTEED)
    staffed.approved(c.RuleSuspend(rule=BOND))
    view = text(staffed, contract_id)
    assert view.coverage[BOND].verdict is Verdict.FOUND
    assert len(of_rule(view)) == 1


def test_resuming_reads_open_drafts_again(staffed):
    staffed.approved(c.RuleSuspend(rule=BOND))
    contract_id = staffed.register(GUARANTEED)
    staffed.approved(c.RuleResume(rule=BOND))
    assert row(staffed).suspended is None
    before = text(staffed, contract_id)
    assert before.coverage[BOND].reason == "rule_suspended"
    again(staffed)
    after = text(staffed, contract_id)
    assert after.coverage[BOND].verdict is Verdict.FOUND
    assert len(of_rule(after)) == 1


def again(staffed):
    """Run what waits for reading, whatever its state."""
    from contract_platform.application.analyse_version import analyse_version

    for job in staffed.platform.ledger.lease(lane="slow", limit=99, seconds=60, now=staffed.clock.now()):
        if job.name == "analyse_version":
            analyse_version(staffed.platform, job)


def test_another_process_knows_of_it(staffed):
    elsewhere = LiveRules(shipped(), staffed.platform.reading)
    staffed.approved(c.RuleSuspend(rule=BOND))
    assert BOND in elsewhere.fresh().suspended


def test_it_takes_two_and_is_traced(staffed):
    with pytest.raises(Forbidden):
        staffed.ask("security", c.RuleSuspend(rule=BOND))
    asked = staffed.ask("system", c.RuleSuspend(rule=BOND), reason="误报较多，待修订")
    assert row(staffed).pending == asked.number
    assert row(staffed).suspended is None
    with pytest.raises(Forbidden):
        staffed.decide("system2", asked)
    staffed.decide("security", asked)
    with staffed.platform.reading() as uow:
        [entry] = uow.events.find(type="rule.suspended")
    assert (entry.actor, entry.object_id) == ("security", f"rule/{BOND}")


def test_a_rejected_request_changes_nothing(staffed):
    staffed.decide("security", staffed.ask("system", c.RuleSuspend(rule=BOND)), "reject", note="不同意")
    assert row(staffed).suspended is None


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (c.RuleSuspend(rule="no_such_rule"), "rule_unknown"),
        (c.RuleResume(rule=BOND), "rule_not_suspended"),
    ],
)
def test_what_makes_no_sense_is_refused(staffed, body, code):
    with pytest.raises(Refused) as refused:
        staffed.ask("system", body)
    assert reasons(refused) == [code]


def test_what_rests_is_not_suspended_again(staffed):
    staffed.approved(c.RuleSuspend(rule=BOND))
    with pytest.raises(Refused) as refused:
        staffed.ask("system", c.RuleSuspend(rule=BOND))
    assert reasons(refused) == ["rule_suspended_already"]


def test_a_trial_says_what_would_vanish_and_writes_nothing(staffed):
    contract_id = staffed.register(GUARANTEED)
    staffed.register(ORDINARY.replace("档案", "地图"))
    with staffed.platform.reading() as uow:
        before = len(uow.events.find())
    page = tried(staffed, 15, who="handler")
    assert (page.before, page.after, page.tried, page.next) == (10, 15, 2, None)
    [changed] = page.rows
    assert (changed.id, len(changed.vanished), len(changed.appeared)) == (contract_id, 1, 0)
    assert "12%" in changed.vanished[0].quote
    assert (changed.before.verdict, changed.after.verdict) == (Verdict.FOUND, Verdict.CLEAR)
    with staffed.platform.reading() as uow:
        assert len(uow.events.find()) == before
    assert len(of_rule(text(staffed, contract_id))) == 1


def test_a_trial_says_what_would_appear(staffed):
    staffed.register(GUARANTEED.replace("12%", "8%"))
    [changed] = tried(staffed, 5).rows
    assert (len(changed.appeared), len(changed.vanished)) == (1, 0)


def test_a_trial_shows_no_contract_to_whoever_may_not_see_it(staffed):
    staffed.register(GUARANTEED)
    [changed] = tried(staffed, 15, who="system").rows
    assert (changed.id, changed.name) == (None, None)
    [finding] = changed.vanished
    assert (finding.quote, finding.message, finding.clause) == ("", "", None)


def test_a_trial_says_what_it_could_not_run(staffed):
    staffed.register(GUARANTEED)
    unread = staffed.register(GUARANTEED.replace("档案", "地图"))
    with staffed.platform.unit_of_work() as uow:
        version = uow.versions.get(staffed.contract(unread).draft_version_id)
        import msgspec

        uow.versions.save(msgspec.structs.replace(version, analysis_id=None))
    page = tried(staffed, 15)
    [left] = page.not_tried
    assert (left.key, left.code, page.tried) == (unread, "trial_unread", 2)


def test_a_trial_goes_in_stretches(staffed, monkeypatch):
    monkeypatch.setattr(try_rule, "MOST", 2)
    for word in ("地图", "影像", "语音"):
        staffed.register(GUARANTEED.replace("档案", word))
    first = tried(staffed, 15)
    second = tried(staffed, 15, after=first.next)
    assert (first.tried, second.tried, second.next) == (2, 1, None)


def test_a_trial_ends_in_time(staffed, monkeypatch):
    monkeypatch.setattr(try_rule, "SECONDS", -1.0)
    for word in ("地图", "影像"):
        staffed.register(GUARANTEED.replace("档案", word))
    first = tried(staffed, 15)
    assert first.tried == 1
    assert first.next is not None


@pytest.mark.parametrize("value", [-1, float("nan"), float("inf"), 1e9])
def test_a_value_that_is_none_is_refused(staffed, value):
    with pytest.raises(Invalid):
        tried(staffed, value)


def test_a_parameter_of_another_rule_is_refused(staffed):
    with pytest.raises(Invalid):
        run_trial(staffed.platform, staffed.actor("system"), BOND, parameter="days", value=1)
