"""The servers as fixtures: started once a session when first asked for, something fresh of them for every test.

Where a server is not installed its tests are skipped with the name of the package; with CI=true they fail.
"""

import os
from collections.abc import Iterator
from contextlib import AbstractContextManager
from typing import TypeVar

import pytest
import redis as redis_client

from tests.services import postgres, redis, s3
from tests.services.processes import ServerMissingError

T = TypeVar("T")


def started(server: AbstractContextManager[T]) -> Iterator[T]:
    """Run a server for the rest of the session, or say which package is missing."""
    try:
        with server as running:
            yield running
    except ServerMissingError as missing:
        if os.environ.get("CI") == "true":
            pytest.fail(str(missing))
        pytest.skip(str(missing))


@pytest.fixture(scope="session")
def postgres_cluster() -> Iterator[postgres.Cluster]:
    """One PostgreSQL for the session."""
    yield from started(postgres.cluster())


@pytest.fixture
def postgres_url(postgres_cluster: postgres.Cluster) -> Iterator[str]:
    """A DATABASE_URL with every migration applied and nothing in it."""
    name = postgres_cluster.create(postgres_cluster.migrated())
    yield postgres_cluster.url(name)
    postgres_cluster.drop(name)


@pytest.fixture
def empty_postgres_url(postgres_cluster: postgres.Cluster) -> Iterator[str]:
    """A DATABASE_URL without any table."""
    name = postgres_cluster.create()
    yield postgres_cluster.url(name)
    postgres_cluster.drop(name)


@pytest.fixture(scope="session")
def redis_server() -> Iterator[str]:
    """One Redis for the session."""
    yield from started(redis.server())


@pytest.fixture
def redis_url(redis_server: str) -> str:
    """A QUEUE_URL with nothing in it."""
    with redis_client.Redis.from_url(redis_server) as client:
        client.flushall()
    return redis_server


@pytest.fixture(scope="session")
def s3_gateway() -> Iterator[s3.Gateway]:
    """One S3 server for the session."""
    yield from started(s3.gateway())


@pytest.fixture
def s3_url(s3_gateway: s3.Gateway) -> str:
    """An OBJECTS_URL whose bucket is new, with versioning and object lock."""
    return s3_gateway.create_bucket()
