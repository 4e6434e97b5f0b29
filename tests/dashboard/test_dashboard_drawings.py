"""Small pictures say what the number beside them says."""

from __future__ import annotations

import base64
import re

import pytest

from dashboard.look.drawings import Step, sparkline
from dashboard.look.palette import LIGHT


def drawn(image: str) -> str:
    found = re.search(r'base64,([^"]+)"', image)
    assert found
    return base64.b64decode(found.group(1)).decode()


@pytest.mark.parametrize(("dot", "x"), [(None, "126.0"), (0, "2.0"), (1, "64.0")])
def test_the_dot_of_a_line_stands_on_the_week_asked_for(dot: int | None, x: str) -> None:
    assert f'<circle cx="{x}"' in drawn(sparkline([Step(1), Step(9), Step(2)], LIGHT, dot=dot))


@pytest.mark.parametrize("steps", [[], [Step(None)], [Step(3), Step(None)]])
def test_where_nothing_was_observed_there_is_no_dot(steps: list[Step]) -> None:
    assert "<circle" not in drawn(sparkline(steps, LIGHT))
