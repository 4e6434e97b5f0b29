"""Whether memory stays flat while ever new texts are read.

    python -m benchmarks.steady_memory [--texts 200000] [--every 10000] [--sentences 8] [--folder ../shared/data]

One process reads as `read` and `analyse` do, without a store: repair, language, entities, redaction, sketch of copies,
signs, places, classifier. The texts are made of sentences of six real sets (benchmarks/reading.py), those of two texts
of one set shuffled, with two invented words and an invented telephone number in each, so that nothing comes twice and
whatever is kept for a word must be let go. It prints resident memory at every 10,000 texts.
"""

from __future__ import annotations

import random
import re
import string
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from itertools import batched
from pathlib import Path

import psutil

from benchmarks.reading import BATCH, SHARES, real_texts
from benchmarks.shared import command
from core.records import Passage
from core.settings import Settings
from flows.house import House
from flows.prepare import Raw
from nlp import copies

_SENTENCE = re.compile(r"(?<=[.!?\n])\s+")


def endless(sets: dict[str, list[Raw]], longest: int, dice: random.Random) -> Iterator[Raw]:
    """Texts, each of so many sentences at most of two texts of one set and what nobody wrote before."""
    names = list(SHARES)
    while True:
        (name,) = dice.choices(names, [SHARES[name] for name in names])
        one, other = dice.choice(sets[name]), dice.choice(sets[name])
        sentences = [*_SENTENCE.split(one.text), *_SENTENCE.split(other.text)]
        chosen = dice.sample(sentences, min(longest, len(sentences)))
        new = " ".join("".join(dice.choices(string.ascii_lowercase, k=dice.randint(4, 9))) for _ in range(2))
        yield replace(one, text=" ".join([*chosen, new, f"08{dice.randint(10**7, 10**8 - 1)}"]))


def read(house: House, raws: tuple[Raw, ...]) -> None:
    """Read a batch and keep nothing of it."""
    for raw, ready in zip(raws, house.prepare(raws), strict=True):
        copies.sketch("", f"{ready.title.text}\n{ready.text.text}")
        title, text = ready.title.text, ready.text.text
        house.understand(Passage(text, title, ready.language, "ad", raw.country, entities=ready.entities))


def main() -> None:
    """Read, and print memory as it goes."""
    parser = command(__doc__, "")
    parser.add_argument("--texts", type=int, default=200_000)
    parser.add_argument("--every", type=int, default=10_000)
    parser.add_argument("--sentences", type=int, default=8, help="of a text, at most")
    given = parser.parse_args()
    texts = endless(real_texts(given.folder), given.sentences, random.Random(1))
    start, done, process = time.time(), 0, psutil.Process()
    with tempfile.TemporaryDirectory() as home:
        house = House(Settings(home=Path(home)))
        for batch in batched(texts, BATCH):
            read(house, batch)
            before, done = done, done + len(batch)
            if done // given.every > before // given.every or before == 0:
                held = process.memory_info().rss // 1_000_000
                print(f"{done:8,} texts {held:6,} MB {time.time() - start:8,.0f} s", flush=True)
            if done >= given.texts:
                return


if __name__ == "__main__":
    main()
