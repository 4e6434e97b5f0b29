"""What a step did: how much, what it found, what it could not process, and what to tell the one who ran it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Outcome:
    """`done` things processed, `found` by name, dead `letters`, sentences to tell (`notes`), and named `alarms`."""

    step: str
    done: int = 0
    found: Mapping[str, int] = field(default_factory=dict)
    letters: int = 0
    notes: tuple[str, ...] = ()
    alarms: tuple[str, ...] = ()

    def __add__(self, other: Outcome) -> Outcome:
        return Outcome(
            self.step,
            self.done + other.done,
            dict(Counter(self.found) + Counter(other.found)),
            self.letters + other.letters,
            self.notes + other.notes,
            self.alarms + other.alarms,
        )

    def sentence(self) -> str:
        """One line for a person."""
        found = ", ".join(f"{number:,} {name}" for name, number in self.found.items())
        dead = f", {self.letters:,} dead letters" if self.letters else ""
        return f"{self.step}: {self.done:,} done{', ' + found if found else ''}{dead}"
