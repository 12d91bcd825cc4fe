import shutil
from datetime import date
from pathlib import Path

import pytest

from contract_platform.policy import profile as profiles
from contract_platform.policy.profile import load_profiles, pinned, profile_on

GROUND = "cn-overlay.toml"
HEAD = """
id = "here"
version = "{version}"
name = "此地"
effective_from = {first}
{last}
on = "cn-overlay@2026.1"
"""


@pytest.fixture
def folder(tmp_path):
    shutil.copy(Path(profiles.FOLDER) / GROUND, tmp_path)
    return tmp_path


def place(folder, *, version="1", first="2024-01-01", last="", more=""):
    head = HEAD.format(version=version, first=first, last=f"effective_to = {last}" if last else "")
    (folder / f"here-{version}.toml").write_text(head + more, "utf-8")
    return folder


def edited(folder, before, after):
    text = (folder / GROUND).read_text("utf-8")
    assert before in text
    (folder / GROUND).write_text(text.replace(before, after, 1), "utf-8")
    return folder


def test_a_profile_takes_over_what_it_does_not_state(folder):
    own = '[clocks.REVIEW]\ndays = 3\nunit = "working"\nbasis = "此地"\nprovenance = "verified"\n'
    here = pinned(load_profiles(place(folder, more=own)), "here@1")
    assert (here.clock("REVIEW").days, here.clock("INTAKE").days) == (3, 2)
    assert (here.name, here.on) == ("此地", "cn-overlay@2026.1")


def test_own_routing_rules_replace_the_whole_list(folder):
    own = '[[routing.major]]\nrule = "一"\nwhen = { over_yuan = 5 }\nbasis = "此地"\nprovenance = "verified"\n'
    here = pinned(load_profiles(place(folder, more=own)), "here@1")
    assert [rule.rule for rule in here.routing.major] == ["一"]
    assert len(here.routing.exempt) == 3


def test_versions_follow_each_other(folder):
    place(folder, version="1", last="2026-06-30")
    found = load_profiles(place(folder, version="2", first="2026-07-01"))
    keys = [profile_on(found, "here", day).key for day in (date(2026, 6, 30), date(2026, 7, 1))]
    assert keys == ["here@1", "here@2"]


@pytest.mark.parametrize("last", ["", "2026-07-01"])
def test_versions_in_force_on_the_same_day_refuse(folder, last):
    place(folder, version="1", last=last)
    with pytest.raises(ValueError, match="here@1 and here@2 are in force on the same day"):
        load_profiles(place(folder, version="2", first="2026-07-01"))


def test_the_same_version_twice_refuses(folder):
    place(folder)
    shutil.copy(folder / "here-1.toml", folder / "copy.toml")
    with pytest.raises(ValueError, match="same id and version"):
        load_profiles(folder)


@pytest.mark.parametrize("ground", ["nowhere@1", "here@1"])
def test_a_ground_that_is_missing_or_circular_refuses(folder, ground):
    place(folder)
    file = folder / "here-1.toml"
    file.write_text(file.read_text("utf-8").replace("cn-overlay@2026.1", ground), "utf-8")
    with pytest.raises(ValueError, match="missing or stands on it"):
        load_profiles(folder)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('name = "', 'nickname = "x"\nname = "'),
        ("days = 2\n", "days = 2\nnotes = 1\n"),
        ("days = 2\n", "days = 0\n"),
        ("days = 2\n", 'days = "2"\n'),
        ('unit = "working"', 'unit = "weeks"'),
        ('provenance = "default"', 'provenance = "certain"'),
        ('provenance = "default"', ""),
        ("[clocks.REVIEW]", "[clocks.REVUE]"),
        ("[numbers.filing]", "[numbers.files]"),
        ("[warning_windows.FILING]", "[warning_windows.FILLING]"),
        ("when = { gov_party = true }", "when = {}"),
        ("when = { gov_party = true }", "when = { goverment = true }"),
        ("when = { gov_party = true }", 'when = { category = ["17"] }'),
        ("{yyyy}", ""),
        ("{seq:4}", "{seq:4}{seq:4}"),
        ("{seq:4}", "{seq:4}{month}"),
        ('level = "YELLOW", before = 2', 'level = "YELLOW", before = -2'),
        ('level = "ORANGE"', 'level = "YELLOW"'),
        ('target = "FINANCE"', 'target = "JUSTICE_BUREAU"'),
        ("17:30:00", '"half past five"'),
        ("effective_from = 2024-01-01", "effective_from = 2024-01-01\neffective_to = 2023-01-01"),
        ("effective_from = 2024-01-01", 'effective_from = "soon"'),
        ("[scope.bodies]", "[scope.people]"),
        ('"GOVERNMENT", "DEPARTMENT"', '"GOVERNMENT", "COURT"'),
        ("[opinions.DISAPPROVE]", "[opinions.REFUSE]"),
        ('reaction = "AMEND"', 'reaction = "SIGN"'),
        ('label = "不同意"', 'label = "同意"'),
        ("[suspension.SURVEY]", "[suspension.HOLIDAY]"),
        ('every = "quarter"\ndays = 10', 'every = "quarter"'),
        ('by = "03-31"', 'by = "03-31"\ndays = 3'),
        ('by = "03-31"', 'by = "02-30x"'),
        ('tier = "MAJOR"\n', ""),
        ("percent = 10\n", "percent = 0\n"),
        ("[limits.BOND_SHARE]", "[limits.BOND]"),
        ('members = ["ADMIN_SEAL", "CONTRACT_SEAL"]', "members = []"),
    ],
)
def test_a_file_that_is_wrong_refuses(folder, before, after):
    with pytest.raises(ValueError, match="cn-overlay"):
        load_profiles(edited(folder, before, after))


OWN_MATERIAL = """
[materials.PARTY_PROOF]
title = "营业执照"
need = "REQUIRED"
basis = "此地"
provenance = "verified"
"""


def test_an_item_of_the_list_is_replaced_where_it_stands(folder):
    here = pinned(load_profiles(place(folder, more=OWN_MATERIAL)), "here@1")
    assert [*here.materials][:3] == ["DRAFT_TEXT", "PARTY_PROOF", "AUTHORITY"]
    assert here.materials["PARTY_PROOF"].title == "营业执照"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('need = "REQUIRED"', 'need = "SOMETIMES"'),
        ('need = "REQUIRED"', 'need = "REQUIRED"\nusual_reasons = ["无"]'),
        ('need = "REQUIRED"', 'need = "REQUIRED"\nwhen = [{}]'),
        ('need = "REQUIRED"', 'need = "REQUIRED"\nwhen = [{ category = ["17"] }]'),
        ('need = "REQUIRED"', 'need = "REQUIRED"\nnote = "未知的键"'),
        ("PARTY_PROOF", "party_proof"),
    ],
)
def test_an_item_that_says_what_no_item_can_refuses_to_load(folder, before, after):
    own = OWN_MATERIAL.replace(before, after)
    with pytest.raises(ValueError, match="profile here"):
        load_profiles(place(folder, more=own))
