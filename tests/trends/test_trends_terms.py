"""Words that rose with a spike: one vote a group, told only where chance hardly explains them."""

from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from trends.terms import LEAST_GROUPS, rising

ORDINARY = ["room", "kitchen", "market", "rain", "bus", "school", "shop", "friend", "water", "light", "garden", "river"]


def posts(prefix: str, groups: int, *more: str, seed: int = 1) -> list[tuple[str, str]]:
    random = Random(seed)
    return [(f"{prefix}{n}", " ".join([*random.sample(ORDINARY, 5), *more])) for n in range(groups)]


def test_a_word_that_the_posts_of_a_spike_share_is_told_with_what_was_expected() -> None:
    told = rising(posts("now", 12, "glove", "factory"), [*posts("old", 60), *posts("rare", 3, "factory")])
    assert {(one.value, one.groups) for one in told} == {("glove", 12), ("factory", 12)}
    expected = {one.value: one.expected for one in told}
    assert expected["glove"] == 0
    assert 0 < expected["factory"] < 1


def test_a_text_posted_a_hundred_times_says_its_words_once() -> None:
    campaign = [("one-group", "glove factory hiring")] * 100
    assert rising([*campaign, *posts("now", 20)], posts("old", 60)) == ()


def test_tokens_of_a_redaction_are_no_words() -> None:
    told = rising(posts("now", 12, "[PHONE:deadbeef]", "[PERSON]", "glove"), posts("old", 60))
    assert [one.value for one in told] == ["glove"]


def test_without_posts_before_or_now_nothing_is_told() -> None:
    assert rising([], posts("old", 5)) == ()
    assert rising(posts("now", 9, "glove"), []) == ()


@given(st.integers(0, 10_000))
def test_two_samples_of_one_kind_of_posts_hardly_ever_differ(seed: int) -> None:
    told = rising(posts("now", 30, seed=seed), posts("old", 60, seed=seed + 1))
    assert len(told) <= 1  # of twelve words at 5 % over all: two at once by chance in fewer than one of 800
    assert all(one.groups >= LEAST_GROUPS for one in told)
