"""A new version of the policy: drafted by one administrator, replayed and published by another."""

from datetime import date, timedelta

import msgspec
import pytest

from contract_platform.application import draft_policy as d
from contract_platform.application.live_rules import LiveRules
from contract_platform.application.policy_of_contract import profile_of
from contract_platform.application.publish_policy import read_publication
from contract_platform.application.read_policy import compare_policies, read_policy
from contract_platform.domain.errors import Conflict, Forbidden, Invalid, Refused
from contract_platform.domain.vocabulary import ChangeState
from contract_platform.policy.rulebook import shipped
from tests.unit.application import district as texts
from tests.unit.application.test_main_line import reasons
from tests.unit.people.test_leaving import under_review
from tests.unit.people.versions import (
    APRIL,
    PAPER,
    TODAY,
    asked,
    drafted,
    published,
    replayed,
    saved,
    values,
    with_review_days,
)

# reading


def test_everybody_reads_every_value_with_where_it_comes_from(staffed):
    view = read_policy(staffed.platform, staffed.actor("handler"))
    assert view.in_force
    assert view.total == len(view.entries) > 70
    assert view.unconfirmed == sum(not one.confirmed for one in view.entries)
    assert all(one.basis for one in view.entries)
    by_name = {one.name: one for one in view.entries}
    assert by_name["clocks.REVIEW"].value == {"days": 10, "unit": "working"}
    assert not by_name["clocks.REVIEW"].confirmed
    assert by_name["clocks.SIGN_AFTER_AWARD"].provenance == "verified"
    assert {one.group for one in view.entries} >= {"scope", "routing", "materials", "opinions", "seals", "keeping"}


def test_versions_are_listed_and_compared(staffed):
    published(staffed, with_review_days(15))
    view = read_policy(staffed.platform, staffed.actor("handler"))
    [newest, oldest] = view.versions
    assert (oldest.effective_to, newest.effective_from, newest.in_force) == (date(2026, 3, 31), APRIL, False)
    found = compare_policies(staffed.platform, staffed.actor("handler"), oldest.version, newest.version)
    [difference] = found.differences
    assert [one and one.value["days"] for one in (difference.before, difference.after)] == [10, 15]
    assert (difference.said, difference.legal) == (True, False)
    assert compare_policies(staffed.platform, staffed.actor("handler"), "2026.1", "2026.1").differences == ()
    with pytest.raises(Invalid, match="policy_version_not_found"):
        read_policy(staffed.platform, staffed.actor("handler"), "1999.1")


# drafting


def test_a_draft_begins_as_the_newest_version_and_changes_nothing(staffed):
    before = staffed.platform.rules()
    view = d.open_draft(staffed.platform, staffed.actor("system"))
    assert (view.draft.base, view.differences, view.fault) == ("licheng-provisional@2026.1", (), None)
    drafted(staffed, with_review_days(15))
    assert staffed.platform.rules.fresh() == before


def test_a_draft_shows_what_it_changes_and_marks_it_as_decided_on_its_paper(staffed):
    view = drafted(staffed, with_review_days(15))
    [difference] = view.differences
    assert (difference.after.basis, difference.after.provenance) == (PAPER, "decided")
    assert view.unconfirmed == read_policy(staffed.platform, staffed.actor("system")).unconfirmed - 1


def test_confirming_a_value_keeps_it_and_names_the_paper(staffed):
    def confirm(content):
        content["clocks"]["INTAKE"] |= {"provenance": "decided", "basis": "区司法局复函〔2026〕3号"}

    [difference] = drafted(staffed, confirm).differences
    assert not difference.said
    assert (difference.after.basis, difference.after.confirmed) == ("区司法局复函〔2026〕3号", True)


def test_nobody_can_call_a_value_verified(staffed):
    def claim(content):
        content["clocks"]["REVIEW"] |= {"days": 3, "provenance": "verified", "basis": "某法第一条"}

    [difference] = drafted(staffed, claim).differences
    assert (difference.after.provenance, difference.after.basis) == ("decided", "某法第一条")


def test_a_value_of_the_law_that_is_changed_stands_out_and_needs_the_new_paper(staffed):
    def change(content):
        content["clocks"]["SIGN_AFTER_AWARD"]["days"] = 20

    [difference] = drafted(staffed, change).differences
    assert difference.legal
    assert (difference.after.provenance, difference.after.basis) == ("decided", PAPER)


def test_rules_are_a_list_that_can_be_put_in_another_order_added_to_and_shortened(staffed):
    def change(content):
        major = content["routing"]["major"]
        major.append(major.pop(0))
        major[1:2] = [
            {"rule": "特许经营合同，属于重大合同", "when": {"category": ["06"]}, "basis": "", "provenance": "default"}
        ]

    view = drafted(staffed, change)
    assert view.fault is None, view.fault
    after = [one.after.value["rule"] for one in view.differences if one.after]
    assert "特许经营合同，属于重大合同" in after
    assert {one.section for one in view.differences} == {"routing.major"}


@pytest.mark.parametrize(
    ("change", "where"),
    [
        (lambda content: content["clocks"]["REVIEW"].update(days=0), "clocks"),
        (lambda content: content["clocks"]["REVIEW"].update(unit="weeks"), "clocks"),
        (lambda content: content["clocks"]["REVIEW"].update(note="x"), "clocks"),
        (lambda content: content["numbers"]["review"].update(template="司审{seq:4}号"), "numbers"),
        (lambda content: content["routing"]["major"][0].update(when={}), "routing.major[0]"),
        (lambda content: content["filing_targets"][1].update(target="JUSTICE_BUREAU"), ""),
        (lambda content: content["opinions"]["DISAPPROVE"].update(reaction="SIGN"), ""),
        (lambda content: content["scope"]["bodies"].update(members=[]), "scope.bodies.members"),
    ],
)
def test_what_cannot_be_decoded_is_kept_and_told_by_place(staffed, change, where):
    view = drafted(staffed, change)
    assert view.digest is None
    assert view.fault.where.startswith(where)
    with pytest.raises(Refused) as refused:
        asked(staffed, view)
    assert reasons(refused) == ["policy_value_unfit"]
    with pytest.raises(Refused, match="policy_value_unfit"):
        replayed(staffed, "system", draft_id=view.draft.id)


def test_a_material_can_be_dropped_but_a_clock_cannot_vanish(staffed):
    def change(content):
        del content["materials"][next(iter(content["materials"]))]
        del content["clocks"]["REVIEW"]

    view = drafted(staffed, change)
    [difference] = view.differences
    assert (difference.group, difference.after) == ("materials", None)


def test_a_stale_page_does_not_overwrite_a_draft(staffed):
    view = d.open_draft(staffed.platform, staffed.actor("system"))
    saved(staffed, view, with_review_days(15))
    with pytest.raises(Conflict):
        saved(staffed, view, with_review_days(20), name="system2")


def test_a_draft_is_dropped(staffed):
    view = drafted(staffed, with_review_days(15))
    d.drop_draft(staffed.platform, staffed.actor("system"), view.draft.id, revision=view.draft.revision)
    assert d.list_drafts(staffed.platform, staffed.actor("system")) == ()


@pytest.mark.parametrize("group", [{"tea": {}}, {"clocks": []}, {"seals": None}])
def test_what_is_no_group_of_a_profile_is_refused(staffed, group):
    with pytest.raises(Invalid, match="policy_group_unfit"):
        drafted(staffed, lambda content: content.update(group))


def test_a_draft_larger_than_any_profile_is_refused(staffed):
    def change(content):
        content["notes"] = [{"text": "字" * 500_000, "basis": "此地", "provenance": "default"}]

    with pytest.raises(Invalid, match="policy_draft_too_large"):
        drafted(staffed, change)


# asking and publishing


@pytest.mark.parametrize(
    ("about", "code"),
    [
        ({"day": None}, "policy_day_missing"),
        ({"basis": " "}, "policy_basis_missing"),
        ({"day": TODAY - timedelta(days=1)}, "policy_day_past"),
    ],
)
def test_what_is_asked_for_has_a_day_and_a_paper(staffed, about, code):
    view = drafted(staffed, with_review_days(15), **about)
    with pytest.raises(Refused) as refused:
        asked(staffed, view)
    assert code in {refused.value.code, *(reasons(refused) if refused.value.code == "change_refused" else ())}


def test_a_draft_that_changes_nothing_is_not_asked_for(staffed):
    with pytest.raises(Refused) as refused:
        asked(staffed, drafted(staffed))
    assert reasons(refused) == ["policy_unchanged"]


def test_what_is_asked_for_is_not_edited_any_more(staffed):
    view = drafted(staffed, with_review_days(15))
    change = asked(staffed, view)
    with pytest.raises(Refused, match="policy_draft_asked"):
        saved(staffed, view, with_review_days(20))
    with pytest.raises(Refused) as refused:
        asked(staffed, view)
    assert reasons(refused) == ["change_pending"]
    staffed.decide("system", change, "withdraw")
    saved(staffed, view, with_review_days(20))


def test_only_the_system_administrator_asks_and_never_decides_on_it(staffed):
    view = drafted(staffed, with_review_days(15))
    with pytest.raises(Forbidden):
        asked(staffed, view, "security")
    change = asked(staffed, view)
    replayed(staffed, "system", change_id=change.id)
    with pytest.raises(Forbidden):
        staffed.decide("system", change)


def test_who_publishes_has_looked_at_the_replay_of_this_very_draft(staffed):
    first = drafted(staffed, with_review_days(14))
    replayed(staffed, draft_id=first.draft.id)
    change = asked(staffed, saved(staffed, first, with_review_days(15)))
    with pytest.raises(Refused) as refused:
        staffed.decide("security", change)
    assert reasons(refused) == ["policy_replay_unseen"]
    replayed(staffed, "security2", change_id=change.id)
    with pytest.raises(Refused):
        staffed.decide("security", change)
    replayed(staffed, "security", change_id=change.id)
    assert staffed.decide("security", change).state == ChangeState.APPROVED


def test_a_replay_of_the_draft_counts_for_the_request_that_is_the_same_to_the_letter(staffed):
    view = drafted(staffed, with_review_days(15))
    replayed(staffed, "security", draft_id=view.draft.id)
    assert staffed.decide("security", asked(staffed, view)).state == ChangeState.APPROVED


def test_a_version_holds_from_its_day_for_what_is_submitted_from_then_on(staffed):
    before = under_review(staffed)
    published(staffed, with_review_days(15))
    draft = staffed.contract(staffed.register(texts.MAJOR))
    assert profile_of(staffed.platform, draft).clock("REVIEW").days == 10
    staffed.to(APRIL)
    assert profile_of(staffed.platform, draft).clock("REVIEW").days == 15
    assert values(staffed)["clocks.REVIEW"].value["days"] == 15
    after = under_review(staffed)
    assert staffed.contract(after).profile.startswith("licheng-provisional@2026.1+")
    assert staffed.contract(after).review_due == date(2026, 4, 23)
    assert profile_of(staffed.platform, staffed.contract(before)).clock("REVIEW").days == 10


def test_another_process_reads_the_version_too(staffed):
    elsewhere = LiveRules(shipped(), staffed.platform.reading)
    elsewhere()
    published(staffed, with_review_days(15))
    assert elsewhere.fresh() == staffed.platform.rules()


def test_of_two_drafts_on_one_version_the_second_is_refused_as_stale_and_can_be_put_on_the_new_one(staffed):
    def other(content):
        content["clocks"]["INTAKE"]["days"] = 3

    first = drafted(staffed, with_review_days(15))
    second = drafted(staffed, other, day=date(2026, 5, 1), name="system2")
    changes = [asked(staffed, first), asked(staffed, second, "system2")]
    for change in changes:
        replayed(staffed, change_id=change.id)
    staffed.decide("security", changes[0])
    assert read_publication(staffed.platform, staffed.actor("security"), changes[1].id).stale
    with pytest.raises(Refused) as refused:
        staffed.decide("security", changes[1])
    assert reasons(refused) == ["policy_base_stale"]
    staffed.decide("system2", changes[1], "withdraw")
    [row] = d.list_drafts(staffed.platform, staffed.actor("system"))
    assert row.stale
    moved = d.rebase_draft(staffed.platform, staffed.actor("system2"), row.id, revision=row.revision)
    assert [one.after and one.after.name for one in moved.differences] == ["clocks.INTAKE"]
    change = asked(staffed, moved, "system2")
    replayed(staffed, change_id=change.id)
    staffed.decide("security", change)
    staffed.to(date(2026, 5, 1))
    now = values(staffed)
    assert (now["clocks.REVIEW"].value["days"], now["clocks.INTAKE"].value["days"]) == (15, 3)


def test_a_version_that_is_published_too_late_is_refused_then(staffed):
    change = asked(staffed, drafted(staffed, with_review_days(15), day=TODAY))
    replayed(staffed, change_id=change.id)
    staffed.to(TODAY + timedelta(days=1))
    with pytest.raises(Refused) as refused:
        staffed.decide("security", change)
    assert reasons(refused) == ["policy_day_past"]


def test_no_two_versions_begin_on_one_day(staffed):
    published(staffed, with_review_days(15))
    again = drafted(staffed, with_review_days(20))
    with pytest.raises(Refused) as refused:
        asked(staffed, again)
    assert reasons(refused) == ["policy_day_taken"]


def test_the_trace_tells_who_drafted_replayed_and_published(staffed):
    change = published(staffed, with_review_days(15))
    told = {one.type: one.actor for one in staffed.find("events") if one.type.startswith("policy.")}
    assert told == {
        "policy.draft_begun": "system",
        "policy.draft_saved": "system",
        "policy.replayed": "security",
        "policy.published": "security",
    }
    [entry] = staffed.find("events", type="policy.published")
    body = staffed.find("changes", id=change.id)[0].body
    assert msgspec.json.decode(entry.data)["digest"] == body.digest
