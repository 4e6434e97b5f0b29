"""When a post was published, as its page says: never when it was fetched. Unknown stays unknown."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from functools import lru_cache
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

from crawlers.extract.calendars import in_common
from crawlers.extract.days import DAY_NAME, MORE_WHILES, NAMED_DAY, in_known_words, in_order, named_day
from crawlers.extract.plain_days import plain_figures, plain_moment

#: Before this no public board was on the web; a date before it is a misreading.
EARLIEST = date(1995, 1, 1)

#: So much of what is said of a date is read.
_LONGEST = 80
_ISO_DAY = re.compile(r"^\d{4}-\d{2}-\d{2}$")
#: With dots between them numbers are day, month and year wherever dates are written so.
_DOTTED = re.compile(r"^\D{0,12}(\d{1,2})\.\s?(\d{1,2})\.\s?(20\d\d|19\d\d)\D{0,8}(?:(\d{1,2}:\d{2}))?")
#: Where the year of four numbers comes first, the month follows it.
_YEAR_FIRST = re.compile(
    r"^\D{0,12}((?:19|20)\d\d)([/.])\s?(\d{1,2})\2\s?(\d{1,2})(?!\d)(?:\D{1,5}(\d{1,2}:\d{2}))?",
    re.IGNORECASE,
)
#: A year of two numbers, as boards of East Asia write it first.
_SHORT_YEAR = re.compile(r"(?<!\d)(\d\d)([./-])\s?(\d{1,2})\2\s?(\d{1,2})(?!\d)")
_HALF_OF_DAY = re.compile(r"[上下]午|午[前後]|오[전후]|\b[ap]\.?m\b", re.IGNORECASE)
_EPOCH = re.compile(r"^\d{10}(\d{3})?$")
_ISO = re.compile(r"^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(:\d{1,2})?(?:[.,]\d+)?\s?(Z|UTC|[+-]\d{2}:?\d{2})?")
_HAS_DAY = re.compile(rf"\d|{DAY_NAME}", re.IGNORECASE)
_HAS_CLOCK = re.compile(r"\d{1,2}[:.h]\d{2}|\b\d{1,2}\s?[ap]\.?m\b", re.IGNORECASE)
_HAS_YEAR = re.compile(r"(19|20)\d\d|'\d\d|\d[./-]\w+[./-]\d\d")
_AGO = re.compile(
    r"(?<!\w)(ago|vor|il y a|hace|lalu|lepas|atrás|há|fa|geleden|temu|назад|тому|sedan|siden|önce|trước|sitten|před"
    r"|acum|πριν|منذ|قبل|پیش|पहले|לפני|just now|baru saja|sekarang|napja|órája|perce|hete|hónapja|éve)(?!\w)"
    rf"|{DAY_NAME}|{NAMED_DAY}|{MORE_WHILES}|\d\s?\w*前|\d\s?\w* ?전|半小?[时時]間?前|(ที่แล้ว|ก่อน)",
    re.IGNORECASE,
)
_NEARLY_A_YEAR = timedelta(days=364)
_SMALL_AGO = re.compile(
    r"\b(second|minute|min|hour|hr|detik|saat|menit|minit|jam|Stunde|Minute|heure|hora)", re.IGNORECASE
)
#: Units so long that nobody can tell the day from them, unless the page itself says from which day it counts.
_LONG_AGO = re.compile(
    r"(\d|\b(an?|one|une?|una|um|uma|eine[mnr]?|einem|een|en|ett|et|bir|se[bt]\w+)) ?"
    r"(mon(th)?s?\b|y(ea)?rs?\b|y\b|Monat|Jahr|mois|ans?\b|meses|mes\b|año|ano|mês|mes[ei]\b|ann[io]\b|maand|jaar|jaren"
    r"|miesi|rok|lat\b|bulan|tahun|месяц|год|лет|місяц|рок|måned|månad|år\b|ay\b|yıl|tháng|năm|ماه|سال|شهر|سنة|महीने|साल"
    r"|[个個か]月前|年前|개월|달 ?전|년 ?전)|\bse(bulan|tahun)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def is_while(text: str) -> bool:
    """Whether a text tells a time as a while before now, and not as a day of the calendar."""
    return bool(_AGO.search(text)) and not re.search(r"(19|20)\d\d", text)


def has_year(text: str) -> bool:
    """Whether a date is told with its year, or as a number that a machine reads."""
    return bool(_HAS_YEAR.search(text) or _EPOCH.match(text))


@dataclass(frozen=True, slots=True)
class Published:
    """A day, and the instant where the source gives one."""

    day: date
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class DateReader:
    """How dates of one source are read: its languages, timezone and format; `seen` is when the page was fetched.

    `seen` serves only to understand "two hours ago" on a page that was fetched then (`live`), and to refuse dates that
    lie in the future. On a saved page such words count from the `clock` that the page shows, and without one stay
    unknown. A day of no year is the first such day behind `opened`, where the first post of a talk tells its own with a
    year; else the last one before now. "Two months ago" counts from that clock, or from the `newest` moment that the
    page states, never from the fetching: nobody knows the day. Where the timezone is not known (None), the day is the
    one that the source itself writes, by whatever offset it names, and the instant keeps that offset. `day_first` says
    how 02/03/2026 is meant, where that is known, and `year_first` that 26-03-02 is a day of March.
    """

    timezone: str | None
    seen: datetime
    languages: tuple[str, ...] = ()
    form: str | None = None
    day_first: bool | None = None
    clock: datetime | None = None
    newest: datetime | None = None
    opened: datetime | None = None
    live: bool = True
    year_first: bool = False

    def counts_from_page(self, text: str) -> bool:
        """Whether what a text means hangs on when its page was made: a while ago, a day of no year."""
        text = " ".join(text.split())[:_LONGEST]
        return is_while(text) or not has_year(text)

    def may_tell_instant(self, text: str) -> bool:
        """Whether a text may be read as an instant: a day without a clock is none. Quicker than reading it."""
        return bool(self.form or _HAS_CLOCK.search(text) or _AGO.search(text) or text.strip().isdecimal())

    def read(self, text: str) -> Published | None:
        """The date that a text states, or None: for no date, an unclear one, one in the future or before 1995."""
        text = in_order(in_known_words(in_common(" ".join(text.split())[:_LONGEST])))
        if not text:
            return None
        if self.year_first:
            text = _SHORT_YEAR.sub(r"20\1-\3-\4", text)
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
        if match := _YEAR_FIRST.match(text):
            year, _, month, day, clock = match.groups()
            clock = None if _HALF_OF_DAY.search(text) else clock
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
        if not _HAS_DAY.search(text) and not _AGO.search(text):
            return None
        base = self._base(text)
        if base is None:
            return None
        zone, base = self.timezone or "UTC", base.replace(second=0, microsecond=0)
        named = None if _HAS_YEAR.search(text) else named_day(text, base.astimezone(ZoneInfo(zone)))
        if named is not None:
            return self._placed(named.replace(tzinfo=None), True)
        plain = plain_moment(text, self.languages) or plain_figures(text, self.days_lead, base.year)
        moment = plain or _parsed(text, self.languages, zone, base, self.day_first)
        if moment is None:
            return None
        clock = bool(_HAS_CLOCK.search(text) or (_AGO.search(text) and _SMALL_AGO.search(text)))
        return self._placed(moment, clock)

    @property
    def days_lead(self) -> bool:
        """Whether 02/03/2026 is read as of March."""
        return _other_than_english(self.languages) if self.day_first is None else self.day_first

    def _base(self, text: str) -> datetime | None:
        if not is_while(text):  # without a year it is the last such day, as seen from when the page was made
            if self.opened and not has_year(text):
                return min(self.seen, self.opened + _NEARLY_A_YEAR)
            return self.seen if self.live or has_year(text) else self.clock or self.newest or self.seen
        if _LONG_AGO.search(text):
            return self.clock or self.newest
        return self.clock or (self.seen if self.live else None)

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


def own_day(instant: Published, visible: Published) -> Published:
    """The day that a page itself writes beside an instant that a machine reads, where both tell the same moment.

    Boards state the instant in UTC and show the reader their own time: the same minute, some quarters of an hour off.
    """
    if instant.at is None or visible.at is None:
        return instant
    off = visible.at.replace(tzinfo=UTC) - instant.at.replace(second=0, microsecond=0)
    if off % timedelta(minutes=15) or abs(off) > timedelta(hours=14):
        return instant
    return Published(visible.day, instant.at.astimezone(timezone(off)))


def day_first(texts: Iterable[str], likeliest: Iterable[str] = ()) -> bool | None:
    """Whether numeric dates on one page put the day first: told by one that can be read in one way only.

    Where none tells it, posts on one page do: they were written one after the other and within a short time
    (`likeliest`: for each post the date it was probably written on).
    """
    for text in texts:
        if match := _NUMERIC.search(text):
            first, second = int(match[1]), int(match[2])
            if first > 12 >= second:
                return True
            if second > 12 >= first:
                return False
    numbers = [tuple(map(int, match.groups())) for text in likeliest if (match := _NUMERIC.search(text))]
    if any(max(first, second) > 12 for first, second, _ in numbers):
        return None
    days = [372 * year + 31 * month + day for day, month, year in numbers]
    months = [372 * year + 31 * month + day for month, day, year in numbers]
    disorders = [_disorder(days), _disorder(months)]
    if len(set(days)) > 1 and disorders[0] != disorders[1]:
        return disorders[0] < disorders[1]
    spans = [max(one, default=0) - min(one, default=0) for one in (days, months)]
    return spans[0] < spans[1] if _CLEARLY * min(spans) < max(spans) else None


#: One reading of a page's dates is taken when the other would spread them over so many times as many days.
_CLEARLY = 3


def _disorder(days: list[int]) -> int:
    """How often a day follows a later one, or an earlier one, whichever is rarer: some boards show the newest first."""
    pairs = list(pairwise(days))
    return min(sum(a > b for a, b in pairs), sum(a < b for a, b in pairs))


_NUMERIC = re.compile(r"\b(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})(?!\d)")


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
    if day_first is not None or _other_than_english(languages):
        settings["DATE_ORDER"] = "MDY" if day_first is False else "DMY"
    try:
        found: datetime | None = parse(text, languages=_known(languages) or None, settings=settings)
    except (ValueError, OverflowError, RecursionError):
        return None
    return found


def _other_than_english(languages: tuple[str, ...]) -> bool:
    return bool(languages) and languages != ("en",)


@lru_cache(maxsize=64)
def _known(languages: tuple[str, ...]) -> list[str]:
    from dateparser.data.languages_info import language_order

    wanted = [language for language in languages if language in language_order]
    # Boards in other languages often keep their software's English dates.
    return list(dict.fromkeys([*wanted, "en"])) if wanted else []
