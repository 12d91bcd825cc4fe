"""One line that gives a contract whatever its list of materials asks for, through the use cases."""

from contract_platform.application.add_version import add_version
from contract_platform.application.ports import Platform
from contract_platform.application.read_submission import read_submission
from contract_platform.application.state_materials import set_material, state_inquiries
from contract_platform.application.submission_commands import InquiryEntry, InquiryList, MaterialChange
from contract_platform.application.submission_views import MaterialView
from contract_platform.domain.people import Actor
from contract_platform.domain.submission_vocabulary import (
    InquiryConclusion,
    MaterialNeed,
    MaterialStanding,
    QueryResult,
)
from contract_platform.domain.vocabulary import DocumentKind

PAPER = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b550000000a4944415478da63f8"
    "0f00010101001cb08c990000000049454e44ae426082"
)
"""A picture of one dot: what was scanned is kept and opened, and nobody has to read it."""


def complete(platform: Platform, actor: Actor, contract_id: str) -> None:
    """Everything that is missing: one paper for what is required, a reason for what may be left out."""
    missing = still_missing(platform, actor, contract_id)
    if not missing:
        return
    file = platform.spool / "materials.png"
    file.write_bytes(PAPER)
    paper = add_version(
        platform, actor, contract_id, kind=DocumentKind.ATTACHMENT, file=file, filename="送审材料（扫描件）.png"
    ).version.id
    file.unlink()
    for item in missing:
        now = read_submission(platform, actor, contract_id)
        if item.source == "INQUIRIES":
            entries = tuple(inquiry(party, paper, platform) for party in item.lacking)
            state_inquiries(platform, actor, contract_id, InquiryList(entries=entries), revision=now.revision)
        else:
            set_material(platform, actor, contract_id, item.code, change(item, paper), revision=now.revision)


def still_missing(platform: Platform, actor: Actor, contract_id: str) -> list[MaterialView]:
    """The items without which the contract cannot be sent."""
    found = read_submission(platform, actor, contract_id).materials
    return [item for item in found if item.standing is MaterialStanding.MISSING]


def change(item: MaterialView, paper: str) -> MaterialChange:
    """What meets an item."""
    if item.need is MaterialNeed.CONDITIONAL:
        return MaterialChange(not_applicable=True, reason="本合同不涉及")
    return MaterialChange(version_ids=(paper,))


def inquiry(party: str, paper: str, platform: Platform) -> InquiryEntry:
    """A party that nothing was found against."""
    fine = QueryResult.NORMAL
    return InquiryEntry(
        party=party,
        queried_on=platform.clock.today(),
        registration=fine,
        credit=fine,
        dishonesty=fine,
        conclusion=InquiryConclusion.FIT,
        version_ids=(paper,),
    )
