"""归档信息包 and 审查卷: a contract's whole file as a zip that proves itself on any machine."""

import hashlib
import re
import tempfile
from pathlib import Path
from typing import BinaryIO

import msgspec

from contract_platform.application.archive_checks import four_properties
from contract_platform.application.archive_metadata import Enclosed, metadata_xml, process_log
from contract_platform.application.export_trace import export_trace
from contract_platform.application.forms.print_paper import printed_paper
from contract_platform.application.load import visible_contract
from contract_platform.application.permit import permit, permit_as
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.queries import View
from contract_platform.application.trace import record
from contract_platform.application.trace_files import Files
from contract_platform.domain.archiving import PACKAGED, PROPERTY_OF, ArchiveProperty, Checked, packable
from contract_platform.domain.contract import Contract
from contract_platform.domain.document import CLOSED
from contract_platform.domain.errors import Refused
from contract_platform.domain.people import Actor

LONGEST = 60  # characters of a name within a package
README = """归档信息包（审查卷）
====================

metadata.xml      合同要素、文件清单（名称、杂凑值、来源）和四性检测结果
process-log.txt   办理过程：时间、办理人、岗位、事项、理由，制表符分隔
document-…        合同文本、附件、凭证的各个版本，原样
paper-…           出具的文书
其余文件是本合同的轨迹及核验程序，见 README.txt。

核验（不需要本平台）：python3 verify_trace.pyz 本压缩包.zip
任何一个文件改动一个字节，核验都不通过，并指出是哪个文件。

metadata.xml names every file with its SHA-256; verify_trace.pyz finds any changed byte in any file of the package.
"""


class PackageFile(msgspec.Struct, frozen=True, kw_only=True):
    """A package to be sent, its size in bytes; whoever sends it closes it, and it is gone."""

    filename: str
    size: int
    content: BinaryIO


class CheckView(View, frozen=True, kw_only=True):
    """A part of the four properties and what it came to."""

    property: ArchiveProperty
    checked: Checked


class ArchiveView(View, frozen=True, kw_only=True):
    """The four properties of a contract's file, and whether its package can be had."""

    checks: tuple[CheckView, ...]
    packable: bool


def read_archive(platform: Platform, actor: Actor, contract_id: str) -> ArchiveView:
    """The four properties as they stand now."""
    with platform.reading() as uow:
        contract = visible_contract(uow, actor, contract_id)
        permit(actor, "archive.read", contract)
    checked = four_properties(platform, contract_id)
    views = tuple(CheckView(property=PROPERTY_OF[one.check], checked=one) for one in checked)
    return ArchiveView(checks=views, packable=packable(contract.state))


def archive_package(platform: Platform, actor: Actor, contract_id: str) -> PackageFile:
    """The package of a contract that has ended; ``Refused`` before. Who had it is an entry of the trace."""
    with platform.unit_of_work() as uow:
        contract = visible_contract(uow, actor, contract_id)
        held = permit_as(actor, "archive.export", contract)
        if not packable(contract.state):
            raise Refused("archive_not_closed", state=contract.state)
        papers = [one.id for one in uow.papers.find(contract_id=contract_id)]
        record(uow, platform, actor, "archive.exported", object_id=contract_id, contract_id=contract_id, **held)
    for paper in papers:
        printed_paper(platform, paper)
    checked = four_properties(platform, contract_id)
    with tempfile.TemporaryDirectory(dir=platform.spool) as folder:
        target = Path(folder) / "package.zip"
        export_trace(platform, target, contract_id, lambda files: enclose(platform, files, contract, checked))
        content = target.open("rb")  # its bytes stay as long as it is open
        size = target.stat().st_size
    kind = "归档信息包" if contract.state in PACKAGED else "审查卷"
    return PackageFile(filename=f"{kind}_{plain(contract.name)}.zip", size=size, content=content)


def enclose(platform: Platform, files: Files, contract: Contract, checked: tuple[Checked, ...]) -> None:
    """Put everything of the contract beside its trace."""
    with platform.reading() as uow:
        enclosed = [*documents(uow, contract), *papers_of(uow, contract)]
        log = process_log(uow, contract)
    for one in enclosed:
        with platform.objects.open(one.sha256) as source:
            files.copy(one.member, source)
    files.add("metadata.xml", metadata_xml(contract, enclosed, checked))
    files.add("process-log.txt", log)
    files.add("ARCHIVE.txt", README.encode())


def documents(uow: UnitOfWork, contract: Contract) -> list[Enclosed]:
    """Every version of every document that may be read."""
    kinds = {one.id: one.kind for one in uow.documents.find(contract_id=contract.id)}
    return [
        Enclosed(
            member=f"document-{place:03}-{plain(one.filename)}",
            name=one.filename,
            sha256=one.sha256,
            about={"kind": kinds[one.document_id], "version": one.no, "by": one.uploaded_by, "at": one.uploaded_at},
        )
        for place, one in enumerate(uow.versions.find(contract_id=contract.id), 1)
        if one.analysis_state not in CLOSED
    ]


def papers_of(uow: UnitOfWork, contract: Contract) -> list[Enclosed]:
    """Every document that was issued, in each of its files."""
    return [
        Enclosed(
            member=f"paper-{place:03}-{plain(one.title)}.{kind}",
            name=one.title,
            sha256=key,
            about={"kind": one.form, "number": one.number, "by": one.issued_by, "at": one.issued_at},
        )
        for place, one in enumerate(uow.papers.find(contract_id=contract.id), 1)
        for kind, key in (("docx", one.docx_sha256), ("pdf", one.pdf_sha256))
        if key is not None
    ]


def plain(name: str) -> str:
    """A name that every file system takes; a long one keeps its end, and a digest keeps it apart."""
    kept = re.sub(r"[^\w.()（）〔〕-]", "_", name)
    return kept if len(kept) <= LONGEST else f"{hashlib.sha256(name.encode()).hexdigest()[:8]}{kept[-LONGEST + 8 :]}"
