"""Invented counterparties; 望澜 is no place on any map, so none of them is anybody."""

from contract_platform.demo.codes import COMPANY, uscc
from contract_platform.domain.records import Record

BANK = "望澜农村商业银行"


class Company(Record, frozen=True, kw_only=True):
    """A counterparty as a contract names it."""

    name: str
    address: str
    head: str
    code: str
    bank: str
    account: str


def _company(number: int, name: str, street: str, head: str, branch: str) -> Company:
    return Company(
        name=name,
        address=f"望澜区{street}",
        head=head,
        code=uscc(COMPANY, number),
        bank=f"{BANK}{branch}支行",
        account=f"9990 0{number:03d} 0000 {number * 37 % 10_000:04d}",
    )


CLOUD = _company(101, "望澜云屿信息技术有限公司", "云栖路188号", "温致和", "云栖")
DATA = _company(102, "望澜数衡科技有限公司", "云栖路190号", "程予安", "云栖")
SYSTEMS = _company(103, "望澜智序系统集成有限公司", "软件园二路9号", "陆观澜", "软件园")
OFFICE = _company(104, "望澜文仪办公设备有限公司", "青石街77号", "邵文简", "青石")
DEVICES = _company(105, "望澜恒拓电子有限公司", "软件园三路21号", "秦越川", "软件园")
BUILDERS = _company(106, "望澜筑远建设有限公司", "筑安路301号", "雷守成", "筑安")
RENEWAL = _company(107, "望澜安居工程有限公司", "筑安路55号", "石开阳", "筑安")
GARDENS = _company(108, "望澜绿意园林工程有限公司", "清河路410号", "柳青原", "清河")
CLEAN = _company(109, "望澜净城环境服务有限公司", "清河路16号", "白素简", "清河")
PROPERTY = _company(110, "望澜同舟物业服务有限公司", "澜江大道88号", "桂同舟", "澜江")
REPAIR = _company(111, "望澜畅行汽车维修有限公司", "环城北路12号", "尤骏驰", "环城")
SURVEY = _company(112, "望澜坚石建筑检测有限公司", "筑安路29号", "岳正衡", "筑安")
BOOKS = _company(113, "望澜晴耕文化有限公司", "青石街118号", "舒晴耕", "青石")
FACTORY = _company(114, "望澜曜能新材料有限公司", "产业园东路8号", "高曜能", "产业园")
ADVICE = _company(115, "望澜明衡咨询服务有限公司", "澜江大道66号", "方明衡", "澜江")
