"""How long one text holds up `honeyguide tag`: the longest of real sets, and hostile texts of 100,000 characters.

    python -m benchmarks.long_texts [--folder ../shared/data]

Processor time of this process, the better of two readings, all steps with the meaning asked ("always"), nothing
remembered, after both encoders and the model of entities were opened.
"""

from __future__ import annotations

import random
import time

from benchmarks.reading import Line, mixed, real_texts
from benchmarks.shared import command
from flows.prepare import Raw
from nlp import embedding

HOSTILE = {
    "names of towns": "London, Paris, San Jose, Georgia, Lagos ",
    "no full stop": "passport withheld from the maid in the house ",
    "figures": "08 71 234 567 ",
    "at signs": "a@b.c ",
    "one word": "a",
    "persons": "Maria Lopez ",
    "town and number": "Kuala Lumpur 08 71 234 567 ",
    "town, call number": "London, call 012-345 6789. ",
    "numbers in words": "zero one 2 three 45 six seven 8 nine, ",
    "numbers half so": "oh eight 7 one two 3 four five ",
    "quoted scraps": '"good girl" ',
    "quoted signs": "'wages withheld' ",
}


def chosen(sets: dict[str, list[Raw]]) -> dict[str, Raw]:
    """Texts by what they are."""
    real = {f"longest of {name}": max(raws, key=lambda raw: len(raw.text)) for name, raws in sets.items()}
    news = "\n".join(raw.text for raw in sorted(sets["news"], key=lambda raw: -len(raw.text)))
    real["100,000 of news"] = Raw("", news[:100_000])
    return real | {name: Raw("", (part * 100_000)[:100_000]) for name, part in HOSTILE.items()}


def seconds(line: Line, raw: Raw) -> float:
    """Processor time of one reading."""
    line.again()
    embedding._row.cache_clear()
    start = time.process_time()
    passage = line.passages([raw])[0]
    found = line.reader.read(passage, meaning="always")
    line.classifier.opinion(passage.title, passage.text, found.language, found.signs)
    return time.process_time() - start


def main() -> None:
    """Print a line a text."""
    parser = command(__doc__, "")
    sets = real_texts(parser.parse_args().folder)
    line = Line()
    line.read(mixed(sets, 60, random.Random(2)))
    embedding.embed(["The encoders of meaning open with the first sentence that is asked."])
    for name, raw in chosen(sets).items():
        took = min(seconds(line, raw) for _ in range(2))
        print(f"{name:22} {len(raw.text):8,} characters {took:6.2f} s", flush=True)


if __name__ == "__main__":
    main()
