"""Sample contracts: a template filled with invented parties, sums and dates, and with what is wrong with it."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import msgspec

from contract_platform.demo.companies import Company
from contract_platform.demo.district import Office
from contract_platform.demo.files import FORMS, SUFFIXES
from contract_platform.demo.markup import Line, parse
from contract_platform.demo.money import split
from contract_platform.domain.money import figures, words
from contract_platform.domain.records import Record

FOLDER = Path(__file__).parent / "samples"
UNSIGNED = "　　　　年　　月　　日"
RATES = {"software": (30, 40, 25, 5), "goods": (30, 70), "service": (30, 40, 30), "works": (20, 80)}
PARTS = {"software": (15, 55, 18, 12), "goods": (62, 26, 12), "works": (38, 27, 21, 14)}
ACCEPTANCE = {
    "software": "在收到验收申请之日起15个工作日内",
    "goods": "在货物安装调试完毕之日起10个工作日内",
    "service": "甲方应当在服务期限届满之日起15日内",
    "works": "在收到竣工验收报告之日起28日内",
}
DISPUTES = {
    "works": "向工程所在地有管辖权的人民法院提起诉讼。",
    "lease": "向租赁物所在地有管辖权的人民法院提起诉讼。",
}
BLAMELESS = {
    "method": "公开招标",
    "dispute": "向甲方住所地有管辖权的人民法院提起诉讼。",
    "late": "30",
    "days1": "15",
    "bond": "5",
    "manager": "杜明礼",
    "extra_pay": "",
    "extra_accept": "",
    "extra_secrecy": "",
    "extra_policy": "",
    "extra_duty": "",
    "gov_signs": "",
    "company_signs": "",
    "gov_day": UNSIGNED,
    "company_day": UNSIGNED,
}


class Draft(Record, frozen=True, kw_only=True):
    """A sample contract. ``values`` fill the template and override what would be blameless; ``yuan`` is its price."""

    template: str
    name: str
    office: Office
    company: Company
    yuan: int
    start: date
    end: date
    values: Mapping[str, str] = {}
    rates: tuple[int, ...] = ()
    form: str = "docx"

    def revised(self, *, rates: tuple[int, ...] = (), **values: str) -> "Draft":
        """The same contract with other words in some places; payment rates go back to the usual ones unless given."""
        return msgspec.structs.replace(self, rates=rates, values={**self.values, **values})

    def signed(self, day: date, *, by: str, form: str = "") -> "Draft":
        """The copy both sides signed on a day."""
        filled = {"gov_signs": self.office.head, "company_signs": by}
        dated = dict.fromkeys(("gov_day", "company_day"), written(day))
        return msgspec.structs.replace(self, form=form or self.form, values={**self.values, **filled, **dated})

    @property
    def filename(self) -> str:
        """The name an office would save it under."""
        return f"{self.name}.{SUFFIXES.get(self.form, self.form)}"


def lines(draft: Draft) -> tuple[Line, ...]:
    """The filled contract."""
    template = (FOLDER / f"{draft.template}.txt").read_text("utf-8")
    return parse(template, filled(draft))


def content(draft: Draft) -> bytes:
    """The contract as a file of its form."""
    return FORMS[draft.form](lines(draft))


def filled(draft: Draft) -> dict[str, str]:
    """Every value of the template, the draft's own last."""
    return {**BLAMELESS, **parties(draft), **sums(draft), **draft.values}


def parties(draft: Draft) -> dict[str, str]:
    """Both sides, the term and the project's number."""
    gov, company = draft.office, draft.company
    return {
        "name": draft.name,
        "gov": gov.name,
        "gov_uscc": gov.code,
        "gov_address": gov.address,
        "gov_head": gov.head,
        "company": company.name,
        "company_uscc": company.code,
        "company_address": company.address,
        "company_head": company.head,
        "bank": company.bank,
        "account": company.account,
        "start": written(draft.start),
        "end": written(draft.end),
        "project": f"WLZC-{draft.start.year}-{draft.yuan // 1000 % 1000:03d}",
        "accept": ACCEPTANCE.get(draft.template, ""),
        "dispute": DISPUTES.get(draft.template, BLAMELESS["dispute"]),
    }


def sums(draft: Draft) -> dict[str, str]:
    """The price in words and figures, its payments ``r1 m1 …`` and its parts ``p1 …``."""
    fen = draft.yuan * 100
    rates = draft.rates or RATES.get(draft.template, ())
    shares = {f"r{n}": str(rate) for n, rate in enumerate(rates, start=1)}
    payments = {f"m{n}": figures(fen * rate // 100) for n, rate in enumerate(rates, start=1)}
    parts = {f"p{n}": figures(part) for n, part in enumerate(split(fen, PARTS.get(draft.template, (100,))), start=1)}
    return {"words": words(fen), "figures": figures(fen), "quarter": figures(fen // 3), **shares, **payments, **parts}


def written(day: date) -> str:
    """A day as contracts write it."""
    return f"{day.year}年{day.month}月{day.day}日"
