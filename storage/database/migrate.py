"""Bring a database to the newest migration, wherever the process was started."""

from pathlib import Path

import sqlalchemy as sa
from alembic import command
from alembic.config import Config

import migrations


def upgrade(url: str, revision: str = "head") -> None:
    """Migrate; a new SQLite file is made with its folder."""
    parsed = sa.make_url(url)
    if parsed.get_backend_name() == "sqlite" and parsed.database:
        Path(parsed.database).parent.mkdir(parents=True, exist_ok=True)
    config = Config()
    config.set_main_option("script_location", str(Path(migrations.__file__).parent).replace("%", "%%"))
    config.set_main_option("sqlalchemy.url", url.replace("%", "%%"))
    command.upgrade(config, revision)
