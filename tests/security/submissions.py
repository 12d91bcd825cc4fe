"""What goes with a contract of the world under test: every item of its list, all marked by the contract's canary."""

from datetime import datetime
from typing import Any

from contract_platform.domain.contract import Contract
from contract_platform.domain.submission import Consultation, Inquiry, MaterialEntry, Submission, Urgency

ITEMS = ("PARTY_PROOF", "AUTHORITY", "PROJECT_BASIS", "CONSULTED", "DUE_DILIGENCE")


def complete_submission(contract: Contract, version_id: str, canary: str, now: datetime) -> Submission:
    """Every item given by one file, and urgency asked for by the officer."""
    stated: dict[str, Any] = {"by": contract.handler_id, "at": now}
    asked = Urgency(planned_sign_date=now.date(), reason=f"加急{canary}", asked_by=contract.handler_id, asked_at=now)
    return Submission(
        id=f"{contract.id}-sub",
        contract_id=contract.id,
        materials=tuple(MaterialEntry(code=one, version_ids=(version_id,), **stated) for one in ITEMS),
        inquiries=(Inquiry(id=f"{contract.id}-i", party=f"清和{canary}公司", **stated),),
        consultations=(Consultation(id=f"{contract.id}-k", unit=f"望澜区{canary}局", **stated),),
        urgencies=(asked,),
    )
