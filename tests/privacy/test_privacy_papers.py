"""Numbers of papers, cards and matters that point at one person; posts are ours."""

from __future__ import annotations

import pytest

from privacy import contacts


@pytest.mark.parametrize(("text", "number"), [
    ("AGENT TOOK MY PASSPORT NO N8842071 AND MY IC", "N8842071"),
    ("mohon bantuan paspor saya c 7189879 ditahan agen", "c 7189879"),
    ("i paid with my card 5188 4207 7731 9026 on their site", "5188 4207 7731 9026"),
    ("Emirates ID 784-1991-4482703-6 was taken by the sponsor", "784-1991-4482703-6"),
    ("Não façam PIX para a chave 3d82f731-12a4-4c37-9e44-83f0725b9c74", "3d82f731-12a4-4c37-9e44-83f0725b9c74"),
    ("complaint no MOM-22-70418, no reply", "MOM-22-70418"),
    ("pnr qx7t2m agent cancelled my ticket", "qx7t2m"),
    ("boss say my employee no 30418 is blocked", "30418"),
    ("sort code 40-27-81 account 61938824", "61938824"),
    ("IBAN TR12 0006 2000 5550 0006 2988 41 dolandırıcı", "TR12 0006 2000 5550 0006 2988 41"),
    ("the van is UBF 417K, white", "UBF 417K"),
    ("plate OB-KV 418 brings them every morning", "OB-KV 418"),
    ("inbox aja siti_rindu_kampung", "siti_rindu_kampung"),
    ("poczta: halyna.melnyk małpa onet kropka pl", "halyna.melnyk małpa onet kropka pl"),
    ("send bio data to hr[at]coralbuild[dot]example", "hr[at]coralbuild[dot]example"),
])  # fmt: skip
def test_a_number_that_points_at_one_person_is_covered(text: str, number: str) -> None:
    assert number in [text[span.start : span.end] for span in contacts.find(text)]


@pytest.mark.parametrize("text", [
    "Visa subclass 482, form I-9, flight QR 634, bus 27, block 12 #05-1021",
    "the visa costs 4500000 rupiah and the permit 12000 AED",
    "RM1500000 was paid, USD2500000 is owed",
    "Case no. WA-22NCVC-123-04/2021 in the High Court.",
    "the report of 12/03/2026 counted 3300000 children",
    "passport since 2019-2024, contract 2024/2026",
    "EA License No: 19S9830",
    "Under Act 265 section 60 the employer must pay 1.5 times",
    "van for 500, lorry BMW 320, car 2015",
])  # fmt: skip
def test_money_dates_laws_and_firms_stay(text: str) -> None:
    assert not contacts.find(text), [text[span.start : span.end] for span in contacts.find(text)]


def test_a_text_of_nothing_but_words_for_papers_is_read_in_time_that_grows_with_it() -> None:
    assert contacts.find("passport no id card is " * 400 + "12") == []
