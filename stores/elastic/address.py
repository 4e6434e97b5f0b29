"""The setting `store` as an address of Elasticsearch: hosts, user, and a few options behind the question mark."""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from core.errors import SettingsError
from core.faults import closest

_OPTIONS = ("prefix", "ca", "hosts", "password_file", "api_key_file", "replicas", "shards", "timeout")
_PREFIX = re.compile(r"[a-z][a-z0-9_]{0,60}")
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
        return "the API key" if self.api_key else f"user {self.user}" if self.user else ""

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
    parts = urlsplit(setting)
    if not parts.hostname:
        raise SettingsError("setting 'store': the address names no host.", remedy=_REMEDY)
    shown = f"{parts.scheme}://{_netloc(parts.hostname, _port(setting))}"
    if parts.scheme == "http" and not _is_loopback(parts.hostname):
        raise SettingsError(
            f"setting 'store': {shown} is not encrypted.", remedy="Use https:// (http is for loopback)."
        )
    if parts.path not in ("", "/") or parts.fragment:
        raise SettingsError(f"setting 'store': {shown} is followed by a path, which no server has.", remedy=_REMEDY)
    given = dict(parse_qsl(parts.query, keep_blank_values=True))
    for name in given.keys() - set(_OPTIONS):
        raise SettingsError(f"setting 'store': {shown} has an unknown option '{name}'{closest(name, _OPTIONS)}.")
    prefix = given.get("prefix", "honeyguide")
    if not _PREFIX.fullmatch(prefix):
        raise SettingsError(f"setting 'store': prefix '{prefix}' is not made of small letters, digits and _.")
    others = [f"{parts.scheme}://{host.strip()}" for host in given.get("hosts", "").split(",") if host.strip()]
    return Address(
        hosts=(shown, *others),
        user=unquote(parts.username or ""),
        password=_secret("password", given, base) or unquote(parts.password or ""),
        api_key=_secret("api_key", given, base),
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


def _secret(what: str, given: dict[str, str], base: Path) -> str:
    """What lies in the file that an option names; empty where none is named."""
    if (file := given.get(f"{what}_file")) is None:
        return ""
    try:
        return (base / file).read_text(encoding="utf-8").strip()
    except OSError as error:
        raise SettingsError(f"{base / file}: the file of option '{what}_file': {error.strerror}.") from error


def _ca(file: str, base: Path) -> Path:
    path = base / file
    if not path.is_file():
        raise SettingsError(f"{path}: no such file (option 'ca' of setting 'store').")
    return path


def _number(given: dict[str, str], name: str, default: int, least: int) -> int:
    text = given.get(name, str(default))
    if not text.isdigit() or int(text) < least:
        raise SettingsError(f"setting 'store': option '{name}' is '{text}'; it must be {least} or more.")
    return int(text)
