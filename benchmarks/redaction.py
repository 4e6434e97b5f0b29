"""How much of what should be redacted is.

    python -m benchmarks.redaction [--size N] [--seed N] [--no-model] [--misses]

Two measures. The generated sentences of Presidio's research set (reference data, never part of the project) give
recall per type. Sets of our own, made to be hard (benchmarks/hard_contacts.py), give the share of contacts and names
that is covered whole and the share that is touched at all, and false alarms on ordinary figures. Persons are taken by
lists, cues and the language model.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from benchmarks.hard_contacts import (
    CARRIERS,
    FAMILY_FIRST,
    FIRST,
    HANDLE_FORMS,
    HANDLES,
    LAST,
    NAMED,
    NOT_NAMED,
    PLAIN_FIGURES,
    STYLES,
    phone,
)
from benchmarks.shared import command, reference
from core.records import Span
from privacy import contacts, names

KINDS = {"PHONE_NUMBER": "PHONE", "EMAIL_ADDRESS": "EMAIL", "DOMAIN_NAME": "URL", "PERSON": "PERSON"}


@dataclass
class Tally:
    """How many were to be found, covered whole, touched at all; examples of those not covered."""

    wanted: int = 0
    covered: int = 0
    touched: int = 0
    missed: list[str] = field(default_factory=list)

    def add(self, text: str, start: int, end: int, spans: Iterable[Span]) -> None:
        """Count one stretch that should be redacted."""
        inside = set[int]()
        for span in spans:
            inside |= set(range(max(start, span.start), min(end, span.end)))
        # spaces and dots at the edge give nobody away
        needed = {i for i in range(start, end) if text[i].isalnum()}
        self.wanted += 1
        self.touched += bool(inside)
        whole = needed <= inside
        self.covered += whole
        if not whole:
            self.missed.append(text)

    def line(self, name: str) -> str:
        """A row of the table."""
        wanted = max(1, self.wanted)
        return f"{name:<28}{self.wanted:>7}{self.covered / wanted:>10.3f}{self.touched / wanted:>10.3f}"


def phones(random: Random, size: int) -> dict[str, Tally]:
    """Tallies of telephone numbers by style."""
    tallies = {style: Tally() for style in STYLES}
    for style, write in STYLES.items():
        for _ in range(size):
            language = random.choice(sorted(CARRIERS))
            digits, pattern = phone(random)
            written = write(random, digits, pattern, language)
            before, _, after = random.choice(CARRIERS[language]).partition("{}")
            text = before + written + after
            tallies[style].add(text, len(before), len(before) + len(written), contacts.find(text))
    return tallies


def addresses(random: Random, size: int) -> dict[str, Tally]:
    """Tallies of e-mail addresses and account names."""
    tallies = {"e-mail": Tally(), "handle": Tally()}
    for _ in range(size * 3):
        name = random.choice(["maria", "hot.lady", "jobs", "agen_kerja", "tan.wl", "x"]) + random.choice(
            ["", "22", "_88", "1990"]
        )
        host, end = (
            random.choice(["gmail", "yahoo", "outlook", "mail-box", "example"]),
            random.choice(["com", "com.my", "net", "org", "es"]),
        )
        at = random.choice(["@", " @ ", "(at)", " (at) ", " [at] ", "[at]", " at ", " AT ", " arroba ", "＠", " {at} "])
        dot = random.choice([".", ".", " dot ", "(dot)", " (dot) ", " punto ", " [.] ", " DOT "])
        written = name + at + host + dot + end.replace(".", dot if dot != "." else ".")
        if at == " at " and dot == "." and host in ("example", "mail-box"):
            continue  # "jobs at example.com" is prose as well
        before, _, after = random.choice(CARRIERS["en"]).partition("{}")
        text = before + written + after
        tallies["e-mail"].add(text, len(before), len(before) + len(written), contacts.find(text))
        handle, form = random.choice(HANDLES), random.choice(HANDLE_FORMS)
        before, after = (part + filler for part, filler in zip(form.split("{}"), ("", " for more"), strict=True))
        text = "New photos, " + before + handle + after
        start = text.index(handle)
        tallies["handle"].add(text, start, start + len(handle), contacts.find(text))
    return tallies


def figures(random: Random, size: int) -> tuple[int, int, list[str]]:
    """Documents of ordinary figures, and how many false alarms they gave."""
    false: list[str] = []
    for _ in range(size * 10):
        numbers = {key: random.randrange(10, 99) for key in "abc"} | {key: random.randrange(1, 9) for key in "de"}
        numbers |= {"x": random.randrange(100, 999), "y": random.randrange(100, 999), "f": random.randrange(0, 4)}
        text = " ".join(random.choice(PLAIN_FIGURES).format(**numbers) for _ in range(3))
        false += [f"{text[s.start : s.end]!r} in {text!r}" for s in contacts.find(text)]
    return size * 10, len(false), false


def persons(random: Random, size: int, extra: Callable[[Sequence[str]], list[list[Span]]]) -> dict[str, Tally]:
    """Tallies of names by origin and case."""
    tallies: dict[str, Tally] = {}
    for case, change in {"normal": str, "lower": str.lower, "upper": str.upper}.items():
        for origin in FIRST:
            made: list[tuple[str, int, int]] = []
            for _ in range(size):
                first, last = random.choice(FIRST[origin]), random.choice(LAST[origin])
                name = f"{last} {first}" if origin in FAMILY_FIRST else f"{first} {last}"
                before, _, after = change(random.choice(NAMED)).partition("{}")
                made.append((before + change(name) + after, len(before), len(before) + len(name)))
            tally = tallies[f"{origin}, {case}"] = Tally()
            for (text, start, end), spans in zip(made, extra([text for text, _, _ in made]), strict=True):
                tally.add(text, start, end, [*names.find(text), *spans])
    return tallies


def presidio(path: Path, extra: Callable[[Sequence[str]], list[list[Span]]]) -> dict[str, Tally]:
    """Recall per type on the generated sentences of Presidio's research set."""
    documents = json.loads(gzip.decompress(path.read_bytes()))
    tallies: dict[str, Tally] = {kind: Tally() for kind in KINDS}
    models = extra([document["full_text"] for document in documents])
    for document, spans in zip(documents, models, strict=True):
        text = document["full_text"]
        found = [*contacts.find(text), *names.find(text), *spans]
        for gold in document["spans"]:
            if gold["entity_type"] in KINDS:
                tallies[gold["entity_type"]].add(text, gold["start_position"], gold["end_position"], found)
    return tallies


def no_model(texts: Sequence[str]) -> list[list[Span]]:
    """No persons but those of lists and cues."""
    return [[] for _ in texts]


def spacy_model(texts: Sequence[str]) -> list[list[Span]]:
    """Persons by the language model that the house reads with."""
    from nlp.entities import Entities

    found = Entities.load().find(list(texts), ["en"] * len(texts))
    return [[span for span in spans if span.label == "PERSON"] for spans in found]


def main() -> None:
    """Print the tables."""
    parser = command(__doc__)
    parser.add_argument("--size", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--no-model", action="store_true")
    parser.add_argument("--misses", action="store_true")
    given = parser.parse_args()
    random = Random(given.seed)
    extra = no_model if given.no_model else spacy_model
    print(f"{'set':<28}{'wanted':>7}{'covered':>10}{'touched':>10}")
    made = phones(random, given.size)
    total = Tally(*(sum(getattr(t, name) for t in made.values()) for name in ("wanted", "covered", "touched")))
    tables = {"phones": made | {"all phones": total}, "addresses": addresses(random, given.size)}
    tables["persons"] = persons(random, given.size, extra)
    data = reference() / "pii_presidio" / "synth_dataset_v2_dev.json.gz"
    if data.is_file():
        tables["presidio"] = presidio(data, extra)
    for table in tables.values():
        for name, tally in table.items():
            print(tally.line(name))
            if given.misses:
                for text, times in Counter(tally.missed).most_common(4):
                    print(f"      {times} × {text!r}")
    documents, alarms, examples = figures(random, given.size)
    print(f"false alarms on ordinary figures: {alarms} in {documents} documents")
    for example in examples[: 12 if given.misses else 0]:
        print("     ", example)
    kept = [text for text in NOT_NAMED if names.find(text)]
    print(f"places and venues taken for persons: {len(kept)} of {len(NOT_NAMED)} sentences {kept}")


if __name__ == "__main__":
    sys.exit(main())
