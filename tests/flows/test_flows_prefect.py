"""The Prefect flows run the very same steps, with a server of their own and nothing outside the home."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from flows.prefecture import FLOWS

ROOT = Path(__file__).parents[2]
PROGRAM = str(Path(sys.executable).parent / "honeyguide")


DAILY_STEPS, WEEKLY_STEPS = 5, 3


@pytest.mark.full
@pytest.mark.parametrize(
    ("flows", "digests"), [((("daily", DAILY_STEPS, 3), ("weekly", WEEKLY_STEPS, 0)), 1)], ids=["daily and weekly"]
)
def test_the_flows_do_what_run_does(tmp_path: Path, flows: tuple[tuple[str, int, int], ...], digests: int) -> None:
    """A row without a day is a dead letter, which the code of the command tells, as that of `run` does."""
    cards = tmp_path / "home" / "sources"
    cards.mkdir(parents=True)
    (cards / "rows.csv").write_text(
        "id,when,text\n1,2026-01-05,Waiter wanted in Ipoh\n2,2026-01-06,Cleaner wanted in Klang\n"
        "3,soon,Cook wanted in Klang\n",
        encoding="utf-8",
    )
    (cards / "own.yml").write_text(
        "id: own-table\nname: Own\nkind: table\npaths: [rows.csv]\ntimezone: UTC\n"
        "columns: {native_id: [id], text: [text], published: when}\nterms: {says: ours, fair_because: ours}\n",
        encoding="utf-8",
    )
    environment = {key: value for key, value in os.environ.items() if not key.startswith("PREFECT_")}
    for name, steps, code in flows:
        done = subprocess.run(
            [PROGRAM, "flow", name, "--home", tmp_path / "home"],
            capture_output=True,
            text=True,
            check=False,
            env=environment,
        )
        assert done.returncode == code, done.stderr[-2000:]
        assert len([line for line in done.stderr.splitlines() if " done" in line]) == steps
    status = subprocess.run(
        [PROGRAM, "status", "--json", "--home", tmp_path / "home"], capture_output=True, text=True, check=True
    )
    kept = json.loads(status.stdout)["kept"]
    assert (kept["documents"], kept["readings"], kept["digests"]) == (2, 2, digests)
    assert (tmp_path / "home" / "prefect").is_dir()


def test_the_schedules_name_flows_that_exist() -> None:
    deployments = yaml.safe_load((ROOT / "prefect.yaml").read_text(encoding="utf-8"))["deployments"]
    assert {one["name"] for one in deployments} == set(FLOWS)
    for one in deployments:
        module, _, flow = one["entrypoint"].partition(":")
        assert (module, flow) == (FLOWS[one["name"]], one["name"])
        assert one["concurrency_limit"] == 1
        assert one["schedules"]
