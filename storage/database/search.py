"""Search in Chinese text: bigram tokens made here, kept in FTS5 and tsvector, asked for as phrases.

A text is indexed in overlapping sections: a tsvector forgets positions above 16383. A phrase of up to
``OVERLAP`` characters is therefore always found.
"""

import re
from collections.abc import Iterable

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import TSQUERY
from sqlalchemy.engine import Connection

from contract_platform.domain.masking import without_numbers
from storage.database.tables.documents import search_sections

HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff"
RUN = re.compile(rf"[{HAN}]+|[A-Za-z0-9]+")
SECTION = 4000
OVERLAP = 100
PHRASES = 8
PHRASE = 64
RECORD = "record"


def bigrams(text: str) -> list[str]:
    """Overlapping pairs of Chinese characters, whole Latin words and numbers in lower case."""
    found: list[str] = []
    for run in RUN.findall(text):
        if run[0].isascii():
            found.append(run.lower())
        elif len(run) == 1:
            found.append(run)
        else:
            found.extend(run[at : at + 2] for at in range(len(run) - 1))
    return found


def sections(text: str) -> list[str]:
    """The text cut into overlapping pieces."""
    return [text[at : at + SECTION + OVERLAP] for at in range(0, len(text), SECTION)]


def stored_words(dialect: str, text: str) -> str:
    """The tokens as the engine reads them: plain for FTS5, with positions for a tsvector."""
    tokens = bigrams(text)
    if dialect == "sqlite":
        return " ".join(tokens)
    return " ".join(f"{token}:{at}" for at, token in enumerate(tokens, 1))


def index_text(connection: Connection, contract_id: str, source: str, text: str) -> None:
    """Replace what a contract is found by from one source (its record, or one of its documents).

    The index is not sealed, so identity, account and telephone numbers do not go in.
    """
    table = search_sections
    connection.execute(sa.delete(table).where(table.c.contract_id == contract_id, table.c.source == source))
    index_new(connection, source, [(contract_id, text)])


def index_new(connection: Connection, source: str, texts: Iterable[tuple[str, str]]) -> None:
    """What contracts (by id) are found by from a source that is not indexed for them yet."""
    dialect = connection.dialect.name
    rows = [
        {"contract_id": contract_id, "source": source, "words": stored_words(dialect, piece)}
        for contract_id, text in texts
        for piece in sections(without_numbers(text))
    ]
    if rows:
        connection.execute(sa.insert(search_sections), rows)


def matching(dialect: str, query: str) -> list[sa.Select[tuple[str]]]:
    """One selection of contract ids per word of the query; a contract has to be in all of them.

    A single Chinese character is the beginning of any pair, so it is asked for as a prefix.
    """
    return [select_phrase(dialect, tokens) for word in query.split()[:PHRASES] if (tokens := bigrams(word[:PHRASE]))]


def select_phrase(dialect: str, tokens: list[str]) -> sa.Select[tuple[str]]:
    """Ids of the contracts with this phrase in some section."""
    prefix = len(tokens) == 1 and len(tokens[0]) == 1 and not tokens[0].isascii()
    if dialect == "sqlite":
        phrase = f'"{" ".join(tokens)}"{"*" if prefix else ""}'
        hits = sa.select(sa.literal_column("rowid", sa.Integer)).select_from(sa.table("search_index"))
        hit = hits.where(sa.text("search_index MATCH :phrase").bindparams(sa.bindparam("phrase", phrase, unique=True)))
        return sa.select(search_sections.c.contract_id).where(search_sections.c.id.in_(hit))
    phrase = f"{tokens[0]}:*" if prefix else " <-> ".join(tokens)
    vector: sa.ColumnElement[str] = sa.literal_column("(search_sections.words::tsvector)")
    return sa.select(search_sections.c.contract_id).where(vector.op("@@")(sa.cast(phrase, TSQUERY)))
