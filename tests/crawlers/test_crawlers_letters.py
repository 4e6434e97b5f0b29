"""Posts that follow one another with labels in plain words, in whatever language these are written."""

from __future__ import annotations

import pytest
from test_crawlers_boards import read

_SAID = [
    ("Mira", "4.3.2019 18:05:11", "Has anyone worked at the packing place by the river? They say there are rooms."),
    ("Old Tom", "5.3.2019 09:12:40", "Yes, last summer. The rooms cost more than they said on the phone."),
    ("Kettu", "6.3.2019 21:30:02", "Same here."),
]
_LABELS = {
    "fi": ("Lähettäjä", "Päivämäärä"),
    "sv": ("Avsändare", "Datum"),
    "no": ("Fra", "Dato"),
    "cs": ("Jméno", "Datum"),
    "hu": ("Név", "Dátum"),
    "el": ("Όνομα", "Ημερομηνία"),
    "zh": ("发信人", "时间"),
}


@pytest.mark.parametrize("tongue", sorted(_LABELS))
def test_posts_below_one_another_are_parted_by_their_labels(tongue: str) -> None:
    name, day = _LABELS[tongue]
    posts = "<hr>".join(f"<b>{name}:</b> {who}<br><b>{day}:</b> {when}<br><br>{text}" for who, when, text in _SAID)
    found = read(f"<html lang={tongue}><body><h1>Rooms</h1>{posts}<hr></body></html>", None, "https://n.example/2.html")
    told = [(one.author, str(one.published_day), one.text) for one in found]
    assert told == [(who, f"2019-03-0{n}", text) for n, (who, _, text) in enumerate(_SAID, start=4)]


def test_a_second_label_on_a_line_is_no_name_and_the_place_of_sending_no_date() -> None:
    posts = "".join(
        f"<div>发信人: {who} (nick {n}), 信区: Work<br>标 题: Rooms<br>发信站: River (Mon Mar  {n} 18:05:11 2019, East)"
        f"<br><br>{text}</div>"
        for n, (who, _, text) in enumerate(_SAID, start=4)
    )
    found = read(f"<body><h1>Rooms</h1>{posts}</body>", None, "https://n.example/2.html")
    told = [(one.author, str(one.published_day), one.text) for one in found]
    assert told == [(who, f"2019-03-0{n}", text) for n, (who, _, text) in enumerate(_SAID, start=4)]
