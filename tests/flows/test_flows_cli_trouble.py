"""Trouble under a command, with input, keys, disk, lock or an interrupt: told in clear words, and nothing is lost."""

from __future__ import annotations

import contextlib
import json
import os
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest
from flows_program import PROGRAM, table_card


def test_a_table_without_a_named_column_is_told_and_the_rest_goes_on(honeyguide, tmp_path: Path) -> None:
    table_card(tmp_path / "cards" / "a", "id,when,txt\n1,2026-01-05,hello\n")
    table_card(tmp_path / "cards" / "b", id="other-table")
    home = ("--home", str(tmp_path / "home"), "--sources", str(tmp_path / "cards"))
    told = honeyguide("crawl", *home)
    assert told.returncode == 3
    assert "'text'" in told.stderr
    assert "rows.csv" in told.stderr
    assert honeyguide("read", *home).returncode == 0
    state = json.loads(honeyguide("status", "--json", *home).stdout)
    assert state["kept"]["documents"] == 1
    assert state["kept"]["dead_letters"] == 1


def test_a_broken_date_and_a_monstrous_line_are_dead_letters_that_name_the_row(honeyguide, tmp_path: Path) -> None:
    rows = (
        "id,when,text\n1,2026-01-05,good\n2,the day after never,bad date\n3,2026-01-06,"
        + "x" * 41_000_000
        + "\n4,2026-01-07,good too\n"
    )
    table_card(tmp_path / "cards", rows)
    home = ("--home", str(tmp_path / "home"), "--sources", str(tmp_path / "cards"))
    honeyguide("crawl", *home)
    honeyguide("read", *home)
    letters = honeyguide("letters", *home).stdout
    state = json.loads(honeyguide("status", "--json", *home).stdout)
    assert state["kept"]["documents"] >= 2
    assert "the day after never" not in letters
    assert "2" in letters
    assert state["kept"]["dead_letters"] >= 2


def test_a_second_run_on_the_same_home_is_told_who_holds_it(honeyguide, tmp_path: Path, make_house) -> None:
    with make_house(tmp_path / "home").locked():
        told = honeyguide("count", "--home", str(tmp_path / "home"))
    assert told.returncode == 2
    assert f"process {os.getpid()}" in told.stderr
    assert honeyguide("count", "--home", str(tmp_path / "home")).returncode == 0


def test_a_wrong_key_for_the_inbox_is_told_and_nothing_is_lost(honeyguide, tmp_path: Path) -> None:
    table_card(tmp_path / "cards")
    home = ("--home", str(tmp_path / "home"), "--sources", str(tmp_path / "cards"))
    assert honeyguide("crawl", *home).returncode == 0
    (tmp_path / "home" / "keys").rename(tmp_path / "right-keys")
    told = honeyguide("read", *home)
    assert told.returncode == 2
    assert "key" in told.stderr
    assert not (tmp_path / "home" / "keys").exists()  # new ones would open nothing
    (tmp_path / "right-keys").rename(tmp_path / "home" / "keys")
    assert honeyguide("read", *home).returncode == 0
    assert json.loads(honeyguide("status", "--json", *home).stdout)["kept"]["documents"] == 1


def test_lost_keys_are_told_by_every_command_and_none_is_laid_anew(honeyguide, tmp_path: Path) -> None:
    table_card(tmp_path / "cards")
    home = ("--home", str(tmp_path / "home"), "--sources", str(tmp_path / "cards"))
    assert honeyguide("run", *home).returncode == 0
    keys = tmp_path / "home" / "keys"
    keys.rename(tmp_path / "lost")
    for crawl_state_too in (False, True):
        if crawl_state_too:  # documents alone rest in the store
            (tmp_path / "home" / "crawl").rename(tmp_path / "crawl")
        for command in ("run", "crawl", "read", "analyse", "count", "detect", "brief", "keep", "status"):
            told = honeyguide(command, *home)
            assert told.returncode == 2, command
            assert "seal-0001.key is missing, and something was sealed here" in told.stderr
            assert not keys.exists(), command
        told = honeyguide("doctor", *home, "--set", "dashboard.port=0")
        assert "WRONG  keys: " in told.stdout
        assert not keys.exists()
        for words in (("letters",), ("audit", "show"), ("audit", "verify"), ("store", "check")):
            told = honeyguide(*words, *home)
            assert (told.returncode, told.stderr.count("seal-0001.key is missing")) == (0, 1), words
            assert not keys.exists(), words
    (tmp_path / "lost").rename(keys)
    (tmp_path / "crawl").rename(tmp_path / "home" / "crawl")
    assert honeyguide("run", *home).returncode == 0


def test_a_home_that_cannot_be_made_is_told(honeyguide, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    told = honeyguide("status", "--home", str(tmp_path / "file" / "home"))
    assert told.returncode == 4
    assert "home folder" in told.stderr


def test_an_interrupt_says_how_to_go_on(honeyguide, tmp_path: Path) -> None:
    table_card(tmp_path / "cards", "id,when,text\n" + "".join(f"{n},2026-01-05,text {n}\n" for n in range(20_000)))
    words = ("--home", str(tmp_path / "home"), "--sources", str(tmp_path / "cards"))
    assert honeyguide("crawl", *words).returncode == 0
    running = subprocess.Popen([*PROGRAM, "read", *words], stderr=subprocess.PIPE, text=True)
    lock = tmp_path / "home" / "run.lock"
    deadline = time.monotonic() + 240  # on a busy machine the program itself loads for a minute
    while time.monotonic() < deadline and str(running.pid) not in lock.read_text():
        time.sleep(0.01)
    running.send_signal(signal.SIGINT)
    _, told = running.communicate(timeout=240)
    assert "go on with `honeyguide read`" in told
    assert "Traceback" not in told


def test_an_interrupt_that_was_swallowed_stops_at_the_next_report_of_progress() -> None:
    from flows.cli.door import _Bars, stoppable

    reached, before = [], signal.getsignal(signal.SIGINT)

    def step() -> None:
        with contextlib.suppress(KeyboardInterrupt):  # as compiled code and destructors do
            os.kill(os.getpid(), signal.SIGINT)
        reached.append("swallowed")
        _Bars()("read", 1, 2)
        reached.append("went on")

    with stoppable("honeyguide read"), pytest.raises(KeyboardInterrupt):
        step()
    assert reached == ["swallowed"]
    assert signal.getsignal(signal.SIGINT) is before  # jobs in the background have none


def test_a_full_disk_is_told_and_nothing_is_lost(honeyguide, tmp_path: Path) -> None:
    rows = "id,when,text\n" + "".join(f"{n},2026-01-05,text number {n} of many\n" for n in range(300))
    table_card(tmp_path / "cards", rows)
    words = ("--home", str(tmp_path / "home"), "--sources", str(tmp_path / "cards"))
    assert honeyguide("crawl", *words).returncode == 0
    # No file may grow past 300,000 bytes: what a full disk does to a store, without filling one.
    usual = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, usual[1]))
    try:
        full = honeyguide("read", *words)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, usual)
    assert full.returncode == 4, full.stderr
    assert "full" in full.stderr
    assert "Traceback" not in full.stderr
    assert honeyguide("read", *words).returncode == 0
    assert json.loads(honeyguide("status", "--json", *words).stdout)["kept"]["documents"] == 300


@pytest.mark.parametrize(("ended_by", "code"), [(signal.SIGTERM, 143), (signal.SIGINT, 0)])
def test_whoever_ends_the_command_ends_the_dashboard(tmp_path: Path, ended_by: int, code: int) -> None:
    """Left alone it would go on answering, with nobody who knows of it."""
    server = tmp_path / "dashboard.py"
    server.write_text("import time\nprint('there', flush=True)\ntime.sleep(300)\n")
    program = (
        "import signal, sys\nfrom flows.cli import look\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"  # a shell's background jobs are deaf to it
        f"look.sys = type('S', (), {{'executable': {str(tmp_path / 'python')!r}}})\n"
        "sys.exit(look.show('home', 1, 'a', {}))"
    )
    (tmp_path / "python").write_text(f"#!/bin/sh\nexec {sys.executable} {server}\n")
    (tmp_path / "python").chmod(0o700)
    command = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True)
    assert command.stdout is not None
    assert command.stdout.readline() == "there\n"
    [child] = psutil.Process(command.pid).children()
    command.send_signal(ended_by)
    if ended_by == signal.SIGINT:
        child.send_signal(signal.SIGINT)  # as a terminal does, to both at once
    assert command.wait(60) == code
    assert not child.is_running()


def test_lines_that_are_not_utf8_are_told_by_their_number_once_and_answered_all_the_same(honeyguide, tmp_path) -> None:
    lines = tmp_path / "lines.txt"
    lines.write_bytes(b"\xef\xbb\xbf" + b'{"id": "a", "text": "hello"}\ncaf\xe9 open\ncaf\xe9 shut\n')
    told = honeyguide("tag", str(lines))
    assert told.returncode == 0
    assert [json.loads(line)["id"] for line in told.stdout.splitlines()] == ["a", 2, 3]
    assert told.stderr.count("not UTF-8") == 1
    assert f"{lines}, line 2: not UTF-8" in told.stderr


def test_a_file_in_utf16_is_refused_with_what_to_do(honeyguide, tmp_path) -> None:
    lines = tmp_path / "lines.txt"
    lines.write_bytes("hello\n".encode("utf-16"))
    told = honeyguide("tag", str(lines))
    assert (told.returncode, told.stdout) == (2, "")
    assert f"{lines}: it is UTF-16. Save it as UTF-8." in told.stderr
