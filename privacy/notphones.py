"""Figures that are no telephone number: money, dates, times, measures, coordinates, amounts. They are blotted out."""

from __future__ import annotations

import re
from collections.abc import Sequence

_MONTH = (
    r"(?:jan(?:uary|uari|vier)?|feb(?:ruary|ruari|rero)?|fev(?:rier)?|mar(?:ch|zo|s|et)?|mac|apr(?:il)?|abr(?:il)?|avr(?:il)?|mayo?|mei|mai|"
    r"june?|juni?|junio|juin|july?|juli|julio|julai|juil(?:let)?|aug(?:ust)?|agu(?:stus)?|ago(?:sto)?|ogos|aout|sept?(?:ember|iembre|embre)?|"
    r"oct(?:ober|ubre|obre)?|okt(?:ober)?|nov(?:ember|iembre|embre)?|dec(?:ember|embre)?|des(?:ember)?|dis(?:ember)?|dic(?:iembre)?|ene(?:ro)?)\b"
)
CURRENCY = (
    r"(?:rm|myr|usd|us\$|sgd|s\$|rp|idr|php|thb|vnd|inr|rs|eur|euro|euros|gbp|aed|sar|qar|kwd|bdt|npr|mxn|aud|cad|hkd|nt\$|tk|taka|"
    r"dirham|dirhams|riyal|riyals|ringgit|rupiah|rupees?|pesos?|baht|dollars?|dolares|bucks|sen|yuan|rmb|lakh|juta|jt|ribu|rb|"
    r"million|mil|millones|k|[$€£¥₹₱฿₫﷼])"
)
_NUMBER = r"\d{1,3}(?:[.,']\d{3}){1,4}(?:[.,]\d{1,2})?|\d{1,9}(?:[.,]\d{1,2})?"
UNIT = (
    r"(?:kg|kgs|kilos?|g|gm|lbs?|km|kms|km2|cm|mm|m|m2|sqm|sq\.?\s?ft|sqft|ft|feet|inch(?:es)?|miles?|mi|ha|hectares?|acres?|ml|"
    r"litres?|liters?|mb|gb|tb|ghz|mhz|kw|kwh|watts?|volts?|hp|cc|rpm|years?|yrs?|yo|y/o|tahun|anos|ans|months?|bulan|meses|mois|weeks?|minggu|"
    r"days?|hari|dias?|jours?|hours?|hrs?|jam|horas?|heures?|minutes?|mins?|minit|pax|people|persons?|orang|personas|workers?|rooms?|beds?|units?|"
    r"percent|pct|%|°|deg|views|likes|followers|words|pages?|pcs|shares|items|votes|points|residents|inhabitants)"
)
_FIGURES = [
    # coordinates: at least three decimals on both, or degrees and minutes
    r"[-+]?\d{1,3}\.\d{3,}\s*°?\s*[NSns]?\s*[,;/ ]\s*[-+]?\d{1,3}\.\d{3,}\s*°?\s*[EWew]?\b",
    r"\d{1,3}\s*°\s*\d{0,2}(?:\.\d+)?\s*['′]?\s*\d{0,2}(?:\.\d+)?\s*[\"″]?\s*[NSEWnsew]?",
    r"\b(?:lat|lon|lng|long|latitude|longitude)\b[\s:=]{0,3}[-+]?\d{1,3}(?:\.\d+)?",
    # instants and dates
    r"\b\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?\b",
    r"\b(?:0?[1-9]|[12]\d|3[01])[-/.](?:0?[1-9]|[12]\d|3[01])[-/.](?:19|20)\d{2}\b",
    r"\b(?:0?[1-9]|[12]\d|3[01])/(?:0?[1-9]|[12]\d|3[01])/\d{2}\b",
    rf"(?<!\d)(?<!\d[ .\-])\d{{1,2}}(?:st|nd|rd|th)?[ \-]?(?:of |de )?{_MONTH}\.?,?[ \-]?"
    r"(?:de\s)?(?:(?:19|20)\d{2})?\b",
    rf"\b{_MONTH}\.?\s\d{{1,2}}(?:st|nd|rd|th)?(?:\s?-\s?\d{{1,2}})?,?[ ]?(?:(?:19|20)\d{{2}})?\b",
    r"\b(?:19|20)\d{2}\s*(?:-|/|to|until|hingga|sampai|and|&|,)\s*(?:19|20)\d{2}\b(?![\s-]?\d)",
    r"\b(?:19|20)\d{2}(?:\s*,\s*(?:19|20)\d{2})+\b",
    r"\b(?:19|20)\d{2}(?:[ ,/&\-]{1,3}(?:19|20)\d{2}){2,}\b",
    r"[(\[]\s?(?:19|20)\d{2}\s?[)\]]",
    # times and opening hours
    r"(?<![A-Za-z\d])(?<![\d][.\-+ ])(?:[01]?\d|2[0-4])\s?[:.h]\s?[0-5]\d(?:[:.][0-5]\d)?"
    r"\s?(?:[ap]\.?m\b\.?|hrs?\b|h\b)?"
    r"(?:\s?(?:-|to|until|hingga|a|till)\s?(?:[01]?\d|2[0-4])\s?[:.h]\s?[0-5]\d\s?(?:[ap]\.?m\b\.?|hrs?\b|h\b)?)?(?![.\-]?\d)",
    r"(?<![\d:])(?:[01]?\d|2[0-4]):[0-5]\d\s?(?:-|to)\s?(?:[01]?\d|2[0-4]):[0-5]\d(?![\d:])",
    r"\b\d{1,2}\s?(?:-|to)\s?\d{1,2}\s?[ap]\.?m\b",
    r"\b\d{3,4}\s?hrs?\b",
    # money, with the currency before or after, and ranges of it
    rf"(?<![A-Za-z]){CURRENCY}\.?\s?(?:{_NUMBER})(?:\s?(?:-|to|~|hingga|sampai|a)\s?{CURRENCY}?\.?\s?(?:\d[\d.,]{{0,14}}))?(?![-.]?\d)",
    rf"(?<![\d.])(?:\d{{1,3}}(?:[.,' ]\d{{3}}){{1,4}}|\d{{1,9}})(?:[.,]\d{{1,2}})?\s?{CURRENCY}(?![A-Za-z])",
    r"(?<![\d.+\-])(?<!\d[ .\-])\d{1,3}(?:[ .]\d{3}){1,3}\s?(?:F|francs?|CFA|FCFA|zl|kc|lei|kr)(?![A-Za-z])",
    rf"(?<![\d.\-+])\d[\d.,]{{0,9}}\s?(?:-|to|x|×)\s?\d[\d.,]{{0,9}}\s?(?:{CURRENCY}|{UNIT})(?![A-Za-z])",
    r"(?<![\d.\-+])\d{1,4}[.,]\d{2}\s?(?:-|to|/)\s?\d{1,4}[.,]\d{2}(?![\d]|[.\-]\d)",
    r"\brgba?\([^)]{0,40}\)|#[0-9a-fA-F]{6,8}\b",
    # sections of acts
    r"\b\d{1,3}\(\d{1,2}\)(?=[\s,;.])",
    # numbers of flats
    r"#\d{1,3}-\d{1,5}\b",
    # numbers of streets and postcodes
    r"(?<=[,\n])\s?\d{5}(?=\s[A-Za-z]{3})|\b\d{1,4}/\d{1,4}[A-Z]?(?=,\s?\d{5}\b)",
    # measures
    rf"(?<!\d)(?<!\d[ .\-+])(?<![.\-+])\d[\d.,]{{0,9}}\s?{UNIT}(?![A-Za-z0-9])",
    r"(?<!\d[ .\-])\b\d{1,5}(?:\.\d+)?\s?[x×]\s?\d{1,5}(?:\.\d+)?(?:\s?[x×]\s?\d{1,5})?\b",
    # amounts with separators of thousands, decimals, addresses of machines, spans of years and pages
    r"(?<![\d.+\-])[1-5]\d{0,2}(?:,\d{3}){2,4}(?:\.\d+)?(?![\d-])",
    r"(?<![\d.,+])[1-5]\d{0,2}(?:\.\d{3}){2}(?:,\d{1,2})?(?![\d.-])",
    r"(?<![\d.,+\-])\d{1,4}\.\d{5,}\b(?!\.\d)",
    r"(?<![\d.])(?<![\d\w]-)(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]\d?)(?:\.(?:25[0-5]|2[0-4]\d|1?\d?\d)){3}\b(?!\.\d)",
    r"\b[A-Z]{1,4}[-/]\d{4,}(?:[-/]\d{2,})*\b(?<!\d{3}-\d{3}-\d{4})",
    r"\b\d{2,6}/\d{2,6}(?:/\d{2,6})?\b(?=\s*(?:case|kes|v\b|of\b))",
]
_FIGURE = re.compile("|".join(f"(?:{pattern})" for pattern in _FIGURES), re.IGNORECASE)
BLOT = "\x00"


_AROUND = 60


def masked(text: str, stretches: Sequence[tuple[int, int]]) -> str:
    """The folded text with such figures, near these stretches, replaced by a sign that no number runs over.

    Lengths stay the same.
    """
    pieces: list[str] = []
    at = 0
    for first, last in _windows(text, stretches):
        pieces += [text[at:first], _FIGURE.sub(lambda match: BLOT * len(match[0]), text[first:last])]
        at = last
    return "".join([*pieces, text[at:]])


def _windows(text: str, stretches: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The stretches with what is around them, from space to space; united where they meet, so that no figure is cut."""
    windows: list[tuple[int, int]] = []
    for start, end in stretches:
        first, last = max(0, start - _AROUND), min(len(text), end + _AROUND)
        while first and not text[first - 1].isspace():
            first -= 1
        while last < len(text) and not text[last].isspace():
            last += 1
        if windows and first <= windows[-1][1] + 1:
            windows[-1] = (windows[-1][0], max(last, windows[-1][1]))
        else:
            windows.append((first, last))
    return windows
