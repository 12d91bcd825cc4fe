"""The bureau's templates: asked for by one administrator, approved by another, used from then on, restored."""

from datetime import timedelta
from io import BytesIO

import docx
import msgspec
import pytest

from contract_platform.application.act_on_contract import act_on_contract
from contract_platform.application.commands import Accept, Pass, Submit
from contract_platform.application.form_templates import (
    list_forms,
    open_template,
    preview_change,
    preview_form,
    request_template,
)
from contract_platform.application.forms.print_paper import printed_paper
from contract_platform.application.sweep_objects import sweep_objects
from contract_platform.domain import change as c
from contract_platform.domain.errors import Forbidden, Refused
from contract_platform.domain.form_vocabulary import FormKind
from contract_platform.domain.paper import FormTemplate
from tests.unit.application.district import MAJOR, reasons
from tests.unit.forms.pages import text_of_pdf, texts_of_docx

FORM = FormKind.ACCEPTANCE_NOTICE


def word_file(*texts):
    document = docx.Document()
    for text in texts:
        document.add_paragraph(text)
    written = BytesIO()
    document.save(written)
    return written.getvalue()


def asked(staffed, data, name="system", filename="受理通知书（本局）.docx"):
    file = staffed.platform.spool / "upload.docx"
    file.write_bytes(data)
    return request_template(
        staffed.platform, staffed.actor(name), FORM, file=file, filename=filename, reason="用语统一"
    )


def accepted(staffed):
    contract_id = staffed.register(MAJOR)
    for name, command in (("handler", Submit()), ("legal", Pass()), ("intake", Accept(reviewer_id="reviewer"))):
        revision = staffed.contract(contract_id).revision
        act_on_contract(staffed.platform, staffed.actor(name), contract_id, command, revision=revision)
    return contract_id


def notice(staffed, contract_id):
    (paper,) = staffed.find("papers", contract_id=contract_id, form=FORM)
    printed = printed_paper(staffed.platform, paper.id)
    with staffed.platform.objects.open(printed.docx_sha256) as file:
        return texts_of_docx(file.read())


def view(staffed):
    return next(one for one in list_forms(staffed.platform, staffed.actor("system")) if one.form is FORM)


def test_a_template_is_used_from_its_approval_on_and_what_was_issued_stays(staffed):
    before = accepted(staffed)
    change = asked(staffed, word_file("本局受理{{ contract_name }}", "{{ bureau }}"))
    assert view(staffed).pending == change.number
    waiting = accepted(staffed)
    assert notice(staffed, waiting)[0].startswith("关于")
    staffed.decide("security", change)
    after = accepted(staffed)
    assert notice(staffed, after) == ["本局受理政务档案数字化加工服务合同", "望澜区司法局"]
    assert notice(staffed, before)[0].startswith("关于")
    assert view(staffed).filename == "受理通知书（本局）.docx"
    told = [event.type for event in staffed.find("events", object_id=f"form/{FORM}")]
    assert told == ["form.adopted"]


def test_restoring_gives_the_template_that_ships(staffed):
    staffed.decide("security", asked(staffed, word_file("本局受理{{ contract_name }}")))
    staffed.approved(c.FormReset(form=FORM))
    assert notice(staffed, accepted(staffed))[0].startswith("关于")
    assert view(staffed).filename == ""
    with pytest.raises(Refused) as refused:
        staffed.ask("system", c.FormReset(form=FORM))
    assert reasons(refused) == ["form_not_replaced"]


def test_a_template_with_faults_is_refused_with_all_of_them_and_nothing_is_kept(staffed):
    with pytest.raises(Refused) as refused:
        asked(staffed, word_file("{{ contract_nmae }} {{ unnit }}"))
    assert refused.value.code == "change_refused"
    assert reasons(refused) == ["form_placeholder_unknown"]
    assert "contract_nmae" in str(refused.value.params)
    assert "unnit" in str(refused.value.params)
    with pytest.raises(Refused) as other:
        asked(staffed, b"%PDF-1.4 nothing")
    assert reasons(other) == ["form_not_word"]
    assert staffed.find("changes") == []


def test_who_asked_does_not_approve_and_the_security_administrator_does_not_ask(staffed):
    change = asked(staffed, word_file("{{ unit }}"))
    with pytest.raises(Forbidden):
        staffed.decide("system2", change)
    with pytest.raises(Forbidden):
        asked(staffed, word_file("{{ unit }}"), name="security")
    with pytest.raises(Refused) as refused:
        asked(staffed, word_file("{{ bureau }}"))
    assert reasons(refused) == ["change_pending"]


def test_the_other_administrator_sees_what_is_asked_for_before_approving(staffed):
    change = asked(staffed, word_file("本局受理{{ contract_name }}"))
    security = staffed.actor("security")
    shown = text_of_pdf(preview_change(staffed.platform, security, change.id, "pdf").content.read())
    assert "本局受理档案数字化加工服务合同" in shown
    assert "预览件" in shown
    assert "本局受理" not in text_of_pdf(preview_form(staffed.platform, security, FORM, "pdf").content.read())


def test_the_template_in_force_can_be_taken_to_be_changed(staffed):
    shipped = open_template(staffed.platform, staffed.actor("system"), FORM).content.read()
    assert "{{unit}}：" in texts_of_docx(shipped)
    own = word_file("{{ unit }}")
    staffed.decide("security", asked(staffed, own))
    assert open_template(staffed.platform, staffed.actor("system"), FORM).content.read() == own


def test_sweeping_leaves_templates_alone_while_they_are_asked_for_and_in_force(staffed):
    change = asked(staffed, word_file("{{ unit }}"))
    staffed.clock.step(timedelta(days=3))
    sweep_objects(staffed.platform)
    staffed.decide("security", change)
    sweep_objects(staffed.platform)
    assert notice(staffed, accepted(staffed)) == ["望澜区大数据管理局"]


def test_a_template_that_no_longer_fits_does_not_keep_a_document_from_being_had(staffed):
    stored = staffed.platform.objects.put(BytesIO(word_file("{{ of_an_earlier_release }}")))
    with staffed.platform.unit_of_work() as uow:
        uow.form_templates.add(
            FormTemplate(
                id="t",
                form=FORM,
                sha256=stored.sha256,
                filename="旧.docx",
                adopted_at=staffed.clock.now(),
                change_number=1,
            )
        )
    contract_id = accepted(staffed)
    assert notice(staffed, contract_id)[0].startswith("关于")
    (event,) = staffed.find("events", type="paper.printed")
    assert msgspec.json.decode(event.data)["own"] is False
