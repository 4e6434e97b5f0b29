"""Dates of other calendars, or with names of months and figures that few readers know, put into the common form."""

from __future__ import annotations

import re
from datetime import date

_PERSIAN = (
    "فروردین",
    "اردیبهشت",
    "خرداد",
    "تیر",
    "مرداد",
    "شهریور",
    "مهر",
    "آبان",
    "آذر",
    "دی",
    "بهمن",
    "اسفند",
)
_THAI = (
    ("ม.ค.", "มกราคม"),
    ("ก.พ.", "กุมภาพันธ์"),
    ("มี.ค.", "มีนาคม"),
    ("เม.ย.", "เมษายน"),
    ("พ.ค.", "พฤษภาคม"),
    ("มิ.ย.", "มิถุนายน"),
    ("ก.ค.", "กรกฎาคม"),
    ("ส.ค.", "สิงหาคม"),
    ("ก.ย.", "กันยายน"),
    ("ต.ค.", "ตุลาคม"),
    ("พ.ย.", "พฤศจิกายน"),
    ("ธ.ค.", "ธันวาคม"),
)
#: Of the common calendar, in Arabic (by two sets of names) and in Hindi.
_COMMON = (
    ("يناير", "كانون الثاني", "जनवरी"),
    ("فبراير", "شباط", "फ़रवरी", "फरवरी"),
    ("مارس", "آذار", "मार्च"),
    ("أبريل", "ابريل", "إبريل", "نيسان", "अप्रैल"),
    ("مايو", "أيار", "ايار", "मई"),
    ("يونيو", "حزيران", "जून"),
    ("يوليو", "تموز", "जुलाई"),
    ("أغسطس", "اغسطس", "آب", "अगस्त"),
    ("سبتمبر", "أيلول", "ايلول", "सितंबर", "सितम्बर"),
    ("أكتوبر", "اكتوبر", "تشرين الأول", "अक्टूबर", "अक्तूबर"),
    ("نوفمبر", "تشرين الثاني", "नवंबर", "नवम्बर"),
    ("ديسمبر", "كانون الأول", "दिसंबर", "दिसम्बर"),
)
_MONTHS = {
    **{name: number for number, name in enumerate(_PERSIAN, 1)},
    **{name: number for number, names in enumerate(_THAI, 1) for name in names},
    **{name: number for number, names in enumerate(_COMMON, 1) for name in names},
}
_BUDDHIST = 543
#: Years of the Persian and the Buddhist calendar in which there was a web (1374 and 2538 began in 1995), and common.
_YEAR = r"[1۱][34۳۴]\d\d|[2๒][5๕]\d\d|(?:19|20|١٩|٢٠)\d\d|(?<=[ก-๙.] )[4-9]\d"
_NAMES = "|".join(re.escape(name) for name in sorted(_MONTHS, key=len, reverse=True))
OTHER_CALENDAR = re.compile(
    rf"(?P<day>\d{{1,2}})(?:\s|\u200c)*(?:ام|م)?\s*(?P<name>{_NAMES})[\s,،]*(?:ماه\s*)?(?P<year>{_YEAR})(?!\d)"
    rf"|(?<!\d)(?P<y>[1۱][34۳۴]\d\d)[/-](?P<m>\d{{1,2}})[/-](?P<d>\d{{1,2}})(?!\d)"
)
_FIRST = date(2021, 3, 21).toordinal()


def in_common(text: str) -> str:
    """The text with its first Persian or Thai date written as in ISO 8601, its digits as 0-9; else as it was."""
    match = OTHER_CALENDAR.search(text)
    if match is None:
        return text
    day, month, year = (
        (int(match["d"]), int(match["m"]), int(match["y"]))
        if match["y"]
        else (int(match["day"]), _MONTHS[match["name"]], int(match["year"]))
    )
    if 1300 <= year < 1500:
        found = persian(year, month, day)
    else:  # of years of two figures Thai boards write the Buddhist ones
        found = _common(
            year - _BUDDHIST if year > 2500 else year if year > 100 else year + 2500 - _BUDDHIST, month, day
        )
    return text if found is None else _digits(f"{found.isoformat()} {_clock(text)}").strip()


def persian(year: int, month: int, day: int) -> date | None:
    """The day of the common calendar for one of the Persian (solar Hijri), or None where there is no such day.

    Years of 366 days by the 33-year cycle, which holds from 1178 to 1633.
    """
    longest = 31 if month < 7 else 30 if month < 12 or _days(year + 1, 1, 1) - _days(year, 1, 1) == 366 else 29
    if not 1 <= month <= 12 or not 1 <= day <= longest:
        return None
    return date.fromordinal(_FIRST + _days(year, month, day) - _days(1400, 1, 1))


def _days(year: int, month: int, day: int) -> int:
    cycle = year + 1595
    return 365 * cycle + cycle // 33 * 8 + (cycle % 33 + 3) // 4 + day + min(month - 1, 6) * 31 + max(month - 7, 0) * 30


def _common(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _clock(text: str) -> str:
    match = re.search(r"(?<!\d)\d{1,2}:\d{2}(?!\d)", text)
    return f"{match[0]:0>5}" if match else ""


def _digits(text: str) -> str:
    return "".join(str(int(sign)) if sign.isdigit() else sign for sign in text)
