"""Rules about compensation for expropriation: what must be agreed, and what comes first."""

import re

from contract_platform.analysis.model import Record, Severity
from contract_platform.analysis.rules.case import Case
from contract_platform.analysis.rules.law import row
from contract_platform.analysis.rules.rule import Hit, Outcome, Rule, fires_on, found


class _Item(Record, frozen=True, kw_only=True):
    """One thing an agreement has to settle; ``when`` limits it to agreements that speak of something."""

    name: str
    cue: re.Pattern[str]
    when: re.Pattern[str] | None = None


def _item(name: str, cue: str, when: str | None = None) -> _Item:
    return _Item(name=name, cue=re.compile(cue), when=re.compile(when) if when else None)


_HOUSES = (
    _item("补偿方式", r"货币补偿|产权调换|补偿方式"),
    _item(
        "补偿金额",
        r"补偿[^。；\n]{0,20}(?:\d|[壹贰叁肆伍陆柒捌玖拾佰仟万]{2,}|_)[^。；\n]{0,12}元|补偿(?:总)?(?:金额|价款|总额|款)",
    ),
    _item(
        "支付期限",
        r"支付期限|(?:日|天|月)内[^。；\n]{0,24}(?:支付|付清|拨付)|(?:支付|付清)[^。；\n]{0,16}(?:日|月|年)(?:前|内)|一次性(?:付清|支付)|金额、支付期限",
    ),
    _item("搬迁费", r"搬迁(?:补助)?费|搬家费"),
    _item(
        "搬迁期限",
        r"搬迁期限|(?:日|月|前|内)[^。；\n]{0,10}(?:搬迁|腾空|腾房|交房|搬出)|(?:搬迁|腾空|腾房)[^。；\n]{0,14}(?:前|日内|完毕)",
    ),
    _item("临时安置费或者周转用房", r"临时安置|过渡费|周转(?:用)?房", r"产权调换|安置房"),
    _item("过渡方式和过渡期限", r"过渡(?:期|方式)", r"产权调换|安置房"),
    _item(
        "安置房地点和面积",
        r"安置房[^。；\n]{0,20}(?:地点|位于|坐落|面积|地点面积)|产权调换房屋[^。；\n]{0,20}(?:地点|位于|坐落|面积)",
        r"产权调换|安置房",
    ),
    _item("停产停业损失", r"停产停业", r"经营(?:用房|性)|商业用房|门面|商铺|厂房"),
)
_LAND = (
    _item("土地补偿费", r"土地补偿|补偿费"),
    _item("安置补助费", r"安置补助|人员安置|劳力安置|安置"),
    _item("青苗和地上附着物补偿", r"青苗|附着物"),
    _item(
        "支付期限",
        r"(?:日|天|月)内[^。；\n]{0,24}(?:支付|付清|拨付|付)|(?:支付|付清)[^。；\n]{0,16}(?:日|月|年)(?:前|内)|一次性(?:付清|支付)|签订(?:之日|后)[^。；\n]{0,20}付",
    ),
    _item("社会保障费用", r"社会保障|社保|养老保险"),
)
_OF_LAND = re.compile(r"征(?:用|收)[^。；\n]{0,6}土地|征地|集体土地|土地补偿费")
_OF_HOUSES = re.compile(r"被征收人|房屋征收|征收[^。；\n]{0,6}房屋|产权调换|被拆迁|房屋补偿|腾房|搬迁费")
_PAID_AFTER = re.compile(
    r"(?:搬迁|腾空|腾房|交房|交付房屋|拆除)[^。；\n]{0,24}(?:后|完毕)[^。；\n]{0,20}(?:支付|付清|发放|结清)[^。；，\n]{0,12}(?:补偿款|补偿费|补偿金|征收款|安置款)"
)


def expropriation_missing_items(case: Case) -> Outcome:
    """What the regulation wants settled and the agreement does not mention."""
    land = bool(_OF_LAND.search(case.text)) and not _OF_HOUSES.search(case.text)
    wanted = [i for i in (_LAND if land else _HOUSES) if i.when is None or i.when.search(case.text)]
    missing = [item.name for item in wanted if not item.cue.search(case.text)]
    return found(*([Hit(params={"items": "、".join(missing)})] if missing else []))


RULES = (
    Rule(
        id="expropriation_missing_items",
        title="征收补偿协议缺少法定事项",
        severity=Severity.HIGH,
        check=expropriation_missing_items,
        categories=("EXPRO",),
        needs_class=True,
        basis=(
            row("国有土地上房屋征收与补偿条例", "第17条、第19条、第21条、第22条、第25条第1款", "V", "2011-01-21"),
            row("土地管理法", "第47条、第48条", "V", "2020-01-01"),
            row("土地管理法实施条例", "第29条", "V", "2021-09-01"),
        ),
        message="补偿协议缺少：{items}。",
        suggestion="补充补偿方式、金额和支付期限、安置房、搬迁费、临时安置费、停产停业损失、搬迁期限、过渡方式和期限。",
        positive_sentences=(
            "［EXPRO］房屋征收补偿总额为人民币50万元，双方签字后生效。",
            "［EXPRO］被征收人选择产权调换，补偿款10日内支付，搬迁费2000元，30日内搬迁完毕。",
            "［EXPRO］征收土地三亩，土地补偿费9万元，签订后10日内支付。",
        ),
        negative_sentences=(
            "［EXPRO］被征收人选择货币补偿，补偿金额50万元，10日内支付；搬迁费2000元；30日内搬迁完毕。",
            (
                "［EXPRO］房屋征收实行产权调换，补偿金额差价5万元于10日内付清；安置房位于云溪路1号，面积90平方米；"
                "过渡费每月1000元，过渡期限两年；搬迁费2000元，30日内腾空。"
            ),
            "［EXPRO］征收土地三亩：土地补偿费、安置补助费、青苗补偿费和社会保障费用于签订后10日内支付。",
        ),
    ),
    Rule(
        id="relocate_before_compensation",
        title="先搬迁后补偿",
        severity=Severity.HIGH,
        check=fires_on(_PAID_AFTER, re.compile(r"奖励")),
        categories=("EXPRO",),
        basis=(
            row("国有土地上房屋征收与补偿条例", "第27条", "V", "2011-01-21"),
            row("土地管理法", "第48条第4款", "V", "2020-01-01"),
        ),
        message="应当先补偿、后搬迁，本协议将补偿款支付时间约定在搬迁之后（“{text}”）。",
        suggestion="甲方在本协议签订后__日内支付补偿款，乙方自收到补偿款之日起__日内完成搬迁。",
        positive_sentences=(
            "［EXPRO］乙方腾空房屋并经验收后30日内，甲方支付全部补偿款。",
            "［EXPRO］待房屋拆除完毕后支付补偿款。",
            "［EXPRO］乙方搬迁完毕后，甲方一次性发放补偿费。",
        ),
        negative_sentences=(
            "［EXPRO］甲方支付补偿款后15日内，乙方完成搬迁。",
            "［EXPRO］乙方按期搬迁的，甲方在搬迁完成后支付搬迁奖励。",
            "［EXPRO］补偿款于本协议签订后10日内一次性付清，乙方30日内腾房。",
        ),
    ),
)
