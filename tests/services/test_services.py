import io
from urllib.parse import parse_qs, urlsplit

import psycopg
import redis
from minio import Minio


def test_postgres_gives_every_test_an_empty_database_of_its_own(empty_postgres_url: str) -> None:
    with psycopg.connect(empty_postgres_url.replace("+psycopg", "")) as connection:
        tables = connection.execute("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'").fetchone()
        encoding = connection.execute("SHOW server_encoding").fetchone()
    assert (tables, encoding) == ((0,), ("UTF8",))


def test_redis_starts_empty_and_answers(redis_url: str) -> None:
    with redis.Redis.from_url(redis_url) as client:
        assert client.dbsize() == 0
        client.set("合同", "1")
        assert client.get("合同") == b"1"


def test_s3_keeps_every_version_of_an_object(s3_url: str) -> None:
    parts = urlsplit(s3_url)
    options = {name: values[0] for name, values in parse_qs(parts.query).items()}
    client = Minio(
        options["endpoint"], access_key=options["access_key"], secret_key=options["secret_key"], secure=False
    )
    for text in ("甲", "乙"):
        client.put_object(parts.netloc, "合同.txt", io.BytesIO(text.encode()), len(text.encode()))
    versions = list(client.list_objects(parts.netloc, include_version=True))
    assert len(versions) == 2
    with client.get_object(parts.netloc, "合同.txt") as answer:
        assert answer.read().decode() == "乙"
