"""Sentences people understand, and no claim beyond the numbers."""

from datetime import date

import pytest

from trends.wording import NEEDS, VENUES, humanised, number, often, sentence, span_words, topic_words


@pytest.mark.parametrize(
    ("topic", "stream", "words"),
    [
        ("signal:any", "posts", "posts bearing indicators of trafficking"),
        ("signal:any", "news", "news reports bearing indicators of trafficking"),
        ("venue:V_CAR_WASH", "posts", "posts bearing indicators, set at car washes"),
        ("venue:V_NEW_KIND", "posts", "posts bearing indicators, set in: new kind"),
        ("need:S_LEGAL", "posts", "posts showing a need for legal aid"),
        ("sign:RF01_UPFRONT_FEE", "posts", "posts bearing the indicator “upfront fee”"),
        ("family:RF", "posts", "posts bearing recruitment red flags"),
        ("venue:V_FARM", "orders", "job orders for farm work"),
    ],
)
def test_topics_have_words(topic: str, stream: str, words: str) -> None:
    assert topic_words(topic, stream) == words


def test_no_wording_claims_that_trafficking_was_found() -> None:
    topics = ["signal:any", "sign:ILO09_DEBT_BONDAGE", *(f"venue:{v}" for v in VENUES), *(f"need:{n}" for n in NEEDS)]
    for topic in topics:
        assert topic_words(topic).startswith(("posts bearing", "posts showing a need"))


def test_numbers_spans_and_rarity_read_naturally() -> None:
    assert [number(v) for v in (0.01, 0.44, 3.0, 12.3)] == ["under 0.1", "0.4", "3", "12"]
    assert span_words(date(2026, 3, 3), date(2026, 3, 3)) == "on 3 March 2026"
    assert span_words(date(2026, 2, 27), date(2026, 3, 5)) == "from 27 February to 5 March 2026"
    assert span_words(date(2025, 12, 30), date(2026, 1, 5)) == "from 30 December 2025 to 5 January 2026"
    assert [often(d) for d in (1, 14, 140, 3000, 1e6)] == [
        "about once a day", "about once in 14 days", "about once in 5 months", "about once in 8 years",
        "less than once in a hundred years",
    ]  # fmt: skip
    assert humanised("V_CAR_WASH") == "car wash"


def test_a_sentence_tells_where_what_when_against_what_and_how_rare() -> None:
    told = sentence(
        topic="venue:V_FARM", stream="posts", place="Tampa", begin=date(2026, 3, 3), end=date(2026, 3, 9), observed=12,
        expected=0.8, low=0, high=3, recurrence_days=270, sources=4,
    )  # fmt: skip
    assert told == (
        "Tampa: 12 posts bearing indicators, set on farms from 3 to 9 March 2026, where 0.8 were expected (usual "
        "range 0 to 3), from 4 sources; chance alone would raise such an alarm about once in 9 months over everything "
        "watched."
    )
