"""The signed copy beside the reviewed text: what the machine read in both and found to differ, as hints for people."""

from contract_platform.analysis.compare_facts import FactHint, compare_facts
from contract_platform.analysis.model import Analysis
from contract_platform.application.analyse_version import spooled
from contract_platform.application.load import visible_contract
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.queries import View
from contract_platform.application.read_version import analysis_of
from contract_platform.application.shown import shown
from contract_platform.domain.document import CLOSED, Version
from contract_platform.domain.pdf_signature import PdfSignature
from contract_platform.domain.people import Actor
from contract_platform.domain.vocabulary import AnalysisState

MISMATCH = "unsigned_scan_mismatch"
"""The risk rule that compares the two texts line by line."""


class Compared(View, frozen=True, kw_only=True):
    """One of the two texts: its version, and how far reading it has come."""

    version_id: str
    no: int
    filename: str
    state: AnalysisState
    unreadable: str | None


class SigningComparison(View, frozen=True, kw_only=True):
    """Both texts, with the facts that read differently and the lines that do.

    ``signatures`` are those inside a signed PDF, as of its upload. ``read``: the machine could read both texts; where
    it could not, nothing is said and people compare alone.
    """

    reviewed: Compared | None
    signed: Compared | None
    read: bool
    facts: tuple[FactHint, ...]
    lines: tuple[str, ...]
    signatures: tuple[PdfSignature, ...]


def compare_signing(platform: Platform, actor: Actor, contract_id: str) -> SigningComparison:
    """What a person who compares the two should look at."""
    with platform.reading() as uow:
        contract = visible_contract(uow, actor, contract_id)
        reviewed, before = compared(uow, contract.approved_version_id)
        signed, after = compared(uow, contract.signed_version_id)
        copy = signed_pdf(uow, contract.signed_version_id)
    both = before is not None and after is not None
    view = SigningComparison(
        reviewed=reviewed,
        signed=signed,
        read=both,
        facts=compare_facts(before.facts, after.facts) if before and after else (),
        lines=differing_lines(after) if after else (),
        signatures=signatures_in(platform, copy) if copy else (),
    )
    return shown(actor, contract, view)


def compared(uow: UnitOfWork, version_id: str | None) -> tuple[Compared | None, Analysis | None]:
    """A version with what was read in it."""
    if version_id is None:
        return None, None
    version = uow.versions.get(version_id)
    known = Compared(
        version_id=version.id,
        no=version.no,
        filename=version.filename,
        state=version.analysis_state,
        unreadable=version.unreadable,
    )
    open_ = version.analysis_state not in CLOSED
    return known, analysis_of(uow, version) if open_ else None


def signed_pdf(uow: UnitOfWork, version_id: str | None) -> Version | None:
    """The signed copy, where it is a PDF that may be read."""
    version = uow.versions.get(version_id) if version_id else None
    return version if version and version.media == "pdf" and version.analysis_state not in CLOSED else None


def signatures_in(platform: Platform, version: Version) -> tuple[PdfSignature, ...]:
    """As of the upload: a certificate that expires later takes nothing away."""
    with spooled(platform, version.sha256) as file:
        return platform.reader.signatures(file, version.uploaded_at)


def differing_lines(signed: Analysis) -> tuple[str, ...]:
    """What the line-by-line comparison said when the copy was read."""
    found = (one.params.get("diff", "") for one in signed.findings if one.rule == MISMATCH)
    return tuple(line for line in found if line)
