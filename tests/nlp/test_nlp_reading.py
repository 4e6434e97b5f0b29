"""The reading of whole texts: what makes a signal, who speaks, what is needed, what is urgent, and what stays quiet."""

from __future__ import annotations

import time
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from core.records import Analysis, Passage, Span
from nlp.combine import signal
from nlp.reading import Reader

CASES = yaml.safe_load((Path(__file__).parent / "reading_cases.yml").read_text(encoding="utf-8"))
SIGNAL = {"workers": True, "recruiting": True, "controlled": True, "news": True}
VOICE = {"workers": "VOICE_FIRST_PERSON", "recruiting": "VOICE_AD", "ordinary": "VOICE_AD", "news": "VOICE_NEWS"}
# What the rules are known to get wrong; a case that comes right must be taken out of here.
KNOWN_WRONG = {
    ("voice", "kerja ladang sawit. kalau berhenti"),
    ("voice", "Amah indon fresh stok."),
}


@cache
def reader() -> Reader:
    return Reader.load()


def read(text: str, language: str = "en", **more: Any) -> Analysis:
    return reader().read(Passage(text, language=language, **more))


def rows(*kinds: str) -> list[Any]:
    return [
        pytest.param(kind, row, id=f"{kind}-{row['lang']}-{row['text'][:30]}") for kind in kinds for row in CASES[kind]
    ]


def wrong(part: str, text: str) -> bool:
    return any(part == known and text.startswith(start) for known, start in KNOWN_WRONG)


@pytest.mark.parametrize(
    ("kind", "row"), rows("workers", "recruiting", "controlled", "news", "ordinary", "quiet", "adult")
)
def test_a_text_is_a_signal_only_where_it_should_be(kind: str, row: dict[str, Any]) -> None:
    analysis = read(row["text"], row["lang"])
    assert analysis.signal == SIGNAL.get(kind, False), analysis.reasons


def asked_for_their_voice() -> list[Any]:
    """The texts of which it is written down who speaks."""
    told = rows("workers", "recruiting", "ordinary", "quiet", "news")
    return [one for one in told if one.values[1].get("voice", VOICE.get(one.values[0])) is not None]


@pytest.mark.parametrize(("kind", "row"), asked_for_their_voice())
def test_a_text_has_the_voice_of_its_writer(kind: str, row: dict[str, Any]) -> None:
    right = read(row["text"], row["lang"]).voice == row.get("voice", VOICE.get(kind))
    assert right != wrong("voice", row["text"])


@pytest.mark.parametrize(("kind", "row"), rows("needs"))
def test_a_post_of_need_shows_its_needs_and_is_no_advertisement(kind: str, row: dict[str, Any]) -> None:
    analysis = read(row["text"], row["lang"])
    missing = set(row["needs"]) - {need.id for need in analysis.needs}
    assert bool(missing) == wrong(kind, row["text"]), missing
    assert analysis.voice != "VOICE_AD"


@pytest.mark.parametrize(("kind", "row"), rows("ordinary", "quiet"))
def test_an_offer_or_advice_shows_no_need_of_anybody(kind: str, row: dict[str, Any]) -> None:
    if row.get("voice") == "VOICE_ADVOCACY" or kind == "ordinary":
        assert read(row["text"], row["lang"]).needs == ()


def test_offsets_point_into_the_text_and_every_sign_carries_its_reasons() -> None:
    for kind in ("workers", "recruiting", "news"):
        for row in CASES[kind]:
            for sign in read(row["text"], row["lang"]).signs:
                assert row["text"][sign.start : sign.end] == sign.quote
                assert sign.rule.startswith(sign.indicator)
                assert sign.version == reader().version
                assert sign.score <= sign.score_before


def test_a_sign_in_the_title_is_marked_as_of_the_title() -> None:
    analysis = read("Two of us live here.", title="My boss kept my passport and never paid me")
    assert {sign.field for sign in analysis.signs} == {"title"}
    assert all(sign.quote in "My boss kept my passport and never paid me" for sign in analysis.signs)


def test_a_denied_sign_is_a_mention_with_the_word_that_denies_it() -> None:
    analysis = read("I was lucky, my boss did not take my passport and paid me every month.")
    assert analysis.signs == ()
    assert any(sign.polarity == "denied" and "before it" in sign.context for sign in analysis.mentions)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "No migrant workers' passports or identity documents are retained by the company or its agents."),
        ("es", "No se retienen los documentos de los trabajadores ni se hacen falsas promesas sobre el sueldo."),
        ("fr", "Aucune retenue sur les salaires n'est faite, aucun passeport confisqué n'est conservé."),
        ("pt", "Nenhum passaporte retido pelo patrão é permitido, nenhum salário atrasado será tolerado."),
        ("de", "Kein einbehaltener Pass wird geduldet, keine Schläge werden hingenommen."),
        ("ms", "Tiada pasport pekerja yang disimpan majikan dan tiada gaji yang dipotong."),
        ("id", "Tidak ada paspor yang ditahan majikan, tidak ada gaji yang dipotong."),
        ("tl", "Walang bayad na sinisingil at walang pasaporte na hinahawakan ng ahensya."),
    ],
)
def test_what_a_policy_says_is_not_done_is_no_finding_however_far_the_word_stands(language: str, text: str) -> None:
    assert not read(text, language).signs


def test_a_want_that_opens_a_sentence_denies_nothing_of_what_was_done() -> None:
    found = read("No food is given to us and my boss took my passport.")
    assert "ILO07_RETENTION_OF_DOCUMENTS" in {sign.indicator for sign in found.signs}


def test_a_language_without_cards_abstains_and_says_so() -> None:
    analysis = read("Jefen tog mitt pass.", "sv")
    assert analysis.signal is None
    assert analysis.abstained == "no cards in language 'sv'"
    assert analysis.signs == ()


def test_an_unknown_language_abstains() -> None:
    assert read("...", "und").abstained == "the language is not known"


@pytest.mark.parametrize("language", ["MS", "ms-MY", "zsm", "msa"])
def test_a_language_may_be_named_in_its_other_codes(language: str) -> None:
    assert read("majikan pegang pasport saya, gaji tak dibayar", language).language == "ms"


def test_present_danger_is_urgent() -> None:
    analysis = read(
        "please help, my sister is locked in the house by her boss right now, he will kill her, he took her phone"
    )
    assert analysis.urgent
    assert any(reason.startswith("urgent: present danger") for reason in analysis.reasons)


def test_a_minor_is_urgent_unless_news_tells_of_her() -> None:
    told = "My cousin is 15 years old and they made her work in a massage place, her passport was taken by the boss."
    assert read(told).urgent
    assert not read("Police said on Monday a court jailed a man who took the passports of girls aged 15.").urgent


def test_an_ordinary_complaint_is_not_urgent() -> None:
    assert not read("my salary came two days late this month").urgent


def test_an_obscured_phone_is_carried_by_its_span() -> None:
    text = "call me four one five"
    analysis = read(text, entities=(Span(8, 21, "PHONE_OBSCURED"),))
    assert [(sign.indicator, sign.quote) for sign in analysis.signs] == [("AD01_OBSCURED_PHONE", "four one five")]
    assert analysis.signal is False


def test_ad_signals_alone_never_make_a_signal() -> None:
    text = "100% real pics, barely legal college girl, no scam, I'm 21, asian girls new in town, screening required"
    analysis = read(text, entities=(Span(0, 4, "PHONE_OBSCURED"),))
    assert len({sign.indicator for sign in analysis.signs}) >= 4
    assert analysis.signal is False


@pytest.mark.parametrize("piece", ["no passport ", "boss kept my passport. ", "a", "[PHONE:1a2b3c4d] ", "\n"])
def test_a_megabyte_of_anything_is_read_soon_and_told_to_be_cut(piece: str) -> None:
    began = time.process_time()
    analysis = read(piece * (1_000_000 // len(piece)))
    assert time.process_time() - began < 5
    assert any(reason.startswith("read: the first 60000 of") for reason in analysis.reasons)


def test_nothing_found_is_no_signal_with_a_reason() -> None:
    assert signal([]) == (False, "no signal: no sign found")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("My boss keeps my passport and has not paid me for two months at the farm.", "labour"),
        ("They took our passports and forced us into prostitution in a brothel.", "sexual"),
        ("I was locked in a scam compound and forced to defraud people; they took my passport.", "criminality"),
        ("The food was fine.", "none"),
    ],
)
def test_a_signal_says_what_kind_of_exploitation_it_tells_of(text: str, kind: str) -> None:
    assert read(text).exploitation == kind


def test_the_same_passage_gives_the_same_analysis() -> None:
    text = CASES["workers"][0]["text"]
    assert read(text, "ms") == Reader.load().read(Passage(text, language="ms"))


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=400), st.sampled_from(["en", "ms", "id", "es", "fr", "tl", "pt", "de"]))
def test_any_text_can_be_read(text: str, language: str) -> None:
    analysis = read(text, language, title=text[:40])
    assert all(0 <= sign.start < sign.end <= len(text) for sign in analysis.signs if sign.field == "text")


WORDS = [
    "my",
    "boss",
    "took",
    "passport",
    "not",
    "paid",
    "if",
    "you",
    ".",
    "\n",
    "locked",
    "[PERSON]",
    "x",
    "gaji",
    "?",
]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=80))
def test_any_order_of_telling_words_can_be_read(words: list[str]) -> None:
    analysis = read(" ".join(words))
    assert analysis.signal in (True, False)
