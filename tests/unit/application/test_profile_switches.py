"""What a profile switches on or off is what happens: the same acts under another profile go another way."""

import dataclasses
from datetime import UTC, date, datetime

import msgspec
import pytest

from contract_platform.application import commands as c
from contract_platform.application.clocks import is_suspended, running_clocks
from contract_platform.application.live_rules import LiveRules
from contract_platform.domain.errors import NotFound
from contract_platform.domain.people import Person, Post, Unit
from contract_platform.domain.vocabulary import Conclusion, Reaction, Role, State, SuspensionReason
from contract_platform.policy.profile import profile_on
from contract_platform.policy.rulebook import shipped
from contract_platform.policy.values import Switch
from tests.unit.application.district import MAJOR, sealing
from tests.unit.application.test_main_line import ITEMS, ready_to_sign, under_review

replace = msgspec.structs.replace
ON, OFF = (Switch(on=on, basis="此地", provenance="decided") for on in (True, False))


def under(district, **groups):
    """The district under its profile with some groups put in place of its own."""
    book = shipped()
    own = profile_on(book.profiles, district.platform.profile_id, district.clock.today())
    profiles = tuple(replace(own, **groups) if one is own else one for one in book.profiles)
    rules = LiveRules(replace(book, profiles=profiles), district.platform.reading)
    district.platform = dataclasses.replace(district.platform, rules=rules)
    return district


def profile(district):
    return profile_on(district.platform.profiles, district.platform.profile_id, district.clock.today())


@pytest.fixture
def government(district):
    """The same district with its government, in whose name a contract may be signed, and its office."""
    since = datetime(2020, 1, 1, tzinfo=UTC).date()
    with district.platform.unit_of_work() as uow:
        uow.units.add(Unit(id="government", name="望澜区人民政府", short_name="区政府", kind="GOVERNMENT"))
        uow.people.add(Person(id="office", username="office", name="姓名office", password_hash="-"))
        post = Post(id="post-office", person_id="office", unit_id="government", role=Role.GOV_OFFICE, valid_from=since)
        uow.posts.add(post)
    return district


def passed_by_the_unit(district, body="government"):
    contract_id = district.register(MAJOR)
    with district.platform.unit_of_work() as uow:
        uow.contracts.save(replace(uow.contracts.get(contract_id), signing_body_id=body))
    district.complete(contract_id)
    district.act("handler", contract_id, c.Submit())
    district.act("legal", contract_id, c.Pass())
    return contract_id


def review_clock(district, contract_id):
    with district.platform.reading() as uow:
        return next(one for one in running_clocks(uow, contract_id) if one.name == "REVIEW")


def consult(purpose):
    return msgspec.convert({"action": "consult", "purpose": purpose, "reason": "须先办理"}, c.Consult)


def test_without_the_forwarding_step_a_contract_of_the_government_goes_straight_to_the_bureau(government):
    assert government.contract(passed_by_the_unit(government)).state == State.SUBMITTED


def test_with_it_the_government_office_forwards_such_contracts_and_no_others(government):
    under(government, reviewing=replace(profile(government).reviewing, forwarding=ON))
    contract_id = passed_by_the_unit(government)
    assert government.contract(contract_id).state == State.FORWARDING
    with pytest.raises(NotFound):
        government.act("bureau_lead", contract_id, c.Forward())
    government.act("office", contract_id, c.Forward())
    assert government.contract(contract_id).state == State.SUBMITTED
    assert government.contract(passed_by_the_unit(government, body="data")).state == State.SUBMITTED


@pytest.mark.parametrize("purpose", ["SURVEY", "ASSESSMENT", "EXPERT", "CONSULTATION"])
def test_the_clock_stands_still_for_the_reasons_of_the_profile_alone(district, purpose):
    own = profile(district).suspension
    under(district, suspension=own | {SuspensionReason(purpose): OFF})
    contract_id = under_review(district)
    due = review_clock(district, contract_id).due_on
    district.act("reviewer", contract_id, consult(purpose))
    assert not is_suspended(review_clock(district, contract_id))
    district.to(date(2026, 3, 5))
    district.act("reviewer", contract_id, c.Answered(reason="已回复"))
    assert review_clock(district, contract_id).due_on == due
    other = "EXPERT" if purpose == "SURVEY" else "SURVEY"
    district.act("reviewer", contract_id, consult(other))
    assert is_suspended(review_clock(district, contract_id))


def test_where_changes_ask_for_a_new_draft_the_unit_drafts_anew(district):
    own = profile(district).opinions
    stricter = replace(own[Conclusion.APPROVE_WITH_CHANGES], reaction=Reaction.REDRAFT)
    under(district, opinions=own | {Conclusion.APPROVE_WITH_CHANGES: stricter})
    contract_id = under_review(district)
    proposed = c.Propose(conclusion=Conclusion.APPROVE_WITH_CHANGES, body="审查意见", items=ITEMS)
    district.act("reviewer", contract_id, proposed)
    district.act("bureau_lead", contract_id, c.SignOff())
    assert district.contract(contract_id).state == State.OPINION_ISSUED
    district.act("handler", contract_id, c.Redraft())
    assert district.contract(contract_id).state == State.DRAFTING


def test_a_target_for_major_contracts_is_none_of_an_ordinary_ones(district):
    targets = tuple(replace(one, only_major=one.target == "JUSTICE_BUREAU") for one in profile(district).filing_targets)
    under(district, filing_targets=targets)
    contract_id = ready_to_sign(district)
    district.act("handler", contract_id, sealing(district.clock.today()))
    district.signed_copy(contract_id)
    district.act("handler", contract_id, c.Sign(signatures=district.signatures(contract_id)))
    assert "JUSTICE_BUREAU" not in {one.target for one in district.find("filings", contract_id=contract_id)}
