"""What a package says of its contract, for machines of other makers and for people."""

import re
from collections.abc import Iterable
from typing import Any
from xml.etree import ElementTree as ET

import msgspec

from contract_platform.application.ports import UnitOfWork
from contract_platform.application.shown import masked
from contract_platform.domain.archiving import PROPERTY_OF, Checked
from contract_platform.domain.contract import Contract
from contract_platform.domain.labels import label

NOT_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


class Enclosed(msgspec.Struct, frozen=True, kw_only=True):
    """A file of a package: its name there, the name it came with, its SHA-256 and how it came to be."""

    member: str
    name: str
    sha256: str
    about: dict[str, Any]


def metadata_xml(contract: Contract, files: Iterable[Enclosed], checked: Iterable[Checked]) -> bytes:
    """The record's metadata (DA/T 46 calls for creator, activity, time, content); personal numbers are masked."""
    root = ET.Element("record", {"kind": "contract", "id": contract.id})
    put(root, "contract", msgspec.to_builtins(masked(contract)))
    enclosed = ET.SubElement(root, "files")
    for one in files:
        node = ET.SubElement(enclosed, "file", {"member": one.member, "sha256": one.sha256})
        for name, value in {"name": one.name, **one.about}.items():
            put(node, name, value)
    checks = ET.SubElement(root, "four-properties")
    for part in checked:
        named = {"property": PROPERTY_OF[part.check], "check": part.check, "result": part.result}
        node = ET.SubElement(checks, "check", {name: str(value) for name, value in named.items()})
        for found in part.found:
            put(node, "found", found)
    ET.indent(root)
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode").encode() + b"\n"


def put(parent: ET.Element, name: str, value: object) -> None:
    """A value under its name: records as elements, lists as one element for each member, nothing as nothing."""
    if isinstance(value, list | tuple):
        for one in value:
            put(parent, name, one)
    elif isinstance(value, dict):
        node = ET.SubElement(parent, name)
        for key, inner in value.items():
            put(node, key, inner)
    elif value is not None:
        ET.SubElement(parent, name).text = NOT_XML.sub("", str(value))


def process_log(uow: UnitOfWork, contract: Contract) -> bytes:
    """Who decided what and when, a line each, as people read it; the trace beside it is what proves it."""
    lines = ["时间\t办理人\t岗位\t事项\t原状态\t新状态\t理由"]
    for one in uow.decisions.find(contract_id=contract.id):
        words = (label("Action", one.action), label("State", one.source), label("State", one.target))
        action, source, target = (word[0] for word in words)
        name, role = uow.people.get(one.person_id).name, label("Role", one.role)[0]
        reason = " ".join(one.reason.split())
        lines.append(f"{one.at.isoformat()}\t{name}\t{role}\t{action}\t{source}\t{target}\t{reason}")
    return "".join(f"{line}\n" for line in lines).encode()
