"""E-mail addresses, plainly written or spelled out ("name (at) site dot com")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from privacy.folding import lowered
from privacy.mailparts import AT_WORD, MAIL_WORDS, house, joined, whole, with_at
from privacy.tokens import words_of
from privacy.webparts import COMMON_WORDS, DOT, DOT_WORD, LABEL, TLD, WebName, without_signs

_DOT = rf"(?:{DOT}|&#46;|\s?[~,|*=_/.-]\s?{DOT_WORD}\s?[~,|*=_/.-]\s?)"
_BRACKETED = rf"\s?[\[({{<]\s?(?:{AT_WORD}|a|@|chez)\s?[\])}}>]\s?"
_JOINED = rf"(?:[_/*-]at[_/*-]|\s?[~,;|*/_.=-]\s?(?:{AT_WORD})\s?[~,;|*/_.=-]\s?)"
_PLAIN_AT = rf"(?:{_BRACKETED}|@|&#64;|\s@\s|\s(?:{AT_WORD}|chez)\s|{_JOINED})"
_LOCAL = rf"[A-Za-z0-9](?:[A-Za-z0-9_%+'\-]|(?:{DOT})(?=[A-Za-z0-9])){{0,63}}(?:\s\d{{1,4}})?"
_MAILBOXES = (
    r"(?:gmail|g\s?mail|googlemail|yahoo|ymail|hotmail|outlook|live|icloud|proton|protonmail|aol|msn|mail|gmx|"
    r"yandex|qq|163|126|rocketmail)"
)
_EMAIL = re.compile(
    rf"(?<![A-Za-z0-9._%+\-]){_LOCAL}{_PLAIN_AT}(?:[A-Za-z0-9]{{2,20}}\s(?=[A-Za-z0-9]{{2,20}}\s{DOT_WORD}\s))?"
    rf"(?:{LABEL}{_DOT}){{1,4}}{TLD}(?![A-Za-z0-9])",
    re.IGNORECASE,
)
_STRICT_EMAIL = re.compile(r"[^\s@<>\"'(),;:\[\]{}]{1,64}@(?:[^\W_](?:[\w\-]{0,62})\.){1,6}[^\W\d_]{2,24}")
# "m a r i a @ g m a i l . c o m"
_SPACED = re.compile(r"(?<!\w)(?:[A-Za-z0-9._\-] ){2,40}@(?: [A-Za-z0-9.\-]){4,40}(?!\w)")
# The same with words among the letters: "o l u AT i c l o u d", "b e a dot n o 5 at w p dot p l"
_LETTERS = re.compile(
    rf"(?<!\w)(?=[A-Za-z0-9] [A-Za-z0-9] )(?:(?:[A-Za-z0-9._\-]|{DOT_WORD}) ){{3,40}}(?:@|{AT_WORD})"
    rf"(?: (?:[A-Za-z0-9.\-]|{DOT_WORD})){{3,40}}(?!\w)",
    re.IGNORECASE,
)
# "moc.liamg@77airam": written from its end
_REVERSED = re.compile(
    r"(?<![\w.@])(?:[a-z]{2}\.)?(?:moc|ten|gro|ku|ua|ed|rf|se|ti|lp|or|ym|di|hp|gs|rb|xm|ra|oc|ni|hc|ta|eb|ln|zc|uh|rg|ur|vt)"
    r"\.[a-z0-9.-]{2,40}@[a-z0-9._-]{2,40}(?<![.])(?![\w@])",
    re.IGNORECASE,
)
_FROM_ITS_END = re.compile(r"(?:[a-z]{2}\.)?(?:moc|ten|gro|oc)\.")
# Sought in small letters, which is much quicker than in both.
_AT_HINT = re.compile(
    rf"@|&#64;|[\[({{<]\s?(?:{AT_WORD}|a|chez)\s?[\])}}>]|\s(?:{AT_WORD}|chez)\s{{1,2}}(?=[a-z0-9\-]+(?:\s[a-z0-9\-]+)?"
    rf"(?:\s?[\[({{<]|\.[a-z]{{2}}|\s{DOT_WORD}\b))|{_JOINED}",
)
# "nameATgmailDOTcom", told apart by capitals alone
_CAMEL = re.compile(r"\b[a-z0-9][a-z0-9._]{2,40}AT[a-z0-9]{2,30}DOT(?:com|net|org|co|[a-z]{2})\b")
_AT_WORDS = words_of(
    """at aht arroba arrobas aroba arobas arobase klammeraffe affenschwanz malpa chiocciola apenstaartje kukac snabel
    zavinac chez a cong moc kuyruklu coada arond commerciale commercial rabo chiocc
    gav sobaka afna strudel shtrudel papaki snabela"""
)
_MARKED_AT = re.compile(rf"[\[({{<_/*-]\s?(?:{AT_WORD}|a|chez)\s?[\])}}>_/*-]", re.IGNORECASE)
_SPOKEN_AT = re.compile(rf"(\s(?:{AT_WORD}|chez)\s)", re.IGNORECASE)
_DOT_SAID = rf"[\s(\[{{<,~|*=_/.-](?:{DOT_WORD}|\.)[\s)\]}}>,~|*=_/.-]"
_BEFORE, _AFTER = 70, 160  # characters of an address on either side of its "at"


def find(text: str, words: set[str]) -> Iterator[WebName]:
    """All e-mail addresses of a folded text; `words` are its words in small letters, a cheap look before the search."""
    if "@" in text:
        yield from (without_signs(match, "EMAIL") for match in _STRICT_EMAIL.finditer(text))
        yield from (without_signs(match, "EMAIL") for match in _SPACED.finditer(text) if " @ " in text)
        yield from (WebName(*match.span(), "EMAIL") for match in _REVERSED.finditer(text))
    if "DOT" in text:
        yield from (WebName(*match.span(), "EMAIL") for match in _CAMEL.finditer(text))
    if "@" not in text and "&#64;" not in text and not words & _AT_WORDS:
        return
    yield from (WebName(*match.span(), "EMAIL") for match in _LETTERS.finditer(text))
    for first, last in _around_hints(text):
        for match in _EMAIL.finditer(text[first:last]):
            start = first + match.start()
            if _is_email(match[0], text[max(0, start - 40) : start]):
                yield WebName(whole(text, start, match[0]), first + match.end(), "EMAIL")


def _around_hints(text: str) -> Iterator[tuple[int, int]]:
    """Where an address may stand, united where they meet: else a row of a thousand "@" is searched a hundred times."""
    start = end = 0
    for hint in _AT_HINT.finditer(lowered(text)):
        first = max(0, hint.start() - _BEFORE)
        if first > end:
            if end:
                yield start, end
            while first < hint.start() and text[first - 1].isalnum():
                first += 1
            start = first
        end = min(len(text), hint.end() + _AFTER)
    if end:
        yield start, end


def _is_email(written: str, before_it: str) -> bool:
    """Whether it is an address: "at" between plain words is prose unless a mailbox or a spelled dot follows."""
    if "@" in written or "&#64;" in written or _MARKED_AT.search(written):
        return True
    if not _SPOKEN_AT.search(written):
        return re.search(_DOT_SAID, written, re.IGNORECASE) is not None
    before, at, after = _SPOKEN_AT.split(written, maxsplit=1)
    if re.match(rf"{_MAILBOXES}\b", after, re.IGNORECASE):
        return before.split()[-1].lower() not in COMMON_WORDS
    if said := re.search(_DOT_SAID, after, re.IGNORECASE):
        plain = at.strip().lower() == "at" and " " in after[: said.start()].strip()  # "at talk talk dot net"
        return not plain or bool(MAIL_WORDS & set(re.findall(r"[a-z]+", before_it.lower())))
    return any(c.isdigit() or c in "._" for c in before) or (at.isupper() and before.islower())


def normal_email(written: str) -> str:
    """An e-mail address however it was spelled, in small letters: "Name (at) site dot com" is name@site.com."""
    text = re.sub(rf"\s?{DOT}\s?", ".", re.sub(r"&#64;|%40", "@", written).strip().lower())
    if _REVERSED.fullmatch(text) and (_FROM_ITS_END.match(text) or not _STRICT_EMAIL.fullmatch(text)):
        text = text[::-1]
    text = re.sub(
        rf"\s?[\[({{<_/*-]?\s?(?:@|\b{AT_WORD}\b|(?<=[_/*-])at(?=[_/*-])|\b(?:alias|chez)\b)\s?[\])}}>_/*-]?\s?",
        "@",
        text,
        count=1,
    )
    if "@" not in text:
        text = re.sub(r"\s?[\[({<]\s?a\s?[\])}>]\s?|\s(?:di|et)\s", "@", text, count=1)
    local, _, host = re.sub(
        r"\s?[,;~*|'\"]?\s?@+\s?[,;~*|'\"]?\s?", "@", text if "@" in text else with_at(text), count=1
    ).partition("@")
    host = re.sub(
        rf"(?:\s*[.,;]\s*|\s+|\s?{DOT_WORD}\s?)(?=(?:com|c0m|net|org|co|es|fr|my|id|ph|de|br|uk)$)",
        ".",
        host,
    ).replace("c0m", "com")
    host = house(host).replace(" ", "")
    if re.fullmatch(_MAILBOXES, host):
        host += ".com"
    return f"{joined(local)}@{host}"
