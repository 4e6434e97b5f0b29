"""The contract between processes: what is written is read elsewhere, and a kill leaves whole calls only."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

from core.records import Gap
from stores.base import EvidenceQuery, Store

ROOT = Path(__file__).parents[2]

# Puts batches of ten analysed documents until it is killed or told that it is enough, saying after each that it is
# durable.
WRITER = """
import importlib.util, sys
from pathlib import Path
spec = importlib.util.spec_from_file_location("builders", sys.argv[1])
make = importlib.util.module_from_spec(spec)
spec.loader.exec_module(make)
from stores import open_store
store = open_store(sys.argv[2], Path(sys.argv[3]))
first, last = int(sys.argv[4]), int(sys.argv[5])
for start in range(first, last, 10):
    if Path(sys.argv[3]).with_name("enough").exists():
        break
    documents = [make.document(n) for n in range(start, start + 10)]
    store.put_documents(documents, [make.sketch(d, d.group_id.__hash__() % 99, folded=d.id) for d in documents])
    store.replace_findings([make.analysed(d, "signal:any") for d in documents])
    store.set_counted([d.group_id for d in documents], [make.finding(d).id for d in documents])
    print(start + 10, flush=True)
"""


def writer(setting: str, home: Path, first: int, last: int) -> subprocess.Popen[str]:
    builders = Path(__file__).with_name("conftest.py")
    arguments = [str(builders), setting, str(home), str(first), str(last)]
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, *arguments],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        text=True,
    )


def test_what_one_opening_writes_another_reads_at_once(reopen: Callable[[], Store], make: SimpleNamespace) -> None:
    one, other = reopen(), reopen()
    for number in range(5):
        one.put_documents([make.document(number)])
        assert other.document(make.document(number).id) == make.document(number)


def test_two_processes_write_to_one_new_store(reopen: Callable[[], Store], setting: str, tmp_path: Path) -> None:
    writers = [writer(setting, tmp_path / "home", first, first + 60) for first in (0, 60)]
    assert [process.wait(180) for process in writers] == [0, 0]
    store = reopen()
    assert store.tallies()["documents"] == 120
    assert [count.groups for count in store.counts("city")] == [120]


def test_a_kill_in_mid_write_leaves_whole_calls_and_a_second_run_completes_them(
    reopen: Callable[[], Store], setting: str, tmp_path: Path
) -> None:
    process = writer(setting, tmp_path / "home", 0, 10**9)
    assert process.stdout is not None
    durable = 0
    for line in process.stdout:
        durable = int(line)
        if durable >= 50:
            process.send_signal(signal.SIGKILL)
            break
    process.stdout.close()
    assert process.wait(180) == -signal.SIGKILL
    store = reopen()
    tallies = store.tallies()
    documents, findings = tallies["documents"], tallies["findings"]
    assert documents >= durable
    assert documents % 10 == findings % 10 == 0
    assert documents - findings in (0, 10)
    assert sum(count.groups for count in store.counts("city")) == findings - tallies["groups_to_count"]
    again = writer(setting, tmp_path / "home", 0, documents)
    again.communicate(timeout=300)
    assert again.returncode == 0
    assert [count.groups for count in store.counts("city")] == [documents]


def test_who_reads_while_another_process_writes_waits_for_no_lock_and_sees_whole_calls(
    reopen: Callable[[], Store], setting: str, tmp_path: Path, make: SimpleNamespace
) -> None:
    """Whole calls in SQLite alone: Elasticsearch shows what a call has written so far (docs/elasticsearch.md)."""
    reader, seen = reopen(), [0]
    process = writer(setting, tmp_path / "home", 0, 10**9)
    while process.poll() is None:
        seen.append(sum(count.groups for count in reader.counts("city")))
        seen.append(len(reader.findings_counted("posts", "signal:any", "city", None, make.DAY, make.DAY)))
        reader.evidence(EvidenceQuery())
        reader.tallies()
        if len(set(seen)) > 8:  # however seldom a busy machine lets the reader look
            (tmp_path / "enough").touch()
    assert process.wait() == 0
    assert seen == sorted(seen)
    if setting == "sqlite":
        assert [number % 10 for number in seen] == [0] * len(seen)
    assert len(set(seen)) > 8


def test_a_week_is_read_whole_while_it_is_written_anew(
    reopen: Callable[[], Store], setting: str, make: SimpleNamespace
) -> None:
    def of(size: int) -> list[Gap]:
        return [Gap("need:S_SHELTER", "city", str(n), make.DAY, n, 1, float(n), 0.0, float(n)) for n in range(size)]

    writing, reading, sizes = reopen(), reopen(), []
    writing.put_gaps(of(40), [])

    def write() -> None:
        for turn in range(20):
            writing.put_gaps(of((40, 7)[turn % 2]), [])

    thread = threading.Thread(target=write)
    thread.start()
    while thread.is_alive():
        sizes.append(len(reading.gaps(make.DAY)))
    assert len(reading.gaps(make.DAY)) == 7
    assert set(sizes) <= ({40, 7} if setting == "sqlite" else set(range(41)))


def test_many_threads_may_use_one_opening(store: Store, make: SimpleNamespace) -> None:
    failures: list[BaseException] = []

    def work(first: int) -> None:
        try:
            for number in range(first, first + 10):
                store.put_documents([make.document(number)])
                assert store.document(make.document(number).id) is not None
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=work, args=(first,)) for first in range(0, 40, 10)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert store.tallies()["documents"] == 40
