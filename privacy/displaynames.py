"""Names that accounts and pages bear on display: "fb: Kuya Nonoy Taiwan", up to the next stop, five words at most."""

from __future__ import annotations

import re
from collections.abc import Iterator

from privacy.namelists import vocabulary
from privacy.tokens import words_of
from privacy.webparts import COMMON_WORDS, WebName

_MOST = 5
_SITE = r"(?:fb|f\.b\.?|facebook|facebuk|fesbuk|feisbuk|pesbuk|facebok)"
_THEIR = r"(?:nya|niya|nila|dia|dele|dela|ni\s\w{1,12}|si|ng|de)"
_WHOSE = rf"(?:ko|po|saya|aku|namin|kami|{_THEIR})"
_NOUN = r"(?:page|account|acc|akun|akaun|name|nama|nombre|nom|nome|profile|profil|perfil|id)"
_IS = r"(?:is|es|est|ist|ay|e|called|named|heiss?t|adalah|ialah)"
# Told by a sign or whose it is: "Facebook:", "fb name", "fb ko", "akun fb nya", "my fb is", "page:".
_TOLD = re.compile(
    rf"(?<![\w@./#])(?:{_SITE}(?:\s{_NOUN})?\s?(?P<sign>[:=]|->|(?=[\"“«„]))\s?[\"“«„]?"
    rf"|{_SITE}(?:\s{_NOUN})?\s(?P<their>{_THEIR})(?:\s{_IS})?\s?[:=\-]?\s"
    rf"|{_SITE}(?:\s{_NOUN})?(?:\s{_WHOSE}){{1,2}}(?:\s{_IS})?\s?[:=\-]?\s"
    rf"|{_SITE}\s(?P<named>name|nama|nombre|nom|nome|called|named|under(?:\sthe\sname)?)(?:\s{_IS})?\s"
    rf"|(?:my|mi|meu|mein|mon|ma|(?P<hers>her|his|their|seu|sua|sein|ihr|yung|nama|nombre|nom|nome|name)|{_NOUN}|konto|conta|cuenta|compte)\s(?:(?:de|di|no|do|von|sa|en)\s)?{_SITE}"
    rf"(?:\s{_NOUN})?(?:\s(?:{_WHOSE}|{_IS})){{0,2}}\s?:?\s"
    rf"|(?:su|seu|sua|suo)\s(?:face|feis|{_SITE})\s{_IS}\s"
    r"|(?P<loose>(?:face|page|messenger|fanpage|laman|pagina)\s?[:=]\s?))(?=[^\W\d_])",
    re.IGNORECASE,
)
# Told by somebody who looks for it: "cari di fb", "procurem no face", "look for ... on facebook".
_LOOK = (
    r"(?:look(?:ing)?\s(?:for|up)|search(?:\sfor)?|find(?:\sme)?(?:\sunder|\sas)?|under|cari|carilah|hanapin(?:\snyo)?|hanap|busca(?:r|me|dme|nos|la|lo|d)?|"
    r"busquen|procur(?:a|em|ar|e)|cherche[zr]?|such(?:t|en|e)(?:\ssie)?(?:\smich)?|add(?:\snyo)?(?:\sko)?|i-add|message|pm|called|named|as|heiss?t|s.appelle|"
    r"pangalan(?:\s(?:nya|niya|ko))?|se\sllama|chama-se|si\schiama|se\szove|bernama)"
)
_ON = r"(?:on|in|di|sa|no|na|en|auf|bei|sur|em|kat|dekat)"
_LOOKED = re.compile(
    rf"(?<![\w@]){_LOOK}\s{_ON}\s(?:{_SITE}|face)\s(?:(?:the|ay)\s)?(?=[^\W\d_])"
    rf"|(?<![\w@#])(?:{_SITE}|face)\s(?:hanapin|search|cari|busca|procura|such)(?:\s(?:nyo|niyo|mo|for|a|o|el|la|nach))?\s(?=[^\W\d_])|(?<![\w@.#])(?P<bare>(?:fb|face|facebook)\s(?:page|acc|account|profile|profil|konto|akun)|fb|face|messenger)\s(?=[^\W\d_])",
    re.IGNORECASE,
)
_BEFORE_SITE = re.compile(
    rf"(?<![\w@]){_LOOK}\s((?:[^\s,.;:!?()\x00@]{{1,24}}\s){{1,{_MOST}}}){_ON}\s(?:{_SITE}|face|viber|messenger)\b",
    re.IGNORECASE,
)
_WORDS = re.compile(r"[^\s,.;:!?()\[\]{}|\"/\\@<>=+*#\x00]{1,30}(?: [^\s,.;:!?()\[\]{}|\"/\\@<>=+*#\x00]{1,30}){0,5}")
_SMALL = words_of(
    "de da do das dos del della la las los le les du des di dan and y e und et of sa ng na the van von bin binti al ni"
)
_NO_NAME = COMMON_WORDS | words_of(
    """call link see visit inbox like likes share click check join follow posting send write need looking contact
    hubungi mesej chat private privat sila klik lihat tekan escribe escribeme mensaje mensajes mande manda schreib
    schreibt group grupo gruppe groupe page pages laman pagina seite live ads marketplace messenger marketing instagram
    tiktok twitter whatsapp youtube lang pm walang wala post posts i im who what when there how if as lah pun pls plz
    first last already often sudah dah kena telah masih sekarang lagi kini hilang aktif tutup na pa hindi naka ya nao
    nicht pas ne was has will wurde foi esta fue yesterday today monday tuesday wednesday thursday friday saturday
    sunday inc said says"""
)
_CLUES = words_of("fb f facebook facebuk fesbuk feisbuk pesbuk facebok face page messenger fanpage laman pagina viber")


def find(text: str, words: set[str]) -> Iterator[WebName]:
    """All such names of a folded text; `words` are its words in small letters, a cheap look before the search."""
    if not words & _CLUES:
        return
    for match in _TOLD.finditer(text):
        yield from _name(
            text, match.end(), sure=not match["loose"], signed=any(match.group("sign", "their", "named", "hers"))
        )
    for match in _LOOKED.finditer(text):
        yield from _name(text, match.end(), sure=not match["bare"], signed=False)
    for match in _BEFORE_SITE.finditer(text):
        run = match[1].rstrip()
        if _is_display(run.split(), sure=text[match.end(1)].islower()):
            yield WebName(match.start(1), match.start(1) + len(run), "HANDLE")


def _name(text: str, start: int, *, sure: bool, signed: bool) -> Iterator[WebName]:
    """The name that begins here, if it is one: all up to the next stop, else the words that begin with a capital."""
    run = _WORDS.match(text, start)
    words = run[0].split(" ") if run else []
    if len(words) > _MOST or not _is_display(words, sure=sure, signed=signed):
        words = _capitals(words)
        if len(words) < 2 or not _is_display(words, sure=sure):
            return
    yield WebName(start, start + len(" ".join(words)), "HANDLE")


def _capitals(words: list[str]) -> list[str]:
    """The words at the beginning that are written as names are, with small ones ("de", "sa") between them."""
    kept = 0
    for number, word in enumerate(words[:_MOST], start=1):
        if word[:1].isupper():
            kept = number
        elif word.lower() not in _SMALL:
            break
    return words[:kept] if any(word[1:] != word[1:].upper() for word in words[:kept]) else []


def _is_display(words: list[str], *, sure: bool, signed: bool = False) -> bool:
    """Whether these words may be a name: no common word first, capitals or a word of no language."""
    if not words or words[0].lower().strip("'’-") in _NO_NAME or len(words[0]) < 2:
        return False
    strange = any(word.lower() not in vocabulary() and word.isalpha() for word in words)
    named = all(word[:1].isupper() or word.lower() in _SMALL or not word[:1].isalpha() for word in words)
    if named:
        return strange or signed or len(words) > (1 if sure else 2)
    return sure and (strange or signed) and len(words) > 1 and all(word == word.lower() for word in words)
