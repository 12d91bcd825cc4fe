"""An identity number and an account go through everything; nothing the platform writes by itself tells them."""

import dataclasses

import msgspec
import pytest
import sqlalchemy as sa
import structlog

from contract_platform.application import commands as c
from contract_platform.application.confirm_facts import confirm_facts
from contract_platform.application.export_trace import export_trace
from contract_platform.application.judge_finding import judge_finding
from contract_platform.application.read_version import analysis_view
from contract_platform.application.remark_text import create_remark
from contract_platform.application.sequence_trace import sequence_trace
from contract_platform.application.suggest_facts import suggest_facts
from contract_platform.domain.contract import Party
from contract_platform.domain.masking import is_identity
from contract_platform.domain.opinion import OpinionItem
from contract_platform.domain.vocabulary import Conclusion, DocumentKind, Obligatoriness
from storage.column_keys import ColumnKeys
from storage.database import open_database
from tests.unit.application import district as districts
from tests.unit.application.district import MAJOR, District, sealing
from tests.workers.platforms import build

IDENTITY, CARD = "350203198511024511", "6228480402564890018"
BEARING = MAJOR.replace("乙方：望澜示例档案服务有限公司", f"乙方：李清和，身份证号码{IDENTITY}").replace(
    "甲方支付合同总金额的30%", f"甲方支付合同总金额的30%至乙方账号{CARD}"
)


def luhn(number):
    digits = [int(char) for char in reversed(number)]
    doubled = (sum(divmod(2 * digit, 10)) for digit in digits[1::2])
    return (sum(digits[::2]) + sum(doubled)) % 10 == 0


def test_the_canaries_are_genuine():
    assert is_identity(IDENTITY)
    assert luhn(CARD)


@pytest.fixture(params=["sqlite", "postgresql"])
def engine(request):
    return request.param


@pytest.fixture
def place(engine, request, tmp_path, monkeypatch):
    """A district on one of the databases, and what reads the raw bytes of that database."""
    folder = tmp_path / "district"
    if engine == "sqlite":
        yield District(folder), lambda: b"".join(file.read_bytes() for file in folder.glob("platform.db*"))
        return
    url = request.getfixturevalue("postgres_url")
    database = open_database(url, ColumnKeys(folder / "keys" / "columns", "aes-256-gcm"))
    parts = {name: getattr(database, name) for name in ("unit_of_work", "reading", "queries", "ledger")}

    def on_postgresql(data, _url):
        platform = build(data)
        return dataclasses.replace(platform, **parts, trace=dataclasses.replace(platform.trace, chain=database.chain))

    monkeypatch.setattr(districts, "build", on_postgresql)
    yield District(folder), lambda: dump(database.engine)
    database.close()


def dump(engine):
    """Every row of every table as text; bytes come as hexadecimal digits."""
    with engine.connect() as connection:
        tables = sa.inspect(connection).get_table_names()
        rows = [connection.scalars(sa.text(f'SELECT t::text FROM "{table}" t')).all() for table in tables]
    return "\n".join(row for table in rows for row in table).encode()


def lead_through(district):
    """Upload, facts, opinion, remark, verdict, revision, signing, plan: each with the numbers in its words."""
    platform = district.platform
    contract_id = district.register(BEARING, confirmed=False)
    handler = district.actor("handler")
    parties = (
        Party(role="甲方", name="望澜区大数据管理局", side="gov"),
        Party(role="乙方", name="李清和", id_no=IDENTITY, bank_account=CARD, account_name="李清和"),
    )
    facts = msgspec.structs.replace(suggest_facts(platform, handler, contract_id).facts, parties=parties)
    confirm_facts(platform, handler, contract_id, facts, revision=district.contract(contract_id).revision)
    district.complete(contract_id)
    district.act("handler", contract_id, c.Submit(reason=f"账号{CARD}"))
    district.act("legal", contract_id, c.Pass())
    district.act("intake", contract_id, c.Accept(reviewer_id="reviewer"))
    version = district.contract(contract_id).draft_version_id
    reviewer = district.actor("reviewer")
    start = BEARING.index(IDENTITY)
    text = f"{IDENTITY}与{CARD}不符"
    create_remark(platform, reviewer, version, start=start, end=start + 18, text=text, idempotency_key="k")
    finding = analysis_view(platform, reviewer, version).findings[0].id
    judge_finding(platform, reviewer, contract_id, finding, verdict="rejected", reason=f"账号{CARD}已核")
    item = OpinionItem(
        no=1, clause="第三条", original=f"账号{CARD}", problem=f"证件号{IDENTITY}", level="HIGH", basis="-",
        suggestion=f"改为{CARD}", binding=Obligatoriness.SHOULD,
    )  # fmt: skip
    opinion = c.Propose(conclusion=Conclusion.APPROVE, body=f"收款人{IDENTITY}", items=(item,))
    district.act("reviewer", contract_id, opinion)
    district.act("bureau_lead", contract_id, c.SignOff())
    district.deliberate(contract_id, reason=f"核对{IDENTITY}")
    district.act("handler", contract_id, sealing(district.clock.today()))
    district.signed_copy(contract_id, BEARING)
    district.act("handler", contract_id, c.Sign(signatures=district.signatures(contract_id)))
    district.upload("handler", contract_id, DocumentKind.EVIDENCE, BEARING)
    return contract_id


def test_no_number_is_found_in_what_the_platform_keeps_writes_or_exports(place, tmp_path, capfd):
    district, raw = place
    structlog.configure(processors=[structlog.dev.ConsoleRenderer(colors=False)])
    contract_id = lead_through(district)
    sequence_trace(district.platform)
    export_trace(district.platform, tmp_path / "trace")
    exported = b"".join(file.read_bytes() for file in (tmp_path / "trace").rglob("*") if file.is_file())
    names = "\n".join(str(path) for path in (tmp_path / "district").rglob("*"))
    written = capfd.readouterr()
    assert district.contract(contract_id).parties[1].id_no == IDENTITY
    assert "李清和".encode() not in raw()
    for number in (IDENTITY, CARD):
        for kept in (raw(), exported, names.encode(), (written.out + written.err).encode()):
            assert number.encode() not in kept
            assert number.encode().hex().encode() not in kept
    assert [one.name for one in district.platform.spool.iterdir() if IDENTITY in one.read_text()] == ["合同.txt"]
