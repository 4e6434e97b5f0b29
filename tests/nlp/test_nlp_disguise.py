"""Words in disguise are read as what they stand for; what is none stays, and every offset leads to the stored text."""

from __future__ import annotations

from functools import cache
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.disguised_posts import posts
from core.records import Analysis, Passage, Span
from nlp.catalog import load_cards
from nlp.disguise import Disguises
from nlp.lexicon import Lexicon
from nlp.reading import Reader
from nlp.undisguised import undisguised
from nlp.vocabulary import Vocabulary

reader = cache(Reader.load)


@cache
def disguises(language: str) -> Disguises:
    return Disguises(lambda: Lexicon(load_cards()).vocabulary(language))


def plainly(text: str, language: str = "en") -> str:
    plain = disguises(language).plain(text)
    return plain.text if plain else text


@pytest.mark.parametrize(
    ("language", "hidden", "word"),
    [
        ("en", "p@ssport", "passport"),
        ("en", "P4SSP0R7", "PASSPORT"),
        ("en", "He took my p4$$p0rt, and left.", "He took my passport, and left."),
        ("en", "s3x", "sex"),
        ("en", "g!rls", "girls"),
        ("en", "pr*st*tut**n", "prostitution"),
        ("en", "b*f*r*", "before"),
        ("en", "*p@id*", "*paid*"),
        ("en", "0we", "owe"),
        ("en", "3scort", "escort"),
        ("en", "5g1rls", "5girls"),
        ("en", "p.a.s.s.p.o.r.t", "passport"),
        ("en", "p-a-y", "pay"),
        ("en", "he took my p a s s p o r t yesterday", "he took my passport yesterday"),
        ("en", "t o o k  m y  p a y", "took  my  pay"),
        ("en", "t o o k m y p a s s p o r t", "took my passport"),
        ("en", "m.o.u.l.d.i.n.g.s", "mouldings"),
        ("ms", "k e r j a", "kerja"),
        ("ms", "k3rja2", "kerja2"),
        ("ms", "g*ji", "gaji"),
        ("id", "d1kunci", "dikunci"),
        ("es", "s3ñoritas", "señoritas"),
        ("es", "Hol@", "Hola"),
        ("de", "M*dchen", "Mädchen"),
        ("de", "P ä s s e", "Pässe"),
        ("fr", "b.a.t.t.u.e", "battue"),
        ("tl", "k1nul0ng", "kinulong"),
        ("pt", "d o c u m e n t o s", "documentos"),
    ],
)
def test_a_word_in_disguise_is_read_as_what_it_stands_for(language: str, hidden: str, word: str) -> None:
    assert plainly(hidden, language) == word


LANGUAGES = ("en", "ms", "id", "es", "fr", "tl", "pt", "de")
STAYS = (
    "call 0123456789 or 5km at 5pm, 10am, 1st and 5th of the 90s, RM50, US$500, 50€, 100k, 2 b or not 2 b",
    "a visa (H1B or K1) for a guard of G4S, no B2B, a 4x4 truck, films in 3D since COVID19 or COVID-19, my old PS4",
    "water is H2O and air has CO2, an MP3, masks (N95), an AK47, my iphone7 and win10, then web3, h264, R2D2, room101",
    "U.S.A. U.S. a.m. p.m. e.g. i.e. S.p.A. J.R.R. R.I.P. i.d.R. u.s.w. m/w/d (m/f/d) y/n t.A.T.u",
    "orang2 kerja2 budak2 orang2nya teman2ku kura2 5orang 1bulan 15juta",
    "gr8 2day w8 b4 m8 l8r 2nite any1 no1 some1 str8 4ever 2morrow 1on1",
    "7abibi 3arabi sa7 ma3 7aram ya3ni inshalla7 5alas",
    "qq1 dem1 mat1 n8 8ung 9dade salu2 to2 2log",
    "chic@s amig@s tod@s trabajador@s",
    "*not* **bold** #job #work2024 footnote* F***ing C# C++ A|B|C de|la yes!no wow!! 5+1 24/7 50%off O__o",
    "vitamin A B C D E, plan a b c d, x y z, 1 2 3 4 5, I a m, x x x x x, [PHONE:4ddf4ba5] [HANDLE:b00b5e5e]",
)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("text", STAYS)
def test_numbers_codes_chat_and_marks_stay(text: str, language: str) -> None:
    assert plainly(text, language) == text


def test_a_text_in_capitals_is_no_text_of_codes() -> None:
    assert plainly("MY B0SS TOOK MY P.A.S.S AND V1SA") == "MY BOSS TOOK MY PASS AND VISA"
    assert plainly("my V1SA") == "my V1SA"


def test_an_ending_for_two_sexes_stays_where_both_words_are_known() -> None:
    assert plainly("Se buscan chic*s y amig@s", "es") == "Se buscan chic*s y amig@s"


def test_the_likelier_word_is_read_and_a_word_of_the_cues_first() -> None:
    shares = {"poid": 1e-5, "paid": 1e-5, "boots": 9e-6, "beats": 8e-6}
    for cues, read in (((), "boots"), (("beats",), "beats")):
        words = Vocabulary(shares, cues, little=())
        plain = Disguises(lambda words=words: words).plain("he b**ts")  # type: ignore[misc]
        assert plain
        assert plain.text == f"he {read}"


def test_a_vocabulary_is_not_opened_for_a_plain_text() -> None:
    def opened() -> Vocabulary:
        raise AssertionError("nothing in this text asks for it")

    assert (
        Disguises(opened).plain("They took my passport, 12 hours a day; call +60 12-345 6789 (ask for the boss).")
        is None
    )


WORDS = st.sampled_from(
    [
        *"abeios1345.@$*- ",
        "passport",
        "p@ssp0rt",
        "g*ji",
        "k e r j a",
        "p.a.y",
        "orang2",
        "b*f*r*",
        "[PERSON]",
        "\n",
        "é",
        "😭",
    ]
)


@given(st.lists(WORDS, max_size=30).map("".join) | st.text(max_size=80), st.sampled_from(["en", "ms"]))
@settings(max_examples=300, deadline=None)
def test_the_way_back_covers_the_text_and_changes_nothing_between(text: str, language: str) -> None:
    plain = disguises(language).plain(text)
    if plain is None:
        return
    pieces = plain.alignment.pieces
    assert "".join(text[one.old_start : one.old_end] for one in pieces) == text
    assert "".join(plain.text[one.new_start : one.new_end] for one in pieces) == plain.text
    for one in pieces:
        new, old = plain.text[one.new_start : one.new_end], text[one.old_start : one.old_end]
        assert new == old if one.copied else new.isalpha()
        assert plain.alignment.back(one.new_start, one.new_end) == (one.old_start, one.old_end)
        assert plain.alignment.forward(one.old_start, one.old_end) == (one.new_start, one.new_end)


@given(st.lists(st.from_regex(r"[a-zàéîñü]{2,9}|[0-9]{1,8}|[A-Z][a-z]{2,8}[.,;:!?]", fullmatch=True), max_size=20))
@settings(max_examples=200, deadline=None)
def test_plain_words_and_numbers_stay(words: list[str]) -> None:
    assert disguises("en").plain(" ".join(words)) is None


@pytest.mark.parametrize(
    "piece", ["b0ss3s ", "p@1!0 ", "a b c d e f g h i r o u n d\n", "p.a.y.i.n.g ", "a@", "1*", "a "]
)
def test_a_long_text_of_nothing_else_takes_no_time(piece: str) -> None:
    plainly("p@ssport")
    start = process_time()
    plainly(piece * (60_000 // len(piece)))
    assert process_time() - start < 1


def placed(analysis: Analysis, passage: Passage) -> list[tuple[str, str]]:
    """Each quote, name and place with what stands at its offsets."""
    fields = {"title": passage.title, "text": passage.text}
    signs = [(one.quote, fields[one.field][one.start : one.end]) for one in (*analysis.signs, *analysis.mentions)]
    return signs + [(one.text, fields[one.field][one.start : one.end]) for one in analysis.places]


@pytest.mark.parametrize("meaning", ["never", "always"])
def test_findings_stand_in_the_stored_text(meaning: str) -> None:
    for post in posts():
        hidden = post.hidden
        passage = Passage(hidden, title=hidden, language=post.language)
        analysis = reader().read(passage, meaning=meaning)  # type: ignore[arg-type]
        assert all(quote == there for quote, there in placed(analysis, passage)), hidden
        for one in (*analysis.venues, *analysis.needs, *analysis.signs):
            text = passage.title if one.field == "title" else passage.text
            assert 0 <= one.start < one.end <= len(text)
        assert all(one.context.rpartition(" | ")[2] in hidden for one in analysis.signs), hidden


def test_a_finding_quotes_the_disguise() -> None:
    text = "Please help. My b0ss took my p.a.s.s.p.o.r.t in May and I am not paid."
    (sign, *_) = [one for one in reader().read(Passage(text, language="en")).signs if one.indicator.startswith("ILO07")]
    assert "p.a.s.s.p.o.r.t" in sign.quote
    assert text[sign.start : sign.end] == sign.quote
    assert sign.context == "My b0ss took my p.a.s.s.p.o.r.t in May and I am not paid."


def test_the_reasons_of_the_urgent_queue_quote_the_disguise() -> None:
    text = "please h e l p, the d00r has no h@ndle on our side and they come b@ck tonight"
    analysis = reader().read(Passage(text, language="en"), meaning="always")
    (told,) = [reason for reason in analysis.reasons if "danger by meaning" in reason]
    assert analysis.urgent
    assert f"('{text}')" in told


def test_spans_behind_a_disguise_move_with_the_text() -> None:
    passage = Passage("my b.o.s.s in Dubai", entities=(Span(14, 19, "GPE"), Span(0, 2, "ORG", "title")))
    read = undisguised(passage, disguises("en"), 1000)
    assert read
    town, other = read.passage.entities
    assert read.passage.text[town.start : town.end] == "Dubai"
    assert other == passage.entities[1]


def test_only_the_beginning_of_a_long_text_is_looked_at() -> None:
    read = undisguised(Passage("p@ssport and p@ssport"), disguises("en"), 10)
    assert read
    assert read.passage.text == "passport and p@ssport"


@pytest.mark.parametrize("half", ["a", "b"])
def test_most_disguised_posts_are_read_as_the_same_posts_in_plain_words(half: str) -> None:
    """Without redaction, which takes single letters for names: tests/nlp/disguised_posts.txt, docs/reading.md."""

    def signals(texts: list[tuple[str, str]]) -> list[bool]:
        read = [reader().read(Passage(text, language=language), meaning="always") for language, text in texts]
        return [bool(one.signal) for one in read]

    chosen = [one for one in posts() if one.half == half]
    plain = signals([(one.language, one.plain) for one in chosen])
    hidden = signals([(one.language, one.hidden) for one in chosen])
    same = sum(one == other for one, other in zip(plain, hidden, strict=True))
    assert same >= 0.9 * len(chosen)
