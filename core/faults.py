"""Faults of what people write, settings and cards, in words that need no knowledge of the library that found them."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from typing import Any

_LONGEST_SHOWN = 40  # characters of a wrong value that are told again

_NUMBER, _WHOLE, _TEXT = "must be a number", "must be a whole number", "must be a text, in quotes"
_TABLE, _LIST = "must be a table of keys", 'must be a list, like ["one", "other"]'
_PLAIN = {
    "bool_parsing": "must be true or false",
    "bool_type": "must be true or false",
    "dict_type": _TABLE,
    "finite_number": "must be a finite number",
    "float_parsing": _NUMBER,
    "float_type": _NUMBER,
    "greater_than": "must be more than {gt}",
    "greater_than_equal": "must be {ge} or more",
    "int_from_float": _WHOLE,
    "int_parsing": _WHOLE,
    "int_type": _WHOLE,
    "less_than": "must be less than {lt}",
    "less_than_equal": "must be {le} or less",
    "list_type": _LIST,
    "literal_error": "must be {expected}",
    "missing": "is missing",
    "model_type": _TABLE,
    "path_type": "must be the path of a file or folder, in quotes",
    "string_pattern_mismatch": "must have the form {pattern}",
    "string_too_short": "is empty",
    "string_type": _TEXT,
    "too_short": "is empty",
    "tuple_type": _LIST,
}


def closest(name: str, known: Iterable[str]) -> str:
    """A hint " (did you mean 'x'?)", or nothing."""
    near = nearest(name, known)
    return f" (did you mean '{near}'?)" if near else ""


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The one that was probably meant, if any."""
    names, wanted = list(known), name.rsplit(".", 1)[-1]
    near = difflib.get_close_matches(wanted, names, n=1) or [one for one in names if one.startswith(f"{wanted}_")]
    return near[0] if near else None


def plainly(fault: Mapping[str, Any]) -> str:
    """What pydantic found wrong with one value, as what the value has to be, and what was found instead."""
    plain = _PLAIN.get(fault["type"])
    if plain is None:
        return str(fault["msg"]).removeprefix("Value error, ")
    told = plain.format_map(fault.get("ctx", {}))
    found = fault.get("input")
    if found == "" or not isinstance(found, str | int | float) or len(str(found)) > _LONGEST_SHOWN:
        return told
    return f"{told}, not {_written(found)}"


def _written(value: str | float) -> str:
    """A value as a card or settings file has it."""
    return str(value).lower() if isinstance(value, bool) else repr(value)
