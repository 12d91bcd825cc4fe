"""Filing numbers are given without a gap and never twice, however many are accepted at the same moment."""

import pytest

from contract_platform.application import commands as c
from contract_platform.application.act_on_filing import act_on_filing
from contract_platform.domain.vocabulary import FilingState
from tests.lifecycle.district_over_http import DistrictOverHttp
from tests.unit.application.district import sealing
from tests.unit.application.test_main_line import ready_to_sign

MANY = 50
TOGETHER = 2  # how often each is sent at the same moment


def submitted(district):
    """The bureau's filing of a signed contract, submitted and waiting to be accepted."""
    contract_id = ready_to_sign(district)
    district.act("handler", contract_id, sealing(district.clock.today()))
    district.signed_copy(contract_id)
    district.act("handler", contract_id, c.Sign(signatures=district.signatures(contract_id)))
    assert district.ask("filing", "GET", f"/contracts/{contract_id}").status == 200  # who is at work stays signed in
    [filing] = district.find("filings", contract_id=contract_id, target="JUSTICE_BUREAU")
    command = c.FilingCommand(action="file")
    return act_on_filing(
        district.platform, district.actor("handler"), filing.id, command, revision=filing.revision
    ).filing


def acceptance(district, filing, body):
    return district.request("filing", "POST", f"/filings/{filing.id}/actions", body, filing.revision)


@pytest.mark.parametrize("database", ["sqlite", "postgresql"])
def test_fifty_acceptances_at_once_get_fifty_numbers_in_a_row(request, tmp_path, database):
    url = "" if database == "sqlite" else request.getfixturevalue("postgres_url")
    with DistrictOverHttp(tmp_path, url) as district:
        filings = [submitted(district) for _ in range(MANY)]
        accept = {"action": "accept_filing"}
        answers = district.ask_together(acceptance(district, one, accept) for one in filings * TOGETHER)
        assert sorted(one.status for one in answers) == [200] * MANY + [409] * MANY
        year = district.clock.today().year
        found = district.find("filings", target="JUSTICE_BUREAU")
        assert {one.state for one in found} == {FilingState.FILED}
        expected = [f"鲤合备〔{year}〕{no:04}号" for no in range(1, MANY + 1)]
        assert sorted(one.number for one in found) == expected
        receipts = [f"鲤合备回〔{year}〕{no:04}号" for no in range(1, MANY + 1)]
        assert sorted(one.receipt_no for one in found) == receipts


def test_an_acceptance_that_is_refused_uses_up_no_number(tmp_path):
    with DistrictOverHttp(tmp_path) as district:
        first, second = submitted(district), submitted(district)
        forbidden = district.ask(*acceptance_by(first, "handler"))
        assert forbidden.status == 403
        for one in (second, first):
            assert district.ask(*acceptance_by(one, "filing")).status == 200
        numbers = {one.id: one.number for one in district.find("filings", target="JUSTICE_BUREAU")}
        year = district.clock.today().year
        assert (numbers[second.id], numbers[first.id]) == (f"鲤合备〔{year}〕0001号", f"鲤合备〔{year}〕0002号")


def acceptance_by(filing, who):
    return who, "POST", f"/filings/{filing.id}/actions", {"action": "accept_filing"}, filing.revision
