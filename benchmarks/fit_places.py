"""Fits the weights by which a stretch of text is taken for a place name: `nlp/data/place_weights.json`.

    python -m benchmarks.fit_places [--folder ../shared/data/geoparsing] [--posts]

Logistic regression over the features of `nlp/place_features.py`, for texts that a model has read and for bare ones,
each as written and without capitals (small letters throughout, capitals where sentences begin, or nothing but
capitals), as many posts are. Posts have weights of their own (`benchmarks/post_cases.py`). Only the weights leave.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from itertools import cycle

import numpy as np
import orjson
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from benchmarks import post_cases
from benchmarks.invented_posts import invented
from benchmarks.place_small_words import DATA, small_words
from benchmarks.places import Article, geovirus, lgl
from benchmarks.shared import command
from core.records import Span
from flows.prepare import Preparer
from nlp.entities import Entities
from nlp.gazetteer import Gazetteer
from nlp.place_spans import stretches, view_of
from nlp.taught import every_passage
from privacy.vault import Vault

type Case = tuple[dict[str, float], bool]
# How often each frame is filled; of so many taught passages, beside those that tell which words are small, one is used.
_TIMES, _EACH = 24, 2


def main() -> None:
    """Fit all regimes and write the file."""
    parser = command(__doc__, "geoparsing")
    parser.add_argument("--posts", action="store_true", help="fit the weights of posts alone")
    asked = parser.parse_args()
    articles = [*lgl(asked.folder / "lgl.xml.gz"), *geovirus(asked.folder / "GeoVirus.xml.gz")]
    model, gazetteer, path = Entities.load(), Gazetteer.load(), DATA / "place_weights.json"
    kept = orjson.loads(path.read_bytes()) if asked.posts else news(articles, model, gazetteer)
    weights = kept | posts(articles, model, gazetteer)
    path.write_bytes(orjson.dumps(weights, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE))


def news(articles: Sequence[Article], model: Entities, gazetteer: Gazetteer) -> dict[str, dict[str, float]]:
    """Weights for articles."""
    flat = [
        change(a.text) for a, change in zip(articles, cycle((str.lower, post_cases.openings, str.lower, str.upper)))
    ]
    weights: dict[str, dict[str, float]] = {}
    for name, texts in (("", [a.text for a in articles]), (" uncased", flat)):
        entities = model.find(texts, ["en"] * len(texts))
        every = list(zip(articles, texts, entities, strict=True))
        weights["read" + name] = fit([case for a, text, e in every for case in cases(a, text, e, gazetteer)])
        weights["bare" + name] = fit([case for a, text, _ in every for case in cases(a, text, (), gazetteer)])
    return weights


def posts(articles: Sequence[Article], model: Entities, gazetteer: Gazetteer) -> dict[str, dict[str, float]]:
    """Weights for posts: "read post", "bare post", each with " uncased"."""
    prepare = Preparer(model, Vault.throwaway(), gazetteer)
    rest = post_cases.redacted([*post_cases.pieces(articles), *invented(_TIMES)], prepare)
    taught = every_passage(DATA)
    small = {code: frozenset(words) for code, words in small_words(taught[::2], gazetteer).items()}
    others = taught[1 :: 2 * _EACH]
    found: dict[str, list[Case]] = {}
    for name, told in (
        ("read post", post_cases.cases(rest, gazetteer, read=True)),
        ("bare post", post_cases.cases(rest, gazetteer, read=False)),
        ("bare post", post_cases.taught_cases(others, gazetteer, small)),
    ):
        for regime, case in told:
            found.setdefault(name + regime, []).append(case)
    return {name: fit(cases_) for name, cases_ in found.items()}


def cases(article: Article, text: str, entities: Sequence[Span], gazetteer: Gazetteer) -> Iterator[Case]:
    """Every stretch with whether it is exactly a gold place; those inside a longer gold name count as wrong."""
    if len(text) != len(article.text):
        return
    gold = {(one.start, one.end) for one in article.gold}
    for stretch in stretches(view_of(text, "en", entities), gazetteer):
        yield stretch.found, (stretch.named.start, stretch.named.end) in gold


def fit(cases_: Sequence[Case]) -> dict[str, float]:
    """Weights by feature, rounded to two decimals, which costs nothing."""
    vectorizer = DictVectorizer(sparse=True)
    rows, right = vectorizer.fit_transform([case[0] for case in cases_]), np.array([case[1] for case in cases_])
    order = list(range(len(cases_)))
    random.Random(7).shuffle(order)
    model = LogisticRegression(C=3.0, max_iter=2000, fit_intercept=False).fit(rows[order], right[order])
    said = model.predict_proba(rows)[:, 1] >= 0.4
    print(f"{len(cases_)} stretches, precision {right[said].mean():.3f}, recall {said[right].mean():.3f}")
    return {name: round(float(w), 2) for name, w in zip(vectorizer.feature_names_, model.coef_[0], strict=True)}


if __name__ == "__main__":
    main()
