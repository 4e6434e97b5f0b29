"""What asks for consent over a page is neither a post nor a part of an article."""

from __future__ import annotations

import pytest
from test_crawlers_unseen import EXPECTED, told

ASKS = "<h2 id=h>We value your privacy</h2><p>We and our 214 partners store and read what is on your device. {more}</p>"
FORMS = {
    "dialog": f"<div id=cmp-container role=dialog>{ASKS}</div>",
    "banner": f"<div class='x cookie-banner'>{ASKS}</div>",
    "element of its own": f"<our-consent>{ASKS}</our-consent>",
}
POST = (
    "<div class=msg><a class=username href=/u/{name}>{name}</a> <time datetime={day}>x</time>"
    "<div class=txt>{text}</div></div>"
)


@pytest.mark.parametrize("form", sorted(FORMS))
def test_a_question_for_consent_is_no_opening_post(form: str) -> None:
    posts = "".join(POST.format(name=name, day=day, text=text * 3) for text, name, day in EXPECTED)
    over = FORMS[form].format(more="They may say more. " * 4)
    found = told(f"<html><body>{over}<main>{posts}</main></body></html>")
    assert [(name, day) for _, name, day in found] == [(name, day) for _, name, day in EXPECTED]
    assert not any("partners" in text for text, *_ in found)


def test_a_page_that_lies_in_a_block_of_that_name_is_read() -> None:
    posts = "".join(POST.format(name=name, day=day, text=text) for text, name, day in EXPECTED)
    assert told(f"<html><body><div class=cookie-wrapper>{posts}</div></body></html>") == EXPECTED
