"""The vault: keys made once, wrong keys told at once, pseudonyms that only the keys can repeat."""

from __future__ import annotations

import resource
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import KeyMismatch, StoreAway
from privacy.vault import Vault, begin_epoch

LOST = Vault.throwaway()


@given(st.binary(max_size=2000))
def test_what_is_sealed_opens_again_and_does_not_show(plain: bytes) -> None:
    sealed = LOST.seal(plain)
    assert LOST.unseal(sealed) == plain
    assert len(plain) < 8 or plain not in sealed


def test_key_files_are_made_once_and_readable_by_the_owner_alone(tmp_path: Path) -> None:
    first = Vault.open(tmp_path / "keys")
    assert Vault.open(tmp_path / "keys") == first
    for path in (tmp_path / "keys").iterdir():
        assert stat.S_IMODE(path.stat().st_mode) == 0o600, path.name


def test_many_first_starts_at_once_agree_on_the_keys(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        vaults = list(pool.map(lambda _: Vault.open(tmp_path), range(24)))
    assert all(vault == vaults[0] for vault in vaults)
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "canary.sealed",
        "lookup-0001.key",
        "pseudonym-0001.key",
        "seal-0001.key",
    ]


def test_a_wrong_key_is_told_by_its_file_and_what_to_do(tmp_path: Path) -> None:
    Vault.open(tmp_path)
    other = Vault.throwaway()
    (tmp_path / "seal-0001.key").write_bytes(other.seals[0])
    with pytest.raises(KeyMismatch, match=r"seal-0001\.key.*Put back the key file"):
        Vault.open(tmp_path)


@pytest.mark.parametrize("kind", ["seal", "pseudonym", "lookup"])
def test_a_missing_key_is_never_replaced_by_a_new_one(tmp_path: Path, kind: str) -> None:
    Vault.open(tmp_path)
    (tmp_path / f"{kind}-0001.key").unlink()
    with pytest.raises(KeyMismatch, match=f"{kind}-0001.key is missing"):
        Vault.open(tmp_path)
    assert not (tmp_path / f"{kind}-0001.key").exists()


def test_no_key_is_laid_where_something_is_known_to_be_sealed(tmp_path: Path) -> None:
    with pytest.raises(KeyMismatch, match=r"seal-0001\.key is missing, and something was sealed here"):
        Vault.open(tmp_path / "keys", lay=False)
    assert not (tmp_path / "keys").exists()
    assert Vault.open(tmp_path / "keys") == Vault.open(tmp_path / "keys", lay=False)


def test_a_key_file_with_rubbish_in_it_is_named(tmp_path: Path) -> None:
    Vault.open(tmp_path)
    (tmp_path / "pseudonym-0001.key").write_text("rubbish")
    with pytest.raises(KeyMismatch, match=r"pseudonym-0001\.key: this is no key"):
        Vault.open(tmp_path)


def test_what_another_house_sealed_stays_shut() -> None:
    with pytest.raises(KeyMismatch, match="stays closed"):
        LOST.unseal(Vault.throwaway().seal(b"x"))


def test_a_new_seal_epoch_still_opens_the_old_seals(tmp_path: Path) -> None:
    old = Vault.open(tmp_path)
    token = old.seal(b"kept")
    new = begin_epoch(tmp_path, "seal")
    assert new.unseal(token) == b"kept"
    with pytest.raises(KeyMismatch):
        old.unseal(new.seal(b"later"))


def test_pseudonyms_repeat_within_an_epoch_and_not_across_epochs(tmp_path: Path) -> None:
    before = Vault.open(tmp_path).pseudonym("PHONE", "60123456789")
    assert Vault.open(tmp_path).pseudonym("PHONE", "60123456789") == before
    after = begin_epoch(tmp_path)
    assert after.pseudonym("PHONE", "60123456789") != before
    assert after.pseudonyms_all_epochs("PHONE", "60123456789")[1] == before


def test_a_kind_is_part_of_the_pseudonym_and_houses_differ() -> None:
    assert LOST.pseudonym("PHONE", "x") != LOST.pseudonym("EMAIL", "x")
    assert LOST.pseudonym("PHONE", "x") != Vault.throwaway().pseudonym("PHONE", "x")
    assert len(LOST.pseudonym("PHONE", "x")) == 8
    int(LOST.pseudonym("PHONE", "x"), 16)


def test_the_keyed_hash_survives_a_change_of_epochs(tmp_path: Path) -> None:
    before = Vault.open(tmp_path).keyed_hash("https://example.org/a")
    assert begin_epoch(tmp_path).keyed_hash("https://example.org/a") == before


def test_a_full_disk_lays_no_half_key_and_says_so(tmp_path: Path) -> None:
    Vault.open(tmp_path / "old")
    usual = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20, usual[1]))
    try:
        with pytest.raises(StoreAway, match="Make room and run again"):
            Vault.open(tmp_path / "new")
        with pytest.raises(OSError, match="too large"):
            begin_epoch(tmp_path / "old")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, usual)
    assert list((tmp_path / "new").iterdir()) == []
    assert len(list((tmp_path / "old").iterdir())) == 4
    Vault.open(tmp_path / "new")
    begin_epoch(tmp_path / "old")
