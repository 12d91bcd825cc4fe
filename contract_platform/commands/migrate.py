"""``contract-platform migrate``: bring the configured database to the newest shape."""

import sys

from contract_platform import bootstrap
from contract_platform.settings import load
from storage.database.migrate import upgrade


def run(argv: list[str]) -> int:
    """Migrate the database of the settings; 0 when it is current, 2 for arguments nobody asked for."""
    if argv:
        sys.stderr.write("usage: contract-platform migrate\n")
        return 2
    settings = load()
    bootstrap.open_data_dir(settings.data_dir)
    upgrade(settings.database_url)
    return 0
