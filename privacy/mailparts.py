"""What hidden e-mail addresses are made of: houses of mail as people write them, words for "@", ".", "_" and "-"."""

from __future__ import annotations

import re

from privacy.folding import folded
from privacy.namelists import vocabulary
from privacy.numerals import combined
from privacy.numerals import words as number_words
from privacy.tokens import words_of
from privacy.webparts import COMMON_WORDS, DOT_WORD

# Houses of mail that are hardly another word, also misspelled, spaced or with figures for letters.
HOUSE = (
    r"(?:g(?:ee)?[\s.\-]?m[ae4]?[i1!]l|g\sm\sa\si\sl|gm(?:eil|ial|ali)|g(?:oogle|00gle)\s?mail|y[a4]h[o0]{1,3}|y\sa\sh\so\so|ymail|"
    r"h[o0]t\s?m[a4][i1]l|h\so\st\sm\sa\si\sl|hotmial|icl[o0]ud|pr[o0]t[o0]n\s?m[a4][i1]l|rocketmail|gmx|tutanota|rediffmail|hushmail|"
    r"posteo|riseup|freemail|laposte|btinternet|web\.de|mail\.ru)"
)
# Those that are words as well: only behind a sign or a word for "@", or before an ending.
HOUSE_OR_WORD = (
    r"(?:outl[o0]{2}k|o\su\st\sl\so\so\sk|pr[o0]t[o0]n|orange|"
    r"sapo|uol|bol|terra|free|live|aol|msn|yandex|qq|mail|hush|tuta|libero|zoho)"
)
ENDING = (
    r"(?:c[o0]m|net|org|info|co|es|fr|ph|my|id|de|br|uk|pt|it|hu|pl|me|mx|in|sg|eu|ch|be|nl|ru|ro|bg|cz|at|"
    r"tr|vn|gr|ua|kr|jp|th|cn|hk|ke|ng|za|gh|ug|tz|pk|bd|np|lk|kh|la|mm|sk|si|hr|rs|lt|lv|ee|se|no|dk|fi|ar|cl|pe|ie|au|nz|ca|io|example)"
)
# Words of other scripts for "@" and ".", folded.
_FOREIGN_AT = (
    "собака|собачка|собачк|гав|песик|равлик|кльомба|маймунско а|แอท|แอด|แอ็ด|"
    "ات|آت|ایت|أت|آتساین|골뱅이|앳|艾特|圈a|アットマーク|アット|ऐट|एट|παπάκι"
)
_FOREIGN_DOT = "точка|тчк|крапка|ดอท|ดอต|จุด|دات|دوت|نقطة|نقطه|닷|점|点|點|ドット|डॉट|τελεία"


def _forms(words: str) -> str:
    """A pattern of words folded, as written and as they look when capitals were folded and then made small."""
    forms = {
        form: None
        for word in words.split("|")
        for form in (folded(word), folded(word.upper()), folded(word.upper()).lower())
    }
    return "|".join(sorted(forms, key=len, reverse=True))


FOREIGN_AT, FOREIGN_DOT = _forms(_FOREIGN_AT), _forms(_FOREIGN_DOT)
AT_WORD = (
    r"(?:att\.?|at\sthe\srate(?:\sof)?|at|a[\-.]t|@?\s?a\s(?:cong|moc|vong)|@\s(?:moc|cong)|kuyruklu\sa|coada\sde\smaimuta|arond|a\scommerciale?|"
    r"(?:la\s|el\s)?a\scon\srabo|a\scom\srabo|chiocc\.?|gav|sobaka|ludo\sa|afna|s(?:h)?trudel|papaki|snabela|(?:then\s)?(?:the\s)?at[\s\-](?:sign|symbol)(?:\sthen)?|aht|arr?obas?e?|arr?obaze|klammeraffe|affenschwanz|malpa|chiocciola|"
    r"ap(?:en?)?staartje|snabel-?a|zavinac|kukac|"
    rf"{FOREIGN_AT})"
)
# Prepositions and the like: only behind a name that is no word, before a house of mail.
AT_LIKE = r"(?:alias|chez|di|et|op|ar|pri|pe|i|en|em|no|na|sa|bei|auf|on|sur|pada|dekat|kat)"
SIGN = r"[^\w\s.,;:!?'\"()\[\]{}<>/\\\-@\x00]"
UNDERSCORE = (
    r"under\s?score|under\s?line|underscor|gui[oó]n\s(?:bajo|baixo)|sub\s?gui[oó]n|barra\sba[jx]a|raya\s(?:abajo|al\spiso|baja)|tiret\s(?:du\s)?bas|"
    r"tra[cç]o\sba[ijx]xo|sublinhado|garis\sbawah|unterstrich|tiefstrich|bodenstrich|podkres(?:lenie|lnik)|podlaga|"
    r"podtrzitko|alt\scizgi|alttire|laag\sstreepje|liggend\sstreepje|trattino\sbasso|gach\sduoi|gach\snoi|linie\sjos"
)
# One of these stands in every way of telling it.
STROKES = words_of(
    """underscore score underscor subguion bajo baixo baja baixa bas abajo bawah sublinhado unterstrich tiefstrich
    bodenstrich
    podkreslenie podkreslnik podtrzitko cizgi streepje basso noi duoi jos"""
)
_DASH = (
    r"dash|hyphen|minus|guion(?:\smedio)?|tiret|trait\sd.union|traco|hifen|sempang|tanda\shubung|"
    r"setrip|strip|bindestrich|gitling|kreska|myslnik|pomlcka|streepje|tire"
)
# How it is to be written: "stack (no spaces) boyz".
_HOW = (
    r"no\sspaces?|one\sword|all\s(?:small|lower\s?case|one)|sin\sespacios?|tanpa\sspasi|sem\sespaco|sans\sespace|zusammen"
    r"|ohne\sleerzeichen"
)
JOIN = rf"(?:{UNDERSCORE}|{_DASH}|{DOT_WORD}|{FOREIGN_DOT}|period|{_HOW})"
NUMBER = rf"(?:{'|'.join(sorted((w for w in number_words() if w.isascii() and w.isalpha()), key=len, reverse=True))})"
MAIL_WORDS = words_of(
    """mail mails email emails mel emel surel courriel correo correos gmail mailbox inbox write reply adresse address
    alamat schreib schreibt schreiben meldet hinweise escribe escribid escribir escriban escreva escrevam tulis
    kirim sumulat ecrire ecrivez ecris resume lamaran cv"""
)
# What stands before an address that is told in words and belongs to it: "hana underscore", "mail jean the flats".
_WORD_JOIN = rf"(?:\s(?:{JOIN})\s|\s?[\[(]\s?(?:{JOIN})\s?[\])]\s?)"
_JOINED_BEFORE = re.compile(rf"(?<![\w.@])(?:[A-Za-z0-9][\w.\-]*{_WORD_JOIN}){{1,3}}\Z", re.IGNORECASE)
_CUED_BEFORE = re.compile(
    rf"\b(?:{'|'.join(sorted(MAIL_WORDS))})\b(?:\s?[:=]|\s(?:is|es|est|ist|ay))?\s{{1,2}}((?:[^\W\d_]{{2,20}}\s){{1,3}})\Z",
    re.IGNORECASE,
)
_LINKING = words_of("to at me us and or ke an on via by for please pls is es ou oder y e")
_BEFORE = 70
_NAMES = 3
_WORD_BEFORE = re.compile(r"(?<![\w@.'’-])([^\W_][^\W_]{2,22})\s\Z")


# "maria✨lim" before "@": a sign in the place of a dot, of which the pattern of addresses knows a few
_GLUED_BEFORE = re.compile(
    r"[A-Za-z0-9][A-Za-z0-9._-]*(?:[^\x00-\x7f\w\s“”‘’«»„–—…→←➡：，。、（）【】]{1,2}[A-Za-z0-9._-]*)+$"
)


def whole(text: str, start: int, written: str) -> int:
    """Where an address begins of which only the last part was found at `start`, as it was told in words."""
    first = max(0, start - _BEFORE)
    if glued_to := _GLUED_BEFORE.search(text, first, start):
        return glued_to.start()
    if joined_to := _JOINED_BEFORE.search(text, first, start):
        return joined_to.start()
    told = None if "@" in written else _CUED_BEFORE.search(text, first, start)
    words = told[1].lower().split() if told else []
    if told and words[0] not in COMMON_WORDS and not _LINKING & set(words):
        return told.start(1)
    return start if "@" in written else _with_names(text, start)


def _with_names(text: str, start: int) -> int:
    """Where the words begin that stand right before an address told in words and are no words of any language."""
    for _ in range(_NAMES):
        word = _WORD_BEFORE.search(text, max(0, start - 26), start)
        if not word or word[1].lower() in vocabulary() or word[1].lower() in COMMON_WORDS | _LINKING | MAIL_WORDS:
            break
        start = word.start()
    return start


_JOINS = (
    (re.compile(rf"\s?[\[(]?(?:{_HOW})[\])]?\s?", re.IGNORECASE), ""),
    (re.compile(rf"\s(?:{UNDERSCORE})\s", re.IGNORECASE), "_"),
    (re.compile(rf"\s(?:{_DASH})\s", re.IGNORECASE), "-"),
)
_LEET = str.maketrans("01!34", "oiiea")
_SPELLINGS = {"gmil": "gmail", "gmel": "gmail", "gmeil": "gmail", "gmial": "gmail", "gmali": "gmail",
              "googlemail": "gmail",
              "hotmial": "hotmail", "yaho": "yahoo", "yahooo": "yahoo"}  # fmt: skip
_HOUSE_TAIL = re.compile(rf"\s{{1,2}}(?={HOUSE}\b[^@]{{0,40}}\Z)", re.IGNORECASE)
_SIGN_AT = re.compile(rf"\s?[,;'\"(|~*]?\s?{SIGN}{{1,2}}\s?(?=[\w\-]+\s?(?:{SIGN}|[.,]|\Z))")


def joined(local: str) -> str:
    """The part before "@" with the words for "_", "-" and figures written out as signs."""
    for pattern, sign in _JOINS:
        local = pattern.sub(sign, local)
    first, *rest = local.replace(",", ".").split() or [""]
    figures: list[str] = []
    for word in rest:
        digits = number_words().get(word, word)
        whole = combined(figures[-1], digits) if figures else None
        figures[-1:] = [whole] if whole else [*figures[-1:], digits]
    return first + "".join(figures)


def house(host: str) -> str:
    """The part after "@" with its house of mail as it is commonly spelled."""
    host = (
        re.sub(r"(?<=[a-z])(?<!\.)com\Z", ".com", host) if re.fullmatch(rf"{HOUSE}com", host, re.IGNORECASE) else host
    )
    name, dot, rest = re.sub(rf"\s?(?:{SIGN}{{1,2}}|[.,]{{1,3}})\s?", ".", host).partition(".")
    if re.fullmatch(rf"{HOUSE}|{HOUSE_OR_WORD}", name, re.IGNORECASE):
        name = re.sub(r"[\s\-]", "", name).translate(_LEET)
    return _SPELLINGS.get(name, name) + dot + rest


def with_at(written: str) -> str:
    """An address in which another sign, or nothing at all, stands for "@", with one."""
    found = _SIGN_AT.search(written) or _HOUSE_TAIL.search(written)
    return f"{written[: found.start()]}@{written[found.end() :]}" if found else written
