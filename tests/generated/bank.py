"""The phrase bank in ``phrases/``: kinds of contracts, clauses, sentences that carry facts, risks and near misses."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

FOLDER = Path(__file__).parent / "phrases"


class Kind(msgspec.Struct, frozen=True, kw_only=True):
    """A kind of contract; ``rule_class`` is the class the rules route by."""

    rule_class: str = msgspec.field(name="class")
    share: float
    laws: str
    titles: list[str]
    offices: list[str]
    trades: list[str]
    roles: list[list[str]]
    things: list[str]
    subject: list[str]
    subject_more: list[str]
    subject_headings: list[str]
    outline: list[str]  # categories in order; "name?40" stands in 40 of 100 documents
    low: int  # yuan
    high: int
    rate: int  # value-added tax, percent
    units: list[str] = []


class RiskText(msgspec.Struct, frozen=True, kw_only=True):
    """A rule whose risk is a sentence."""

    into: str  # category of the article that takes the sentence
    how: str = "add"  # or "replace": the article says nothing else
    classes: list[str] = []  # empty: any
    excluded: list[str] = msgspec.field(default_factory=list, name="not")
    roles: str = ""  # only in contracts that speak of this role
    plant: list[str]
    near: list[str] = []
    also: list[str] = []
    method: str = ""  # how disputes are settled where the sentence stands

    def fits(self, rule_class: str) -> bool:
        return rule_class not in self.excluded and (not self.classes or rule_class in self.classes)


@cache
def _merged(folder: str) -> dict[str, Any]:
    tables: dict[str, Any] = {}
    for path in sorted((FOLDER / folder).glob("*.toml")):
        tables |= tomllib.loads(path.read_text("utf-8"))
    return tables


@cache
def facts() -> dict[str, Any]:
    return tomllib.loads((FOLDER / "facts.toml").read_text("utf-8"))


@cache
def kinds() -> dict[str, Kind]:
    return msgspec.convert(_merged("kinds"), dict[str, Kind])


@cache
def risks() -> dict[str, RiskText]:
    return msgspec.convert(_merged("risks"), dict[str, RiskText])


@cache
def clauses() -> dict[str, Any]:
    return _merged("clauses")


def clause(category: str, rule_class: str) -> dict[str, list[str]]:
    """Headings, leads and further sentences of a category; what the class says for itself wins, ``more`` adds up."""
    return _own_or_general(clauses()[category], rule_class)


def fact(name: str, rule_class: str) -> dict[str, Any]:
    """The sentences of a fact, those of the class before the general ones."""
    return _own_or_general(facts()[name], rule_class)


def _own_or_general(table: dict[str, Any], rule_class: str) -> dict[str, Any]:
    general: dict[str, Any] = {key: value for key, value in table.items() if not isinstance(value, dict)}
    own: dict[str, Any] = table.get(rule_class, {})
    return general | own


def headings(listed: list[str]) -> list[tuple[str, list[str]]]:
    """Headings with the other categories a reader could give them: ``交货地点 @place_method``."""
    return [(text.split(" @")[0], text.split(" @")[1].split(",") if " @" in text else []) for text in listed]
