"""From a text as published to the text as it rests, with the way back from the one to the other."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from core.align import Alignment
from core.records import Field, Span
from core.remembered import Remembered
from nlp import person_places
from nlp.disguise import Plain
from nlp.entities import Entities
from nlp.gazetteer import Gazetteer
from nlp.language import identify
from nlp.text import repair
from privacy import contacts, names
from privacy.folding import fold
from privacy.redact import redact
from privacy.vault import Vault

# Spans the reading still needs after redaction: places and organisations, and that a number had been obscured.
KEPT = frozenset({"GPE", "LOC", "FAC", "ORG", "NORP", "PHONE_OBSCURED"})
REMEMBERED = 12_000_000  # characters of texts that may come again: some 50 MB
REDACTED = frozenset({"PERSON", "PHONE", "PHONE_OBSCURED", "EMAIL", "HANDLE", "URL"})


type Plainer = Callable[[str, str], Plain | None]  # a text and its language


@dataclass(frozen=True, slots=True)
class Raw:
    """A text as published: what is known of it before anything is read."""

    title: str
    text: str
    country: str | None = None
    language_hint: str | None = None
    author: str | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A title or text as it rests, and how it came from the published one (`repaired`, then `redacted`)."""

    text: str
    repaired: Alignment
    redacted: Alignment

    def back(self, start: int, end: int) -> tuple[int, int]:
        """Offsets into the published text for offsets into the resting one."""
        return self.repaired.back(*self.redacted.back(start, end))


@dataclass(frozen=True, slots=True)
class Prepared:
    """Title and text as they rest, with language, pseudonyms of contacts, and the spans the reading needs."""

    title: Part
    text: Part
    language: str
    contacts: tuple[str, ...]
    entities: tuple[Span, ...]


class Preparer:
    """Repairs, tells the language of, finds persons and contacts in, and redacts many texts; one model call for all.

    A text that comes again is answered from memory: boards carry the same ad dozens of times. `plain` reads words in
    disguise: else scraps of them ("p.a.s.s") would be covered as names.
    """

    def __init__(self, entities: Entities, vault: Vault, gazetteer: Gazetteer, plain: Plainer | None = None) -> None:
        self._entities, self._vault, self._gazetteer, self._plain = entities, vault, gazetteer, plain
        self._known: Remembered[Raw, Prepared] = Remembered(REMEMBERED)

    def __call__(self, raws: Sequence[Raw]) -> list[Prepared]:
        known = {raw: self._known.get(raw) for raw in raws}
        fresh = [raw for raw, one in known.items() if one is None]
        ready = dict(zip(fresh, self._prepare(fresh) if fresh else (), strict=True))
        for raw, one in ready.items():
            self._known.put(raw, one, len(raw.title) + len(raw.text))
        return [known[raw] or ready[raw] for raw in raws]

    def _prepare(self, raws: Sequence[Raw]) -> list[Prepared]:
        repaired = [(repair(raw.title), repair(raw.text)) for raw in raws]
        languages = [
            identify(f"{title.text}\n{text.text}", raw.language_hint).code
            for raw, (title, text) in zip(raws, repaired, strict=True)
        ]
        named = iter(self._named([part.text for pair in repaired for part in pair], languages))
        prepared = []
        for raw, (title, text), language in zip(raws, repaired, languages, strict=True):
            head = _rest(title.text, title.alignment, "title", next(named), raw, self._vault)
            body = _rest(text.text, text.alignment, "text", next(named), raw, self._vault)
            contact_ids = tuple(dict.fromkeys([*head[1], *body[1]]))
            prepared.append(Prepared(head[0], body[0], language, contact_ids, (*head[2], *body[2])))
        return prepared

    def _named(self, flat: Sequence[str], languages: Sequence[str]) -> Iterator[list[Span]]:
        """What a model and the lists call by name in titles and texts, words in disguise read as what they hide."""
        codes = [code for code in languages for _ in range(2)]
        plains = [self._plain(text, code) if self._plain else None for text, code in zip(flat, codes, strict=True)]
        read = [plain.text if plain else text for plain, text in zip(plains, flat, strict=True)]
        models = self._entities.find(read, codes)
        for text, plain, code, spans in zip(read, plains, codes, models, strict=True):
            sorted_out = list(person_places.sort_out(spans, text, self._gazetteer))
            persons = [span for span in sorted_out if span.label == "PERSON"]
            found = [span for span in sorted_out if span.label != "PERSON"] + names.find(text, code, seen=persons)
            yield [_back(span, plain.alignment) for span in found] if plain else found


def _back(span: Span, alignment: Alignment) -> Span:
    start, end = alignment.back(span.start, span.end)
    return replace(span, start=start, end=end)


def _rest(
    text: str, repaired: Alignment, field: Field, named: Sequence[Span], raw: Raw, vault: Vault
) -> tuple[Part, tuple[str, ...], list[Span]]:
    found = [*named, *contacts.find(text, country=raw.country), *_mentions_of(raw.author, text)]
    outcome = redact(text, [span for span in found if span.label in REDACTED], vault, country=raw.country)
    kept = []
    for span in found:
        if span.label not in KEPT:
            continue
        start, end = outcome.alignment.forward(span.start, span.end)
        whole = span.label == "PHONE_OBSCURED" or outcome.text[start:end] == text[span.start : span.end]
        if end > start and whole:
            kept.append(Span(start, end, span.label, field))
    return Part(outcome.text, repaired, outcome.alignment), outcome.contacts, kept


def resting_claim(claim: str | None, vault: Vault, language: str, country: str | None) -> str | None:
    """A place as its source states it, as it may rest. One with a contact in it is no plain place: names go as well.

    Otherwise names stay, for many a town is called like a person.
    """
    found = contacts.find(claim or "", country=country)
    if claim is None or not found:
        return claim
    return redact(claim, [*found, *names.find(claim, language)], vault, country=country).text


def _mentions_of(author: str | None, text: str) -> list[Span]:
    """The author's own account name where it stands in the text, in any case: an account name is a person's."""
    name = fold((author or "").strip()).text
    if len(name) < 3:
        return []
    folded = fold(text)
    found = re.finditer(re.escape(name), folded.text, re.IGNORECASE)
    return [Span(*folded.back(match.start(), match.end()), "PERSON") for match in found]
