"""Looks for better weights of `nlp/place_choice.py` by a random walk on LGL (with and without home) and GeoVirus.

    python -m benchmarks.tune_choice --trials 100

Prints each improvement; the weights are then written into the file by hand, rounded.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace

from benchmarks.places import Article, geovirus, homes, kilometres, lgl
from benchmarks.shared import command
from core.records import Span
from nlp.entities import Entities
from nlp.gazetteer import Gazetteer
from nlp.place_choice import Hints, Weights, choose
from nlp.place_spans import Named, named, view_of


@dataclass(frozen=True, slots=True)
class Case:
    """A text's names, hints and, by (start, end), where they truly lie."""

    text: str
    names: tuple[Named, ...]
    hints: Hints
    points: dict[tuple[int, int], tuple[float, float]]


def cases(
    articles: Sequence[Article], entities: Sequence[Sequence[Span]], home: Sequence[str | None], gazetteer: Gazetteer
) -> Iterator[Case]:
    """What `choose` is given for each article; only texts with a rightly recognised place."""
    for article, spans, place in zip(articles, entities, home, strict=True):
        names = tuple(named(view_of(article.text, "en", spans), gazetteer))
        points = {(gold.start, gold.end): gold.point for gold in article.gold if gold.point}
        points = {at: points[at] for at in ((one.start, one.end) for one in names) if at in points}
        if points:
            yield Case(article.text, names, Hints(home=gazetteer.row_of(place) if place else -1), points)


def accuracy(cases_: Sequence[Case], gazetteer: Gazetteer, weights: Weights) -> float:
    """Share of places within 161 km."""
    right = judged = 0
    for case in cases_:
        choices = choose(case.names, case.text, case.hints, gazetteer, weights)
        for one in case.names:
            point = case.points.get((one.start, one.end))
            if point is not None and one.key in choices:
                place = choices[one.key].ranked[0][0]
                judged += 1
                right += kilometres((place.latitude, place.longitude), point) <= 161
    return right / judged


def walk(sets: Sequence[Sequence[Case]], gazetteer: Gazetteer, trials: int) -> Weights:
    """Change a few weights at a time, keep what is better on the mean of the sets."""
    dice, best = random.Random(11), Weights()
    top = _score(sets, gazetteer, best)
    print("start", [f"{value:.3f}" for value in top])
    for _ in range(trials):
        changed = dice.sample(sorted(asdict(best)), 3)
        trial = replace(
            best, **{n: round(getattr(best, n) * dice.choice((0.5, 0.7, 0.85, 1.2, 1.4, 2)), 3) for n in changed}
        )
        score = _score(sets, gazetteer, trial)
        if sum(score) > sum(top):
            best, top = trial, score
            print([f"{value:.4f}" for value in top], {n: getattr(best, n) for n in changed}, flush=True)
    return best


def _score(sets: Sequence[Sequence[Case]], gazetteer: Gazetteer, weights: Weights) -> list[float]:
    return [accuracy(one, gazetteer, weights) for one in sets]


def main() -> None:
    """Walk and print."""
    parser = command(__doc__, "geoparsing")
    parser.add_argument("--trials", type=int, default=100)
    options = parser.parse_args()
    gazetteer, model = Gazetteer.load(), Entities.load()
    local, virus = lgl(options.folder / "lgl.xml.gz"), geovirus(options.folder / "GeoVirus.xml.gz")
    spans = [model.find([a.text for a in articles], ["en"] * len(articles)) for articles in (local, virus)]
    print(walk(sets(local, virus, spans, gazetteer), gazetteer, options.trials))


def sets(
    local: Sequence[Article], virus: Sequence[Article], spans: Sequence[Sequence[Sequence[Span]]], gazetteer: Gazetteer
) -> list[list[Case]]:
    """LGL without and with home, GeoVirus."""
    return [
        list(cases(local, spans[0], [None] * len(local), gazetteer)),
        list(cases(local, spans[0], homes(local), gazetteer)),
        list(cases(virus, spans[1], [None] * len(virus), gazetteer)),
    ]


if __name__ == "__main__":
    main()
