"""How many short posts are signals still when people hide the loaded words in them: "p@ssp0rt", "g*ji", "k e r j a".

    python -m benchmarks.disguised_posts [--half a] [--bare] [--show]

Posts of `tests/nlp/disguised_posts.txt`, each in plain words and in disguise, read as `honeyguide tag` reads; with
--bare not redacted, in the language that is marked. --show prints those whose answer is another. Of half b look at
totals alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.reading import Line
from benchmarks.shared import command, head, lines, row
from core.records import Analysis, Passage
from flows.prepare import Raw

POSTS = Path(__file__).parents[1] / "tests" / "nlp" / "disguised_posts.txt"


class Post(NamedTuple):
    """A post in plain words and in disguise, with whether it tells something."""

    half: str
    tells: bool
    language: str
    plain: str
    hidden: str


def posts(path: Path = POSTS) -> list[Post]:
    """All posts of a file."""
    found = []
    for line in lines(path):
        marks, plain, hidden = (part.strip() for part in line.split(" | "))
        half, mark, language = marks.split()
        found.append(Post(half, mark == "+", language, plain, hidden))
    return found


def read(line: Line, some: Sequence[Post], texts: Sequence[str], *, bare: bool) -> list[Analysis]:
    """The texts of posts, read."""
    passages = [Passage(text, language=one.language) for one, text in zip(some, texts, strict=True)]
    given = passages if bare else line.passages([Raw("", text) for text in texts])
    return [line.reader.read(one, meaning="always") for one in given]


def main() -> None:
    """Measure and print."""
    parser = command(__doc__)
    parser.add_argument("--half", default="ab", help="letters of the halves")
    parser.add_argument("--bare", action="store_true", help="not redacted")
    parser.add_argument("--show", action="store_true", help="the posts whose answer is another")
    asked = parser.parse_args()
    line = Line()
    print(head(("half", "posts", "signals in plain words", "in disguise", "signs still found")))
    for half in asked.half:
        for tells in (True, False):
            some = [one for one in posts() if one.half == half and one.tells == tells]
            plain = read(line, some, [one.plain for one in some], bare=asked.bare)
            hidden = read(line, some, [one.hidden for one in some], bare=asked.bare)
            signs = [[{sign.indicator for sign in one.signs} for one in told] for told in (plain, hidden)]
            kept = sum(len(was & now) for was, now in zip(*signs, strict=True))
            count = [str(sum(bool(one.signal) for one in told)) for told in (plain, hidden)]
            name = f"{half}, {'telling' if tells else 'others'}"
            print(row((name, str(len(some)), *count, f"{kept} of {sum(map(len, signs[0]))}")), flush=True)
            for post, was, now in zip(some, plain, hidden, strict=True) if asked.show else ():
                if bool(was.signal) != bool(now.signal):
                    print(f"    {'won' if now.signal else 'lost'}: {post.hidden!r}")


if __name__ == "__main__":
    main()
