"""Where the sides meet: settings in, a platform of real adapters out. The sole composition root."""

import base64
import unicodedata
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import structlog
import uuid_utils
from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from contract_platform.application.identity_ports import IdentityProvider
from contract_platform.application.live_rules import LiveRules
from contract_platform.application.ports import Platform
from contract_platform.documents.child import SandboxedReader
from contract_platform.documents.forms.writer import WordForms
from contract_platform.documents.sheets import SandboxedSheets
from contract_platform.domain.credentials import POLICIES, SignInRules
from contract_platform.policy.rulebook import shipped
from contract_platform.settings import Settings, SettingsError
from storage.column_keys import ColumnKeys
from storage.database import open_database
from storage.keys import InstallationKeys, KeysUnusableError, open_keys
from storage.objects import open_store
from storage.witness import open_trace
from workers.settings import Queue

SHANGHAI = ZoneInfo("Asia/Shanghai")
MARK = ".contract-platform"
"""The file by which a data folder is known to be this platform's."""


class SystemClock:
    """The machine's time; legal dates are those of Shanghai."""

    def now(self) -> datetime:
        """The instant in UTC."""
        return datetime.now(UTC)

    def today(self) -> date:
        """The date in Shanghai."""
        return self.now().astimezone(SHANGHAI).date()


class Argon2Passwords:
    """argon2id (RFC 9106) with constant parameters, so that every check costs the same.

    Passwords are taken in Unicode's form NFKC (NIST SP 800-63B-4 3.1.1.2): the same keys give the same password on
    every keyboard, full-width or not.
    """

    def __init__(self) -> None:
        self._hasher = PasswordHasher(time_cost=3, memory_cost=65536, parallelism=4, hash_len=32, salt_len=16)

    @property
    def absent(self) -> str:
        """A hash of nothing with these parameters."""
        hasher = self._hasher
        salt, digest = (
            base64.b64encode(bytes(size)).decode().rstrip("=") for size in (hasher.salt_len, hasher.hash_len)
        )
        costs = f"m={hasher.memory_cost},t={hasher.time_cost},p={hasher.parallelism}"
        return f"$argon2id$v=19${costs}${salt}${digest}"

    def hash(self, password: str) -> str:
        """An encoded hash."""
        return self._hasher.hash(unicodedata.normalize("NFKC", password))

    def verify(self, password_hash: str, password: str) -> bool:
        """Whether it matches."""
        try:
            return self._hasher.verify(password_hash, unicodedata.normalize("NFKC", password))
        except (VerificationError, InvalidHashError):
            return False


def build(settings: Settings) -> Platform:
    """The platform of these settings; ``SettingsError`` where they cannot work. Nothing is migrated or started."""
    log_plainly()
    book = shipped()
    known = sorted({profile.id for profile in book.profiles})
    if settings.policy.profile not in known:
        choices = "、".join(known)
        raise SettingsError(
            f"配置有误：没有制度配置 PROFILE={settings.policy.profile}，可选 {choices}。"
            f" / Wrong setting: no profile PROFILE={settings.policy.profile}; choose one of {', '.join(known)}."
        )
    spool = open_data_dir(settings.data_dir) / "tmp"
    keys = keys_of(settings.data_dir)
    database = open_database(settings.database_url, column_keys_of(settings))
    return Platform(
        unit_of_work=database.unit_of_work,
        reading=database.reading,
        queries=database.queries,
        scrub=database.scrub,
        objects=open_store(settings.objects_url),
        reader=SandboxedReader(trusted=trusted_of(settings)),
        sheets=SandboxedSheets(),
        forms=WordForms(fonts_of(settings)),
        ledger=database.ledger,
        trace=open_trace(database.chain, settings.data_dir, settings.trace.hash),
        clock=SystemClock(),
        passwords=Argon2Passwords(),
        keys=keys,
        sign_in_rules=rules_of(settings),
        identity=provider_of(settings),
        new_id=lambda: str(uuid_utils.uuid7()),
        rules=LiveRules(book, database.reading),
        profile_id=settings.policy.profile,
        spool=spool,
        went_live=settings.policy.go_live,
    )


def log_plainly() -> None:
    """Tracebacks without the values of variables: those are session tokens, passwords and contracts."""
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.dev.ConsoleRenderer(colors=False, exception_formatter=structlog.dev.plain_traceback),
        ]
    )


def rules_of(settings: Settings) -> SignInRules:
    """What holds for passwords and sessions."""
    return SignInRules(
        policy=POLICIES[settings.sign_in.profile],
        address_failures=settings.sign_in.address_failures,
        idle=timedelta(minutes=settings.session.idle_minutes),
        absolute=timedelta(minutes=settings.session.absolute_minutes),
    )


def provider_of(settings: Settings) -> IdentityProvider | None:
    """The OpenID Connect provider of the settings; ``SettingsError`` where they are not complete."""
    oidc = settings.oidc
    if not oidc.issuer:
        return None
    if not oidc.client_id or not settings.server.public_url:
        raise SettingsError(
            "配置有误：设置了 OIDC_ISSUER 时还须设置 OIDC_CLIENT_ID 和 PUBLIC_URL。"
            " / Wrong setting: OIDC_ISSUER needs OIDC_CLIENT_ID and PUBLIC_URL as well."
        )
    from contract_platform.identity.provider import Client, connect  # most installations need none of it

    client = Client(
        issuer=oidc.issuer,
        client_id=oidc.client_id,
        secret=secret_in(oidc.client_secret_file),
        redirect_uri=f"{settings.server.public_url.rstrip('/')}/login/provider",
        claim=oidc.claim,
    )
    return connect(client)


def secret_in(name: str) -> str:
    """The text of a file, "" where none is named."""
    if not name:
        return ""
    try:
        return Path(name).read_text("utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(
            f"配置有误：无法读取 OIDC_CLIENT_SECRET_FILE={name}，请检查路径和权限。"
            f" / Wrong setting: OIDC_CLIENT_SECRET_FILE={name} cannot be read; check path and permissions."
        ) from error


def fonts_of(settings: Settings) -> Path | None:
    """The bureau's own fonts; ``SettingsError`` where a folder is named that is none."""
    folder = settings.forms.fonts_dir
    if folder is not None and not folder.is_dir():
        raise SettingsError(
            f"配置有误：FONTS_DIR={folder} 不是文件夹，请检查路径。"
            f" / Wrong setting: FONTS_DIR={folder} is no folder; check the path."
        )
    return folder


def trusted_of(settings: Settings) -> tuple[str, ...]:
    """The trust list for signatures in PDF files; ``SettingsError`` where the folder or a file of it is of no use."""
    folder = settings.signatures.trust_dir
    if folder is None:
        return ()
    from contract_platform.documents.trust_list import TrustListError, trust_list  # most installations need none of it

    try:
        return trust_list(folder)
    except TrustListError as error:
        raise SettingsError(
            f"配置有误：TRUST_DIR 中的 {error} 不是可读的证书（PEM 或 DER），请检查。"
            f" / Wrong setting: {error} of TRUST_DIR is no readable certificate (PEM or DER)."
        ) from error


def keys_of(data_dir: Path) -> InstallationKeys:
    """The keys under ``keys/`` in the data folder; ``SettingsError`` where they cannot be used."""
    try:
        return open_keys(data_dir / "keys")
    except KeysUnusableError as error:
        raise SettingsError(str(error)) from error


def column_keys_of(settings: Settings) -> ColumnKeys:
    """The keys of personal columns, under ``keys/columns/`` in the data folder; the first is made at first use."""
    return ColumnKeys(settings.data_dir / "keys" / "columns", settings.sealing.cipher)


def queue(settings: Settings) -> Queue:
    """How background work runs under these settings."""
    return Queue(url=settings.queue.url)


def is_foreign(folder: Path) -> bool:
    """Whether a folder holds something and is not ours."""
    return folder.is_dir() and not (folder / MARK).exists() and any(folder.iterdir())


def open_data_dir(folder: Path) -> Path:
    """Make the folder of run-time data, readable by its owner only, and mark it as ours."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    (folder / "tmp").mkdir(mode=0o700, exist_ok=True)
    (folder / MARK).touch()
    return folder
