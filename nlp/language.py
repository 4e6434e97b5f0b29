"""The language of a text: py3langid, a tie-break for Malay and Indonesian, and "und" when a text does not say."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

import yaml

from nlp.letter_rows import joined

if TYPE_CHECKING:
    from nlp.language_walk import Identifier

# What is offered to the model: the languages with cards, and those in which ads and posts are met beside them. Fewer
# languages make fewer mistakes on short lines; anything else comes out as the nearest, mostly unsure, hence "und".
OFFERED = (
    *("en", "ms", "id", "es", "fr", "tl", "pt", "de", "it", "nl", "ro", "pl", "hu", "cs", "sk", "hr", "sr", "sl", "bg"),
    *("ru", "uk", "tr", "vi", "th", "km", "lo", "my", "zh", "ja", "ko", "ar", "fa", "ur", "hi", "bn", "ne", "ta", "te"),
    *("si", "am", "sw", "sv", "da", "no", "fi", "el", "he", "sq", "lt", "lv", "et", "jv"),
)
# Beside them varieties of these, which are told by their names.
_KNOWN = frozenset((*OFFERED, "bs", "nn", "pcm", "ary", "arz", "wuu", "yue"))
_FOREIGN = 0.7  # from here on a language that is not offered is believed; own lines in ten languages reach .5 at most
_BEGINNING = 120  # letters of a text that are asked for it
_TOKEN = re.compile(
    r"\[(?:PERSON|(?:PHONE|EMAIL|HANDLE|URL):[0-9a-f]{8})\]|https?://\S+|www\.\S+|(?<!\S)[^\s@]{1,64}@\S+|[@#]\w+|\d+"
)
_LETTERS = re.compile(r"[^\W\d_]+")
# Words with digits among their letters ("w0rk3r"), and what those mostly stand for.
_LEET = re.compile(r"(?<!\w)\w{0,20}[^\W\d_]\d{1,3}[^\W\d_]\w{0,20}")
_STANDS_FOR = str.maketrans("0134578", "oieastb")
_SURE = 0.55
# Below this the words themselves are asked, in languages whose lists of words are worth their 4 MB; the others get the
# mean of what a text gets in a language that is not its own.
_TOLD = 0.95
_WEIGHED = frozenset(("en", "ms", "id", "es", "fr", "tl", "pt", "de", "it", "nl", "ro"))
_UNWEIGHED = 1.0
_WEIGHT = 1.5


@dataclass(frozen=True, slots=True)
class Language:
    """ISO 639-1 code, or "und"; `probability` is the model's, after the tie-break."""

    code: str
    probability: float


def identify(text: str, hint: str | None = None) -> Language:
    """The language of a text. `hint`: what the source says; it decides where the text alone leaves doubt."""
    words = _TOKEN.sub(" ", _LEET.sub(_plain, joined(text[:1000])))
    letters = sum(map(len, _LETTERS.findall(words)))
    if letters < 4 or _foreign(words):
        return Language(hint, 0.5) if hint else Language("und", 0.0)
    ranked = _ranked(words)
    if ranked[0][1] < _TOLD:
        ranked = _by_words(words, ranked)
    code, probability = ranked[0]
    if code in ("ms", "id"):
        code, probability = _malay_or_indonesian(words, dict(ranked), hint)
    if code == "tl" and _beside_tagalog(words):
        return Language(hint, 0.5) if hint and hint != "tl" else Language("und", probability)
    if hint and hint != code and dict(ranked).get(hint, 0.0) > 0.02 and probability < 0.9:
        return Language(hint, max(0.5, dict(ranked)[hint]))
    if probability < _SURE or (letters < 8 and probability < 0.9):
        return Language(hint, 0.5) if hint else Language("und", probability)
    return Language(code, probability)


def _plain(word: re.Match[str]) -> str:
    return word[0].translate(_STANDS_FOR)


@cache
def _model() -> Identifier:
    from nlp.language_walk import offered

    return offered(OFFERED)


def _foreign(text: str) -> bool:
    """Whether the model takes the beginning for a language that is not offered: then it would name a neighbour."""
    from nlp.language_walk import load

    beginning = text[:_BEGINNING]
    code, probability = load().classify(beginning.lower() if text.isupper() else beginning)
    return probability > _FOREIGN and code not in _KNOWN


def _ranked(text: str) -> list[tuple[str, float]]:
    ranked = _model().rank(text.lower() if text.isupper() else text)
    return [(str(code), float(probability)) for code, probability in ranked[:5]]


def _by_words(text: str, ranked: list[tuple[str, float]]) -> list[tuple[str, float]]:
    """The model's candidates weighed anew by how usual the words are in each language: five words have few letters.

    One decade of frequency, on the average of the words, multiplies the odds by e to the weight. That was found on
    pieces of two to six words of the taught passages: a heavier one leaves fewer unknown, but calls more wrongly.
    """
    words = [word.casefold() for word in _LETTERS.findall(text)]
    usual = {code: sum(_usage(code).get(w, 0.0) for w in words) / len(words) for code, _ in ranked if code in _WEIGHED}
    raw = [(code, share * math.exp(_WEIGHT * usual.get(code, _UNWEIGHED))) for code, share in ranked]
    total = sum(weight for _, weight in raw) or 1.0
    return sorted(((code, weight / total) for code, weight in raw), key=lambda one: -one[1])


@cache
def _usage(language: str) -> dict[str, float]:
    """word → decades by which it is used more than once in ten million words, at most four."""
    from wordfreq import get_frequency_dict

    listed = get_frequency_dict({"tl": "fil"}.get(language, language), "small")
    return {word: min(4.0, math.log10(share * 1e7)) for word, share in listed.items() if share > 1e-7}


def _malay_or_indonesian(text: str, ranked: dict[str, float], hint: str | None) -> tuple[str, float]:
    """The two share most words: what tells them apart are the few that only one uses, and how often each is used.

    The weights are near those of a logistic regression on 4,000 news sentences, whole and cut to nine words; the lists
    weigh more than there, since ads and chat stray further from the news than the two languages' news do.
    """
    odds = 0.6 + 1.1 * math.log((ranked.get("ms", 0.0) + 0.02) / (ranked.get("id", 0.0) + 0.02))
    words = [word.casefold() for word in _LETTERS.findall(text)]
    telling = _telling("malay_indonesian.yml", "malay", "indonesian")
    odds += 0.7 * sum(telling.get(word, 0) for word in words)
    odds += 1.15 * sum(_leaning(word) for word in words)
    odds += {"ms": 1.0, "id": -1.0}.get(hint or "", 0.0)
    both = ranked.get("ms", 0.0) + ranked.get("id", 0.0)
    share = 1 / (1 + math.exp(-max(-30.0, min(30.0, odds))))
    return ("ms", both * max(0.6, share)) if share >= 0.5 else ("id", both * max(0.6, 1 - share))


def _beside_tagalog(text: str) -> bool:
    """Whether more words are of Tagalog's neighbours than its own: the model calls those languages Tagalog."""
    telling = _telling("tagalog_neighbours.yml", "tagalog", "neighbours")
    return sum(telling.get(word.casefold(), 0) for word in _LETTERS.findall(text)) < 0


@cache
def _telling(name: str, one: str, other: str) -> dict[str, int]:
    """Words that only one of two writes: 1 for the one, -1 for the other."""
    raw = yaml.safe_load(files("nlp").joinpath("data", name).read_text(encoding="utf-8"))
    return dict.fromkeys(raw[one].split(), 1) | dict.fromkeys(raw[other].split(), -1)


@lru_cache(50_000)
def _leaning(word: str) -> float:
    """How much more a word is used in Malay (positive) than in Indonesian, in capped natural logarithms."""
    from wordfreq import zipf_frequency

    ms, indonesian = zipf_frequency(word, "ms", minimum=1.5), zipf_frequency(word, "id", minimum=1.5)
    return max(-2.0, min(2.0, ms - indonesian)) if max(ms, indonesian) > 2.5 else 0.0
