"""Every setting, one struct per concern, read once from the environment and one optional TOML file (``SETTINGS_FILE``).

The file has one table per concern (``[server]`` … ``[policy]``) with the field names below; the environment wins.
"""

import os
import re
import tomllib
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import quote

import msgspec

Text = Annotated[str, msgspec.Meta(min_length=1)]
Port = Annotated[int, msgspec.Meta(ge=1, le=65535)]
Minutes = Annotated[int, msgspec.Meta(ge=1, le=7 * 24 * 60)]
Megabytes = Annotated[int, msgspec.Meta(ge=1, le=2000)]
DatabaseUrl = Annotated[str, msgspec.Meta(pattern=r"^(sqlite:///.|postgresql\+psycopg://.)")]
ObjectsUrl = Annotated[str, msgspec.Meta(pattern=r"^(file:///.|s3://.)")]
WebAddress = Annotated[
    str, msgspec.Meta(pattern=r"^(https://[^/]+|http://(127\.0\.0\.1|localhost|\[::1\])(:\d+)?)(/\S*)?$")
]
Failures = Annotated[int, msgspec.Meta(ge=1, le=10_000)]
QueueUrl = Annotated[str, msgspec.Meta(pattern=r"^(memory://|rediss?://.|amqps?://.)")]


class SettingsError(ValueError):
    """A setting is wrong; the message says which one and what it may be, in Chinese and English."""


class _Concern(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A table of the settings file; unknown names in it are errors, not wishes that go unheard."""


class Server(_Concern, frozen=True, kw_only=True):
    """Where the web process listens, what browsers call it, and whose word on a client's address it takes.

    ``trusted_proxies`` lists the addresses of reverse proxies, separated by commas; nobody else's is taken.
    """

    host: Text = "127.0.0.1"
    port: Port = 8000
    public_url: WebAddress = ""
    trusted_proxies: Text = ""


class Storage(_Concern, frozen=True, kw_only=True):
    """Where run-time data lives. ``database_url`` and ``objects_url`` derive from ``data_dir`` unless they are set."""

    data_dir: Path = Path("var")
    database_url: DatabaseUrl = ""
    objects_url: ObjectsUrl = ""


class Queue(_Concern, frozen=True, kw_only=True):
    """The broker of background work; ``memory://`` runs it inside the web process."""

    url: QueueUrl = "memory://"


class Session(_Concern, frozen=True, kw_only=True):
    """How long a sign-in lasts: without use, and at most."""

    idle_minutes: Minutes = 30
    absolute_minutes: Minutes = 600


class SignIn(_Concern, frozen=True, kw_only=True):
    """The rules for passwords, and how many failures from one address lock it; raise that where many share one."""

    profile: Literal["dengbao", "modern"] = "dengbao"
    address_failures: Failures = 5


class Oidc(_Concern, frozen=True, kw_only=True):
    """An OpenID Connect provider beside the own passwords; without ``issuer`` there is none.

    ``claim`` of the ID token holds the user name; without a file with its secret this is a public client.
    """

    issuer: WebAddress = ""
    client_id: Text = ""
    client_secret_file: Text = ""
    claim: Text = "sub"


class Upload(_Concern, frozen=True, kw_only=True):
    """The largest file taken in, in units of 1024 x 1024 bytes."""

    limit_mb: Megabytes = 100


class Policy(_Concern, frozen=True, kw_only=True):
    """Which profile new submissions are pinned to, and since when the platform is in service.

    Without ``go_live`` the platform is in service since the first entry of its trace.
    """

    profile: Text = "licheng-provisional"
    go_live: date | None = None


class Trace(_Concern, frozen=True, kw_only=True):
    """The hash function of new entries of the trace; a change is recorded in the trace itself."""

    hash: Literal["sha256", "sm3"] = "sha256"


class Sealing(_Concern, frozen=True, kw_only=True):
    """The cipher of new keys for personal columns; ``rotate-keys`` puts what is there under it."""

    cipher: Literal["aes-256-gcm", "sm4-gcm"] = "aes-256-gcm"


class Forms(_Concern, frozen=True, kw_only=True):
    """The bureau's licensed fonts for official documents; without a folder the open ones that ship here are used."""

    fonts_dir: Path | None = None


class Signatures(_Concern, frozen=True, kw_only=True):
    """The certificates (PEM or DER) that signatures in PDF files may go back to; without a folder none is trusted."""

    trust_dir: Path | None = None


class Settings(_Concern, frozen=True, kw_only=True):
    """All settings. ``data_dir`` is absolute and both addresses are set, whatever was given."""

    server: Server = Server()
    storage: Storage = Storage()
    queue: Queue = Queue()
    session: Session = Session()
    sign_in: SignIn = SignIn()
    oidc: Oidc = Oidc()
    upload: Upload = Upload()
    policy: Policy = Policy()
    trace: Trace = Trace()
    sealing: Sealing = Sealing()
    forms: Forms = Forms()
    signatures: Signatures = Signatures()

    @property
    def data_dir(self) -> Path:
        """The folder of all run-time data."""
        return self.storage.data_dir

    @property
    def database_url(self) -> str:
        """Where the database is."""
        return self.storage.database_url

    @property
    def objects_url(self) -> str:
        """Where uploaded files are kept."""
        return self.storage.objects_url


class Entry(msgspec.Struct, frozen=True):
    """A setting's name in the environment, its place in the file, and what it may be."""

    name: str
    concern: str
    field: str
    zh: str
    en: str


ENTRIES = (
    Entry("HOST", "server", "host", "监听地址，例如 127.0.0.1", "an address to listen on, e.g. 127.0.0.1"),
    Entry("PORT", "server", "port", "1 至 65535 之间的整数", "a whole number from 1 to 65535"),
    Entry(
        "PUBLIC_URL",
        "server",
        "public_url",
        "浏览器访问本平台的地址，https://…（本机可用 http）",
        "the address browsers use, https://… (http on this machine only)",
    ),
    Entry(
        "TRUSTED_PROXIES",
        "server",
        "trusted_proxies",
        "反向代理的地址，以逗号分隔",
        "addresses of reverse proxies, separated by commas",
    ),
    Entry("DATA_DIR", "storage", "data_dir", "一个文件夹的路径", "the path of a folder"),
    Entry(
        "DATABASE_URL",
        "storage",
        "database_url",
        "sqlite:///文件路径 或 postgresql+psycopg://…",
        "sqlite:///path or postgresql+psycopg://…",
    ),
    Entry(
        "OBJECTS_URL",
        "storage",
        "objects_url",
        "file:///文件夹 或 s3://桶?endpoint=…",
        "file:///folder or s3://bucket?endpoint=…",
    ),
    Entry("QUEUE_URL", "queue", "url", "memory://、redis://… 或 amqp://…", "memory://, redis://… or amqp://…"),
    Entry("SESSION_IDLE_MINUTES", "session", "idle_minutes", "1 至 10080 之间的整数", "a whole number from 1 to 10080"),
    Entry(
        "SESSION_ABSOLUTE_MINUTES",
        "session",
        "absolute_minutes",
        "1 至 10080 之间的整数",
        "a whole number from 1 to 10080",
    ),
    Entry("PASSWORD_PROFILE", "sign_in", "profile", "dengbao 或 modern", "dengbao or modern"),
    Entry(
        "SIGN_IN_ADDRESS_FAILURES",
        "sign_in",
        "address_failures",
        "1 至 10000 之间的整数",
        "a whole number from 1 to 10000",
    ),
    Entry(
        "OIDC_ISSUER",
        "oidc",
        "issuer",
        "统一身份认证的签发者地址，https://…（本机可用 http）",
        "the issuer's address, https://… (http on this machine only)",
    ),
    Entry("OIDC_CLIENT_ID", "oidc", "client_id", "在统一身份认证登记的客户端编号", "the client id registered there"),
    Entry(
        "OIDC_CLIENT_SECRET_FILE", "oidc", "client_secret_file", "存放客户端密钥的文件", "a file with the client secret"
    ),
    Entry("OIDC_CLAIM", "oidc", "claim", "令牌中作为用户名的声明", "the claim that holds the user name"),
    Entry("UPLOAD_LIMIT_MB", "upload", "limit_mb", "1 至 2000 之间的整数", "a whole number from 1 to 2000"),
    Entry("TRACE_HASH", "trace", "hash", "sha256 或 sm3", "sha256 or sm3"),
    Entry("SEALING_CIPHER", "sealing", "cipher", "aes-256-gcm 或 sm4-gcm", "aes-256-gcm or sm4-gcm"),
    Entry(
        "FONTS_DIR",
        "forms",
        "fonts_dir",
        "存放本单位公文字体（仿宋_GB2312 等）的文件夹",
        "a folder with the bureau's fonts",
    ),
    Entry(
        "TRUST_DIR",
        "signatures",
        "trust_dir",
        "存放受信任签名证书（PEM 或 DER）的文件夹",
        "a folder with trusted certificates (PEM or DER)",
    ),
    Entry("PROFILE", "policy", "profile", "一个制度配置的编号", "the id of a policy profile"),
    Entry("GO_LIVE", "policy", "go_live", "平台启用日期，例如 2026-01-01", "the day of going live, e.g. 2026-01-01"),
)


def load(environ: Mapping[str, str] | None = None) -> Settings:
    """The settings of this process; ``SettingsError`` for a wrong one. Empty variables count as not set."""
    given = os.environ if environ is None else environ
    values = _from_file(given.get("SETTINGS_FILE", ""))
    for entry in ENTRIES:
        if given.get(entry.name):
            values.setdefault(entry.concern, {})[entry.field] = given[entry.name]
    try:
        settings = msgspec.convert(values, Settings, strict=False, dec_hook=_decode)
    except msgspec.ValidationError as error:
        raise SettingsError(_explained(str(error), values, given)) from error
    return msgspec.structs.replace(settings, storage=_derived(settings.storage))


def _from_file(name: str) -> dict[str, Any]:
    if not name:
        return {}
    try:
        tables = tomllib.loads(Path(name).read_text("utf-8"))
        if stray := [key for key, table in tables.items() if not isinstance(table, dict)]:
            raise SettingsError(f"SETTINGS_FILE={name}：{stray} 不在任何表中 / these stand in no [table]: {stray}")
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingsError(
            f"SETTINGS_FILE={name} 无法读取，请检查路径和 TOML 格式（{error}）。"
            f" / SETTINGS_FILE={name} cannot be read, check its path and that it is TOML."
        ) from error
    return tables


def _decode(kind: type, value: object) -> object:
    if kind is Path and isinstance(value, str):
        return Path(value)
    raise NotImplementedError


def _derived(storage: Storage) -> Storage:
    folder = storage.data_dir.expanduser().resolve()
    return Storage(
        data_dir=folder,
        database_url=storage.database_url or f"sqlite:///{folder}/platform.db",
        objects_url=storage.objects_url or f"file://{quote(str(folder))}/objects",
    )


def _explained(error: str, values: dict[str, Any], given: Mapping[str, str]) -> str:
    """The setting by the name its author used, the value given, and what it may be."""
    place = re.search(r"`\$\.(\w+)\.(\w+)`", error)
    entry = next((one for one in ENTRIES if place and (one.concern, one.field) == place.groups()), None)
    if entry is None:
        return f"配置文件有误，请核对表名和字段名（{error}）。 / The settings file is wrong, check its names: {error}"
    named = entry.name if given.get(entry.name) else f"{given.get('SETTINGS_FILE')} [{entry.concern}] {entry.field}"
    value = str(values[entry.concern][entry.field])
    shown = f"{value.partition(':')[0]}:…" if entry.field.endswith("url") else value  # addresses may hold passwords
    return f"配置有误：{named} = {shown}，应为 {entry.zh}。 / Wrong setting: {named} = {shown}; give {entry.en}."
