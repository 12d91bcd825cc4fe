import pytest

from tests.web.conftest import TEXT

PNG = b"\x89PNG\r\n\x1a\n" + b"\x00" * 64
MEGABYTE = 1 << 20


def spool(platform):
    return list(platform.spool.iterdir())


def test_a_draft_opens_a_contract_and_its_bytes_come_back(enter, contract, platform):
    version = contract["documents"][0]["versions"][0]["version"]
    assert version["analysis_state"] == "QUEUED"
    answer = enter("handler").get(f"/versions/{version['id']}/content")
    assert answer.content == TEXT
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    assert answer.headers["content-length"] == str(len(TEXT))
    assert answer.headers["content-disposition"].startswith("inline; filename*=UTF-8''%E6%A1%A3")
    assert answer.headers["content-security-policy"].startswith("sandbox; default-src 'none'")
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert spool(platform) == []


def test_a_text_in_gb18030_is_said_to_be_so(enter):
    view = enter("handler").upload(content=TEXT.decode().encode("gb18030")).json()
    version = view["contract"]["draft_version_id"]
    assert enter("handler").get(f"/versions/{version}/content").headers["content-type"] == "text/plain; charset=gb18030"


def test_what_no_browser_shows_is_saved_under_its_name(enter, contract):
    path = f"/contracts/{contract['contract']['id']}/documents/ATTACHMENT/versions"
    answer = enter("handler").upload(path, rb"{\rtf1 text}", key="k2", filename="说明.rtf")
    served = enter("handler").get(f"/versions/{answer.json()['version']['id']}/content")
    assert served.headers["content-disposition"] == "attachment; filename*=UTF-8''%E8%AF%B4%E6%98%8E.rtf"
    assert served.headers["content-type"] == "application/rtf"


def test_a_scan_is_kept_although_it_cannot_be_read(enter, contract):
    path = f"/contracts/{contract['contract']['id']}/documents/ATTACHMENT/versions"
    answer = enter("handler").upload(path, PNG, key="k2", filename="扫描件.png", title="补充材料")
    assert answer.status_code == 201, answer.text
    assert answer.json()["version"]["media"] == "png"
    served = enter("handler").get(f"/versions/{answer.json()['version']['id']}/content")
    assert (served.content, served.headers["content-type"]) == (PNG, "image/png")


@pytest.mark.parametrize(
    ("content", "filename", "code"),
    [
        (b"", "空.docx", "file_empty"),
        (b"MZ" + b"\x00" * 80, "合同.docx", "file_type_refused"),
        (b"\x7fELF" + b"\x00" * 80, "合同.pdf", "file_type_refused"),
        (b"<!doctype html><html><script>alert(1)</script></html>", "合同.html", "file_type_refused"),
    ],
)
def test_what_is_no_document_is_refused_by_its_bytes(enter, platform, content, filename, code):
    answer = enter("handler").upload(content=content, filename=filename)
    assert (answer.status_code, answer.json()["code"]) == (422, code)
    assert spool(platform) == []
    assert enter("handler").get("/contracts").json()["rows"] == []


def test_a_file_above_the_limit_is_refused_before_it_is_read(enter, platform):
    answer = enter("handler").upload(content=b"x" * (MEGABYTE + 1))
    assert (answer.status_code, answer.json()["code"]) == (413, "file_too_large")
    assert answer.json()["params"] == {"limit_mb": 1}
    assert spool(platform) == []


def test_the_limit_holds_while_reading_when_no_length_was_announced(enter, platform):
    pieces = (b"x" * 65536 for _ in range(40))
    answer = enter("handler").upload(content=pieces)  # an iterator is sent in chunks of unknown total
    assert (answer.status_code, answer.json()["code"]) == (413, "file_too_large")
    assert spool(platform) == []


def test_a_file_of_exactly_the_limit_is_taken(enter):
    assert enter("handler").upload(content="合".encode() * (MEGABYTE // 3) + b"x").status_code == 201


def test_without_the_declaration_of_secrecy_nothing_is_kept(enter, platform):
    answer = enter("handler").upload(secrecy_declared="false")
    assert (answer.status_code, answer.json()["code"]) == (422, "secrecy_not_declared")
    assert list(platform.objects.keys()) == []


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("../../etc/合同.txt", "合同.txt"),
        ("C:\\文件\\合同.txt", "合同.txt"),
        ("合同\u202etxt.exe.txt", "合同txt.exe.txt"),
        ("合\r\n同.txt", "合同.txt"),
    ],
)
def test_of_a_file_name_only_its_plain_last_part_is_kept(enter, sent, kept):
    view = enter("handler").upload(filename=sent).json()
    assert view["documents"][0]["versions"][0]["version"]["filename"] == kept


@pytest.mark.parametrize("name", ["///", "\u202e"])
def test_a_name_that_is_nothing_is_refused(enter, name):
    answer = enter("handler").upload(filename=name)
    assert (answer.status_code, answer.json()["code"]) == (400, "filename_missing")


def test_a_unit_of_which_one_is_no_handler_is_refused(enter):
    answer = enter("handler").upload(unit_id="housing")
    assert (answer.status_code, answer.json()["code"]) == (403, "not_a_handler")


def test_a_kind_nobody_knows_is_named(enter, contract):
    answer = enter("handler").upload(f"/contracts/{contract['contract']['id']}/documents/SECRET/versions", key="k2")
    assert (answer.status_code, answer.json()["code"]) == (400, "request_invalid")
    assert answer.json()["params"]["fields"][0]["field"] == "kind"
