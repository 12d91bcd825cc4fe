"""Rules about favours to one enterprise: tax and land refunds, ties to a place, exclusive rights."""

import re

from contract_platform.analysis.model import Severity
from contract_platform.analysis.rules.law import (
    anti_monopoly,
    budget_law,
    business_environment,
    fair_competition,
    row,
)
from contract_platform.analysis.rules.rule import Rule, fires_on

_TAX_REFUND = re.compile(
    r"(?:税收|增值税|所得税|地方留成|纳税(?:总)?额|税收贡献|地方财政贡献|地方财力)[^。；\n]{0,26}(?:返还|奖励|补贴|奖补|兑现|扶持)"
    r"|先征后返"
)
_GENERAL_TAX = re.compile(
    r"国家规定[^。；]{0,14}优惠|依法享受|代扣|代缴|自行承担|不(?:得|予|再|作)[^，。；]{0,10}(?:返还|奖励|补贴|奖补|扶持)"
)
_LAND_REFUND = re.compile(
    r"(?:土地出让金|土地价款|出让金|地价款|土地款)[^。；\n]{0,16}(?:返还|奖励|补贴|减免|抵扣|退还|返补)|零地价"
    r"|(?:土地|地价|亩)[^。；\n]{0,40}(?:(?:部分)?外[^。；\n]{0,4}其[他余]|(?:超出|超过|高出)[^。；，\n]{0,16}|差额)部分[^。；\n]{0,16}由(?:甲方|政府|财政)"
    r"[^。；\n]{0,24}(?:扶持|返还|奖励|补|基金|承担)"
)
_NO_LAND_REFUND = re.compile(
    r"不(?:得|予|再)[^，。；]{0,10}(?:返还|奖励|补贴|减免|抵扣|退还)|不予退还|收回[^。；]{0,12}土地|解除|定金抵"
)
_TIE = re.compile(
    r"(?:须|应当?|必须|承诺|保证|需)[^。；，\n]{0,10}在(?:本|我|甲方所在|当地|项目所在)?(?:区|市|县|镇|地|园区|开发区)?"
    r"(?:内|域)?[^。；，\n]{0,6}(?:注册|设立)[^。；，\n]{0,10}(?:公司|法人|机构|企业|分支|方可)"
    r"|不得[^。；，\n]{0,12}迁出|(?:不|不得)[^。；，\n]{0,8}(?:变更|改变|迁移)[^。；，\n]{0,4}(?:纳税地|注册地|税收关系)"
    r"|在(?:本|我|当地|甲方所在)(?:区|市|县|镇|地)[^。；，\n]{0,6}(?:依法)?纳税[^。；，\n]{0,8}(?:为条件|为前提|方可|否则)"
)
_SERVICE_POINT = re.compile(r"协助|代为|网点|服务站|依法注册的?(?:企业|独立法人)|户口|国境|出境|设备|人员不得")
_EXCLUSIVE = re.compile(
    r"(?:甲方|政府|管委会)?[^。；，\n]{0,10}(?:授予|给予)[^。；\n]{0,22}(?:独家|唯一|排他)"
    r"|不再(?:引入|引进|批准|审批)[^。；\n]{0,10}(?:同类|其他|类似)"
    r"|(?:优先|指定)(?:采购|使用)乙方"
    r"|乙方[^。；，\n]{0,10}(?:享有|拥有|取得)[^。；，\n]{0,10}(?:独家|排他)[^。；，\n]{0,8}(?:经营|运营|开发|合作|特许)"
)
_NOT_EXCLUSIVE = re.compile(r"非排他|非独家|不(?:具有)?(?:排他|独家)|公开(?:招标|竞争)方式(?:选定|确定|取得)")

RULES = (
    Rule(
        id="tax_refund_promise",
        title="税收返还、先征后返、与税收挂钩的奖励",
        severity=Severity.HIGH,
        check=fires_on(_TAX_REFUND, _GENERAL_TAX),
        categories=("INVEST", "FRAME"),
        basis=(
            row("税收征收管理法", "第3条、第33条、第84条", "V", "2001-05-01"),
            fair_competition("第10条第1项、第2项"),
            row("公平竞争审查条例实施办法", "第18条、第19条", "VP", "2025-04-20"),
            budget_law("第93条"),
        ),
        message="与税收挂钩的返还、奖励承诺（“{text}”）违反公平竞争审查和税收法定要求，条款可能无效且无法兑现。",
        suggestion="删除税收挂钩奖励；可引用面向全体符合条件企业、已通过公平竞争审查的普惠政策。",
        positive_sentences=(
            "甲方将乙方缴纳税收地方留成部分的80%以产业扶持资金形式返还乙方。",
            "乙方自投产年度起五年内，按其税收贡献给予100%奖励。",
            "乙方缴纳的增值税实行先征后返。",
        ),
        negative_sentences=(
            "乙方依法享受国家规定的高新技术企业所得税优惠。",
            "乙方应依法纳税并接受税务机关监管。",
            "甲方不得以税收返还的形式给予乙方奖励。",
        ),
    ),
    Rule(
        id="land_price_refund",
        title="土地出让金返还、零地价",
        severity=Severity.HIGH,
        check=fires_on(_LAND_REFUND, _NO_LAND_REFUND),
        categories=("INVEST", "ASSET_TRANSFER", "FRAME"),
        basis=(
            row("国有土地使用权合同解释（法释〔2020〕17号修正）", "第3条", "V", "2005-08-01"),
            row("城市房地产管理法", "第13条第3款", "V", "1995-01-01"),
            row("土地管理法", "第55条", "V", "1999-01-01"),
            row("国办发〔2006〕100号", "土地出让收支管理", "VP", "2007-01-01"),
            budget_law("第93条"),
            fair_competition("第10条第3项"),
        ),
        message="返还、减免土地出让金或零地价（“{text}”）违反土地出让收支管理规定，价格条款可能无效。",
        suggestion="项目用地依法以招标拍卖挂牌方式供应，价款以成交价为准并足额缴纳。",
        positive_sentences=(
            "超出每亩10万元部分的土地出让金由甲方全额奖励给乙方。",
            "甲方以零地价方式供应项目用地。",
            "乙方缴清土地价款后，甲方按80%的比例返还给乙方用于基础设施建设。",
        ),
        negative_sentences=(
            "乙方应在出让合同签订后30日内缴清土地出让金。",
            "土地使用权通过公开招拍挂方式取得，价格以成交价为准。",
            "土地出让金应当足额缴纳，甲方不得减免、返还。",
        ),
    ),
    Rule(
        id="local_registration_tie",
        title="强制本地注册、限制迁出、以本地纳税为条件",
        severity=Severity.HIGH,
        check=fires_on(_TIE, _SERVICE_POINT),
        categories=("INVEST", "FRAME", "GOODS", "SERVICE", "WORKS"),
        basis=(
            fair_competition("第9条第1项、第2项、第5项"),
            row("公平竞争审查条例实施办法", "全文（注册、纳税、入统条件）", "VP", "2025-04-20"),
            row("反垄断法（2022修正）", "第43条", "V", "2022-08-01"),
            business_environment("第13条"),
        ),
        message="要求本地注册、限制迁出（“{text}”）属于妨碍全国统一大市场的内容，须经公平竞争审查并删除。",
        suggestion="改为服务响应能力要求，不限定注册地和纳税地。",
        positive_sentences=(
            "乙方中标后须在本区注册设立独立法人子公司方可签订合同。",
            "乙方承诺十年内不得将注册地址迁出本县，否则全额退还奖励。",
            "合作期内乙方不得变更注册地、纳税地。",
        ),
        negative_sentences=(
            "乙方在本地设有售后服务网点，响应时间不超过2小时。",
            "乙方为在本区注册的企业，统一社会信用代码见首页。",
            "乙方应在开工前向项目所在地主管部门办理备案登记。",
        ),
    ),
    Rule(
        id="exclusivity_grant",
        title="授予独家经营、排他合作",
        severity=Severity.HIGH,
        check=fires_on(_EXCLUSIVE, _NOT_EXCLUSIVE),
        categories=("FRAME", "INVEST", "PPP", "SERVICE"),
        basis=(
            anti_monopoly("第39条、第40条"),
            fair_competition("第8条第2项、第3项"),
            row(
                "基础设施和公用事业特许经营管理办法（2024年第17号令）",
                "第4条（公开竞争取得的除外）",
                "VP",
                "2024-05-01",
            ),
            row("反垄断法（2007）", "第32条、第37条", "M", "2008-08-01", "2022-08-01"),
        ),
        message="以协议方式授予独家经营权或限定交易（“{text}”），可能构成滥用行政权力排除、限制竞争。",
        suggestion="双方合作为非排他性合作；具体项目依法通过公开竞争方式确定合作主体。",
        positive_sentences=(
            "甲方授予乙方在全区范围内独家运营智慧停车业务的权利。",
            "合作期内甲方不再引入其他同类企业，所属单位优先采购乙方产品。",
            "乙方享有本区充电设施的独家建设经营权。",
        ),
        negative_sentences=(
            "双方的合作为非排他性合作。",
            "乙方是本次采购的成交供应商。",
            "甲方授予乙方成果的非独家使用许可。",
        ),
    ),
)
