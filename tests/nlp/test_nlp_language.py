"""Languages of short lines as boards carry them; sentences are ours."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest
import yaml

from nlp.language import OFFERED, identify

SETS = yaml.safe_load(Path(__file__).with_name("language_lines.yml").read_text(encoding="utf-8"))

LINES = {
    "en": ["Housekeeper wanted, live in, good pay", "we need two men for farm work start monday"],
    "ms": [
        "Kerja kosong pembantu kedai di Shah Alam, gaji RM1700 sebulan",
        "nak cari pekerja kilang, hostel disediakan, xde pengalaman pun boleh",
        "Majikan saya pegang pasport dan tak bayar gaji sejak tiga bulan",
    ],
    "id": [
        "Lowongan kerja penjaga toko, gaji 2 juta, kirim lamaran segera",
        "dibutuhkan karyawan pabrik, mess tersedia, ijazah SMA",
        "Bos saya nggak bayar gaji, paspor ditahan di kantor",
    ],
    "es": ["Se busca camarera con experiencia, incluye vivienda", "Ofrezco trabajo en el campo, pago semanal"],
    "fr": ["Cherche femme de ménage logée, salaire correct", "Recrutement urgent pour un restaurant"],
    "tl": ["Naghahanap kami ng kasambahay, libre ang tirahan"],
    "pt": ["Procura-se empregada doméstica com alojamento incluído"],
    "de": ["Suche Küchenhilfe mit Unterkunft, Bezahlung bar"],
}


@pytest.mark.parametrize(("code", "line"), [(code, line) for code, lines in LINES.items() for line in lines])
def test_a_short_line_is_known_by_its_language(code: str, line: str) -> None:
    assert identify(line).code == code


@pytest.mark.parametrize("line", ["", "085 1234567", "[PHONE:0a1b2c3d] [PERSON]", "ok", "!!!"])
def test_a_line_that_does_not_say_is_unknown(line: str) -> None:
    assert identify(line).code == "und"


@pytest.mark.parametrize(
    ("code", "line"),
    [
        ("ms", "b o s s ambik p.a.s.s.p.o.r.t kami, k e r j a 16 jam"),
        ("fr", "m.o.n p.a.t.r.o.n garde p.a.p.i.e.r.s"),
        ("es", "M1 j3f4 m3 qu1t0 3l p4s4p0rt3 y n0 p4g4"),
    ],
)
def test_words_in_disguise_tell_their_language(code: str, line: str) -> None:
    assert identify(line).code == code


def test_the_source_decides_where_the_text_leaves_doubt() -> None:
    assert identify("ok", hint="ms").code == "ms"
    assert identify("The workers were not paid for three months and cannot leave", hint="ms").code == "en"


@pytest.mark.parametrize(
    ("part", "all_of_them", "each"),
    [("first", 0.98, 0.90), ("second", 0.96, 0.80), ("third", 0.98, 0.90), ("fourth", 0.97, 0.90)],
)
def test_short_lines_of_ten_languages_keep_their_floor(part: str, all_of_them: float, each: float) -> None:
    right = {code: [identify(line).code == code for line in lines] for code, lines in SETS[part].items()}
    assert len(right) >= 10
    flat = [hit for hits in right.values() for hit in hits]
    assert sum(flat) / len(flat) >= all_of_them
    assert min(sum(hits) / len(hits) for hits in right.values()) >= each


def test_lines_of_other_languages_are_named_or_unknown_and_not_taken_for_a_language_with_cards() -> None:
    lines = [(code, line) for code, lines in SETS["elsewhere"].items() for line in lines]
    taken = [line for code, line in lines if identify(line).code not in {code, "und"} and identify(line).code in LINES]
    assert len(taken) <= 3, taken
    unknown = [identify(line).code == "und" for code, line in lines if code not in OFFERED]
    assert sum(unknown) / len(unknown) >= 0.85


@pytest.mark.parametrize(
    "line", ["Oo nga, wala pa ang sahod", "Naku, ang mahal nga ng kwarto dito", "asin at bigas lang ang kain namin"]
)
def test_tagalog_that_shares_words_with_its_neighbours_stays_tagalog(line: str) -> None:
    assert identify(line).code == "tl"


def test_a_neighbour_of_tagalog_is_unknown_unless_the_source_says_more() -> None:
    line = "Nangita mi og katabang, sulod dayon ang trabaho"
    assert identify(line).code == "und"
    assert identify(line, hint="tl").code == "und"
    assert identify(line, hint="en").code == "en"


def test_words_that_tell_two_languages_apart_are_listed_for_one_of_them() -> None:
    for name, one, other in (
        ("malay_indonesian.yml", "malay", "indonesian"),
        ("tagalog_neighbours.yml", "tagalog", "neighbours"),
    ):
        raw = yaml.safe_load(files("nlp").joinpath("data", name).read_text(encoding="utf-8"))
        assert not set(raw[one].split()) & set(raw[other].split())


def test_a_text_without_cards_is_named_and_one_of_no_language_is_unknown() -> None:
    assert identify("Tìm người giúp việc nhà, bao ăn ở").code == "vi"
    assert identify("zzkq wrtp xlgh qqqv").code == "und"
