"""Numbers, days and rarities in plain words: what a minister and an analyst both understand."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date

from dashboard.look.speech import later, say

_SMALL = (
    *(later("no"), later("one"), later("two"), later("three"), later("four"), later("five"), later("six")),
    *(later("seven"), later("eight"), later("nine"), later("ten"), later("eleven"), later("twelve")),
)
MONTHS = (
    *(later("January"), later("February"), later("March"), later("April"), later("May"), later("June")),
    *(later("July"), later("August"), later("September"), later("October"), later("November"), later("December")),
)
SHORT = (
    *(later("Jan"), later("Feb"), later("Mar"), later("Apr"), later("May"), later("Jun")),
    *(later("Jul"), later("Aug"), later("Sep"), later("Oct"), later("Nov"), later("Dec")),
)
WEEKDAYS = (
    *(later("Monday"), later("Tuesday"), later("Wednesday"), later("Thursday")),
    *(later("Friday"), later("Saturday"), later("Sunday")),
)


def number(n: int) -> str:
    """Up to twelve in letters ("no" for 0), then in digits with thin groups."""
    return say(_SMALL[n]) if 0 <= n < len(_SMALL) else f"{n:,}"


def counted(n: int, one: str, many: str | None = None) -> str:
    """ "one source", "five sources"; both forms stand in the catalogues."""
    return f"{number(n)} {say(one if n == 1 else many or one + 's')}"


def capital(text: str) -> str:
    """The text with its first letter as a capital, the rest untouched."""
    return text[:1].upper() + text[1:]


def listed(names: Sequence[str], most: int = 4) -> str:
    """ "A, B and C"; past `most`, "A, B and 3 more"."""
    if len(names) > most:
        names = [*names[: most - 1], say("{n} more", n=len(names) - most + 1)]
    both = f" {say('and')} "
    return both.join([", ".join(names[:-1]), names[-1]] if len(names) > 2 else names)


_UNITS = (
    (365.25, 2, later("once in {n} years")),
    (30.44, 3, later("once in {n} months")),
    (7.0, 3, later("once in {n} weeks")),
)


def rarity(days: float) -> str:
    """How seldom chance alone gives such an alarm, over everything watched: "once in 3 years"."""
    if days >= 36525:
        return say("less than once in 100 years")
    for length, least, words in _UNITS:
        if days >= least * length:
            return say(words, n=round(days / length))
    return say("once in {n} days", n=max(1, round(days))) if round(days) > 1 else say("daily")


def day_words(day: date, *, year: bool = True) -> str:
    """ "15 November 2026"."""
    return f"{day.day} {say(MONTHS[day.month - 1])}" + (f" {day.year}" if year else "")


def written_day(text: str) -> str:
    """A day written as 2026-11-15 in words; anything else as it stands."""
    try:
        return day_words(date.fromisoformat(text))
    except ValueError:
        return text


def short_day(day: date) -> str:
    """ "15 Nov"."""
    return f"{day.day} {short_month(day.month)}"


def short_month(month: int) -> str:
    """ "Nov" for 11."""
    return say(SHORT[month - 1])


def month_labels() -> str:
    """The short months as Vega's expression language wants a list: what charts write below their axes."""
    return json.dumps([short_month(month) for month in range(1, 13)], ensure_ascii=False)


def weekday(day: date) -> str:
    """ "Sunday"."""
    return say(WEEKDAYS[day.weekday()])


_LEAST = 0.095  # below it no number is said, but "under 0.1"; the sentences of alarms use the same


def amount(value: float) -> str:
    """An expected number as one would say it: whole above ten, one decimal below, "under 0.1" when less."""
    if value >= 9.95:
        return f"{value:,.0f}"
    if 0 < value < _LEAST:
        return say("under 0.1")
    return f"{value:.1f}".removesuffix(".0")


def about(value: float) -> str:
    """ "about 3.1", "under 0.1"."""
    return amount(value) if 0 < value < _LEAST else say("about {n}", n=amount(value))


def short(value: float) -> str:
    """As `amount`, for columns: "<0.1" when tiny, and a decimal for all below ten but nothing."""
    return "<0.1" if 0 < value < _LEAST else f"{value:.1f}" if 0 < value < 9.95 else amount(value)


def plain(identifier: str) -> str:
    """The words in a card's id: "RF01_UPFRONT_FEE" gives "upfront fee", "V_FARM" gives "farm"."""
    return identifier.partition("_")[2].replace("_", " ").lower() or identifier.lower()
