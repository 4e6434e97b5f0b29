"""Acts of the command line that the audit remembers."""

from __future__ import annotations

import getpass
import os

from core.errors import BadInput
from flows.house import House
from privacy.audit import link

TRIES = 5


def audit(house: House, verb: str, subject: str, detail: str) -> None:
    """Append a link to the audit chain; when somebody else was quicker, link again behind them."""
    for _ in range(TRIES):
        entry = link(house.store.last_audit(), _actor(), verb, subject, detail, house.clock())
        try:
            house.store.append_audit(entry)
        except BadInput:
            continue
        return
    raise BadInput("the audit chain is being written by others without a pause; nothing was done.", remedy="Try again.")


def _actor() -> str:
    """The user of the operating system; in a container it may have a number only."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return f"user {os.getuid()}"
