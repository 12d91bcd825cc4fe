"""Loading is whole or not at all, once, and different in every installation."""

import contextlib
import dataclasses
import json
import stat
from datetime import UTC, datetime

import msgspec
import pytest

from contract_platform.application.sign_in import sign_in
from contract_platform.demo import accounts
from contract_platform.demo import load as loading
from contract_platform.demo.district import PEOPLE
from contract_platform.demo.load import DemoRefusedError, ensure_demo
from contract_platform.demo.stage import PROFILE
from contract_platform.demo.stories import signing
from contract_platform.domain.credentials import DENGBAO, faults
from contract_platform.domain.labels import label
from contract_platform.domain.people import Unit
from contract_platform.domain.vocabulary import State
from contract_platform.settings import Storage
from tests.unit.demo.conftest import NOW, install


def listed(installation):
    return json.loads((installation.settings.data_dir / accounts.FILE).read_text("utf-8"))["accounts"]


def everything(installation):
    with installation.platform.reading() as uow:
        return [*uow.units.find(), *uow.people.find(), *uow.contracts.find(), *uow.events.find(), *uow.tasks.find()]


def test_every_account_of_the_file_can_sign_in_and_is_marked_as_demo(demo):
    for account in listed(demo):
        session, _ = sign_in(demo.platform, account["username"], account["password"], "127.0.0.1")
        assert (session.demo, session.name, session.step) == (True, account["name"], None)
        assert set(account["post"].split("、")) == {label("Role", post.role)[0] for post in session.posts}
        assert set(account["unit"].split("、")) == {post.unit_name for post in session.posts}
    assert [account["username"] for account in listed(demo)] == [member.username for member in PEOPLE]


def test_only_the_owner_can_read_the_accounts(demo):
    file = demo.settings.data_dir / accounts.FILE
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_passwords_are_as_long_and_mixed_as_the_policy_wants(demo):
    for account in listed(demo):
        assert faults(DENGBAO, account["password"], account["username"]) == ()
    assert len({account["password"] for account in listed(demo)}) == len(PEOPLE)


def test_a_second_start_changes_nothing(small):
    installation = small("one")
    assert installation.load()
    before, file = everything(installation), listed(installation)
    assert not installation.load()
    assert (everything(installation), listed(installation)) == (before, file)


def test_two_installations_share_no_id_and_no_password(small):
    first, second = small("one"), small("two")
    first.load()
    second.load()
    assert not {one.id for one in everything(first)} & {one.id for one in everything(second)}
    assert not {one["password"] for one in listed(first)} & {one["password"] for one in listed(second)}


def test_a_load_that_dies_half_way_leaves_nothing_and_the_next_one_succeeds(small, monkeypatch):
    installation = small("one")
    with monkeypatch.context() as dying:
        dying.setattr(loading, "watch", lambda *_: iter([1 / 0 for _ in "x"]))
        with pytest.raises(ZeroDivisionError):
            installation.load()
    assert everything(installation) == []
    assert installation.load()
    assert everything(installation)


def test_the_accounts_are_on_disk_before_the_commit_that_needs_them(small):
    installation = small("one")

    @contextlib.contextmanager
    def power_cut():
        with installation.platform.unit_of_work() as uow:
            yield uow
            assert len(listed(installation)) == len(PEOPLE)
            raise OSError("no power")

    dark = dataclasses.replace(installation.platform, unit_of_work=power_cut)
    with pytest.raises(OSError, match="no power"):
        ensure_demo(dark, installation.settings, said=lambda _: None)
    assert everything(installation) == []
    lost = listed(installation)
    assert installation.load()
    assert {one["password"] for one in lost} != {one["password"] for one in listed(installation)}


def test_a_database_with_units_is_left_alone(small):
    installation = small("one")
    with installation.platform.unit_of_work() as uow:
        uow.units.add(Unit(id="u", name="某区", short_name="某区", kind="DISTRICT"))
    assert not installation.load()
    assert not (installation.settings.data_dir / accounts.FILE).exists()


def test_demo_accounts_exist_on_sqlite_only(small):
    installation = small("one")
    storage = msgspec.structs.replace(installation.settings.storage, database_url="postgresql+psycopg://db/platform")
    assert isinstance(storage, Storage)
    with pytest.raises(DemoRefusedError, match="SQLite"):
        ensure_demo(installation.platform, msgspec.structs.replace(installation.settings, storage=storage))
    assert everything(installation) == []


def test_progress_is_told_in_few_lines(small):
    installation = small("one")
    said: list[str] = []
    ensure_demo(installation.platform, installation.settings, said=said.append)
    assert 1 <= len(said) <= 5


def test_the_stories_hold_under_whatever_profile_is_chosen(monkeypatch, tmp_path):
    monkeypatch.setattr(loading, "STORIES", (signing.ready_to_sign,))
    monkeypatch.setattr(loading, "FIRST", 8)
    strict = install(tmp_path / "strict", NOW, PROFILE="zhuhai")
    assert strict.load()
    with strict.platform.reading() as uow:
        [contract] = uow.contracts.find()
    assert (contract.state, contract.profile.partition("@")[0]) == (State.READY_TO_SIGN, PROFILE)


@pytest.mark.long
@pytest.mark.parametrize(
    "now",
    [
        datetime(2026, 2, 24, 1, 0, tzinfo=UTC),  # the first working day after the Spring Festival
        datetime(2026, 10, 3, 8, 30, tzinfo=UTC),  # in the national holidays
        datetime(2027, 1, 3, 16, 30, tzinfo=UTC),  # half past midnight, in a year without a plan
        datetime(2027, 6, 19, 3, 0, tzinfo=UTC),  # a Saturday
    ],
)
def test_it_loads_on_any_day_and_nothing_lies_in_the_future(tmp_path, now):
    installation = install(tmp_path / "demo", now)
    assert installation.load()
    with installation.platform.reading() as uow:
        assert max(event.event_time for event in uow.events.find()) <= now
        assert {State.DRAFTING, State.SIGNING, State.ARCHIVED} <= {one.state for one in uow.contracts.find()}
