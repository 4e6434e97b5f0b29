"""The command line: quick help, clear sentences, the agreed exit codes, machine output on standard output alone."""

from __future__ import annotations

import contextlib
import json
import os
import resource
import signal
import socket
import subprocess
import sys
import time
from importlib.metadata import version
from pathlib import Path

import pytest

COMMANDS = [
    *("demo", "run", "crawl", "read", "analyse", "count", "detect", "brief", "keep", "digest", "tag", "flow"),
    *(
        "dashboard",
        "source",
        "indicator",
        "status",
        "doctor",
        "extract",
        "spikes",
        "audit",
        "model",
        "letters",
        "erase",
    ),
]
PROGRAM = [str(Path(sys.executable).parent / "honeyguide")]


def program(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """The installed program, as a user starts it."""
    env = {**os.environ, **environment}
    return subprocess.run([*PROGRAM, *words], capture_output=True, text=True, check=False, env=env)


def table_card(folder: Path, text: str = "id,when,text\n1,2026-01-05,hello there\n", **fields: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "rows.csv").write_text(text, encoding="utf-8")
    columns = fields.pop("columns", "{native_id: [id], text: [text], published: when}")
    lines = {"id": "own-table", "name": "Own table", "kind": "table", "paths": "[rows.csv]", "columns": columns}
    lines |= {"terms": "{says: our own, fair_because: our own}", "timezone": "UTC", **fields}
    card = folder / "own-table.yml"
    card.write_text("\n".join(f"{key}: {value}" for key, value in lines.items()), encoding="utf-8")
    return card


def test_help_names_every_command_and_imports_no_heavy_room() -> None:
    told = program("--help")
    assert told.returncode == 0
    assert all(command in told.stdout for command in COMMANDS)
    probe = (
        "import sys; sys.argv = ['honeyguide', '--help']\n"
        "from flows.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "heavy = {'scrapy', 'spacy', 'sklearn', 'prefect', 'streamlit', 'pandas', 'pydantic'} & set(sys.modules)\n"
        "assert not heavy, heavy\n"
    )
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_the_version_is_told(honeyguide) -> None:
    told = honeyguide("--version")
    assert (told.returncode, told.stdout) == (0, f"honeyguide {version('honeyguide')}\n")


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_tells_what_it_does(honeyguide, command: str) -> None:
    told = honeyguide(command, "--help")
    assert told.returncode == 0
    assert len(told.stdout.splitlines()) > 3


@pytest.mark.parametrize(
    ("words", "code", "named"),
    [
        (("run", "--set", "detect.budgt=2"), 2, "unknown setting 'detect.budgt'"),
        (("status", "--set", "port"), 2, "a key and a value"),
        (("status", "--home"), 2, "--home: a value is needed"),
        (("--settings", "no-such.toml", "status"), 2, "no-such.toml: no such settings file"),
        (("run",), 2, "no source cards"),
        (("tag", "no-such-file.jsonl"), 2, "no-such-file.jsonl: no such file"),
        (("flow", "hourly"), 2, "there is no flow 'hourly'"),
        (("tag", "."), 2, ".: it is a folder"),
        (("demo", "--size", "huge"), 2, "--size huge"),
        (("spikes", "no-such.csv"), 2, "no-such.csv: no such file"),
    ],
)
def test_a_wrong_word_gets_one_sentence_and_code_2(
    honeyguide, tmp_path: Path, words: tuple[str, ...], code: int, named: str
) -> None:
    told = honeyguide("--home", str(tmp_path / "home"), *words)
    assert (told.returncode, told.stdout) == (code, "")
    assert named in told.stderr
    assert len(told.stderr.strip().splitlines()) == 1


def test_a_card_with_an_unknown_field_is_named_with_file_and_field(honeyguide, tmp_path: Path) -> None:
    card = table_card(tmp_path / "cards", langauges="[en]")
    told = honeyguide("run", "--home", str(tmp_path / "home"), "--sources", str(card.parent))
    assert told.returncode == 2
    assert str(card) in told.stderr
    assert "unknown field 'langauges' (did you mean 'languages'?)" in told.stderr


@pytest.mark.parametrize(
    "words", [("detect", "--as-of", "soon"), ("brief", "--week", "2026-02-30"), ("analyse", "--since", "")]
)
def test_what_is_no_day_is_named_with_its_option(honeyguide, words: tuple[str, ...]) -> None:
    told = honeyguide(*words)
    assert told.returncode == 2
    assert told.stderr.strip().endswith(f"Invalid value for '{words[1]}': '{words[2]}' is no day like 2026-03-31.")


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


def test_a_taken_port_is_named_with_a_remedy(honeyguide, tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        told = honeyguide("dashboard", "--home", str(tmp_path / "home"), "--port", str(port))
    assert told.returncode == 2
    assert str(port) in told.stderr
    assert "--port" in told.stderr


def test_a_home_that_cannot_be_made_is_told(honeyguide, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    told = honeyguide("status", "--home", str(tmp_path / "file" / "home"))
    assert told.returncode == 4
    assert "home folder" in told.stderr


def test_global_options_may_stand_anywhere(honeyguide, tmp_path: Path) -> None:
    before = honeyguide("--home", str(tmp_path / "a"), "status", "--json")
    behind = honeyguide("status", "--json", f"--home={tmp_path / 'a'}")
    assert json.loads(before.stdout)["home"] == json.loads(behind.stdout)["home"] == str(tmp_path / "a")


def test_the_environment_names_the_home(tmp_path: Path) -> None:
    told = program("status", "--json", HONEYGUIDE_HOME=str(tmp_path / "there"))
    assert json.loads(told.stdout)["home"] == str(tmp_path / "there")


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


def test_a_misspelt_language_is_told_before_any_work(tmp_path: Path) -> None:
    told = program("read", "--home", str(tmp_path / "home"), "--set", "language=em")
    assert told.returncode == 2
    assert "setting 'language': there are no phrases for 'em'. Choose one of en, ms." in told.stderr
    assert not (tmp_path / "home").exists()


def test_a_folder_without_indicators_is_told_where_they_were_looked_for(tmp_path: Path) -> None:
    told = program("indicator", "check", str(tmp_path))
    assert told.returncode == 2
    assert f"{tmp_path / 'indicators'}: no such folder" in told.stderr


def test_what_is_told_is_utf8_whatever_the_locale_says(tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "HONEYGUIDE_HOME": str(tmp_path)}
    program = Path(sys.executable).parent / "honeyguide"
    done = subprocess.run(
        [program, "tag"], input="Köchin gesucht – مرحبا".encode(), capture_output=True, check=False, env=environment
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout.decode("utf-8"))["redacted"] == "Köchin gesucht – مرحبا"
