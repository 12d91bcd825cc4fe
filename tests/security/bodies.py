"""Bodies that depend on the contract or on who asks, and what an operation that is about no contract depends on."""

from datetime import timedelta
from typing import Any

from contract_platform.domain import totp
from contract_platform.domain.credentials import ADMINISTRATORS
from contract_platform.domain.vocabulary import Role
from tests.security.factory import Expects
from tests.security.staff import ALPHA, BETA, PASSWORD, TOTP_SECRET, Member, Place, below, key
from tests.security.stages import PROVEN, Bundle
from tests.security.world import World

TODAY = "2026-03-04"
FORBIDDEN, ABSENT, REFUSED = 403, 404, 409
TOMORROW_WEEK, IN_TWO_WEEKS = timedelta(days=8), timedelta(days=14)


def facts(_world: World, bundle: Bundle, _who: Member) -> dict[str, Any]:
    """Facts to confirm."""
    return {
        "name": bundle.contract.name, "category": "05", "rule_class": "SERVICE", "direction": "PAYABLE",
        "signing_body_id": bundle.contract.signing_body_id, "amount_fen": 100,
    }  # fmt: skip


def fact(_world: World, _bundle: Bundle, _who: Member) -> dict[str, Any]:
    """A fact the texts of all stages have, as it is read."""
    return {"fact": "direction", "verdict": "approved", "seen": "payable"}


def material(_world: World, bundle: Bundle, _who: Member) -> dict[str, Any]:
    """A file of the same contract for an item of the list."""
    return {"version_ids": [bundle.ids["version_id"]]}


def inquiries(_world: World, bundle: Bundle, _who: Member) -> dict[str, Any]:
    """Due diligence on a party, proved by a file of the same contract."""
    fine = dict.fromkeys(("registration", "credit", "dishonesty"), "NORMAL")
    entry = {"party": "清和物业服务有限公司", "queried_on": TODAY, **fine, "conclusion": "FIT"}
    return {"entries": [entry | material(_world, bundle, _who)]}


def consultations(_world: World, bundle: Bundle, _who: Member) -> dict[str, Any]:
    """A consulted unit's opinion, with a file of the same contract."""
    entry = {"unit": "区财政局", "answered_on": TODAY, "conclusion": "APPROVE", "adopted": "ADOPTED"}
    return {"entries": [entry | material(_world, bundle, _who)]}


def signatures(_world: World, bundle: Bundle, _who: Member) -> dict[str, Any]:
    """Every party signs today."""
    signed = [{"party": one.name, "signatory": "代表", "signed_on": TODAY} for one in bundle.contract.parties]
    return {"action": "sign", "signatures": signed}


def minutes(_world: World, bundle: Bundle, _who: Member) -> dict[str, Any]:
    """A decision that passes, with its minutes where the contract has them."""
    there = {"minutes_version_id": bundle.ids["proof"]} if bundle.contract.state in PROVEN else {}
    return {"action": "decide", "passed": True, **there}


def correction(_world: World, bundle: Bundle, _who: Member) -> dict[str, Any]:
    """Another amount, with a file that proves it."""
    return {
        "fact": "AMOUNT", "after": "1", "reason": "登记有误", "evidence_version_id": bundle.ids["proof"],
    }  # fmt: skip


def registered(_world: World, bundle: Bundle, _who: Member) -> dict[str, Any]:
    """A filing done elsewhere, entered with its proof where the contract has one."""
    there = {"evidence_version_id": bundle.ids["proof"]} if bundle.contract.state in PROVEN else {}
    return {"action": "register", "number": "公1", "done_on": TODAY, **there}


def evidence(_world: World, bundle: Bundle, _who: Member) -> dict[str, Any]:
    """Performance reported with a file of the same contract."""
    return {"action": "report", "done_on": TODAY, "evidence_version_id": bundle.ids["version_id"]}


def reletting(_world: World, bundle: Bundle, _who: Member) -> dict[str, Any]:
    """A lease was let anew, by a file of the same contract."""
    return {"way": "RELET", "note": "已公开招租", "evidence_version_id": bundle.ids["proof"]}


def code(world: World, _bundle: Bundle, _who: Member) -> dict[str, Any]:
    """A code of the second factor everybody has."""
    return {"code": totp.code_at(TOTP_SECRET, totp.step_at(world.platform.clock.now()))}


def both_factors(world: World, bundle: Bundle, who: Member) -> dict[str, Any]:
    """Password and code."""
    return {"password": PASSWORD, **code(world, bundle, who)}


def offer(_world: World, bundle: Bundle, _who: Member) -> dict[str, Any]:
    """One contract for a colleague."""
    return {"to_id": key(Role.HANDLER, Place.COLLEAGUE), "contract_ids": [bundle.contract.id], "reason": "轮岗"}


def deputy(world: World, _bundle: Bundle, who: Member) -> dict[str, Any]:
    """The person's own posts for a colleague of the same unit, when nobody else fills in for them."""
    role, unit = next(iter(who.posts), (Role.HANDLER, ALPHA))
    fits = (
        [key(Role.HANDLER, Place.ELSEWHERE), key(Role.HANDLER_LEAD, Place.ELSEWHERE)]
        if unit == BETA
        else [key(role, Place.COLLEAGUE), key(role, Place.RECUSED)]
    )
    today = world.platform.clock.today()
    return {
        "to_id": next(one for one in fits if one != who.id),
        "first_day": today + TOMORROW_WEEK,
        "last_day": today + IN_TWO_WEEKS,
        "reason": "培训",
    }


def always(status: int) -> Expects:
    """The same for everybody who may ask."""
    return lambda _world, _who: status


def only(role: Role, otherwise: int = FORBIDDEN) -> Expects:
    """Open to one of the row's roles; the table of changes divides them."""
    return lambda _world, who: None if role in who.roles() else otherwise


def administrators_keep_theirs(_world: World, who: Member) -> int | None:
    """An administrator's second factor cannot be turned off."""
    return REFUSED if who.roles() & ADMINISTRATORS else None


def own_posts_only(_world: World, who: Member) -> int | None:
    """What was lent is not lent on."""
    return FORBIDDEN if who.lent_by else None


def who_is_concerned(_world: World, who: Member) -> int | None:
    """The delegation of the handler's post: whose it is, the deputy, and who heads the unit."""
    heads = any(role is Role.HANDLER_LEAD and ALPHA in below(unit) for role, unit in who.posts) and not who.lent_by
    concerned = who.id in {key(Role.HANDLER, Place.NAMED), key(Role.HANDLER, Place.DEPUTY)}
    return None if heads or concerned else ABSENT


def head_of_the_pool(world: World, who: Member) -> int | None:
    """Who may assign what was left behind in the named people's unit."""
    heads = any(role is Role.HANDLER_LEAD and ALPHA in below(unit) for role, unit in who.posts)
    apart = (world.pooled.contract.id, who.id) in world.recused
    return None if heads and not apart else REFUSED


def answers_for_the_unit_elsewhere(_world: World, who: Member) -> int | None:
    """The statement of the unit that was asked: its head; everybody else who sees the contract is refused."""
    return None if any(role is Role.HANDLER_LEAD and BETA in below(unit) for role, unit in who.posts) else REFUSED


def reviews_in_the_named_unit(_world: World, who: Member) -> int | None:
    """A task for the legal officers of the unit: theirs, and nobody else's."""
    mine = any(role is Role.UNIT_LEGAL and ALPHA in below(unit) for role, unit in who.posts)
    return None if mine else REFUSED


def gives_tasks_of_the_named_unit(world: World, who: Member) -> int | None:
    """Only heads assign at all."""
    heads = {Role.HANDLER_LEAD, Role.BUREAU_LEAD, Role.GOV_OFFICE} & who.roles()
    return heads_the_named_unit(world, who) if heads else FORBIDDEN


def urges_the_named_unit(world: World, who: Member) -> int | None:
    """Everybody whose business it is urges, but not themselves."""
    if who.roles() & {Role.COUNSEL, Role.EXPERT, Role.SIGNATORY, Role.SEAL_KEEPER, Role.ARCHIVIST}:
        return FORBIDDEN
    return REFUSED if reviews_in_the_named_unit(world, who) is None else None


def chosen_task(world: World, bundle: Bundle, _who: Member) -> dict[str, Any]:
    """The contract's task to be claimed."""
    task = bundle.ids["task_id"]
    return {"tasks": [{"id": task, "revision": world.revisions.get(task, 0)}]}


def heads_the_named_unit(_world: World, who: Member) -> int | None:
    """Who takes a unit out: the head of the unit that handles the contract."""
    return None if any(role is Role.HANDLER_LEAD and ALPHA in below(unit) for role, unit in who.posts) else REFUSED


def who_decides_on_files(world: World, who: Member) -> int | None:
    """A file that was set apart: the security administrator, and the head of the unit; it is absent for others."""
    return None if Role.SEC_ADMIN in who.roles() or head_of_the_pool(world, who) is None else ABSENT


def own_replay(_world: World, who: Member) -> int | None:
    """What a new version of the profile would have changed is shown to who asked for it."""
    return None if who.id == key(Role.SEC_ADMIN, Place.NAMED) else ABSENT


def asker_alone(_world: World, who: Member) -> int | None:
    """A change is withdrawn by whoever asked for it."""
    if Role.SYS_ADMIN not in who.roles():
        return FORBIDDEN
    return None if who.id == key(Role.SYS_ADMIN, Place.COLLEAGUE) else REFUSED
