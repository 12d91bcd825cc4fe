"""What kind of contract it is: the class of the risk rules, the class of the register, and a name in plain words.

The name on the cover is only a hint (合同编通则解释 art. 15 looks at the content), so the title weighs more than the
text but does not decide alone.
"""

import re

from contract_platform.analysis.model import Record

TITLE_WEIGHT = 12
TEXT_CAP = 8  # occurrences in the text that still count


class Kind(Record, frozen=True, kw_only=True):
    """The three names of a kind of contract."""

    category: str
    rule_class: str
    contract_class: str


class _Cue(Record, frozen=True, kw_only=True):
    kind: Kind
    title: re.Pattern[str]
    text: re.Pattern[str]


def _cue(category: str, rule_class: str, contract_class: str, title: str, text: str) -> _Cue:
    kind = Kind(category=category, rule_class=rule_class, contract_class=contract_class)
    return _Cue(kind=kind, title=re.compile(title), text=re.compile(text))


OTHER = Kind(category="其他合同", rule_class="OTHER", contract_class="16")

_CUES = (
    _cue("特许经营协议", "PPP", "06", r"特许经营|PPP|社会资本合作|政府和社会资本", r"特许经营权?|项目公司|社会资本"),
    _cue(
        "征收补偿协议",
        "EXPRO",
        "07",
        r"征收|征用|拆迁|安置补偿|补偿安置|搬迁补偿",
        r"被征收人|征收补偿|被征|安置补助费|产权调换|搬迁补偿",
    ),
    _cue("土地收购储备合同", "ASSET_TRANSFER", "14", r"土地收购|收储|储备", r"收储|土地储备"),
    _cue(
        "自然资源出让合同",
        "ASSET_TRANSFER",
        "02",
        r"(?:土地|使用权|海域|采矿权|探矿权|林权).{0,8}(?:出让|转让)|宗地",
        r"出让宗地|土地出让|采矿权|海域使用",
    ),
    _cue(
        "招商引资协议",
        "INVEST",
        "11",
        r"投资(?:协议|合同|合作)|招商|入驻|落户|入园",
        r"投资强度|固定资产投资|项目总投资|总投资额|招商引资|达产|投产",
    ),
    _cue("供用电、水、气、热力合同", "GOODS", "04", r"供用?[电水热气]", r"供电方|用电方|供水方|用水方|供热方"),
    _cue("物业服务合同", "SERVICE", "05", r"物业(?:管理|服务)", r"物业管理|业主"),
    _cue(
        "建设工程施工合同",
        "WORKS",
        "03",
        r"施工|建设工程|建筑工程|装修|装饰|安装工程|工程承包|总承包|维修工程|改造工程|工程合同|EPC",
        r"发包人|承包人|工程质量|施工图|竣工验收|施工现场",
    ),
    _cue("工程勘察设计合同", "WORKS", "03", r"勘察|工程设计|设计合同|监理", r"勘察成果|设计文件|监理人|设计人"),
    _cue("保障性住房租赁合同", "ASSET_LEASE", "13", r"(?:公租房|廉租|保障性住房|公共租赁)", r"公共租赁住房|保障性住房"),
    _cue("租赁合同", "ASSET_LEASE", "01", r"租赁|出租|承租|租房", r"承租[方人]|出租[方人]|租金|租赁期"),
    _cue(
        "软件开发合同",
        "IT",
        "04",
        r"软件|信息系统|系统(?:开发|集成|建设)|平台(?:开发|建设)|(?:受理|审批|管理|业务|信息|监管|指挥|应用|办公|政务|数据)(?:系统|平台)|信息化|网站|小程序|APP",
        r"源代码|软件|系统集成|需求规格|系统开发|上线试运行|等级保护",
    ),
    _cue(
        "技术合同",
        "SERVICE",
        "15",
        r"技术(?:开发|转让|咨询|服务|许可|合作)|科研|课题|委托开发|专利|科技",
        r"科研项目|研究开发|技术资料|技术秘密|课题|专利技术",
    ),
    _cue("借款合同", "LOAN", "10", r"借款|贷款|融资", r"借款人|贷款人|借款利率"),
    _cue("资助补助协议", "LOAN", "09", r"资助|补助|补贴|扶持资金", r"资助资金|补助资金"),
    _cue(
        "采购合同",
        "GOODS",
        "04",
        r"采购|买卖|购销|供货|购买|订购|供应|货物|设备|订货|加工|定作",
        r"货物|交货|供货|产品质量|规格型号|供方|需方",
    ),
    _cue("劳动合同", "OTHER", "16", r"劳动合同|聘用合同|劳务合同|劳动|雇佣", r"用人单位|劳动者|社会保险|试用期"),
    _cue("委托合同", "ENTRUST", "08", r"委托|代理|法律顾问|聘请|居间|咨询", r"委托人|受托人|委托事项|代理权限"),
    _cue(
        "服务合同",
        "SERVICE",
        "05",
        r"服务|保洁|保安|运维|维保|外包|管理|仓储|运输|保管|培训|承办|广告",
        r"服务期限|服务内容|服务费|考核|服务质量",
    ),
    _cue("转让合同", "ASSET_TRANSFER", "01", r"转让|产权交易|出售", r"转让方|受让方|转让价款"),
    _cue(
        "合作框架协议",
        "FRAME",
        "12",
        r"战略合作|框架|合作(?:协议|意向|备忘)|备忘录|意向书|合作",
        r"战略合作|合作框架|优势互补",
    ),
)


def kind_of(title: str, text: str) -> Kind:
    """The best kind for a title and the compact text of the contract."""
    named = title.replace("政府采购", "")  # says who buys, not what
    best, best_score = OTHER, 0.0
    for rank, cue in enumerate(_CUES):
        score = float(TITLE_WEIGHT) * bool(cue.title.search(named)) + min(
            TEXT_CAP, sum(1 for _ in cue.text.finditer(text))
        )
        score -= rank / 100  # of equals the more special kind, which stands first
        if score > best_score:
            best, best_score = cue.kind, score
    return best


def contract_class(rule_class: str) -> str:
    """The register's class for a rule class that a person has confirmed."""
    return _BY_RULE_CLASS.get(rule_class, OTHER.contract_class)


_BY_RULE_CLASS = {
    "GOODS": "04",
    "SERVICE": "05",
    "IT": "04",
    "WORKS": "03",
    "EXPRO": "07",
    "ASSET_LEASE": "01",
    "ASSET_TRANSFER": "02",
    "INVEST": "11",
    "PPP": "06",
    "LOAN": "09",
    "ENTRUST": "08",
    "FRAME": "12",
}  # fmt: skip
