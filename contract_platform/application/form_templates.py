"""The bureau's templates: listed, tried with made-up content, replaced by two administrators, restored."""

import hashlib
from datetime import datetime
from io import BytesIO
from pathlib import Path

import msgspec

from contract_platform.application.forms.placeholders import PlaceholderView, placeholders
from contract_platform.application.forms.print_paper import print_content
from contract_platform.application.forms.read_papers import NOT_ISSUED, Kind, PaperFile, sent
from contract_platform.application.forms.samples import sample
from contract_platform.application.forms.template import template_bytes, template_in_force
from contract_platform.application.once import once
from contract_platform.application.people_views import ChangeRequestView
from contract_platform.application.ports import Platform
from contract_platform.application.queries import View
from contract_platform.application.read_changes import change_view
from contract_platform.application.request_change import open_change, refuse
from contract_platform.application.weigh_change import Weighed, pending, subject_of
from contract_platform.domain import change as c
from contract_platform.domain.errors import Invalid, NotFound
from contract_platform.domain.form_vocabulary import FormKind
from contract_platform.domain.labels import label
from contract_platform.domain.machine import Reason
from contract_platform.domain.people import Actor
from contract_platform.domain.vocabulary import ChangeKind


class FormView(View, frozen=True, kw_only=True):
    """A form and the template in force. ``filename`` "" = the one that ships; ``pending`` is a request's number."""

    form: FormKind
    filename: str
    adopted_at: datetime | None
    sha256: str
    pending: int | None
    placeholders: tuple[PlaceholderView, ...]


def list_forms(platform: Platform, actor: Actor) -> tuple[FormView, ...]:  # noqa: ARG001 - the guard asked who
    """All forms."""
    with platform.reading() as uow:
        found = []
        for form in FormKind:
            now = template_in_force(uow, platform, form)
            waiting = [
                pending(uow, kind, subject_of(form)) for kind in (ChangeKind.FORM_TEMPLATE, ChangeKind.FORM_RESET)
            ]
            found.append(
                FormView(
                    form=form,
                    filename=now.adopted.filename if now.adopted else "",
                    adopted_at=now.adopted.adopted_at if now.adopted else None,
                    sha256=now.sha256,
                    pending=next((one.number for one in waiting if one), None),
                    placeholders=placeholders(form),
                )
            )
        return tuple(found)


def open_template(platform: Platform, actor: Actor, form: FormKind) -> PaperFile:  # noqa: ARG001 - the guard asked who
    """The template in force, to be changed in Word."""
    with platform.reading() as uow:
        now = template_in_force(uow, platform, form)
    data = template_bytes(platform, form, now.sha256)
    name = now.adopted.filename if now.adopted else f"{label('FormKind', form)[0]}_模板.docx"
    return PaperFile(filename=name, kind="docx", size=len(data), sha256=now.sha256, content=BytesIO(data))


def preview_form(platform: Platform, actor: Actor, form: FormKind, kind: Kind) -> PaperFile:  # noqa: ARG001 - the guard asked who
    """The template in force with made-up content."""
    with platform.reading() as uow:
        now = template_in_force(uow, platform, form)
    return tried(platform, form, now.sha256, kind)


def preview_change(platform: Platform, actor: Actor, change_id: str, kind: Kind) -> PaperFile:  # noqa: ARG001 - the guard asked who
    """The template somebody asks for with made-up content: what the other administrator looks at before approving."""
    with platform.reading() as uow:
        body = uow.changes.get(change_id).body
    if not isinstance(body, c.FormTemplate | c.FormReset):
        raise NotFound("changerequest_not_found", id=change_id)
    built_in = hashlib.sha256(platform.forms.built_in(body.form)).hexdigest()
    return tried(platform, body.form, body.sha256 if isinstance(body, c.FormTemplate) else built_in, kind)


def tried(platform: Platform, form: FormKind, sha256: str, kind: Kind) -> PaperFile:
    """A template filled with made-up content."""
    template = template_bytes(platform, form, sha256)
    printed = print_content(platform, template, sample(form), platform.clock.now(), mark=NOT_ISSUED)
    return sent(printed, f"{label('FormKind', form)[0]}_示例.{kind}", kind)


def request_template(
    platform: Platform,
    actor: Actor,
    form: FormKind,
    *,
    file: Path,
    filename: str,
    reason: str,
    idempotency_key: str | None = None,
) -> ChangeRequestView:
    """Check the file, keep it, and ask; ``Refused`` with every fault, and nothing is kept."""
    refuse(ChangeKind.FORM_TEMPLATE, checked(platform, form, file, filename))
    with file.open("rb") as source:
        stored = platform.objects.put(source)
    body = c.FormTemplate(form=form, sha256=stored.sha256, filename=Path(filename).name[:200])

    def done() -> ChangeRequestView:
        weighed = Weighed(subject_id=subject_of(form))
        return change_view(uow, actor, open_change(uow, platform, actor, body, reason, weighed=weighed))

    with platform.unit_of_work() as uow:
        return once(uow, platform, actor, f"change.form/{form}", idempotency_key, ChangeRequestView, done)


def checked(platform: Platform, form: FormKind, file: Path, filename: str) -> tuple[Reason, ...]:
    """Everything that stands against a file as the template of a form."""
    if file.stat().st_size == 0:
        raise Invalid("file_empty")
    if platform.reader.sniff(file, filename) != "docx":
        return (Reason(code="form_not_word"),)
    return platform.forms.faults(file, form, msgspec.to_builtins(sample(form)))
