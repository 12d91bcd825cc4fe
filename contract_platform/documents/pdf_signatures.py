"""Digital signatures inside a PDF (ISO 32000-1 12.8, PAdES), checked without a network; runs inside a child.

``intact`` and ``valid`` speak of the signed revision alone: pages changed in a later revision leave both true. What
counts is pyHanko's verdict over coverage, later revisions, signature and chain together. SM2 (GB/T 32918), seals of
GB/T 38540 and whatever else cannot be computed here come out as not verifiable.
"""

import asyncio
from datetime import datetime
from io import BytesIO
from pathlib import Path

import msgspec
from pyhanko.keys import load_certs_from_pemder_data
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.fields import enumerate_sig_fields
from pyhanko.sign.validation import EmbeddedPdfSignature, PdfSignatureStatus, async_validate_pdf_signature
from pyhanko_certvalidator import ValidationContext

from contract_platform.domain.pdf_signature import PdfSignature
from contract_platform.domain.signing_vocabulary import SignatureVerdict


def check_signatures(path: str, at: str, *trusted: str) -> bytes:
    """The msgpack bytes of the file's ``PdfSignature`` records, as of an ISO instant; ``trusted`` are PEM texts."""
    return msgspec.msgpack.encode(found_in(Path(path).read_bytes(), datetime.fromisoformat(at), trusted))


def found_in(data: bytes, at: datetime, trusted: tuple[str, ...]) -> tuple[PdfSignature, ...]:
    """Every signature in its order; a file that the library cannot read has one that cannot be verified."""
    try:
        reader = PdfFileReader(BytesIO(data), strict=False)
        known = reader.embedded_signatures
        foreign = len(list(enumerate_sig_fields(reader, filled_status=True))) - len(known)  # seals of other formats
    except Exception:  # noqa: BLE001 - a hostile or odd file may break the library anywhere; nothing is vouched for
        return (PdfSignature(verdict=SignatureVerdict.UNVERIFIABLE),) if b"/ByteRange" in data else ()
    found = [checked(one, at, trusted) for one in known if one.sig_object_type == "/Sig"]
    return (*found, *[PdfSignature(verdict=SignatureVerdict.UNVERIFIABLE)] * foreign)


def checked(signature: EmbeddedPdfSignature, at: datetime, trusted: tuple[str, ...]) -> PdfSignature:
    """One signature; what cannot be computed here is not verifiable."""
    roots = [root for text in trusted for root in load_certs_from_pemder_data(text.encode())]
    context = ValidationContext(trust_roots=roots, moment=at, allow_fetching=False)
    try:
        status = asyncio.run(async_validate_pdf_signature(signature, context))
        verdict = verdict_of(status)
    except Exception:  # noqa: BLE001 - unknown algorithms and formats end in exceptions of many kinds
        return PdfSignature(verdict=SignatureVerdict.UNVERIFIABLE)
    certificate = status.signing_cert
    return PdfSignature(
        signer=str(certificate.subject.native.get("common_name", "")),
        issuer=str(certificate.issuer.native.get("common_name", "")),
        signed_at=status.signer_reported_dt,
        verdict=verdict,
    )


def verdict_of(status: PdfSignatureStatus) -> SignatureVerdict:
    """Changes first: a change that the signer did not allow outweighs everything else."""
    changed = status.modification_level == ModificationLevel.OTHER or status.docmdp_ok is False
    if not status.intact or not status.valid or changed:
        return SignatureVerdict.MODIFIED
    if status.bottom_line:
        return SignatureVerdict.VALID
    return SignatureVerdict.UNVERIFIABLE if status.trusted else SignatureVerdict.UNTRUSTED
