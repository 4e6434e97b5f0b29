"""How many short posts are signals still when they are written otherwise: capitals, look-alikes, slips and the like.

    python -m benchmarks.ways_of_writing [FILE] [--half d] [--seed 1] [--stream] [--way NAME ...] [--show]

FILE (default `tests/nlp/short_posts.txt`) holds "half mark language venue | post". Those of the halves asked for that
tell something (+), and as many of the others, drawn by the seed, are written in each way of `benchmarks/writings.py`
and read as `honeyguide tag` reads, or as a stream is read. For each way: signals among both, how many are so only as
written or only now, and of the signs found as written those that are still found. Ways that lose more than a fifth of
the signals, or make one in fifty more of the others a signal, are named at the end. Some twenty seconds a way.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from benchmarks.reading import Line
from benchmarks.shared import command, head, lines, row
from benchmarks.writings import WAYS, written
from core.records import Analysis
from flows.prepare import Raw

POSTS = Path(__file__).parents[1] / "tests" / "nlp" / "short_posts.txt"
_LOST, _FALSE = 0.2, 0.02

type Read = Callable[[Sequence[str]], list[Analysis]]


@dataclass(frozen=True, slots=True)
class Post:
    """A post with whether it tells something."""

    half: str
    tells: bool
    language: str
    text: str


@dataclass(frozen=True, slots=True)
class Told:
    """What was made of posts written in one way: is each a signal, and which signs it bears."""

    signals: tuple[bool, ...]
    signs: tuple[frozenset[str], ...]


def posts(path: Path = POSTS) -> list[Post]:
    """The posts of a file."""
    found = []
    for line in lines(path):
        marks, _, text = line.partition(" | ")
        half, mark, language, _venue = marks.split()
        found.append(Post(half, mark == "+", language, text))
    return found


def chosen(known: Iterable[Post], halves: str, seed: int) -> tuple[list[Post], list[Post]]:
    """The posts of these halves that tell something, and as many that do not (all, where there are fewer)."""
    those = [one for one in known if one.half in halves]
    telling, others = [one for one in those if one.tells], [one for one in those if not one.tells]
    return telling, Random(seed).sample(others, min(len(telling), len(others)))


def told(some: Sequence[Post], way: str, seed: int, read: Read) -> Told:
    """Posts written in a way, and read."""
    said = read([written(one.text, way, seed) for one in some])
    return Told(
        tuple(bool(one.signal) for one in said), tuple(frozenset(s.indicator for s in one.signs) for one in said)
    )


def cells(plain: Sequence[Told], now: Sequence[Told]) -> list[str]:
    """Signals among those that tell and among others, each with (only as written, only now), and the signs kept."""
    made = []
    for before, after in zip(plain, now, strict=True):
        pairs = list(zip(before.signals, after.signals, strict=True))
        made.append(
            f"{sum(after.signals)} of {len(pairs)} (-{pairs.count((True, False))} +{pairs.count((False, True))})"
        )
    signs = list(zip(plain[0].signs, now[0].signs, strict=True))
    return [*made, f"{sum(len(a & b) for a, b in signs)} of {sum(len(a) for a, _ in signs)}"]


def faults(plain: Sequence[Told], now: Sequence[Told]) -> list[str]:
    """What is past the marks: signals lost, others taken."""
    kept, false = sum(now[0].signals), sum(now[1].signals)
    lost = kept < (1 - _LOST) * sum(plain[0].signals)
    taken = false > sum(plain[1].signals) + _FALSE * len(now[1].signals)
    return ["loses"] * lost + ["false signals"] * taken


def reader(line: Line, *, stream: bool) -> Read:
    """All steps, as `tag` reads or as a stream is read."""

    def read(texts: Sequence[str]) -> list[Analysis]:
        passages = line.passages([Raw("", text) for text in texts])
        return [line.reader.read(one, meaning="if likely" if stream else "always") for one in passages]

    return read


def main() -> None:
    """Measure and print."""
    parser = command(__doc__)
    parser.add_argument("file", type=Path, nargs="?", default=POSTS)
    parser.add_argument("--half", default="d", help="letters of the halves; all of them: abcde")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--stream", action="store_true")
    parser.add_argument("--way", nargs="+", choices=tuple(WAYS), default=tuple(WAYS))
    parser.add_argument("--show", action="store_true", help="the posts that are lost or taken")
    asked = parser.parse_args()
    read = reader(Line(), stream=asked.stream)
    groups = chosen(posts(asked.file), asked.half, asked.seed)
    plain = [told(group, "as written", asked.seed, read) for group in groups]
    print(head(("written", "told (lost, won)", "others (gone, taken)", "signs still found")))
    past: dict[str, list[str]] = {}
    for way in asked.way:
        now = [told(group, way, asked.seed, read) for group in groups]
        print(row((way, *cells(plain, now))), flush=True)
        past[way] = faults(plain, now)
        if asked.show:
            show(groups, plain, now, way, asked.seed)
    print("past the marks:", "; ".join(f"{way}: {', '.join(some)}" for way, some in past.items() if some) or "none")


def show(groups: Sequence[Sequence[Post]], plain: Sequence[Told], now: Sequence[Told], way: str, seed: int) -> None:
    """The posts whose answer is another."""
    for group, before, after in zip(groups, plain, now, strict=True):
        for post, was, is_ in zip(group, before.signals, after.signals, strict=True):
            if was != is_:
                print(f"    {'taken' if is_ else 'lost'}: {written(post.text, way, seed)!r}")


if __name__ == "__main__":
    main()
