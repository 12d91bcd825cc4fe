"""Builds docx files with what python-docx has no words for: lists, tracked changes, content controls, text boxes."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from docx import Document
from docx.document import Document as DocxDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

W = nsdecls("w")


def new() -> DocxDocument:
    return Document()


def save(document: DocxDocument, folder: Path, name: str = "sample.docx") -> Path:
    path = folder / name
    document.save(str(path))
    return path


def level(index: int, form: str, text: str, *, start: int = 1, extra: str = "") -> str:
    return (
        f'<w:lvl {W} w:ilvl="{index}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{extra}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def add_list(document: DocxDocument, levels: Sequence[str], number: int, *, override: str = "") -> int:
    """An abstract list and a list on it; returns the list's id."""
    root = document.part.numbering_part.element
    abstract = 900 + number
    first = root.find(f"{{{root.nsmap['w']}}}num")
    node = parse_xml(f'<w:abstractNum {W} w:abstractNumId="{abstract}">{"".join(levels)}</w:abstractNum>')
    if first is None:
        root.append(node)
    else:
        first.addprevious(node)
    return use_list(document, abstract, number, override=override)


def use_list(document: DocxDocument, abstract: int, number: int, *, override: str = "") -> int:
    """Another list on the same abstract list."""
    identity = 800 + number
    xml = f'<w:num {W} w:numId="{identity}"><w:abstractNumId w:val="{abstract}"/>{override}</w:num>'
    document.part.numbering_part.element.append(parse_xml(xml))
    return identity


def item(document: DocxDocument, text: str, identity: int, at: int = 0) -> None:
    paragraph = document.add_paragraph(text)
    xml = f'<w:numPr {W}><w:ilvl w:val="{at}"/><w:numId w:val="{identity}"/></w:numPr>'
    properties: Any = paragraph._p.get_or_add_pPr()
    properties.append(parse_xml(xml))


def raw(document: DocxDocument, inner: str) -> None:
    """A paragraph (or another block) given as XML, put before the section properties."""
    body = document.element.body
    body.insert(len(body) - 1, parse_xml(inner.replace("<w:p>", f"<w:p {W}>", 1).replace("<w:sdt>", f"<w:sdt {W}>", 1)))
