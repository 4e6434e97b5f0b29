"""Numbers told in words of many languages are covered whole; words of many meanings beside them stay."""

from __future__ import annotations

import pytest

from privacy.contacts import find, normal_form
from privacy.vault import Vault

VAULT = Vault.throwaway()


@pytest.mark.parametrize(
    "written",
    [
        "pięć pięć pięć, zero zero jeden, czterdzieści siedem",
        "nul zes, vijfenvijftig vijfenvijftig, nul een, zevenenveertig",
        "beş yüz otuz iki-555-sıfır bir-altmış üç",
        "zero şapte cinci cinci, cinci cinci cinci, zero unu patru",
        "šest nula jedna, pětset padesát pět, nula čtrnáct",
        "siro nuwebe isa pito, tatlong lima, siro isa dos otso",
        "восемь девятьсот, пять пять пять, ноль один, четыре семь",
        "صفر نهصد و دوازده، پانصد و پنجاه و پنج، صفر یک، چهل و هفت",
        "공일공 오오오오 공일사칠",
        "sifuri saba moja mbili tatu nne tano sita nane tisa",
        "ought-one-one-seven, four-nine-six, oh-one, double-eight",
        "0151 then 496 then 02 33",
        "0113, pause, 496, pause, 0 double 7 1",
        "07700... no wait... 900... 5 7 8",
        "zero seven 700, 900, umm, six five two",
        "+44 7700 nine hundred SlX-two-O",
        "2.0.2-five.five.five-0.1.3.3",
        "0113 496 0771, extension 14",
        "kosong lapan belas, dua tiga empat, lima enam tujuh lapan",
        "07700 and then 900 and then 123",
        "nolla neljä kaksi, kolme kuusi kahdeksan yksi",
        "null fünf zwo fünf vier, sieben sieben eins, Klappe neun",
        "seven seven hundred nine hundred three one eight with a nought in front",
        "satu lima lima lima kosong sifar tujuh tujuh enam, depan ada kosong",
        "плюс 49 один пять два, 555, ноль один",
    ],
)
def test_a_number_in_words_of_many_languages_is_covered_whole(written: str) -> None:
    for text in (written, written.upper()):
        [span] = find(f"Tel: {text}. Danke")
        assert span.label in ("PHONE", "PHONE_OBSCURED")
        assert f"Tel: {text}. Danke"[span.start : span.end] == text


def test_two_hidden_numbers_side_by_side_are_both_covered_whole() -> None:
    text = "🌶️ 9①③ 5⑤5 0①④ 🌶️ 9②1 5⑤5 0①⑤ 🌶️"
    assert [normal_form(span.label, text[span.start : span.end]) for span in find(text)] == ["913555014", "921555015"]


def test_a_number_glued_to_words_is_covered_and_what_is_told_before_it_is_none_of_its_form() -> None:
    text = "relief, $70 day. call6591234five67lah or not"
    assert [text[span.start : span.end] for span in find(text)] == ["6591234five67"]
    assert normal_form("PHONE", "77 00 900 318 with a nought in front") == normal_form("PHONE", "077 00 900 318")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Hotline: 817-5292. Do not leave pets", "817-5292"),
        ("Mirandola: 0535 611039 - San Felice", "0535 611039"),
        ("電話 零九一二 五五五 零一四七 8000/2h", "零九一二 五五五 零一四七"),
    ],
)
def test_a_word_of_many_meanings_or_a_price_beside_a_number_stays(text: str, number: str) -> None:
    assert [text[span.start : span.end] for span in find(text)] == [number]


@pytest.mark.parametrize(
    "text",
    [
        "systems such as ISO 17021, ISO Guide 65, ISO 9001, and ISO 19011",
        "drum UN 1993, 200 L",
        "Thu 22–6, Sat 12–20; 37.5 h paid",
        "article 404.610.78, collect",
        "il prend 1 500 000 F pour la route",
        "on routes 54, 56, 83, 160, 183, 283 and 400 south",
        "One thousand two hundred workers and five hundred families",
    ],
)
def test_lists_and_articles_are_no_numbers_of_telephones(text: str) -> None:
    assert find(text) == []
