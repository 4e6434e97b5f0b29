"""Which field of a record is which, guessed from names and values: for proposing a card, never for reading by it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from crawlers.extract.dates import DateReader

type Row = Mapping[str, Any]

#: By the last part of a field's name, likeliest first.
_NAMES: dict[str, tuple[str, ...]] = {
    "native_id": (r"^id$", r"^(guid|uuid|_id)$", r"(^|_)(case|job|post|ad|ref\w*)_?(id|no|nr|number)$", r"(_|\b)id$"),
    "title": (r"^(title|subject|headline)$", r"(job|post)_?title", r"^name$", r"title"),
    "date": (
        r"^(date_?)?(published|posted)",
        r"^creat",
        r"(published|posted|created|post|start)\w*(date|at)?$",
        r"date",
    ),
    "author": (r"^(author|user_?name|by|creator|poster)$", r"(author|user)_?name$"),
    "url": (r"^(url|link|permalink|href)$", r"(url|link)$"),
    "language": (r"^lang(uage)?$",),
    "country": (r"^country_?code$",),
}
_PLACE = re.compile(r"(^|_)(city|town|district|state|province|region|location|place)$", re.IGNORECASE)
_NEXT = re.compile(r"^(next|next_?page|next_?link|next_?url|more)$|nextLink$", re.IGNORECASE)
_TRIED = 50


def guess_fields(rows: Sequence[Row]) -> dict[str, list[str]]:
    """Names of a record's fields by what they hold: `text`, `place`, and each of the above that is there."""
    rows = rows[:_TRIED]
    names = list(dict.fromkeys(name for row in rows for name in row))
    found: dict[str, list[str]] = {}
    for field, patterns in _NAMES.items():
        if name := _named(names, patterns, rows, _TESTS.get(field, _any)):
            found[field] = [name]
            if field != "title":
                names.remove(name)
    if places := [name for name in names if _PLACE.search(_last(name))]:
        found["place"] = places[:3]
    texts = {name: _length(rows, name) for name in names if name not in places and name not in found.get("title", ())}
    found["text"] = [max(texts, key=lambda name: texts[name])] if texts else found.get("title", names[:1])
    return found


def guess_mapping(data: Any, url: str) -> dict[str, str] | None:
    """A `mapping` for JSON that holds a list of records somewhere, or None where it holds none."""
    lists = list(_lists(data, ()))
    if not lists:
        return None
    at, records = max(lists, key=lambda one: len(str(one[1])))
    fields = guess_fields([dict(_flat(record)) for record in records])
    mapping = {"items": _path(at) or "@"}
    for field, names in fields.items():
        paths = [_path(name.split("\x1f")) for name in names]
        mapping[field] = paths[0] if len(paths) == 1 else f"[{', '.join(paths)}]"
    if following := next(iter(_following(data, (), at)), None):
        mapping["next"] = following
    else:
        pages = [
            name for name, value in parse_qsl(urlsplit(url).query) if re.match(r"page|p$", name) and value.isdigit()
        ]
        mapping.update({"page": pages[0]} if pages else {})
    return mapping


def _named(
    names: list[str], patterns: Iterable[str], rows: Sequence[Row], fits: Callable[[list[str]], bool]
) -> str | None:
    for pattern in patterns:
        for name in names:
            if re.search(pattern, _last(name), re.IGNORECASE):
                values = [str(row[name]) for row in rows if row.get(name) not in (None, "")]
                if values and fits(values):
                    return name
    return None


def _any(_: list[str]) -> bool:
    return True


def _dates(values: list[str]) -> bool:
    reader = DateReader("UTC", datetime.now(UTC))
    return sum(reader.read(value) is not None for value in values) >= 0.9 * len(values)


def _distinct(values: list[str]) -> bool:
    return len(set(values)) == len(values)


_TESTS: dict[str, Callable[[list[str]], bool]] = {
    "date": _dates,
    "native_id": _distinct,
    "url": lambda values: all(re.match(r"https?://|/", value) for value in values),
    "language": lambda values: all(len(value) <= 5 for value in values),
    "country": lambda values: all(re.fullmatch("[A-Z]{2}", value) for value in values),
}


def _last(name: str) -> str:
    return name.rsplit("\x1f", 1)[-1]


def _length(rows: Sequence[Row], name: str) -> int:
    return sum(len(value) for row in rows if isinstance(value := row.get(name), str))


def _lists(value: Any, at: tuple[str, ...]) -> Iterable[tuple[tuple[str, ...], list[Any]]]:
    """Lists of records, at most four steps down."""
    if isinstance(value, list) and value and all(isinstance(one, dict) for one in value):
        yield at, value
    elif isinstance(value, dict) and len(at) < 4:
        for name, one in value.items():
            yield from _lists(one, (*at, name))


def _flat(record: Mapping[str, Any], at: str = "") -> Iterable[tuple[str, Any]]:
    """Fields of a record and of the records right in it; names of nested ones are joined by a separator."""
    for name, value in record.items():
        if isinstance(value, dict) and not at:
            yield from _flat(value, name + "\x1f")
        elif not isinstance(value, dict | list):
            yield at + name, value


def _following(data: Any, at: tuple[str, ...], items: tuple[str, ...]) -> Iterable[str]:
    if isinstance(data, dict) and len(at) < 3:
        for name, value in data.items():
            if isinstance(value, str) and _NEXT.search(name) and re.match(r"https?://|/|\?", value):
                yield _path((*at, name))
            elif (*at, name) != items:
                yield from _following(value, (*at, name), items)


def _path(steps: Iterable[str]) -> str:
    """A JMESPath, its names quoted where they must be."""
    return ".".join(step if re.fullmatch(r"[A-Za-z_]\w*", step) else f'"{step}"' for step in steps)
