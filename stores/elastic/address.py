"""The setting `store` as an address of Elasticsearch: hosts, user, and a few options behind the question mark."""

from __future__ import annotations

import ipaddress
import re
import ssl
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from core.errors import SettingsError
from core.faults import closest
from stores.elastic.secret import read_secret

_OPTIONS = ("prefix", "ca", "hosts", "password_file", "api_key_file", "replicas", "shards", "timeout")
_PREFIX = re.compile(r"[a-z][a-z0-9_]{0,60}")
KEY = "the API key"
_ONE = "Keep one of the two."
_REMEDY = "Write it like https://writer@search.example:9200?ca=ca.crt&password_file=writer.secret."


@dataclass(frozen=True, slots=True)
class Address:
    """Where the store is. `shown` is what messages name: never the password or key."""

    hosts: tuple[str, ...]
    user: str
    password: str
    api_key: str
    prefix: str
    ca: Path | None
    replicas: int
    shards: int
    timeout: float

    @property
    def who(self) -> str:
        """As whom the server is asked; empty for nobody."""
        return KEY if self.api_key else f"user {self.user}" if self.user else ""

    @property
    def shown(self) -> str:
        """The address as it may be read by anybody."""
        return self.hosts[0] if self.prefix == "honeyguide" else f"{self.hosts[0]}?prefix={self.prefix}"

    def __repr__(self) -> str:
        return f"Address({self.shown})"


def parse(setting: str, base: Path) -> Address:
    """The address of a setting; paths in it are relative to `base`, the home folder.

    Options: `prefix` of all index names (honeyguide), `ca` (a PEM file), `hosts` (further host:port, by commas),
    `password_file`, `api_key_file` (the key in its encoded form), `replicas` (1) and `shards` (1) of new indices,
    `timeout` of one request in seconds (60).
    Raises SettingsError, which never repeats the password or key.
    """
    try:
        parts = urlsplit(setting)
    except ValueError:
        raise SettingsError("setting 'store': the address cannot be understood.", remedy=_REMEDY) from None
    if not parts.hostname:
        raise SettingsError("setting 'store': the address names no host.", remedy=_REMEDY)
    shown = f"{parts.scheme}://{_netloc(parts.hostname, _port(setting))}"
    if parts.path not in ("", "/") or parts.fragment:
        raise SettingsError(f"setting 'store': {shown} is followed by a path, which no server has.", remedy=_REMEDY)
    given = dict(parse_qsl(parts.query, keep_blank_values=True))
    for name in given.keys() - set(_OPTIONS):
        raise SettingsError(f"setting 'store': {shown} has an unknown option '{name}'{closest(name, _OPTIONS)}.")
    prefix = given.get("prefix", "honeyguide")
    if not _PREFIX.fullmatch(prefix):
        raise SettingsError(f"setting 'store': prefix '{prefix}' is not made of small letters, digits and _.")
    others = [f"{parts.scheme}://{host.strip()}" for host in given.get("hosts", "").split(",") if host.strip()]
    user, password, api_key = _asks(parts, given, base)
    for host in (shown, *others):
        if parts.scheme == "http" and not _is_loopback(urlsplit(host).hostname or ""):
            raise SettingsError(
                f"setting 'store': {host} is not encrypted.", remedy="Use https:// (http is for loopback)."
            )
    return Address(
        hosts=(shown, *others),
        user=user,
        password=password,
        api_key=api_key,
        prefix=prefix,
        ca=_ca(given["ca"], base) if "ca" in given else None,
        replicas=_number(given, "replicas", 1, least=0),
        shards=_number(given, "shards", 1, least=1),
        timeout=_number(given, "timeout", 60, least=1),
    )


def _port(setting: str) -> int:
    try:
        return urlsplit(setting).port or 9200
    except ValueError:
        raise SettingsError("setting 'store': the port of the address is no number.", remedy=_REMEDY) from None


def _netloc(host: str, port: int) -> str:
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _asks(parts: SplitResult, given: dict[str, str], base: Path) -> tuple[str, str, str]:
    """User, password and API key; a password needs a user, and beside a key there is neither."""
    user, typed = unquote(parts.username or ""), unquote(parts.password or "")
    files = {what: given[what] for what in ("password_file", "api_key_file") if what in given}
    if "api_key_file" in files and (user or typed or "password_file" in files):
        raise SettingsError("setting 'store': a user or password stands beside 'api_key_file'.", remedy=_ONE)
    if "password_file" in files and typed:
        raise SettingsError("setting 'store': a password stands beside 'password_file'.", remedy=_ONE)
    if not user and (typed or "password_file" in files):
        raise SettingsError("setting 'store': a password is given, and no user.", remedy=_REMEDY)
    if user and not (typed or "password_file" in files):
        raise SettingsError(f"setting 'store': user {user} has no password.", remedy=_REMEDY)
    held = {what: read_secret(base / file, what) for what, file in files.items()}
    return user, held.get("password_file", typed), held.get("api_key_file", "")


def _ca(file: str, base: Path) -> Path:
    path = base / file
    if not path.is_file():
        raise SettingsError(f"{path}: no such file (option 'ca' of setting 'store').")
    try:
        ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT).load_verify_locations(path)
    except ssl.SSLError:
        raise SettingsError(f"{path}: no certificate in PEM form (option 'ca' of setting 'store').") from None
    except OSError as error:
        raise SettingsError(f"{path}: {error.strerror} (option 'ca' of setting 'store').") from error
    return path


def _number(given: dict[str, str], name: str, default: int, least: int) -> int:
    text = given.get(name, str(default))
    if not text.isdigit() or int(text) < least:
        raise SettingsError(f"setting 'store': option '{name}' is '{text}'; it must be {least} or more.")
    return int(text)
