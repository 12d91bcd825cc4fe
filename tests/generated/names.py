"""Invented places, authorities, companies and people. No such place, firm or person exists."""

import msgspec

from tests.generated.chance import Chance
from tests.generated.codes import code

CITIES = ("云汀市", "澜川市", "霁州市", "岚屿市", "青棠市")
DISTRICTS = ("望澜区", "听溪区", "揽月区", "枕河区", "鹤汀区", "溪照县", "霁岭县", "松屿县")
ELSEWHERE = ("霜浦市砚湖区", "麦屿市竹塘区", "葭州市雁回县")  # never where a party sits
TOWNS = ("青禾镇", "竹影镇", "苇塘镇", "柳荫街道", "听雨街道", "石蕖镇")
ROADS = ("青禾路", "澜光大道", "砚池街", "榆荫路", "知更巷", "汀舟路", "麦垄路")
FANCIES = (
    "拾穗",
    "雾松",
    "砚池",
    "榆禾",
    "汀舟",
    "栖木",
    "棠梨",
    "篱落",
    "苔痕",
    "麦垄",
    "纸鸢",
    "石楠",
    "芥舟",
    "葭月",
    "萤石",
    "梧叶",
    "橙屿",
    "浅川",
    "知更",
    "溪午",
)
PEOPLE = ("甄样本", "贾示例", "言范文", "宁试稿", "邰样章", "苗例文", "虞虚构", "柯拟定", "简拟名", "文样例")
INSTITUTIONS = ("中心", "学校", "小学", "医院", "总站")
BANKS = ("云汀农商银行", "澜川商业银行", "霁州村镇银行", "青棠信用合作银行")


class Place(msgspec.Struct, frozen=True):
    """Where a contract lives."""

    city: str
    district: str
    town: str

    @property
    def court(self) -> str:
        return f"{self.city}{self.district}人民法院"


class Body(msgspec.Struct, frozen=True, kw_only=True):
    """An organisation or a person that can be a party."""

    name: str
    uscc: str = ""  # a person has none
    address: str
    head: str
    bank: str
    account: str
    phone: str


def place(chance: Chance) -> Place:
    return Place(chance.pick(CITIES), chance.pick(DISTRICTS), chance.pick(TOWNS))


def authority(chance: Chance, where: Place, office: str) -> Body:
    """An authority or institution of the place; ``office`` names it with {district} or {town}."""
    name = office.format(town=where.district + where.town, district=where.district)
    full = (where.city if chance.maybe(0.5) else "") + name
    return _body(chance, where, full, "12" if name.endswith(INSTITUTIONS) else "11")


def company(chance: Chance, where: Place, trade: str) -> Body:
    """A company of a trade, from here or from elsewhere."""
    town = chance.pick([*CITIES, where.city])
    seat = chance.pick((town, town.removesuffix("市"), ""))
    form = chance.weighted({"有限公司": 8, "有限责任公司": 2, "股份有限公司": 1, "（集团）有限公司": 1})
    return _body(chance, where, f"{seat}{chance.pick(FANCIES)}{trade}{form}", "91")


def resident(chance: Chance, where: Place) -> Body:
    return _body(chance, where, chance.pick(PEOPLE), "")


def _body(chance: Chance, where: Place, name: str, prefix: str) -> Body:
    return Body(
        name=name,
        uscc=code(chance, prefix) if prefix else "",
        address=f"{where.city}{where.district}{chance.pick(ROADS)}{chance.number(1, 399)}号",
        head=chance.pick(PEOPLE),
        bank=f"{chance.pick(BANKS)}{where.district.removesuffix('区').removesuffix('县')}支行",
        account="".join(str(chance.number(1, 9)) for _ in range(chance.pick((12, 15, 16, 17, 18, 19, 19)))),
        phone=f"0999-{chance.number(5550000, 5559999)}",
    )
