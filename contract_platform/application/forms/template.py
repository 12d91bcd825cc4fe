"""Which template a form is filled into."""

import hashlib

import msgspec

from contract_platform.application.ports import Platform, UnitOfWork
from contract_platform.domain.errors import NotFound
from contract_platform.domain.form_vocabulary import FormKind
from contract_platform.domain.paper import FormTemplate


class InForce(msgspec.Struct, frozen=True, kw_only=True):
    """The template of a form by its digest; ``adopted`` is the bureau's own, None for the one that ships."""

    sha256: str
    adopted: FormTemplate | None = None


def template_in_force(uow: UnitOfWork, platform: Platform, form: FormKind) -> InForce:
    """The bureau's newest, else the one that ships."""
    adopted = uow.form_templates.find(form=form)
    newest = adopted[-1] if adopted else None
    if newest is None or not newest.sha256:
        return InForce(sha256=hashlib.sha256(platform.forms.built_in(form)).hexdigest())
    return InForce(sha256=newest.sha256, adopted=newest)


def template_bytes(platform: Platform, form: FormKind, sha256: str) -> bytes:
    """The template of a digest. One that shipped with an earlier release is gone; the present one stands in for it."""
    try:
        with platform.objects.open(sha256) as file:
            return file.read()
    except NotFound:
        return platform.forms.built_in(form)
