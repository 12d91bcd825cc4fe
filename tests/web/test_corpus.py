"""Every document of the evaluation corpus goes through the running application."""

import time

import msgspec
import pytest

from tests.corpus.test_every_document import DOCUMENTS, PICTURES
from workers import embedded
from workers.settings import Queue

pytestmark = pytest.mark.corpus

LIMIT_SECONDS = 300
WAITING = {"QUEUED", "RUNNING"}


@pytest.fixture
def reading(platform):
    """Workers that read what is uploaded."""
    running = embedded.start(platform, Queue(poll_seconds=0.05, slow_threads=2))
    yield
    running.stop()


@pytest.fixture
def settings(settings):
    """The real upload limit: corpus files are larger than what the other tests send."""
    return msgspec.structs.replace(settings, upload=msgspec.structs.replace(settings.upload, limit_mb=100))


def wait_until_read(door, contracts):
    deadline = time.monotonic() + LIMIT_SECONDS
    waiting = dict(contracts)
    found = {}
    while waiting and time.monotonic() < deadline:
        for name, contract in list(waiting.items()):
            analysis = door.get(f"/contracts/{contract}").json()["analysis"]
            if analysis["state"] not in WAITING:
                found[name] = analysis
                del waiting[name]
        time.sleep(0.5)
    assert waiting == {}
    return found


@pytest.mark.usefixtures("reading")
def test_every_document_is_read_and_shown(enter):
    texts = [path for path in DOCUMENTS if path.stem not in PICTURES]
    if not texts:
        pytest.skip("no evaluation corpus")
    door = enter("handler")
    contracts = {}
    for number, path in enumerate(texts):
        answer = door.upload(content=path.read_bytes(), key=f"corpus-{number}", filename=path.name)
        assert answer.status_code == 201, (path.name, answer.text)
        contracts[str(path)] = answer.json()["contract"]["id"]
    results = wait_until_read(door, contracts)
    for path in texts:
        analysis = results[str(path)]
        shown = door.get(f"/versions/{analysis['version_id']}/analysis")
        assert analysis["state"] == "DONE", (path.name, analysis)
        assert shown.status_code == 200
        assert shown.json()["coverage"]
        suggestion = door.get(f"/contracts/{contracts[str(path)]}/suggestion")
        assert suggestion.status_code == 200, (path.name, suggestion.text)
        content = door.get(f"/versions/{analysis['version_id']}/content")
        assert content.content == path.read_bytes()
