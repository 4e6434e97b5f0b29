"""Places against three public corpora of news that nothing is fitted on: TR-News, GeoWebNews and TUD-Loc 2013.

    python -m benchmarks.geoparsing FOLDER

FOLDER is a copy of github.com/milangritta/Pragmatic-Guide-to-Geoparsing-Evaluation, or any that holds `TR-News.xml`,
`GWN.xml` and `TUD-Loc2013.zip` somewhere; what is absent is named and left out. The corpora are others' and stay
outside. Recognition by exact span, resolution within 161 km of those recognised that have gold coordinates, and of
those told with .9 and more the share that is right; scored as `benchmarks.places` scores LGL and GeoVirus.

Of GeoWebNews the places with a GeoNames id count, without peoples and expressions; of TUD-Loc, its test part, towns,
countries, units, regions and continents. What else is marked there (streets, buildings, "residents") may be found or
not. TR-News marks peoples as places, and they count.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath
from zipfile import ZipFile

from lxml import etree

from benchmarks.places import Article, Gold, Score, lgl, offsets, read, root_of, score
from benchmarks.shared import command, head, row
from nlp.entities import Entities
from nlp.gazetteer import Gazetteer

type Coordinates = dict[tuple[str, int], tuple[float, float]]
_TAG = re.compile(r"<(\w+)[^>]*>(.*?)</\1>", re.DOTALL)
_SMALL = frozenset({"POI", "STREET", "STREETNR", "ZIP", "LANDMARK"})
_TEST = "3-test"
_SURE = 9


def geowebnews(path: Path) -> list[Article]:
    """The articles of GeoWebNews."""
    return [_web_article(article) for article in root_of(path).iter("article")]


def _web_article(article: etree._Element) -> Article:
    gold, free = [], set[tuple[int, int]]()
    for one in article.iter("toponym"):
        kind = one.findtext("type") or ""
        if one.findtext("geonamesID") and kind != "Demonym" and not kind.endswith("Expression"):
            point = (float(one.findtext("latitude") or 0), float(one.findtext("longitude") or 0))
            gold.append(Gold(*offsets(one), one.findtext("extractedName") or "", point))
        else:
            free.add(offsets(one))
    return Article(article.findtext("text") or "", "", tuple(gold), frozenset(free))


def tud_loc(path: Path) -> list[Article]:
    """The articles of the test part of TUD-Loc 2013, as it is packed."""
    with ZipFile(path) as packed:
        names = [name for name in sorted(packed.namelist()) if PurePosixPath(name).parent.name == _TEST]
        rows = next(packed.read(name).decode() for name in names if name.endswith("coordinates.csv"))
        known = dict(_coordinates(rows))
        return [
            tagged(packed.read(name).decode(), PurePosixPath(name).name, known)
            for name in names
            if name.endswith(".txt")
        ]


def _coordinates(rows: str) -> Iterator[tuple[tuple[str, int], tuple[float, float]]]:
    for one in csv.DictReader(io.StringIO(rows), delimiter=";"):
        if one["latitude"]:
            yield (one["docId"], int(one["idx"])), (float(one["latitude"]), float(one["longitude"]))


def tagged(marked: str, name: str, known: Coordinates) -> Article:
    """A text with its marks taken out; `known` gives coordinates by the text's name and the number of the mark."""
    text, gold, free, at = "", [], set[tuple[int, int]](), 0
    for number, mark in enumerate(_TAG.finditer(marked)):
        text += marked[at : mark.start()]
        ends = (len(text), len(text) + len(mark[2]))
        if mark[1] in _SMALL:
            free.add(ends)
        else:
            gold.append(Gold(*ends, mark[2], known.get((name, number))))
        text, at = text + mark[2], mark.end()
    return Article(text + marked[at:], "", tuple(gold), frozenset(free))


CORPORA: dict[str, tuple[str, Callable[[Path], list[Article]]]] = {
    "TR-News": ("TR-News.xml", lgl),
    "GeoWebNews": ("GWN.xml", geowebnews),
    "TUD-Loc, test": ("TUD-Loc2013.zip", tud_loc),
}


def figures(name: str, documents: int, found: Score) -> str:
    """A row of the table."""
    precision, recall, f1 = found.recognition()
    right, sure = found.bins.get(_SURE, [0, 0])
    cells = (
        f"{name} ({documents})",
        f"{f1:.3f}",
        f"{precision:.3f} ({found.right} of {found.said})",
        f"{recall:.3f} ({found.right} of {found.gold})",
        f"{found.near / max(1, found.judged):.3f} ({found.near} of {found.judged})",
        f"{right / max(1, sure):.3f} ({right} of {sure})",
        found.confidence(),
    )
    return row(cells)


def main() -> None:
    """Score what there is, and print."""
    parser = command(__doc__)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    gazetteer, model = Gazetteer.load(), Entities.load()
    columns = ("corpus (documents)", "F1", "precision", "recall", "within 161 km", "told .9 and right", "by confidence")
    print(head(columns))
    for name, (file, articles_of) in CORPORA.items():
        path = next(folder.rglob(file), None)
        if path is None:
            print(row((name, f"absent: {file}")))
            continue
        articles = articles_of(path)
        entities = model.find([one.text for one in articles], ["en"] * len(articles))
        found = read(articles, entities, [None] * len(articles), gazetteer)
        print(figures(name, len(articles), score(articles, found)), flush=True)


if __name__ == "__main__":
    main()
