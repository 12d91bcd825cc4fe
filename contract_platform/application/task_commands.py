"""What people ask for on tasks and on statements they were asked for."""

from typing import Annotated

import msgspec

Words = Annotated[str, msgspec.Meta(max_length=5000)]


class EndorsementCommand(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An act on a statement: agree | remark | object | take_out; ``text`` is the opinion, or the reason."""

    action: str
    text: Words = ""
