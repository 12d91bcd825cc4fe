from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
import structlog

from contract_platform import bootstrap
from contract_platform.settings import SettingsError, load


def test_a_password_matches_itself_only():
    passwords = bootstrap.Argon2Passwords()
    hashed = passwords.hash("口令")
    assert passwords.verify(hashed, "口令")
    assert not passwords.verify(hashed, "口令 ")
    assert not passwords.verify("no hash at all", "口令")


def test_a_name_nobody_has_costs_what_a_known_one_costs():
    passwords = bootstrap.Argon2Passwords()
    real, absent = passwords.hash("x").split("$"), passwords.absent.split("$")
    # the parameters stand in front of salt and hash, whose lengths are parameters too
    assert real[:4] == absent[:4]
    assert [len(part) for part in real[4:]] == [len(part) for part in absent[4:]]
    assert not passwords.verify(passwords.absent, "")


def test_a_password_is_the_same_from_every_keyboard():
    passwords = bootstrap.Argon2Passwords()
    assert passwords.verify(passwords.hash("Ａｂｃ！１２３"), "Abc!123")


def test_the_clock_is_in_utc_and_its_dates_are_shanghais():
    clock = bootstrap.SystemClock()
    assert clock.now().utcoffset() == timedelta(0)
    assert clock.today() == clock.now().astimezone(ZoneInfo("Asia/Shanghai")).date()


def test_a_profile_nobody_wrote_is_refused_with_those_there_are(tmp_path):
    settings = load({"DATA_DIR": str(tmp_path), "PROFILE": "atlantis"})
    with pytest.raises(SettingsError, match="licheng-provisional"):
        bootstrap.build(settings)


def test_ids_are_ordered_by_time(platform):
    made = [platform.new_id() for _ in range(100)]
    assert made == sorted(made)
    assert {key[14] for key in made} == {"7"}


def test_the_queue_is_the_one_of_the_settings():
    assert bootstrap.queue(load({"QUEUE_URL": "redis://127.0.0.1/0"})).url == "redis://127.0.0.1/0"


def test_a_logged_failure_shows_no_values_of_variables(settings, capsys):
    bootstrap.build(settings)

    def fail(password):
        raise ZeroDivisionError(len(password))

    try:
        fail("geheim")
    except ZeroDivisionError:
        structlog.get_logger().exception("failed")
    said = capsys.readouterr().out
    assert "ZeroDivisionError" in said
    assert "geheim" not in said.replace('fail("geheim")', "")
