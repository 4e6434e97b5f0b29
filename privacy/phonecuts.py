"""Where a chain of digits is cut: at line ends, strong signs and fresh beginnings, where two numbers stand in a row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from privacy import digitchains
from privacy.digitchains import Atom
from privacy.phoneforms import LONGEST, SHORTEST, valid

_STRONG_GAP = re.compile(r"\s[/|&;,]\s|[;|&,]|\n|\s{3,}|/")
_LINE_END = re.compile(r"\n")


def parts(chain: list[Atom], text: str, country: str | None) -> Iterator[list[Atom]]:
    """A chain as it is, or cut where two numbers stand side by side."""
    total = digitchains.total(chain)
    if total < SHORTEST:
        return
    lines = _cut(chain, text, _LINE_END)
    if len(lines) > 1 and any(digitchains.total(line) >= SHORTEST + 2 for line in lines):
        yield from (line for line in lines if digitchains.total(line) >= SHORTEST)
        return
    strong = _cut(chain, text, _STRONG_GAP)
    if len(strong) > 1 and all(digitchains.total(part) >= SHORTEST for part in strong):
        yield from strong
    elif total <= LONGEST:
        yield _trimmed(chain, text, country)
    else:
        greedy = list(_greedy(chain, text))
        short = any(digitchains.total(part) < SHORTEST for part in greedy)
        yield from (_halves(chain) if short else None) or greedy


def _cut(chain: list[Atom], text: str, gap: re.Pattern[str]) -> list[list[Atom]]:
    parts = [[chain[0]]]
    for before, atom in pairwise(chain):
        if gap.search(text[before.end : atom.start]):
            parts.append([])
        parts[-1].append(atom)
    return parts


def _halves(chain: list[Atom]) -> list[list[Atom]] | None:
    """A chain cut in two numbers of one length at its one widest gap ("913 555 014 🌶 921 555 015"), or None."""
    gaps = [atom.start - last.end for last, atom in pairwise(chain)]
    at = gaps.index(max(gaps)) + 1 if gaps else 0
    left, right = digitchains.total(chain[:at]), digitchains.total(chain[at:])
    alike = gaps.count(max(gaps, default=0)) == 1 and abs(left - right) < 2 and min(left, right) >= SHORTEST
    return [chain[:at], chain[at:]] if alike and max(left, right) <= LONGEST else None


def _greedy(chain: list[Atom], text: str) -> Iterator[list[Atom]]:
    """Cut a long chain before a run that begins like a number ("0…", "+…") or when it would grow too long."""
    part: list[Atom] = []
    for atom in chain:
        fresh = atom.digits.startswith("0") or text[max(0, atom.start - 2) : atom.start].find("+") >= 0
        if part and (digitchains.total(part) + len(atom.digits) > LONGEST or (fresh and digitchains.total(part) >= 9)):
            yield part
            part = []
        part.append(atom)
    if part:
        yield part


def _trimmed(chain: list[Atom], text: str, country: str | None) -> list[Atom]:
    """Without a short first or last run (an age, an hour) when only the rest is a number."""
    if len(chain) < 2 or valid(digitchains.signed(chain, text), country):
        return chain
    if chain[-1].plain and not any(atom.plain for atom in chain[:-1]) and digitchains.total(chain[:-1]) > SHORTEST + 2:
        return chain[:-1]  # a number in words, and then a price
    for rest, dropped in ((chain[1:], chain[0]), (chain[:-1], chain[-1])):
        if len(dropped.digits) <= 3 and digitchains.total(rest) >= 9 and valid(digitchains.signed(rest, text), country):
            return rest
    return chain
