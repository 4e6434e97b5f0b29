"""Copies: the same words with other contacts, a few words more or less, and what must stay apart."""

from __future__ import annotations

import random
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.copies import in_memory, precision_and_recall, stream
from core.ids import content_id
from nlp import copies
from nlp.copies import Sketch, group, likeness, sketch

AD = (
    "Cleaners wanted for a hotel in the centre, six days a week, board and lodging given, "
    "no papers asked, call {} in the evening and ask for the manager of the night shift"
)


@dataclass(frozen=True)
class Kept:
    document_id: str
    group_id: str
    folded: str
    signature: bytes


def kept(own: Sketch, group_id: str) -> Kept:
    return Kept(own.document_id, group_id, own.folded, own.signature)


def test_another_phone_number_makes_no_other_text() -> None:
    one, other = sketch("a", AD.format("[PHONE:00000001]")), sketch("b", AD.format("[PHONE:00000002]"))
    assert one.folded == other.folded
    assert group(other, [kept(one, "g1")]) == "g1"


def test_a_few_words_more_are_a_near_copy_found_by_a_band() -> None:
    one, other = sketch("a", AD), sketch("b", AD + " URGENT start today")
    assert one.folded != other.folded
    assert set(one.bands) & set(other.bands)
    assert group(other, [kept(one, "g1")]) == "g1"


def test_sketches_of_two_forms_never_meet(monkeypatch: pytest.MonkeyPatch) -> None:
    now = sketch("a", AD)
    monkeypatch.setattr(copies, "FORM", copies.FORM + 1)
    later = sketch("a", AD)
    assert now.folded != later.folded
    assert not set(now.bands) & set(later.bands)


def test_the_form_is_raised_when_a_text_makes_another_sketch() -> None:
    own = sketch("a", AD)
    # Another number here means that kept sketches cannot be compared with new ones: raise nlp.copies.FORM.
    assert (copies.FORM, content_id(own.folded, *map(str, own.bands))) == (2, "5ee7ab3fef96a94d78b36e597b9f8299")


def test_another_ad_for_the_same_kind_of_work_stays_apart() -> None:
    other = sketch(
        "b", "We look for kitchen help in our family restaurant, tips shared, weekends off, come by and talk"
    )
    assert group(other, [kept(sketch("a", AD), "g1")]) is None


def test_a_bridging_copy_joins_the_oldest_group() -> None:
    one = sketch("a", AD)
    assert group(sketch("c", AD + " now"), [kept(one, "old"), kept(sketch("b", AD + " today"), "new")]) == "old"


def test_a_chain_of_small_edits_ends() -> None:
    words = AD.split()
    members = [kept(sketch("0", AD), "g")]
    joined = []
    for step in range(1, len(words)):
        words[step - 1] = f"other{step}"
        own = sketch(str(step), " ".join(words))
        joined.append(group(own, members) == "g")
        if joined[-1]:
            members.append(kept(own, "g"))
    assert joined[0]
    assert not all(joined)


def test_a_very_short_text_is_a_copy_only_when_it_is_the_same() -> None:
    one, same, near = sketch("a", "Call me now"), sketch("b", "call me, NOW!"), sketch("c", "Call me today")
    assert one.bands == ()
    assert group(same, [kept(one, "g1")]) == "g1"
    assert group(near, [kept(one, "g1")]) is None


def test_texts_without_words_are_not_copies_of_each_other() -> None:
    assert sketch("a", "12345").folded != sketch("b", "9876").folded


@given(st.lists(st.sampled_from(["work", "farm", "hotel", "pay", "bed", "call", "night", "boss", "van"]), min_size=8))
def test_a_text_is_a_copy_of_itself_and_bands_fit_a_signed_integer(words: list[str]) -> None:
    own = sketch("a", " ".join(words))
    assert likeness(own.signature, own.signature) == 1.0
    assert all(0 <= band < 2**63 for band in own.bands)


def test_short_ads_under_a_boilerplate_that_is_known_stay_apart_and_find_their_copies() -> None:
    board = "principals only recruiters please do not contact this advertiser reposting elsewhere is not ok"
    dice = random.Random(3)
    letters = "abcdefghijklmnopqrstuvwxyz"
    known = [" ".join("".join(dice.choices(letters, k=6)) for _ in range(25)) for _ in range(3)]
    members = [kept(sketch(f"long {n}", f"{text} {board}"), f"long {n}") for n, text in enumerate(known)]
    own = ["caretaker for halls clubs and churches", "plumber with his own van and tools", "night nanny for twins"]
    for number, words in enumerate(own * 2):
        ad = sketch(str(number), f"{words} {board}" + " urgent" * (number >= len(own)))
        members.append(kept(ad, group(ad, members) or str(number)))
    assert [one.group_id for one in members[3:]] == ["0", "1", "2"] * 2


def test_other_jobs_in_an_agencys_template_stay_apart_while_reposts_find_theirs() -> None:
    texts = stream(1000, seed=21, most=20)
    precision, recall = precision_and_recall([campaign for campaign, _ in texts], list(in_memory(texts)))
    assert precision >= 0.99
    assert recall >= 0.97
