"""How to reach a person: telephone numbers, e-mail addresses, account names, web addresses, plain or hidden.

The one door is `find`; `normal_form` gives the form by which one contact is known however it was written.
"""

from __future__ import annotations

from collections.abc import Iterable

from core.align import Alignment
from core.records import Span
from privacy import contacttagger, phones, webnames
from privacy.folding import Folded, fold
from privacy.notphones import BLOT
from privacy.tagger import Tagger
from privacy.tokens import TOKEN

OBSCURED = "PHONE_OBSCURED"
_ROUNDS = 6
# A stretch found as two things is what comes first here, where both are of one length.
_RANK = ("PHONE", OBSCURED, "EMAIL", "URL", "HANDLE")


def find(text: str, *, country: str | None = None, taught: bool = True, tagger: Tagger | None = None) -> list[Span]:
    """Contacts of a text as spans in order, not overlapping: PHONE, PHONE_OBSCURED, EMAIL, HANDLE, URL.

    `country` (ISO-2) is where the text comes from: numbers of that country are then told without any cue.
    Offsets count code points of `text`. Tokens of a redaction are no contacts. What is found is blotted out and
    the rest searched again until nothing is left, so that a redacted text holds none. Not `taught`: by rules alone.
    """
    tagger = (tagger or contacttagger.load()) if taught else None
    taken = [Span(match.start(), match.end(), "") for match in TOKEN.finditer(text)]
    for _ in range(_ROUNDS):
        fresh = _search(text, taken, country, tagger)
        if not fresh:
            break
        taken = sorted([*taken, *fresh], key=lambda span: span.start)
    return [span for span in taken if span.label]


def _search(text: str, taken: list[Span], country: str | None, tagger: Tagger | None) -> list[Span]:
    """One search over the text with each stretch already taken collapsed into one blot, of whatever length it was."""
    blotted, alignment = _collapsed(text, taken)
    folded = fold(blotted)
    ruled = [hit for hit in by_rules(folded, country) if BLOT not in folded.text[hit[0] : hit[1]]]
    alone = contacttagger.find(folded, ruled, tagger) if tagger else []
    spans: list[Span] = []
    for start, end, label in sorted([*ruled, *alone]):
        first, last = folded.back(start, end)
        if BLOT not in blotted[first:last]:
            spans.append(Span(*alignment.back(first, last), label))
    return spans


def by_rules(folded: Folded, country: str | None = None) -> list[tuple[int, int, str]]:
    """What rules take for contacts in one search of a folded text."""
    hits = [(web.start, web.end, web.label) for web in webnames.find(folded.text)]
    told = {hit[:2] for hit in hits if hit[2] == "HANDLE" and folded.text[hit[0] : hit[1]].replace(" ", "").isdigit()}
    calls = [(p.start, p.end, OBSCURED if p.obscured else "PHONE") for p in phones.find(folded, country)]
    hits += [hit for hit in calls if hit[:2] not in told]  # "akaun 1640 2231 8890" is told by its word
    return _longest(hits)


def _collapsed(text: str, taken: list[Span]) -> tuple[str, Alignment]:
    pieces: list[str] = []
    at = 0
    for span in taken:
        pieces += [text[at : span.start], BLOT]
        at = span.end
    pieces.append(text[at:])
    return "".join(pieces), Alignment.of_replacements(len(text), [(span.start, span.end, 1) for span in taken])


def kind_of(label: str) -> str:
    """The kind a label is redacted as: a hidden number is a PHONE like any other."""
    return "PHONE" if label == OBSCURED else label


def normal_form(kind: str, written: str, country: str | None = None) -> str:
    """The form of a contact that is hashed; the same for all ways of writing it that are known here."""
    plain = fold(written).text
    match kind_of(kind):
        case "PHONE":
            return phones.normal_form(written, country) or plain
        case "EMAIL":
            return webnames.normal_email(plain)
        case "HANDLE":
            return webnames.normal_handle(plain)
        case "URL":
            return webnames.normal_url(plain)
    return plain.strip().lower()


def _longest(hits: Iterable[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    ordered = sorted(hits, key=lambda hit: (hit[0] - hit[1], _RANK.index(hit[2]), hit[0]))
    covered = bytearray(max((end for _, end, _ in ordered), default=0))
    kept: list[tuple[int, int, str]] = []
    for start, end, label in ordered:
        if not any(covered[start:end]):
            covered[start:end] = b"\1" * (end - start)
            kept.append((start, end, label))
    return sorted(kept)
