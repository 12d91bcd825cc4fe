"""Dates of a contract and the sentence that states its term."""

from datetime import date, timedelta

from tests.generated import bank
from tests.generated.draft import Draft, Schedule
from tests.generated.habits import written_date

LAND_USES = {"工业用地": 50, "商业用地": 40, "居住用地": 70, "仓储用地": 50}
TOO_LONG = {"service_term_over_limit": (4, 5), "lease_term_over_20": (25, 30)}
YEARS = {"GOODS": (1, 1), "SERVICE": (1, 3), "IT": (1, 1), "LEASE": (2, 5), "INVEST": (2, 3), "LOAN": (1, 2)}


def years_later(day: date, years: int) -> date:
    """The same day of a later year; 29 February becomes 28 February."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def schedule(draft: Draft) -> Schedule:
    """Choose dates and say the term."""
    chance = draft.chance
    shown = date(2025, 1, 6) + timedelta(days=chance.number(0, 690))
    needs_date = draft.has("performed_before_signing") or draft.has("sign_date_mismatch")
    plan = Schedule(signed=shown if needs_date or chance.maybe(0.6) else None, shown_signed=shown)
    texts = bank.fact("term", draft.rule_class)
    if "use" in texts:
        _by_use(draft, plan, texts["use"])
    elif draft.rule_class == "WORKS":
        _works(draft, plan, texts["range"])
    elif _relative(draft):
        due = draft.habits.period(chance.pick((15, 20, 30, 45, 60, 90)))
        plan.sentence, plan.cores = draft.sentence(texts["after"], due=due), [f"签订之日起{due}内"]
    else:
        _range(draft, plan, texts)
    return plan


def _relative(draft: Draft) -> bool:
    dated = {"performed_before_signing", "end_before_start", "duration_mismatch"} & draft.planted
    return draft.rule_class in {"GOODS", "IT"} and not dated and draft.chance.maybe(0.6)


def _start(draft: Draft, plan: Schedule) -> date:
    if draft.has("performed_before_signing"):
        return plan.shown_signed - timedelta(days=draft.chance.number(35, 120))
    return plan.shown_signed + timedelta(days=draft.chance.number(1, 40))


def _span(draft: Draft) -> int:
    for rule, (low, high) in TOO_LONG.items():
        if draft.has(rule):
            return draft.chance.number(low, high)
    low, high = YEARS.get(draft.rule_class, (1, 1))
    return draft.chance.number(low, high) if draft.rule_class != "FRAME" else 3


def _range(draft: Draft, plan: Schedule, texts: dict[str, list[str]]) -> None:
    plan.years = _span(draft)
    plan.start = _start(draft, plan)
    plan.end = years_later(plan.start, plan.years) - timedelta(days=1)
    stated = draft.has("duration_mismatch") or draft.chance.maybe(0.55)
    if draft.has("duration_mismatch"):
        plan.end = years_later(plan.end, 1) if plan.years == 1 else years_later(plan.start, plan.years - 1)
    if draft.has("end_before_start"):
        plan.end = years_later(plan.start, -1) - timedelta(days=1)
    _say(draft, plan, texts["both" if stated and not draft.has("end_before_start") else "range"])
    if draft.rule_class == "SERVICE" and plan.years > 1 and not draft.has("service_term_over_limit"):
        plan.sentence += "所需资金已按年度列入部门预算，合同一年一考核，考核合格的继续履行。"
    _evidence(draft, plan)


def _evidence(draft: Draft, plan: Schedule) -> None:
    for rule in ("end_before_start", "duration_mismatch", "performed_before_signing", *TOO_LONG):
        if draft.has(rule):
            draft.plant(rule, plan.sentence, "service_term_over_limit", "lease_term_over_20", "duration_mismatch")


def _works(draft: Draft, plan: Schedule, texts: list[str]) -> None:
    total = draft.chance.number(6, 48) * 10
    plan.start = _start(draft, plan)
    plan.end = plan.start + timedelta(days=total - 1)
    if draft.has("duration_mismatch"):
        total += 120
    if draft.has("end_before_start"):
        plan.end = plan.start - timedelta(days=draft.chance.number(20, 90))
    _say(draft, plan, texts, total=str(total))
    _evidence(draft, plan)


def _say(draft: Draft, plan: Schedule, options: list[str], **extra: str) -> None:
    assert plan.start is not None
    assert plan.end is not None
    start, end = (written_date(day, draft.habits.dates) for day in (plan.start, plan.end))
    plan.sentence = draft.sentence(options, start=start, end=end, years=draft.habits.years(plan.years), **extra)
    plan.cores = [plan.sentence[plan.sentence.index(start) : plan.sentence.index(end) + len(end)]]
    if "total" in extra:
        plan.cores.append(extra["total"])


def _by_use(draft: Draft, plan: Schedule, options: list[str]) -> None:
    chance = draft.chance
    use = chance.pick(list(LAND_USES))
    years = LAND_USES[use] if draft.rule_class == "LAND" else chance.number(18, 30)
    if draft.has("land_grant_term_over_max"):
        use, years = "商业用地", chance.pick((50, 70))
    if draft.has("concession_term_over_40"):
        years = chance.number(45, 55)
    due = draft.habits.period(chance.pick((15, 20, 30)))
    plan.sentence = draft.sentence(options, use=use, n=str(years), due=due)
    plan.cores = [f"{years}年"] if draft.rule_class != "EXPRO" else [f"收到补偿款之日起{due}内", draft.habits.months(6)]
    for rule in ("land_grant_term_over_max", "concession_term_over_40"):
        if draft.has(rule):
            draft.plant(rule, plan.sentence)
