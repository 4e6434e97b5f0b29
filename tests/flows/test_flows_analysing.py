"""The number of the analysis: other rules, another number, also where they are rules of long ago."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

from flows import analysing


def test_rules_put_back_after_others_have_a_new_number(make_house: Any, tmp_path: Path) -> None:
    house = make_house(tmp_path / "home")

    def under(rules: str) -> str:
        house.__dict__["reader"] = SimpleNamespace(version=rules)
        return analysing.version(house)

    assert [under(rules) for rules in ("a", "a", "b", "b", "a", "a", "b", "c")] == list("11223345")
    house.store.close()


def test_numbers_kept_by_an_earlier_honeyguide_go_on(make_house: Any, tmp_path: Path) -> None:
    house = make_house(tmp_path / "home")
    house.store.set_state("analysis versions", {"of old": "1", "later": "2"})
    assert analysing.version(house) == analysing.version(house) == "3"
    house.store.close()
