"""What is sealed under the installation's secret opens for its own purpose and place only."""

import os
import stat

import pytest

from contract_platform.application.identity_ports import SealBrokenError
from storage.keys import NAME, KeysUnusableError, open_keys

PLAIN = "一段需要保密的内容".encode()


@pytest.fixture
def keys(tmp_path):
    return open_keys(tmp_path / "keys")


def test_what_was_sealed_opens_again_also_after_a_restart(keys, tmp_path):
    sealed = keys.seal("totp", "person-1", PLAIN)
    assert keys.open("totp", "person-1", sealed) == PLAIN
    assert open_keys(tmp_path / "keys").open("totp", "person-1", sealed) == PLAIN


def test_a_sealed_value_shows_nothing_and_never_looks_the_same_twice(keys):
    first, second = (keys.seal("totp", "person-1", PLAIN) for _ in range(2))
    assert first != second
    assert PLAIN not in first


@pytest.mark.parametrize(("purpose", "place"), [("phone", "person-1"), ("totp", "person-2"), ("totp", "")])
def test_a_sealed_value_does_not_open_for_another_purpose_or_place(keys, purpose, place):
    sealed = keys.seal("totp", "person-1", PLAIN)
    with pytest.raises(SealBrokenError):
        keys.open(purpose, place, sealed)


def test_every_changed_byte_breaks_the_seal(keys):
    sealed = keys.seal("totp", "person-1", PLAIN)
    for at in range(len(sealed)):
        changed = bytearray(sealed)
        changed[at] ^= 1
        with pytest.raises(SealBrokenError):
            keys.open("totp", "person-1", bytes(changed))


@pytest.mark.parametrize("sealed", [b"", b"\x01", b"\x01short", b"\x02" + b"x" * 40])
def test_what_was_never_sealed_does_not_open(keys, sealed):
    with pytest.raises(SealBrokenError):
        keys.open("totp", "person-1", sealed)


def test_another_installation_opens_nothing_and_digests_differently(keys, tmp_path):
    other = open_keys(tmp_path / "other")
    with pytest.raises(SealBrokenError):
        other.open("totp", "person-1", keys.seal("totp", "person-1", PLAIN))
    assert other.digest("name", "林知远") != keys.digest("name", "林知远")


def test_digests_recognise_equal_texts_within_one_purpose(keys):
    assert keys.digest("name", "林知远") == keys.digest("name", "林知远")
    assert len({keys.digest("name", "林知远"), keys.digest("name", "林知达"), keys.digest("phone", "林知远")}) == 3


def test_the_secret_is_readable_by_its_owner_only_and_made_once(keys, tmp_path):
    file = tmp_path / "keys" / NAME
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    before = file.read_bytes()
    open_keys(tmp_path / "keys")
    assert file.read_bytes() == before
    assert [path.name for path in file.parent.iterdir()] == [NAME]
    assert keys.digest("a", "b")


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o660])
def test_a_secret_that_others_can_read_is_not_used(keys, tmp_path, mode):
    assert keys
    (tmp_path / "keys" / NAME).chmod(mode)
    with pytest.raises(KeysUnusableError, match="chmod 600"):
        open_keys(tmp_path / "keys")


def test_a_damaged_secret_is_not_replaced_by_a_new_one(keys, tmp_path):
    assert keys
    file = tmp_path / "keys" / NAME
    os.truncate(file, 7)
    with pytest.raises(KeysUnusableError, match="backup"):
        open_keys(tmp_path / "keys")
    assert file.stat().st_size == 7
