from tools.rights_page import PAGE, page


def test_the_manual_says_what_the_tables_say():
    current = PAGE.read_text("utf-8") == page()
    assert current, "docs/guide/rights.md is not what the tables say: run `python -m tools.rights_page`"
