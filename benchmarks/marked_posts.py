"""How much is covered in posts that bear marks of what should be, by kind and case, the way a run does it.

    python -m benchmarks.marked_posts tests/privacy/blind_posts.txt [--half A|B] [--misses] [--again]

Marks: {person} <p:phone> <e:e-mail> <h:account name> <contact> «number of an account or paper» |what must stay|.
The halves are drawn by coin: one to look at, one to measure on. Columns: how many, the share that is covered whole
(of what must stay: left whole), the share that is touched at all. With --again instead in how many posts a second
redaction covers a word more (names alone).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from random import Random

from benchmarks.shared import command, lines
from core.records import Span
from nlp import person_places
from nlp.entities import Entities
from nlp.gazetteer import Gazetteer
from nlp.language import identify
from nlp.text import repair
from privacy import contacts, names
from privacy.redact import redact
from privacy.vault import Vault

type Gold = list[tuple[int, int, str]]
MARK = re.compile(r"\{([^}]*)\}|<([peh]):([^>]*)>|<([^>]*)>|«([^»]*)»|\|([^|]*)\|")
KINDS = {"p": "phones", "e": "e-mails", "h": "account names"}
CASES: dict[str, Callable[[str], str]] = {"as written": str, "small letters": str.lower, "capitals": str.upper}


def unmarked(line: str) -> tuple[str, Gold]:
    """The text without its marks, and where each stretch stands, with its kind."""
    pieces: list[str] = []
    gold: Gold = []
    at = 0
    for match in MARK.finditer(line):
        person, kind, contact, other, number, stays = match.groups()
        inner = next(part for part in (person, contact, other, number, stays) if part is not None)
        named = [("persons", person), (KINDS.get(kind or "", ""), contact), ("contacts", other), ("numbers", number)]
        pieces += [line[at : match.start()], inner]
        end = sum(map(len, pieces))
        gold.append((end - len(inner), end, next((name for name, part in named if part is not None), "stays")))
        at = match.end()
    return "".join([*pieces, line[at:]]), gold


def lines_of(path: Path, half: str) -> list[str]:
    """The posts of a file, or those of one half."""
    coin = Random(2026)
    return [line for line in lines(path) if (coin.random() < 0.5) == (half == "A") or not half]


def prepared(lines: Sequence[str], case: Callable[[str], str]) -> Iterator[tuple[str, Gold]]:
    """Texts in this case, repaired as every text is, with their marks moved along."""
    for text, gold in map(unmarked, lines):
        if len(case(text)) == len(text):
            fixed = repair(case(text))
            yield fixed.text, [(*fixed.alignment.forward(start, end), kind) for start, end, kind in gold]


def persons_of(spans: Sequence[Span], text: str, gazetteer: Gazetteer) -> list[Span]:
    """The persons among what the language model saw."""
    return [span for span in person_places.sort_out(spans, text, gazetteer) if span.label == "PERSON"]


def twice(posts: Sequence[tuple[str, Gold]], model: Sequence[Sequence[Span]], gazetteer: Gazetteer) -> int:
    """How many posts whose names are covered have another word covered by a second time."""
    vault, changed = Vault.throwaway(), 0
    for (text, _), spans in zip(posts, model, strict=True):
        once = redact(text, names.find(text, seen=persons_of(spans, text, gazetteer)), vault).text
        changed += redact(once, names.find(once), vault).text != once
    return changed


def main() -> None:
    """Print a table for each case."""
    parser = command(__doc__)
    parser.add_argument("path", type=Path)
    parser.add_argument("--half", default="", choices=["", "A", "B"])
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--again", action="store_true")
    given = parser.parse_args()
    entities, gazetteer = Entities.load(), Gazetteer.load()
    for name, case in CASES.items():
        posts = list(prepared(lines_of(given.path, given.half), case))
        model = entities.find([text for text, _ in posts], [identify(text).code for text, _ in posts])
        if given.again:
            print(f"{name}: {twice(posts, model, gazetteer)} of {len(posts)} posts change when redacted again")
            continue
        wanted, whole, touched, outside = Counter[str](), Counter[str](), Counter[str](), 0
        for (text, gold), spans in zip(posts, model, strict=True):
            persons = persons_of(spans, text, gazetteer)
            found: list[Span] = [*contacts.find(text), *names.find(text, seen=persons)]
            inside = {offset for span in found for offset in range(span.start, span.end)}
            outside += sum(not any(span.start < end and start < span.end for start, end, _ in gold) for span in found)
            for start, end, kind in gold:
                needed = {offset for offset in range(start, end) if text[offset].isalnum()}
                right = needed <= inside if kind != "stays" else not needed & inside
                wanted[kind] += 1
                whole[kind] += right
                touched[kind] += bool(needed & inside)
                if given.misses and not right:
                    print(f"      {kind}: {text[start:end]!r} in {text!r}")
        print(f"{name}: {len(posts)} posts; {outside} stretches covered that bear no mark")
        for kind in wanted:
            print(
                f"  {kind:<15}{wanted[kind]:>5}{whole[kind] / wanted[kind]:>8.3f}{touched[kind] / wanted[kind]:>8.3f}"
            )


if __name__ == "__main__":
    main()
