"""The route of a contract as the use cases find it: exemptions that are claimed, flags of its facts."""

import pytest

from contract_platform.application import commands as c
from contract_platform.domain.errors import Invalid, Refused
from contract_platform.domain.vocabulary import Direction, State, Tier
from tests.unit.application.district import MAJOR, ORDINARY


def reasons(refused):
    return [reason.code for reason in refused.value.params["reasons"]]


def passed(district, text=ORDINARY, **facts):
    contract_id = district.register(text, **facts)
    district.act("handler", contract_id, c.Submit())
    district.act("legal", contract_id, c.Pass())
    return district.contract(contract_id)


@pytest.mark.parametrize("claim", ["HR", "EMERGENCY", "INTER_AGENCY"])
def test_an_exemption_that_the_profile_knows_is_recorded_and_fires(district, claim):
    contract = passed(district, MAJOR, exemption=claim, exemption_reason="属于规定的情形")
    assert (contract.state, contract.tier) == (State.READY_TO_SIGN, Tier.EXEMPT)
    assert "只登记" in contract.tier_rule or "事后登记" in contract.tier_rule


def test_an_exemption_the_profile_does_not_know_cannot_be_claimed(district):
    with pytest.raises(Invalid, match="exemption_unknown"):
        district.register(exemption="CENTRAL_PROCUREMENT", exemption_reason="集中采购")


@pytest.mark.parametrize("reason", [None, " "])
def test_an_exemption_is_claimed_with_a_reason(district, reason):
    with pytest.raises(Invalid, match="exemption_reason_missing"):
        district.register(exemption="HR", exemption_reason=reason)


def test_a_contract_of_public_interest_is_major_whatever_its_amount(district):
    contract = passed(district, public_interest=True)
    assert (contract.state, contract.tier) == (State.SUBMITTED, Tier.MAJOR)


def test_a_contract_without_an_amount_says_why(district):
    contract_id = district.register(direction=Direction.NONE, amount_fen=None, amount_reason=" ")
    with pytest.raises(Refused) as refused:
        district.act("handler", contract_id, c.Submit())
    assert reasons(refused) == ["amount_missing"]
