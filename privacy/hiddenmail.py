"""E-mail addresses that hide their "@" or leave it out: "name gmail", "name🐒gmail.com", "my gmail is first.last"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from privacy.folding import has_script, lowered
from privacy.mailparts import (
    AT_LIKE,
    AT_WORD,
    ENDING,
    FOREIGN_AT,
    FOREIGN_DOT,
    HOUSE,
    HOUSE_OR_WORD,
    JOIN,
    MAIL_WORDS,
    NUMBER,
    SIGN,
    whole,
)
from privacy.namelists import vocabulary
from privacy.oddwords import ODD, is_host, is_odd, is_strange
from privacy.tokens import words_of
from privacy.webparts import DOT_WORD, LABEL, WebName

_BEFORE = 90  # characters before a house of mail
_TOKEN = r"[A-Za-z0-9](?:[A-Za-z0-9_%+\-]|[.,](?=[A-Za-z0-9_]))*"
_LOCAL = rf"{_TOKEN}(?:\s(?:{JOIN})\s{_TOKEN}){{0,3}}(?:\s{NUMBER}(?:[\s\-]{NUMBER}){{0,3}}|\s\d{{1,4}})?"
_DOT = rf"(?:\s?[\[({{<~/_\-]\s?(?:{DOT_WORD}|[.,])\s?[\])}}>~/_\-]\s?|\s{DOT_WORD}\s?|[.,]{{1,3}}|\s?{SIGN}{{1,2}}\s?)"
_ENDINGS = (
    rf"(?:{_DOT}{ENDING}\b|\s?[.,]{{1,3}}\s?(?:c[o0]m|net|org)\b|"
    r"\s(?:com|net|org|co|es|fr|ph|my|id|de|br|uk)\b(?!\s?[\w@]{0,40}@)){1,2}"
)
_HOUSES = re.compile(
    rf"(?<![\w.])(?:{HOUSE}(?:com)?(?![\w@])(?:{_ENDINGS})?|{HOUSE_OR_WORD}{_ENDINGS}|orange\b|outl[o0]{{2}}k\b)(?![\w@])",
    re.IGNORECASE,
)
_AT = (
    rf"(?:\s?[\[({{<~,;*|'\"/_\-]\s?(?:{AT_WORD}|a|chez)\s?[\])}}>~,;*|'\"/_\-]\s?"
    rf"|\s{AT_WORD}\s|\s?@{{1,3}}\s?|\s?{SIGN}{{1,2}}\s?)"
)
_THEN = r"(?:[\s,]{1,2}(?:then|at|dann|luego|puis|ensuite|lalu|terus|tapos|poi|depois|the|yung|el|le|das|ay|is)){1,4},?"
_TOLD = re.compile(
    rf"(?<![\w.@%+\-])({_LOCAL})(?:({_AT})|(\s{AT_LIKE}|{_THEN})?(?:\s{{1,2}}|\s?\(\s?))\Z", re.IGNORECASE
)
# A sign that is no letter between a name and a host of any house: "name🐌host.org", "name@@host..org".
_STRANGE_AT = re.compile(
    rf"(?:(?=[^\x00-\x7f]){SIGN}{{1,2}}|@{{1,3}})(?=[A-Za-z0-9])(?:[A-Za-z0-9\-]{{2,40}}(?:[.,]{{1,3}}|(?=[^\x00-\x7f]){SIGN})){{1,3}}"
    r"(?:com|net|org|info|de|fr|co|hu|pl|pt|br|ph|eu|uk|ru|nl|es|ch|cz)(?![\w.@])",
    re.IGNORECASE,
)
# Any host behind a parted "@", or behind a word for it with a blank for the dot: "x.y @host.org", "x.y at host com".
_PARTED = re.compile(
    rf"(?:\s@\s?|@\s|\s?&#64;\s?|%40)(?:{LABEL}\.){{1,3}}(?:com|net|org|info|[a-z]{{2}})(?![\w.@])"
    rf"|(?:\s?[(\[]\s?{AT_WORD}\s?[)\]]\s?|\s{AT_WORD}\s){LABEL}\s(?:(?:com|co|net|org)\s[a-z]{{2}}|com|net|org)(?![\w.@])",
)
# "name ar host pointe ie": what stands before the word for the dot decides.
_TOLD_HOST = re.compile(
    rf"\s{DOT_WORD}\s(?:com|net|org|(?!de|no|la|es|in|is|it|to|me|so|do|en|et|au|du|se)[a-z]{{2}})(?![\w.@])",
    re.IGNORECASE,
)
_LIKE_HOST = re.compile(rf"(?<![\w.@%+\-])({_TOKEN})\s{AT_LIKE}\s{LABEL}\Z", re.IGNORECASE)
# Other scripts: a word for "@", a host, a word for "."
_FOREIGN_AT = re.compile(rf"\s?[(\[]?\s?(?<!\w)(?:{FOREIGN_AT})(?!\w)\s?[)\]]?\s?", re.IGNORECASE)
_FOREIGN_HOST = re.compile(
    rf"[^\s.,;:!?()@]{{2,30}}(?:\s?[(\[]?\s?(?<!\w)(?:{FOREIGN_DOT}|{DOT_WORD})(?!\w)\s?[)\]]?\s?[^\s.,;:!?()@]{{2,10}}|\.\w{{2,10}}){{1,3}}",
    re.IGNORECASE,
)
_NO_ENDING = re.compile(r"(?<![\w.@])([A-Za-z0-9][\w.+\-]{1,40}[A-Za-z0-9_])@[A-Za-z][A-Za-z0-9\-]{2,30}(?![\w.@\-])")
_JUST_BEFORE = re.compile(rf"(?<![\w.@%+\-])({_TOKEN})\Z")
# The house told in words beside the name alone: "my gmail is first.last".
_SAID_DOT = re.compile(rf"\s{DOT_WORD}\s", re.IGNORECASE)
_BESIDE = re.compile(
    r"(?:[\s:=]{1,3}(?:ko|ako|akong|po|is|es|est|ist|saya|aku|nya|id|address|adres|alamat|with|mit|avec|con|com|na|ay|adalah|ialah|ini|under|"
    rf"me|mo|acc|account|:|=)(?![\w.@])){{0,4}}[\s:=(,\-]{{1,3}}({ODD})",
    re.IGNORECASE,
)
_SAID = re.compile(r"[:=]|\b(?:is|es|est|ist|id|address)\b", re.IGNORECASE)
_PIECE = re.compile(
    rf"\b(?:bit|half|piece|part|parte|partie|teil|bahagian|bagian)\s(?:is|es|est|ist|:|=|ialah|adalah)\s({ODD}|\d{{2,4}}\b)",
    re.IGNORECASE,
)
_PIECES = words_of("bit half piece part parte partie teil bahagian bagian")
_ENVELOPE = re.compile(rf"[📧📩✉💌📨📬]\s?[:\-]?\s?({ODD})")
_FOLLOWED = re.compile(
    r"\s(?:password|account|calendar|app|news|answers|groups?|messenger|chat|mail|user|inbox|and|or|365)\b",
    re.IGNORECASE,
)
_SURE = words_of(
    """gmail gmeil gmial gmali gmil googlemail yahoo yaho ymail hotmail hotmial hotm outlook outl icloud proton
    protonmail rocketmail gmx tutanota rediffmail hushmail posteo riseup freemail laposte btinternet orange
    gmailcom yahoocom hotmailcom outlookcom"""
)
_SPELLED = tuple(map(words_of, ("g mail", "g m", "y h", "h t m", "y hoo", "google mail", "web de", "mail ru")))
_OTHERS = words_of("sapo uol bol terra free live aol msn yandex qq mail hush tuta libero zoho")
_ENDED = words_of("com net org c co dot d punto ponto titik point pont pointe punkt punct daht cham kropka nokta tecka")


_DOTS = _ENDED - words_of("com net org c co d")
_SPOKEN = words_of("com net org")


def _has_house(words: set[str]) -> bool:
    if words & _SURE or (words & _OTHERS and words & _ENDED):
        return True
    return any(spelled <= words for spelled in _SPELLED)


def find(text: str, words: set[str]) -> Iterator[WebName]:
    """All such addresses of a folded text; `words` are its words in small letters, a cheap look before the search."""
    if _has_house(words):
        for house in _HOUSES.finditer(text):
            yield from _before(text, house)
            yield from _after(text, house)
    if words & _PIECES and (words & _SURE or "google" in words):
        yield from (WebName(*m.span(1), "EMAIL") for m in _PIECE.finditer(text) if m[1].isdigit() or is_odd(m[1]))
    if not text.isascii():
        yield from (WebName(*m.span(1), "EMAIL") for m in _ENVELOPE.finditer(text) if is_odd(m[1]))
    if not text.isascii() or "@" in text or "%40" in text or words & _SPOKEN:
        yield from _of_any_host(text)
    if words & _DOTS:
        yield from _told(text)
    if has_script(text):
        yield from _of_other_scripts(text)


def _of_any_host(text: str) -> Iterator[WebName]:
    """Addresses of any house: a sign that is no letter for "@", "@" parted from its name, no ending."""
    for sign in chain(_STRANGE_AT.finditer(text), _PARTED.finditer(lowered(text))):
        name = _JUST_BEFORE.search(text, max(0, sign.start() - 64), sign.start())
        strange = name and sign.re is _STRANGE_AT and (is_strange(name[1]) or "@" in sign[0])
        of_land = name and sign.re is _PARTED and sign[0].count(" ") > 3 and is_strange(name[1])  # "at host com cy"
        if name and (is_odd(name[1]) or strange or of_land):
            yield WebName(name.start(), sign.end(), "EMAIL")
    for match in _NO_ENDING.finditer(text) if "@" in text else ():
        if is_odd(match[1]) or is_strange(match[1]):
            yield WebName(*match.span(), "EMAIL")


def _told(text: str) -> Iterator[WebName]:
    """Addresses with a word for the dot of their host and one that is hardly one for "@"."""
    for dot in _TOLD_HOST.finditer(text):
        told = _LIKE_HOST.search(text, max(0, dot.start() - _BEFORE), dot.start())
        if told and (is_odd(told[1]) or is_strange(told[1])):
            yield WebName(told.start(), dot.end(), "EMAIL")


def _of_other_scripts(text: str) -> Iterator[WebName]:
    """Addresses whose "@", and often whose host, is told in another script: "name собака host точка ру"."""
    for sign in _FOREIGN_AT.finditer(text):
        name = _JUST_BEFORE.search(text, max(0, sign.start() - 64), sign.start())
        host = _FOREIGN_HOST.match(text, sign.end())
        if name and host and len(name[1]) > 2:
            yield WebName(whole(text, name.start(), sign[0]), host.end(), "EMAIL")


def _before(text: str, house: re.Match[str]) -> Iterator[WebName]:
    """The address whose house of mail this is, if a name stands before it."""
    told = _TOLD.search(text, max(0, house.start() - _BEFORE), house.start())
    if not told:
        return
    local, sign, like = told.groups()
    if (sign and _is_meant(local, sign, house[0])) or (not sign and _is_left_out(text, told, house, like)):
        yield WebName(whole(text, told.start(1), told[0]), house.end(), "EMAIL")


def _is_meant(local: str, sign: str, house: str) -> bool:
    """Whether what stands before a sign or word for "@" is a name: a plain word before a spoken "at" is none."""
    plain = local.split()[0].lower()
    if "@" not in sign and sign.strip().isascii() and len(sign.strip()) == 1 and house.isalpha():
        return False  # "Excel & Outlook"
    return is_odd(plain) or " " in local or plain not in vocabulary() or (not sign.strip().isalpha() and len(plain) > 2)


def _is_left_out(text: str, told: re.Match[str], house: re.Match[str], like: str | None) -> bool:
    """Whether a name stands before a house of mail without "@": one that is hardly a word, or after a word for mail."""
    local = told[1]
    if " " in local:
        return like is not None
    if "," in local or (is_host(local) and not is_odd(local)) or _FOLLOWED.match(text, house.end()):
        return False
    cued = bool(MAIL_WORDS & set(re.findall(r"[a-z]+", text[max(0, told.start() - 40) : told.start()].lower())))
    ended = len(house[0].split()) > 1
    if house[0].lower().startswith(("outl", "orange")) and not ended and not cued:
        return False
    if is_odd(local):
        return cued or is_strange(local) or (ended and not like)
    said = _SAID_DOT.search(house[0]) is not None  # "op hotmail punt nl"
    return cued and (said or not like) and is_strange(local) and local in (local.lower(), local.upper())


def _after(text: str, house: re.Match[str]) -> Iterator[WebName]:
    """The name behind a house of mail that is told in words."""
    told = _BESIDE.match(text, house.end())
    if not told or not is_odd(told[1]) or is_host(told[1]):
        return
    if is_strange(told[1]) or _SAID.search(text, house.end(), told.start(1)):
        yield WebName(*told.span(1), "EMAIL")
