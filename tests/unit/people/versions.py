"""Ways to draft, ask for, replay and publish a version of the policy in a staffed district."""

import copy
from datetime import date

from contract_platform.application import draft_policy as d
from contract_platform.application.policy_commands import DraftSaved, PublicationAsked, ReplayAsked
from contract_platform.application.publish_policy import ask_publication
from contract_platform.application.read_policy import read_policy
from contract_platform.application.replay_policy import read_replay, replay_policy

TODAY = date(2026, 3, 2)
APRIL = date(2026, 4, 1)
PAPER = "望政办〔2026〕5号"


def with_review_days(days):
    def change(content):
        content["clocks"]["REVIEW"]["days"] = days

    return change


def drafted(staffed, *changes, day=APRIL, basis=PAPER, name="system"):
    """A draft with some changes, saved."""
    view = d.open_draft(staffed.platform, staffed.actor(name))
    return saved(staffed, view, *changes, day=day, basis=basis, name=name)


def saved(staffed, view, *changes, day=APRIL, basis=PAPER, name="system"):
    content = copy.deepcopy(view.content)
    for change in changes:
        change(content)
    command = DraftSaved(content=content, effective_from=day, basis=basis)
    return d.save_draft(staffed.platform, staffed.actor(name), view.draft.id, command, revision=view.draft.revision)


def asked(staffed, view, name="system"):
    return ask_publication(staffed.platform, staffed.actor(name), view.draft.id, PublicationAsked(reason="区政府文件"))


def replayed(staffed, name="security", **of):
    return replay_policy(staffed.platform, staffed.actor(name), ReplayAsked(**of))


def published(staffed, *changes, **about):
    """A version that has gone the whole way."""
    change = asked(staffed, drafted(staffed, *changes, **about))
    replayed(staffed, change_id=change.id)
    return staffed.decide("security", change)


def values(staffed, name="handler", version=None):
    return {one.name: one for one in read_policy(staffed.platform, staffed.actor(name), version).entries}


def rows(staffed, replay, name="security", **wanted):
    return read_replay(staffed.platform, staffed.actor(name), replay.id, **wanted)


def effects(staffed, replay, contract_id, name="security"):
    found = rows(staffed, replay, name).rows
    return {one.item: (one.before, one.after) for row in found if row.contract_id == contract_id for one in row.effects}
