"""Posts on a page, as text only: escaped, quoted words marked, contacts as grey chips."""

from __future__ import annotations

from core.records import Sign
from dashboard.look.marks import chips, marked, safe
from dashboard.look.speech import later, say
from dashboard.look.tables import table
from dashboard.look.wording import VOICES
from dashboard.look.words import short_day
from dashboard.names import Names
from dashboard.queries.place import Post

# What documents are called without a voice, and how mentions that do not count were made.
KINDS = (later("ad"), later("post"), later("reply"), later("article"))
POLARITIES = (later("negated"), later("hedged"), later("quoted"), later("general"))


def post_html(post: Post, names: Names, longest: int = 1200) -> str:
    """One post and where it comes from."""
    title = f'<div class="t">{marked(post.document.title, post.in_title, 300)}</div>' if post.document.title else ""
    return (
        f'<div class="hg-ev">{title}'
        f'<div class="x" dir="auto">{marked(post.document.text, post.in_text, longest)}</div>'
        f'<div class="m">{safe(" · ".join(about(post)))}</div>{_reasons(post, names)}</div>'
    )


def about(post: Post) -> list[str]:
    """Host or source, day, voice, copies, score: what is known of where a post comes from."""
    document, reading = post.document, post.reading
    place = host(document.shown_url)
    said = (
        place if any(letter.isalpha() for letter in place) else document.source,  # a bare number tells nobody anything
        short_day(document.day) if document.day else say("undated"),
        say(VOICES.get(reading.voice or "", document.kind)),
        say("{n} copies", n=post.copies) if post.copies > 1 else "",
        say("score {n}", n=f"{reading.probability:.2f}") if reading.probability is not None else "",
        say("urgent") if reading.urgent else "",
    )
    return [part for part in said if part]


def host(shown_url: str) -> str:
    """The host of an address as shown; empty for what is none, such as a row of a table without addresses."""
    return "" if shown_url == "[URL]" else shown_url.removeprefix("https://").removeprefix("http://").partition("/")[0]


def _reasons(post: Post, names: Names) -> str:
    signs = dict.fromkeys(names.topic(f"sign:{sign.indicator}") for sign in post.reading.signs)
    if not signs:
        return ""
    return f'<div class="m">{safe(", ".join(signs))}</div>'


def reasons_html(post: Post, names: Names) -> str:
    """Every reason of a reading as a table: the words, the sign, the rule, its version, the score."""
    rows = [
        (*_said(sign, names), safe(sign.version), f"{sign.score_before:.2f} → {sign.score:.2f}")
        for sign in post.reading.signs
    ]
    rows += [
        (*_said(sign, names), safe(sign.version), safe(say("{how}: not counted", how=say(sign.polarity))))
        for sign in post.reading.mentions
    ]
    if not rows:
        return f'<div class="hg-note">{safe(say("No rule found a sign in this post."))}</div>'
    return table((say("Words"), say("Sign"), say("Rule"), say("Version"), ">" + say("Score")), rows)


def _said(sign: Sign, names: Names) -> tuple[str, str, str]:
    return chips(sign.quote), safe(names.topic(f"sign:{sign.indicator}")), safe(sign.rule)
