"""When a post was published, as its page says: never when it was fetched. Unknown stays unknown."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

#: Before this no public board was on the web; a date before it is a misreading.
EARLIEST = date(1995, 1, 1)

_ISO_DAY = re.compile(r"^\d{4}-\d{2}-\d{2}$")
#: With dots between them numbers are day, month and year wherever dates are written so.
_DOTTED = re.compile(r"^\D{0,12}(\d{1,2})\.\s?(\d{1,2})\.\s?(20\d\d|19\d\d)\D{0,8}(?:(\d{1,2}:\d{2}))?")
_EPOCH = re.compile(r"^\d{10}(\d{3})?$")
_ISO = re.compile(r"^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(:\d{1,2})?(?:[.,]\d+)?\s?(Z|UTC|[+-]\d{2}:?\d{2})?")
_HAS_DAY = re.compile(
    r"\d|yesterday|today|gestern|heute|hier|ayer|hoy|semalam|kelmarin|kemarin|hari ini", re.IGNORECASE
)
_HAS_CLOCK = re.compile(r"\d{1,2}[:.h]\d{2}|\b\d{1,2}\s?[ap]\.?m\b", re.IGNORECASE)
_AGO = re.compile(r"\b(ago|vor|il y a|hace|lalu|yang lalu|atrás|just now|baru saja|sekarang)\b", re.IGNORECASE)
_SMALL_AGO = re.compile(
    r"\b(second|minute|min|hour|hr|detik|saat|menit|minit|jam|Stunde|Minute|heure|hora)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Published:
    """A day, and the instant where the source gives one."""

    day: date
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class DateReader:
    """How dates of one source are read: its languages, timezone and format; `seen` is when the page was fetched.

    `seen` serves only to understand "two hours ago" and to refuse dates that lie in the future. Where the timezone is
    not known (None), the day is the one that the source itself writes, by whatever offset it names, and the instant
    keeps that offset. `day_first` says how 02/03/2026 is meant, where that is known.
    """

    timezone: str | None
    seen: datetime
    languages: tuple[str, ...] = ()
    form: str | None = None
    day_first: bool | None = None

    def read(self, text: str) -> Published | None:
        """The date that a text states, or None: for no date, an unclear one, one in the future or before 1995."""
        text = " ".join(text.split())[:80]
        if not text:
            return None
        found = self._exact(text) or self._spoken(text)
        return found if found and self._plausible(found) else None

    def _exact(self, text: str) -> Published | None:
        if self.form:
            try:
                return self._placed(datetime.strptime(text, self.form), _form_has_clock(self.form))
            except ValueError:
                pass
        if _ISO_DAY.match(text):
            return _day(text)
        if match := _DOTTED.match(text):
            day, month, year, clock = match.groups()
            return self._exact(f"{year}-{int(month):02d}-{int(day):02d}" + (f"T{clock:0>5}" if clock else ""))
        if _EPOCH.match(text):
            return self._placed(datetime.fromtimestamp(int(text[:10]), UTC), True)
        if match := _ISO.match(text):
            day, clock, _, offset = match.groups()
            try:
                return self._placed(datetime.fromisoformat(f"{day}T{clock}{_offset(offset)}"), True)
            except ValueError:
                return None
        return None

    def _spoken(self, text: str) -> Published | None:
        if not _HAS_DAY.search(text):
            return None
        moment = _parsed(
            text, self.languages, self.timezone or "UTC", self.seen.replace(second=0, microsecond=0), self.day_first
        )
        if moment is None:
            return None
        clock = bool(_HAS_CLOCK.search(text) or (_AGO.search(text) and _SMALL_AGO.search(text)))
        return self._placed(moment, clock)

    def _placed(self, moment: datetime, clock: bool) -> Published:
        if self.timezone is None:
            local = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment
        else:
            zone = ZoneInfo(self.timezone)
            local = moment.replace(tzinfo=zone) if moment.tzinfo is None else moment.astimezone(zone)
        instant = local if self.timezone is None else local.astimezone(UTC)
        return Published(local.date(), instant if clock else None)

    def _plausible(self, found: Published) -> bool:
        return EARLIEST <= found.day <= (self.seen + timedelta(days=1, hours=2)).date()


def day_first(texts: Iterable[str]) -> bool | None:
    """Whether numeric dates on one page put the day first: told by one that can be read in one way only."""
    for text in texts:
        if match := _NUMERIC.search(text):
            first, second = int(match[1]), int(match[2])
            if first > 12 >= second:
                return True
            if second > 12 >= first:
                return False
    return None


_NUMERIC = re.compile(r"\b(\d{1,2})[./-](\d{1,2})[./-](?:\d{4}|\d{2})(?!\d)")


def _offset(text: str | None) -> str:
    return "+00:00" if text in ("Z", "UTC") else text or ""


def _day(text: str) -> Published | None:
    try:
        return Published(date.fromisoformat(text))
    except ValueError:
        return None


def _form_has_clock(form: str) -> bool:
    return any(mark in form for mark in ("%H", "%I", "%c", "%X", "%s"))


@lru_cache(maxsize=4096)
def _parsed(
    text: str, languages: tuple[str, ...], timezone: str, seen: datetime, day_first: bool | None
) -> datetime | None:
    from dateparser import parse

    settings: dict[str, Any] = {
        "RELATIVE_BASE": seen.astimezone(ZoneInfo(timezone)).replace(tzinfo=None),
        "PREFER_DATES_FROM": "past",
        # A clock without a day is no date: dateparser would quietly take the day of fetching.
        "REQUIRE_PARTS": ["day", "month"],
        "STRICT_PARSING": False,
        "NORMALIZE": True,
    }
    if day_first is not None or (languages and languages != ("en",)):
        settings["DATE_ORDER"] = "MDY" if day_first is False else "DMY"
    try:
        found: datetime | None = parse(text, languages=_known(languages) or None, settings=settings)
    except (ValueError, OverflowError, RecursionError):
        return None
    return found


@lru_cache(maxsize=64)
def _known(languages: tuple[str, ...]) -> list[str]:
    from dateparser.data.languages_info import language_order

    wanted = [language for language in languages if language in language_order]
    # Boards in other languages often keep their software's English dates.
    return list(dict.fromkeys([*wanted, "en"])) if wanted else []
