import statistics

from tests.architecture.sources import PRODUCT, ROOT, files, function_lines, functions, python_files

MODULE_LINES, FUNCTION_LINES, COMPONENT_LINES = 400, 60, 250
MODULE_MEDIAN, FUNCTION_MEDIAN = 90, 12
NOTHING_NAMES = {"utils", "util", "helpers", "helper", "common", "manager", "base", "misc"}


def lines(path):
    return len((ROOT / path).read_text("utf-8").splitlines())


def test_no_module_is_too_long():
    too_long = {str(path): lines(path) for path in python_files() if lines(path) > MODULE_LINES}
    assert too_long == {}


def test_no_function_is_too_long():
    # a migration is one list of columns; cutting it up would hide what it does
    checked = (path for path in python_files() if path.parts[:2] != ("migrations", "versions"))
    too_long = {
        f"{path}:{function.lineno} {function.name}": function_lines(function)
        for path in checked
        for function in functions(path)
        if function_lines(function) > FUNCTION_LINES
    }
    assert too_long == {}


def test_no_component_is_too_long():
    too_long = {str(path): lines(path) for path in files() if path.suffix == ".vue" and lines(path) >= COMPONENT_LINES}
    assert too_long == {}


def test_the_median_module_and_function_stay_small():
    modules = [path for path in python_files(*PRODUCT) if path.name != "__init__.py"]
    lengths = [function_lines(function) for path in modules for function in functions(path)]
    assert statistics.median(map(lines, modules)) <= MODULE_MEDIAN
    assert statistics.median(lengths) < FUNCTION_MEDIAN


def test_no_file_or_folder_has_a_name_that_says_nothing():
    named = {part for path in files() for part in (*path.parts[:-1], path.stem)}
    assert {name for name in named if NOTHING_NAMES & set(name.lower().replace("-", "_").split("_"))} == set()


def test_the_top_level_is_the_agreed_one():
    agreed = {
        *PRODUCT,
        *{"frontend", "migrations", "tests", "docs", "bench", "tools", "requirements", ".ci"},
        *{"README.md", "Makefile", "pyproject.toml", ".gitignore", ".editorconfig", "LICENSE"},
    }
    assert {path.parts[0] for path in files()} <= agreed
