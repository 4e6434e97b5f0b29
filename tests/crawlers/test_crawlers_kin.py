"""Posts in a dress of their own among others: the question above the answers, the best answer between them."""

from __future__ import annotations

import pytest
from test_crawlers_bylines import BOARD
from test_crawlers_unseen import EXPECTED, told

_SAID = [*EXPECTED, ("I asked the union and they wrote a letter, so it came within days.", "Ferit", "2026-09-04")]
_HEAD = "<div class=meta><a class=who href=/u/{name}>{name}</a> <span class=at>{day} 08:00</span></div>"
_PARTS = {
    "plain": "<li class=ans>" + _HEAD + "<div class=words>{text}</div></li>",
    "asked": "<div class=quest><h1>Papers</h1>" + _HEAD + "<div class=words>{text}</div></div>",
    "best": "<li class=best><h3>Best answer</h3>" + _HEAD + "<div class=words>{text}</div></li>",
}
_BESIDE = "<div class=also><h3>Others ask</h3>" + "".join(
    f"<p><a href=/q/{n}>How long is the season, and who pays?</a> <span class=at>2026-08-0{n} 08:00</span></p>"
    for n in range(1, 5)
)


@pytest.mark.parametrize("place", [0, 1])
def test_a_post_in_another_dress_is_known_by_where_its_author_and_time_stand(place: int) -> None:
    forms = [_PARTS["plain"]] * len(_SAID)
    forms[place] = _PARTS["best" if place else "asked"]
    parts = [form.format(text=text, name=name, day=day) for form, (text, name, day) in zip(forms, _SAID, strict=True)]
    first = "" if place else parts.pop(0)
    found = told(f"<body>{first}<ul>{''.join(parts)}</ul>{_BESIDE}</body>", BOARD)
    assert [(name, day) for _, name, day in found] == [(name, day) for _, name, day in _SAID]
    assert all(text in said for (said, *_), (text, *_) in zip(found, _SAID, strict=True))
