import os
import re
import subprocess

from tests.architecture.sources import ROOT

PROMISED = {"help", "install", "run", "test", "test-long", "check", "bench", "services", "lock", "clean", "client"}


def make(*arguments):
    # as from a terminal, not as a part of the make that runs the tests
    own = {name: value for name, value in os.environ.items() if name not in {"MAKEFLAGS", "MAKELEVEL", "MFLAGS"}}
    return subprocess.run(["make", *arguments], cwd=ROOT, env=own, capture_output=True, text=True, check=False)


def test_help_tells_every_target_and_is_what_bare_make_says():
    told = make("help").stdout
    assert set(re.findall(r"^  make ([a-z-]+) ", told, re.MULTILINE)) == PROMISED
    assert make().stdout == told


def test_run_serves_with_what_install_made():
    assert make("--dry-run", "run").stdout.splitlines()[-1] == "exec .venv/bin/contract-platform serve"


def test_the_build_server_runs_make_test_and_nothing_else():
    script = ROOT / ".ci" / "run"
    assert os.access(script, os.X_OK)
    assert script.read_text("utf-8").splitlines()[-2:] == ["export CI=true", "exec make test"]


def test_a_machine_without_what_is_needed_hears_the_apt_line(tmp_path):
    for program in ("bash", "id"):
        (tmp_path / program).symlink_to(f"/usr/bin/{program}")
    script = (ROOT / "tools" / "find_python.sh").read_text("utf-8").replace("/usr/bin/python3 ", "")
    done = subprocess.run(
        [tmp_path / "bash", "-c", script], env={"PATH": str(tmp_path)}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert "missing on this machine: git python3 python3-venv" in done.stderr
    assert "apt-get install -y git python3 python3-venv" in done.stderr
