"""Where words tell a time, in the forms and languages of boards: a day, a moment, a while ago."""

from __future__ import annotations

import re
from functools import lru_cache

from crawlers.extract.calendars import OTHER_CALENDAR
from crawlers.extract.days import BARE_DAY, DAY_NAME, MORE_WHILES, NAMED_DAY

_MONTH = r"[^\W\d_]{3,12}\.?"
_ENGLISH_MONTH = "(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*"
#: How many, where it is no figure.
_ONE = "an?|one|une?|una|uno|uma?|eine[mnr]?|einem|een|en|ett|et|bir"
_UNIT = r"(s|sec(ond)?|min(ute)?|h(ou)?r|h|m|d|day|w|week|mon(th)?|y|year)s?\.?"
#: A named day that stands alone; a lone "hier" is no day in German.
_DAY_ALONE = re.compile(rf"^\W*(?!hier\b)(?:{DAY_NAME})\W*$", re.IGNORECASE)
_LONGEST_DAY = 24
TIME = re.compile(
    r"(?<!\d\.)\b\d{1,2}[./-]\d{1,2}[./-](\d{4}|\d{2})(?!\d|\.\d)|\b(19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}(?!\d)"
    r"|\b\d{1,2}\. \d{1,2}\. (19|20)\d\d|\d{4}年 ?\d{1,2}月 ?\d{1,2}日|\d{4}년 ?\d{1,2}월 ?\d{1,2}일"
    rf"|\b\d{{1,2}}(\.|st|nd|rd|th|er)?( de| of)?[ /-]{{0,2}}{_MONTH},?( del?)?[ /-]{{0,2}}(19|20|')\d\d"
    rf"|\b{_MONTH} \d{{1,2}}(st|nd|rd|th)?,? ?(19|20|')\d\d|\b(19|20)\d\d\.? {_MONTH} \d{{1,2}}\b"
    rf"|\b\d{{1,2}} {_ENGLISH_MONTH} \d\d(?![\d:.]\d|\d|,? (19|20)\d\d)"
    rf"|\b{_MONTH} {{1,2}}\d{{1,2}} \d\d:\d\d:\d\d( [A-Z+-]\w{{1,4}})? (19|20)\d\d"
    r"|\b\d{1,2} tháng \w{1,4},?( năm)? (19|20)\d\d"
    rf"|\b\d{{1,2}}-{_MONTH}-\d\d\b|\b\d{{1,2}}:\d\d ?([ap]m)? on {_MONTH} \d{{1,2}}\b(,? (19|20)\d\d)?"
    rf"|(?<![\d.,])\b(\d+([.,]\d)?|an?|one) ?{_UNIT}(,?( and)? \d+ {_UNIT})? ago\b"
    rf"|\b(vor|hace|il y a|há|před|acum|πριν|منذ|قبل|לפני) (\d+|{_ONE}) \w+"
    rf"|\b(\d+|{_ONE}) [^\s\d]+ (yang )?(lalu|lepas|fa|geleden|temu|назад|тому|sedan|siden|önce"
    r"|trước|atrás|sitten|پیش|قبل|पहले)(?!\w)|\b\d+ (nap|hét|het|hónap|éve?|órá|perc)j?[ae]\b"
    r"|(\d+|半) ?(秒|分|分[钟鐘]|小[时時]|時間|天|日|[周週]|[个個か]月|年)前|\d+ ?(초|분|시간|일|주|개월|달|년) ?전"
    r"|\d+ ?(วินาที|นาที|ชั่วโมง|วัน|สัปดาห์|เดือน|ปี)(ที่แล้ว|ก่อน)"
    rf"|{NAMED_DAY}|{BARE_DAY}|{MORE_WHILES}|{_DAY_ALONE.pattern}|{re.sub(r'\(\?P<\w+>', '(', OTHER_CALENDAR.pattern)}",
    re.IGNORECASE,
)
DIGIT = re.compile(r"\d")
#: A time without a figure is told by one of these: "an hour ago".
_WHILE = (
    *("ago", "vor ", "hace ", "il y a", "há ", "před", "acum ", "πριν", "منذ", "قبل", "lalu", " fa", "geleden", "temu"),
    *("назад", "тому", "sedan", "siden", "önce", "trước", "atrás", "sitten", "پیش", "पहले", "lepas", "לפני", "半"),
)


#: What is longer is more than a time, and is not remembered.
LONGEST_STAMP = 160


def time_in(text: str) -> tuple[int, int] | None:
    """Where in some words a time stands: asked of the same words by one extractor after the other."""
    return _known_time(text) if len(text) < LONGEST_STAMP else _found_time(text)


def _found_time(text: str) -> tuple[int, int] | None:
    if not DIGIT.search(text):
        small = text.lower()
        if not any(word in small for word in _WHILE) and not (len(small) <= _LONGEST_DAY and _DAY_ALONE.search(small)):
            return None
    match = TIME.search(text)
    return match.span() if match else None


_known_time = lru_cache(maxsize=32768)(_found_time)


def before_time(text: str) -> str:
    """The words before the first time among some, or all of them."""
    found = time_in(text)
    return text[: found[0]] if found else text
