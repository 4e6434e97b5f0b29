"""What the demo says at its end."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import Any

import pytest

from flows import rehearsal


def test_the_demo_ends_with_how_to_look_at_it_again(
    make_house: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = rehearsal.fresh_home(tmp_path / "my home", 1)
    monkeypatch.setattr(rehearsal, "ranked", lambda _: ["0 spikes"])
    figures = {"documents": 9, "seconds": 1.0, "found": 3, "planted": 3, "false_alarms": 0, "unplanted": 1, "limit": 25}
    score = rehearsal.DemoScore(home, figures | {"budget": 1.0}, True, ())
    lines = rehearsal.told(make_house(tmp_path / "other"), score).splitlines()
    assert "1 not planted, where up to 25 may come in the weeks judged" in lines[1]
    command = shlex.split(lines[-1].partition(": ")[2])
    assert command == ["honeyguide", "--home", str(home), "dashboard"]
