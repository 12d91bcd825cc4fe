"""Rules that compare the contract with what surrounds it: budget, award, original contract, consortium."""

import re

from contract_platform.analysis.compact import squeeze
from contract_platform.analysis.dates import dates
from contract_platform.analysis.facts.amount import sums
from contract_platform.analysis.model import AmountFact, Evidence, Severity
from contract_platform.analysis.numerals import percent
from contract_platform.analysis.rules.case import Case
from contract_platform.analysis.rules.figures import SHARE, WHOLE, yuan
from contract_platform.analysis.rules.law import (
    bidding_law,
    bidding_regulation,
    budget_law,
    construction_interpretation,
    government_investment,
    private_economy_law,
    procurement_law,
    procurement_regulation,
    row,
    sme_regulation,
)
from contract_platform.analysis.rules.rule import Hit, Outcome, Rule, found, hit, not_applicable, unchecked

_BOUGHT = ("GOODS", "SERVICE", "IT", "WORKS")
_NOTICE = re.compile(r"(?:中标|成交)通知书[^。；\n]{0,24}")
_ORIGINAL = re.compile(r"原(?:采购)?合同(?:总)?(?:金额|总价|价款|价)?")
_SHARE_OF_ORIGINAL = re.compile(rf"原(?:采购)?合同(?:总)?(?:采购金额|金额|总价|价款|价)的?(?P<share>{SHARE})")
_LIMITED = re.compile(r"不超过|不得超过|以内|上限")
_ADDED = re.compile(r"追加|增加|增补|新增|补充采购")
_SUPPLEMENT = re.compile(
    r"补充(?:协议|合同)[^。\n]{0,12}(?:如下|：|之|第|系|为|仅|于|是)|^[^\n]{0,30}补充(?:协议|合同)|追加采购|第[一二三]次补充"
)
_CONSORTIUM = re.compile(r"联合体[^。；\n]{0,20}(?:牵头|成员|各方|由|：)|(?:中标|成交)联合体")
_NO_CONSORTIUM = re.compile(
    r"不(?:接受|允许|得)[^。；]{0,8}联合体|非联合体|以联合体|如[^。；，]{0,8}联合体|联合体投标的"
)
_MEMBER = re.compile(r"[\u4e00-\u9fa5（）]{2,24}?(?:有限公司|公司|研究院|设计院|集团|合作社|事务所)")
_PREFERENCE = re.compile(r"本国产品[^。；\n]{0,20}(?:优惠|扣除|优先)|(?:享受|给予)[^。；\n]{0,10}本国产品")
_ORIGIN_TERM = re.compile(r"声明函|原产地|中国境内(?:生产|制造)|本国产品标准|产地(?:证明|声明|为)")


def _price(case: Case) -> AmountFact | None:
    """The contract price, where it is one sum for the whole contract."""
    amount = case.facts.amount
    return amount if amount is not None and amount.value_fen is not None and amount.kind != "unit_price" else None


def _at(evidence: Evidence | None, **params: str) -> Hit:
    if evidence is None:
        return Hit(params=params)
    return Hit(start=evidence.start, end=evidence.end, params=params)


def over_budget(case: Case) -> Outcome:
    """The price is above the budget that was approved."""
    budget, price = case.context.budget_fen, _price(case)
    if budget is None:
        return unchecked("needs_budget")
    if price is None or price.value_fen is None:
        return unchecked("no_contract_amount")
    if price.value_fen <= budget:
        return found()
    return found(_at(price.evidence, price=yuan(price.value_fen), budget=yuan(budget)))


def deviates_from_award(case: Case) -> Outcome:
    """Price or supplier are not those of the award."""
    awarded, supplier, price = case.context.award_amount_fen, case.context.award_supplier, _price(case)
    if awarded is None and supplier is None:
        return unchecked("needs_award")
    hits = []
    if awarded is not None and price is not None and price.value_fen not in {None, awarded}:
        hits.append(_at(price.evidence, field="价款", contract=yuan(price.value_fen or 0), award=yuan(awarded)))
    names = {_plain(party.name): party for party in case.facts.parties if party.name}
    if supplier is not None and names and _plain(supplier) not in names:
        named = [party for party in case.facts.parties if party.name]
        hits.append(
            _at(named[-1].evidence, field="供应商", contract="、".join(p.name or "" for p in named), award=supplier)
        )
    if hits:
        return found(*hits)
    complete = awarded is not None and price is not None and supplier is not None and names
    return found() if complete else unchecked("award_incomplete")


def _plain(name: str | None) -> str:
    """A name without brackets and spaces."""
    return re.sub(r"[（）\s]", "", squeeze(name or ""))


def award_sign_over_30_days(case: Case) -> Outcome:
    """More than thirty days lie between the award notice and the signature, or today where nobody has signed."""
    limit = case.parameters["award_sign_over_30_days.days"]
    for statement, match in case.search(_NOTICE):
        noticed = next(dates(match[0]), None)
        if noticed is None:
            continue
        days = (case.law_date - noticed.value).days
        return found(*([hit(case, statement, match, days=str(days))] if days > limit else []))
    return unchecked("needs_award")


def supplement_over_10(case: Case) -> Outcome:
    """A supplement buys more than a tenth of the original contract; earlier supplements count too."""
    if not _SUPPLEMENT.search(case.text):
        return not_applicable("no_supplement")
    limit = case.parameters["supplement_over_10.percent"]
    hits = []
    for statement, match in case.search(_SHARE_OF_ORIGINAL, _LIMITED):
        value = percent(match["share"])
        if value is not None and limit < value < WHOLE and _ADDED.search(case.text):
            hits.append(hit(case, statement, match, percent=f"{value:g}"))
    for sentence in case.sentences:
        original, added = _ORIGINAL.search(sentence.text), _ADDED.search(sentence.text)
        if original is None or added is None:
            continue
        values = [(item.start, item.figures_fen or item.words_fen or 0) for item in sums(sentence.text)]
        whole = next((fen for place, fen in values if place >= original.end()), 0)
        more = next((fen for place, fen in values if place >= added.end()), 0)
        if whole and more and more != whole and more * WHOLE / whole > limit:
            hits.append(hit(case, sentence, percent=f"{more * WHOLE / whole:.1f}"))
    return found(*hits) if hits else unchecked("needs_register")


def consortium_not_all_sign(case: Case) -> Outcome:
    """A consortium won, but not all of its members are parties."""
    mentions = list(case.search(_CONSORTIUM, _NO_CONSORTIUM))
    if not mentions:
        return not_applicable("no_consortium")
    for statement, match in mentions:
        members = list(
            dict.fromkeys(
                _MEMBER.findall(re.sub(r"[、和及与：]|由|成员|牵头人?|（牵头）", " ", statement.text[match.start() :]))
            )
        )
        if len(members) > 1:
            rest = case.text.replace(statement.text, "", 1)
            absent = [name for name in members if name not in rest]
            return found(*([hit(case, statement, match, names="、".join(absent))] if absent else []))
    return unchecked("needs_award")


def domestic_product_terms_missing(case: Case) -> Outcome:
    """The award counted on domestic products, but the contract does not hold the supplier to it."""
    mention = next(case.search(_PREFERENCE), None)
    if mention is None:
        return unchecked("needs_award")
    return found() if _ORIGIN_TERM.search(case.text) else found(hit(case, *mention))


RULES = (
    Rule(
        id="over_budget",
        title="无预算、超预算签约",
        severity=Severity.HIGH,
        check=over_budget,
        categories=(*_BOUGHT, "ENTRUST", "LOAN"),
        basis=(
            budget_law("第13条"),
            procurement_law("第6条、第42条"),
            *sme_regulation("第8条、第32条", "第7条"),
            private_economy_law("第69条"),
            government_investment("第23条"),
        ),
        message="合同金额{price}元超过预算（概算）{budget}元。",
        suggestion="先办理预算调整、概算调整审批，再签订合同。",
        positive_sentences=(
            "［budget=120000000］合同总价为人民币1,280,000元。",
            "［WORKS；budget=50000000］签约合同价为人民币陆拾万元整（￥600,000.00）。",
            "［SERVICE；budget=100］服务费总额为98.6万元。",
        ),
        negative_sentences=(
            "［budget=120000000］合同总价为人民币1,180,000元。",
            "合同总价为人民币1,280,000元。",
            "［budget=120000000］合同总价为____元，月租金为人民币3,000元。",
        ),
    ),
    Rule(
        id="deviates_from_award",
        title="合同实质性内容与中标、成交结果不一致",
        severity=Severity.HIGH,
        check=deviates_from_award,
        categories=_BOUGHT,
        basis=(
            procurement_law("第46条"),
            procurement_regulation("第67条第4项"),
            bidding_law("第46条、第59条"),
            bidding_regulation("第57条、第75条"),
            construction_interpretation("第2条、第22条"),
        ),
        message="合同{field}（{contract}）与采购文件、中标结果（{award}）不一致。",
        suggestion="按照采购文件、投标响应文件和中标通知书确定的事项修改。",
        positive_sentences=(
            "［award=98000000］合同总价为人民币1,020,000元。",
            "［GOODS；award=98000000；supplier=云溪甲公司］合同总价为人民币97万元。",
            "［supplier=云溪甲科技有限公司］甲方：云溪县水务局\n乙方：云溪乙科技有限公司\n第一条 标的\n第二条 价款",
        ),
        negative_sentences=(
            "［award=98000000］合同总价为人民币980,000.00元。",
            "合同总价为人民币1,020,000元。",
            "［supplier=云溪甲（集团）公司］甲方：云溪县水务局\n乙方：云溪甲(集团)公司\n第一条 标的\n第二条 价款",
        ),
    ),
    Rule(
        id="award_sign_over_30_days",
        title="中标、成交通知书发出30日内未签约",
        severity=Severity.HIGH,
        check=award_sign_over_30_days,
        categories=_BOUGHT,
        parameters={"days": 30},
        basis=(
            procurement_law("第46条"),
            bidding_law("第46条"),
            procurement_regulation("第49条"),
            bidding_regulation("第74条（拒签）"),
        ),
        message="自中标（成交）通知书发出之日起已{days}日，超过30日（“{text}”）。",
        suggestion="说明原因并存档，尽快按采购文件确定的事项签订。",
        positive_sentences=(
            "中标通知书于2026年3月2日发出。\n签订日期：2026年4月10日",
            "根据成交通知书（2026年3月2日）订立本合同。",
            "甲方于2026年1月5日签订采购文件，中标通知书发出日期：2026年1月20日。\n签约时间：2026年3月1日",
        ),
        negative_sentences=(
            "中标通知书于2026年3月2日发出。\n签订日期：2026年4月1日",
            "本合同系单一来源框架协议下的订单。",
            "中标通知书为本合同的组成部分。\n签订日期：2026年4月10日",
        ),
    ),
    Rule(
        id="supplement_over_10",
        title="补充合同金额超过原合同10%",
        severity=Severity.HIGH,
        check=supplement_over_10,
        categories=_BOUGHT,
        parameters={"percent": 10},
        basis=(procurement_law("第49条"), procurement_regulation("第67条第5项")),
        message="追加采购为原合同金额的{percent}%，超过10%；此前的补充合同应当一并累计。",
        suggestion="追加不超过原合同采购金额的10%且不改变其他条款；超过部分另行采购。",
        positive_sentences=(
            "补充协议：原合同100万元，追加采购12万元同类设备。",
            "第二次补充：两次追加合计原合同金额的11%。",
            "补充协议\n原合同金额为人民币200万元，现新增采购内容，金额为人民币叁拾万元整。",
        ),
        negative_sentences=(
            "补充协议：原合同100万元，追加采购8万元同类设备。",
            "补充协议仅变更联系人和收款账号。",
            "追加采购金额不得超过原合同金额的10%。",
        ),
    ),
    Rule(
        id="consortium_not_all_sign",
        title="联合体成员未共同签约",
        severity=Severity.MEDIUM,
        check=consortium_not_all_sign,
        categories=_BOUGHT,
        basis=(procurement_law("第24条第2款"), bidding_law("第31条第3款")),
        message="联合体各方应当共同签约并承担连带责任，未见：{names}。",
        suggestion="增加全体联合体成员为合同当事人并盖章。",
        positive_sentences=(
            "中标联合体：云溪甲建设有限公司（牵头）、云溪乙设计院。\n乙方（盖章）：云溪甲建设有限公司",
            "乙方为联合体，由云溪甲科技有限公司和云溪乙软件有限公司组成。\n乙方：云溪甲科技有限公司",
            "联合体牵头人云溪甲集团、成员云溪乙研究院共同承担本项目。\n乙方：云溪甲集团",
        ),
        negative_sentences=(
            "中标联合体：云溪甲建设有限公司、云溪乙设计院。\n乙方（盖章）：云溪甲建设有限公司、云溪乙设计院",
            "本项目不接受联合体投标。",
            "分包单位云溪丙劳务有限公司未在签署页签字。",
        ),
    ),
    Rule(
        id="domestic_product_terms_missing",
        title="货物采购缺少本国产品约定",
        severity=Severity.LOW,
        check=domestic_product_terms_missing,
        categories=("GOODS", "SERVICE", "IT"),
        basis=(row("国办发〔2025〕34号", "本国产品标准及20%价格评审优惠", "VP", "2026-01-01"),),
        message="评审中享受本国产品优惠的（“{text}”），合同应落实产地声明和验收核验。",
        suggestion="乙方保证所供产品符合本国产品标准，声明函作为附件；不实的承担违约责任。",
        positive_sentences=(
            "乙方在评审中享受本国产品20%价格扣除优惠。",
            "本次采购对本国产品给予价格扣除，成交价已扣除。",
            "乙方所供设备享受本国产品评审优惠，交货期30日。",
        ),
        negative_sentences=(
            "乙方保证所供产品在中国境内生产，享受本国产品优惠的声明函作为附件三，验收时核验。",
            "乙方提供咨询服务，不含货物。",
            "［WORKS］工程所用本国产品给予优惠。",
        ),
    ),
)
