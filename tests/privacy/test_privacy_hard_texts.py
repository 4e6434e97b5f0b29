"""Posts as people write them, in many languages and of many origins: what must be covered, and what must stay.

`hard_texts.txt` marks persons {so} and contacts <so>. Half of it was scored before anything was adapted to it: persons
.84 and .75 in normal case, .74 and .73 in small letters, contacts .91 and .94. `fresh_texts.txt` was written blind too:
contacts were .70 then. The floors hold what was reached since; they may only rise.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from nlp.entities import Entities
from privacy import contacts, names

HERE = Path(__file__).parent
MARK = re.compile(r"\{([^}]*)\}|<(?:[peh]:)?([^>]*)>")
TEXTS = (HERE / "hard_texts.txt").read_text(encoding="utf-8").splitlines()
FRESH = [
    re.sub(r"[«»|]", "", line)
    for line in (HERE / "fresh_texts.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("# ")
]
FIGURES = (HERE / "plain_figures.txt").read_text(encoding="utf-8").splitlines()


def unmarked(line: str) -> tuple[str, list[tuple[int, int, bool]]]:
    """The text without its marks, and where each stretch stands; true for a person."""
    pieces: list[str] = []
    gold: list[tuple[int, int, bool]] = []
    at = 0
    for match in MARK.finditer(line):
        pieces += [line[at : match.start()], match[1] if match[1] is not None else match[2]]
        end = sum(map(len, pieces))
        gold.append((end - len(pieces[-1]), end, match[1] is not None))
        at = match.end()
    return "".join([*pieces, line[at:]]), gold


@pytest.fixture(scope="module")
def covered() -> Callable[[Callable[[str], str], bool], float]:
    """The share of persons, or of contacts, that is covered whole when the texts are written in this case."""
    entities = Entities.load()

    def share(case: Callable[[str], str], person: bool) -> float:
        marked = [(case(text), gold) for text, gold in map(unmarked, TEXTS) if len(case(text)) == len(text)]
        texts = [text for text, _ in marked]
        model = entities.find(texts, ["en"] * len(texts))
        wanted = found = 0
        for (text, gold), spans in zip(marked, model, strict=True):
            private = [*contacts.find(text), *names.find(text), *(span for span in spans if span.label == "PERSON")]
            inside = {offset for span in private for offset in range(span.start, span.end)}
            for start, end, _ in (one for one in gold if one[2] is person):
                wanted += 1
                found += {offset for offset in range(start, end) if text[offset].isalnum()} <= inside
        return found / wanted

    return share


@pytest.mark.parametrize(("case", "floor"), [(str, 0.95), (str.lower, 0.90), (str.upper, 0.90)])
def test_persons_of_many_origins_are_covered(covered, case, floor) -> None:
    assert covered(case, True) >= floor


@pytest.mark.parametrize(("case", "floor"), [(str, 0.965), (str.lower, 0.965), (str.upper, 0.95)])
def test_contacts_are_covered_however_they_are_written(covered, case, floor) -> None:
    assert covered(case, False) >= floor


@pytest.mark.parametrize(("case", "floor"), [(str, 0.955), (str.lower, 0.955), (str.upper, 0.955)])
def test_contacts_of_fresh_posts_are_covered(case: Callable[[str], str], floor: float) -> None:
    wanted = found = 0
    for text, gold in map(unmarked, FRESH):
        inside = {offset for span in contacts.find(case(text)) for offset in range(span.start, span.end)}
        for start, end, _ in (one for one in gold if not one[2] and len(case(text)) == len(text)):
            wanted += 1
            found += {offset for offset in range(start, end) if text[offset].isalnum()} <= inside
    assert found / wanted >= floor


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("send to akaun maybank 1640 2231 8890 now", "1640 2231 8890"),
        ("IBAN: GB29 NWBK 6016 1331 9268 19", "GB29 NWBK 6016 1331 9268 19"),
        ("pay 0x52908400098527886E0F7030069857D2E4169EE7", "0x52908400098527886E0F7030069857D2E4169EE7"),
        ("my passport no. BM0123456 is with him", "BM0123456"),
        ("he drives a van, plate WXY 4471", "WXY 4471"),
    ],
)
def test_numbers_of_accounts_papers_and_cars_are_account_names(text: str, number: str) -> None:
    assert [(span.label, text[span.start : span.end]) for span in contacts.find(text)] == [("HANDLE", number)]


@pytest.mark.parametrize(
    "text",
    [
        "Steel plates 12 mm x 200, a plate of 120 oysters",
        "Passport required, visa fee 160, valid 18 months",
        "Early 06:00-14:00 late 14:00-22:00",
        "Block 410, #05-1021, lot 3 4 5 6 7 8 9 free",
        "SC: Columbia, SC; session 2; IG and FB ads; Le Monde et Yahoo",
    ],
)
def test_what_only_looks_like_an_account_stays(text: str) -> None:
    assert contacts.find(text) == []


def test_ordinary_figures_are_hardly_ever_taken_for_contacts() -> None:
    alarms = [text for text in FIGURES if contacts.find(text)]
    assert len(alarms) <= 1, alarms


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("tales of Faina D. Yefremova, retold", "Faina D. Yefremova"),
        ("no way out, says Navratilova.", "Navratilova"),
        ("the assistant Edvard Petrussen left", "Edvard Petrussen"),
        ("Name:    Nayla Montero", "Nayla Montero"),
        ("they took John or Peter Mulwa there", "Peter Mulwa"),
        ("Oyuntsetseg Batbayar, 19, left home", "Oyuntsetseg Batbayar"),
        ('a court in Cali sentenced Ramiro "El Mono" Cárdenas', 'Ramiro "El Mono" Cárdenas'),
        ("owner is T.K. Balasubramaniam", "T.K. Balasubramaniam"),
        ("her real name was Precious", "Precious"),
        ("officer D'Angelo was kind", "D'Angelo"),
        ("cari Cik Ros segera", "Ros"),
        ("mera naam Dharmendra, bihar se", "Dharmendra"),
        ("老板王建国扣了护照", "王建国"),
        ("โทรหา น้องฟ้า", "ฟ้า"),
    ],
)
def test_rare_names_are_told_by_where_they_stand(text: str, name: str) -> None:
    assert name in {text[span.start : span.end] for span in names.find(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Replacing bin liners and laundry removal.",
        "Golden Dragon Spa in Bukit Bintang is open until 3am.",
        "Kilang sarung tangan Top Glove di Klang mencari pekerja.",
        "Our farm is in Santa Maria, California, near San Luis Obispo.",
        "Troops crossed West Virginia and North Carolina.",
        "This cookie name is associated with analytics.",
        "Her name was withheld by the police.",
        "Route 66 to Atambua, 19, 20 and 21 May.",
        "At 10:30 p.m. the shop in the U.S. closes.",
    ],
)
def test_venues_places_and_prose_stay(text: str) -> None:
    assert names.find(text) == []


KINDED = re.compile(r"\{([^}]*)\}|<([peh]):([^>]*)>|«([^»]*)»|\|([^|]*)\|")


@pytest.mark.parametrize(
    ("half", "floors"),
    [(0, {"p": 0.94, "e": 0.87, "h": 0.93}), (1, {"p": 0.85, "e": 0.55, "h": 0.70})],
    ids=["read", "shut"],
)
def test_contacts_of_posts_built_to_hide_them_are_covered(half: int, floors: dict[str, float]) -> None:
    lines = (HERE / "hard_contacts.txt").read_text(encoding="utf-8").split("# Second half: shut.\n")[half].splitlines()
    wanted, found = dict.fromkeys(floors, 0), dict.fromkeys(floors, 0)
    for line in (line for line in lines if line and not line.startswith("# ")):
        text = KINDED.sub(lambda match: "".join(part or "" for part in match.group(1, 3, 4, 5)), line)
        inside = {offset for span in contacts.find(text) for offset in range(span.start, span.end)}
        for match in KINDED.finditer(line):
            if match[2]:
                before = KINDED.sub(
                    lambda m: "".join(part or "" for part in m.group(1, 3, 4, 5)), line[: match.start()]
                )
                needed = {len(before) + at for at, sign in enumerate(match[3]) if sign.isalnum()}
                wanted[match[2]] += 1
                found[match[2]] += needed <= inside
    assert all(
        found[kind] / wanted[kind] >= floor for kind, floor in floors.items()
    )  # no text of the shut half is told
