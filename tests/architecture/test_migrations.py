"""The tables of the code and the tables the migrations make are the same, on both databases."""

import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from storage.database.tables import is_portable, metadata
from tests.architecture.sources import ROOT
from tests.services.postgres import upgrade


def differences(url):
    engine = sa.create_engine(url)
    try:
        with engine.connect() as connection:
            context = MigrationContext.configure(
                connection,
                opts={"compare_type": True, "compare_server_default": True, "include_name": is_portable},
            )
            return compare_metadata(context, metadata)
    finally:
        engine.dispose()


def test_there_is_one_head():
    config = Config()
    config.set_main_option("script_location", str(ROOT / "migrations"))
    assert len(ScriptDirectory.from_config(config).get_heads()) == 1


def test_models_equal_migrations_on_sqlite(tmp_path):
    url = f"sqlite:///{tmp_path / 'platform.db'}"
    upgrade(url)
    assert differences(url) == []


def test_models_equal_migrations_on_postgresql(postgres_url):
    assert differences(postgres_url) == []
