"""Days written out in English, with or without a clock, as most boards write them: read without trying languages."""

from __future__ import annotations

import re
from datetime import datetime

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_PLAIN = re.compile(
    r"(?:(?:mon|tue|wed|thu|fri|sat|sun)(?:day|sday|nesday|rsday|urday)?,? )?"
    rf"(?:(?P<day>{_DAY}) (?P<month>{_MONTH})|(?P<named>{_MONTH}) (?P<numbered>{_DAY})),? (?P<year>(?:19|20)\d\d)"
    r"(?:(?:,| at)? (?P<hour>\d{1,2}):(?P<minute>[0-5]\d)(?: ?(?P<half>[ap])m)?)?",
    re.IGNORECASE,
)


def plain_moment(text: str) -> datetime | None:
    """The moment that a text is, and nothing beside it; None for every other text, and for a day that is none.

    What is read is what dateparser reads, which asks one language after the other whether the text is in it.
    """
    match = _PLAIN.fullmatch(text)
    hour = _hour(match["hour"], match["half"]) if match else None
    if match is None or hour is None:
        return None
    month = _MONTHS.index((match["month"] or match["named"])[:3].lower()) + 1
    try:
        return datetime(
            int(match["year"]), month, int(match["day"] or match["numbered"]), hour, int(match["minute"] or 0)
        )
    except ValueError:
        return None


def _hour(told: str | None, half: str | None) -> int | None:
    """The hour of the day; None where a clock of twelve hours or of the day does not have it."""
    hour = int(told or 0)
    if half is None:
        return hour if hour < 24 else None
    return hour % 12 + (12 if half.lower() == "p" else 0) if 1 <= hour <= 12 else None
