"""Account names without any sign within, told by a platform beside them and known by being no word of any language."""

from __future__ import annotations

import re
from collections.abc import Iterator

from privacy.folding import lowered
from privacy.mailparts import STROKES, UNDERSCORE
from privacy.namelists import vocabulary
from privacy.oddwords import is_strange
from privacy.tokens import words_of
from privacy.webparts import COMMON_WORDS, WebName

APP_CLUES = words_of(
    """signal session botim wire reddit element matrix jami briar simplex zangi tango litmatch likee tagged bumble hinge
    tumblr pinterest youtube twitch bluesky mastodon threads steam roblox xbox psn gumtree hangout hangouts google
    clubhouse kwai app
    sc tt teleg disc wx vx threema wickr zalo onlyfans fans fansly gamertag yt badoo tinder imo qq bigo
    telegram tele tg instagram insta ig tiktok snap snapchat wechat line kik skype viber discord
    twitter facebook fb"""
)
# A name behind a platform and a sign or word, or before it: "insta → name", "name (ig)".
_PLACED = (
    r"(?:instagram|insta|ig|telegram|teleg|tele|tg|tiktok|tik\stok|tt|snapchat|snap|sc|wechat|wx|vx|kik|skype|viber|"
    r"discord|disc|threema|wickr|zalo|onlyfans|only\sfans|fansly|roblox|xbox|gamertag|psn|threads|twitch|badoo|tinder|"
    r"imo|qq|bigo)"
)
_STRANGE = r"(?P<name>[a-z][a-z0-9]{5,24}|[A-Z][A-Z0-9]{5,24})(?![\w@.])"
_PLATFORM = re.compile(rf"(?<![\w@.]){_PLACED}(?![a-rt-z0-9])")
_MY = re.compile(r"\b(?:my|add|mi|meu|mein|mon|ko|dm|hmu|me\son|us\son)\s(?:my\s|me\s|on\s)?\Z", re.IGNORECASE)
_BEHIND = re.compile(
    r"(?:'s|s)?(?:\s?(?:->|=>|[→➡⇒»>=:/\-–—~(\"“«|•✨🔥])+\s?[\"“(]?"
    r"|\s(?:at|under|its|it's|is|as|called|name|user|username|handle|add|es|ist|ay|nya)\s(?:is\s)?"
    rf"|(?P<bare>\s)){_STRANGE}",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    rf"(?<![\w@./]){_STRANGE}\s?(?:\((?:my\s|on\s)?|(?P<on>[\"”]?\s(?:on|di|sa|en|auf|sur|no)\s))\Z", re.IGNORECASE
)
# "my @ is name", "👻 name"
_SIGNED = re.compile(rf"(?:\bmy\s(?:@|at)\s(?:is|:|=)\s|👻\s?[:=\-]?\s?){_STRANGE}", re.IGNORECASE)
# "insta kate dot lowexo", "snap: k a t e l o w e": a name in pieces.
_PIECES = re.compile(
    rf"(?<![\w@.])(?:{_PLACED}\s?[:=]?\s?|(?=@))(?P<name>@?[a-z0-9_]{{2,25}}(?:\s(?:dot|period|punto|titik|ponto|{UNDERSCORE})\s[a-z0-9_]{{2,25}}){{1,3}}"
    r"|(?<=[:=] )[a-z0-9](?: [a-z0-9._]){4,30})(?![\w@])",
    re.IGNORECASE,
)
_JOINTS = words_of("dot period punto titik ponto") | STROKES
_SOUGHT = re.compile(
    r"\b(?:find|search|add|follow|ask\sfor|look\sfor|look\sup|dm|message|im|i'm|its|it's|me|is|as|for|under|cari|busca|hanapin)\s[\"“]?\Z",
    re.IGNORECASE,
)


def find(text: str, words: set[str]) -> Iterator[WebName]:
    """All such names of a folded text; `words` are its words in small letters, a cheap look before the search."""
    if words & APP_CLUES:
        yield from _plain(text)
    if "👻" in text or {"my", "is"} <= words or {"my", "at"} <= words:
        yield from _signed(text)
    if (words & APP_CLUES or "@" in text) and words & _JOINTS:
        yield from _in_pieces(text)


def _plain(text: str) -> Iterator[WebName]:
    """Names without a sign within, in small letters or capitals, that are no word of any language."""
    for platform in _PLATFORM.finditer(lowered(text)):
        start, end = platform.span()
        behind = _BEHIND.match(text, end)
        if (
            behind
            and _is_unknown(behind["name"])
            and (not behind["bare"] or _MY.search(text, max(0, start - 14), start))
        ):
            yield WebName(*behind.span("name"), "HANDLE")
        ahead = _AHEAD.search(text, max(0, start - 45), start)
        if ahead and _is_unknown(ahead["name"]) and (not ahead["on"] or _is_sought(text, ahead.start())):
            yield WebName(*ahead.span("name"), "HANDLE")


def _is_sought(text: str, start: int) -> bool:
    return _SOUGHT.search(text, max(0, start - 20), start) is not None


def _signed(text: str) -> Iterator[WebName]:
    for match in _SIGNED.finditer(text):
        if _is_unknown(match["name"]):
            yield WebName(*match.span("name"), "HANDLE")


def _in_pieces(text: str) -> Iterator[WebName]:
    for match in _PIECES.finditer(text):
        if match["name"].split()[0].lower() not in COMMON_WORDS:
            yield WebName(*match.span("name"), "HANDLE")


def _is_unknown(name: str) -> bool:
    low = name.lower()
    return name in (low, name.upper()) and low not in COMMON_WORDS and low not in vocabulary() and is_strange(low)
