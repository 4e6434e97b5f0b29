"""Contacts are found however they are hidden; figures of other kinds stay."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from privacy import emails
from privacy.contacts import find, normal_form
from privacy.folding import fold, folded, lowered
from privacy.redact import redact
from privacy.vault import Vault

VAULT = Vault.throwaway()

HIDDEN = [
    "call four1five 5five5 12 34",
    "Call me 0 1 2 - 3 4 5 - 6 7 8 9 now",
    "0️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣8️⃣9️⃣",
    "text me zero 1 two 💋 three4five 💋 6 seven 89",
    "hubungi kosong satu dua tiga empat lima enam tujuh lapan sembilan",
    "llama al seis uno dos tres cuatro cinco seis siete ocho",
    "appelez zéro six douze trente-quatre cinquante-six soixante-dix-huit",
    "O12-345 6789 (whatsapp)",
    "text 4l5 S55 l2l2",
    "thr33 f0ur 5ive s1x seven 8 nine 0",
    "0*1*2*3*4*5*6*7*8*9",
    "no experience. 6S6.09B.037",
    "call O12 SOO 6789",
    "Pekerja ladang diperlukan, gaji RM1700. 0️⃣8️⃣2️⃣0️⃣6️⃣2️⃣9️⃣2️⃣8️⃣",
    "zero one two dash three four five dash six seven eight nine",
]
PLAIN = [
    "hubungi 012-345 6789",
    "+60 12-345 6789",
    "012.345.6789",
    "(415) 555-0123",
    "tel0123456789",
    "اتصل ٠٥٠١٢٣٤٥٦٧ الآن",
    "wa.me/60123456789",
    "00 60 12 345 6789",
    "call\n012\n345\n6789",
]
FIGURES = [
    "RM 1500 - 2000 per month, RM1,800 basic",
    "gaji Rp 4.500.000 sebulan",
    "from 10-12-2026 09:00 until 17.30",
    "2026-11-23T09:16:28Z",
    "at 3.1390, 101.6869 near the river",
    "postcode 50450 Kuala Lumpur",
    "case no. 2023/12345678",
    "in 2010, 2011, 2012 and 2013-2019",
    "rent 1,250,000 and 1.500.000 IDR",
    "8 hours, 6 days, 26 days, 300 kg, 12 x 24 cm",
    "invoice INV-20231145",
    "192.168.10.254 is the printer",
    "12 March 2024 to 15 April 2024, 9am - 6pm",
    "1 2 3 4 5 6 7 8 9 10",
    "Lot 3822, Jalan Besar 5/38, 36410 Perak",
    "entrance 12.50 - 18.90 a person",
    "background: rgb(255, 255, 255)",
    "certified to ISO 9001-2008",
    "Gaji RM1700. 3 orang pekerja",
    "Double M Partners (reference ab3102628cd870d073671b8)",
]


@pytest.mark.parametrize("text", HIDDEN)
def test_a_hidden_number_is_found_and_said_to_be_hidden(text: str) -> None:
    assert [span.label for span in find(text)] == ["PHONE_OBSCURED"]


@pytest.mark.parametrize("text", PLAIN)
def test_a_plain_number_is_found_and_not_called_hidden(text: str) -> None:
    assert [span.label for span in find(text)] == ["PHONE"]


@pytest.mark.parametrize("text", FIGURES)
def test_other_figures_are_no_contacts(text: str) -> None:
    assert [text[span.start : span.end] for span in find(text)] == []


@pytest.mark.parametrize(
    "written",
    [
        "012-345 6789",
        "+60 12 345 6789",
        "call 0 1 2 3 4 5 6 7 8 9",
        "０１２－３４５６７８９",
        "wa.me/60123456789",
        "https://wa.me/60123456789?text=hi",
        "kosong satu dua tiga empat lima enam tujuh lapan sembilan",
        "zero one two three four five six seven eight nine",
        "O12 34S 67B9",
        "0️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣8️⃣9️⃣",
        "٠١٢٣٤٥٦٧٨٩",
        "(60) 12-345 6789",
    ],
)
def test_one_number_has_one_pseudonym_however_it_is_written(written: str) -> None:
    wanted = VAULT.pseudonym("PHONE", "123456789")
    assert redact(written, find(written, country="MY"), VAULT, country="MY").contacts == (f"PHONE:{wanted}",)


@pytest.mark.parametrize(
    ("text", "label", "form"),
    [
        ("write to Ana.Maria@Example.org.", "EMAIL", "ana.maria@example.org"),
        ("maria (at) gmail dot com", "EMAIL", "maria@gmail.com"),
        ("maria [at] site [dot] org", "EMAIL", "maria@site.org"),
        ("escribe a maria arroba gmail punto com", "EMAIL", "maria@gmail.com"),
        ("maria77 at gmail com", "EMAIL", "maria77@gmail.com"),
        ("ｍａｒｉａ＠ｇｍａｉｌ．ｃｏｍ", "EMAIL", "maria@gmail.com"),
        ("maria @ gmail . com", "EMAIL", "maria@gmail.com"),
        ("follow @bunga_22", "HANDLE", "bunga_22"),
        ("ig: Bunga.22", "HANDLE", "bunga.22"),
        ("telegram bunga22", "HANDLE", "bunga22"),
        ("WeChat ID: bunga", "HANDLE", "bunga"),
        ("line id bungacantik", "HANDLE", "bungacantik"),
        ("微信：bunga88", "HANDLE", "bunga88"),
        ("see https://Example.org/Ads/1).", "URL", "example.org/Ads/1"),
        ("www.example.org", "URL", "example.org"),
        ("look at t.me/bunga22", "URL", "t.me/bunga22"),
        ("visit oursite dot com", "URL", "oursite.com"),
    ],
)
def test_addresses_are_found_and_have_one_form(text: str, label: str, form: str) -> None:
    spans = find(text)
    assert [(span.label, normal_form(span.label, text[span.start : span.end])) for span in spans] == [(label, form)]


@pytest.mark.parametrize(
    "text",
    [
        "Line: production, shift: night",
        "join our telegram channel today",
        "It was the end.In the morning we left.",
        "look at the site. No fee.",
        "we work at night, at home, at sea",
        "facebook page only",
        "5 workers @ RM 1500",
        "meet me at the market dot",
        "own high standards of acc. No uploads are accepted.By sending you agree",
        "TikTok is committed to all levels of staff.As a team we code in ASP.Net and VB.NET",
        "a record of accounts and user experience",
    ],
)
def test_ordinary_words_are_no_addresses(text: str) -> None:
    assert [text[span.start : span.end] for span in find(text)] == []


PIECES = st.sampled_from(
    [*HIDDEN, *PLAIN, *FIGURES, "maria at gmail com", "@bunga_22", " ", "\n", "\u202e", "\u200b", "[", "]", "0"]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(PIECES, st.text(max_size=12)), max_size=6).map("".join))
def test_a_redacted_text_holds_no_contact_and_is_not_changed_again(text: str) -> None:
    once = redact(text, find(text), VAULT)
    assert find(once.text) == []
    assert redact(once.text, find(once.text), VAULT).text == once.text


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=200))
def test_any_text_whatever_is_searched_without_fault(text: str) -> None:
    spans = find(text)
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))


@pytest.mark.parametrize("unit", ["1 ", "a.", "at ", "one", "[", "@", "+1", "x1", "1.2", "dot ", "0-", "ig:", "\u0660"])
def test_hostile_repetition_is_searched_in_linear_time(unit: str) -> None:
    def once(length: int) -> float:
        started = time.process_time()
        find(unit * (length // len(unit)))
        return time.process_time() - started

    # Twice the text may take twice the time, not four times; a floor and the best of two calm a busy machine.
    assert min(once(8_000), once(8_000)) < max(0.25, 3.2 * once(4_000))


@pytest.mark.parametrize(
    "text",
    [
        "call plus 60123456789 now",
        "call plus 60 12 345 6789",
        "a + b, call plus 60123456789",
        "ring + (60) 12 345 6789",
        "ring +60123456789",
    ],
)
def test_a_number_behind_the_word_or_the_sign_plus_is_covered(text: str) -> None:
    spans = find(text, country="MY")
    covered = "".join(text[span.start : span.end] for span in spans)
    assert "6789" in covered
    assert "a + b" not in covered
    assert all(span.start < span.end for span in spans)


@given(st.text())
def test_a_text_folded_without_offsets_is_the_one_folded_with_them(text: str) -> None:
    assert folded(text) == fold(text).text
    assert folded(f"{text}1️⃣é") == fold(f"{text}1️⃣é").text


def test_a_text_in_small_letters_keeps_its_length() -> None:
    for text in ("ABC İstanbul ẞ", "plain", "ΣΊΣΥΦΟΣ"):
        assert len(lowered(text)) == len(text)
    assert lowered("WhatsApp İ") == "whatsapp İ"


def test_an_address_is_covered_whole_wherever_another_at_stands_before_it() -> None:
    for words in range(130, 165):
        text = "@here " + "so " * (words // 3) + "." * (words % 3) + " write to ana at gmail dot com soon"
        assert "ana at gmail dot com" in [text[span.start : span.end] for span in find(text)]


@pytest.mark.parametrize("unit", ["a@b.c ", "@", "a.b@", "x (at) ", "a . b @ c . d ", "a" * 100 + "@ "])
def test_no_character_is_searched_twice_for_an_address(unit: str) -> None:
    text = unit * 200
    stretches = list(emails._around_hints(text))
    assert stretches
    assert all(before[1] < after[0] for before, after in pairwise(stretches))


@pytest.mark.parametrize("text", ["> > call 012-345\n> > 6789 now", "call 012-<br>345<br/>6789 now"])
def test_a_number_over_quoted_lines_is_one(text: str) -> None:
    [span] = find(text)
    assert normal_form("PHONE", text[span.start : span.end]) == normal_form("PHONE", "0123456789")


def test_x_between_groups_is_no_extension() -> None:
    assert normal_form("PHONE", "55 x 3312 x 8807") == normal_form("PHONE", "5533128807")
    assert normal_form("PHONE", "03 8888 1234 ext 22") == normal_form("PHONE", "0388881234")
