"""Remarks that are lines below the words they answer, in one element with these, with a day of no year."""

from __future__ import annotations

from datetime import date

from test_crawlers_boards import read

_WORDS = "I spent five weeks at the packing place by the river.\n\nThe foreman kept the papers of all who came by bus."
_SAID = [
    ("Mira", "03/04 21:12", "They told my cousin the same."),
    ("Old Tom", "03/05 00:19", "Same here."),
    ("Kettu", "12/30 03:26", "Which agent was it? Mine wanted money before I had seen the papers."),
    ("Lena", "01/02 06:33", "Thanks for the warning!"),
]
_HEAD = "".join(
    f'<div class="m"><span class="l">{label}</span><span class="v">{value}</span></div>'
    for label, value in [("Author", "hand (Old hand)"), ("Title", "Five weeks"), ("Time", "Mon Mar  4 18:05:11 2019")]
)


def test_lines_below_a_text_are_posts_and_the_text_is_the_first() -> None:
    rows = "".join(
        f'<div class="r"><b>+</b><span class="x">{who}</span><span class="y">: {text}</span><i> {when}\n</i></div>'
        for who, when, text in _SAID
    )
    found = read(f"<body><div>{_HEAD}\n{_WORDS}\n{rows}</div></body>", None, "https://river.example/bbs/Work/M.1.html")
    days = [date(2019, 3, 4), date(2019, 3, 4), date(2019, 3, 5), date(2019, 12, 30), date(2020, 1, 2)]
    assert [(one.author, one.published_day) for one in found] == list(
        zip(["hand", *(who for who, *_ in _SAID)], days, strict=True)
    )
    assert " ".join(found[0].text.split()) == " ".join(_WORDS.split())
    assert [one.text for one in found[1:]] == [text for *_, text in _SAID]
