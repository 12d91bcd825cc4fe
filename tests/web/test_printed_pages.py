"""Pages over HTTP: which there are, what is printed where, and pictures of scans."""

import dataclasses
import io

import pytest
from PIL import Image

from contract_platform.application.analyse_version import analyse_version
from tests.unit.application.test_recognise_pages import PAGES, tiff
from tests.unit.documents.scan.canned import Canned


@pytest.fixture
def version(enter, platform):
    """A scan of three pages that was recognised."""
    view = enter("handler").upload(content=tiff(), filename="扫描.tiff").json()
    (leased,) = platform.ledger.lease(lane="slow", limit=1, seconds=60, now=platform.clock.now())
    job = platform.ledger.start(leased.id, seconds=60, now=platform.clock.now())
    analyse_version(dataclasses.replace(platform, reader=Canned(platform.reader, PAGES)), job)
    return view["contract"]["draft_version_id"]


def test_pages_and_their_lines(enter, version):
    door = enter("handler")
    pages = door.get(f"/versions/{version}/pages").json()
    assert [(page["number"], page["source"], page["width"]) for page in pages] == [(n, "scan", 5950) for n in (1, 2, 3)]
    page = door.get(f"/versions/{version}/pages/2").json()
    assert page["page"] == pages[1]
    blocks = door.get(f"/versions/{version}/analysis").json()["blocks"]
    starts = {block["start"] for block in blocks if block["page"] == 2}
    assert {line["start"] for line in page["lines"]} == starts
    assert all(line["edges"] == sorted(line["edges"]) for line in page["lines"])


def test_a_span_is_found_on_its_page(enter, version):
    door = enter("handler")
    analysis = door.get(f"/versions/{version}/analysis").json()
    block = next(block for block in analysis["blocks"] if "壹拾贰万元整" in block["text"])
    start = block["start"] + block["text"].index("壹拾贰万元整")
    (box,) = door.get(f"/versions/{version}/boxes", params={"start": start, "end": start + 6}).json()
    assert (box["page"], box["x1"] - box["x0"]) == (3, 630)
    assert door.get(f"/versions/{version}/boxes", params={"start": 5, "end": 1}).json()["code"] == "span_invalid"


def test_the_picture_of_a_page_is_a_jpeg_without_power(enter, version):
    answer = enter("handler").get(f"/versions/{version}/pages/3/picture")
    assert answer.headers["content-type"] == "image/jpeg"
    assert answer.headers["content-security-policy"].startswith("sandbox")
    assert answer.headers["cache-control"] == "no-store"
    assert Image.open(io.BytesIO(answer.content)).size == (120, 160)


@pytest.mark.parametrize("number", ["0", "4", "x", "-1", "１", "99999999999999999999"])
def test_a_page_that_is_not_there_is_not_found(enter, version, number):
    answer = enter("handler").get(f"/versions/{version}/pages/{number}")
    assert (answer.status_code, answer.json()["code"]) == (404, "page_not_found")


def test_a_picture_that_is_not_there_says_so(enter, version):
    door = enter("handler")
    assert door.get(f"/versions/{version}/pages/0/picture").status_code == 404
    assert door.get(f"/versions/{version}/pages/9/picture").json()["code"] == "page_not_shown"


def test_a_stranger_sees_no_page(enter, version):
    for path in ("pages", "pages/1", "pages/1/picture", "boxes?start=0&end=2"):
        assert enter("stranger").get(f"/versions/{version}/{path}").status_code == 404


def test_a_text_without_pages_has_none(enter, contract, platform):
    version = contract["contract"]["draft_version_id"]
    door = enter("handler")
    assert door.get(f"/versions/{version}/pages").json()["code"] == "analysis_not_ready"
    (leased,) = platform.ledger.lease(lane="slow", limit=1, seconds=60, now=platform.clock.now())
    analyse_version(platform, platform.ledger.start(leased.id, seconds=60, now=platform.clock.now()))
    assert door.get(f"/versions/{version}/pages").json() == []
    assert door.get(f"/versions/{version}/pages/1/picture").json()["code"] == "page_not_shown"
