"""Everybody sees exactly the menu, the pages and the buttons that the access table opens to their post."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from contract_platform.demo.district import PEOPLE
from contract_platform.domain.access import ALLOWED
from contract_platform.domain.labels import LABELS
from contract_platform.domain.vocabulary import Role
from tests.browser.conftest import ROOT, SignIn

pytestmark = pytest.mark.browser

SOURCE = ROOT / "frontend" / "src"
ENTRY = re.compile(r"\{ name: '(\w+)', operation: '([\w.]+)'(?:, role: '(\w+)')?")
SPREAD = re.compile(r"\.\.\.(\w+)")
PAIR = re.compile(r"(\w+): '([^']*)'")
ROUTE = re.compile(r"path: '([\w-]+)(?:/:[^']*)?', name: '(\w+)'")
AUDIT = re.compile(r"\.\.\.\[([^\]]+)\]\.map\(\(which\)")
REFUSED = "您的岗位没有此项权限"
CONTRACTS = 3  # contracts looked at by each person
HOLDERS = {role: member.username for member in reversed(PEOPLE) for role, _ in member.posts}
ROLES = tuple(role for role in Role if role is not Role.SYSTEM)


def words(part: str) -> dict[str, str]:
    """The Chinese words of one part of the pages."""
    found = re.search(rf"\n  {part}: \{{(.*?)\n  \}},", (SOURCE / "i18n" / "zh.ts").read_text("utf-8"), re.DOTALL)
    assert found, part
    return dict(PAIR.findall(found[1])) | {key: word for name in SPREAD.findall(found[1]) for key, word in lent(name)}


def lent(name: str) -> list[tuple[str, str]]:
    """Words that another file adds to a part."""
    for file in sorted((SOURCE / "i18n").glob("*.zh.ts")):
        found = re.search(rf"export const {name} = \{{(.*?)\}}", file.read_text("utf-8"), re.DOTALL)
        if found:
            return PAIR.findall(found[1])
    raise AssertionError(name)


def paths() -> dict[str, str]:
    """The address of each page of the menu."""
    text = (SOURCE / "router.ts").read_text("utf-8")
    lists = AUDIT.search(text)
    assert lists
    return {name: f"/{path}" for path, name in ROUTE.findall(text)} | {
        name: f"/audit/{name}" for name in re.findall(r"'(\w+)'", lists[1])
    }


def entries(role: Role) -> tuple[list[str], list[str]]:
    """The entries of the menu that the access table opens to a role, and the others."""
    shown: list[str] = []
    hidden: list[str] = []
    for name, operation, only in ENTRY.findall((SOURCE / "shell" / "menu.ts").read_text("utf-8")):
        roles = ALLOWED[operation]
        open_to_me = (not roles or role in roles) and (not only or only == role)
        (shown if open_to_me else hidden).append(name)
    return shown, hidden


@pytest.fixture
def enter(sign_in: SignIn) -> Callable[[Role], Page]:
    """Signs somebody of a role in."""

    def open_page(role: Role) -> Page:
        return sign_in(HOLDERS[role])

    return open_page


def fetched(page: Page, path: str) -> Any:
    """What the API answers to the person."""
    return page.evaluate("path => fetch(path).then(answer => answer.json())", f"/api/v1{path}")


@pytest.mark.parametrize("role", ROLES)
def test_the_menu_and_the_pages_are_those_of_the_access_table(role: Role, enter: Callable[[Role], Page]) -> None:
    page = enter(role)
    shown, hidden = entries(role)
    names, addresses = words("menu"), paths()
    links = page.get_by_role("navigation", name="主菜单").get_by_role("link")
    expect(links).to_have_count(len(shown))
    assert [re.sub(r"\s*\d+\+?$", "", text).strip() for text in links.all_inner_texts()] == [
        names[one] for one in shown
    ]
    assert [link.get_attribute("href") for link in links.all()] == [addresses[one] for one in shown]
    for name in hidden:
        page.goto(addresses[name])
        expect(page.get_by_role("heading", name=REFUSED)).to_be_visible()


@pytest.mark.parametrize("role", [role for role in ROLES if role in ALLOWED["contract.read"]])
def test_the_buttons_of_a_contract_are_those_that_are_open(role: Role, enter: Callable[[Role], Page]) -> None:
    page = enter(role)
    rows = fetched(page, "/contracts?limit=200")["rows"]
    by_state = {row["state"]: row["id"] for row in reversed(rows)}
    for contract_id in list(by_state.values())[:CONTRACTS]:
        detail = fetched(page, f"/contracts/{contract_id}")
        page.goto(f"/contracts/{contract_id}")
        buttons = page.locator(".acts button")
        expect(buttons).to_have_count(len(detail["actions"]))
        wanted = sorted(LABELS["Action"][one["action"]][0] for one in detail["actions"])
        assert sorted(text.strip() for text in buttons.all_inner_texts()) == wanted
        for tab, operation, button in (
            ("documents", "document.add", words("document")["add"]),
            ("obligations", "obligation.create", words("obligation")["add"]),
        ):
            page.goto(f"/contracts/{contract_id}?tab={tab}")
            page.get_by_role("tab", selected=True).wait_for()
            expect(page.get_by_role("button", name=button, exact=True)).to_have_count(
                int(operation in detail["operations"])
            )


def test_every_role_is_somebodys() -> None:
    assert set(HOLDERS) == set(ROLES)
    assert len(ENTRY.findall((SOURCE / "shell" / "menu.ts").read_text("utf-8"))) >= 10
