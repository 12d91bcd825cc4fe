import gzip

import pytest
from litestar.testing import TestClient

from contract_platform.web.app import create_app
from contract_platform.web.headers import EVERYWHERE, PAGES_POLICY
from contract_platform.web.pages import STATIC

SCRIPT = b"export const answer = 42\n" * 100


@pytest.fixture
def pages(tmp_path):
    folder = tmp_path / "built"
    (folder / "assets" / "pdfjs").mkdir(parents=True)
    (folder / "index.html").write_text("<!doctype html><title>页面</title>", "utf-8")
    (folder / "assets" / "index-BhzC75mT.js").write_bytes(SCRIPT)
    (folder / "assets" / "favicon.svg").write_text("<svg/>", "utf-8")
    (folder / "assets" / "pdfjs" / "x.wasm").write_bytes(b"\0asm")
    (folder / "secret.txt").write_text("nothing to see", "utf-8")
    return folder


@pytest.fixture
def site(platform, settings, pages):
    with TestClient(create_app(platform, settings, pages=pages), base_url="https://platform.test") as client:
        yield client


@pytest.mark.parametrize("path", ["/", "/login", "/contracts/abc/text/def?tab=x", "/favicon.ico", "/assets"])
def test_every_address_but_files_and_api_is_the_page(site, path):
    answer = site.get(path)
    assert answer.status_code == 200
    assert answer.text == "<!doctype html><title>页面</title>"
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.headers["cache-control"] == "no-cache"
    assert answer.headers["content-security-policy"] == PAGES_POLICY


def test_the_policy_of_the_pages_runs_no_script_but_their_own(site):
    policy = dict(part.split(" ", 1) for part in site.get("/").headers["content-security-policy"].split("; "))
    assert policy["script-src"] == "'self' 'wasm-unsafe-eval'"
    assert policy["style-src"] == "'self'"
    assert policy["default-src"] == "'none'"
    assert policy["frame-ancestors"] == "'none'"
    assert policy["connect-src"] == "'self'"


def test_a_file_whose_name_holds_a_hash_is_kept_for_ever(site):
    answer = site.get("/assets/index-BhzC75mT.js")
    assert answer.content == SCRIPT
    assert answer.headers["content-type"] == "text/javascript; charset=utf-8"
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert answer.headers["content-security-policy"] == PAGES_POLICY  # a worker obeys the policy of its own file


def test_a_file_without_a_hash_is_asked_for_again(site):
    assert site.get("/assets/favicon.svg").headers["cache-control"] == "public, max-age=86400"
    assert site.get("/assets/pdfjs/x.wasm").headers["content-type"] == "application/wasm"


def test_a_file_travels_packed_to_who_can_unpack_it(site):
    packed = site.get("/assets/index-BhzC75mT.js", headers={"Accept-Encoding": "gzip"})
    plain = site.get("/assets/index-BhzC75mT.js", headers={"Accept-Encoding": "identity"})
    assert packed.headers["content-encoding"] == "gzip"
    assert int(packed.headers["content-length"]) == len(gzip.compress(SCRIPT, mtime=0))
    assert packed.content == plain.content == SCRIPT
    assert "content-encoding" not in plain.headers
    assert packed.headers["vary"] == "Accept-Encoding"


def test_who_has_the_file_is_sent_nothing(site):
    etag = site.get("/").headers["etag"]
    answer = site.get("/", headers={"If-None-Match": etag})
    assert (answer.status_code, answer.content) == (304, b"")


@pytest.mark.parametrize(
    "path",
    [
        "/assets/gone-00000000.js",
        "/assets/../secret.txt",
        "/assets/%2e%2e/secret.txt",
        "/assets/..%2fsecret.txt",
        "/assets/pdfjs",
    ],
)
def test_no_file_but_those_of_the_build_is_served(site, path):
    answer = site.get(path)
    assert "nothing to see" not in answer.text
    assert answer.status_code == 404 or answer.headers["content-type"].startswith("text/html")


def test_pages_that_are_not_built_say_how_to_build_them(client):
    answer = client.get("/tasks")
    assert (answer.status_code, answer.json()["code"]) == (503, "pages_not_built")
    assert "make install" in answer.json()["detail"]


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/assets/favicon.svg",
        "/assets/none.js",
        "/api/v1/session",
        "/api/nothing",
        "/healthz",
        "/api/v1/openapi.json",
    ],
)
def test_every_answer_carries_the_protective_headers(site, path):
    headers = site.get(path).headers
    assert [name for name in EVERYWHERE if name not in headers] == []
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cross-origin-opener-policy"] == "same-origin"
    assert headers["strict-transport-security"] == "max-age=31536000"
    assert "frame-ancestors 'none'" in headers["content-security-policy"]


def test_answers_of_the_api_are_not_kept_anywhere(enter):
    assert enter("handler").get("/session").headers["cache-control"] == "no-store"


def test_the_built_pages_name_only_files_that_are_served():
    index = STATIC / "index.html"
    if not index.exists():
        pytest.skip("the pages are not built: make install")
    assert "<style" not in index.read_text("utf-8")
    assert "onclick" not in index.read_text("utf-8")
