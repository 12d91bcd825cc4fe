"""Whether an uploaded template can be used: run in a confined child, with everything that stands against it."""

import re
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any, Final

import msgspec
from docxtpl import DocxTemplate
from jinja2 import TemplateError
from lxml import etree

from contract_platform.analysis.model import Unreadable
from contract_platform.application.form_ports import NotLaidOutError
from contract_platform.documents.archive import Archive
from contract_platform.documents.forms.filling import environment, filled
from contract_platform.documents.forms.language import StrangeError, unknown_names, values_used
from contract_platform.documents.forms.laying_out import laid_out
from contract_platform.documents.forms.reading import strange
from contract_platform.documents.forms.shelf import Shelf
from contract_platform.documents.ooxml import value, w
from contract_platform.domain.machine import Reason

AT: Final = datetime(2026, 1, 5, 1, tzinfo=UTC)
LARGEST: Final = 5 * 2**20
FIELDS: Final = frozenset({"PAGE", "NUMPAGES"})
PARTS: Final = re.compile(r"word/(?:document|header\d*|footer\d*|footnotes|endnotes)\.xml")
Reasons = tuple[Reason, ...]


def check_template(path: str, sample: str, fonts: str) -> bytes:
    """The msgpack bytes of what stands against a template, for the parent; ``sample`` is JSON."""
    given = msgspec.json.decode(sample.encode())
    return msgspec.msgpack.encode(faults_of(Path(path), given, Shelf(Path(fonts) if fonts else None)))


def faults_of(path: Path, sample: dict[str, Any], shelf: Shelf) -> Reasons:
    """All faults; the language is judged only in a file that is sound, and layout only in one that fills."""
    if path.stat().st_size > LARGEST:
        return (Reason(code="form_too_large", params={"mb": LARGEST // 2**20}),)
    try:
        with Archive(path) as archive:
            found = tuple(package_faults(archive))
    except Unreadable as refusal:
        return (Reason(code="form_unreadable", params={"cause": refusal.code}),)
    data = path.read_bytes()
    return found or language_faults(data, sample) or output_faults(data, sample, shelf)


def package_faults(archive: Archive) -> Iterator[Reason]:
    """Macros, links to elsewhere, embedded things and fields that fetch or calculate."""
    names = archive.names()
    if "word/document.xml" not in names:
        yield Reason(code="form_not_word")
        return
    if any(name.lower().endswith((".bin", ".exe", ".dll")) or "/embeddings/" in name for name in names):
        yield Reason(code="form_active_content")
    links = sorted(target for name in names if name.endswith(".rels") for target in outside(archive.xml(name)))
    if links:
        yield Reason(code="form_external_link", params={"links": links})
    fields = sorted({code for name in names if PARTS.fullmatch(name) for code in strange_fields(archive.xml(name))})
    if fields:
        yield Reason(code="form_field", params={"fields": fields})


def outside(root: etree._Element | None) -> Iterator[str]:
    """Targets outside of the file."""
    for one in root if root is not None else ():
        if one.get("TargetMode") == "External":
            yield str(one.get("Target"))[:200]


def strange_fields(root: etree._Element | None) -> Iterator[str]:
    """Names of fields other than page numbers."""
    if root is None:
        return
    codes = [one.text or "" for one in root.iter(w("instrText"))]
    codes += [value(one, "instr") or "" for one in root.iter(w("fldSimple"))]
    for code in codes:
        name = (code.split() or [""])[0].upper()
        if name and name not in FIELDS:
            yield name[:40]


def language_faults(data: bytes, sample: dict[str, Any]) -> Reasons:
    """Placeholders that are misspelt, unknown or more than placeholders."""
    try:
        trees = [environment().parse(source) for source in sources(data)]
        unknown = sorted({name for tree in trees for name in unknown_names(tree, sample)})
    except StrangeError as error:
        return (Reason(code="form_language", params={"word": error.word}),)
    except TemplateError as error:
        return (Reason(code="form_syntax", params={"detail": str(error)[:200]}),)
    if unknown:
        return (Reason(code="form_placeholder_unknown", params={"names": unknown}),)
    if not any(values_used(tree) for tree in trees):
        return (Reason(code="form_without_placeholders"),)
    return ()


def sources(data: bytes) -> Iterator[str]:
    """The template code of the body, of headers and footers and of the properties."""
    template = DocxTemplate(BytesIO(data))
    template.init_docx()
    yield template.patch_xml(template.get_xml())
    for uri in (template.HEADER_URI, template.FOOTER_URI):
        for _, part in template.get_headers_footers(uri):
            yield template.patch_xml(template.get_part_xml(part))
    properties = template.get_docx().core_properties
    for name in ("author", "comments", "keywords", "subject", "title", "category"):
        yield getattr(properties, name) or ""


def output_faults(data: bytes, sample: dict[str, Any], shelf: Shelf) -> Reasons:
    """What the sample makes of it: it has to fill, hold nothing that layout leaves out, and become a PDF."""
    try:
        written = filled(data, sample, AT)
    except (TemplateError, etree.XMLSyntaxError, ValueError, KeyError, zipfile.BadZipFile) as error:
        return (Reason(code="form_syntax", params={"detail": str(error)[:200]}),)
    unset = sorted(strange(written))
    if unset:
        return (Reason(code="form_not_set", params={"parts": unset}),)
    try:
        laid_out(written, shelf, AT)
    except NotLaidOutError as error:
        return (error.reason,)
    return ()
