"""Sentences as numbers: whatever the text, in whatever company, in a calm voice."""

from __future__ import annotations

import pytest

from nlp import embedding
from nlp.embedding import embed


def test_a_sentence_has_the_same_numbers_in_whatever_company() -> None:
    told = "They kept my passport in the office drawer."
    company = embed(["It rains.", told, "It rains."])
    embedding._row.cache_clear()
    assert (embed([told])[0] == company[1]).all()
    assert (company[0] == company[2]).all()


@pytest.mark.parametrize(("written", "asked"), [
    ("MY PASSPORT IS WITH THE AGENT", "my passport is with the agent"),
    ("[PERSON] and [PERSON] left [PHONE:0a1b2c3d] in Doha", "[PERSON] and [PERSON] left [PHONE] in Doha"),
    ("The NGO and the USA", "The NGO and the USA"),
    ("He Took My Passport And Never Paid", "he took my passport and never paid"),
    ("Der Chef hat meinen Pass und die Papiere von Ali", "Der Chef hat meinen Pass und die Papiere von Ali"),
    ("He kept our papers!!! And the pay?!", "He kept our papers. And the pay?"),
    ("¡El patrón no paga!", "El patrón no paga."),
])  # fmt: skip
def test_the_encoders_are_asked_in_a_calm_voice(written: str, asked: str) -> None:
    assert embedding.clean(written) == asked
