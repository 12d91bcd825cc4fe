"""Which risks a document gets, and where their sentences go."""

import tomllib
from functools import cache

from tests.generated import bank
from tests.generated.articles import Article, Item
from tests.generated.chance import Chance
from tests.generated.draft import Draft
from tests.generated.truth import Payment, Risk

BOUGHT = {"GOODS", "SERVICE", "IT", "ENTRUST"}
PRICED = {"GOODS", "SERVICE", "IT", "WORKS", "ENTRUST", "LEASE", "LAND", "EXPRO", "LOAN"}
EVERY = PRICED | {"INVEST", "PPP", "FRAME"}
# rules whose risk lies in facts, tables or what is absent: (classes, what may not be planted beside it)
STRUCTURAL: dict[str, tuple[set[str], str]] = {
    "amount_words_figures_mismatch": (PRICED, "price"),
    "line_items_total_mismatch": ({"GOODS"}, "price"),
    "payment_percent_sum": ({"GOODS", "SERVICE", "IT", "LOAN"}, "payment"),
    "payment_deadline_missing": (BOUGHT, "payment"),
    "high_prepayment": ({"GOODS", "SERVICE", "IT"}, "payment"),
    "sme_payment_over_60_days": (BOUGHT, "payment"),
    "progress_payment_below_80": ({"WORKS"}, "payment"),
    "inconsistent_retention": ({"WORKS"}, "retention"),
    "service_term_over_limit": ({"SERVICE"}, "term"),
    "lease_term_over_20": ({"LEASE"}, "term"),
    "land_grant_term_over_max": ({"LAND"}, "term"),
    "concession_term_over_40": ({"PPP"}, "term"),
    "end_before_start": ({"SERVICE", "LEASE", "ENTRUST", "WORKS", "FRAME"}, "term"),
    "duration_mismatch": ({"SERVICE", "LEASE", "ENTRUST", "WORKS", "LOAN"}, "term"),
    "performed_before_signing": ({"SERVICE", "LEASE", "ENTRUST", "WORKS"}, "term"),
    "sign_date_mismatch": (EVERY, "signature"),
    "copies_inconsistent": (EVERY, "copies"),
    "annex_missing": ({"GOODS", "SERVICE", "IT", "WORKS"}, "annex"),
    "crossref_missing": (EVERY - {"FRAME"}, "reference"),
    "numbering_gap": (EVERY, "number"),
    "unfilled_blanks": (EVERY, "blank"),
    "uscc_invalid": (EVERY, "uscc"),
    "party_name_inconsistent": (EVERY - {"EXPRO"}, "name"),
    "payee_account_mismatch": (BOUGHT | {"WORKS"}, "name"),
    "improper_gov_party": ({"GOODS", "SERVICE", "WORKS", "IT"}, "name"),
    "devzone_land_grantor": ({"LAND"}, "name"),
    "must_have_clause_missing": ({"GOODS", "SERVICE", "IT", "WORKS", "LEASE"}, "missing"),
    "ip_ownership_missing": ({"IT", "ENTRUST"}, "missing"),
    "data_security_missing": ({"IT"}, "missing"),
    "migrant_wage_terms_missing": ({"WORKS"}, "safety_labour"),
    "expropriation_missing_items": ({"EXPRO"}, "missing"),
    "authority_missing": (BOUGHT | {"WORKS"}, "signature"),
    "framework_binding_unclear": ({"FRAME"}, "subject"),
}
DROPPED = {
    "ip_ownership_missing": "ip",
    "data_security_missing": "data_security",
    "expropriation_missing_items": "term",
}
MUST_HAVE = {"LEASE": ("liability", "dispute_resolution")}
GONE_WITH = {"acceptance": ("acceptance_standard_missing", "acceptance_period_missing")}


@cache
def _sentences() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads((bank.FOLDER / "misplaced.toml").read_text("utf-8"))


def plantable() -> set[str]:
    """Every rule a generated document may carry."""
    return set(STRUCTURAL) | set(bank.risks())


def chosen(chance: Chance, rule_class: str) -> set[str]:
    """Rules to plant that fit the class and do not disturb each other."""
    fitting = [rule for rule, (classes, _) in STRUCTURAL.items() if rule_class in classes]
    fitting += [rule for rule, text in bank.risks().items() if text.fits(rule_class)]
    count = chance.weighted({0: 2, 1: 3, 2: 3, 3: 3, 4: 3, 5: 1})
    rules: set[str] = set()
    taken: set[str] = set()
    left = {rule: _rarity(rule) for rule in sorted(fitting)}
    while left and len(rules) < count:
        rule = chance.weighted(left)
        del left[rule]
        places = _places(rule)
        if not places & taken:
            rules.add(rule)
            taken |= places
    return rules


@cache
def _rarity(rule: str) -> float:
    """The fewer kinds of contracts a rule fits, the more often it is chosen there: all rules are planted alike."""
    fits = bank.risks()[rule].fits if rule in bank.risks() else STRUCTURAL[rule][0].__contains__
    return 1 / sum(kind.share for kind in bank.kinds().values() if fits(kind.rule_class))


def _places(rule: str) -> set[str]:
    """What the rule needs for itself."""
    if rule in STRUCTURAL:
        return {STRUCTURAL[rule][1], DROPPED.get(rule, STRUCTURAL[rule][1])}
    text = bank.risks()[rule]
    missing = {"missing"} if text.into in {"liability", "dispute_resolution", "acceptance"} else set()
    return {text.into, *missing}


def chosen_near(chance: Chance, draft: Draft) -> list[str]:
    """Rules whose near misses stand in the document; none of them is planted."""
    fitting = [
        rule
        for rule, text in bank.risks().items()
        if text.near and text.fits(draft.rule_class) and rule not in draft.planted and not text.roles
    ]
    return chance.some(fitting, chance.number(0, 5))


def wanted(draft: Draft, categories: list[str]) -> list[str]:
    """The outline with what the planted sentences need and without what they leave out."""
    for rule in sorted(draft.planted):
        needed = bank.risks()[rule].into if rule in bank.risks() else _home(rule)
        if needed and needed not in categories:
            categories = _inserted(categories, needed)
    gone = {DROPPED[rule] for rule in draft.planted if rule in DROPPED}
    if draft.has("must_have_clause_missing"):
        gone.add(draft.chance.pick(MUST_HAVE.get(draft.rule_class, ("liability", "dispute_resolution", "acceptance"))))
        draft.plant("must_have_clause_missing", "")
    for category in gone:
        draft.tolerated.update(GONE_WITH.get(category, ()))
    for rule in sorted(draft.planted & set(DROPPED)):
        draft.plant(rule, "", "must_have_clause_missing")
    return [category for category in categories if category not in gone]


def _home(rule: str) -> str:
    homes = _sentences().get(rule, {})
    return next(iter(homes), "") if len(homes) == 1 else ""


def _inserted(categories: list[str], category: str) -> list[str]:
    at = categories.index("liability") if "liability" in categories else len(categories) - 2
    return [*categories[:at], category, *categories[at:]]


def plant_sentences(draft: Draft, articles: list[Article]) -> None:
    """Put the sentences of planted rules and of near misses into their articles."""
    for rule in sorted(draft.planted):
        if rule in bank.risks():
            _plant(draft, articles, rule)
        elif rule in _sentences():
            _misplace(draft, articles, rule)
    for rule in draft.near:
        _near(draft, articles, rule)


def _plant(draft: Draft, articles: list[Article], rule: str) -> None:
    text = bank.risks()[rule]
    home = min(
        (article for article in articles if text.into in (article.category, *article.alternatives)),
        key=lambda article: article.category != text.into,
    )
    said = draft.sentence(text.plant)
    if text.how == "replace" and home.category == text.into:
        home.items = [Item(text=said)]
        _forget_payments(draft, text.into)
    else:
        _add(draft, home, said)
    if text.into == "payment":
        draft.payments.append(Payment(text=said, optional=True))
    if "【" in said:
        draft.blanks[1] += 1
    draft.plant(rule, said, *text.also)


def _forget_payments(draft: Draft, category: str) -> None:
    if category == "payment":
        for payment in draft.payments:
            payment.optional = True


def _add(draft: Draft, home: Article, said: str) -> None:
    nested = any(item.items for item in home.items)
    at = len(home.items) if nested else draft.chance.number(1, len(home.items))
    home.items.insert(at, Item(text=said))


def _misplace(draft: Draft, articles: list[Article], rule: str) -> None:
    here = {article.category for article in articles}
    if draft.rule_class == "FRAME":
        here.discard("liability")  # a penalty beside 不具有法律约束力 would be a risk of its own
    homes = {name: texts for name, texts in _sentences()[rule].items() if name in here}
    if not homes:
        return
    category = draft.chance.pick(sorted(homes))
    home = next(article for article in articles if article.category == category)
    said = draft.sentence(homes[category], day=draft.habits.day)
    if rule in {"migrant_wage_terms_missing", "inconsistent_retention"}:
        home.items = [Item(text=said)]
        home.heading = "安全生产" if rule == "migrant_wage_terms_missing" else home.heading
    else:
        _add(draft, home, said)
    if rule == "unfilled_blanks":
        draft.blanks = [draft.blanks[0] + 1, draft.blanks[1] + 1]
    draft.plant(rule, "" if rule == "migrant_wage_terms_missing" else said, "must_have_clause_missing")


def _dispute_planted(draft: Draft) -> bool:
    """A second sentence on courts would make the planted one mean something else."""
    return any(
        risk.rule in bank.risks() and bank.risks()[risk.rule].into == "dispute_resolution" for risk in draft.risks
    )


def _near(draft: Draft, articles: list[Article], rule: str) -> None:
    text = bank.risks()[rule]
    home = next((article for article in articles if article.category == text.into), None)
    if home is None or (text.into == "dispute_resolution" and _dispute_planted(draft)):
        return
    said = draft.sentence(text.near)
    _add(draft, home, said)
    if text.into == "payment":
        draft.payments.append(Payment(text=said, optional=True))
    draft.near_misses.append(Risk(rule=rule, evidence=said))
