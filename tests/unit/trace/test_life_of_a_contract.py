"""The trace that the use cases leave behind holds: every act with its row and every row with its act."""

from datetime import date, timedelta

import pytest

from contract_platform.application import commands as c
from contract_platform.application.act_on_filing import act_on_filing
from contract_platform.application.export_trace import export_trace
from contract_platform.application.remark_text import create_remark
from contract_platform.application.sweep_deadlines import sweep_deadlines
from contract_platform.domain.vocabulary import Conclusion
from contract_platform.trace_verifier import verify
from tests.unit.application.district import MAJOR, ORDINARY, District, sealing


@pytest.fixture
def district(tmp_path):
    return District(tmp_path / "district")


def signed(district):
    contract_id = district.register(ORDINARY)
    district.act("handler", contract_id, c.Submit())
    district.act("legal", contract_id, c.Pass())
    district.signed_copy(contract_id)
    district.act("handler", contract_id, sealing(date(2026, 3, 2)))
    district.act("handler", contract_id, c.Sign(signatures=district.signatures(contract_id)))
    (filing,) = district.find("filings", contract_id=contract_id, target="JUSTICE_BUREAU")
    command = c.FilingCommand(action="file")
    act_on_filing(district.platform, district.actor("handler"), filing.id, command, revision=filing.revision)
    return contract_id


def reviewed(district):
    contract_id = district.register(MAJOR)
    district.act("handler", contract_id, c.Submit())
    district.act("legal", contract_id, c.Pass())
    district.act("intake", contract_id, c.Accept(reviewer_id="reviewer"))
    version = district.contract(contract_id).draft_version_id
    create_remark(district.platform, district.actor("reviewer"), version, start=0, end=4, text="请核对名称")
    district.act("reviewer", contract_id, c.Propose(conclusion=Conclusion.APPROVE, body="同意", items=()))
    district.act("bureau_lead", contract_id, c.SignOff())
    return contract_id


def test_what_the_use_cases_did_is_whole(district, tmp_path):
    ordinary, major = signed(district), reviewed(district)
    district.clock.step(timedelta(days=40))
    sweep_deadlines(district.platform)
    report = verify(export_trace(district.platform, tmp_path / "export.zip").path)
    assert report.problems == []
    assert report.entries > 20
    for number, contract_id in enumerate((ordinary, major)):
        contract_number = district.contract(contract_id).contract_no or district.contract(contract_id).review_no
        exported = export_trace(district.platform, tmp_path / f"{number}.zip", contract_number)
        assert verify(exported.path).problems == []
