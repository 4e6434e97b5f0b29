"""Function words are told by language, and left where a language has no list."""

from __future__ import annotations

import pytest

from nlp.function_words import function_words, without_function_words


@pytest.mark.parametrize(
    ("text", "language", "left"),
    [
        ("She was HELD and her pay was kept", "en", ["HELD", "pay", "kept"]),
        ("Pasport saya dipegang bos", "ms", ["Pasport", "dipegang", "bos"]),
        ("glove and factory", "my", ["glove", "factory"]),
    ],
)
def test_what_a_post_is_about_is_left(text: str, language: str, left: list[str]) -> None:
    assert without_function_words(text, language).split() == left


def test_a_language_without_a_list_has_the_english_one() -> None:
    assert function_words("my") == function_words("en")
