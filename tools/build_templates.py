"""Writes the Word templates that ship with the platform; run after changing ``tools/forms``."""

from datetime import UTC, datetime
from typing import Final

from contract_platform.documents.forms.composing import composed
from contract_platform.documents.forms.writer import TEMPLATES
from tools.forms.letters import LETTERS
from tools.forms.sheets import SHEETS

AT: Final = datetime(2026, 1, 5, 1, tzinfo=UTC)


def main() -> None:
    """All of them."""
    for form, composition in (LETTERS | SHEETS).items():
        (TEMPLATES / f"{form.lower()}.docx").write_bytes(composed(composition, AT))


if __name__ == "__main__":
    main()
