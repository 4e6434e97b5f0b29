"""The invented sources, how much is written on each, and which of them is old, new or falls silent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

type Make = Literal["lapak", "iklan", "borak", "sembang", "lantern", "door", "line"]


@dataclass(frozen=True, slots=True)
class Outlet:
    """A site: id, name, make of its pages; posts a day for a city of weight 1, in the full and in the small world."""

    id: str
    name: str
    make: Make
    full: float = 0.0
    small: float = 0.0


LAPAK = Outlet("demo-lapak", "Lapak Kita", "lapak", 0.39, 0.22)
IKLAN = Outlet("demo-iklan", "Iklanria", "iklan", 0.82, 0.43)
BORAK = Outlet("demo-borak", "Borak Forum", "borak", 0.78, 0.42)
SEMBANG = Outlet("demo-sembang", "Sembang Baru", "sembang", 0.75, 0.42)
LANTERN = Outlet("demo-lantern", "The Straits Lantern", "lantern", 0.9, 0.35)
DOOR = Outlet("demo-open-door", "Open Door", "door")
LINE = Outlet("demo-help-line", "Talian Pintu", "line")

BOARDS = (LAPAK, IKLAN, BORAK, SEMBANG)
OUTLETS = (*BOARDS, LANTERN, DOOR, LINE)
ADS = (LAPAK.id, IKLAN.id)
TALK = (BORAK.id, SEMBANG.id)

SILENT = IKLAN.id
SILENT_FROM = 161
"""Its last three weeks are missing."""
NEW = SEMBANG.id
NEW_FROM = 119
"""It opens in the week after this day."""

SIGN_SHARE = 0.075
NEED_SHARE = 0.022
NEGATIVE_SHARE = 0.04
