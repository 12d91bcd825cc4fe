"""Personal numbers as each role gets them : in clear for who works with them, masked for everybody else."""

import msgspec
import pytest

from contract_platform.application.confirm_facts import confirm_facts
from contract_platform.application.list_pages import list_contracts
from contract_platform.application.queries import LedgerFilter
from contract_platform.application.read_contract import read_contract, timeline
from contract_platform.application.read_version import analysis_view, open_content
from contract_platform.application.remark_text import create_remark, list_remarks
from contract_platform.application.suggest_facts import suggest_facts
from contract_platform.domain.contract import Party
from contract_platform.domain.errors import NotFound
from contract_platform.domain.participation import Invitation, Recusal
from contract_platform.domain.people import Person, Post
from contract_platform.domain.vocabulary import Role, State

IDENTITY, CARD, PHONE = "110101199003071233", "6222021234567890128", "13812345678"
HIDDEN = ("110101********1233", "6222***********0128", "138****5678")
TEXT = f"""房屋租赁合同
甲方：望澜区大数据管理局
乙方：李清和
第一条 租金
合同总金额为人民币叁拾万元整（¥300,000.00元）。合同签订后10日内支付合同总金额的100%至账号{CARD}。
第二条 乙方
乙方身份证号码{IDENTITY}，联系电话{PHONE}。
"""
CLEAR = ("handler", "lead", "legal", "reviewer", "filing")
MASKED = ("other_reviewer", "intake", "bureau_lead", "supervisor", "archivist", "observer", "counsel")


@pytest.fixture
def contract_id(district):
    """A contract before the bureau, with accounts among its confirmed facts and a remark on a number."""

    made = district.register(TEXT, confirmed=False)
    actor = district.actor("handler")
    facts = suggest_facts(district.platform, actor, made).facts
    parties = (
        Party(role="甲方", name="望澜区大数据管理局", side="gov"),
        Party(role="乙方", name="李清和", id_no=IDENTITY, bank_account=CARD, account_name="李清和"),
    )
    revision = district.contract(made).revision
    wanted = msgspec.structs.replace(facts, parties=parties)
    confirm_facts(district.platform, actor, made, wanted, revision=revision)
    with district.platform.unit_of_work() as uow:
        contract = uow.contracts.get(made)
        at = {"state": State.UNDER_REVIEW, "reviewer_id": "reviewer", "review_no": "审1", "tier": "MAJOR"}
        uow.contracts.save(msgspec.structs.replace(contract, **at))
        for name, role in (("observer", Role.OBSERVER), ("counsel", Role.COUNSEL)):
            district_person(uow, name, role)
        invite(uow, made)
    start = TEXT.index(IDENTITY) - 4
    version = district.contract(made).draft_version_id
    text = f"核对{IDENTITY}"
    create_remark(district.platform, district.actor("reviewer"), version, start=start, end=start + 22, text=text)
    return made


def district_person(uow, name, role):

    uow.people.add(Person(id=name, username=name, name=name, password_hash="-"))
    since = uow.posts.find()[0].valid_from
    uow.posts.add(Post(id=f"post-{name}", person_id=name, unit_id="justice", role=role, valid_from=since))


def invite(uow, contract_id):

    contract = uow.contracts.get(contract_id)
    at = contract.updated_at
    uow.invitations.add(
        Invitation(
            id="i1", contract_id=contract_id, person_id="counsel", until=at.date().replace(year=2027), reason="-",
            invited_by="handler", invited_at=at,
        )
    )  # fmt: skip


def told(district, name, contract_id):
    """Everything the platform tells somebody about the contract."""

    platform, actor = district.platform, district.actor(name)
    version = district.contract(contract_id).draft_version_id
    return [
        read_contract(platform, actor, contract_id),
        timeline(platform, actor, contract_id),
        analysis_view(platform, actor, version),
        list_remarks(platform, actor, version),
        list_contracts(platform, actor, LedgerFilter(), after=None, limit=50),
    ]


@pytest.mark.parametrize("name", MASKED)
def test_others_get_stars_everywhere(district, contract_id, name):
    text = msgspec.json.encode(told(district, name, contract_id)).decode()
    assert [number for number in (IDENTITY, CARD, PHONE) if number in text] == []
    assert [number for number in HIDDEN if number not in text] == []


@pytest.mark.parametrize("name", CLEAR)
def test_those_who_work_with_the_numbers_see_them(district, contract_id, name):
    detail, _, analysis, remarks, _ = told(district, name, contract_id)
    assert detail.contract.parties[1].id_no == IDENTITY
    assert detail.contract.parties[1].bank_account == CARD
    assert PHONE in "".join(block.text for block in analysis.blocks)
    assert IDENTITY in remarks[0].text


@pytest.mark.parametrize("name", ["reviewer", "supervisor"])
def test_offsets_hold_in_what_everybody_gets(district, contract_id, name):
    _, _, analysis, remarks, _ = told(district, name, contract_id)
    text = "\n".join(block.text for block in analysis.blocks)
    assert len(text) == analysis.text_length
    quotes = [(one.quote, one.start, one.end) for one in analysis.findings if one.start is not None]
    quotes += [(one.exact, one.start, one.end) for one in remarks]
    assert quotes
    assert [text[start:end] for _, start, end in quotes] == [quote for quote, _, _ in quotes]


def test_a_recused_reviewer_is_like_everybody_else(district, contract_id):

    with district.platform.unit_of_work() as uow:
        at = uow.contracts.get(contract_id).updated_at
        uow.recusals.add(
            Recusal(
                id="r1", contract_id=contract_id, person_id="reviewer", reason="-", recorded_by="lead", recorded_at=at
            )
        )
    assert IDENTITY not in msgspec.json.encode(told(district, "reviewer", contract_id)).decode()


@pytest.mark.usefixtures("contract_id")
def test_the_number_cannot_be_searched_for(district):

    actor = district.actor("handler")
    found = {
        text: list_contracts(district.platform, actor, LedgerFilter(text=text), after=None, limit=9).total
        for text in (IDENTITY, CARD, PHONE, "李清和")
    }
    assert found == {IDENTITY: 0, CARD: 0, PHONE: 0, "李清和": 1}


@pytest.mark.parametrize("name", [*CLEAR, *MASKED])
def test_the_original_is_opened_by_whoever_may_read_the_contract(district, contract_id, name):
    _, file = open_content(district.platform, district.actor(name), district.contract(contract_id).draft_version_id)
    with file:
        assert IDENTITY.encode() in file.read()


def test_the_original_is_not_opened_by_another_unit(district, contract_id):
    with pytest.raises(NotFound):
        open_content(district.platform, district.actor("stranger"), district.contract(contract_id).draft_version_id)
