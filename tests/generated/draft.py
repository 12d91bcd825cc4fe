"""A contract being written: its facts, its habits, and what has been said so far."""

import re
from datetime import date
from typing import Any

import msgspec

from tests.generated.bank import Kind
from tests.generated.blocks import Table
from tests.generated.chance import Chance
from tests.generated.habits import Habits
from tests.generated.names import Body, Place
from tests.generated.numerals import counting
from tests.generated.truth import Dispute, Payment, Risk

COUNTED = re.compile(r"([dwmyp])(\d+)")


class Schedule(msgspec.Struct, kw_only=True):
    """The dates, the sentence of the term and the words in it that have to be found."""

    signed: date | None
    shown_signed: date  # written where a date is written, also if no signature carries it
    start: date | None = None
    end: date | None = None
    sentence: str = ""
    cores: list[str] = []
    years: int = 0


class Side:
    """A party as the contract speaks of it."""

    def __init__(self, letter: str, role: str, body: Body) -> None:
        self.letter = letter  # 甲方
        self.role = role  # 采购人; the same as the letter where there is no other word
        self.body = body
        self.called = letter  # what the articles call it
        self.uscc: str | None = body.uscc or None  # as written in this document


class Draft:
    """What every writer of a part of the document reads and adds to."""

    def __init__(self, chance: Chance, kind: Kind, habits: Habits, place: Place, sides: list[Side]) -> None:
        self.chance = chance
        self.kind = kind
        self.habits = habits
        self.place = place
        self.sides = sides
        self.planted: set[str] = set()  # rules to plant, decided before writing
        self.near: list[str] = []  # rules whose near misses are to be told
        self.risks: list[Risk] = []
        self.near_misses: list[Risk] = []
        self.tolerated: set[str] = set()
        self.payments: list[Payment] = []
        self.blanks = [0, 0]
        self.annexes: list[str] = []  # titles, in order
        self.annexes_in_words = chance.maybe(0.33)
        self.tables: dict[str, Table] = {}
        self.slots: dict[str, str] = {}
        self.total = 0  # fen
        self.other_total = 0  # where the words say another sum
        self.dispute = Dispute(method="none", body=None)
        self.title = ""
        self.number: str | None = None  # None: no such line; empty: a line without a number
        self.cover_date: date | None = None
        self.signature_dates: list[date] = []
        self.date_label = "日期"
        self.award_date = date.min
        self.layout: list[str] = []  # what was chosen for the front and the signatures
        self.codes_at_end = False  # the codes stand beside the signatures only
        self.schedule = Schedule(signed=None, shown_signed=date.min)

    @property
    def rule_class(self) -> str:
        return self.kind.rule_class

    def annex_number(self, at: int) -> str:
        """附件1 or 附件一, the same way throughout."""
        return counting(at) if self.annexes_in_words else str(at)

    def say(self, template: str, **extra: str) -> str:
        """The template with alternatives decided and slots filled."""
        return self.chance.unfold(template).format_map(_Slots(self, extra))

    def sentence(self, options: list[str], **extra: str) -> str:
        return self.say(self.chance.pick(options), **extra)

    def has(self, rule: str) -> bool:
        return rule in self.planted

    def plant(self, rule: str, evidence: str, *also: str) -> None:
        """Record that the risk is there now."""
        self.risks.append(Risk(rule=rule, evidence=evidence))
        self.tolerated.update(also)


class _Slots(dict[str, str]):
    def __init__(self, draft: Draft, extra: dict[str, str]) -> None:
        super().__init__(_fixed(draft) | draft.slots | extra)
        self._draft = draft

    def __missing__(self, key: str) -> str:
        found = COUNTED.fullmatch(key)
        if not found:
            raise KeyError(key)
        habits, number = self._draft.habits, int(found[2])
        match found[1]:
            case "d":
                return habits.period(number)
            case "w":
                return habits.period(number, working=True)
            case "m":
                return habits.months(number)
            case "y":
                return habits.years(number)
            case _:
                return habits.share(number)


def _fixed(draft: Draft) -> dict[str, Any]:
    place, first, second = draft.place, draft.sides[0], draft.sides[1]
    return {
        "A": first.called,
        "B": second.called,
        "gov": first.body.name,
        "city": place.city,
        "seat": place.city.removesuffix("市"),
        "place": place.district,
        "town": place.town,
        "rate": str(draft.kind.rate),
    }
