"""Which tokens of a text belong to a contact, as a small network was taught by marked posts of our own.

It stands beside the rules and adds what it alone finds; it was taught without them. The weights are made by
`benchmarks.fit_contacts`; what is covered is told in docs/redaction.md.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from privacy import contacthints, contacttokens
from privacy.contactfeatures import columns, keys, worth
from privacy.contacttokens import Token
from privacy.folding import Folded
from privacy.mailparts import MAIL_WORDS
from privacy.namelists import vocabulary
from privacy.tagger import Array, Tagger

type Hit = tuple[int, int, str]

WEIGHTS = Path(__file__).parent / "data" / "contacttagger.npz"
KINDS = ("PHONE_OBSCURED", "EMAIL", "HANDLE", "HANDLE")  # of the columns behind the first, which is any contact
# So that 600 generated texts of ordinary figures lose nothing, and 1,247 ordinary texts two stretches.
BAR, BESIDE = 0.85, 0.02
_GLUE = frozenset("._-•·")  # signs within an address or a number
_DIGITS, _LETTERS = 6, 4


def find(folded: Folded, ruled: Sequence[Hit], tagger: Tagger) -> list[Hit]:
    """Stretches of a folded text that belong to contacts and that rules did not find, with their labels."""
    found: list[Hit] = []
    for start, end in contacthints.windows(folded.text):
        tokens = contacttokens.read(folded.text, start, end)
        chances = tagger.chances(keys(folded, tokens), {})
        found += _stretches(folded.text, tokens, labelled(tokens, ruled), chances)
    return found


def labelled(tokens: Sequence[Token], ruled: Sequence[Hit]) -> list[str]:
    """What rules take each token for, "" for nothing; both in order."""
    labels = [""] * len(tokens)
    at, hits = 0, sorted(ruled)
    for n, token in enumerate(tokens):
        while at < len(hits) and hits[at][1] <= token.start:
            at += 1
        if at < len(hits) and hits[at][0] < token.end:
            labels[n] = hits[at][2]
    return labels


def _stretches(text: str, tokens: Sequence[Token], labels: Sequence[str], chances: Array) -> Iterator[Hit]:
    """Rows of tokens that are likely enough, one of them as much as `BAR`, with what is glued to them."""
    likely, end = chances[:, 0].tolist(), 0
    for n, chance in enumerate(likely):
        if n < end or chance < BAR or labels[n] or not text[tokens[n].start].isalnum():
            continue
        before, first, end = end, n, n + 1
        while first > before and _goes_on(tokens, labels, likely, first, first - 1):
            first -= 1
        while end < len(tokens) and _goes_on(tokens, labels, likely, end - 1, end):
            end += 1
        letters = [at for at in range(first, end) if text[tokens[at].start].isalnum()]
        kind = int(chances[first:end, 1:].sum(axis=0).argmax())
        row = tokens[letters[0] : letters[-1] + 1]
        beside = bool((first and labels[first - 1]) or (end < len(labels) and labels[end]))
        if _is_enough(row, kind) and not (beside and _is_plain(row)):
            yield row[0].start, row[-1].end, KINDS[kind]


def _goes_on(tokens: Sequence[Token], labels: Sequence[str], likely: Sequence[float], at: int, there: int) -> bool:
    """Whether a stretch goes on from the token at its end to one beside it: a likely one, or one glued to it."""
    return not labels[there] and (likely[there] >= BESIDE or _glued(*sorted((tokens[at], tokens[there]))))


def _glued(here: Token, there: Token) -> bool:
    """Whether two tokens stand together without a blank, as parts of an address or a number."""
    return here.end == there.start and all(token.low[0].isalnum() or token.low in _GLUE for token in (here, there))


def _is_enough(row: Sequence[Token], kind: int) -> bool:
    """Whether a stretch is long enough for what it is taken for."""
    if kind == 0:
        return sum(worth(token.run) for token in row if token.part < 2) >= _DIGITS
    return sum(len(token.low) for token in row if token.low[0].isalnum()) >= _LETTERS


def _is_plain(row: Sequence[Token]) -> bool:
    """Whether it is a word or two of everyday use: "write to", beside an address that rules found."""
    words = [token.low for token in row if token.low[0].isalnum()]
    return (
        len(words) < 3
        and all(low in vocabulary() or low in MAIL_WORDS or len(low) < 2 for low in words)
        and not any(worth(low) for low in words)
    )


@cache
def load() -> Tagger:
    """The shipped tagger, once per process."""
    return Tagger.load(WEIGHTS, columns)
