"""Rules about courts: places without connection, exclusive jurisdiction, foreign law, open options, no place at all."""

import re
from collections.abc import Iterator
from itertools import groupby

from contract_platform.analysis.model import Severity
from contract_platform.analysis.rules.case import Case
from contract_platform.analysis.rules.law import arbitration_law, civil_code, contract_law, row
from contract_platform.analysis.rules.passage import Passage
from contract_platform.analysis.rules.rule import Hit, Outcome, Rule, fires_on, found, hit, not_applicable, unchecked

_COURT = re.compile(
    r"(?:向|由|到|至|提交|诉至|在)[^，。；\n]{0,30}?(?P<court>[\u4e00-\u9fa5]{0,16}法院)[^，。；\n]{0,10}(?:起诉|诉讼|管辖|裁决|解决|判决|审理|裁判)"
)
_CONNECTED = re.compile(
    r"所在地|住所地|注册地|签订地|签约地|履行地|项目地|工程地|标的物|不动产|有管辖权|甲方|乙方|被告|原告|双方(?!同意|一致|约定|均)|当地|出租|承租|发包|承包|采购人|供应商"
)
_PLACE = re.compile(r"([\u4e00-\u9fa5]{2,7}?)(?:省|市|自治州|自治县|区|县|旗)")
_ADDRESS = re.compile(
    r"(?:住所|住址|地址|签订地点?|签约地点?|履行地点?|交货地点|工程地点|项目地点|坐落|座落)[^：\n]{0,6}[：于在][^\n]{2,}"
)
_ELSEWHERE = re.compile(
    r"(?:承包[人方]|发包[人方]|出租[人方]|承租[人方]|甲方|乙方|原告|被告|守约方|合同)(?:的)?(?:住所地|所在地|注册地|签订地)"
    r"[^，。；\n]{0,12}法院"
)
_IMMOVABLE_COURT = re.compile(r"(?:工程|不动产|房屋|项目|租赁物|物业|标的物)所在地")
_IMMOVABLE = re.compile(r"房屋|房产|商铺|门面|厂房|写字楼|办公楼|场地|土地|宿舍|铺位|仓库|工程|施工")
_DESIGN = re.compile(r"勘察|设计|监理|咨询")
_FOREIGN = re.compile(
    r"适用(?!.{0,6}中华人民共和国)[^。；，\n]{0,4}(?:新加坡|英国|美国|德国|法国|日本|英格兰|香港|澳门)[^。；，\n]{0,6}法(?:律)?(?!律?规定的[^。]{0,8}标准)"
    r"|(?:新加坡|英国|美国|德国|法国|日本|伦敦|纽约|香港)[^。；，\n]{0,6}法院"
    r"|受[^。；，\n]{0,4}(?:新加坡|英国|美国|德国|法国|日本|英格兰|香港|澳门)[^。；，\n]{0,4}法(?:律)?[^。；，\n]{0,4}(?:管辖|约束|支配|调整)"
)
_OPEN_NUMBER = re.compile(r"(?:以下|下列|如下)?第[_【】\[\]（）/]*[种项](?:方式|办法|途径|情况|标准|方案)")
_BOX, _TICK = re.compile(r"□"), re.compile(r"[☑☒■✔✓√]")
_INSTRUCTION = re.compile(r"[“\"'‘「（][^”\"'’」）]{0,14}[√✓][^”\"'’」）]{0,6}[”\"'’」）]|打√|划√")
_NO_PLACE = re.compile(
    r"(?:向|由|到|提交|诉至|通过|提请)(?:有关|相关|国家|当事|任何)?(?:的)?(?:人民)?法院(?:提起|起诉|诉讼|管辖|裁决|解决|判决|审理|提出)"
    r"|(?:通过|采取|以)(?:法律)?诉讼(?:方式|途径|程序)?(?:予以)?解决"
)
_OTHER_SUIT = re.compile(r"裁决不服|强制执行|财产保全|劳动|第三方|撤销|行政诉讼|复议")


def _dispute(case: Case) -> Iterator[Passage]:
    """Statements that send disputes to a court."""
    for statement in case.statements:
        if ("法院" in statement.text or _NO_PLACE.search(statement.text)) and not _OTHER_SUIT.search(statement.text):
            yield statement


def jurisdiction_no_connection(case: Case) -> Outcome:
    """A court is named whose place occurs nowhere else in the contract."""
    named = [(s, m) for s in _dispute(case) if (m := _COURT.search(s.text)) and _PLACE.search(m["court"])]
    if not named:
        return not_applicable("no_court_named")
    hits = []
    for statement, match in named:
        if _CONNECTED.search(statement.text[: match.end("court")]):
            continue
        rest = case.text[: statement.at] + case.text[statement.end :]
        if not _ADDRESS.search(rest) and not any(party.name for party in case.facts.parties):
            return unchecked("places_not_known")
        places = [place.lstrip("向由到至在") for place in _PLACE.findall(match["court"])]
        if not any(place in rest for place in places if place):
            hits.append(hit(case, statement, match, court=match["court"].lstrip("向由到至在")))
    return found(*hits)


def jurisdiction_exclusive(case: Case) -> Outcome:
    """A lease of rooms or a works contract chooses another court than that of the place of the immovable."""
    if not _IMMOVABLE.search(case.text):
        return not_applicable("no_immovable")
    title = case.facts.title.value if case.facts.title else ""
    milder = Severity.MEDIUM if _DESIGN.search(title) else None
    return found(
        *(
            hit(case, statement, match, severity=milder)
            for statement in _dispute(case)
            if (match := _ELSEWHERE.search(statement.text)) and not _IMMOVABLE_COURT.search(statement.text)
        )
    )


def dispute_option_unselected(case: Case) -> Outcome:
    """以下第__种方式 without a number, or a group of boxes none of which is ticked."""
    numbers = [hit(case, statement, match) for statement, match in case.search(_OPEN_NUMBER)]
    return found(*numbers, *_unticked(case))


def _unticked(case: Case) -> Iterator[Hit]:
    """Runs of lines with boxes: one finding for a run of at least two boxes without a tick."""
    marked = [(s, _INSTRUCTION.sub("", s.text)) for s in case.sentences]
    for boxed, group in groupby(marked, key=lambda pair: bool(_BOX.search(pair[1]) or _TICK.search(pair[1]))):
        rows = list(group)
        text = "".join(plain for _, plain in rows)
        if boxed and len(_BOX.findall(text)) > 1 and not _TICK.search(text):
            yield hit(case, rows[0][0])


def court_unspecified(case: Case) -> Outcome:
    """Disputes go to a court, but no place or connection says which."""
    statements = [s for s in _dispute(case) if _NO_PLACE.search(s.text)]
    if not statements:
        return not_applicable("no_court_clause")
    return found(*(hit(case, s, _NO_PLACE.search(s.text)) for s in statements if not _CONNECTED_COURT.search(s.text)))


_CONNECTED_COURT = re.compile(r"(?:所在地|住所地|签订地|签约地|履行地|当地|有管辖权)[^，。；\n]{0,10}法院|仲裁")
RULES = (
    Rule(
        id="jurisdiction_no_connection",
        title="协议管辖法院与争议无实际联系",
        severity=Severity.HIGH,
        check=jurisdiction_no_connection,
        basis=(
            row("民事诉讼法（2023修正）", "第35条", "V", "2024-01-01"),
            row("民事诉讼法", "第34条（协议管辖，旧条号）", "M", "2013-01-01", "2024-01-01"),
            row("民诉法解释", "第30条", "V", "2015-02-04"),
            row("法释〔2025〕15号（管辖批复）", "第一条至第三条", "V", "2025-12-31"),
        ),
        message="约定的管辖法院（{court}）与合同中的住所地、履行地、签订地、标的物所在地均不一致，管辖约定可能无效。",
        suggestion="由甲方住所地有管辖权的人民法院管辖。",
        positive_sentences=(
            "甲方：杭州市水务局\n乙方：杭州某建设有限公司\n因本合同发生的诉讼由深圳市南山区人民法院管辖。",
            "甲方住所：南京市鼓楼区\n合同签订地点：南京市\n争议由海口市龙华区人民法院管辖。",
            "采购人：云溪县中学\n供应商：云溪百货有限公司\n发生纠纷的，向广州市天河区人民法院起诉。",
        ),
        negative_sentences=(
            "因本合同发生的诉讼，由甲方住所地有管辖权的人民法院管辖。",
            "合同签订地：北京市海淀区\n争议由合同签订地北京市海淀区人民法院管辖。",
            "甲方：杭州市水务局\n争议由杭州市西湖区人民法院管辖。",
        ),
    ),
    Rule(
        id="jurisdiction_exclusive",
        title="违反不动产专属管辖",
        severity=Severity.HIGH,
        check=jurisdiction_exclusive,
        categories=("WORKS", "ASSET_LEASE"),
        needs_class=True,
        basis=(
            row("民事诉讼法（2023修正）", "第34条第1项", "V", "2024-01-01"),
            row("民事诉讼法", "第33条第1项（旧条号）", "M", "2013-01-01", "2024-01-01"),
            row("民诉法解释", "第28条第2款", "V", "2015-02-04"),
        ),
        message="建设工程施工、房屋租赁等纠纷按不动产专属管辖，约定其他法院（“{text}”）无效。",
        suggestion="争议由工程所在地（不动产所在地）有管辖权的人民法院管辖。",
        positive_sentences=(
            "［WORKS］工程施工争议由承包人住所地南京市的人民法院管辖。",
            "［ASSET_LEASE］房屋租赁纠纷由出租人住所地人民法院管辖。",
            "［ASSET_LEASE］租用商铺发生争议的，向甲方所在地人民法院起诉。",
        ),
        negative_sentences=(
            "［WORKS］施工争议由工程所在地有管辖权的人民法院管辖。",
            "［WORKS］施工争议提交金华仲裁委员会仲裁。",
            "［ASSET_LEASE］车辆租赁争议由甲方所在地人民法院管辖。",
        ),
    ),
    Rule(
        id="foreign_court_or_law",
        title="约定外国法院管辖或适用外国法律",
        severity=Severity.HIGH,
        check=fires_on(
            _FOREIGN,
            re.compile(
                r"不(?:得)?适用[^。；，]{0,8}(?:外国|境外|国|英格兰|香港|澳门)[^。；，]{0,6}法|符合[^。；]{0,12}标准"
            ),
        ),
        basis=(
            row("涉外民事关系法律适用法", "第3条、第41条", "V", "2011-04-01"),
            row("民事诉讼法（2023修正）", "第276条至第280条", "V", "2024-01-01"),
            row("民诉法解释", "第529条", "V", "2015-02-04"),
            row("浙政办发〔2013〕37号等地方规定", "涉外合同优先适用中国法", "VP", "2013-01-01"),
        ),
        message="无涉外因素的合同不能选择外国法，外国法院管辖对政府一方极为不利（“{text}”）。",
        suggestion="本合同适用中华人民共和国法律，由甲方住所地有管辖权的人民法院管辖。",
        positive_sentences=(
            "本合同适用新加坡法律并依其解释。",
            "因本合同产生的争议由英国伦敦法院排他管辖。",
            "本协议的解释适用香港法律。",
        ),
        negative_sentences=(
            "本合同的订立、效力、解释和争议解决适用中华人民共和国法律（不包括冲突规范）。",
            "设备应符合德国法律规定的安全标准和欧盟认证要求。",
            "本合同不适用英国法律。",
        ),
    ),
    Rule(
        id="dispute_option_unselected",
        title="争议解决等选项未勾选",
        severity=Severity.MEDIUM,
        check=dispute_option_unselected,
        basis=(
            civil_code("第470条、第510条"),
            contract_law("第12条、第61条"),
            *arbitration_law("第16条、第18条", "第27条"),
        ),
        message="选项未选择（“{text}”），条款无确定内容。",
        suggestion="请在备选方式中择一填写并勾选，删去其余各项。",
        positive_sentences=(
            "争议按下列第____种方式解决：（1）仲裁；（2）诉讼。",
            "付款方式：□一次性支付 □分期支付",
            "发生争议的，选择以下方式（请在选择项中打“√”）：\n□提请仲裁\n□向法院起诉",
        ),
        negative_sentences=(
            "争议按下列第（2）种方式解决：（1）仲裁；（2）诉讼。",
            "付款方式：☑一次性支付 □分期支付",
            "本合同共有三种方式可供选择，双方选定第一种。",
        ),
    ),
    Rule(
        id="court_unspecified",
        title="诉讼管辖法院未约定",
        severity=Severity.LOW,
        check=court_unspecified,
        basis=(
            row("民事诉讼法（2023修正）", "第24条、第35条", "V", "2024-01-01"),
            row("民事诉讼法", "第23条、第34条（旧条号）", "M", "2013-01-01", "2024-01-01"),
        ),
        message="只写向法院起诉（“{text}”），没有写明由哪里的法院管辖，届时由被告住所地或合同履行地法院管辖。",
        suggestion="由甲方住所地有管辖权的人民法院管辖。",
        positive_sentences=(
            "协商不成的，双方可向人民法院起诉。",
            "发生纠纷时，任何一方可以向法院提起诉讼。",
            "争议由人民法院裁决。",
        ),
        negative_sentences=(
            "协商不成的，向甲方所在地人民法院起诉。",
            "争议由合同签订地有管辖权的人民法院管辖。",
            "一方不履行裁决的，另一方可以向人民法院申请强制执行。",
        ),
    ),
)
