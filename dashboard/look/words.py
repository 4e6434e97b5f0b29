"""Numbers, days and rarities in plain words: what a minister and an analyst both understand."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

_SMALL = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]


def number(n: int) -> str:
    """Up to twelve in letters ("no" for 0), then in digits with thin groups."""
    return _SMALL[n] if 0 <= n < len(_SMALL) else f"{n:,}"


def counted(n: int, one: str, many: str | None = None) -> str:
    """ "one source", "five sources"."""
    return f"{number(n)} {one if n == 1 else many or one + 's'}"


def capital(text: str) -> str:
    """The text with its first letter as a capital, the rest untouched."""
    return text[:1].upper() + text[1:]


def listed(names: Sequence[str], most: int = 4) -> str:
    """ "A, B and C"; past `most`, "A, B and 3 more"."""
    if len(names) > most:
        names = [*names[: most - 1], f"{len(names) - most + 1} more"]
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 2 else names)


def rarity(days: float) -> str:
    """How seldom chance alone gives such an alarm, over everything watched: "once in 3 years"."""
    if days >= 36525:
        return "less than once in 100 years"
    for unit, length, least in (("year", 365.25, 2), ("month", 30.44, 3), ("week", 7.0, 3)):
        if days >= least * length:
            return f"once in {round(days / length)} {unit}s"
    return f"once in {max(1, round(days))} days" if round(days) > 1 else "daily"


def day_words(day: date, *, year: bool = True) -> str:
    """ "15 November 2026"."""
    return f"{day.day} {day:%B}" + (f" {day.year}" if year else "")


def short_day(day: date) -> str:
    """ "15 Nov"."""
    return f"{day.day} {day:%b}"


def amount(value: float) -> str:
    """An expected number as one would say it: whole above ten, one decimal below, "under 0.1" when tiny."""
    if value >= 9.95:
        return f"{value:,.0f}"
    if 0 < value < 0.05:
        return "under 0.1"
    return f"{value:.1f}".removesuffix(".0")


def about(value: float) -> str:
    """ "about 3.1", "under 0.1"."""
    said = amount(value)
    return said if said.startswith("under") else f"about {said}"


def short(value: float) -> str:
    """As `amount`, for columns: "<0.1" when tiny."""
    return amount(value).replace("under ", "<")


def plain(identifier: str) -> str:
    """The words in a card's id: "RF01_UPFRONT_FEE" gives "upfront fee", "V_FARM" gives "farm"."""
    return identifier.partition("_")[2].replace("_", " ").lower() or identifier.lower()
