"""The block about a repeated record that tells its author or its time as well: a cell's row, a body's post."""

from __future__ import annotations

from typing import Any

from crawlers.extract.clues import is_name, names_person
from crawlers.extract.regions import apart
from crawlers.extract.weights import Weight, is_container


def widened(members: tuple[Any, ...], weights: dict[Any, Weight]) -> tuple[Any, ...]:
    """The widest blocks that hold one record each, where each holds a time, or an author, that the record does not."""
    known = set(members)
    if len(members) < 2 or any(above in known for one in members for above in one.iterancestors()):
        return members
    wide = _of_one_kind(apart(list(members)), members)
    pairs = [(weights[outer], weights[inner]) for outer, inner in zip(wide, members, strict=True)]
    timed = all(outer.times > inner.times for outer, inner in pairs)
    # Where no clue tells the authors, a link beside the record may be theirs.
    named = all(not inner.authors and (outer.authors or outer.linked > inner.linked) for outer, inner in pairs)
    named = named or any(not any(map(tells, members)) and all(map(tells, wide)) for tells in (_named_within, _is_named))
    fits = all(is_container(outer) for outer in wide)
    return tuple(wide) if fits and (timed or named) else members


def completed(members: list[Any], weights: dict[Any, Weight]) -> list[Any]:
    """The records, those few that tell no time with the widest block about each that tells one, and holds no other."""
    silent = [one for one in members if not weights[one].times]
    if not silent or 2 * len(silent) > len(members):
        return members
    wide = dict(zip(members, apart(members), strict=True))
    return [wide[one] if one in silent and 0 < weights[wide[one]].times <= _TIMES else one for one in members]


#: So many times at most are told by one post.
_TIMES = 2


def _of_one_kind(wide: list[Any], members: tuple[Any, ...]) -> list[Any]:
    """The widest blocks, or those within them that are of one kind throughout, where they are of several."""
    if len({one.tag for one in wide}) == 1:
        return wide
    chains = [
        [one for one in (inner, *inner.iterancestors()) if one is outer or outer in one.iterancestors()]
        for outer, inner in zip(wide, members, strict=True)
    ]
    kinds = set.intersection(*({(one.tag, one.get("class")) for one in chain} for chain in chains))
    inner = [[one for one in chain if (one.tag, one.get("class")) in kinds] for chain in chains]
    return [chain[-1] for chain in inner] if all(inner) else wide


def _named_within(record: Any) -> bool:
    return any(names_person(one) > 1 for one in record.iter("*"))


def _is_named(record: Any) -> bool:
    """Whether something in a record is called a name: links to a member's page may be buttons."""
    return any(map(is_name, record.iter("*")))
