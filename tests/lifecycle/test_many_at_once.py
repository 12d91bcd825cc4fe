"""Of very many decisions on one contract at the same time one wins, on both databases."""

from collections import Counter

import pytest

from tests.lifecycle.district_over_http import DistrictOverHttp
from tests.unit.application.district import MAJOR

MANY = 200
TO_THE_DECISION = (
    ("handler", {"action": "submit"}),
    ("legal", {"action": "pass"}),
    ("intake", {"action": "accept", "reviewer_id": "reviewer"}),
    ("reviewer", {"action": "propose", "conclusion": "APPROVE", "body": "同意"}),
    ("bureau_lead", {"action": "sign_off"}),
)


@pytest.mark.parametrize("database", ["sqlite", "postgresql"])
def test_one_of_two_hundred_decisions_wins(request, tmp_path, database):
    url = "" if database == "sqlite" else request.getfixturevalue("postgres_url")
    with DistrictOverHttp(tmp_path, url) as district:
        key = district.draft(MAJOR)
        path = f"/contracts/{key}/actions"
        for who, body in TO_THE_DECISION:
            assert district.ask(who, "POST", path, body, district.contract(key).revision).status == 200
        minutes = district.add_file("handler", key, "ATTACHMENT", "会议纪要").json()["version"]["id"]
        decision = {"action": "decide", "passed": True, "minutes_version_id": minutes}
        seen = district.contract(key).revision
        answers = district.ask_together(district.request("lead", "POST", path, decision, seen) for _ in range(MANY))
        assert Counter(answer.status for answer in answers) == {200: 1, 409: MANY - 1}
        decided = [one for one in district.find("decisions", contract_id=key) if one.action == "decide"]
        assert len(decided) == 1
        assert district.contract(key).state == "READY_TO_SIGN"
