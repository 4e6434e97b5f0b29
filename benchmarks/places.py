"""Places against two public corpora: recognition by exact span, resolution within 161 km, calibration, speed.

    python -m benchmarks.places [--folder ../shared/data/geoparsing]

Resolution is told over the recognised mentions that have gold coordinates (as it comes out of `honeyguide tag`), and
over all gold mentions. "With source home": each article is given, as a card would, the place its newspaper names most
in its other articles.
"""

from __future__ import annotations

import gzip
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from math import asin, cos, radians, sin, sqrt
from pathlib import Path

from lxml import etree

from benchmarks.shared import command
from core.records import Passage, PlaceMention, Span
from nlp.entities import Entities
from nlp.gazetteer import Gazetteer
from nlp.places import read_places


@dataclass(frozen=True, slots=True)
class Gold:
    """A place as annotated; `point` is None where the corpus gives no coordinates."""

    start: int
    end: int
    text: str
    point: tuple[float, float] | None
    place_id: str | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """A text with its gold places and the name of its source; what lies at `free` may be found or not."""

    text: str
    source: str
    gold: tuple[Gold, ...]
    free: frozenset[tuple[int, int]] = frozenset()


def lgl(path: Path) -> list[Article]:
    """The Local-Global Lexicon corpus, or another in its form."""
    return [
        Article(article.findtext("text") or "", article.findtext("feedid") or "", tuple(_lgl_gold(article)))
        for article in root_of(path).iter("article")
    ]


def _lgl_gold(article: etree._Element) -> Iterator[Gold]:
    for toponym in article.iter("toponym"):
        tag = toponym.find("gaztag")
        point = None if tag is None else (float(tag.findtext("lat") or 0), float(tag.findtext("lon") or 0))
        place_id = None if tag is None else tag.get("geonameid")
        yield Gold(*offsets(toponym), toponym.findtext("phrase") or "", point, place_id)


def geovirus(path: Path) -> list[Article]:
    """The GeoVirus corpus."""
    return [
        Article(article.findtext("text") or "", "", tuple(_virus_gold(article)))
        for article in root_of(path).iter("article")
    ]


def _virus_gold(article: etree._Element) -> Iterator[Gold]:
    for one in article.iter("location"):
        point = (float(one.findtext("lat") or 0), float(one.findtext("lon") or 0))
        start, end = offsets(one)  # counted from one
        yield Gold(start - 1, end - 1, one.findtext("name") or "", point)


def offsets(element: etree._Element) -> tuple[int, int]:
    """Where a mark begins and ends."""
    return int(element.findtext("start") or 0), int(element.findtext("end") or 0)


def root_of(path: Path) -> etree._Element:
    """The root of a file of XML, packed or not."""
    told = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return etree.fromstring(told, etree.XMLParser(huge_tree=True, strip_cdata=False))


def kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Great-circle distance."""
    a, b = radians(one[0]), radians(other[0])
    h = sin((b - a) / 2) ** 2 + cos(a) * cos(b) * sin(radians(other[1] - one[1]) / 2) ** 2
    return 12742 * asin(min(1.0, sqrt(h)))


def homes(articles: Sequence[Article]) -> list[str | None]:
    """For each article the GeoNames id that its source's other articles name most often."""
    all_of: dict[str, Counter[str]] = {}
    own = [Counter(gold.place_id for gold in article.gold if gold.place_id) for article in articles]
    for article, counts in zip(articles, own, strict=True):
        all_of.setdefault(article.source, Counter()).update(counts)
    chosen: list[str | None] = []
    for article, counts in zip(articles, own, strict=True):
        others = all_of[article.source] - counts if article.source else Counter[str]()
        chosen.append(others.most_common(1)[0][0] if others else None)
    return chosen


@dataclass(slots=True)
class Score:
    """Numbers of one run over a corpus."""

    right: int = 0
    said: int = 0
    gold: int = 0
    near: int = 0
    judged: int = 0
    all_gold: int = 0
    bins: dict[int, list[int]] = field(default_factory=dict)

    def recognition(self) -> tuple[float, float, float]:
        """Precision, recall and F1 of exact spans."""
        precision, recall = self.right / max(1, self.said), self.right / max(1, self.gold)
        return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)

    def line(self) -> str:
        """One line of figures."""
        precision, recall, f1 = self.recognition()
        return (
            f"recognition P {precision:.3f} R {recall:.3f} F1 {f1:.3f}   "
            f"resolution {self.near / max(1, self.judged):.3f} of recognised, "
            f"{self.near / max(1, self.all_gold):.3f} of gold"
        )

    def confidence(self) -> str:
        """Of those told with a confidence of .1, .2 and so on, the share right, and how many they are."""
        return " ".join(f".{b}:{hit / n:.2f}({n})" for b, (hit, n) in sorted(self.bins.items()))


def score(articles: Sequence[Article], found: Sequence[Sequence[PlaceMention]]) -> Score:
    """Compare what was read with the gold."""
    total = Score()
    for article, mentions in zip(articles, found, strict=True):
        gold = {(one.start, one.end): one for one in article.gold}
        mentions = [one for one in mentions if (one.start, one.end) not in article.free]
        total.gold += len(gold)
        total.said += len(mentions)
        total.all_gold += sum(one.point is not None for one in gold.values())
        for mention in mentions:
            one = gold.get((mention.start, mention.end))
            total.right += one is not None
            hit = one is not None and one.point is not None and _near(mention, one.point)
            if one is None or one.point is not None:
                pair = total.bins.setdefault(min(9, int(mention.confidence * 10)), [0, 0])
                pair[0] += hit
                pair[1] += 1
            if one is not None and one.point is not None:
                total.judged += 1
                total.near += hit
    return total


def _near(mention: PlaceMention, point: tuple[float, float]) -> bool:
    return kilometres((mention.place.latitude, mention.place.longitude), point) <= 161


def read(
    articles: Sequence[Article], entities: Sequence[Sequence[Span]], home: Sequence[str | None], gazetteer: Gazetteer
) -> list[list[PlaceMention]]:
    """The places of every article's text."""
    passages = [
        Passage(a.text, language="en", kind="article", entities=tuple(e), home_place=h)
        for a, e, h in zip(articles, entities, home, strict=True)
    ]
    return [[m for m in read_places(p, gazetteer) if m.end] for p in passages]


def main() -> None:
    """Run both corpora and print."""
    parser = command(__doc__, "geoparsing")
    folder = parser.parse_args().folder
    gazetteer, model = Gazetteer.load(), Entities.load()
    for name, articles in (("LGL", lgl(folder / "lgl.xml.gz")), ("GeoVirus", geovirus(folder / "GeoVirus.xml.gz"))):
        entities = model.find([article.text for article in articles], ["en"] * len(articles))
        report(name, articles, entities, gazetteer)


def report(name: str, articles: Sequence[Article], entities: Sequence[Sequence[Span]], gazetteer: Gazetteer) -> None:
    """Print the figures of one corpus."""
    nowhere: list[str | None] = [None] * len(articles)
    start = time.process_time()
    plain = score(articles, read(articles, entities, nowhere, gazetteer))
    seconds = time.process_time() - start
    print(f"{name:9} {plain.line()}   {len(articles) / seconds:.0f} documents/s")
    if any(article.source for article in articles):
        print(f"{'+ home':9} {score(articles, read(articles, entities, homes(articles), gazetteer)).line()}")
    print(f"{'':9} right by confidence {plain.confidence()}")
    alone = score(articles, read([replace(a) for a in articles], [()] * len(articles), nowhere, gazetteer))
    print(f"{'no model':9} {alone.line()}")


if __name__ == "__main__":
    main()
