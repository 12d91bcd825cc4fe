"""The parties, what the contract calls them, and how their names and codes are written."""

from tests.generated.bank import Kind
from tests.generated.chance import Chance
from tests.generated.codes import spoiled
from tests.generated.draft import Draft, Side
from tests.generated.names import DISTRICTS, Body, Place, authority, company, resident
from tests.generated.truth import Party

LETTERS = ("甲方", "乙方", "丙方")
INNER = (
    "{district}教育局基建科",
    "{district}南片区开发建设指挥部",
    "{district}水务局工程科",
    "{district}旧城改造领导小组办公室",
)
ZONES = ("{district}经济开发区管理委员会", "{town}人民政府", "{district}高新技术产业园区管理委员会")
THIRD = {"EXPRO": ("征收实施单位", "{district}房屋征收服务中心"), "LOAN": ("监管单位", "{district}财政局")}


def sides(chance: Chance, kind: Kind, where: Place, planted: set[str]) -> list[Side]:
    """Two or three parties; the articles call them by letter, or by their roles throughout."""
    pair = chance.pick(kind.roles)
    bodies = [authority(chance, where, _office(chance, kind, planted)), _other(chance, kind, where)]
    roles = list(zip(LETTERS, pair, bodies, strict=False))
    if kind.rule_class in THIRD and chance.maybe(0.2):
        role, office = THIRD[kind.rule_class]
        roles.append((LETTERS[2], role, authority(chance, where, office)))
    parties = [Side(letter, role, body) for letter, role, body in roles]
    if pair != list(LETTERS[:2]) and len(parties) == 2 and chance.maybe(0.4):
        for side in parties:
            side.called = side.letter = side.role
    if chance.maybe(0.22) and "uscc_invalid" not in planted:
        for side in parties:
            side.uscc = None
    if "improper_gov_party" in planted:
        parties[0].uscc = None
    return parties


def _office(chance: Chance, kind: Kind, planted: set[str]) -> str:
    if "improper_gov_party" in planted:
        return chance.pick(INNER)
    return chance.pick(ZONES if "devzone_land_grantor" in planted else kind.offices)


def _other(chance: Chance, kind: Kind, where: Place) -> Body:
    return company(chance, where, chance.pick(kind.trades)) if kind.trades else resident(chance, where)


def settle_codes(draft: Draft) -> None:
    """Spoil a code where the plan says so; the name risks are recorded here as well."""
    if draft.has("uscc_invalid"):
        side = draft.chance.pick([side for side in draft.sides if side.uscc])
        assert side.uscc is not None
        side.uscc = spoiled(draft.chance, side.uscc)
        draft.plant("uscc_invalid", side.uscc)
    first = draft.sides[0].body.name
    for rule in ("improper_gov_party", "devzone_land_grantor"):
        if draft.has(rule):
            draft.plant(rule, first, "improper_gov_party")


def role_forms(draft: Draft) -> list[str]:
    """How the heads of the party blocks read: 甲方, 甲方（采购人）, 采购人（以下简称甲方）."""
    form = draft.chance.pick(
        ("{letter}（{role}）", "{role}（{letter}）", "{role}（以下简称{letter}）", "{role}（以下简称“{letter}”）")
    )
    return [
        side.letter if side.role == side.letter else form.format(letter=side.letter, role=side.role)
        for side in draft.sides
    ]


def known_parties(draft: Draft) -> list[Party]:
    return [Party(roles=sorted({side.letter, side.role}), name=side.body.name, uscc=side.uscc) for side in draft.sides]


def misspelt(draft: Draft, name: str) -> str:
    """A name a careless drafter writes on the last page."""
    if name.endswith("公司"):
        if "股份" in name:
            return name.replace("股份", "")
        return name.replace("有限责任公司", "有限公司") if "责任" in name else name.replace("有限公司", "股份有限公司")
    other = draft.chance.pick([district for district in DISTRICTS if district != draft.place.district])
    return name.replace(draft.place.district, other)
