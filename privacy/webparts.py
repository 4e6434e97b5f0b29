"""What e-mail, account and web addresses are made of: endings, labels, spelled dots, and words that are only prose."""

from __future__ import annotations

import re
from dataclasses import dataclass

from privacy.tokens import words_of

TLD = (
    r"(?:com|c0m|net|org|info|biz|edu|gov|int|mil|io|co|me|ly|app|dev|xyz|site|online|shop|store|club|live|link|blog|top|jobs|work|pro|"
    r"agency|asia|cat|mobi|tv|cc|eu|su|ac|ad|ae|af|ag|al|am|ar|at|au|az|ba|bd|be|bg|bh|bn|bo|br|by|bz|ca|ch|cl|cm|cn|cr|cu|cy|cz|"
    r"de|dk|do|dz|ec|ee|eg|es|et|fi|fj|fr|ge|gh|gr|gt|hk|hn|hr|ht|hu|id|ie|il|in|iq|ir|is|it|jm|jo|jp|ke|kg|kh|kr|kw|kz|la|lb|"
    r"lk|lt|lu|lv|ma|md|mg|mk|mm|mn|mo|mt|mu|mv|mx|my|mz|na|ng|ni|nl|no|np|nz|om|pa|pe|pg|ph|pk|pl|pr|ps|pt|py|qa|ro|rs|ru|rw|"
    r"sa|sd|se|sg|si|sk|sn|so|sv|sy|th|tj|tk|tm|tn|to|tr|tt|tw|tz|ua|ug|uk|us|uy|uz|ve|vn|ye|za|zm|zw|"
    r"example|invalid|test)"
)
DOT_WORD = (
    r"(?:d[o0]t|daht|punto|ponto|point|pont|titik|pointe|punkt|punct|punt|tuldok|noktah|kropka|nokta|tecka|"
    r"cham|bodka|pika|toch?ka|p\.to|точка)"
)
DOT = rf"(?:\.|\s?[\[({{<]\s?(?:{DOT_WORD}|\.)\s?[\])}}>]\s?|\s{DOT_WORD}\s|\s\.\s?|[_/*-]dot[_/*-])"
LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9\-]{0,62})"
# No account is called so, and no mailbox: words of prose that stand behind a platform or before "at".
COMMON_WORDS = words_of(
    """the a an and or for to is are was be my me you your us our we he she they it this that on in at of from with by
    not no yes page group channel only now here below above account story stories post posts ads ad video videos
    live link bio chat dm pm message messages number id name please preferred available also app application
    marketing manager leader cook work production supervisor operator worker workers yang dan untuk atau di ke saya
    anda kami boleh el la los las un una por para con le les une sur pour avec same profile free money verification
    trailer wave jump fire one two bukan sahaja saja com down hacked blocked private closed
    banned deleted dead gone broken locked disabled suspended slow fake hidden working full open all
    semua todos alle"""
)
_TRAILING = ".,;:!?)]}>'\"»”’…*_~|"


@dataclass(frozen=True, slots=True)
class WebName:
    """An address found in the folded text, with its label EMAIL, HANDLE, URL, or PHONE for a link that is a number."""

    start: int
    end: int
    label: str


def without_signs(match: re.Match[str], label: str, shift: int = 0) -> WebName:
    """The address without the signs of the sentence around it; a bracket that it opened itself stays."""
    written = match[0].rstrip(_TRAILING)
    rest = match[0][len(written) :]
    closing = written.count("(") > written.count(")") and rest.startswith(")")
    return WebName(shift + match.start(), shift + match.start() + len(written) + closing, label)
