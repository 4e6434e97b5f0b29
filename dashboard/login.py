"""Whether the dashboard may start as it is set up: not exposed without a login, nor with one that anybody passes."""

from __future__ import annotations

import ipaddress
import secrets
import tomllib
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from core.errors import SettingsError
from core.settings import DashboardSettings, Settings
from dashboard.access import loopback

FILE = "login.toml"
_NEEDED = ("redirect_uri", "cookie_secret", "client_id", "client_secret", "server_metadata_url")
_SHORTEST_SECRET = 32


def options(settings: Settings) -> dict[str, object]:
    """What Streamlit must know of the login. Raises SettingsError, naming setting or file, for what is not safe."""
    chosen = settings.dashboard
    if chosen.login == "none":
        _refuse_exposure(chosen.address)
        # A secret of this process alone: sessions of another start mean nothing here.
        return {"server.cookieSecret": secrets.token_hex(32), "secrets.files": []}
    _check_common(chosen)
    if chosen.login == "proxy":
        _check_proxies(chosen)
        return {"server.cookieSecret": secrets.token_hex(32), "secrets.files": []}
    file = Path(settings.home) / FILE
    return {"server.cookieSecret": _checked_secrets(file, chosen)["cookie_secret"], "secrets.files": [str(file)]}


def _refuse_exposure(address: str) -> None:
    if not loopback(address):
        raise SettingsError(
            f"dashboard.address '{address}' can be reached from other machines, and no login is set up.",
            remedy="Use 127.0.0.1 and a tunnel (ssh -L), or set dashboard.login to openid or proxy.",
        )


def _check_common(chosen: DashboardSettings) -> None:
    url = urlsplit(chosen.url)
    if url.scheme not in ("http", "https") or not url.hostname or url.path.strip("/"):
        raise SettingsError(f"dashboard.url '{chosen.url}' is not an address like https://honeyguide.example.org.")
    if url.scheme == "http" and not loopback(url.hostname):
        raise SettingsError(f"dashboard.url '{chosen.url}' would send logins in clear.", remedy="Use https.")
    if not chosen.roles:
        raise SettingsError("dashboard.roles is empty: nobody could enter.", remedy="Name at least one person.")


def _check_proxies(chosen: DashboardSettings) -> None:
    if not chosen.trusted_proxies:
        raise SettingsError(
            "dashboard.trusted_proxies is empty: anybody could name themselves in a header.",
            remedy="Write down the address of the reverse proxy.",
        )
    for one in chosen.trusted_proxies:
        try:
            network = ipaddress.ip_network(one, strict=False)
        except ValueError as error:
            raise SettingsError(f"dashboard.trusted_proxies: '{one}' is no address or network.") from error
        if network.prefixlen == 0:
            raise SettingsError(f"dashboard.trusted_proxies: '{one}' would trust everybody.")


def _checked_secrets(file: Path, chosen: DashboardSettings) -> dict[str, Any]:
    try:
        table: dict[str, Any] = tomllib.loads(file.read_text(encoding="utf-8")).get("auth", {})
    except FileNotFoundError as error:
        raise SettingsError(f"{file}: not there.", remedy="docs/dashboard.md shows what stands in it.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{file}: not readable as TOML: {error}.") from error
    if file.stat().st_mode & 0o077:
        raise SettingsError(f"{file} can be read by others.", remedy=f"chmod 600 {file}")
    for key in _NEEDED:
        if not isinstance(table.get(key), str) or not table[key]:
            raise SettingsError(f"{file}: '{key}' is missing under [auth].")
    if len(table["cookie_secret"]) < _SHORTEST_SECRET:
        raise SettingsError(f"{file}: cookie_secret is shorter than {_SHORTEST_SECRET} characters.")
    if table["redirect_uri"] != chosen.url.rstrip("/") + "/oauth2callback":
        raise SettingsError(f"{file}: redirect_uri is not dashboard.url followed by /oauth2callback.")
    return table
