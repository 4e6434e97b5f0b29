"""The cue language: a line an analyst can write, made into one regular expression that runs in linear time.

    word      that word             word*     any ending           (a|b c)   alternatives
    x?        x may be absent       a ~3 b    up to 3 words between         {boss}    a word class of nlp/words.yml
    #         a number              #13-24    a number from 13 to 24        [PHONE]   a replacement token

A space is one or more characters that are no word and end no sentence. Case and accents do not matter.
Every repetition compiled is possessive or bounded by a constant, so no text makes a cue backtrack beyond that constant.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from nlp.fold import fold

_SEP = r"(?:[^\w\n.!?;]|[.](?=\w))++"
_LEX = re.compile(r"\s+|~(\d+)|#(\d+)-(\d+)|#|\{([a-z_]+)\}|\[([A-Z]+)\]|[(|)*?]|[^\W_]+(?:['’./-][^\W_]+)*['’]?")
_LITERAL = re.compile(r"(?<![\w\\])\w+")
_WHOLE = re.compile(r"(?<![\w\\])\w+(?=\(\?!\\w\))")
_CURRENCY = ("rm", "rp", "usd", "sgd", "php", "eur", "gbp", "inr", "myr", "idr", "rs", "aed", "sar")
_TOKENS = frozenset({"PHONE", "EMAIL", "HANDLE", "URL", "PERSON"})

type First = frozenset[tuple[str, bool]]
type Classes = Mapping[str, Sequence[str]]


class CueError(ValueError):
    """A cue that is not of the cue language; says where and why."""


@dataclass(frozen=True)
class Cue:
    """A compiled cue: `first` holds the words a match may begin with, as (stem, any ending?).

    `second` holds those of which one must come next in the text; None where there may be others, or none.
    """

    source: str
    regex: str
    first: First
    second: First | None = None

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The regular expression; built when first tried, since most cues of a language never are."""
        return re.compile(self.regex)

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word (or stem) the cue is made of, word classes resolved."""
        return frozenset(_LITERAL.findall(self.regex))

    @property
    def whole_words(self) -> frozenset[str]:
        """Those of them that stand without any ending."""
        return frozenset(_WHOLE.findall(self.regex))


@dataclass(frozen=True, slots=True)
class _Item:
    regex: str
    first: First
    optional: bool = False
    gap: int = 0
    number: bool = False
    lone: bool = False  # one word of the text, whichever
    second: First | None = None


def compile_cue(source: str, classes: Classes | None = None) -> Cue:
    """Compile one cue. Raises CueError naming the cue and the place where it leaves the language."""
    item = _Parser(source, classes or {}).whole()
    return Cue(source, item.regex, item.first, item.second)


class _Parser:
    """Recursive descent over the tokens of one cue."""

    def __init__(self, source: str, classes: Classes, depth: int = 0) -> None:
        self.source, self.classes, self.depth = source, classes, depth
        self.tokens = self._lex()
        self.at = 0

    def whole(self) -> _Item:
        item = self._alternatives()
        if self.at < len(self.tokens):
            raise self._fault("a bracket closes that was never opened")
        return item

    def _fault(self, why: str) -> CueError:
        return CueError(f"cue '{self.source}': {why}.")

    def _lex(self) -> list[re.Match[str]]:
        tokens, at = [], 0
        source = self.source.strip()
        while at < len(source):
            match = _LEX.match(source, at)
            if match is None:
                raise self._fault(f"'{source[at]}' at character {at + 1} is not of the cue language")
            tokens.append(match)
            at = match.end()
        return tokens

    def _peek(self) -> str:
        return self.tokens[self.at].group() if self.at < len(self.tokens) else ""

    def _alternatives(self) -> _Item:
        parts = [self._sequence()]
        while self._peek() == "|":
            self.at += 1
            parts.append(self._sequence())
        if len(parts) == 1:
            return parts[0]
        first = frozenset().union(*(part.first for part in parts))
        number, lone = all(part.number for part in parts), all(part.lone for part in parts)
        seconds = [part.second for part in parts if part.second is not None]
        second = frozenset().union(*seconds) if len(seconds) == len(parts) else None
        regex = f"(?:{'|'.join(part.regex for part in parts)})"
        return _Item(regex, first, number=number, lone=lone, second=second)

    def _sequence(self) -> _Item:
        items: list[_Item] = []
        gap, spaced = 0, True
        while (token := self._peek()) not in ("", "|", ")"):
            if token.isspace():
                self.at, spaced = self.at + 1, True
            elif token.startswith("~"):
                gap, spaced, self.at = int(self.tokens[self.at].group(1)), True, self.at + 1
                if not items or not 1 <= gap <= 30:
                    raise self._fault("a gap '~n' stands between two words, n from 1 to 30")
            else:
                if not spaced:
                    raise self._fault(f"a space is missing before '{token}'")
                items.append(self._atom(gap))
                gap, spaced = 0, False
        if gap:
            raise self._fault("a gap '~n' stands between two words")
        if all(item.optional for item in items):
            raise self._fault("at least one word must not be optional")
        return _join(items)

    def _atom(self, gap: int) -> _Item:
        match = self.tokens[self.at]
        self.at += 1
        item = self._plain_atom(match, match.group())
        while self._peek() in ("*", "?"):
            if self._peek() == "*":
                raise self._fault("'*' stands after a word, not after a bracket")
            item = replace(item, optional=True)
            self.at += 1
        return replace(item, gap=gap)

    def _plain_atom(self, match: re.Match[str], token: str) -> _Item:
        if token == "(":
            item = self._alternatives()
            if self._peek() != ")":
                raise self._fault("a bracket is not closed")
            self.at += 1
            return item
        if match.group(4):
            return self._word_class(match.group(4))
        if match.group(5):
            return self._replacement(match.group(5))
        if token.startswith("#"):
            return _number(match.group(2), match.group(3))
        if token in ("*", "?"):
            raise self._fault(f"'{token}' has nothing before it")
        star = self._peek() == "*"
        self.at += star
        return _word(token, star)

    def _word_class(self, name: str) -> _Item:
        if name not in self.classes:
            raise self._fault(f"no word class '{{{name}}}' in this language")
        if self.depth > 3:
            raise self._fault(f"word class '{{{name}}}' contains itself")
        body = "(" + "|".join(self.classes[name]) + ")"
        return _Parser(body, self.classes, self.depth + 1).whole()

    def _replacement(self, name: str) -> _Item:
        if name not in _TOKENS:
            raise self._fault(f"'[{name}]' is no replacement token; there are {', '.join(sorted(_TOKENS))}")
        return _word(f"x{name.lower()}x", False)


def _word(token: str, star: bool) -> _Item:
    parts = re.split(r"['./-]", fold(token).rstrip("'"))
    ending = r"\w*+" if star else r"(?!\w)"
    # "i've" begins with the word "i" or, written without its apostrophe, with "ive".
    joined = ["".join(parts[:n]) for n in range(1, len(parts) + 1)]
    first = frozenset({(word, False) for word in joined[:-1]} | {(joined[-1], star)})
    return _Item(r"\W?".join(map(re.escape, parts)) + ending, first, lone=len(parts) == 1)


def _number(low: str | None, high: str | None) -> _Item:
    if low is None or high is None:
        money = "|".join(_CURRENCY)
        first = frozenset({(digit, True) for digit in "0123456789"} | {(name, True) for name in _CURRENCY})
        return _Item(rf"(?:(?:{money})\W?)?\d(?:[.,]?\d)*+k?", first, number=True)
    values = [str(value) for value in range(int(low), int(high) + 1)]
    return _Item(
        rf"(?<!\d[.,])(?:{'|'.join(values)})(?![.,]?\d)", frozenset((value, True) for value in values), number=True
    )


def _join(items: Sequence[_Item]) -> _Item:
    """One regular expression for items in a row; an optional item takes its separator with it."""
    head = next(place for place, item in enumerate(items) if not item.optional)
    first: set[tuple[str, bool]] = set()
    regex = ""
    for place, item in enumerate(items):
        if place <= head:
            first |= item.first
        if place < head:
            regex += f"(?:{item.regex}{_between(items[place + 1].gap, item)})?"
        elif place == head:
            regex += item.regex
        else:
            piece = _between(item.gap, items[place - 1]) + item.regex
            regex += f"(?:{piece})?" if item.optional else piece
    alone = items[0] if len(items) == 1 else _Item("", frozenset())
    return _Item(regex, frozenset(first), number=alone.number, lone=alone.lone, second=_second(items))


def _second(items: Sequence[_Item]) -> First | None:
    if items[0].optional or not items[0].lone:
        return None if items[0].optional else items[0].second
    found: set[tuple[str, bool]] = set()
    for item in items[1:]:
        if item.gap:
            return None
        found |= item.first
        if not item.optional:
            return frozenset(found)
    return None


def _between(gap: int, before: _Item | None) -> str:
    sep = _SEP if before is None or not before.number else _SEP[:-2] + "*+"
    return rf"(?:{_SEP}\w++){{0,{gap}}}?{sep}" if gap else sep
