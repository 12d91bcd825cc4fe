"""A small district on real adapters: people in their posts, contracts registered and read through the use cases."""

import dataclasses
from datetime import UTC, datetime, timedelta

import msgspec

from contract_platform.application import commands
from contract_platform.application.act_on_contract import act_on_contract
from contract_platform.application.actors import actor_of
from contract_platform.application.add_version import add_version
from contract_platform.application.analyse_version import analyse_version
from contract_platform.application.confirm_facts import confirm_facts
from contract_platform.application.confirm_signing import confirm_signing
from contract_platform.application.read_contract import read_contract
from contract_platform.application.register_contract import register_contract
from contract_platform.application.suggest_facts import suggest_facts
from contract_platform.domain.people import Person, Post, Unit
from contract_platform.domain.signing import PartySignature
from contract_platform.domain.vocabulary import DocumentKind, Role, SealKind
from tests.materials import complete
from tests.workers.jobs import SteppedClock
from tests.workers.platforms import build

UNITS = (
    Unit(id="district", name="望澜区", short_name="望澜区", kind="DISTRICT"),
    Unit(id="data", name="望澜区大数据管理局", short_name="区大数据局", kind="BUREAU", parent_id="district"),
    Unit(id="urban", name="望澜区城市管理局", short_name="区城管局", kind="BUREAU", parent_id="district"),
    Unit(id="justice", name="望澜区司法局", short_name="区司法局", kind="JUSTICE_BUREAU", parent_id="district"),
)
PEOPLE = {
    "handler": (Role.HANDLER, "data"),
    "lead": (Role.HANDLER_LEAD, "data"),
    "legal": (Role.UNIT_LEGAL, "data"),
    "stranger": (Role.HANDLER, "urban"),
    "intake": (Role.BUREAU_INTAKE, "justice"),
    "reviewer": (Role.BUREAU_REVIEWER, "justice"),
    "other_reviewer": (Role.BUREAU_REVIEWER, "justice"),
    "bureau_lead": (Role.BUREAU_LEAD, "justice"),
    "filing": (Role.FILING_OFFICER, "justice"),
    "supervisor": (Role.PERF_SUPERVISOR, "justice"),
    "archivist": (Role.ARCHIVIST, "justice"),
    "gov_office": (Role.GOV_OFFICE, "district"),
    "signatory": (Role.SIGNATORY, "data"),
    "keeper": (Role.SEAL_KEEPER, "data"),
}
MANY = 100_000  # more jobs than any test leaves lying
DRAFT = """政务档案数字化加工服务合同
甲方：望澜区大数据管理局
乙方：望澜示例档案服务有限公司
第一条 合同标的
乙方为甲方提供政务档案数字化加工服务。
第二条 合同金额
合同总金额为人民币{words}（¥{figures}元）。
第三条 付款方式
合同签订后10个工作日内，甲方支付合同总金额的30%；验收合格后10个工作日内，甲方支付合同总金额的70%。
第四条 履行期限
本合同履行期限自2026年4月1日起至2026年12月31日止。
"""
ORDINARY = DRAFT.format(words="叁拾万元整", figures="300,000.00")
MAJOR = DRAFT.format(words="壹仟贰佰万元整", figures="12,000,000.00")
MORNING = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)  # a Monday, 09:00 in Shanghai


def sealing(day):
    """Our contract seal on four copies."""
    return commands.UseSeal(sealed_on=day, seals=(SealKind.CONTRACT_SEAL,), keeper="单位办公室", copies=4)


def reasons(refusal):
    """The codes of the reasons of a refusal that pytest caught."""
    return [reason.code for reason in refusal.value.params["reasons"]]


class District:
    """The platform and shortcuts to act on it as somebody."""

    def __init__(self, folder, instant=MORNING, url=""):
        self.clock = SteppedClock(instant)
        self.platform = dataclasses.replace(build(folder, url), clock=self.clock)
        self.seed()

    def seed(self):
        """Units and people."""
        with self.platform.unit_of_work() as uow:
            for unit in UNITS:
                uow.units.add(unit)
            for name, (role, unit_id) in PEOPLE.items():
                uow.people.add(Person(id=name, username=name, name=f"姓名{name}", password_hash="-"))
                since = datetime(2020, 1, 1, tzinfo=UTC).date()
                uow.posts.add(Post(id=f"post-{name}", person_id=name, unit_id=unit_id, role=role, valid_from=since))

    def actor(self, name):
        with self.platform.reading() as uow:
            return actor_of(uow, uow.people.get(name), self.clock.today())

    def to(self, day, hour=9):
        """Go to an hour of a day in Shanghai."""
        self.clock.instant = datetime(day.year, day.month, day.day, hour - 8, tzinfo=UTC)

    def spooled(self, text, name="合同.txt"):
        file = self.platform.spool / name
        file.write_text(text)
        return file

    def read(self):
        """Read what waits to be read, as the worker would; jobs of others stay leased meanwhile."""
        with self.platform.reading() as uow:
            waiting = [version.id for version in uow.versions.find(analysis_state="QUEUED")]
        for job in self.platform.ledger.lease(lane="slow", limit=MANY, seconds=60, now=self.clock.now()):
            if job.key in waiting:
                analyse_version(self.platform, job)

    def register(self, text=ORDINARY, *, confirmed=True, materials=True, **facts):
        """A contract of the data bureau, read, with its facts confirmed and its materials complete."""
        actor = self.actor("handler")
        made = register_contract(
            self.platform, actor, file=self.spooled(text), filename="合同.txt", secrecy_declared=True
        )
        self.read()
        contract_id = made.contract.id
        if confirmed:
            suggested = msgspec.structs.replace(suggest_facts(self.platform, actor, contract_id).facts, **facts)
            now = self.view("handler", contract_id).contract
            confirm_facts(self.platform, actor, contract_id, suggested, revision=now.revision)
        if confirmed and materials:
            self.complete(contract_id)
        return contract_id

    def complete(self, contract_id, name="handler"):
        """Give the contract what its list of materials still asks for."""
        complete(self.platform, self.actor(name), contract_id)

    def view(self, name, contract_id):
        return read_contract(self.platform, self.actor(name), contract_id)

    def act(self, name, contract_id, command):
        revision = self.contract(contract_id).revision
        return act_on_contract(self.platform, self.actor(name), contract_id, command, revision=revision)

    def contract(self, contract_id):
        with self.platform.reading() as uow:
            return uow.contracts.get(contract_id)

    def upload(self, name, contract_id, kind, text):
        self.clock.step(timedelta(minutes=1))
        return self.add(name, contract_id, kind, self.spooled(text), "文件.txt").version.id

    def add(self, name, contract_id, kind, file, filename=""):
        """A further file, which is read at once."""
        actor = self.actor(name)
        view = add_version(self.platform, actor, contract_id, kind=kind, file=file, filename=filename or file.name)
        self.read()
        return view

    def proof(self, name, contract_id, text="会议纪要"):
        """An attachment that an act may name: minutes, a letter of authority, a receipt."""
        return self.upload(name, contract_id, DocumentKind.ATTACHMENT, text)

    def deliberate(self, contract_id, *, passed=True, **given):
        """The collective decision with its minutes."""
        minutes = self.proof("handler", contract_id)
        decided = commands.Decide(passed=passed, minutes_version_id=minutes, **given)
        return self.act("lead", contract_id, decided)

    def signed_copy(self, contract_id, text=ORDINARY):
        """A signed copy that two people have compared."""
        self.upload("handler", contract_id, DocumentKind.SIGNED, text)
        for name in ("handler", "legal"):
            revision = self.contract(contract_id).revision
            confirm_signing(self.platform, self.actor(name), contract_id, revision=revision)

    def signatures(self, contract_id, day=None):
        """Every party signs on a day."""
        parties = self.contract(contract_id).parties
        signed_on = day or self.clock.today()
        return tuple(PartySignature(party=one.name, signatory="授权代表", signed_on=signed_on) for one in parties)

    def find(self, table, **equals):
        with self.platform.reading() as uow:
            return getattr(uow, table).find(**equals)
