"""Account names: "@name", and names after a platform ("telegram: name") or a word that names ("username is")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from privacy.folding import lowered
from privacy.tokens import words_of
from privacy.webparts import COMMON_WORDS, WebName

_AT_NAME = re.compile(
    r"(?<![A-Za-z0-9._%+\-@/])@\s?([A-Za-z0-9_](?:[A-Za-z0-9_.\-]{0,38}[A-Za-z0-9_])?)(?:@(?:[A-Za-z0-9\-]+\.)+[A-Za-z]{2,})?"
)
_SURE = (
    r"(?:instagram|insta|ig|1g|k1k|telegram|tele|tg|wechat|weixin|wx|vx|we\s?chat|kik|snapchat|snap|skype|viber|line|zalo|discord|"
    r"twitter|tiktok|tik\s?tok|facebook|fb|messenger|onlyfans|threema|wickr|kakao(?:talk)?|kkt|imo|qq|"
    r"bigo|michat|mi\s?chat|badoo|tinder|grindr|linkedin|微信|威信|薇信|电报|انستا|سناب|تيليجرام|تلجرام)"
)
_PLATFORM = re.compile(rf"(?<![a-z0-9@])(?={_SURE})")
_NAME = r"@?[A-Za-z0-9_](?:[A-Za-z0-9_.\-]{1,38}[A-Za-z0-9_])(?:#\d{4})?"
_CUED = re.compile(
    rf"(?<![A-Za-z0-9@]){_SURE}\s?"
    rf"(?:(?:\(?\s?(?:id|user|username|user name|name|acc|account|akaun|handle|usuario)\b\s?\)?"
    rf"\s?(?:is|:|=|-|：|->|>)?)"
    rf"|[:=：]|->|>|\s-\s|\bis\b|\bes\b)\s{{0,2}}({_NAME})(?![A-Za-z0-9])",
    re.IGNORECASE,
)
_LOOSE = re.compile(
    rf"(?<![A-Za-z0-9@]){_SURE}(?:\s{{1,2}}|\s?[^\w\s@:=]{{1,3}}\s?)((?=[A-Za-z_.\-]{{0,38}}[0-9_]|[A-Za-z0-9_\-]{{1,38}}\.[A-Za-z0-9])"
    rf"[A-Za-z0-9_](?:[A-Za-z0-9_.\-]{{2,38}}[A-Za-z0-9_]))(?![A-Za-z0-9])",
    re.IGNORECASE,
)
_OTHER = re.compile(
    rf"(?:\b(?:user\s?name|user\s?id|username|handle|nick(?:name)?|pseudo|usuario|"
    rf"dm me|add me|pm me|message me on|follow)\s?(?::|=|is|at|@|：)\s?"
    rf"({_NAME}))|(?<![A-Za-z0-9])/?u/([A-Za-z0-9_\-]{{3,30}})",
    re.IGNORECASE,
)
_SKYPE = re.compile(r"\blive:[A-Za-z0-9_.\-]{2,40}[A-Za-z0-9_]")  # how Skype itself writes an account
_PLATFORMS = words_of(
    """instagram insta ig g k live telegram tele tg wechat weixin wx vx chat kik snapchat snap skype viber line zalo
    discord twitter tiktok tik facebook fb messenger onlyfans threema wickr kakao kakaotalk kkt imo qq bigo michat
    badoo tinder grindr linkedin"""
)
_NAMING = words_of("username user userid handle nick nickname pseudo usuario dm add pm message follow")


def find(text: str, words: set[str]) -> Iterator[WebName]:
    """All account names of a folded text; `words` are its words in small letters, a cheap look before the search."""
    for match in _AT_NAME.finditer(text) if "@" in text else ():
        name = match[1]
        if " " in match[0][:2] and not any(c.isdigit() or c == "_" for c in name):
            continue
        if not name.isdigit() and len(name) > 1:
            yield WebName(match.start(), match.end(), "HANDLE")
    patterns = [_CUED, _LOOSE] if words & _PLATFORMS or not text.isascii() else []
    if words & _NAMING or "u/" in text:
        patterns.append(_OTHER)
    if "live:" in text:
        yield from (WebName(match.start(), match.end(), "HANDLE") for match in _SKYPE.finditer(text))
    for pattern in patterns:
        for match in pattern.finditer(text) if pattern is _OTHER else _after_platforms(pattern, text):
            group = next(n for n in range(1, (match.lastindex or 1) + 1) if match[n])
            if _is_name(match[group]) and _is_meant(match, group):
                yield WebName(match.start(group), match.end(group), "HANDLE")


def _after_platforms(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """What `pattern.finditer` gives of one that begins with a platform: those are looked for in small letters first."""
    end = 0
    for platform in _PLATFORM.finditer(lowered(text)):
        match = pattern.match(text, platform.start()) if platform.start() >= end else None
        if match:
            end = match.end()
            yield match


def _is_name(name: str) -> bool:
    return name.lower().lstrip("@") not in COMMON_WORDS and not name.isdigit() and len(name) >= 3


def _is_meant(match: re.Match[str], group: int) -> bool:
    """Whether a name after a platform is meant as one: not the verb "is", not a new sentence without its space."""
    name = match[group]
    between = match[0][: match.start(group) - match.start()].lower()
    odd = any(c.isdigit() or c == "_" for c in name) or ("." in name and name in (name.lower(), name.upper()))
    if re.search(r"\s(?:is|es)\s*$", between):
        return (
            odd
            or re.search(r"\b(?:my|mi|our)\s$", match.string[max(0, match.start() - 4) : match.start()].lower())
            is not None
        )
    return "." not in name or odd


def normal_handle(written: str) -> str:
    """An account name in small letters without "@"."""
    return written.strip().lstrip("@ ").lower()
