"""What has to lie with a contract that is sent for review: a profile's list, and how far a contract has come with it.

Items ask by the same predicates as routing, so a list for every category of the register is one list with conditions.
"""

from collections.abc import Mapping
from typing import Annotated, Literal

import msgspec

from contract_platform.domain.records import Record
from contract_platform.domain.submission import MaterialEntry, Submission
from contract_platform.domain.submission_vocabulary import MaterialNeed, MaterialStanding
from contract_platform.domain.vocabulary import Tier
from contract_platform.policy.routing import Condition, RoutingCase
from contract_platform.policy.values import Sourced, Text

ItemCode = Annotated[str, msgspec.Meta(pattern=r"^[A-Z][A-Z_]{1,39}$")]
Source = Literal["FILES", "DRAFT", "INQUIRIES", "CONSULTATIONS", "UNIT_REVIEW"]
GIVEN_HERE = frozenset({"FILES", "INQUIRIES", "CONSULTATIONS"})
"""Sources of items for which files, or a reason, can be given in the list itself."""


class Material(Sourced, frozen=True, kw_only=True):
    """An item of the list of materials.

    ``need``: REQUIRED may not be left out; CONDITIONAL may be marked as not applicable with a reason; OPTIONAL is never
    asked for. ``when``: asked of contracts that meet any of these conditions; empty = of every contract. ``source``:
    what meets the item: files, the draft itself, the due-diligence record, consulted units' opinions, or the unit's
    review that follows. ``registered_only``: asked of exempt contracts, too. ``usual_reasons``: offered as reasons why
    the item does not apply.
    """

    title: Text
    need: MaterialNeed
    source: Source = "FILES"
    when: tuple[Condition, ...] = ()
    registered_only: bool = False
    usual_reasons: tuple[Text, ...] = ()

    def __post_init__(self) -> None:
        """Refuse reasons for what cannot be marked as not applicable."""
        if self.usual_reasons and self.need is not MaterialNeed.CONDITIONAL:
            raise ValueError(f"{self.title}: reasons why it does not apply, but it always does")

    def asked_of(self, case: RoutingCase, amount_fen: int | None, tier: Tier) -> bool:
        """Whether a contract has to bring it. ``amount_fen`` is what routing measures the contract by."""
        if self.need is MaterialNeed.OPTIONAL or (tier is Tier.EXEMPT and not self.registered_only):
            return False
        return not self.when or any(condition.holds(case, amount_fen) for condition in self.when)


class Held(Record, frozen=True, kw_only=True):
    """What of a contract meets items: its draft, the files that are open to readers, the parties to look into.

    ``counterparties`` is None while nobody has said who the parties are.
    """

    draft: bool
    version_ids: frozenset[str]
    counterparties: tuple[str, ...] | None


class Checked(Record, frozen=True, kw_only=True):
    """An item as it stands for one contract. ``lacking``: what of it is not there, e.g. names of parties."""

    code: str
    material: Material
    standing: MaterialStanding
    lacking: tuple[str, ...] = ()

    @property
    def missing(self) -> bool:
        """Whether the contract cannot be sent without it."""
        return self.standing is MaterialStanding.MISSING

    @property
    def named(self) -> str:
        """The item as a list of what is missing names it."""
        return f"{self.material.title}（{'、'.join(self.lacking)}）" if self.lacking else self.material.title


def checklist(
    materials: Mapping[str, Material],
    case: RoutingCase,
    amount_fen: int | None,
    tier: Tier,
    held: Held,
    kept: Submission,
) -> tuple[Checked, ...]:
    """Every item of the profile in its order."""
    entries = {entry.code: entry for entry in kept.materials}
    return tuple(
        checked(code, material, held, kept, entries.get(code), asked=material.asked_of(case, amount_fen, tier))
        for code, material in materials.items()
    )


def checked(
    code: str, material: Material, held: Held, kept: Submission, entry: MaterialEntry | None, *, asked: bool
) -> Checked:
    """One item: there, excused, missing, or not asked for."""
    lacking = lacks(material, held, kept, entry)
    excused = entry is not None and entry.not_applicable and material.need is MaterialNeed.CONDITIONAL
    if lacking is None:
        standing = MaterialStanding.GIVEN
    elif excused:
        standing = MaterialStanding.NOT_APPLICABLE
    elif asked:
        standing = MaterialStanding.MISSING
    else:
        standing = MaterialStanding.NOT_ASKED
    missing = standing is MaterialStanding.MISSING
    return Checked(code=code, material=material, standing=standing, lacking=(lacking or ()) if missing else ())


def lacks(material: Material, held: Held, kept: Submission, entry: MaterialEntry | None) -> tuple[str, ...] | None:
    """None where the item is there, else what of it is not; empty where it is missing as a whole."""
    if entry is not None and held.version_ids & set(entry.version_ids):
        return None
    match material.source:
        case "UNIT_REVIEW":
            return None
        case "DRAFT":
            return None if held.draft else ()
        case "INQUIRIES":
            return not_inquired(held, kept)
        case "CONSULTATIONS":
            asked = kept.standing_consultations
            unfinished = tuple(one.unit for one in asked if not one.complete)
            return (unfinished or None) if asked else ()
        case _:
            return ()


def not_inquired(held: Held, kept: Submission) -> tuple[str, ...] | None:
    """The other side's parties without a complete inquiry; empty while nobody has named the parties."""
    if held.counterparties is None:
        return ()
    found = {one.party for one in kept.standing_inquiries if one.complete}
    return tuple(name for name in held.counterparties if name not in found) or None
