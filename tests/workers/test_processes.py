"""Workers in processes of their own, under dramatiq's command: with Redis, beside a process that only uploads."""

import os
import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path

from contract_platform.domain.vocabulary import AnalysisState
from tests.faults.uploading import prepare, upload
from tests.workers.platform_process import descendants, eventually, running
from tests.workers.platforms import build

UPLOADS = 20
COMMAND = [sys.executable, "-m", "dramatiq", "tests.workers.under_dramatiq:serve", "--processes", "2", "--threads", "2"]


def test_two_worker_processes_do_everything_once_and_end_with_their_command(tmp_path: Path, redis_url: str) -> None:
    platform = build(tmp_path / "data")
    prepare(platform)
    environment = os.environ | {"DATA_DIR": str(tmp_path / "data"), "QUEUE_URL": redis_url}
    command = subprocess.Popen(COMMAND, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        uploaded = {upload(platform, number) for number in range(UPLOADS)}

        def read() -> set[str]:
            with platform.reading() as uow:
                return {version.id for version in uow.versions.find(analysis_state=AnalysisState.DONE)}

        assert eventually(lambda: read() == uploaded, 40)
        with platform.reading() as uow:
            assert Counter(analysis.version_id for analysis in uow.analyses.find()) == Counter(uploaded)
        below = descendants(command.pid)
    finally:
        command.send_signal(signal.SIGTERM)
        command.wait(30)
    assert below
    assert eventually(lambda: not any(running(pid) for pid in below))
