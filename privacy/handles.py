"""Account names: "@name", and names after a platform ("telegram: name") or a word that names ("username is")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from privacy.folding import folded, has_script, lowered
from privacy.mailparts import STROKES, UNDERSCORE
from privacy.notphones import CURRENCY, UNIT
from privacy.oddwords import is_strange
from privacy.tokens import words_of
from privacy.webparts import COMMON_WORDS, WebName

_AT_NAME = re.compile(
    r"(?<![A-Za-z0-9._%+\-@/])@\s?([A-Za-z0-9_](?:[A-Za-z0-9_.\-]{0,38}[A-Za-z0-9_])?)(?:@(?:[A-Za-z0-9\-]+\.)+[A-Za-z]{2,})?"
)
_OTHER_SCRIPTS = (
    "телеграм телеграмм телега тг инстаграм инста вк вконтакте вайбер скайп дискорд снап تلگرام اینستا اینستاگرام "
    "تلغرام واتساب 카톡 카카오톡 카카오 "
    "라인 텔레그램 텔레 인스타 카톡아이디 아이디 شات ライン カカオ インスタ テレグラム 扣扣 加微 加v 加薇 飞机号"
)
# Platforms as people write them, some to slip past filters: "k!k", "1nsta", "teleg®am", "i.g", "s.c".
_SURE = (
    r"(?:instagram|1nstagram|!nstagram|inst4gram|inst@gram|insta|1nsta|!nsta|inst4|inst@|ig|1g|i\.g\.?|"
    r"telegram|t3legram|tel3gram|t3l3gram|telegr4m|telegr@m|teleg®am|tele|t3le|tel3|tg|t\.g\.?|"
    r"wechat|w3chat|wech4t|wech@t|weixin|wx|vx|we\s?chat|kik|k1k|k!k|snapchat|snappy|snaps|snap|sn4pchat|sn@pchat|sn4p|sn@p|"
    r"sc|s\.c\.?|skype|viber|line|zalo|discord|twitter|tw|tiktok|tik\s?tok|facebook|f4cebook|faceb00k|f@cebook|fb|f\.b\.?|"
    r"messenger|onlyfans|fansly|threema|wickr|kakao(?:talk)?|kkt|imo|qq|bbm|ok\.ru|vk\.com|vk|allmylinks|linktree|"
    r"cash\s?app|venmo|bigo|michat|mi\s?chat|badoo|tinder|grindr|linkedin|"
    r"微信号?|威信|薇信|电报|ไลน|ไอด|انستا|سناب|تيليجرام|تلجرام|" + "|".join(map(folded, _OTHER_SCRIPTS.split())) + ")"
)
_PLATFORM = re.compile(rf"(?<![a-z0-9@])(?={_SURE})")
_LATIN_PLATFORM = re.compile(_PLATFORM.pattern.split("|微信")[0] + "))")
_NAME = r"@?[A-Za-z0-9_](?:[A-Za-z0-9_.•·\-]{1,38}[A-Za-z0-9_])(?:#\d{4})?"
_CUED = re.compile(
    rf"(?<![A-Za-z0-9@]){_SURE}(?:\s(?:me|us))?\s?"
    rf"(?:(?:\(?\s?(?:id|user|username|user name|name|acc|account|akaun|handle|usuario|pin)\b\s?\)?"
    rf"\s?(?:is|:|=|-|：|->|>)?)"
    rf"|[^\w\s:=]{{0,3}}\s?(?:[:=：]|->|>|👉|➡)[^\w\s]{{0,2}}|\s-\s|\bis\b|\bes\b)\s{{0,2}}({_NAME})(?![A-Za-z0-9])",
    re.IGNORECASE,
)
# A short word may stand between ("kik me", "on telegram po", "ไลน์ ไอดี").
_LOOSE = re.compile(
    rf"(?<![A-Za-z0-9@]){_SURE}(?:\s{{1,2}}(?:(?:me|my|us|at|on|to|po|na|ko|kami|saya|aku|ya|id|acc|@|ไอด)\s{{1,2}})?"
    rf"|\s?[^\w\s@:=]{{1,3}}\s?)"
    rf"((?=[A-Za-z_.\-]{{0,38}}[0-9_]|[A-Za-z0-9_\-]{{1,38}}[.•·][A-Za-z0-9]|[A-Za-z]{{2,20}}-[A-Za-z]{{2,20}}-[A-Za-z]|[A-Za-z]{{2,32}}#\d)"
    rf"[A-Za-z0-9_](?:[A-Za-z0-9_.•·\-]{{2,38}}[A-Za-z0-9_])(?:#\d{{4}})?)(?![A-Za-z0-9])",
    re.IGNORECASE,
)
# "onlyfans/name", "t . me / name": an account behind the name of a site that is written without its ending, or spaced.
_SITED = re.compile(
    r"(?<![A-Za-z0-9@./])(?:(?:only\s?fans|fansly|allmylinks|linktree|linktr\.?ee|instagram|facebook|telegram|snapchat|tiktok)\s?(?:/|slash\s|barra\s|garis\smiring\s)\s?"
    r"|(?:t|m|ig|fb|wa)\s?(?:\.|\bdot\b|\s)\s?me\s{0,2}(?:/|slash\s)\s{0,2}|v\s?信?\s?xin[\s:：]{1,3})(@?[A-Za-z0-9_][A-Za-z0-9_.\-]{2,38}[A-Za-z0-9_])",
    re.IGNORECASE,
)
_SLASHES = words_of("slash barra miring")
_SITES = words_of("fans me onlyfans fansly allmylinks linktree linktr instagram facebook telegram snapchat tiktok")
_CASHTAG = re.compile(r"(?<![\w$])\$(?=[a-z0-9_]{0,19}[a-z]{3})[a-z][a-z0-9_]{3,19}\b", re.IGNORECASE)
_OTHER = re.compile(
    rf"(?:\b(?:user\s?name|user\s?id|username|handle|nick(?:name)?|pseudo|usuario|"
    rf"dm me|add me|pm me|message me on|follow)\s?(?::|=|is|at|@|：)\s?"
    rf"({_NAME}))|(?<![A-Za-z0-9])/?u/([A-Za-z0-9_\-]{{3,30}})",
    re.IGNORECASE,
)
# A word with a stroke within is hardly ever anything else: "inbox aja siti_rindu_kampung".
_UNDERSCORED = re.compile(
    r"(?<![\w@./\-])(?=(?:\d|_)*[a-z](?:[\d_]*[a-z]){2})[a-z0-9]+(?:_[a-z0-9]+)+(?![\w@]|\.(?:pdf|docx?|xlsx?|csv|pptx?|txt|jpe?g|png|gif|mp[34]|mov|zip|apk|html?|php|aspx?)\b)",
    re.IGNORECASE,
)
# "hana underscore twelve", "@wati garis bawah jaya": the word hardly stands in any account's way otherwise.
_SPELLED = re.compile(
    rf"(?<![\w@.])@?[A-Za-z0-9][\w.\-]{{1,30}}(?:\s?[\[(]?\s?(?:{UNDERSCORE})\s?[\])]?\s?[A-Za-z0-9][\w.\-]{{0,30}}){{1,4}}(?!\w)",
    re.IGNORECASE,
)
# What "@" stands before in prices, not in names: "3 @ RM2", "5kg @ 65rb".
_PRICE = re.compile(rf"{CURRENCY}\d+|\d+{CURRENCY}(?:/\w+)?|\d+{UNIT}", re.IGNORECASE)
_SKYPE = re.compile(r"\blive:[A-Za-z0-9_.\-]{2,40}[A-Za-z0-9_]", re.IGNORECASE)  # how Skype itself writes an account
_PLATFORMS = words_of(
    """instagram insta ig g k k1k live telegram tele tg wechat weixin wx vx chat kik snapchat snap skype viber line zalo
    discord twitter tiktok tik facebook fb messenger onlyfans threema wickr kakao kakaotalk kkt imo qq bigo michat
    badoo tinder grindr linkedin sc tw snappy snaps fansly bbm vk ok allmylinks linktree linktr cashapp cash venmo xin
    nstagram nsta inst legram tel teleg gram w wech sn pchat cebook faceb"""
)
# Short words that are more than a platform: only an odd name ("luna_88") is meant after them.
_DOUBTFUL = ("sc", "s.c", "tw", "vk", "snaps", "bbm", "venmo")
_NAMING = words_of("username user userid handle nick nickname pseudo usuario dm add pm message follow")

_NO_NAMES = COMMON_WORDS | _PLATFORMS


def find(text: str, words: set[str]) -> Iterator[WebName]:
    """All account names of a folded text; `words` are its words in small letters, a cheap look before the search."""
    for match in _AT_NAME.finditer(text) if "@" in text else ():
        name = match[1]
        if " " in match[0][:2] and not any(c.isdigit() or c == "_" for c in name):
            continue
        if _PRICE.fullmatch(name):
            continue
        if not name.isdigit() and len(name) > 1:
            yield WebName(match.start(), match.end(), "HANDLE")
    patterns = (
        [_CUED, _LOOSE]
        if words & _PLATFORMS or {"s", "c"} <= words or {"f", "b"} <= words or not text.isascii()
        else []
    )
    if words & _NAMING or "u/" in text:
        patterns.append(_OTHER)
    if (("/" in text or words & _SLASHES) and words & _SITES) or "xin" in words:
        patterns.append(_SITED)
    if "$" in text:
        yield from (WebName(match.start(), match.end(), "HANDLE") for match in _CASHTAG.finditer(text))
    if "_" in text:
        yield from (WebName(match.start(), match.end(), "HANDLE") for match in _UNDERSCORED.finditer(text))
    if words & STROKES:
        yield from (WebName(*match.span(), "HANDLE") for match in _SPELLED.finditer(text) if _is_spelled(match[0]))
    if "live" in words:
        yield from (WebName(match.start(), match.end(), "HANDLE") for match in _SKYPE.finditer(text))
    for pattern in patterns:
        for match in pattern.finditer(text) if pattern in (_OTHER, _SITED) else _after_platforms(pattern, text):
            group = next(n for n in range(1, (match.lastindex or 1) + 1) if match[n])
            if _is_name(match[group]) and _is_meant(match, group):
                yield WebName(match.start(group), match.end(group), "HANDLE")


def _after_platforms(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """What `pattern.finditer` gives of one that begins with a platform: those are looked for in small letters first."""
    end = 0
    platforms = _PLATFORM if has_script(text) else _LATIN_PLATFORM
    for platform in platforms.finditer(lowered(text)):
        match = pattern.match(text, platform.start()) if platform.start() >= end else None
        if match:
            end = match.end()
            yield match


def _is_spelled(written: str) -> bool:
    """Whether a name with words for "_" is one: "at the underline for" is prose."""
    first, last = re.split(rf"\s?[\[(]?\s?(?:{UNDERSCORE})", written, flags=re.IGNORECASE)[0], written.split()[-1]
    return not {first.lower().lstrip("@"), last.lower()} & COMMON_WORDS


def _is_name(name: str) -> bool:
    plain = name.lower().lstrip("@")
    return plain not in _NO_NAMES and len(name) >= 3 and any(map(str.isalpha, name))


def _is_meant(match: re.Match[str], group: int) -> bool:
    """Whether a name after a platform is meant as one: not the verb "is", not a new sentence without its space."""
    name = match[group]
    between = match[0][: match.start(group) - match.start()].lower()
    odd = any(c.isdigit() or c == "_" for c in name) or ("." in name and name in (name.lower(), name.upper()))
    if not odd and between.startswith(_DOUBTFUL) and not between.startswith("snapsh"):
        return False
    if re.search(r"\s(?:is|es)\s*$", between):
        return (
            odd
            or re.search(r"\b(?:my|mi|our)\s$", match.string[max(0, match.start() - 4) : match.start()].lower())
            is not None
        )
    if name.count("-") > 1 and not odd:
        return is_strange(name)
    return "." not in name or odd


def normal_handle(written: str) -> str:
    """An account name in small letters without "@"; the number of an account without the signs between its digits."""
    name = written.strip().lstrip("@ ").lower().replace(" ", "")
    return name.replace("-", "").replace(".", "") if not any(map(str.isalpha, name)) else name
