"""What people ask for on tasks and on statements they were asked for."""

from datetime import date
from typing import Annotated

import msgspec

Words = Annotated[str, msgspec.Meta(max_length=5000)]


Key = Annotated[str, msgspec.Meta(min_length=1, max_length=64)]


class TaskAct(msgspec.Struct, frozen=True, kw_only=True, tag_field="action", forbid_unknown_fields=True):
    """An act on a task; ``reason`` is shown with the task and in the trace."""

    reason: Words = ""


class Claim(TaskAct, frozen=True, kw_only=True, tag="claim"):
    """领取."""


class Release(TaskAct, frozen=True, kw_only=True, tag="release"):
    """退回待领取."""


class Assign(TaskAct, frozen=True, kw_only=True, tag="assign"):
    """分派 to somebody of those the task is for."""

    to_id: Key


class Transfer(TaskAct, frozen=True, kw_only=True, tag="transfer"):
    """转办: I leave, somebody else of the same post goes on."""

    to_id: Key


class AddSigner(TaskAct, frozen=True, kw_only=True, tag="add_signer"):
    """加签: further opinions, then back to me; ``reason`` is the question."""

    to_ids: Annotated[tuple[Key, ...], msgspec.Meta(min_length=1, max_length=20)]


class Urge(TaskAct, frozen=True, kw_only=True, tag="urge"):
    """催办."""


TaskCommand = Claim | Release | Assign | Transfer | AddSigner | Urge


class Chosen(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A task as the page showed it."""

    id: Key
    revision: int


class TaskBatch(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Tasks to be claimed, or assigned to one person; all of them or none. ``to_id`` None = claim them."""

    tasks: Annotated[tuple[Chosen, ...], msgspec.Meta(min_length=1, max_length=100)]
    to_id: Key | None = None


class EndorsementCommand(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An act on a statement: agree | remark | object | take_out; ``text`` is the opinion, or the reason."""

    action: str
    text: Words = ""


class NewCopies(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """抄送 to people who see the contract."""

    to_ids: Annotated[tuple[Key, ...], msgspec.Meta(min_length=1, max_length=50)]
    note: Annotated[str, msgspec.Meta(max_length=1000)] = ""


class NewSupervision(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """督办: what has to be done, and by when the unit answers."""

    demand: Words
    due_on: date


class SupervisionCommand(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An act on a notice: answer | close | return | revoke; ``text`` is the answer, the finding or the reason."""

    action: str
    text: Words = ""
