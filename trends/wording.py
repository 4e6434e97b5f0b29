"""Words for people who decide: what a series is about, and a spike in one sentence."""

from __future__ import annotations

from datetime import date

TOPICS = {
    "signal:any": "posts bearing indicators of trafficking",
    "exploitation:labour": "posts bearing indicators of labour exploitation",
    "exploitation:sexual": "posts bearing indicators of sexual exploitation",
    "exploitation:criminality": "posts bearing indicators of forced criminality",
    "exploitation:other": "posts bearing indicators of other exploitation",
    "exploitation:unclear": "posts bearing indicators of exploitation of an unclear kind",
    "family:ILO": "posts bearing indicators of forced labour",
    "family:RF": "posts bearing recruitment red flags",
    "family:FS": "posts bearing financial signs of exploitation",
    "family:AD": "posts bearing signs typical of controlled advertising",
}
STREAMS = {"news": "news reports", "advocacy": "advocacy pages"}
KEPT_UPPER = {"id", "tv", "spa"}


def humanised(identifier: str) -> str:
    """ "V_CAR_WASH" → "car wash", "RF01_UPFRONT_FEE" → "upfront fee"."""
    words = identifier.split("_")
    if len(words) > 1 and (len(words[0]) == 1 or words[0][-1].isdigit()):
        words = words[1:]
    return " ".join(words).lower()


def topic_words(topic: str, stream: str = "posts") -> str:
    """A topic as the subject of a sentence."""
    kind, _, value = topic.partition(":")
    if stream == "orders":
        return f"job orders for {humanised(value)} work" if kind == "venue" else f"job orders under {humanised(value)}"
    words = TOPICS.get(topic) or _by_kind(kind, humanised(value))
    if stream in STREAMS:
        return words.replace("posts", STREAMS[stream], 1)
    return words


def _by_kind(kind: str, value: str) -> str:
    if kind == "venue":
        return f"posts bearing indicators, set in a {value}"
    if kind == "need":
        return f"posts showing a need for {value}"
    if kind == "family":
        return f"posts bearing signs of the family {value.upper()}"
    return f"posts bearing the indicator “{value}”"


def number(value: float) -> str:
    """A count or expectation as people say it: "12", "2.4", "under 0.1"."""
    if value < 0.095:
        return "under 0.1"
    return f"{value:.0f}" if value >= 9.95 or value == round(value) else f"{value:.1f}"


def often(days: float) -> str:
    """How rarely such an alarm is expected, in days, months or years."""
    if days < 1.5:
        return "about once a day"
    if days < 60:
        return f"about once in {days:.0f} days"
    if days < 730:
        return f"about once in {days / 30.4:.0f} months"
    years = days / 365.25
    return f"about once in {years:.0f} years" if years <= 100 else "less than once in a hundred years"


def span_words(begin: date, end: date) -> str:
    """ "on 3 March 2026", "from 3 to 9 March 2026"."""
    last = f"{end.day} {end:%B %Y}"
    if begin == end:
        return f"on {last}"
    if (begin.year, begin.month) == (end.year, end.month):
        return f"from {begin.day} to {last}"
    return f"from {begin.day} {begin:%B} to {last}" if begin.year == end.year else (
        f"from {begin.day} {begin:%B %Y} to {last}"
    )  # fmt: skip


def sentence(
    *,
    topic: str,
    stream: str,
    place: str,
    begin: date,
    end: date,
    observed: int,
    expected: float,
    low: float,
    high: float,
    recurrence_days: float,
    sources: int,
) -> str:
    """One sentence without a claim beyond the numbers: what was seen where and when, against what, and how rare."""
    words = topic_words(topic, stream)
    carried = "one source" if sources == 1 else f"{sources} sources"
    return (
        f"{place}: {observed} {words} {span_words(begin, end)}, where {number(expected)} were expected "
        f"(usual range {low:.0f} to {high:.0f}), from {carried}; chance alone would raise such an alarm "
        f"{often(recurrence_days)} over everything watched."
    )
