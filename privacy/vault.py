"""The keys of the house: seals what must rest, and turns contacts into pseudonyms that only these keys can repeat.

Three kinds of key files lie in one folder, each mode 600, each numbered by its epoch:
`seal-NNNN.key` (Fernet), `pseudonym-NNNN.key` and `lookup-0001.key` (32 random bytes, for HMAC-SHA-256).
The highest number is the live one; older ones still open what they sealed. `canary.sealed` tells a wrong key at once.
"""

from __future__ import annotations

import base64
import contextlib
import errno
import hashlib
import hmac
import os
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from cryptography.fernet import Fernet, InvalidToken, MultiFernet

from core.errors import KeyMismatch, StoreAway

CANARY = b"honeyguide"
CANARY_FILE = "canary.sealed"
PSEUDONYM_DIGITS = 8
_KINDS = ("seal", "pseudonym", "lookup")


@dataclass(frozen=True)
class Vault:
    """Live and older keys, newest first; `where` names the folder in errors ("memory" for a throwaway)."""

    where: str
    seals: tuple[bytes, ...]
    pseudonyms: tuple[bytes, ...]
    lookup: bytes

    @classmethod
    def open(cls, folder: Path, *, lay: bool = True) -> Self:
        """The vault of this folder; keys are made at the first start, when the folder holds none.

        `lay`: whether they may be; whoever knows of something sealed says no, for the whole folder may be lost.
        Raises KeyMismatch when keys are missing or are not those that sealed the canary, StoreAway when the folder
        cannot be read or written.
        """
        try:
            return cls._open(folder, lay)
        except OSError as error:
            full = error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
            raise StoreAway(
                f"{folder}: the key folder cannot be used: {error.strerror}.",
                remedy="Make room and run again." if full else "Give this account the right to read and write it.",
            ) from error

    @classmethod
    def _open(cls, folder: Path, lay: bool) -> Self:
        # The canary is looked at before the keys: keys are always made first, so a canary without keys means a loss.
        sealed_before = (folder / CANARY_FILE).is_file() or not lay
        if lay:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        for kind in _KINDS:
            if not key_files(folder, kind):
                if sealed_before:
                    raise _missing(folder, kind)
                _write_once(folder / f"{kind}-0001.key", _new_key(kind))
        vault = cls(str(folder), _keys(folder, "seal"), _keys(folder, "pseudonym"), _keys(folder, "lookup")[0])
        _write_once(folder / CANARY_FILE, vault.seal(CANARY))
        vault._check_canary(folder)
        return vault

    @classmethod
    def throwaway(cls) -> Self:
        """Keys that live in memory only: for reading a text of which nothing is kept."""
        return cls("memory", (_new_key("seal"),), (_new_key("pseudonym"),), _new_key("lookup"))

    def seal(self, plain: bytes) -> bytes:
        """Encrypt and authenticate under the live key (Fernet token, url-safe base64)."""
        return self._fernet().encrypt(plain)

    def unseal(self, token: bytes) -> bytes:
        """Open what any of the keys sealed. Raises KeyMismatch when none of them did, or the token was changed."""
        try:
            return self._fernet().decrypt(token)
        except InvalidToken as error:
            raise KeyMismatch(
                f"{self.where}: none of the key files seal-*.key opens what was sealed.",
                remedy="Put back the key files that were there when it was sealed; without them it stays closed.",
            ) from error

    def pseudonym(self, kind: str, value: str) -> str:
        """8 hex digits for a contact under the live epoch; kinds (PHONE, EMAIL, …) never share a pseudonym by value."""
        return _mark(self.pseudonyms[0], kind, value)

    def pseudonyms_all_epochs(self, kind: str, value: str) -> list[str]:
        """The pseudonyms of a contact in every epoch that still has a key, newest first: what an erasure looks for."""
        return [_mark(key, kind, value) for key in self.pseudonyms]

    def keyed_hash(self, value: str) -> str:
        """64 hex digits by which a value is found again without being kept; stable over epochs."""
        return hmac.new(self.lookup, value.encode("utf-8", "surrogatepass"), hashlib.sha256).hexdigest()

    def _fernet(self) -> MultiFernet:
        return MultiFernet([Fernet(key) for key in self.seals])

    def _check_canary(self, folder: Path) -> None:
        path = folder / CANARY_FILE
        try:
            good = self._fernet().decrypt(path.read_bytes()) == CANARY
        except InvalidToken:
            good = False
        if not good:
            raise KeyMismatch(
                f"{key_files(folder, 'seal')[0]}: this key did not seal what rests here ({path.name} stays shut).",
                remedy="Put back the key file it was made with, or start with an empty home folder.",
            )


def begin_epoch(folder: Path, kind: str = "pseudonym") -> Vault:
    """Add a new live key ("pseudonym" or "seal"): new pseudonyms no longer link with older ones; old seals still open.

    Raises ValueError for another kind: the lookup key has no epochs, or known addresses would be crawled again.
    """
    if kind not in ("pseudonym", "seal"):
        raise ValueError(f"keys of kind '{kind}' have no epochs; choose 'pseudonym' or 'seal'")
    Vault.open(folder)
    newest = key_files(folder, kind)[0]
    _write_once(folder / f"{kind}-{int(newest.stem.split('-')[1]) + 1:04d}.key", _new_key(kind))
    return Vault.open(folder)


def _mark(key: bytes, kind: str, value: str) -> str:
    message = f"{kind}\0{value}".encode("utf-8", "surrogatepass")
    return hmac.new(key, message, hashlib.sha256).hexdigest()[:PSEUDONYM_DIGITS]


def _new_key(kind: str) -> bytes:
    return Fernet.generate_key() if kind == "seal" else base64.urlsafe_b64encode(secrets.token_bytes(32))


def key_files(folder: Path, kind: str) -> list[Path]:
    """The key files of a kind, newest epoch first."""
    return sorted(folder.glob(f"{kind}-[0-9][0-9][0-9][0-9].key"), reverse=True)


def _keys(folder: Path, kind: str) -> tuple[bytes, ...]:
    return tuple(_read_key(path) for path in key_files(folder, kind))


def _read_key(path: Path) -> bytes:
    raw = path.read_bytes().strip()
    try:
        if len(base64.urlsafe_b64decode(raw)) == 32:
            return raw
    except ValueError:
        pass
    raise KeyMismatch(f"{path}: this is no key (32 bytes in base64).", remedy="Put back the key file from a backup.")


def _missing(folder: Path, kind: str) -> KeyMismatch:
    return KeyMismatch(
        f"{folder}: the key file {kind}-0001.key is missing, and something was sealed here.",
        remedy="Put the key files back from a backup, or start with an empty home folder.",
    )


def _write_once(path: Path, content: bytes) -> None:
    """Write a file of mode 600 unless it is there; whole or not at all, and only one of two writers wins."""
    if path.exists():
        return
    draft = path.with_name(f".{path.name}.{os.getpid()}.{secrets.token_hex(4)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        with contextlib.suppress(FileExistsError):
            os.link(draft, path)
    finally:
        draft.unlink()
