"""How the memory of the platform changes shape: Alembic, the same for both databases."""
