"""Account names told by what stands beside them: an app, a sign for one, "my username here is", "on reddit"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from privacy.oddwords import is_host, is_odd, is_sentence_end, is_strange, odd_words
from privacy.plainhandles import APP_CLUES
from privacy.tokens import words_of
from privacy.webparts import COMMON_WORDS, WebName

_BEFORE = 70  # characters before a name in which it may be told
_APPS = (
    r"(?:signal|session|botim|wire|reddit|element|matrix|jami|briar|simplex|zangi|tango|litmatch|likee|tagged|bumble|hinge|tumblr|"
    r"pinterest|youtube|twitch|bluesky|mastodon|threads|steam|roblox|xbox|psn|gumtree|hangouts?|google\schat|clubhouse|kwai|"
    r"telegram|tele|tg|instagram|insta|ig|tiktok|snap|snapchat|wechat|line|kik|skype|viber|discord|twitter|facebook|fb|"
    r"(?:bird|ghost|camera|green|blue|yellow|purple|red|pink)\sapp)"
)
_FILL = (
    r"(?:id|user|username|name|nama|nombre|nom|nome|acc|account|akun|konto|cuenta|compte|conta|pseudo|usuario|ko|po|me|my|us|on|at|is|es|"
    r"est|ist|ay|saya|aku|nya|works|same|mismo|mesmo|meme|sama|all|semua|todo|todos|tout|alle|lahat|here|also|too|tambien|"
    r"only|lang|na|ng|the|under|ya|pakai|as|ku|mo|kita|he|she|his|her|hers|him|them|their|was|were)"
)
# Up to four short words between an app and a name with a dot or a figure within.
_AFTER_APP = re.compile(
    rf"(?<![\w@.]){_APPS}(?:[\s,:=(/|\-]{{1,3}}(?:{_FILL}|{_APPS})(?![\w.@])){{0,4}}[\s,:=(\-@]{{1,4}}\Z", re.IGNORECASE
)
_AFTER_SAME = re.compile(
    r"\b(?:same\s(?:user)?name|same\shandle|mismo\snombre|mesmo\snome|meme\s(?:nom|pseudo)|nama\ssama|gleicher\sname|parehong\spangalan)"
    r"\s?(?:is|es|:|-|e|est|ist)?\s\Z",
    re.IGNORECASE,
)
_SIGNS = "📷📸👻✈🛩🛫🎵🎶🐦🐤💙🔵🟣🟢💬📲📱🆔👾🎮"
_AFTER_SIGN = re.compile(rf"[{_SIGNS}]\s?[:\-=]?\s?\Z")
# "my username here is copperwren", "mein Konto hier heisst wollgras"
_NAMES = (
    r"(?:user\s?name|user\s?id|screen\s?name|gamer\s?tag|handle|nick(?:name)?|pseudo|usuario|nombre\sde\susuario|nome\sde\susuario|"
    r"nom\sd.utilisateur|nama\spengguna|nama\sakun|nama\sakaun|benutzername|nutzername|account|konto|akun|akaun|cuenta|compte|conta|"
    r"perfil|profil|profile|name|nom|nombre|nome|nama|pangalan)"
)
_HERE = (
    r"(?:my|saya|aku|ku|ko|dia|nya|on|in|di|dekat|kat|for|this|the|app|site|forum|board|here|sini|situ|aqui|aca|ici|hier|dort|dito|"
    r"auf|en|no|na|por|sur|sa|po|ce|este|esta|isto)"
)
_COPULA = r"(?:is|es|est|ist|heiss?t|lautet|e|ay|ialah|adalah|called|named|c.est|se\sllama|chama-se|yaitu|:|=|->)"
_HERE_IS = re.compile(
    rf"\b{_NAMES}(?P<here>(?:\s{_HERE}){{0,4}})(?P<is>\s?[:=]|\s{_COPULA})?\s(?P<name>[A-Za-z0-9_](?:[A-Za-z0-9_\-]|\.(?=\w)){{3,38}})(?![\w@/])",
    re.IGNORECASE,
)
_LOOSE_NAMES = (
    "name ",
    "nom ",
    "nome ",
    "nama ",
    "nombre ",
    "account",
    "profil",
    "perfil",
    "compte",
    "conta",
    "cuenta",
)
_PLACES = words_of("here sini situ aqui aca ici hier dort dito app site forum board kat dekat")
# "I'm snippet on reddit", "i go by plum-and-thistle on here"
_I_AM = re.compile(
    r"\b(?:i'?m|i am|i go by|known as|soy|ich bin|je suis|"
    r"saya|aku|ako si|si|sou|find me as|look me up as|add me as|you were|it is|ask for|according to|posted by)\s"
    r"([A-Za-z0-9_](?:[A-Za-z0-9_\-]|\.(?=\w)){3,38})\s(?:on|auf|en|sur|no|na|di|sa|at|in|over at)?\s?"
    rf"(?:{_APPS}|(?:on\s)?(?:here|this\s(?:forum|site|board|app))|hier|aqui|ici|sini|dito)\b",
    re.IGNORECASE,
)
_VERBS = (
    r"(?:add|follow|find|message|dm|pm|msg|inbox|hmu|search|look\sfor|ask\sfor|hubungi|cari|tambah|tambahin|mesej|ajoute(?:z|r)?(?:-moi)?|agrega(?:me)?|"
    r"buscame|busca|sigueme|adiciona|chama|procura|segue|folge|suche?(?!\sas)|adde|hanapin|i-add|contact)"
)
_AFTER_VERB = re.compile(
    rf"(?<![\w@]){_VERBS}(?:\s(?:{_FILL}|nyo|mo|moi|mich|mir|sur|di|en)){{0,3}}[\s:]{{1,2}}\Z", re.IGNORECASE
)
_ON_APP = re.compile(rf"\s(?:on|over\son|di|sa|en|auf|bei|no|na|sur|dekat|kat)\s{_APPS}\b", re.IGNORECASE)
_NUMBERED = re.compile(r"(?<![\w#@./])[A-Za-z][\w.]{2,31}#\d{4}(?!\w)")  # as Discord writes them
# "r o s e _ 2 2": signs one by one
_SPACED = re.compile(r"(?<!\S)[A-Za-z0-9](?: [A-Za-z0-9_.\-]){4,30}(?![A-Za-z0-9_.@\-]|\s@)")
_HEX = re.compile(
    r"\bsession(?:\s(?:id|is|me|my))?\s?[:=]?\s(?:id\s?[:=]?\s?)?((?=[a-f]*\d)[0-9a-f]{10,66})\b", re.IGNORECASE
)
_NAME_CLUES = words_of(
    """username user screen gamer gamertag handle nick nickname pseudo usuario utilisateur pengguna benutzername
    nutzername account konto akun akaun cuenta compte conta perfil profil profile name nom nombre nome nama pangalan"""
)
_VERB_CLUES = words_of(
    """add follow find message dm pm msg inbox hmu search look ask hubungi cari tambah tambahin mesej ajoute ajoutez
    ajouter agrega agregame buscame busca sigueme adiciona chama procura segue folge such adde hanapin contact"""
)


def find(text: str, words: set[str]) -> Iterator[WebName]:
    """All such names of a folded text; `words` are its words in small letters, a cheap look before the search."""
    yield from (WebName(*word.span(), "HANDLE") for word in odd_words(text) if _is_told(word, words))
    if words & APP_CLUES or words & _PLACES:
        yield from _named(_I_AM, text)
    if words & _NAME_CLUES:
        yield from _here(text)
    if "discord" in words and "#" in text:
        yield from (WebName(*match.span(), "HANDLE") for match in _NUMBERED.finditer(text))
    if "session" in words:
        yield from (WebName(*match.span(1), "HANDLE") for match in _HEX.finditer(text))
    yield from (WebName(*m.span(), "HANDLE") for m in _SPACED.finditer(text) if "_" in m[0]) if "_" in text else ()


def _is_told(word: re.Match[str], words: set[str]) -> bool:
    """Whether an odd word is told for an account name: by an app, a sign or a verb beside it, or by two dots within."""
    text, start, name = word.string, word.start(), word[0]
    if _is_dotted(name):
        return True
    first = max(0, start - _BEFORE)
    if not text.isascii() and not name.istitle() and _AFTER_SIGN.search(text, first, start):
        return True
    apps, verbs = words & APP_CLUES, words & _VERB_CLUES
    if apps and verbs and name in (name.lower(), name.upper()) and _ON_APP.match(text, word.end()):
        return True
    if is_sentence_end(name) or (is_host(name) and name.count(".") == 1):
        return False
    if (apps and _AFTER_APP.search(text, first, start)) or (
        words & _NAME_CLUES and _AFTER_SAME.search(text, first, start)
    ):
        return True
    return bool(verbs) and is_strange(name) and _AFTER_VERB.search(text, first, start) is not None


def _named(pattern: re.Pattern[str], text: str) -> Iterator[WebName]:
    """Names that need not be odd, if they are no word of any language."""
    for match in pattern.finditer(text):
        name = match[1].lower()
        if name not in COMMON_WORDS and (is_strange(name) or is_odd(name)):
            yield WebName(*match.span(1), "HANDLE")


def _here(text: str) -> Iterator[WebName]:
    """Names behind "my username here is": an odd one, or one that is no word where "here" is said."""
    for match in _HERE_IS.finditer(text):
        name = match["name"]
        here = _PLACES & set(match["here"].lower().split())
        if not match["is"] and not here and match[0].lower().startswith(_LOOSE_NAMES):
            continue
        if (is_strange(name) and (here or (is_odd(name) and not is_sentence_end(name)))) or (here and is_odd(name)):
            yield WebName(*match.span("name"), "HANDLE")


def _is_dotted(name: str) -> bool:
    """Whether a word has two dots within or more, and is neither a host nor sentences that lost their blanks."""
    dots = name.count(".")
    return (
        dots > 1
        and name in (name.lower(), name.upper())
        and (is_strange(name) or (dots > 2 and any(len(part) == 2 for part in name.split("."))))
        and not is_host(name)
    )
