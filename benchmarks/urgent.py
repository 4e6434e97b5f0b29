"""How many cries for help come into the urgent queue, and what comes with them.

    python -m benchmarks.urgent [FILE...] [--show]

Each FILE (default: those in tests/nlp) holds "mark language voice | text" a line, + where somebody in particular is in
danger as of the writing. Posts are read as `honeyguide tag` reads. Prints a row a file and language; --show also every
post of which the rule says otherwise than the mark (not to be used on `urgent_blind.txt`). Some twenty posts a second.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from benchmarks.shared import command, head, lines, row
from core.records import Kind, Passage
from nlp.reading import Asked, Reader

HERE = Path(__file__).parents[1] / "tests" / "nlp"
FILES = tuple(HERE / f"urgent_{name}.txt" for name in ("posts", "blind"))
_KINDS: dict[str, Kind] = {"F": "post", "N": "article", "A": "article", "D": "ad", "-": "post"}


class Post(NamedTuple):
    """A marked post: whether it is a cry for help, and what it was taken for."""

    cry: bool
    said: bool
    language: str
    text: str


def read(path: Path, reader: Reader, asked: Asked = "always") -> Iterator[Post]:
    """The posts of a file, by default as `tag` reads them. Raises ValueError naming the line that is of no form."""
    for line in lines(path):
        marks, bar, text = line.partition(" | ")
        if not bar or len(marks.split()) != 3:
            raise ValueError(f"{path}: no 'mark language voice | text': {line[:60]}")
        mark, language, voice = marks.split()
        passage = Passage(text, language=language, kind=_KINDS[voice])
        yield Post(mark == "+", reader.read(passage, meaning=asked).urgent, language, text)


def counted(name: str, posts: Iterable[Post]) -> str:
    """A row: of the cries and of the others how many are urgent."""
    told = list(posts)
    cries, others = [one for one in told if one.cry], [one for one in told if not one.cry]
    return row((name, *(f"{sum(one.said for one in part)} of {len(part)}" for part in (cries, others))))


def main() -> None:
    """Read and print."""
    parser = command(__doc__)
    parser.add_argument("files", type=Path, nargs="*", default=FILES, metavar="FILE")
    parser.add_argument("--show", action="store_true")
    given, reader = parser.parse_args(), Reader.load()
    print(head(("posts", "cries that are urgent", "others that are")))
    for path in given.files:
        posts = list(read(path, reader))
        print(counted(path.stem, posts))
        for language in sorted({one.language for one in posts}):
            print(counted(language, (one for one in posts if one.language == language)), flush=True)
        for one in posts if given.show else ():
            if one.cry != one.said:
                print(f"{'missed' if one.cry else 'false'} {one.language}: {one.text}")


if __name__ == "__main__":
    main()
