"""What a crash leaves is cleared after a day; what a version names stays for ever."""

import io
import os
from datetime import timedelta
from pathlib import Path

from contract_platform.application.ports import Platform
from contract_platform.application.sweep_objects import sweep_objects, sweep_spool
from tests.unit.application.test_analyse_version import upload
from tests.workers.jobs import SteppedClock


def test_an_orphan_is_swept_after_a_day_and_a_named_object_never(platform: Platform, tmp_path: Path) -> None:
    clock = platform.clock
    assert isinstance(clock, SteppedClock)
    named = upload(platform, tmp_path, "合同正文".encode()).sha256
    orphan = platform.objects.put(io.BytesIO(b"an upload that never committed")).sha256
    stored_at = max(at for _, at in platform.objects.keys())  # noqa: SIM118 - not a dict
    clock.instant = stored_at + timedelta(hours=23)
    assert sweep_objects(platform) == 0
    clock.instant = stored_at + timedelta(hours=25)
    assert sweep_objects(platform) == 1
    assert platform.objects.exists(named)
    assert not platform.objects.exists(orphan)


def test_the_spool_is_cleared_by_age(platform: Platform) -> None:
    old, young = platform.spool / "upload-old", platform.spool / "upload-young"
    for file in (old, young):
        file.write_text("x")
    os.utime(old, (0, 0))
    assert sweep_spool(platform) == 1
    assert [file.name for file in platform.spool.iterdir()] == ["upload-young"]
    assert sweep_spool(platform, older_than=timedelta(0)) == 1
