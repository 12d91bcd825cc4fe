"""The invented district 望澜区: its units, its people, the posts they hold and who works on whose contracts."""

from contract_platform.demo.codes import GOVERNMENT_BODY, INSTITUTION, uscc
from contract_platform.domain.records import Record
from contract_platform.domain.vocabulary import Role


class Office(Record, frozen=True, kw_only=True):
    """A unit as its contracts name it; ``parent`` is the key of the unit above, "" for the district."""

    key: str
    name: str
    short_name: str
    kind: str
    parent: str = "district"
    address: str = ""
    head: str = ""
    code: str = ""


class Member(Record, frozen=True, kw_only=True):
    """Somebody who works in the district, with posts as (role, key of the unit)."""

    username: str
    name: str
    posts: tuple[tuple[Role, str], ...]


class Team(Record, frozen=True, kw_only=True):
    """The people of a unit by their part in a contract, as usernames.

    Where nobody keeps its seals or signs for it, the handler does.
    """

    handler: str
    lead: str
    legal: str
    keeper: str = ""
    signatory: str = ""


OFFICES = (
    Office(key="district", name="望澜区", short_name="望澜区", kind="DISTRICT", parent=""),
    Office(
        key="government",
        name="望澜区人民政府",
        short_name="区政府",
        kind="GOVERNMENT",
        address="望澜区澜江大道1号",
        head="卓怀瑾",
        code=uscc(GOVERNMENT_BODY, 1),
    ),
    Office(key="justice", name="望澜区司法局", short_name="区司法局", kind="JUSTICE_BUREAU"),
    Office(
        key="data",
        name="望澜区大数据管理局",
        short_name="区大数据局",
        kind="BUREAU",
        address="望澜区云栖路36号",
        head="周明川",
        code=uscc(GOVERNMENT_BODY, 2),
    ),
    Office(
        key="housing",
        name="望澜区住房和城乡建设局",
        short_name="区住建局",
        kind="BUREAU",
        address="望澜区筑安路18号",
        head="江柏年",
        code=uscc(GOVERNMENT_BODY, 3),
    ),
    Office(
        key="urban",
        name="望澜区城市管理局",
        short_name="区城管局",
        kind="BUREAU",
        address="望澜区清河路72号",
        head="苏敬亭",
        code=uscc(GOVERNMENT_BODY, 4),
    ),
    Office(
        key="affairs",
        name="望澜区机关事务服务中心",
        short_name="区机关事务中心",
        kind="INSTITUTION",
        address="望澜区澜江大道3号",
        head="苏敬亭",
        code=uscc(INSTITUTION, 5),
    ),
    Office(
        key="qingshi",
        name="望澜区青石街道办事处",
        short_name="青石街道",
        kind="SUBDISTRICT",
        address="望澜区青石街205号",
        head="江柏年",
        code=uscc(GOVERNMENT_BODY, 6),
    ),
)
"""Parents stand before their children."""

PEOPLE = (
    Member(username="chengban", name="林知远", posts=((Role.HANDLER, "data"),)),
    Member(username="fuze", name="周明川", posts=((Role.HANDLER_LEAD, "data"),)),
    Member(username="fazhi", name="陈书仪", posts=((Role.UNIT_LEGAL, "data"),)),
    Member(username="chengban2", name="何远帆", posts=((Role.HANDLER, "affairs"), (Role.HANDLER, "urban"))),
    Member(username="fuze2", name="苏敬亭", posts=((Role.HANDLER_LEAD, "affairs"), (Role.HANDLER_LEAD, "urban"))),
    Member(username="fazhi2", name="叶清和", posts=((Role.UNIT_LEGAL, "affairs"), (Role.UNIT_LEGAL, "urban"))),
    Member(username="chengban3", name="唐若溪", posts=((Role.HANDLER, "housing"), (Role.HANDLER, "qingshi"))),
    Member(username="fuze3", name="江柏年", posts=((Role.HANDLER_LEAD, "housing"), (Role.HANDLER_LEAD, "qingshi"))),
    Member(username="fazhi3", name="宋安澜", posts=((Role.UNIT_LEGAL, "housing"), (Role.UNIT_LEGAL, "qingshi"))),
    Member(username="qianyue", name="程立言", posts=((Role.SIGNATORY, "housing"), (Role.SIGNATORY, "qingshi"))),
    Member(
        username="yinzhang",
        name="徐守印",
        posts=tuple((Role.SEAL_KEEPER, unit) for unit in ("affairs", "urban", "housing", "qingshi")),
    ),
    Member(username="zhengfuban", name="姚景行", posts=((Role.GOV_OFFICE, "government"),)),
    Member(username="shouli", name="方以宁", posts=((Role.BUREAU_INTAKE, "justice"),)),
    Member(username="shencha", name="沈文博", posts=((Role.BUREAU_REVIEWER, "justice"),)),
    Member(username="shencha2", name="顾思齐", posts=((Role.BUREAU_REVIEWER, "justice"),)),
    Member(username="shenqian", name="韩立群", posts=((Role.BUREAU_LEAD, "justice"),)),
    Member(username="beian", name="许静姝", posts=((Role.FILING_OFFICER, "justice"),)),
    Member(username="jianguan", name="梁正言", posts=((Role.PERF_SUPERVISOR, "justice"),)),
    Member(username="dangan", name="罗砚秋", posts=((Role.ARCHIVIST, "justice"),)),
    Member(username="caizheng", name="邵明远", posts=((Role.OBSERVER, "government"),)),
    Member(username="guwen", name="柯维桢", posts=((Role.COUNSEL, "justice"),)),
    Member(username="zhuanjia", name="乔松年", posts=((Role.EXPERT, "justice"),)),
    Member(username="xitong", name="杜启明", posts=((Role.SYS_ADMIN, "justice"),)),
    Member(username="anquan", name="薛若谷", posts=((Role.SEC_ADMIN, "justice"),)),
    Member(username="shenji", name="钟正则", posts=((Role.AUDIT_ADMIN, "justice"),)),
)

_FIRST = Team(handler="chengban", lead="fuze", legal="fazhi")
_SECOND = Team(handler="chengban2", lead="fuze2", legal="fazhi2", keeper="yinzhang")
_THIRD = Team(handler="chengban3", lead="fuze3", legal="fazhi3", keeper="yinzhang", signatory="qianyue")
TEAMS = {"data": _FIRST, "affairs": _SECOND, "urban": _SECOND, "housing": _THIRD, "qingshi": _THIRD}
"""Who works on the contracts of a unit."""


def office(key: str) -> Office:
    """The unit of a key."""
    return next(one for one in OFFICES if one.key == key)
