"""What comes to rest of a post: no author's name in its text, no contact in the place it claims."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from flows.prepare import Raw, resting_claim
from privacy.vault import Vault


@pytest.mark.parametrize(
    "text",
    [
        "room free, zyxq77 is my name here",
        "Große Straße, weiße Tür: room free, ask for ZYXQ77, or Zyxq77 at night",
        "İstanbul İzmir İznik: ask zyxq77",
        "ﬁrst ﬂoor oﬃce, message ｚｙｘｑ77 or zyxq77",
    ],
)
def test_no_piece_of_the_authors_account_name_rests(make_house: Any, tmp_path: Path, text: str) -> None:
    [ready] = make_house(tmp_path / "home").prepare([Raw("", text, author="zyxq77")])
    assert "[PERSON]" in ready.text.text
    assert not any(piece in ready.text.text.casefold() for piece in ("zy", "yx", "xq", "q7", "77"))


@pytest.mark.parametrize(
    ("text", "rests"),
    [
        ("the f l i g h t was booked and he took my p@ssp0rt", "the f l i g h t was booked and he took my p@ssp0rt"),
        ("they keep our p.a.s.s.p.o.r.t.s, says M4ria Santos", "they keep our p.a.s.s.p.o.r.t.s, says [PERSON]"),
        ("my name is M a r i a and i am from Cebu", "my name is [PERSON] and i am from Cebu"),
        ("ask for K4r1m at the gate of the m*tel", "ask for [PERSON] at the gate of the m*tel"),
    ],
)
def test_of_words_in_disguise_names_are_covered_and_nothing_else(
    make_house: Any, tmp_path: Path, text: str, rests: str
) -> None:
    [ready] = make_house(tmp_path / "home").prepare([Raw("", text)])
    assert ready.text.text == rests


@pytest.mark.parametrize(
    ("claim", "rests"),
    [
        ("Klang, Selangor", "Klang, Selangor"),
        ("San José, 41000", "San José, 41000"),
        ("Linda, near Puan Siti's shop", "Linda, near Puan Siti's shop"),
        (None, None),
    ],
)
def test_a_place_as_its_source_states_it_rests_as_it_is(claim: str | None, rests: str | None) -> None:
    assert resting_claim(claim, Vault.throwaway(), "en", "MY") == rests


def test_a_place_with_a_contact_in_it_loses_contact_and_name() -> None:
    rests = resting_claim("Klang, call Siti 012-345 6789 or siti@example.org", Vault.throwaway(), "en", "MY")
    assert rests is not None
    assert rests.startswith("Klang, call [PERSON] [PHONE:")
    assert not any(part in rests for part in ("Siti", "345", "siti@"))
