"""What checking the digital signatures inside a PDF found."""

from datetime import datetime

from contract_platform.domain.records import Record
from contract_platform.domain.signing_vocabulary import SignatureVerdict


class PdfSignature(Record, frozen=True, kw_only=True):
    """One signature: who signed and who certified them ("" where unreadable), when by their own word, the verdict.

    Revocation is not looked up: the check works without a network.
    """

    signer: str = ""
    issuer: str = ""
    signed_at: datetime | None = None
    verdict: SignatureVerdict
