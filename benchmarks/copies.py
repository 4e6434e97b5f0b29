"""Copies at scale: a stream of invented ads with known reposts, grouped one by one as the main line does.

    python -m benchmarks.copies --ads 100000 [--seed 5]

Two kinds of campaign. Private ads are sentences of their own, a third of them under a board's boilerplate. An agency
posts several jobs in one template, which is a third to two thirds of each ad: the same words, other work, another
campaign. A repost has another contact and other figures, and may swap its town, gain emoji, shout, move, lose or add a
sentence, or change up to three words. Prints ads a CPU second, memory an ad, precision and recall of pairs.
"""

from __future__ import annotations

import random
import resource
import time
from array import array
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from wordfreq import top_n_list, word_frequency

from benchmarks.shared import command
from nlp.copies import BANDS, Sketch, group, sketch

_EMOJI = "🔥✨💰📞⭐🏨🚛🧹"
_LOOKED_AT = 50  # texts of one band


@dataclass(frozen=True, slots=True)
class Ad:
    """Sentences of one campaign; `town` stands in them as the word TOWN."""

    campaign: int
    sentences: tuple[str, ...]


class Board:
    """Invents ads from a seed: words as often as in English, boilerplates and agencies' templates."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(seed)
        self.words = top_n_list("en", 9000)
        self.weights = list(accumulate(word_frequency(word, "en") for word in self.words))
        self.tails = [self._sentence(20, 30) for _ in range(5)]
        self.campaigns = 0

    def campaigns_of_one_poster(self) -> list[Ad]:
        """One private ad, or the two to eight jobs of an agency."""
        dice = self.dice
        if dice.random() < 0.7:
            own = [self._sentence(6, 14) for _ in range(dice.randint(4, 10))]
            return [self._ad([*own, dice.choice(self.tails)] if dice.random() < 0.33 else own)]
        template = [self._sentence(8, 14) for _ in range(dice.randint(3, 5))]
        words = sum(len(sentence.split()) for sentence in template)
        return [self._ad(self._job(template, words)) for _ in range(dice.randint(2, 8))]

    def _job(self, template: list[str], words: int) -> list[str]:
        """The template with a job in it: duties of half to twice the template's length, and a title told twice."""
        title, share = self._sentence(2, 3), self.dice.uniform(0.33, 0.66)
        wanted, duties = int(words * (1 - share) / share), [f"{title} wanted in TOWN"]
        while sum(len(sentence.split()) for sentence in duties) < wanted:
            duties.append(self._sentence(7, 12))
        return [*duties, *template, f"{title} start now"]

    def _ad(self, sentences: list[str]) -> Ad:
        self.campaigns += 1
        return Ad(self.campaigns, tuple(sentences))

    def _sentence(self, fewest: int, most: int) -> str:
        return " ".join(self.dice.choices(self.words, cum_weights=self.weights, k=self.dice.randint(fewest, most)))

    def posted(self, ad: Ad) -> str:
        """The ad as it is posted this time."""
        dice, again = self.dice, list(ad.sentences)
        if dice.random() < 0.3:
            dice.shuffle(again)
        for _ in range(dice.choice((0, 0, 1, 2, 3))):
            at = dice.randrange(len(again))
            parts = again[at].split()
            parts[dice.randrange(len(parts))] = dice.choice(self.words)
            again[at] = " ".join(parts)
        if dice.random() < 0.15 and len(again) > 6:
            del again[dice.randrange(len(again))]
        if dice.random() < 0.15:
            again.insert(dice.randrange(len(again) + 1), self._sentence(4, 9))
        again.append(f"{dice.randint(40, 90)} a day in TOWN call [PHONE:{dice.getrandbits(32):08x}]")
        if dice.random() < 0.2:
            again = [f"{dice.choice(_EMOJI)} {sentence}" for sentence in again]
        text = ". ".join(again).replace("TOWN", f"{dice.choice(self.words)}ville")
        return text.upper() if dice.random() < 0.1 else text


def stream(ads: int, seed: int, most: int = 200) -> list[tuple[int, str]]:
    """So many (campaign, text), in mixed order; a campaign is posted once to `most` times."""
    board, texts = Board(seed), []
    while len(texts) < ads:
        for ad in board.campaigns_of_one_poster():
            times = min(int(board.dice.paretovariate(1.2)), most)
            texts += [(ad.campaign, board.posted(ad)) for _ in range(times)]
    board.dice.shuffle(texts)
    return texts[:ads]


@dataclass(frozen=True, slots=True)
class Kept:
    """What a store keeps of a sketch."""

    document_id: str
    group_id: str
    folded: str
    signature: bytes


class Index:
    """Sketches in memory. Texts of one band form a chain from the newest to the oldest; equal texts stand once."""

    def __init__(self) -> None:
        self._kept: list[Kept] = []
        self._twins: dict[str, int] = {}
        self._newest: dict[int, int] = {}
        self._older = array("i")

    def add(self, own: Sketch) -> str:
        """The group the sketch joins or founds."""
        twin = self._twins.get(own.folded)
        if twin is not None:
            return self._kept[twin].group_id
        group_id = group(own, [self._kept[n] for n in sorted(self._near(own))]) or own.document_id
        self._twins[own.folded] = number = len(self._kept)
        self._kept.append(Kept(own.document_id, group_id, own.folded, own.signature))
        self._older.extend(self._newest.get(band, -1) for band in own.bands or (-1,) * BANDS)
        self._newest.update(dict.fromkeys(own.bands, number))
        return group_id

    def _near(self, own: Sketch) -> set[int]:
        found: set[int] = set()
        for slot, band in enumerate(own.bands):
            number = self._newest.get(band, -1)
            for _ in range(_LOOKED_AT):
                if number < 0:
                    break
                found.add(number)
                number = self._older[number * BANDS + slot]
        return found


def pairs(counts: Counter[Any]) -> int:
    """How many pairs lie within the groups."""
    return sum(n * (n - 1) // 2 for n in counts.values())


def precision_and_recall(truth: list[int], said: list[str]) -> tuple[float, float]:
    """Over pairs of texts put together, and pairs that belong together."""
    both = pairs(Counter(zip(truth, said, strict=True)))
    return both / pairs(Counter(said)), both / pairs(Counter(truth))


def in_memory(texts: list[tuple[int, str]]) -> Iterator[str]:
    """The group of each text, as it comes."""
    index = Index()
    for number, (_, text) in enumerate(texts):
        yield index.add(sketch(str(number), text))


def main() -> None:
    """Run and print."""
    parser = command(__doc__)
    parser.add_argument("--ads", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=5)
    asked = parser.parse_args()
    texts = stream(asked.ads, asked.seed)
    before, start = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
    said = list(in_memory(texts))
    seconds = time.process_time() - start
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1024 / len(texts)
    truth = [campaign for campaign, _ in texts]
    precision, recall = precision_and_recall(truth, said)
    print(f"{len(texts)} ads, {len(set(truth))} campaigns, {len(set(said))} groups, {len(texts) / seconds:.0f} ads/s")
    print(f"pairs: precision {precision:.4f}, recall {recall:.4f}; memory {grown:.0f} bytes an ad")


if __name__ == "__main__":
    main()
