"""What the pages are compiled against is what the running code offers."""

import json
import os
import re

import pytest

from tests.architecture.sources import ROOT
from tools import generate_client


@pytest.fixture(scope="module")
def generated(tmp_path_factory):
    if not (ROOT / "frontend" / "node_modules" / "openapi-typescript").exists():
        stop = pytest.fail if os.environ.get("CI") == "true" else pytest.skip
        stop("the packages of the pages are not installed: make install")
    folder = tmp_path_factory.mktemp("api")
    generate_client.write(folder)
    return folder


@pytest.mark.parametrize("name", [generate_client.DESCRIPTION, generate_client.TYPES])
def test_the_committed_file_is_what_the_code_generates(generated, name):
    committed = (generate_client.API / name).read_text("utf-8")
    assert committed == (generated / name).read_text("utf-8"), "out of date: make client"


def test_every_operation_is_described_with_an_id(generated):
    paths = json.loads((generated / generate_client.DESCRIPTION).read_text("utf-8"))["paths"]
    operations = [operation for methods in paths.values() for operation in methods.values()]
    ids = [operation.get("operationId") for operation in operations]
    assert len(ids) > 10
    assert None not in ids
    assert len(set(ids)) == len(ids)


def test_the_pages_call_only_what_the_code_offers(generated):
    described = json.loads((generated / generate_client.DESCRIPTION).read_text("utf-8"))["paths"]
    offered = {
        (method.upper(), re.sub(r"\{\w+\}", "*", path.removeprefix("/api/v1")))
        for path, methods in described.items()
        for method in methods
    }
    source = (generate_client.API / "endpoints.ts").read_text("utf-8")
    called = set()
    for call in re.finditer(r"\b(send|upload)<[^(]*\(([`'])(/.*?)\2(.*?)(?=\n  \w|\Z)", source, re.DOTALL):
        named = re.search(r"method: '(\w+)'", call[4])
        method = named[1] if named else ("POST" if call[1] == "upload" else "GET")
        called.add((method, re.sub(r"\$\{[^}]*\}", "*", call[3])))
    assert len(called) > 25
    assert called - offered == set()
