"""Adapter: everything the platform remembers, database and object store."""
