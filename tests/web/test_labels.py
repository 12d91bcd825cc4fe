import inspect

import pytest

from contract_platform.analysis.kinds import _BY_RULE_CLASS, _CUES
from contract_platform.domain import form_vocabulary, submission_vocabulary, vocabulary, work_vocabulary
from contract_platform.domain.alert import ALERT
from contract_platform.domain.endorsement import ENDORSEMENT
from contract_platform.domain.filing import FILING
from contract_platform.domain.labels import ACTIONS, CATEGORIES, LABELS, RULE_CLASSES, label
from contract_platform.domain.lifecycle import LIFECYCLE, TRANSITIONS
from contract_platform.domain.obligation import OBLIGATION
from contract_platform.domain.supervision import SUPERVISION
from contract_platform.domain.task import TASK
from contract_platform.policy.profile import CLOCKS, load_profiles

KINDS = [
    kind
    for module in (vocabulary, submission_vocabulary, form_vocabulary, work_vocabulary)
    for _, kind in inspect.getmembers(module, inspect.isclass)
    if kind.__module__ == module.__name__ and issubclass(kind, vocabulary.Name) and kind is not vocabulary.Name
]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_member_has_words_and_no_words_are_left_over(kind):
    assert set(LABELS[kind.__name__]) == set(kind.__members__)


def test_every_act_of_every_table_has_words():
    tables = (LIFECYCLE, FILING, OBLIGATION, ALERT, ENDORSEMENT, SUPERVISION, TASK)
    named = {row.action for table in tables for row in table.transitions if row.source is not None}
    assert len(named) > 40
    assert named - set(ACTIONS) == set()


def test_every_clock_of_the_lifecycle_has_words():
    assert (CLOCKS | {row.clock for row in TRANSITIONS if row.clock}) - set(LABELS["Clock"]) == set()


def test_every_filing_target_of_every_profile_has_words():
    assert {one.target for profile in load_profiles() for one in profile.filing_targets} <= set(LABELS["FilingTarget"])


def test_every_class_analysis_gives_has_words():
    assert {cue.kind.contract_class for cue in _CUES} | set(_BY_RULE_CLASS.values()) <= set(CATEGORIES)
    assert {cue.kind.rule_class for cue in _CUES} | set(_BY_RULE_CLASS) <= set(RULE_CLASSES)


def test_words_are_two_and_differ():
    pairs = [words for members in (*LABELS.values(), CATEGORIES, RULE_CLASSES) for words in members.values()]
    assert [pair for pair in pairs if not all(pair) or pair[0] == pair[1]] == []


def test_what_has_no_words_is_shown_as_it_is():
    assert label("State", "DRAFTING") == ("起草中", "Drafting")
    assert label("State", "NOWHERE") == ("NOWHERE", "NOWHERE")
