"""Places in posts of our own, read as `honeyguide tag` reads them: redaction first.

    python -m benchmarks.post_places [FILE] [--faults]

FILE (default `tests/nlp/place_posts.txt`) holds "= name CC [latitude longitude]" lines, then "language kind | post",
with places as {written} or {written>name}, and {?what} that may be found or not. Prints recall, precision, how many of
the places found lie in the right country, and within 161 km (of a country: in it), by language and by casing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from benchmarks.places import kilometres
from benchmarks.shared import command, lines
from core.records import Passage, PlaceMention
from flows.prepare import Preparer, Raw
from nlp.entities import Entities
from nlp.gazetteer import Gazetteer
from nlp.places import read_places
from privacy.vault import Vault

POSTS = Path(__file__).parents[1] / "tests" / "nlp" / "place_posts.txt"
_MARK = re.compile(r"\{(\??)([^}>]*)>?([^}]*)\}")
_TRUTH = re.compile(r"= (.+?) ([A-Z]{2})(?: (-?[\d.]+) (-?[\d.]+))?")

_SURE = 0.9


@dataclass(frozen=True, slots=True)
class Truth:
    """Where a place lies; no point for a country."""

    country: str
    point: tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class Marked:
    """A post with its places by offsets; None for what may be found or not."""

    language: str
    kind: str
    text: str
    gold: tuple[tuple[int, int, Truth | None], ...]


@dataclass(slots=True)
class Count:
    """What was found of a group of posts."""

    wanted: int = 0
    found: int = 0
    said: int = 0
    right: int = 0
    country: int = 0
    near: int = 0
    sure: int = 0
    sure_right: int = 0
    faults: list[str] = field(default_factory=list)

    def line(self) -> str:
        """One line of figures."""
        shares = (
            self.found / max(1, self.wanted),
            self.right / max(1, self.said),
            self.country / max(1, self.found),
            self.near / max(1, self.found),
        )
        return "recall {:.3f}  precision {:.3f}  country {:.3f}  near {:.3f}".format(*shares) + (
            f"   ({self.wanted} wanted, {self.said} said, {self.near} right; told .9: {self.sure_right} of {self.sure})"
        )


def posts(path: Path) -> Iterator[Marked]:
    """The posts of a file."""
    truths: dict[str, Truth] = {}
    for line in lines(path):
        if told := _TRUTH.fullmatch(line):
            point = (float(told[3]), float(told[4])) if told[3] else None
            truths[told[1]] = Truth(told[2], point)
        else:
            head, _, post = line.partition(" | ")
            language, kind = head.split()
            yield _marked(language, "ad" if kind == "ad" else "post", post, truths)


def _marked(language: str, kind: str, post: str, truths: dict[str, Truth]) -> Marked:
    text, gold, at = "", [], 0
    for mark in _MARK.finditer(post):
        text += post[at : mark.start()]
        truth = None if mark[1] else truths[(mark[3] or mark[2]).lower()]
        gold.append((len(text), len(text) + len(mark[2]), truth))
        text, at = text + mark[2], mark.end()
    return Marked(language, kind, text + post[at:], tuple(gold))


def read(marked: Sequence[Marked], gazetteer: Gazetteer, model: Entities) -> list[list[PlaceMention]]:
    """The places of each post, by offsets into the post as published."""
    ready = Preparer(model, Vault.throwaway(), gazetteer)([Raw("", one.text) for one in marked])
    found = []
    for one, rests in zip(marked, ready, strict=True):
        passage = Passage(rests.text.text, language=rests.language, kind=one.kind, entities=rests.entities)  # type: ignore[arg-type]
        places = read_places(passage, gazetteer)
        ends = [rests.text.back(place.start, place.end) for place in places]
        found.append([replace(one, start=start, end=end) for one, (start, end) in zip(places, ends, strict=True)])
    return found


def count(total: Count, post: Marked, mentions: Sequence[PlaceMention]) -> None:
    """Add a post's findings."""
    taken: set[int] = set()
    for start, end, truth in post.gold:
        over = [n for n, one in enumerate(mentions) if one.start < end and start < one.end]
        taken.update(over)
        if truth is None:
            continue
        total.wanted += 1
        if not over:
            total.faults.append(f"missed  {post.language} {post.text[start:end]!r} in {post.text!r}")
            continue
        one = mentions[over[0]]
        near = _near(one, truth)
        total.sure += one.confidence >= _SURE
        total.sure_right += one.confidence >= _SURE and near
        total.found, total.right, total.said = total.found + 1, total.right + 1, total.said + 1
        total.country += one.place.country == truth.country
        if near:
            total.near += 1
        else:
            meant = f"{one.place.name} {one.place.admin1_name} {one.place.country}"
            total.faults.append(f"wrong   {post.language} {one.text!r} is {meant} in {post.text!r}")
    for n, one in enumerate(mentions):
        if n not in taken:
            total.said += 1
            total.faults.append(
                f"no place {post.language} {one.text!r} ({one.place.name}, {one.confidence}) in {post.text!r}"
            )


def _near(one: PlaceMention, truth: Truth) -> bool:
    if one.place.country != truth.country or truth.point is None:
        return one.place.country == truth.country
    return kilometres((one.place.latitude, one.place.longitude), truth.point) <= 161


def main() -> None:
    """Measure and print."""
    parser = command(__doc__)
    parser.add_argument("file", type=Path, nargs="?", default=POSTS)
    parser.add_argument("--faults", action="store_true")
    asked = parser.parse_args()
    marked = list(posts(asked.file))
    groups: dict[str, Count] = {"all": Count()}
    for post, mentions in zip(marked, read(marked, Gazetteer.load(), Entities.load()), strict=True):
        small = post.text == post.text.lower()
        for name in ("all", post.language, "small" if small else "as written", "none" if not post.gold else "some"):
            count(groups.setdefault(name, Count()), post, mentions)
    for name, total in groups.items():
        print(f"{name:12} {total.line()}")
    if asked.faults:
        print(*groups["all"].faults, sep="\n")


if __name__ == "__main__":
    main()
