"""Copies at scale: a stream of invented ads with known reposts, grouped one by one as the main line does.

    python -m benchmarks.copies --ads 100000

Prints ads a second, the index's memory an ad, precision and recall of pairs. A repost changes its contact and price,
loses or gains words, or has its sentences in another order; a third of all ads end in one of five boilerplates.
"""

from __future__ import annotations

import argparse
import random
import resource
import time
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import Any

from nlp.copies import Sketch, group, sketch


@dataclass(frozen=True, slots=True)
class Kept:
    """What a store keeps of a sketch."""

    document_id: str
    group_id: str
    folded: str
    signature: bytes


def invented(dice: random.Random, words: list[str], tails: list[str]) -> list[str]:
    """A new ad: four to ten sentences of common and rarer words."""
    sentences = [" ".join(dice.choices(words, k=dice.randint(6, 14))) for _ in range(dice.randint(4, 10))]
    return [*sentences, dice.choice(tails)] if dice.random() < 0.33 else sentences


def reposted(ad: list[str], dice: random.Random, words: list[str]) -> list[str]:
    """The ad as it is posted again."""
    again = [*ad, f"call [PHONE:{dice.getrandbits(32):08x}] {dice.randint(100, 999)}"]
    if dice.random() < 0.3:
        dice.shuffle(again)
    for _ in range(dice.choice((0, 0, 1, 2, 3))):
        at = dice.randrange(len(again))
        parts = again[at].split()
        parts[dice.randrange(len(parts))] = dice.choice(words)
        again[at] = " ".join(parts)
    if dice.random() < 0.15 and len(again) > 6:
        del again[dice.randrange(len(again))]
    return again


class Index:
    """Sketches by folded hash and by band, in memory."""

    def __init__(self) -> None:
        self.kept: list[Kept] = []
        self.by_key: dict[str | int, list[int]] = defaultdict(list)

    def add(self, own: Sketch) -> str:
        """The group the sketch joins or founds."""
        keys: tuple[str | int, ...] = (own.folded, *own.bands)
        numbers = sorted({number for key in keys for number in self.by_key.get(key, ())[:50]})
        group_id = group(own, [self.kept[number] for number in numbers]) or own.document_id
        for key in keys:
            self.by_key[key].append(len(self.kept))
        self.kept.append(Kept(own.document_id, group_id, own.folded, own.signature))
        return group_id


def pairs(counts: Counter[Any]) -> int:
    """How many pairs lie within the groups."""
    return sum(n * (n - 1) // 2 for n in counts.values())


def main() -> None:
    """Run and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--ads", type=int, default=100_000)
    wanted = parser.parse_args().ads
    dice = random.Random(5)
    words = [f"w{int(dice.paretovariate(0.9))}" for _ in range(6000)]
    tails = [" ".join(dice.choices(words, k=25)) for _ in range(5)]
    texts: list[tuple[int, str]] = []
    while len(texts) < wanted:
        ad = invented(dice, words, tails)
        copies = int(dice.paretovariate(1.2))
        texts += [(len(texts), ". ".join(ad))]
        texts += [(texts[-1][0], ". ".join(reposted(ad, dice, words))) for _ in range(min(copies, 200) - 1)]
    dice.shuffle(texts)
    report(texts[:wanted])


def report(texts: list[tuple[int, str]]) -> None:
    """Group them in order and print the figures."""
    index, before = Index(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.process_time()
    said = [index.add(sketch(str(n), text)) for n, (_, text) in enumerate(texts)]
    seconds = time.process_time() - start
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1024 / len(texts)
    truth = [number for number, _ in texts]
    both = pairs(Counter(zip(truth, said, strict=True)))
    precision, recall = both / pairs(Counter(said)), both / pairs(Counter(truth))
    print(f"{len(texts)} ads, {len(set(truth))} campaigns, {len(set(said))} groups, {len(texts) / seconds:.0f} ads/s")
    print(f"pairs: precision {precision:.4f}, recall {recall:.4f}; memory {grown:.0f} bytes an ad")


if __name__ == "__main__":
    main()
