"""Who may see and do what: roles, their rights, and how a request says whose it is."""

from __future__ import annotations

import ipaddress
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Literal, get_args

from core.errors import HoneyguideError
from core.settings import DashboardSettings

type Right = Literal["see", "evidence", "judge", "sources", "metrics"]
RIGHTS: frozenset[Right] = frozenset(get_args(Right.__value__))
ROLES: Mapping[str, frozenset[Right]] = {
    "reader": frozenset({"see"}),
    "analyst": frozenset({"see", "evidence", "judge", "sources"}),
    "engineer": frozenset({"see", "sources", "metrics"}),
    "admin": RIGHTS,
    # Of programs, not of people; each key bears one of them.
    "aggregates key": frozenset({"see"}),
    "metrics key": frozenset({"metrics"}),
}
OF_KEYS = ("aggregates", "metrics")


class Refused(HoneyguideError):
    """Somebody asked for what their role does not allow, or is not known here."""


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who looks: the name that the audit keeps, and a role; `until`: when this session ends (None: never)."""

    name: str
    role: str
    until: datetime | None = None

    def may(self, right: Right) -> bool:
        """Whether the role has this right."""
        return right in ROLES[self.role]

    def ended(self, at: datetime) -> bool:
        """Whether the session is over."""
        return self.until is not None and at >= self.until


def visitor(name: str, chosen: DashboardSettings, since: datetime) -> Visitor:
    """Somebody whom a login has named. Raises Refused for a name without a role; the name's case does not matter."""
    role = {key.casefold(): value for key, value in chosen.roles.items()}.get(name.casefold())
    if role is None:
        raise Refused(
            f"{name} has no role here.",
            remedy="An administrator can give one under dashboard.roles and start the dashboard anew.",
        )
    return Visitor(name, role, since + timedelta(hours=chosen.session_hours))


def anew(known: Visitor, chosen: DashboardSettings, right: Right, at: datetime) -> Visitor:
    """Somebody whom an open page was drawn for, with the role they have by now.

    Raises Refused when the session is over, or the role is gone or does not have the right any more.
    """
    if known.ended(at):
        raise Refused("Your session has ended; nothing was handed out.", remedy="Log in again.")
    present = known if chosen.login == "none" else replace(visitor(known.name, chosen, at), until=known.until)
    if not present.may(right):
        raise Refused(f"The role {present.role} may not have this.")
    return present


def openid_name(claims: Mapping[str, object]) -> str:
    """The e-mail address if the provider has verified it, else the subject: an unverified address can be anybody's."""
    email = claims.get("email")
    if isinstance(email, str) and email and claims.get("email_verified") is True:
        return email
    return str(claims.get("sub") or "")


def proxy_name(headers: Sequence[str]) -> str:
    """The one value of the proxy's header. Raises Refused when it is missing or there are several."""
    if len(headers) != 1 or not headers[0].strip():
        raise Refused("The reverse proxy did not say who you are.", remedy="Log in there first.")
    return headers[0].strip()


def trusted(peer: str | None, proxies: Sequence[str]) -> bool:
    """Whether a connection comes from one of the trusted addresses or networks."""
    try:
        address = ipaddress.ip_address(peer or "")
    except ValueError:
        return False
    return any(address in ipaddress.ip_network(one, strict=False) for one in proxies)


def loopback(host: str) -> bool:
    """Whether a host name or address means this very machine."""
    try:
        return host == "localhost" or ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False
