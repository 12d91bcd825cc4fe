"""Every value of every profile has words on the policy page, in both languages."""

import re
from pathlib import Path

import pytest

from contract_platform.domain.labels import LABELS
from contract_platform.policy.entries import GROUPS, entries
from contract_platform.policy.profile import load_profiles

TEXTS = Path(__file__).parents[2] / "frontend" / "src" / "i18n"
LABELLED = {
    "clocks": "Clock",
    "suspension": "SuspensionReason",
    "opinions": "Conclusion",
    "warning_windows": "AlertKind",
    "limits": "LegalLimit",
    "disputes": "DisputePeriod",
}
NAMED_BY_ITSELF = {"filing_targets", "materials", "parameters"}
ENTRIES = [entry for profile in load_profiles() for entry in entries(profile)]


def block(language, name):
    """The lines of one object of the texts."""
    text = (TEXTS / f"policy.{language}.ts").read_text("utf-8")
    found = re.search(rf"^    {name}: \{{\n(.*?)^    \}},", text, re.DOTALL | re.MULTILINE)
    assert found, f"{language}: {name}"
    return set(re.findall(r"(\w+):", found[1]))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_group_that_holds_values_is_named(language):
    assert {entry.group for entry in ENTRIES} <= block(language, "group")
    assert {entry.group for entry in ENTRIES} <= set(GROUPS)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_value_is_named(language):
    others = {entry.section for entry in ENTRIES if entry.group not in {*LABELLED, *NAMED_BY_ITSELF}}
    missing = {section for section in others if not set(section.split(".")) <= block(language, "item")}
    assert missing == set()


def test_values_that_are_labelled_have_labels():
    missing = {
        entry.name
        for entry in ENTRIES
        if entry.group in LABELLED and entry.name.partition(".")[2] not in LABELS[LABELLED[entry.group]]
    }
    assert missing == set()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_field_that_is_edited_has_a_name(language):
    fields = {name for entry in ENTRIES for name in entry.value if name != "period"}
    assert fields <= block(language, "field")
