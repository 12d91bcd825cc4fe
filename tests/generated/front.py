"""What stands before the first article: cover, contents, number, title, parties, recitals."""

from tests.generated import bank
from tests.generated.blocks import Block, PageBreak, Paragraph, Table, TextBox
from tests.generated.draft import Draft
from tests.generated.habits import written_date
from tests.generated.money import figures
from tests.generated.sides import role_forms

TAILS = (
    "采购合同",
    "服务合同",
    "施工合同",
    "开发合同",
    "租赁合同",
    "特许经营协议",
    "征收补偿协议",
    "委托合同",
    "投资协议",
)
LEADER = "…"


class Front(list[Block]):
    """The blocks of the front, written in order."""

    def __init__(self, draft: Draft) -> None:
        super().__init__()
        self.draft = draft
        self.chance = draft.chance
        self.roles = role_forms(draft)
        self.cover = self.chance.maybe(0.3) or draft.has("sign_date_mismatch")
        self.prose = not self.cover and len(draft.sides) == 2 and self.chance.maybe(0.08)

    def flush(self, text: str) -> None:
        self.append(Paragraph(text=text, look="flush"))

    def title(self) -> None:
        title, chance = self.draft.title, self.chance
        tail = next((tail for tail in TAILS if title.endswith(tail) and len(title) > len(tail) + 5), "")
        if tail and chance.maybe(0.12):
            lines = [title.removesuffix(tail), tail]
        elif len(title) <= 8 and chance.maybe(0.2):
            lines = [" ".join(title)]
        else:
            lines = [title]
        self.extend(Paragraph(text=line, look="title") for line in lines)

    def number(self, *, boxed: bool = False) -> None:
        draft = self.draft
        if draft.number is None:
            return
        text = draft.say("<合同编号|合同编号|编号|协议编号>：") + (draft.number or "______________")
        self.append(TextBox(text=text) if boxed else Paragraph(text=text, look=self.chance.pick(("flush", "right"))))

    def write_cover(self) -> None:
        draft = self.draft
        self.title()
        self.number()
        if self.chance.maybe(0.5) and draft.rule_class in {"GOODS", "SERVICE", "IT", "WORKS"}:
            self.flush(draft.say("<项目编号|采购编号|采购计划编号>：") + draft.slots["project"])
            self.flush(f"项目名称：{draft.title.removesuffix('合同')}")
        for role, side in zip(self.roles, draft.sides, strict=True):
            self.flush(f"{role}：{side.body.name}")
        self.flush(f"签订地点：{draft.place.city}{draft.place.district}")
        day = draft.cover_date
        draft.blanks[1] += 0 if day else 3
        self.flush(f"签订日期：{written_date(day, draft.habits.signing_dates) if day else '　　　年　　月　　日'}")
        self.append(PageBreak())

    def contents(self, headings: list[str]) -> None:
        self.append(Paragraph(text=self.chance.pick(("目录", "目　录")), look="centred"))
        for at, heading in enumerate(headings):
            leader = LEADER * self.chance.number(8, 24)
            self.append(Paragraph(text=f"{heading}{leader}{1 + at // 3}", look="contents"))
        self.append(PageBreak())

    def parties(self) -> None:
        form = self.chance.weighted({"lines": 5, "inline": 1, "grid": 1.5, "columns": 1.2})
        self.draft.layout.append("parties:" + ("prose" if self.prose else form) + (" cover" if self.cover else ""))
        if self.prose:
            return
        if form == "columns" and len(self.draft.sides) == 2:
            self.append(self._columns())
        elif form == "grid":
            self.extend(self._grids())
        else:
            self._lines(inline=form == "inline")

    def _details(self, at: int) -> list[tuple[str, str]]:
        side, draft = self.draft.sides[at], self.draft
        rows = [("统一社会信用代码", side.uscc)] if side.uscc else []
        if not side.body.uscc:
            rows.append(("身份证号码", f"**************{draft.slots['last']}"))
        more = [("住所", side.body.address), ("法定代表人", side.body.head), ("联系电话", side.body.phone)]
        more = [(self.labels[name], value) for name, value in more if side.body.uscc or name != "法定代表人"]
        return rows + more[: self.detail]

    def _lines(self, *, inline: bool) -> None:
        self._choose_labels()
        for at, (role, side) in enumerate(zip(self.roles, self.draft.sides, strict=True)):
            if inline and side.uscc:
                self.flush(f"{role}：{side.body.name}（统一社会信用代码：{side.uscc}）")
                continue
            self.flush(f"{role}：{side.body.name}")
            for label, value in self._details(at):
                self.flush(f"{label}：{value}")

    def _choose_labels(self) -> None:
        self.detail = self.chance.number(0, 3)
        self.labels = {
            "住所": self.chance.pick(("住所", "地址", "住所地", "注册地址")),
            "法定代表人": self.chance.pick(("法定代表人", "法定代表人（负责人）", "负责人")),
            "联系电话": self.chance.pick(("联系电话", "电话", "联系方式")),
        }

    def _grids(self) -> list[Block]:
        self._choose_labels()
        tables: list[Block] = []
        for at, (role, side) in enumerate(zip(self.roles, self.draft.sides, strict=True)):
            rows = [[role, side.body.name], *([label, value] for label, value in self._details(at))]
            tables.append(Table(rows=rows, widths=[30, 70]))
            tables.append(Paragraph(text="", look="flush"))
        return tables

    def _columns(self) -> Table:
        self._choose_labels()
        columns = []
        for at, (role, side) in enumerate(zip(self.roles, self.draft.sides, strict=True)):
            columns.append([f"{role}：{side.body.name}", *(f"{label}：{value}" for label, value in self._details(at))])
        height = max(map(len, columns))
        padded = [column + [""] * (height - len(column)) for column in columns]
        return Table(
            rows=[list(row) for row in zip(*padded, strict=True)], widths=[50, 50], ruled=self.chance.maybe(0.6)
        )

    def recitals(self) -> None:
        draft, texts = self.draft, bank.fact("recitals", "")
        if self.prose:
            self._prose()
        if draft.rule_class in {"GOODS", "SERVICE", "IT", "WORKS"} and self.chance.maybe(0.4):
            day = written_date(draft.award_date, draft.habits.dates)
            said = draft.say(texts["award"], day=day, number=draft.slots["project"])
            if self.chance.maybe(0.3):
                ceiling = figures(draft.total * 11 // 10 // 1_000_000 * 1_000_000, plain=False)
                said += f"本次采购的最高限价为人民币{ceiling}元。"
            self.append(Paragraph(text=draft.habits.finish(said)))
        names = self.chance.pick(("双方", "甲乙双方" if draft.sides[0].called == "甲方" else "双方"))
        laws = f"、{draft.kind.laws}" if draft.kind.laws and self.chance.maybe(0.3) else draft.kind.laws
        self.append(Paragraph(text=draft.habits.finish(draft.sentence(texts["law"], laws=laws, parties=names))))

    def _prose(self) -> None:
        first, second = (f"{side.body.name}（以下简称“{side.called}”）" for side in self.draft.sides)
        codes = [side.uscc for side in self.draft.sides]
        self.draft.codes_at_end = any(codes)
        self.append(Paragraph(text=f"本{self.draft.slots['C'][1:]}由{first}与{second}共同订立。"))
