"""The signature block: names, seals, signatories, accounts and dates, in columns, in lines or with tabs."""

from tests.generated.blocks import Block, PageBreak, Paragraph, Table
from tests.generated.draft import Draft, Side
from tests.generated.habits import written_date
from tests.generated.sides import misspelt

EMPTY_DATES = ("　　　年　　月　　日", "　　　年　　月　　日", "____年____月____日")


def signature(draft: Draft) -> list[Block]:
    """The blocks after the last article."""
    chance = draft.chance
    form = chance.weighted({"columns": 4, "lines": 3, "tabs": 2})
    form = "lines" if len(draft.sides) > 2 else form
    draft.layout.append(f"signature:{form}")
    rows = _rows(draft)
    blocks: list[Block] = [PageBreak()] if chance.maybe(0.15) else []
    if chance.maybe(0.25):
        blocks.append(Paragraph(text="（以下无正文）", look=chance.pick(("flush", "centred"))))
    if form == "lines":
        blocks += [Paragraph(text=text, look="flush") for column in rows for text in column if text]
    elif form == "tabs":
        blocks += [Paragraph(text="\t".join(pair).rstrip(), look="flush") for pair in _across(rows)]
    else:
        blocks.append(Table(rows=[list(pair) for pair in _across(rows)], widths=[50, 50], ruled=False))
    return blocks


def _across(columns: list[list[str]]) -> list[tuple[str, ...]]:
    height = max(map(len, columns))
    return list(zip(*(column + [""] * (height - len(column)) for column in columns), strict=True))


def _rows(draft: Draft) -> list[list[str]]:
    chance = draft.chance
    seal = chance.pick(("（盖章）", "（公章）", "（签章）"))
    signed_by = chance.pick(("法定代表人或授权代表（签字）：", "法定代表人（负责人）签字：", "法定代表人（签字）："))
    line = chance.pick(("", "", "__________"))
    named = chance.maybe(0.7) or draft.has("party_name_inconsistent") or draft.codes_at_end
    accounts = chance.maybe(0.45) or draft.has("payee_account_mismatch")
    wrong = chance.number(0, 1) if draft.has("party_name_inconsistent") else -1
    columns = []
    for at, side in enumerate(draft.sides):
        name = misspelt(draft, side.body.name) if at == wrong else side.body.name
        if at == wrong:
            draft.plant("party_name_inconsistent", name, "payee_account_mismatch")
        column = [f"{side.letter}{seal}：{name if named else line}"]
        if not named and line:
            draft.blanks[1] += 1
        if draft.codes_at_end and side.uscc:
            column.append(f"统一社会信用代码：{side.uscc}")
        column.append(_signatory(draft, side, at, signed_by + line))
        if accounts and (at == 1 or chance.maybe(0.3)):
            column += _account(draft, side, at)
        column.append(_date(draft, at))
        columns.append(column)
    return columns


def _signatory(draft: Draft, side: Side, at: int, line: str) -> str:
    if at == 1 and draft.has("authority_missing"):
        said = f"授权代表（签字）：{side.body.head}"
        draft.plant("authority_missing", said)
        return said
    if line.endswith("_"):
        draft.blanks[1] += 1
    return line


def _account(draft: Draft, side: Side, at: int) -> list[str]:
    holder = side.body.name
    label = draft.chance.pick(("户名", "开户名", "账户名称"))
    if at == 1 and draft.has("payee_account_mismatch"):
        holder = draft.slots["stranger"]
        draft.plant("payee_account_mismatch", holder, "party_name_inconsistent")
    return [f"{label}：{holder}", f"开户行：{side.body.bank}", f"账号：{side.body.account}"]


def _date(draft: Draft, at: int) -> str:
    label = draft.date_label
    day = draft.signature_dates[at] if draft.signature_dates else None
    if day is None:
        draft.blanks[1] += 3
        return f"{label}：{draft.chance.pick(EMPTY_DATES)}"
    return f"{label}：{written_date(day, draft.habits.signing_dates)}"
