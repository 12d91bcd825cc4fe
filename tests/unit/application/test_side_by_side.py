"""Where the profile has it so, the unit reviews a major contract while the bureau does, not before it."""

import pytest

from contract_platform.application import commands as c
from contract_platform.application.act_on_endorsement import act_on_endorsement
from contract_platform.application.list_inbox import list_tasks
from contract_platform.application.task_commands import EndorsementCommand
from contract_platform.domain.errors import Refused
from contract_platform.domain.vocabulary import Conclusion, State, Tier
from contract_platform.domain.work_vocabulary import EndorsementKind, EndorsementState
from tests.unit.application.district import MAJOR, reasons
from tests.unit.application.test_main_line import ITEMS
from tests.unit.application.test_profile_switches import OFF, profile, replace, under

PROPOSED = c.Propose(conclusion=Conclusion.APPROVE_WITH_CHANGES, body="审查意见", items=ITEMS)


@pytest.fixture
def place(district):
    return under(district, reviewing=replace(profile(district).reviewing, series=OFF))


def statement(place, contract_id):
    return place.find("endorsements", contract_id=contract_id, kind=EndorsementKind.REVIEW)[-1]


def act(place, name, contract_id, action, text=""):
    one = statement(place, contract_id)
    command = EndorsementCommand(action=action, text=text)
    return act_on_endorsement(place.platform, place.actor(name), one.id, command, revision=one.revision)


def subjects(place, name):
    return [row.subject for row in list_tasks(place.platform, place.actor(name), "todo", after=None, limit=50).rows]


def sent(place):
    contract_id = place.register(MAJOR)
    place.act("handler", contract_id, c.Submit())
    return contract_id


def test_a_major_contract_lies_with_both_at_once_under_the_route_of_the_profile(place):
    contract = place.contract(sent(place))
    assert (contract.state, contract.tier) == (State.SUBMITTED, Tier.MAJOR)
    assert contract.tier_rule
    assert contract.profile
    assert subjects(place, "legal") == ["endorsement"]
    assert subjects(place, "intake") == ["contract"]


def test_no_opinion_is_proposed_before_the_unit_has_reviewed(place):
    contract_id = sent(place)
    place.act("intake", contract_id, c.Accept(reviewer_id="reviewer"))
    with pytest.raises(Refused) as refused:
        place.act("reviewer", contract_id, PROPOSED)
    assert reasons(refused) == ["unit_review_missing"]
    act(place, "legal", contract_id, "remark", "验收期限写得不清")
    place.act("reviewer", contract_id, PROPOSED)
    assert place.contract(contract_id).state == State.SIGNING_OFF


def test_nobody_takes_the_units_review_out(place):
    contract_id = sent(place)
    for name in ("handler", "lead"):
        with pytest.raises(Refused) as refused:
            act(place, name, contract_id, "take_out", "不必了")
        assert reasons(refused) == ["endorsement_not_yours_to_end"]


def test_back_in_drafting_the_unit_is_asked_no_more_and_anew_when_it_is_sent_again(place):
    contract_id = sent(place)
    place.act("intake", contract_id, c.Return(reason="缺少附件"))
    assert statement(place, contract_id).state == EndorsementState.CANCELLED
    assert subjects(place, "legal") == []
    place.act("handler", contract_id, c.Submit())
    assert statement(place, contract_id).state == EndorsementState.ASKED
    assert len(place.find("endorsements", contract_id=contract_id)) == 2


def test_taken_back_it_is_as_it_was(place):
    contract_id = sent(place)
    place.act("handler", contract_id, c.Recall())
    contract = place.contract(contract_id)
    assert (contract.state, contract.tier, contract.profile) == (State.DRAFTING, None, "")
    assert statement(place, contract_id).state == EndorsementState.CANCELLED


def test_an_ordinary_contract_is_its_units_alone(place):
    contract_id = place.register()
    place.act("handler", contract_id, c.Submit())
    assert place.contract(contract_id).state == State.UNIT_REVIEW
    assert place.find("endorsements", contract_id=contract_id) == []
