"""E-mail addresses, account names and web addresses, plainly written or spelled out ("name (at) site dot com")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from privacy.tokens import words_of

_TLD = (
    r"(?:com|net|org|info|biz|edu|gov|int|mil|io|co|me|ly|app|dev|xyz|site|online|shop|store|club|live|link|blog|top|jobs|work|pro|"
    r"agency|asia|cat|mobi|tv|cc|eu|su|ac|ad|ae|af|ag|al|am|ar|at|au|az|ba|bd|be|bg|bh|bn|bo|br|by|bz|ca|ch|cl|cm|cn|cr|cu|cy|cz|"
    r"de|dk|do|dz|ec|ee|eg|es|et|fi|fj|fr|ge|gh|gr|gt|hk|hn|hr|ht|hu|id|ie|il|in|iq|ir|is|it|jm|jo|jp|ke|kg|kh|kr|kw|kz|la|lb|"
    r"lk|lt|lu|lv|ma|md|mg|mk|mm|mn|mo|mt|mu|mv|mx|my|mz|na|ng|ni|nl|no|np|nz|om|pa|pe|pg|ph|pk|pl|pr|ps|pt|py|qa|ro|rs|ru|rw|"
    r"sa|sd|se|sg|si|sk|sn|so|sv|sy|th|tj|tk|tm|tn|to|tr|tt|tw|tz|ua|ug|uk|us|uy|uz|ve|vn|ye|za|zm|zw)"
)
_AT = r"(?:\s?[\[({<]\s?(?:at|arroba|a|@|chez)\s?[\])}>]\s?|\s?@\s?|\s(?:at|arroba|alias|chez|di)\s|_at_|-at-)"
_PLAIN_AT = r"(?:\s?[\[({<]\s?(?:at|arroba|a|@|chez)\s?[\])}>]\s?|@|\s@\s|\s(?:at|arroba)\s|_at_|-at-)"
_DOT = (
    r"(?:\.|\s?[\[({<]\s?(?:dot|punto|ponto|point|titik|\.)\s?[\])}>]\s?"
    r"|\s(?:dot|punto|ponto|point|titik)\s|\s\.\s?|_dot_)"
)
_LOCAL = rf"[A-Za-z0-9](?:[A-Za-z0-9_%+'\-]|(?:{_DOT})(?=[A-Za-z0-9])){{0,63}}"
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9\-]{0,62})"
_MAILBOXES = (
    r"(?:gmail|g\s?mail|googlemail|yahoo|ymail|hotmail|outlook|live|icloud|proton|protonmail|aol|msn|mail|gmx|"
    r"yandex|qq|163|126|rocketmail)"
)
_EMAIL = re.compile(
    rf"(?<![A-Za-z0-9._%+\-]){_LOCAL}{_PLAIN_AT}(?:{_LABEL}{_DOT}){{1,4}}{_TLD}(?![A-Za-z0-9])"
    rf"|(?<![A-Za-z0-9._%+\-]){_LOCAL}{_AT}{_MAILBOXES}(?:\s(?:com|net|org|co|es|fr|my|id))?\b",
    re.IGNORECASE,
)
_STRICT_EMAIL = re.compile(r"[^\s@<>\"'(),;:\[\]{}]{1,64}@(?:[^\W_](?:[\w\-]{0,62})\.){1,6}[^\W\d_]{2,24}")
_SCHEME = re.compile(
    r"(?:https?|hxxps?|ftp)\s?(?::|\[:\]|\(:\))\s?//\s?[^\s<>\"'«»]{2,2000}|\bwww\s?\.\s?[^\s<>\"']{2,500}",
    re.IGNORECASE,
)
_BARE = re.compile(
    rf"(?<![@A-Za-z0-9._\-/])(?:{_LABEL}\.){{1,5}}{_TLD}(?![A-Za-z0-9.\-]*[A-Za-z0-9])(?::\d{{2,5}})?(?:/[^\s<>\"']{{0,1000}})?",
    re.IGNORECASE,
)
_SPELLED = re.compile(
    r"(?<![@A-Za-z0-9])(?:(?:https?|www)\s?(?::|dot|\.)?\s?(?:/ ?/)?\s?)?[A-Za-z0-9][A-Za-z0-9\-]{2,40}"
    r"(?:\s?[\[({<]\s?(?:dot|punto|\.)\s?[\])}>]\s?|\s(?:dot|punto|ponto|titik)\s)"
    r"(?:com|net|org|info|me|io|co|my|id|es|fr|ph|sg|in|uk)\b(?:\s?/\s?[A-Za-z0-9_\-./]+)?",
    re.IGNORECASE,
)
_PHONE_LINK = re.compile(
    r"(?:https?://)?(?:www\.)?(?:wa\.me/\+?\d{7,15}|(?:api|web)\.whatsapp\.com/send/?\?phone=\+?\d{7,15}|tel:\+?\d{7,15})[^\s<>\"']{0,300}",
    re.IGNORECASE,
)
_AT_NAME = re.compile(
    r"(?<![A-Za-z0-9._%+\-@/])@\s?([A-Za-z0-9_](?:[A-Za-z0-9_.\-]{0,38}[A-Za-z0-9_])?)(?:@(?:[A-Za-z0-9\-]+\.)+[A-Za-z]{2,})?"
)
_SURE = (
    r"(?:instagram|insta|ig|telegram|tele|tg|wechat|weixin|wx|vx|we\s?chat|kik|snapchat|snap|skype|viber|line|zalo|discord|"
    r"twitter|tiktok|tik\s?tok|facebook|fb|messenger|onlyfans|threema|wickr|kakao(?:talk)?|kkt|imo|qq|"
    r"bigo|michat|mi\s?chat|badoo|tinder|grindr|linkedin|微信|威信|薇信|电报|انستا|سناب|تيليجرام|تلجرام)"
)
_NAME = r"@?[A-Za-z0-9_](?:[A-Za-z0-9_.\-]{1,38}[A-Za-z0-9_])(?:#\d{4})?"
_CUED = re.compile(
    rf"(?<![A-Za-z0-9@]){_SURE}\s?"
    rf"(?:(?:\(?\s?(?:id|user|username|user name|name|acc|account|akaun|handle|usuario)\b\s?\)?"
    rf"\s?(?:is|:|=|-|：|->|>)?)"
    rf"|[:=：]|->|>|\s-\s|\bis\b|\bes\b)\s{{0,2}}({_NAME})(?![A-Za-z0-9])",
    re.IGNORECASE,
)
_LOOSE = re.compile(
    rf"(?<![A-Za-z0-9@]){_SURE}\s{{1,2}}((?=[A-Za-z_.\-]{{0,38}}[0-9_]|[A-Za-z0-9_\-]{{1,38}}\.[A-Za-z0-9])"
    rf"[A-Za-z0-9_](?:[A-Za-z0-9_.\-]{{2,38}}[A-Za-z0-9_]))(?![A-Za-z0-9])",
    re.IGNORECASE,
)
_OTHER = re.compile(
    rf"(?:\b(?:user\s?name|user\s?id|username|handle|nick(?:name)?|pseudo|usuario|"
    rf"dm me|add me|pm me|message me on|follow)\s?(?::|=|is|at|@|：)\s?"
    rf"({_NAME}))|(?<![A-Za-z0-9])/?u/([A-Za-z0-9_\-]{{3,30}})",
    re.IGNORECASE,
)
_COMMON_WORDS = frozenset(
    [
        "the",
        "a",
        "an",
        "and",
        "or",
        "for",
        "to",
        "is",
        "are",
        "was",
        "be",
        "my",
        "me",
        "you",
        "your",
        "us",
        "our",
        "we",
        "he",
        "she",
        "they",
        "it",
        "this",
        "that",
        "on",
        "in",
        "at",
        "of",
        "from",
        "with",
        "by",
        "not",
        "no",
        "yes",
        "page",
        "group",
        "channel",
        "only",
        "now",
        "here",
        "below",
        "above",
        "account",
        "story",
        "stories",
        "post",
        "posts",
        "ads",
        "ad",
        "video",
        "videos",
        "live",
        "link",
        "bio",
        "chat",
        "dm",
        "pm",
        "message",
        "messages",
        "number",
        "id",
        "name",
        "please",
        "or",
        "preferred",
        "available",
        "also",
        "app",
        "application",
        "marketing",
        "manager",
        "leader",
        "cook",
        "work",
        "production",
        "supervisor",
        "operator",
        "worker",
        "workers",
        "yang",
        "dan",
        "untuk",
        "atau",
        "di",
        "ke",
        "saya",
        "anda",
        "kami",
        "boleh",
        "el",
        "la",
        "los",
        "las",
        "un",
        "una",
        "por",
        "para",
        "con",
        "le",
        "les",
        "un",
        "une",
        "sur",
        "pour",
        "avec",
        "same",
        "below",
        "profile",
        "free",
        "money",
        "verification",
        "trailer",
        "wave",
        "jump",
        "fire",
        "one",
        "two",
        "bukan",
        "sahaja",
        "saja",
        "only",
        "com",
    ]
)
_LETTERS = re.compile(r"[a-z]+")
_TOKEN = re.compile(r"[^\s<>\"']+")
_DOTTED = re.compile(r"[A-Za-z0-9]\.[A-Za-z]")
_AT_HINT = re.compile(
    rf"@|[\[({{<]\s?(?:at|arroba|a|chez)\s?[\])}}>]|\s(?:at|arroba|alias|chez|di)\s{{1,2}}(?={_MAILBOXES}\b|[A-Za-z0-9\-]+"
    rf"(?:\s?[\[({{<]|\.[A-Za-z]{{2}}|\s(?:dot|punto|ponto|point|titik)\b))|_at_|-at-",
    re.IGNORECASE,
)
_AT_WORDS = words_of("at arroba alias chez di a")
_DOT_WORDS = words_of("dot punto ponto titik")
_PLATFORMS = words_of(
    """instagram insta ig telegram tele tg wechat weixin wx vx chat kik snapchat snap skype viber line zalo
    discord twitter tiktok tik facebook fb messenger onlyfans threema wickr kakao kakaotalk kkt imo qq bigo michat
    badoo tinder grindr linkedin"""
)
_NAMING = words_of("username user userid handle nick nickname pseudo usuario dm add pm message follow")
_TRAILING = ".,;:!?)]}>'\"»”’…*_~|"


@dataclass(frozen=True, slots=True)
class WebName:
    """An address found in the folded text, with its label EMAIL, HANDLE, URL, or PHONE for a link that is a number."""

    start: int
    end: int
    label: str


def find(text: str) -> Iterator[WebName]:
    """All addresses of a folded text; they may overlap (the longer one holds)."""
    # Each search is costly and most texts hold none of these: a cheap look at signs and words comes first.
    words = set(_LETTERS.findall(text.lower()))
    if "wa.me" in text or "whatsapp.com" in text or "tel:" in text:
        yield from (_web(match, "PHONE") for match in _PHONE_LINK.finditer(text))
    yield from _emails(text, words)
    if "//" in text or "www" in text.lower():
        yield from (_web(match, "URL") for match in _SCHEME.finditer(text))
    for token in _TOKEN.finditer(text) if "." in text else ():
        if "." in token[0] and _DOTTED.search(token[0]):
            found = (match for match in _BARE.finditer(token[0]) if _is_host(match[0]))
            yield from (_web(match, "URL", token.start()) for match in found)
    if words & _DOT_WORDS or "[.]" in text or "(.)" in text:
        yield from (_web(match, "URL") for match in _SPELLED.finditer(text))
    yield from _handles(text, words)


def _emails(text: str, words: set[str]) -> Iterator[WebName]:
    if "@" in text:
        yield from (_web(match, "EMAIL") for match in _STRICT_EMAIL.finditer(text))
    if "@" not in text and not words & _AT_WORDS:
        return
    end = 0
    for hint in _AT_HINT.finditer(text):
        if hint.start() < end:
            continue
        first, last = max(end, hint.start() - 70), hint.end() + 160
        while first > end and first < hint.start() and text[first - 1].isalnum():
            first += 1
        for match in _EMAIL.finditer(text[first:last]):
            if _is_email(match[0]):
                yield WebName(first + match.start(), first + match.end(), "EMAIL")
                end = first + match.end()


def _is_email(written: str) -> bool:
    """Whether it is an address: "at" between plain words is prose unless a mailbox or a spelled dot follows."""
    if "@" in written or re.search(r"[\[({<_-]\s?(?:at|arroba|a|chez)\s?[\])}>_-]", written, re.IGNORECASE):
        return True
    before, at, after = re.split(r"(\s(?:at|arroba|alias|chez|di)\s)", written, maxsplit=1, flags=re.IGNORECASE)
    if re.match(rf"{_MAILBOXES}\b", after, re.IGNORECASE):
        return before.split()[-1].lower() not in _COMMON_WORDS
    if re.search(r"[\s(\[{<](?:dot|punto|ponto|point|titik|\.)[\s)\]}>]", after, re.IGNORECASE):
        return True
    return any(c.isdigit() or c in "._" for c in before) or (at.isupper() and before.islower())


def _is_host(written: str) -> bool:
    host = written.split("/")[0].split(":")[0]
    name, _, ending = host.rpartition(".")
    # "accepted.By", "ASP.Net": a capital behind the dot begins a sentence or a product, not a country
    if (ending.istitle() and "/" not in written) or name.lower() in ("asp", "vb", "ado", "c", "f", "b"):
        return False
    if ending.lower() in (
        "no",
        "at",
        "in",
        "is",
        "it",
        "me",
        "my",
        "to",
        "so",
        "do",
        "la",
        "de",
        "es",
        "us",
        "am",
        "id",
        "be",
        "al",
    ):
        # "end.In the": a full stop without a space reads like a host; a path, "www" or small letters throughout decide
        return "/" in written or (written == written.lower() and name.count(".") >= 1) or name.lower().startswith("www")
    return any(c.isalpha() for c in name)


def _handles(text: str, words: set[str]) -> Iterator[WebName]:
    for match in _AT_NAME.finditer(text) if "@" in text else ():
        name = match[1]
        if " " in match[0][:2] and not any(c.isdigit() or c == "_" for c in name):
            continue
        if not name.isdigit() and len(name) > 1:
            yield WebName(match.start(), match.end(), "HANDLE")
    patterns = [_CUED, _LOOSE] if words & _PLATFORMS or not text.isascii() else []
    if words & _NAMING or "u/" in text:
        patterns.append(_OTHER)
    for pattern in patterns:
        for match in pattern.finditer(text):
            group = next(n for n in range(1, (match.lastindex or 1) + 1) if match[n])
            if _is_name(match[group]) and _is_meant(match, group):
                yield WebName(match.start(group), match.end(group), "HANDLE")


def _is_name(name: str) -> bool:
    return name.lower().lstrip("@") not in _COMMON_WORDS and not name.isdigit() and len(name) >= 3


def _is_meant(match: re.Match[str], group: int) -> bool:
    """Whether a name after a platform is meant as one: not the verb "is", not a new sentence without its space."""
    name = match[group]
    between = match[0][: match.start(group) - match.start()].lower()
    odd = any(c.isdigit() or c == "_" for c in name) or ("." in name and name == name.lower())
    if re.search(r"\s(?:is|es)\s*$", between):
        return (
            odd
            or re.search(r"\b(?:my|mi|our)\s$", match.string[max(0, match.start() - 4) : match.start()].lower())
            is not None
        )
    return "." not in name or odd


def _web(match: re.Match[str], label: str, shift: int = 0) -> WebName:
    """The address without the signs of the sentence around it; a bracket that it opened itself stays."""
    written = match[0].rstrip(_TRAILING)
    rest = match[0][len(written) :]
    closing = written.count("(") > written.count(")") and rest.startswith(")")
    return WebName(shift + match.start(), shift + match.start() + len(written) + closing, label)


def normal_email(written: str) -> str:
    """An e-mail address however it was spelled, in small letters: "Name (at) site dot com" is name@site.com."""
    text = re.sub(rf"\s?{_DOT}\s?", ".", written.strip().lower())
    text = re.sub(r"\s?[\[({<]?\s?(?:@|\b(?:at|arroba|alias|chez)\b|_at_|-at-)\s?[\])}>]?\s?", "@", text, count=1)
    if "@" not in text:
        text = re.sub(r"\s?[\[({<]\s?a\s?[\])}>]\s?|\sdi\s", "@", text, count=1)
    local, _, host = text.partition("@")
    host = re.sub(r"\s+(?=(?:com|net|org|co|es|fr|my|id)$)", ".", host).replace(" ", "")
    if re.fullmatch(_MAILBOXES, host):
        host += ".com"
    return f"{local.replace(' ', '')}@{host}"


def normal_handle(written: str) -> str:
    """An account name in small letters without "@"."""
    return written.strip().lstrip("@ ").lower()


def normal_url(written: str) -> str:
    """An address without scheme, "www", spaces and closing slash, in small letters up to the path."""
    text = re.sub(
        r"\s?[\[({<]?\s?\b(?:dot|punto|ponto|titik)\b\s?[\])}>]?\s?", ".", written.strip(), flags=re.IGNORECASE
    )
    text = re.sub(
        r"^\s*(?:(?:https?|hxxps?|ftp)\s?[\[(]?:[\])]?\s?//\s?)?(?:www\s?\.\s?)?",
        "",
        text.replace(" ", ""),
        flags=re.IGNORECASE,
    )
    host, slash, path = text.partition("/")
    return (host.lower() + slash + path).rstrip("/")
