"""Twelve ways to tamper with the database or the checkpoint files behind the platform's back; it then exports itself.

Who does it writes to every table and recomputes hashes as well as the platform does, but does not have its key; with
the key (``fork``) only checkpoints that somebody kept elsewhere help.
"""

import random

import pytest

from contract_platform.application.checkpoint_trace import checkpoint_trace
from contract_platform.domain.checkpoint import hashes_of
from contract_platform.trace_verifier import verify
from tests.unit.trace.ledger import ENTRIES, STEPS, Spot, holds, signed_by_another

FALSE = b'{"note":"\xe6\x94\xb9","to":"READY_TO_SIGN"}'


def edit_body(tampering, spot):
    tampering.set(spot.at, data=FALSE)
    return {"first_bad": spot.at}


def edit_time(tampering, spot):
    tampering.set(spot.at, **{spot.chance.choice(["recorded_at", "event_time"]): "2025-12-31 23:59:59.000000"})
    return {"first_bad": spot.at}


def delete_last(tampering, _):
    tampering.sql.execute("DELETE FROM events WHERE seq = ?", (ENTRIES,))
    return {"first_bad": ENTRIES, "missing": [(ENTRIES, ENTRIES)]}


def delete_middle(tampering, spot):
    last = min(spot.at + spot.chance.randrange(3), ENTRIES - 1)
    tampering.sql.execute("DELETE FROM events WHERE seq BETWEEN ? AND ?", (min(spot.at, last), last))
    return {"first_bad": min(spot.at, last), "missing": [(min(spot.at, last), last)]}


def insert(tampering, spot):
    tampering.shift(spot.at)
    tampering.copy(spot.at + 1, spot.at, "forged")
    tampering.set(spot.at, data=FALSE)
    tampering.reseal(spot.at)
    return {"first_bad": spot.at}


def swap(tampering, spot):
    other = spot.chance.choice([seq for seq in range(1, ENTRIES + 1) if seq != spot.at])
    for source, target in ((spot.at, -1), (other, spot.at), (-1, other)):
        tampering.sql.execute("UPDATE events SET seq = ? WHERE seq = ?", (target, source))
    return {"first_bad": min(spot.at, other)}


def repeat(tampering, spot):
    at = min(spot.at, ENTRIES - 1)  # behind the last entry it would be the next one, as the platform writes it
    tampering.shift(at + 1)
    tampering.copy(at, at + 1, "again")
    tampering.reseal(at + 1)
    return {"first_bad": at + 1}


def truncate(tampering, spot):
    end = spot.chance.choice(STEPS[:-1])
    tampering.sql.execute("DELETE FROM events WHERE seq > ?", (end,))
    return {"first_bad": end + 1, "missing": [(end + 1, ENTRIES)]}


def rewrite_tail(tampering, spot):
    tampering.set(spot.at, data=FALSE)
    tampering.reseal(spot.at)
    return {"first_bad": spot.at}


def fork(tampering, spot):
    rewrite_tail(tampering, spot)
    for number, end in enumerate(STEPS, 1):
        if end >= spot.at:
            tampering.checkpoint(number).unlink()
    assert checkpoint_trace(tampering.platform, at_once=True) == 1
    return {"first_bad": spot.at, "kind": "fork"}


def replace_checkpoint(tampering, spot):
    number = spot.chance.randrange(1, len(STEPS) + 1)
    file = tampering.checkpoint(number)
    record = file.read_bytes()
    file.unlink()
    newest = number == len(STEPS)  # gone, it would be signed again over the same trace
    way = spot.chance.randrange(3 if newest else 4)
    if way == 0:
        file.write_bytes(signed_by_another(record, tampering.folder / "other"))
    elif way == 1:
        file.write_bytes(record.replace(b"time 20", b"time 21"))
    elif way == 2:
        wrong = spot.chance.choice(hashes_of(record)).hex().encode()
        file.write_bytes(record.replace(wrong, wrong[::-1]))
    return {"checkpoint": number}


def event_without_row(tampering, spot):
    seq, key = spot.chance.choice(
        tampering.sql.execute("SELECT seq, object_id FROM events WHERE type = 'version.added'").fetchall()
    )
    if spot.chance.random() < 1 / 2:
        tampering.sql.execute("DELETE FROM versions WHERE id = ?", (key,))
        return {"first_bad": seq, "kind": "event_without_row"}
    tampering.add_row("versions", key, "added")
    return {"kind": "row_without_event", "detail": "version/added"}


CLASSES = (
    edit_body, edit_time, delete_last, delete_middle, insert, swap, repeat, truncate, rewrite_tail, fork,
    replace_checkpoint, event_without_row,
)  # fmt: skip


def tamper(tamper_with, copies, traced, folder, rounds):
    for number in range(rounds):
        chance = random.Random(f"{tamper_with.__name__}/{number}")
        tampering = copies()
        expected = tamper_with(tampering, Spot(chance))
        target = tampering.export(folder / f"{number}.zip")
        witness = traced[1] / "checkpoints"
        if tamper_with is fork:
            assert verify(target).ok  # whoever has the key can write history anew …
        holds(verify(target, witness=witness if tamper_with is fork else None), expected)  # … but not what others kept


@pytest.mark.parametrize("tamper_with", CLASSES)
def test_tampering_is_found_at_its_place(tamper_with, copies, traced, tmp_path):
    tamper(tamper_with, copies, traced, tmp_path, 10)


@pytest.mark.long
@pytest.mark.parametrize("tamper_with", CLASSES)
def test_tampering_is_found_at_a_hundred_places(tamper_with, copies, traced, tmp_path):
    tamper(tamper_with, copies, traced, tmp_path, 100)
