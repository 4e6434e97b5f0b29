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


def test_a_post_among_others_may_tell_its_time_in_a_heading_about_it() -> None:
    best, *others = _SAID[1:]
    who = "<a class=who href=/u/{name}>{name}</a>"
    chosen = f"<div class=best><p><span>{best[2]} 08:00</span> Chosen</p><div class=answer>{{said}}</div></div>"
    said = f"<div class=text>{best[0]}</div>" + who.format(name=best[1])
    plain = (
        "<div class=answer><p><span>{2} 08:00</span></p><div class=text>{0}</div>" + who.format(name="{1}") + "</div>"
    )
    page = chosen.format(said=said) + "<div class=others>" + "".join(plain.format(*one) for one in others) + "</div>"
    assert told(f"<body><h1>Papers</h1>{page}</body>", BOARD) == _SAID[1:]


def test_what_was_asked_may_stand_in_a_block_that_keeps_its_lines() -> None:
    text, name, day = _SAID[0]
    tip = "<div class='line app'><p>Tip: hold the camera of your telephone at the square to take us along.</p></div>"
    who = f"<div class='line info'><span>{day} 08:00</span> <a class=user-name href=/u/{name}>{name}</a></div>"
    asked = f"<div class=ask><h1>Papers</h1>{who}<pre class='line q-content'>{text}</pre>{tip}</div>"
    rows = "".join(
        f"<div class=answer><span>{day} 08:00</span> <a class=user-name href=/u/{name}>{name}</a>"
        f"<pre class=text>{text}</pre></div>"
        for text, name, day in _SAID[1:]
    )
    assert told(f"<body>{asked}<div class=all>{rows}</div></body>", BOARD) == _SAID
