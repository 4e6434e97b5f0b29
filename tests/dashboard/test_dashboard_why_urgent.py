"""Why a post stands in the urgent queue is told as its reading told it."""

from __future__ import annotations

import pytest

from core.records import Passage
from dashboard.queries.urgent import Why, why
from nlp.reading import Reader


@pytest.mark.parametrize(
    ("reason", "told"),
    [
        ("urgent: present danger ('beat her', 'right now')", Why("present danger", "", "beat her … right now")),
        ("urgent: held, and waits to be freed (S_CRISIS.meaning: 0.55)", Why("held, and waits to be freed", "", "")),
        (
            "urgent: danger by meaning, 0.98 ('He said ('soon')\n at night')",
            Why("danger by meaning", "0.98", "He said ('soon')\n at night"),
        ),
    ],
)
def test_each_form_of_a_reason_is_told(reason: str, told: Why) -> None:
    assert why(("signal: told as an actual case (0.97)", reason)) == (told,)


def test_the_reader_writes_what_the_page_reads() -> None:
    text = "She is 15 and locked in. He beats her every night, please somebody come tonight. I want to die."
    reading = Reader.load().read(Passage(text, language="en", kind="post"), meaning="always")
    written = [reason for reason in reading.reasons if reason.startswith("urgent")]
    assert len(why(reading.reasons)) == len(written) > 1
