"""Take contacts and persons out of a text before it rests: tokens in their place, an alignment, the pseudonyms."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from core.align import Alignment
from core.records import Span
from privacy.contacts import kind_of, normal_form
from privacy.tokens import TOKEN
from privacy.vault import Vault

CONTACT_LABELS = frozenset({"PHONE", "PHONE_OBSCURED", "EMAIL", "HANDLE", "URL"})


@dataclass(frozen=True, slots=True)
class Redacted:
    """A text as it may rest; `alignment` maps it back to the old one; `contacts` are "KIND:8hex", each once."""

    text: str
    alignment: Alignment
    contacts: tuple[str, ...]


def redact(text: str, spans: Sequence[Span], vault: Vault, *, country: str | None = None) -> Redacted:
    """Replace contacts and persons: [PHONE:8hex] [EMAIL:8hex] [HANDLE:8hex] [URL:8hex] [PERSON].

    Spans of other labels are left alone; overlapping ones become one stretch, named by the longest. `country` (ISO-2)
    helps to know a number written without its country code. Tokens of an earlier redaction stay as they are.
    """
    pieces: list[str] = []
    replacements: list[tuple[int, int, int]] = []
    contacts: dict[str, None] = {}
    at = 0
    for start, end, span in _stretches(text, spans):
        token, contact = _token(text[span.start : span.end], span.label, vault, country)
        if contact:
            contacts[contact] = None
        pieces += [text[at:start], token]
        replacements.append((start, end, len(token)))
        at = end
    pieces.append(text[at:])
    return Redacted("".join(pieces), Alignment.of_replacements(len(text), replacements), tuple(contacts))


def _token(written: str, label: str, vault: Vault, country: str | None) -> tuple[str, str]:
    if label == "PERSON":
        return "[PERSON]", ""
    kind = kind_of(label)
    contact = f"{kind}:{vault.pseudonym(kind, normal_form(kind, written, country))}"
    return f"[{contact}]", contact


def _stretches(text: str, spans: Sequence[Span]) -> Iterator[tuple[int, int, Span]]:
    """Stretches to replace, in order: united where they overlap, each with the span that names it."""
    tokens = [match.span() for match in TOKEN.finditer(text)]
    start = end = 0
    named: Span | None = None
    for span in sorted(_wanted(text, spans, tokens), key=lambda span: (span.start, -span.end)):
        if named is not None and span.start < end:
            end = max(end, span.end)
            named = max(named, span, key=_weight)
            continue
        if named is not None:
            yield start, end, named
        start, end, named = span.start, span.end, span
    if named is not None:
        yield start, end, named


def _weight(span: Span) -> tuple[int, bool]:
    return span.end - span.start, span.label in CONTACT_LABELS


def _wanted(text: str, spans: Sequence[Span], tokens: Sequence[tuple[int, int]]) -> Iterator[Span]:
    starts, ends = [start for start, _ in tokens], [end for _, end in tokens]
    for span in spans:
        if span.label != "PERSON" and span.label not in CONTACT_LABELS:
            continue
        start, end = max(0, span.start), min(len(text), span.end)
        if touched := tokens[bisect_right(ends, start) : bisect_left(starts, end)]:
            yield from _around(Span(start, end, span.label, span.field), touched)
        elif start < end:
            yield Span(start, end, span.label, span.field)


def _around(span: Span, tokens: Sequence[tuple[int, int]]) -> Iterator[Span]:
    """The parts of a span that lie outside the tokens it touches."""
    at = span.start
    for start, end in tokens:
        if start > at:
            yield Span(at, start, span.label, span.field)
        at = end
    if at < span.end:
        yield Span(at, span.end, span.label, span.field)
