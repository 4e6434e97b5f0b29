"""Folders and files that this account may not use: whose they are, and what to do, in one sentence."""

from __future__ import annotations

import os
import pwd
from pathlib import Path

from core.errors import StoreAway


def refuse_shut(home: Path, *, writing: bool = True) -> None:
    """Raise StoreAway where the home folder is there and this account may not read and enter it, and write to it."""
    try:
        home.stat()
    except (FileNotFoundError, NotADirectoryError):
        return  # whoever makes it tells why it cannot be made
    except OSError as error:
        raise shut(home, "the home folder", error.strerror) from error
    if not may(home, os.R_OK | os.X_OK):
        raise shut(home, "the home folder", "it may not be read")
    if not writing or may(home, os.W_OK):
        return
    if os.statvfs(home).f_flag & os.ST_RDONLY:
        raise StoreAway(
            f"the home folder {home} lies on a disk that is read-only, and every command writes a little.",
            remedy="Mount it to be written to, or name another with --home.",
        )
    raise shut(home, "the home folder", "it may not be written to")


def may(path: Path, mode: int) -> bool:
    """Whether this account, as it acts now, has these rights (os.R_OK, os.W_OK, os.X_OK)."""
    return os.access(path, mode, effective_ids=os.access in os.supports_effective_ids)


def loose(path: Path) -> bool:
    """Whether others than its owner may do anything with a file, by its own mode."""
    return bool(path.stat().st_mode & 0o077)


def shut(path: Path, what: str, why: str | None) -> StoreAway:
    """The error for a path that the rights of this account keep closed, with its owner and the way out."""
    return StoreAway(
        f"{what} {path} cannot be used: {why} ({_owner(path)}this account is {_name(os.geteuid())}).",
        remedy="Run as its owner, or give this account the home and all in it (chown -R).",
    )


def _owner(path: Path) -> str:
    try:
        return f"it belongs to {_name(path.stat().st_uid)}, "
    except OSError:
        return ""


def _name(number: int) -> str:
    try:
        return pwd.getpwuid(number).pw_name
    except KeyError:  # in a container a user may have a number alone
        return f"user {number}"
