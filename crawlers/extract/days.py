"""Days as people name them and not as calendars count them: today, yesterday, on Saturday, three days ago."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime, timedelta

#: By how many days before now: words of languages that part their words, and of those that do not.
_PARTED = (
    "today|heute|aujourd['’]hui|hoy|hoje|oggi|vandaag|idag|i dag|tänään|dziś|dzisiaj|dnes|astăzi|azi|сегодня|сьогодні"
    "|днес|danas|bugün|σήμερα|hari ini|hôm nay|اليوم|امروز|היום",
    "yesterday|gestern|hier|ayer|ontem|ieri|gisteren|igår|i går|eilen|wczoraj|včera|tegnap|вчера|вчора|jučer|juče|dün"
    "|χθες|χτες|kemarin|semalam|kelmarin|hôm qua|أمس|دیروز|אתמול",
    "vorgestern|avant-hier|anteayer|antier|anteontem|l['’]altro ieri|eergisteren|i förrgår|i forgårs|toissapäivänä"
    "|przedwczoraj|předevčírem|tegnapelőtt|позавчера|позавчора|evvelsi gün|προχθές|hôm kia|پریروز|שלשום",
)
_UNPARTED = ("今天|今日|오늘|วันนี้", "昨天|昨日|어제|เมื่อวาน(?:นี้)?", "前天|一昨日|おととい|그저께|เมื่อวานซืน")
_WEEK = (
    "monday|montag|lundi|lunes|segunda-feira|lunedì|maandag|måndag|mandag|maanantai|poniedziałek|pondělí|hétfő|luni"
    "|понедельник|понеділок|pazartesi|δευτέρα|senin|isnin|thứ hai",
    "tuesday|dienstag|mardi|martes|terça-feira|martedì|dinsdag|tisdag|tirsdag|tiistai|wtorek|úterý|kedd|marți|вторник"
    "|вівторок|salı|τρίτη|selasa|thứ ba",
    "wednesday|mittwoch|mercredi|miércoles|quarta-feira|mercoledì|woensdag|onsdag|keskiviikko|środa|středa|szerda"
    "|miercuri|среда|середа|çarşamba|τετάρτη|rabu|thứ tư",
    "thursday|donnerstag|jeudi|jueves|quinta-feira|giovedì|donderdag|torsdag|torstai|czwartek|čtvrtek|csütörtök|joi"
    "|четверг|четвер|perşembe|πέμπτη|kamis|khamis|thứ năm",
    "friday|freitag|vendredi|viernes|sexta-feira|venerdì|vrijdag|fredag|perjantai|piątek|pátek|péntek|vineri|пятница"
    "|п['’]ятниця|cuma|παρασκευή|jumat|jumaat|thứ sáu",
    "saturday|samstag|sonnabend|samedi|sábado|sabato|zaterdag|lördag|lørdag|lauantai|sobota|szombat|sâmbătă|суббота"
    "|субота|cumartesi|σάββατο|sabtu|thứ bảy",
    "sunday|sonntag|dimanche|domingo|domenica|zondag|söndag|søndag|sunnuntai|niedziela|neděle|vasárnap|duminică"
    "|воскресенье|неділя|pazar|κυριακή|minggu|ahad|chủ nhật",
)


def _named(groups: tuple[str, ...], letter: str) -> str:
    return "|".join(f"(?P<{letter}{number}>{words})" for number, words in enumerate(groups))


#: The days of the week by their names, and by their first three letters and the signs of East Asia.
_DAYS: dict[str, set[int]] = {}
for _number, _names in enumerate(_WEEK):
    for _name in (*_names.split("|"), "月火水木金土日"[_number], "월화수목금토일"[_number]):
        _DAYS.setdefault(_name, set()).add(_number)
        _DAYS.setdefault(_name[:3], set()).add(_number)
_WITH_WEEKDAY = re.compile(
    r"(?<!\w)(?:(?P<before>[^\W\d_]{3,})[.,]?\s+)?(?P<a>\d{1,2})(?P<sign>[./-])(?P<b>\d{1,2})(?P=sign)(?P<c>\d{4}|\d\d)"
    r"(?!\d)(?:\s?\((?P<behind>[^\W\d_]+)\.?\))?"
)


#: A named day and a clock, with a word or two between them at most: "yesterday at 18:05".
_FORM = (
    rf"(?:(?<!\w)(?:{_named(_PARTED, 'p')}|{_named(_WEEK, 'w')})(?!\w)|{_named(_UNPARTED, 'u')})"
    r"[,.]?\s*(?:[^\W\d_]{1,5}[.\-]?\s*){0,2}?(?P<hour>\d{1,2})\s?[:.h]\s?(?P<minute>\d\d)(?!\d|[./]\d)\s?(?P<half>[ap]\.?\s?m\b)?"
)
_NAMED_DAY = re.compile(_FORM, re.IGNORECASE)
#: Days of the week, as they stand before a date.
WEEKDAYS = "|".join(_WEEK)
#: The same without names of groups, to stand in a larger pattern.
NAMED_DAY = re.sub(r"\?P<\w+>", "?:", _FORM)
#: A named day, whatever follows.
DAY_NAME = rf"(?<!\w)(?:{'|'.join(_PARTED)})(?!\w)|{'|'.join(_UNPARTED)}"

#: Whiles that the reader of dates does not know, in words that it knows.
_KNOWN_WHILES = tuple(
    (re.compile(form, re.IGNORECASE), known)
    for form, known in (
        (r"πριν (?:από )?(\d+) λεπτ\S+", r"\1 minutes ago"),
        (r"πριν (?:από )?(\d+) ώρ\S+", r"\1 hours ago"),
        (r"πριν (?:από )?(\d+) (?:η?μέρ)\S+", r"\1 days ago"),
        (r"πριν (?:από )?(\d+) εβδομάδ\S+", r"\1 weeks ago"),
        (r"πριν (?:από )?(\d+) μήν\S+", r"\1 months ago"),
        (r"(\d+) (hari|jam|minit|minggu|bulan|tahun) lepas", r"\1 \2 lalu"),
        (r"(\d+) ?(초|분|시간|일|주|개월|달|년)전", r"\1\2 전"),
        (r"\b(\d+) noi\.? (\d+)", r"\1 nov \2"),
        (r"半(小时|小時|時間)前", "30 minutes ago"),
    )
)

#: The same for whole languages that it does not read: units by their English names.
_UNITS = {
    "minutes": "मिनेट|मिनट|মিনিট|منٹ|minuto|dakika|நிமிடம்|நிமிடங்கள்",
    "hours": "घण्टा|घंटे|घंटा|ঘণ্টা|ঘন্টা|گھنٹے|گھنٹہ|oras|saa|மணி நேரம்",
    "days": "दिन|দিন|دن|araw|siku|நாள்|நாட்கள்",
    "weeks": "हप्ता|सप्ताह|हफ़्ते|হপ্তা|সপ্তাহ|ہفتے|ہفتہ|linggo|wiki|வாரம்|வாரங்கள்",
    "months": "महिना|महीने|महीना|মাস|ماہ|مہینے|buwan|mwezi|miezi|மாதம்|மாதங்கள்",
    "years": "वर्ष|साल|বছর|سال|taon|mwaka|miaka|ஆண்டுகள்",
}
_BACK = "अघि|पहिले|पहले|আগে|پہلے|முன்பு|முன்|(?:na )?(?:ang )?(?:nakalipas|nakaraan|nakakaraan)"
_BACK_BEHIND = "zilizopita|iliyopita|yaliyopita|uliopita"


def _whiles(units: str) -> str:
    return rf"(?<!\w)(?:(\d+) (?:{units}) (?:{_BACK})|(?:{units}) (\d+) (?:{_BACK_BEHIND}))"


_MORE_WHILES = tuple((re.compile(_whiles(words), re.IGNORECASE), unit) for unit, words in _UNITS.items())
#: All of them, without groups of their own, to stand in a larger pattern.
MORE_WHILES = _whiles("|".join(_UNITS.values())).replace("(\\d+)", "\\d+")

#: Months as they are called, and cut short, in languages of Latin and Cyrillic letters.
_MONTH = (
    "jan(uary|uar|uari|vier|v)?|jänner|ene(ro)?|janeiro|gen(naio)?|stycznia|янв(аря)?"
    "|feb(ruary|ruar|ruari|rero|braio)?|fév(r|rier)?|fev(ereiro)?|lutego|фев(раля)?"
    "|mar(ch|s|zo|ço|t)?|mär(z)?|mrz|maart|mrt|maret|mac|marca|мар(та)?"
    "|apr(il|ile)?|avr(il)?|abr(il)?|kwietnia|апр(еля)?|may|mai(o)?|mayo|mag(gio)?|mei|maj(a)?|мая"
    "|june?|juni|juin|junio|junho|giu(gno)?|czerwca|июня|july?|juli|juillet|julio|julho|lug(lio)?|lipca|июля"
    "|aug(ust|ustus|usti)?|août|ago(sto)?|agustus|ogos|sierpnia|авг(уста)?"
    "|sept?(ember|embre|tiembre)?|set(embro|tembre)?|września|сен(тября)?|okt(ober)?|oct(ober|obre|ubre)?|out(ubro)?"
    "|ott(obre)?|października|окт(ября)?|nov(ember|embre|iembre|embro)?|listopada|ноя(бря)?"
    "|dec(ember|embre)?|dez(ember|embro)?|déc(embre)?|dic(iembre|embre)?|des(ember)?|grudnia|дек(абря)?"
)
_CLOCK = r"(?:\W{1,3}(?:at |um |à )?\d{1,2}[:.h]\d\d(?: ?[ap]m)?)?"
#: A day of a month without its year: taken for a time where nothing else stands.
BARE_DAY = re.sub(r"\((?!\?)", "(?:", rf"^(?:(?:{_MONTH})\.? \d{{1,2}}|\d{{1,2}}\.? (?:de )?(?:{_MONTH})\.?){_CLOCK}$")
#: The same in figures, where a clock says that it is one.
BARE_DAY += r"|^(?:[012]?\d|3[01])[/.-](?:[012]?\d|3[01])\.?,? [012]?\d:[0-5]\d$"


def in_known_words(text: str) -> str:
    """The text with a while put into words that the reader of dates knows; else as it was."""
    for form, known in _KNOWN_WHILES:
        if form.search(text):
            return form.sub(known, text)
    for form, unit in _MORE_WHILES:
        if match := form.search(text):
            return f"{int(match[1] or match[2])} {unit} ago"
    return text


def in_order(text: str) -> str:
    """The text with a date of figures as in ISO 8601, where the weekday told beside it leaves one order of the figures:
    "26/02/16(Mon)", "02/16/26 (Mon)"; else as it was."""
    match = _WITH_WEEKDAY.search(text)
    days = set(_orders(match).values()) if match else set()
    return f"{days.pop().isoformat()} {text[match.end() :].strip()}".strip() if match and len(days) == 1 else text


def year_leads(texts: Iterable[str]) -> bool:
    """Whether one of these dates can be read with its year of two figures first, and in no other way."""
    return any(list(_orders(match)) == ["ymd"] for text in texts if (match := _WITH_WEEKDAY.search(text)))


def _orders(match: re.Match[str]) -> dict[str, date]:
    """The orders of the figures by which the day is the weekday that is told, and the day by each."""
    told = _DAYS.get((match["behind"] or match["before"] or "").lower(), set())
    a, b, c = (int(match[name]) for name in "abc")
    orders = {"dmy": (c, b, a), "mdy": (c, a, b), **({"ymd": (a, b, c)} if c < 100 else {})}
    return {name: day for name, order in orders.items() if (day := _day(*order)) and day.weekday() in told}


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year + (2000 if year < 100 else 0), month, day)
    except ValueError:
        return None


def named_day(text: str, base: datetime) -> datetime | None:
    """The moment that a named day and a clock mean as seen from `base`; None where there are none.

    A day of the week is the last one before today.
    """
    match = _NAMED_DAY.search(text)
    if match is None:
        return None
    hour, minute = int(match["hour"]), int(match["minute"])
    if match["half"] and hour <= 12:
        hour = hour % 12 + (12 if match["half"][0] in "pP" else 0)
    if hour > 23 or minute > 59:
        return None
    kind, number = next(
        (name[0], int(name[1:])) for name, value in match.groupdict().items() if value and name[1:].isdigit()
    )
    back = number if kind in "pu" else (base.weekday() - number - 1) % 7 + 1
    return (base - timedelta(days=back)).replace(hour=hour, minute=minute, second=0, microsecond=0)
