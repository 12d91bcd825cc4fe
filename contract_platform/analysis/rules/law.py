"""Dated rows of law the rules rest on: law, article, when in force, and how well the text was verified.

V = the article was read in a full text, VP = on a stored page, often an excerpt, M = from memory. When a law is
replaced its row is closed with ``effective_to`` (the first day it no longer applies) and a new row is added: old
findings stay explainable, and a contract is measured by the law of its own date.
"""

from datetime import date

from contract_platform.analysis.model import LegalBasis


def row(law: str, article: str, provenance: str, since: str | None = None, until: str | None = None) -> LegalBasis:
    """One dated row; ``since`` and ``until`` as ISO dates, ``until`` exclusive."""
    return LegalBasis(
        law=law,
        article=article,
        effective_from=date.fromisoformat(since) if since else None,
        effective_to=date.fromisoformat(until) if until else None,
        provenance=provenance,
    )


def civil_code(article: str, provenance: str = "V") -> LegalBasis:
    """An article of the Civil Code, in force since 2021."""
    return row("民法典", article, provenance, "2021-01-01")


def contract_law(article: str) -> LegalBasis:
    """An article of the Contract Law, for contracts signed before the Civil Code."""
    return row("合同法", article, "M", "1999-10-01", "2021-01-01")


def arbitration_law(old: str, new: str) -> tuple[LegalBasis, LegalBasis]:
    """The article of the Arbitration Law before and after the revision of 2025."""
    return (
        row("仲裁法（1994）", old, "M", "1995-09-01", "2026-03-01"),
        row("仲裁法（2025修订）", new, "V", "2026-03-01"),
    )


def sme_regulation(article: str, before: str | None = None) -> tuple[LegalBasis, ...]:
    """An article of the regulation on paying small enterprises (2025), and its number in the text of 2020."""
    new = row("保障中小企业款项支付条例（国务院令第802号）", article, "V", "2025-06-01")
    if before is None:
        return (new,)
    return (row("保障中小企业款项支付条例（国务院令第728号）", before, "V", "2020-09-01", "2025-06-01"), new)


def arbitration_interpretation(article: str) -> LegalBasis:
    """An article of the interpretation of the Arbitration Law of 2006."""
    return row("仲裁法解释（法释〔2006〕7号）", article, "V", "2006-09-08")


def guarantee_interpretation(article: str) -> LegalBasis:
    """An article of the interpretation on guarantees under the Civil Code."""
    return row("民法典担保制度解释（法释〔2020〕28号）", article, "V", "2021-01-01")


def procurement_law(article: str) -> LegalBasis:
    """An article of the Government Procurement Law (last amended 2014)."""
    return row("政府采购法", article, "V", "2003-01-01")


def procurement_regulation(article: str) -> LegalBasis:
    """An article of the regulation implementing the Government Procurement Law."""
    return row("政府采购法实施条例", article, "V", "2015-03-01")


def bidding_law(article: str) -> LegalBasis:
    """An article of the Bidding Law (last amended 2017)."""
    return row("招标投标法", article, "V", "2000-01-01")


def bidding_regulation(article: str) -> LegalBasis:
    """An article of the regulation implementing the Bidding Law."""
    return row("招标投标法实施条例", article, "V", "2012-02-01")


def budget_law(article: str) -> LegalBasis:
    """An article of the Budget Law as amended in 2014 and 2018."""
    return row("预算法", article, "V", "2015-01-01")


def private_economy_law(article: str) -> LegalBasis:
    """An article of the Private Economy Promotion Law."""
    return row("民营经济促进法", article, "V", "2025-05-20")


def business_environment(article: str) -> LegalBasis:
    """An article of the regulation on the business environment."""
    return row("优化营商环境条例", article, "V", "2020-01-01")


def fair_competition(article: str) -> LegalBasis:
    """An article of the regulation on fair competition review."""
    return row("公平竞争审查条例", article, "V", "2024-08-01")


def government_investment(article: str) -> LegalBasis:
    """An article of the regulation on government investment."""
    return row("政府投资条例", article, "V", "2019-07-01")


def contract_interpretation(article: str) -> LegalBasis:
    """An article of the interpretation of the general part of the Contract book (2023)."""
    return row("民法典合同编通则解释（法释〔2023〕13号）", article, "V", "2023-12-05")


def administrative_agreements(article: str) -> LegalBasis:
    """An article of the provisions on cases about administrative agreements."""
    return row("行政协议规定（法释〔2019〕17号）", article, "V", "2020-01-01")


def anti_monopoly(article: str) -> LegalBasis:
    """An article of the Anti-Monopoly Law as amended in 2022."""
    return row("反垄断法（2022修正）", article, "V", "2022-08-01")


def construction_interpretation(article: str) -> LegalBasis:
    """An article of the first interpretation on construction contracts under the Civil Code."""
    return row("建设工程施工合同解释（一）（法释〔2020〕25号）", article, "V", "2021-01-01")


def service_purchasing(article: str) -> LegalBasis:
    """An article of the measures on purchasing services by the government."""
    return row("政府购买服务管理办法（财政部令第102号）", article, "VP", "2020-03-01")
