"""The opinion as it would read, while its reviewer is still writing it. Nothing is kept."""

from typing import Annotated

import msgspec

from contract_platform.application.forms.gather import gather
from contract_platform.application.forms.read_papers import Kind, PaperFile, preview_of
from contract_platform.application.load import visible_contract
from contract_platform.application.permit import permit
from contract_platform.application.ports import Platform
from contract_platform.domain.errors import Refused
from contract_platform.domain.form_vocabulary import FormKind
from contract_platform.domain.opinion import Opinion, OpinionItem
from contract_platform.domain.people import Actor
from contract_platform.domain.vocabulary import Conclusion

Items = Annotated[tuple[OpinionItem, ...], msgspec.Meta(max_length=200)]


class OpinionDraft(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the reviewer has written so far."""

    conclusion: Conclusion
    body: Annotated[str, msgspec.Meta(max_length=20_000)] = ""
    items: Items = ()


def preview_opinion(platform: Platform, actor: Actor, contract_id: str, draft: OpinionDraft, kind: Kind) -> PaperFile:
    """The opinion printed with a mark that it is not issued."""
    with platform.reading() as uow:
        contract = visible_contract(uow, actor, contract_id)
        permit(actor, "opinion.preview", contract)
        if contract.draft_version_id is None:
            raise Refused("paper_not_ready", form=FormKind.REVIEW_OPINION)
        opinion = Opinion(
            id="",
            contract_id=contract.id,
            round=contract.round,
            version_id=contract.draft_version_id,
            conclusion=draft.conclusion,
            body=draft.body,
            items=draft.items,
            drafter_id=actor.person_id,
            drafted_at=platform.clock.now(),
        )
        matter = msgspec.structs.replace(
            gather(uow, platform, contract),
            opinion=opinion,
            checked=uow.versions.get(contract.draft_version_id),
        )
        return preview_of(uow, platform, matter, FormKind.REVIEW_OPINION, kind)
