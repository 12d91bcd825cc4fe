"""Throw-away servers on free loopback ports, run by an unprivileged user: PostgreSQL, Redis and S3."""
