"""What heads an article, its title, its author and its day, is none of its words where they stand among these."""

from __future__ import annotations

import pytest

from crawlers.extract.article import by_article
from crawlers.extract.page import Page

_TITLE = "New sheds before the winter, says the harbour office"
_WORDS = (
    "The harbour office said on Monday that the sheds will stand before the winter, and that the boats may stay.",
    "Fishermen who were asked had doubts. The last sheds took three years, said one, and nobody was told why.",
    "By the end of May the council will have talked about what it costs, and who is to pay for the road.",
)
_BODY = "".join(f"<p>{line}</p>" for line in _WORDS)


@pytest.mark.parametrize(
    ("head", "author"),
    [
        (f"<h1>{_TITLE}</h1><p>By Mira Sand</p><p>12 May 2026</p>", "Mira Sand"),
        (f"<p>12 May 2026</p><h1>{_TITLE}</h1><p>Von Mira Sand</p>", "Mira Sand"),
        (f"<p>Harbour</p><h1>{_TITLE}</h1><p>Published: 12.05.2026, 10:30</p>", ""),
        (f"<h1>{_TITLE}</h1>", ""),
    ],
)
def test_the_text_begins_with_its_own_words(head: str, author: str) -> None:
    html = (
        f"<html><head><title>{_TITLE} - Harbour News</title></head><body><article>{head}{_BODY}</article></body></html>"
    )
    found = by_article(Page("https://n.example/7", html.encode(), "text/html; charset=utf-8"))
    assert found is not None
    assert (found.text.split("\n")[0], found.author, found.title.startswith(_TITLE)) == (_WORDS[0], author, True)


def test_a_first_sentence_that_tells_a_day_or_begins_as_a_name_does_stays() -> None:
    for first in ("By the harbour, on 12 May 2026, nine men were let out of a shed.", "By noon nobody had come back."):
        html = f"<html><head><title>Sheds</title></head><body><article><p>{first}</p>{_BODY}</article></body></html>"
        found = by_article(Page("https://n.example/7", html.encode(), "text/html; charset=utf-8"))
        assert found is not None
        assert found.text.startswith(first)
