"""Forms that were begun and not sent, kept by themselves: they survive a reload, signing out and another machine.

Nobody but their author reads them and nothing is decided by them, so they leave no entry in the trace.
"""

import msgspec

from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.queries import View
from contract_platform.domain.people import Actor
from contract_platform.domain.unsent import KEPT_FOR, MOST, UnsentForm


class UnsentView(View, frozen=True, kw_only=True):
    """A form as it was left. ``mark`` changes with every save: whoever kept it compares."""

    object_id: str
    form: str
    text: str
    mark: str


def list_unsent(platform: Platform, actor: Actor) -> tuple[UnsentView, ...]:
    """Everything the person has begun, newest first."""
    with platform.reading() as uow:
        return tuple(view(one) for one in fresh(uow, platform, actor))


def keep_unsent(platform: Platform, actor: Actor, object_id: str, form: str, text: str) -> UnsentView:
    """Keep the newest content of a form; the last one to save wins, and what is old makes room."""
    now = platform.clock.now()
    with platform.unit_of_work() as uow:
        found = of_form(uow, actor, object_id, form)
        if found is None:
            kept = UnsentForm(
                id=platform.new_id(), person_id=actor.person_id, object_id=object_id, form=form, text=text, kept_at=now
            )
            uow.unsent.add(kept)
        else:
            kept = uow.unsent.save(msgspec.structs.replace(found, text=text, kept_at=now))
        left = fresh(uow, platform, actor)[:MOST]
        for one in uow.unsent.find(person_id=actor.person_id):
            if one.id not in {other.id for other in left}:
                uow.unsent.remove(one.id)
        return view(kept)


def drop_unsent(platform: Platform, actor: Actor, object_id: str, form: str) -> None:
    """Forget a form that was sent or given up; nothing happens if there is none."""
    with platform.unit_of_work() as uow:
        found = of_form(uow, actor, object_id, form)
        if found is not None:
            uow.unsent.remove(found.id)


def of_form(uow: UnitOfWork, actor: Actor, object_id: str, form: str) -> UnsentForm | None:
    """What the person left in a form."""
    found = uow.unsent.find(person_id=actor.person_id, object_id=object_id, form=form)
    return found[0] if found else None


def fresh(uow: UnitOfWork, platform: Platform, actor: Actor) -> list[UnsentForm]:
    """What is not too old, newest first."""
    since = platform.clock.now() - KEPT_FOR
    mine = (one for one in uow.unsent.find(person_id=actor.person_id) if one.kept_at >= since)
    return sorted(mine, key=lambda one: (one.kept_at, one.id), reverse=True)


def view(kept: UnsentForm) -> UnsentView:
    """As it is sent back to its author."""
    return UnsentView(object_id=kept.object_id, form=kept.form, text=kept.text, mark=f"{kept.id}/{kept.revision}")
