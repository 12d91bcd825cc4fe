"""The facts of a contract, settled before a word is written: kind, parties, dates, price, numbers, what to plant."""

from datetime import timedelta

import msgspec

from tests.generated import bank, planting, price_articles
from tests.generated.chance import Chance
from tests.generated.draft import Draft
from tests.generated.habits import habits
from tests.generated.names import ELSEWHERE, FANCIES, ROADS, place
from tests.generated.schedule import schedule
from tests.generated.sides import settle_codes, sides

NUMBERS = (
    "{abc}CG-{year}-{n:03}",
    "{c}采合〔{year}〕{n}号",
    "HT{year}{n:05}",
    "[{year}]第{n:03}号",
    "{c}政合字{year}-{n:03}",
    "{abc}-{year}-{abc}-{n:04}",
)


def new_draft(chance: Chance) -> tuple[Draft, str]:
    """A draft whose facts are decided, and the name of its kind."""
    name = chance.weighted({name: kind.share for name, kind in bank.kinds().items()})
    kind = bank.kinds()[name]
    where = place(chance)
    manner = habits(chance)
    if kind.rule_class == "WORKS":  # 日历天 of the works beside 工作日 would be a mixture
        manner = msgspec.structs.replace(manner, working_days=False)
    planted = planting.chosen(chance, kind.rule_class)
    draft = Draft(chance, kind, manner, where, sides(chance, kind, where, planted))
    if draft.sides[0].called != "甲方":
        planted -= {rule for rule in planted if rule in bank.risks() and bank.risks()[rule].roles}
    draft.planted = planted
    draft.near = planting.chosen_near(chance, draft)
    _settle_slots(draft)
    settle_codes(draft)
    draft.schedule = schedule(draft)
    draft.slots["years"] = str(draft.schedule.years)
    draft.award_date = draft.schedule.shown_signed - timedelta(days=chance.number(8, 25))
    draft.total = price_articles.settle_price(draft)
    return draft, name


def _settle_slots(draft: Draft) -> None:
    chance, kind = draft.chance, draft.kind
    thing = chance.pick(kind.things)
    where = chance.pick((draft.place.district, draft.place.town))
    draft.title = chance.pick(kind.titles).format(thing=thing, where=where)
    contract = "协议" if "协议" in draft.title else "合同"
    draft.slots = {
        "C": f"本{contract}",
        "thing": thing,
        "subject": f"{thing}{'项目' if chance.maybe(0.4) else ''}",
        "elsewhere": chance.pick(ELSEWHERE),
        "count": str(chance.number(3, 18)),
        "area": f"{chance.number(60, 9800)}",
        "road": chance.pick(ROADS),
        "door": str(chance.number(1, 288)),
        "use": chance.pick(("餐饮经营", "便民零售", "办公", "文化展示")),
        "plot": f"{chance.pick('ABCD')}-{chance.number(1, 40):02}-{chance.number(1, 20):02}",
        "bond": f"{chance.number(1, 20) * 5000:,}",
        "last": f"{chance.number(1000, 9999)}",
        "project": f"YT{chance.number(2025, 2026)}-{chance.number(100, 999)}",
        "stranger": f"{draft.place.city.removesuffix('市')}{chance.pick(FANCIES)}贸易有限公司",
    }
    kept = chance.weighted({"given": 8, "none": 1.6, "blank": 0.6})
    draft.number = {"given": _number(draft), "none": None, "blank": ""}[kept]
    if kept == "blank":
        draft.blanks = [1, 1]
        draft.tolerated.add("unfilled_blanks")


def _number(draft: Draft) -> str:
    chance = draft.chance
    letters = "".join(chance.pick("ABCDHLWYZ") for _ in range(2))
    short = draft.place.district[0]
    return chance.pick(NUMBERS).format(abc=letters, c=short, year=chance.number(2025, 2026), n=chance.number(1, 980))


def settle_signing(draft: Draft, *, cover: bool) -> None:
    """The dates beside the signatures and on the cover."""
    chance, day = draft.chance, draft.schedule.signed
    draft.date_label = chance.pick(("日期", "签订日期", "签署日期", "日  期"))
    if day is None:
        return
    earlier = day - timedelta(days=chance.number(1, 3)) if chance.maybe(0.1) else day
    draft.signature_dates = [earlier, day, *([day] * (len(draft.sides) - 2))]
    if draft.has("sign_date_mismatch"):
        draft.cover_date = day - timedelta(days=chance.number(12, 60))
        draft.plant("sign_date_mismatch", "")
    elif cover:
        draft.cover_date = day
        if chance.maybe(0.3):
            draft.signature_dates = []
