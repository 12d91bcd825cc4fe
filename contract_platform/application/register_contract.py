"""An uploaded draft becomes a contract in drafting; its facts are read from the file, never retyped."""

from pathlib import Path

import msgspec

from contract_platform.application.once import once
from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.application.read_contract import detail
from contract_platform.application.store_file import StoredFile, new_version, store_file
from contract_platform.application.tasks_of_contract import retask
from contract_platform.application.trace import record
from contract_platform.application.views import ContractDetail
from contract_platform.domain.contract import Contract
from contract_platform.domain.document import Document
from contract_platform.domain.errors import Forbidden, Invalid
from contract_platform.domain.people import Actor, Post
from contract_platform.domain.vocabulary import DocumentKind, Role, State


def register_contract(
    platform: Platform,
    actor: Actor,
    *,
    file: Path,
    filename: str,
    secrecy_declared: bool,
    unit_id: str | None = None,
    idempotency_key: str | None = None,
) -> ContractDetail:
    """Store the draft and open the contract. ``secrecy_declared`` (not classified) is required by 保守国家秘密法."""
    if not secrecy_declared:
        raise Invalid("secrecy_not_declared")
    held = [post for post in actor.posts if post.role == Role.HANDLER and unit_id in (None, post.unit_id)]
    posts = sorted(held, key=lambda post: post.person_id != actor.person_id)
    if not posts:
        raise Forbidden("not_a_handler")
    stored = store_file(platform, file, filename)
    with platform.unit_of_work() as uow:
        return once(
            uow,
            platform,
            actor,
            "contract.create",
            idempotency_key,
            ContractDetail,
            lambda: _open(uow, platform, actor, stored, posts[0]),
        )


def _open(uow: UnitOfWork, platform: Platform, actor: Actor, file: StoredFile, post: Post) -> ContractDetail:
    """The contract is that of the post's holder: a deputy opens it for whoever is away."""
    now = platform.clock.now()
    contract = Contract(
        id=platform.new_id(),
        state=State.DRAFTING,
        name=Path(file.filename).stem,
        handling_unit_id=post.unit_id,
        signing_body_id=post.unit_id,
        handler_id=post.person_id,
        created_at=now,
        updated_at=now,
        secrecy_declared=True,
    )
    uow.contracts.add(contract)
    document = Document(id=platform.new_id(), contract_id=contract.id, kind=DocumentKind.DRAFT, title="合同文本")
    uow.documents.add(document)
    away = post.person_id if post.person_id != actor.person_id else None
    record(
        uow,
        platform,
        actor,
        "contract.registered",
        object_id=contract.id,
        contract_id=contract.id,
        role=Role.HANDLER,
        acted_for=away,
        data={"name": contract.name, "secrecy_declared": True},
    )
    _, version = new_version(uow, platform, actor, document, file, role=Role.HANDLER, acted_for=away)
    contract = uow.contracts.save(msgspec.structs.replace(contract, draft_version_id=version.id))
    retask(uow, platform, actor, contract)
    return detail(uow, platform, actor, contract)
