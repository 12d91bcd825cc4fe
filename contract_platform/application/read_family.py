"""A contract's family for its page: who belongs to it, and what it comes to in amount, time and scope."""

from datetime import date, datetime

from contract_platform.application.family_limits import cap_percent
from contract_platform.application.family_of_contract import family_under
from contract_platform.application.load import visible_contract
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.queries import View
from contract_platform.application.shown import shown
from contract_platform.domain import family as f
from contract_platform.domain.access import acting_roles
from contract_platform.domain.contract import Contract
from contract_platform.domain.people import Actor
from contract_platform.domain.relations import scope_of
from contract_platform.domain.vocabulary import ContractRelation, MoneyEffect, State


class MemberView(View, frozen=True, kw_only=True):
    """One contract of a family. ``counted``: it is signed and has effect on the sums."""

    id: str
    name: str
    relation: ContractRelation
    state: State
    contract_no: str | None
    amount_fen: int | None
    sign_date: date | None
    term_start: date | None
    term_end: date | None
    counted: bool
    money: MoneyEffect = MoneyEffect.NONE
    reason: str = ""
    clauses: str = ""
    bearing: str = ""
    cap_basis: str = ""
    cap_basis_by: str | None = None
    cap_basis_at: datetime | None = None


class FamilyView(View, frozen=True, kw_only=True):
    """The sums of a family, in fen. ``pending_fen`` is what unsigned supplements would change.

    ``cap_fen`` is what supplements may add in all, None where no law caps them; ``ceiling_fen`` and what is left of
    it are a framework's. ``term_end`` is the end as it stands after all signed changes.
    """

    original: MemberView
    members: tuple[MemberView, ...]
    total_fen: int | None
    added_fen: int
    pending_fen: int
    cap_percent: float | None
    cap_fen: int | None
    ceiling_fen: int | None
    called_off_fen: int
    left_fen: int | None
    term_end: date | None
    may_start: tuple[ContractRelation, ...]
    may_justify: bool


def read_family(platform: Platform, actor: Actor, contract_id: str) -> FamilyView:
    """The family of an original, or of the contract it hangs on."""
    with platform.reading() as uow:
        return family_view(uow, platform, actor, visible_contract(uow, actor, contract_id))


def family_view(uow: UnitOfWork, platform: Platform, actor: Actor, contract: Contract) -> FamilyView:
    """The same inside a unit of work; members out of the reader's sight are left out of the list, not of the sums."""
    original = uow.contracts.get(contract.parent_id) if contract.parent_id else contract
    family = family_under(uow, original)
    scope, percent = scope_of(actor), cap_percent(platform, original)
    ceiling = original.amount_fen if f.is_framework(original) else None
    called = f.called_off_fen(family)
    unsigned = [child for child in family.children if child.contract.state not in f.GIVEN_UP and not f.counts(child)]
    view = FamilyView(
        original=original_view(original),
        members=tuple(member_view(uow, child) for child in family.children if scope.sees(child.contract)),
        total_fen=f.total_fen(family),
        added_fen=f.added_fen(child for child in family.children if f.counts(child)),
        pending_fen=sum(f.effect_fen(child) for child in unsigned),
        cap_percent=percent,
        cap_fen=None if percent is None else f.cap_fen(original, percent),
        ceiling_fen=ceiling,
        called_off_fen=called,
        left_fen=None if ceiling is None else ceiling - called,
        term_end=f.term_end(family),
        may_start=startable(actor, contract),
        may_justify=contract.parent_id is not None
        and contract.sign_date is None
        and bool(acting_roles(actor, contract, "amendment.justify")),
    )
    return shown(actor, contract, view)


def startable(actor: Actor, contract: Contract) -> tuple[ContractRelation, ...]:
    """What the reader may open from this contract now."""
    if not acting_roles(actor, contract, "contract.derive") or contract.relation in f.AMENDING:
        return ()
    kinds = [kind for kind in ContractRelation if kind is not ContractRelation.ORIGINAL]
    return tuple(
        kind
        for kind in kinds
        if contract.state in (f.IN_FORCE if kind in f.NEEDS_FORCE else f.ONCE_SIGNED)
        and (kind is not ContractRelation.CALL_OFF or f.is_framework(contract))
    )


def original_view(contract: Contract) -> MemberView:
    """The original as a member."""
    return MemberView(
        **{name: getattr(contract, name) for name in COMMON},
        relation=contract.relation,
        counted=contract.sign_date is not None,
    )


def member_view(uow: UnitOfWork, child: f.Child) -> MemberView:
    """A child as a member."""
    by = child.amendment.cap_basis_by
    return MemberView(
        **{name: getattr(child.contract, name) for name in COMMON},
        **{name: getattr(child.amendment, name) for name in STATED},
        counted=f.counts(child),
        cap_basis_by=uow.people.get(by).name if by else None,
    )


COMMON = ("id", "name", "state", "contract_no", "amount_fen", "sign_date", "term_start", "term_end")
STATED = ("relation", "money", "reason", "clauses", "bearing", "cap_basis", "cap_basis_at")
