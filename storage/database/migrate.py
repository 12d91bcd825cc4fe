"""Bring a database to the newest migration, wherever the process was started."""

from pathlib import Path

import sqlalchemy as sa
from alembic import command
from alembic.config import Config

import migrations
from storage.database.sealed import Sealer


def upgrade(url: str, revision: str = "head", *, sealer: Sealer | None = None) -> None:
    """Migrate; a new SQLite file is made with its folder. Rows from before columns were sealed need the ``sealer``."""
    parsed = sa.make_url(url)
    if parsed.get_backend_name() == "sqlite" and parsed.database:
        Path(parsed.database).parent.mkdir(parents=True, exist_ok=True)
    config = Config()
    config.set_main_option("script_location", str(Path(migrations.__file__).parent).replace("%", "%%"))
    config.set_main_option("sqlalchemy.url", url.replace("%", "%%"))
    config.attributes["sealer"] = sealer
    command.upgrade(config, revision)
