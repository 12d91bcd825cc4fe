"""Alembic's environment: online only, the address comes from whoever calls."""

from alembic import context

from storage.database.engine import open_engine, writing
from storage.database.tables import is_portable, metadata

engine = open_engine(context.config.get_main_option("sqlalchemy.url") or "")
try:
    with writing(engine) as connection:
        context.configure(
            connection=connection,
            target_metadata=metadata,
            include_name=is_portable,
            render_as_batch=connection.dialect.name == "sqlite",
            transactional_ddl=True,
        )
        with context.begin_transaction():
            context.run_migrations()
finally:
    engine.dispose()
