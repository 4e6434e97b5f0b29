"""Starting: one address of this machine, or a clear sentence."""

from __future__ import annotations

import socket
import subprocess
import sys
from pathlib import Path

import pytest

from core.errors import Busy, KeyMismatch, SettingsError
from core.settings import load_settings
from dashboard import house
from dashboard.login import options
from dashboard.server import bound
from privacy.vault import Vault


@pytest.mark.parametrize("address", ["127.0.0.1", "127.0.0.7", "::1", "localhost"])
def test_addresses_of_this_machine_alone_are_allowed(address: str) -> None:
    assert options(load_settings({"dashboard.address": address}))


@pytest.mark.parametrize("address", ["0.0.0.0", "::", "192.168.1.4", "example.org", ""])
def test_any_other_address_is_refused_without_login(address: str) -> None:
    with pytest.raises(SettingsError, match="no login"):
        options(load_settings({"dashboard.address": address}))


def test_a_taken_port_is_named_with_a_remedy() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(Busy, match=f"Port {port} on 127.0.0.1 is taken .* --port {port + 1}"):
            bound("127.0.0.1", port)


def test_port_zero_takes_a_free_one() -> None:
    with bound("127.0.0.1", 0) as sock:
        assert sock.getsockname()[1] > 0


@pytest.mark.parametrize(
    ("arguments", "said"), [(["--address", "0.0.0.0"], "no login is set up"), (["--port", "70000"], "dashboard.port")]
)
def test_the_command_refuses_in_one_sentence_with_code_2(tmp_path: Path, arguments: list[str], said: str) -> None:
    command = [sys.executable, "-m", "dashboard", "--home", str(tmp_path), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, timeout=240, check=False)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


def test_lost_keys_are_told_at_the_start_and_never_laid_anew(own_home: Path, tmp_path: Path) -> None:
    house.configure(load_settings({"home": own_home}))
    assert "there is no key, and posts rest here" in house.lost_keys()
    with pytest.raises(KeyMismatch, match="missing"):
        house.address_of("sealed")
    assert not (own_home / "keys").exists()
    Vault.open(own_home / "keys")
    assert house.lost_keys() == ""
    house.configure(load_settings({"home": tmp_path / "new"}))
    assert house.lost_keys() == ""
