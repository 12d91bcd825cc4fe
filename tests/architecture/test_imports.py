import json
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions

import pytest

from tests.architecture.sources import PRODUCT, ROOT, imported, python_files

INSIDE = ("domain", "policy", "analysis", "application")


def test_the_import_contracts_of_pyproject_hold():
    done = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as run; run()", "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_contracts_name_every_package_of_the_inside():
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    forbidden = next(contract for contract in contracts if "not even indirectly" in contract["name"])
    assert forbidden["source_modules"] == [f"contract_platform.{name}" for name in INSIDE]
    assert "allow_indirect_imports" not in forbidden


def test_only_workers_and_the_tests_of_it_name_dramatiq():
    outside = [str(path) for path in python_files(*PRODUCT, "migrations", "bench") if "dramatiq" in imported(path)]
    assert [path for path in outside if not path.startswith("workers/")] == []


@pytest.mark.parametrize("package", ["contract_platform.documents", "contract_platform.analysis"])
def test_the_analysis_child_starts_without_database_or_web(package):
    # the forkserver preloads both with all their modules: what they import, every document would pay for
    listing = (
        "import importlib, json, pkgutil, sys\n"
        f"package = importlib.import_module({package!r})\n"
        "for module in pkgutil.walk_packages(package.__path__, package.__name__ + '.'):\n"
        "    importlib.import_module(module.name)\n"
        "print(json.dumps(sorted({name.split('.')[0] for name in sys.modules})))\n"
    )
    done = subprocess.run([sys.executable, "-c", listing], cwd=ROOT, check=True, capture_output=True, text=True)
    loaded = set(json.loads(done.stdout))
    assert package.split(".")[0] in loaded
    assert loaded & {"sqlalchemy", "litestar", "alembic", "dramatiq", "minio", "uvicorn"} == set()


def test_everything_the_product_imports_is_a_declared_dependency():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    declared = {name_of(line) for line in project["dependencies"]}
    names = {name for path in python_files(*PRODUCT, "migrations") for name in imported(path)}
    foreign = names - set(sys.stdlib_module_names) - {*PRODUCT, "migrations"}
    providers = packages_distributions()
    missing = {name for name in foreign if not {normal(found) for found in providers.get(name, [])} & declared}
    assert missing == set()


def name_of(requirement: str) -> str:
    """The distribution a requirement line asks for."""
    end = next((at for at, character in enumerate(requirement) if character in "[<>=~!; "), len(requirement))
    return normal(requirement[:end])


def normal(name: str) -> str:
    """A distribution's name as registries compare it."""
    return name.lower().replace("_", "-").replace(".", "-")
