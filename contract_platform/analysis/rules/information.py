"""Rules about results, data, personal information and secrets."""

import re

from contract_platform.analysis.compact import squeeze
from contract_platform.analysis.facts.direction import is_government
from contract_platform.analysis.model import Severity
from contract_platform.analysis.rules.case import Case
from contract_platform.analysis.rules.law import (
    civil_code,
    contract_law,
    procurement_regulation,
    row,
    service_purchasing,
)
from contract_platform.analysis.rules.rule import Hit, Outcome, Rule, fires_on, found, hit, not_applicable

_DEVELOPS = re.compile(
    r"(?:软件|系统|平台|委托|研究|技术|定制|网站|程序)开发|课题研究|研究报告|开发(?:内容|成果|工作|任务|费用)|设计成果|策划方案|宣传片|咨询报告|规划编制"
    r"|(?:开发|建设)[^。；，\n]{0,20}(?:软件|系统|平台|程序)|(?:提供|提交|出具)[^。；，\n]{0,4}(?:研究成果|研究报告|课题成果)"
)
_OWNED = re.compile(
    r"(?:知识产权|著作权|版权|源代码|源程序|成果|专利(?:权|申请权)?|技术秘密|所有权)[^。；\n]{0,40}(?:归(?!档|还|集|零)|属于?|享有|所有(?![\u4e00-\u9fff])|拥有|共有|共享)"
    r"|(?:享有|拥有)[^。；\n]{0,20}(?:知识产权|著作权|版权|成果|源代码)"
)
_RESULT = r"(?:知识产权|著作权|版权|源代码|源程序|成果|专利(?:权|申请权)|所有权)"
_THEIRS = re.compile(
    rf"{_RESULT}[^。；，\n]{{0,20}}(?:归|属于?|由)乙方(?:所有|享有|拥有)?(?![^。；，]{{0,4}}(?:和|与|、)甲方)"
)
_OURS = re.compile(
    rf"{_RESULT}[^。；\n]{{0,30}}(?:归|属于?|由)(?:甲方|双方|甲乙双方|委托[人方]|采购人)|共(?:有|同(?:所有|享有|拥有))|甲方(?:完全)?(?:享有|拥有)"
)
_NOT_OWNED = re.compile(r"(?:不侵犯|未侵犯|侵犯)[^。；，\n]{0,20}(?:知识产权|著作权|专利权?)")
_PUBLIC_DATA = re.compile(
    r"政务|电子政务|公共数据|个人信息|居民|公民|人口|户籍|学生|患者|数据(?:加工|处理|采集|清洗|治理|录入|迁移|库建设)|运维|档案"
)
_SAFEGUARDS = (
    ("数据安全责任", r"数据安全|信息安全|网络安全"),
    ("等级保护", r"等级保护|等保|测评"),
    (
        "不得留存、使用、泄露",
        r"不得[^。；\n]{0,16}(?:留存|泄露|泄漏|复制|使用[^。；，\n]{0,8}(?:数据|信息|资料)|向[^。；，]{0,8}提供)",
    ),
    (
        "返还和删除",
        r"(?:返还|归还|移交|删除|销毁)[^。；\n]{0,12}(?:数据|资料|信息|介质)|数据[^。；\n]{0,12}(?:返还|删除|销毁)",
    ),
    ("分包限制", r"不得[^。；\n]{0,10}(?:分包|转包|转委托)|转委托"),
    ("安全事件报告", r"(?:安全事件|安全事故|泄露事件|应急)[^。；\n]{0,14}(?:报告|处置|预案|通知|响应)|应急"),
    ("监督检查", r"监督检查|安全检查|接受[^。；，\n]{0,10}(?:监督|检查)"),
)
SAFEGUARDS = tuple((name, re.compile(cue)) for name, cue in _SAFEGUARDS)
ENOUGH = 3  # safeguards from which the contract is taken to deal with data security
_PERSONAL = re.compile(
    r"(?:录入|采集|收集|处理|存储|加工|整理|导入|登记|提供|分析|核验|使用)[^。；\n]{0,20}"
    r"(?:身份证号|手机号|个人信息|人员信息|居民(?:信息|数据)|学生信息|患者信息|病历|人脸|指纹)"
    r"|(?:身份证号|手机号|个人信息|人员信息|居民(?:信息|数据)|学生信息|患者信息|病历)[^。；\n]{0,12}(?:录入|采集|收集|处理|存储|加工|整理|导入)"
)
_ONLY_SECRECY = re.compile(r"不得|保密|泄露|联系人|侵犯|签字|填写")
_ELEMENTS = (
    ("处理目的", r"目的|用途|用于"),
    ("处理期限", r"期限|至\d{4}年|保存[^。；，]{0,8}[年月日]"),
    ("处理方式", r"方式"),
    ("信息种类", r"种类|类型|包括"),
    ("保护措施", r"保护措施|加密|去标识|脱敏|安全措施|访问控制"),
    ("双方权利义务", r"权利(?:和|与|及|、)?义务|监督[^。；，]{0,8}处理|甲方有权"),
)
ELEMENTS = tuple((name, re.compile(cue)) for name, cue in _ELEMENTS)
_ABROAD = re.compile(
    r"(?:数据|个人信息|系统|信息)[^。；，\n]{0,14}(?:部署|存储|存放|传输|备份|提供)[^。；，\n]{0,10}(?:境外|国外|海外)"
    r"|(?:境外|国外|海外)[^。；，\n]{0,8}(?:服务器|云|机房)|(?:可以?|有权)(?:转委托|再委托)[^。；\n]{0,14}(?:个人信息|数据)"
)
_NOT_ABROAD = re.compile(r"不得|禁止|不(?:向|在|存)|未经|严禁")
_SECRET = re.compile(
    r"涉密(?:项目|信息系统|系统|载体|工程|业务|数据|岗位|人员|等级|测绘|图纸|集成)|(?:项目|图纸|工程|系统|合同|内容)(?:为|属|属于|系)?涉密"
    r"|国家秘密|(?:机密|秘密|绝密)级"
)
_SECRET_TERMS = re.compile(r"保密协议|保密承诺书|保密责任书")
_LICENSED = re.compile(r"涉密[^。；\n]{0,16}资质|保密资质|资质证书|资格证书|保密资格|具有[^。；，\n]{0,16}资质")
_SECRET_WORK = re.compile(r"集成|印制|载体|数字化|软件开发|运行维护|武器|工程监理|系统")
_NOT_SECRET = re.compile(
    r"不涉及?(?:国家秘密|涉密|密)|不属于|非涉密|保守国家秘密法|商业秘密|知悉|除涉及|涉及国家秘密的除外|属于国家秘密"
)
_ALL_SECRET = re.compile(
    r"(?:本合同|本协议|合同|协议)(?:的)?(?:全部|所有|一切)?(?:内容|条款)[^。；，\n]{0,14}(?:保密|不得[^。；\n]{0,10}(?:披露|公开|透露|泄露))"
)
_CARVED_OUT = re.compile(
    r"除?依法|法律(?:、?法规)?(?:另有)?(?:规定|要求)|审计|监管|行政机关|有权机关|信息公开|除外|商业秘密|公告"
)


def ip_ownership_missing(case: Case) -> Outcome:
    """Something is developed, but nobody is said to own it."""
    if not _DEVELOPS.search(case.text):
        return not_applicable("no_development")
    text = _NOT_OWNED.sub("", case.text)
    if not _OWNED.search(text):
        return found(Hit(params={"detail": "未约定成果知识产权归属，依法可能归受托人"}))
    detail = "约定成果知识产权归受托人，甲方没有取得所有权"
    given_away = [] if _OURS.search(text) else list(case.search(_THEIRS, _NOT_OWNED))
    return found(*(hit(case, s, m, severity=Severity.MEDIUM, detail=detail) for s, m in given_away[:1]))


def data_security_missing(case: Case) -> Outcome:
    """Systems or data of a public body, with fewer than three of the safeguards the law wants agreed."""
    public = any(party.name and is_government(party.name) for party in case.facts.parties)
    if not (_PUBLIC_DATA.search(case.text) or (public and case.is_class("IT"))):
        return not_applicable("no_public_data")
    if not case.is_class("IT") and not re.search(r"数据|系统|平台|信息化|数字化", case.text):
        return not_applicable("no_public_data")
    text = _without_names(case)
    missing = [name for name, cue in SAFEGUARDS if not cue.search(text)]
    few = len(SAFEGUARDS) - len(missing) < ENOUGH
    return found(Hit(params={"items": "、".join(missing)})) if few else found()


def _without_names(case: Case) -> str:
    """The text without names of parties and laws: a bureau of data or a law of data security agrees on nothing."""
    names = [re.escape(squeeze(party.name)) for party in case.facts.parties if party.name]
    return re.sub("|".join((r"《[^《》\n]{1,40}》", *names)), "", case.text)


def pi_entrust_terms_missing(case: Case) -> Outcome:
    """The other side handles personal information without the terms the law asks for."""
    mentions = list(case.search(_PERSONAL, _ONLY_SECRECY))
    if not mentions:
        return not_applicable("no_personal_information")
    about = "".join(
        article.text for article in case.articles if re.search(r"个人信息|身份证|手机号|人员信息", article.text)
    )
    missing = [name for name, cue in ELEMENTS if not cue.search(about)]
    return found(*([hit(case, *mentions[0], items="、".join(missing))] if missing else []))


def state_secret_terms_missing(case: Case) -> Outcome:
    """The work is classified, but no secrecy agreement or no qualification is named."""
    mention = next(case.search(_SECRET, _NOT_SECRET), None)
    if mention is None:
        return not_applicable("no_state_secret")
    missing = [] if _SECRET_TERMS.search(case.text) else ["保密协议"]
    if _SECRET_WORK.search(case.text) and not _LICENSED.search(case.text):
        missing.append("保密资质")
    return found(*([hit(case, *mention, items="、".join(missing))] if missing else []))


_DATA_CLASSES = ("IT", "SERVICE", "ENTRUST")
RULES = (
    Rule(
        id="ip_ownership_missing",
        title="成果知识产权归属未约定",
        severity=Severity.HIGH,
        check=ip_ownership_missing,
        categories=_DATA_CLASSES,
        needs_class=True,
        basis=(
            row("著作权法（2010修正）", "第17条", "M", "2010-04-01", "2021-06-01"),
            row("著作权法（2020修正）", "第19条", "V", "2021-06-01"),
            civil_code("第845条、第859条、第861条"),
            contract_law("第324条、第339条、第341条"),
        ),
        message="{detail}。",
        suggestion="本项目形成的成果（含源代码、文档、数据）的知识产权归甲方所有，乙方交付全部源代码。",
        positive_sentences=(
            "［IT］本合同约定软件开发内容、进度和付款。",
            "［ENTRUST］课题研究完成后乙方提交研究报告并开具发票，其他事项按行业惯例。",
            "［IT］乙方承担系统开发，保证不侵犯第三方知识产权，甲方可以使用。",
            "［IT］系统开发形成的软件著作权归乙方所有，甲方可以使用。",
        ),
        negative_sentences=(
            "［IT］软件开发成果的著作权和源代码归甲方所有。",
            "［GOODS］乙方保证货物不侵犯第三方知识产权。",
            "［SERVICE］乙方提供保洁服务。",
        ),
    ),
    Rule(
        id="data_security_missing",
        title="信息化服务缺少数据安全、网络安全条款",
        severity=Severity.HIGH,
        check=data_security_missing,
        categories=_DATA_CLASSES,
        needs_class=True,
        basis=(
            row("数据安全法", "第40条", "V", "2021-09-01"),
            row("网络数据安全管理条例", "第12条、第15条、第16条", "V", "2025-01-01"),
            row("政务数据共享条例", "第25条、第36条", "V", "2025-08-01"),
            row("网络安全法（2016）", "第21条、第25条", "M", "2017-06-01", "2026-01-01"),
            row("网络安全法（2025修正）", "第23条、第24条、第27条、第38条、第61条", "V", "2026-01-01"),
        ),
        message="信息化服务合同缺少数据安全条款：{items}。",
        suggestion="明确数据处理权限、保护责任、等级保护要求、事件报告、返还删除和甲方监督检查权。",
        positive_sentences=(
            "［IT］乙方提供政务系统7×24小时运维，按月结算。",
            "［SERVICE］乙方对政务数据进行清洗加工并交付成果。",
            "［IT］甲方：云溪县大数据局\n乙方：云溪软件有限公司\n乙方开发审批平台，验收后付款。",
        ),
        negative_sentences=(
            "［IT］乙方履行等级保护义务，不得擅自留存、使用、泄露政务数据，发生安全事件立即报告，合同终止后返还并删除数据。",
            "［GOODS］乙方负责办公家具送货安装。",
            "［SERVICE］乙方提供保洁服务。",
        ),
    ),
    Rule(
        id="pi_entrust_terms_missing",
        title="委托处理个人信息要素不全",
        severity=Severity.HIGH,
        check=pi_entrust_terms_missing,
        categories=_DATA_CLASSES,
        basis=(
            row("个人信息保护法", "第21条、第55条、第59条", "V", "2021-11-01"),
            row("网络数据安全管理条例", "第12条", "V", "2025-01-01"),
        ),
        message="委托处理个人信息应当约定目的、期限、处理方式、种类、保护措施以及双方权利义务，缺少：{items}。",
        suggestion="增加《个人信息委托处理附件》，逐项列明要素，并约定返还、删除和不得转委托。",
        positive_sentences=(
            "乙方录入居民身份证号和手机号，用于系统上线。",
            "甲方向乙方提供参训人员个人信息，由乙方组织培训。",
            "乙方负责采集学生信息并导入平台。",
        ),
        negative_sentences=(
            (
                "委托处理的个人信息种类为姓名、手机号，处理目的为发送通知，处理方式为存储和短信发送，期限至2026年12月31日，"
                "乙方采取加密和去标识化措施，双方权利义务见附件。"
            ),
            "项目联系人：张某，联系电话见首页。",
            "乙方不得泄露在服务中知悉的个人信息。",
        ),
    ),
    Rule(
        id="pi_cross_border_or_subentrust",
        title="个人信息出境或转委托",
        severity=Severity.HIGH,
        check=fires_on(_ABROAD, _NOT_ABROAD),
        categories=_DATA_CLASSES,
        basis=(row("个人信息保护法", "第21条第3款、第36条、第38条、第40条", "V", "2021-11-01"),),
        message="国家机关处理的个人信息应当境内存储，未经同意不得转委托（“{text}”）。",
        suggestion="数据全部存储于境内政务云，未经甲方书面同意不得转委托、不得出境。",
        positive_sentences=(
            "系统数据部署在乙方境外云服务器。",
            "乙方可转委托第三方处理个人信息，无需另行告知。",
            "业务数据备份存储于海外机房。",
        ),
        negative_sentences=(
            "系统数据应当存储在中华人民共和国境内，不得向境外提供。",
            "未经甲方书面同意，乙方不得转委托处理个人信息。",
            "系统部署在甲方机房。",
        ),
    ),
    Rule(
        id="state_secret_terms_missing",
        title="涉密项目缺少保密协议或资质",
        severity=Severity.HIGH,
        check=state_secret_terms_missing,
        basis=(
            row("保守国家秘密法（2010）", "第34条", "M", "2010-10-01", "2024-05-01"),
            row("保守国家秘密法（2024修订）", "第41条、第42条", "V", "2024-05-01"),
            row("保守国家秘密法实施条例（2024修订）", "第47条、第48条", "V", "2024-09-01"),
        ),
        message="委托从事涉及国家秘密的业务应当签订保密协议，特定业务须有保密资质，缺少：{items}。",
        suggestion="增加保密协议附件，载明密级、保密期限、人员管理、载体清退和资质要求。",
        positive_sentences=(
            "本项目为涉密信息系统集成项目，乙方应按期完工。",
            "乙方承担秘密级档案数字化加工，费用据实结算。",
            "本工程图纸涉密，双方签订保密协议，系统由乙方集成。",
        ),
        negative_sentences=(
            "本项目涉密，乙方具有涉密信息系统集成资质，双方另行签订保密协议作为附件三。",
            "双方对商业秘密负有保密义务。",
            "本项目不涉及国家秘密。",
        ),
    ),
    Rule(
        id="confidentiality_blocks_disclosure",
        title="保密条款与法定公开冲突",
        severity=Severity.MEDIUM,
        check=fires_on(_ALL_SECRET, _CARVED_OUT),
        categories=("GOODS", "SERVICE", "IT", "WORKS", "EXPRO", "ASSET_TRANSFER"),
        basis=(
            procurement_regulation("第50条"),
            row("政府信息公开条例", "第14条、第15条、第20条、第26条", "V", "2019-05-15"),
            service_purchasing("第23条第3款"),
        ),
        message="政府采购合同依法应当公告，全文保密约定与法定公开义务冲突（“{text}”）。",
        suggestion="增加“依法应当公告、公开以及接受审计、财政、监察监督的除外”。",
        positive_sentences=(
            "本合同全部内容均为保密信息，双方不得向任何第三方披露。",
            "合同内容双方严格保密，任何情况下不得公开。",
            "本协议条款不得向任何人透露。",
        ),
        negative_sentences=(
            "除依法应当公告、公开或者接受审计监督外，双方对商业秘密予以保密。",
            "乙方对履约中知悉的甲方工作秘密负有保密义务。",
            "合同内容依法公开。",
        ),
    ),
)
