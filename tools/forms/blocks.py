"""Blocks that the forms share. ``{{ … }}`` is a value, ``{%p … %}`` a paragraph and ``{%tr … %}`` a row of logic."""

from contract_platform.application.form_ports import Block, Caption, Cell, Signature, Text, Title

Row = tuple[Cell, ...]


def pair(label: str, value: str, columns: int = 4, *, lines: int = 1) -> Row:
    """A label with its value over the rest of the row."""
    return (name(label), Cell(text=value, span=columns - 1, lines=lines))


def pairs(*labelled: tuple[str, str]) -> Row:
    """Labels and values side by side."""
    return tuple(cell for label, value in labelled for cell in (name(label), Cell(text=value)))


def name(label: str, span: int = 1) -> Cell:
    """A label."""
    return Cell(text=label, align="center", strong=True, span=span)


def heads(*labels: str) -> Row:
    """The head of a list."""
    return tuple(name(label) for label in labels)


def banner(label: str, columns: int) -> Row:
    """A label over the whole row."""
    return (name(label, columns),)


def each(loop: str, cells: Row) -> tuple[Row, ...]:
    """A row for every member of a list."""
    columns = sum(cell.span for cell in cells)
    logic = ("{%tr for " + loop + " %}", "{%tr endfor %}")
    return ((Cell(text=logic[0], span=columns),), cells, (Cell(text=logic[1], span=columns),))


def when(condition: str, *rows: Row) -> tuple[Row, ...]:
    """Rows that are there under a condition only."""
    columns = sum(cell.span for cell in rows[0])
    begin, end = "{%tr if " + condition + " %}", "{%tr endif %}"
    return ((Cell(text=begin, span=columns),), *rows, (Cell(text=end, span=columns),))


def paragraphs(loop: str, text: str) -> tuple[Block, ...]:
    """A paragraph for every member of a list."""
    return (Text(text="{%p for " + loop + " %}"), Text(text=text), Text(text="{%p endfor %}"))


def sheet(title: str, caption: str, *tables: Block) -> tuple[Block, ...]:
    """A form: title, a small line, tables with their captions."""
    return (Title(text=title), Caption(text=caption, align="right"), *tables)


def approval(label: str, person: str, day: str, columns: int = 4) -> Row:
    """Room for an opinion, with who gave it and when."""
    return pair(label, f"\n\n签名：{person}　　　　日期：{day}", columns, lines=4)


def signed(body: str, day: str = "{{ dated }}", *, seal: bool = False) -> Signature:
    """署名 and date."""
    return Signature(body=body, day=day, seal=seal)
