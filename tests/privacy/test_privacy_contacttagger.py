"""The tagger of contacts stands beside the rules: it adds stretches, and takes none of what they find."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest

from benchmarks.marked_posts import prepared
from benchmarks.shared import lines
from privacy import contacthints, contacttokens
from privacy.contacts import find
from privacy.contacttagger import WEIGHTS
from privacy.folding import fold
from privacy.redact import redact
from privacy.vault import Vault

HERE = Path(__file__).parent


def halves(name: str) -> tuple[list[str], list[str]]:
    """The posts of a set that may be read, and those that may not."""
    opened, _, shut = (HERE / name).read_text(encoding="utf-8").partition("# Second half: shut.\n")
    first, second = ([line for line in part.splitlines() if line and line[:2] != "# "] for part in (opened, shut))
    return first, second


OPEN, SHUT = halves("hard_contacts.txt")
FIGURES = lines(HERE / "plain_figures.txt")


def covered(posts: Sequence[str]) -> dict[str, float]:
    """By kind the share that is covered whole, and of what must stay the share that is left whole. No post is shown."""
    wanted, whole = Counter[str](), Counter[str]()
    for text, gold in prepared(posts, str):
        inside = {offset for span in find(text) for offset in range(span.start, span.end)}
        for start, end, kind in gold:
            needed = {offset for offset in range(start, end) if text[offset].isalnum()}
            wanted[kind] += 1
            whole[kind] += not needed & inside if kind == "stays" else needed <= inside
    return {kind: whole[kind] / many for kind, many in wanted.items()}


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("07seven00", ["07", "seven", "00"]),
        ("h0tm4il", ["h", "0", "tm", "4", "il"]),
        ("a_b@@c...", ["a", "_", "b", "@@", "c", "..."]),
        ("微信abc88", ["微", "信", "abc", "88"]),
        ("โทร๐๘ศูนย์", ["โ", "ท", "ร", "08", "ศนย"]),
        ("4️⃣0️⃣8 💋 5️⃣", ["408", "💋", "5"]),
        ("𝗪𝗵𝗮𝘁𝘀 ⓪⑤", ["whats", "05"]),
        ("", []),
    ],
)
def test_letters_digits_and_signs_are_tokens_and_scripts_without_blanks_are_read_by_character(
    text: str, tokens: list[str]
) -> None:
    assert [token.low for token in contacttokens.read(fold(text).text)] == tokens


def test_what_rules_find_is_found_just_so_with_the_tagger() -> None:
    for text, _ in prepared(OPEN, str):
        once, both = find(text, taught=False), find(text)
        assert not set(once[:1]) - set(both)


@pytest.mark.parametrize("text", FIGURES)
def test_ordinary_figures_are_not_touched_by_the_tagger(text: str) -> None:
    assert find(text) == find(text, taught=False)


@pytest.mark.parametrize(
    "text", ["We sell bread and cakes", "Chef wanted, two years of work", "Call the office or write"]
)
def test_a_text_without_digits_signs_and_telling_words_is_not_looked_at(text: str) -> None:
    assert contacthints.windows(text) == []


def test_a_redacted_post_holds_no_contact_that_a_second_look_would_find() -> None:
    vault = Vault.throwaway()
    left = [text for text, _ in prepared(OPEN, str) if find(redact(text, find(text), vault).text)]
    assert len(left) <= len(OPEN) // 50


@pytest.mark.parametrize(
    ("name", "floors"),
    [
        (
            "hard_contacts.txt",
            {"phones": 0.90, "e-mails": 0.82, "account names": 0.87, "numbers": 0.85, "stays": 0.97},
        ),
        ("blind_contacts.txt", {"phones": 0.76, "e-mails": 0.67, "account names": 0.48, "stays": 0.95}),
    ],
)
def test_the_half_that_nobody_read_is_covered_as_it_was_when_measured(name: str, floors: dict[str, float]) -> None:
    shares = covered(halves(name)[1])
    assert {kind: shares[kind] for kind, floor in floors.items() if shares[kind] < floor} == {}


def test_weights_are_small() -> None:
    assert WEIGHTS.stat().st_size < 1_500_000
