"""The tables are sane, whoever edits them next."""

import pytest

from contract_platform.application.commands import ACTIONS
from contract_platform.domain import (
    alert,
    correction,
    deviation,
    endorsement,
    filing,
    obligation,
    supervision,
    task,
)
from contract_platform.domain.access import ACCESS, ALLOWED
from contract_platform.domain.labels import LABELS
from contract_platform.domain.lifecycle import AUTOMATIC, LIFECYCLE, PAUSES, TASKLESS, clocks_in, taker
from contract_platform.domain.vocabulary import Role, State

MACHINES = [
    correction.CORRECTION,
    LIFECYCLE, filing.FILING, obligation.OBLIGATION, alert.ALERT, endorsement.ENDORSEMENT, supervision.SUPERVISION,
    task.TASK, deviation.DEVIATION,
]  # fmt: skip
ENTRY = {"filing": "DUE", "deviation": "KNOWN"}  # opened by a signing or a statement, not by an act of the table


def reached(machine):
    found = {row.target for row in machine.transitions if row.source is None} | {ENTRY.get(machine.name, "")}
    while True:
        further = {row.target for row in machine.transitions if row.source in found} - found
        if not further:
            return found - {""}
        found |= further


@pytest.mark.parametrize("machine", MACHINES, ids=lambda machine: machine.name)
def test_every_state_of_the_table_is_reached_and_only_the_ends_lead_nowhere(machine):
    states = {name for row in machine.transitions for name in (row.source, row.target) if name is not None}
    unreached = {"NOT_REQUIRED"} if machine.name == "filing" else set()
    assert states - reached(machine) == set()
    dead = {state for state in states if not machine.rows(state)}
    assert dead | unreached == set(machine.terminal)


@pytest.mark.parametrize("machine", MACHINES, ids=lambda machine: machine.name)
def test_every_guard_and_condition_named_exists_and_is_used(machine):
    guards = {name for row in machine.transitions for name in row.guards}
    conditions = {name for row in machine.transitions for name in row.when}
    assert guards == set(machine.guards)
    assert conditions == set(machine.conditions)
    assert all(guard.basis for guard in machine.guards.values())


def test_every_contract_state_is_in_the_table():
    assert reached(LIFECYCLE) == set(State)


def test_every_act_has_a_word_in_both_languages():
    acts = {row.action for machine in MACHINES for row in machine.transitions}
    unspoken = {
        "propose",
        "create",
        "raise",
        "fall_due",
        "ask",
        "open",
        "name",
    }  # the system's own beginnings have no button
    assert acts - unspoken - set(LABELS["Action"]) == set()


def test_every_act_a_person_can_ask_for_is_in_the_table():
    offered = {row.action for row in LIFECYCLE.transitions if row.roles != (Role.SYSTEM,)}
    without_form = {"register", "register_existing", "correct"}
    assert offered - without_form == ACTIONS


def test_no_clock_runs_out_without_a_way_on():
    for state in State:
        for clock in clocks_in(state):
            assert [row for row in LIFECYCLE.rows(state) if row.clock == clock and row.target != state], (state, clock)


def test_a_paused_clock_runs_on_in_some_state_the_pause_leads_to():
    for state, names in PAUSES.items():
        targets = {row.target for row in LIFECYCLE.rows(state)}
        assert names <= frozenset().union(*(clocks_in(State(target)) for target in targets)), state


def test_every_waiting_state_is_somebodys_task():
    waiting = {state for state in State if state not in TASKLESS}
    assert {state for state in waiting if taker(state) is None} == set()
    assert all(taker(state) is None for state in TASKLESS)


def test_automatic_acts_are_the_systems_alone():
    assert {row.roles for row in LIFECYCLE.transitions if row.action in AUTOMATIC} == {(Role.SYSTEM,)}


def test_rows_of_one_act_are_told_apart_by_their_conditions():
    for row in LIFECYCLE.transitions:
        twins = [twin for twin in LIFECYCLE.rows(row.source, row.action) if twin is not row and row.source is not None]
        for twin in twins:
            assert twin.when != row.when, (row.source, row.action)


def test_whoever_may_act_on_the_table_may_act_at_all_and_nobody_else():
    acting = {role for row in LIFECYCLE.transitions for role in row.roles} - {Role.SYSTEM}
    assert acting == ALLOWED["contract.act"]


def test_operations_are_named_once():
    assert len(ALLOWED) == len(ACCESS)
