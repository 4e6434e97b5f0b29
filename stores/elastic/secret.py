"""Passwords and keys in files that the address names: read once, and refused where others could read them too."""

from __future__ import annotations

import os
from pathlib import Path

from core.access import loose
from core.errors import SettingsError


def read_secret(path: Path, option: str) -> str:
    """What lies in the file that an option names. Raises SettingsError, which never repeats it.

    A file of this account that others may read is refused, as ssh does; one of another's, such as a secret that is
    mounted into a container, is that one's affair.
    """
    named = f"{path}: the file of option '{option}' of setting 'store'"
    try:
        secret, ours = path.read_text(encoding="utf-8").strip(), path.stat().st_uid == os.geteuid()
    except OSError as error:
        raise SettingsError(f"{named}: {error.strerror}.") from error
    except UnicodeDecodeError:
        raise SettingsError(f"{named} holds no text.", remedy="Write it as UTF-8.") from None
    if ours and loose(path):
        raise SettingsError(f"{named} can be read by others.", remedy=f"chmod 600 {path}")
    if not secret:
        raise SettingsError(f"{named} is empty.")
    if option == "api_key_file" and secret.startswith("{"):
        raise SettingsError(f"{named} holds the server's whole answer.", remedy="Keep the value of 'encoded' alone.")
    return secret
