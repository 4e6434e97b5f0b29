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
VENUES = {
    "V_BAR_CLUB": ("in bars and clubs", "bars and clubs"),
    "V_BEAUTY_NAIL": ("in beauty and nail salons", "beauty and nail salons"),
    "V_BROTHEL": ("in commercial sex", "commercial sex"),
    "V_CAR_WASH": ("at car washes", "car washes"),
    "V_CARE_HOME": ("in care work", "care work"),
    "V_CLEANING": ("in cleaning work", "cleaning work"),
    "V_CONSTRUCTION": ("in construction", "construction work"),
    "V_FACTORY": ("in factories", "factory work"),
    "V_FARM": ("on farms", "farm work"),
    "V_FISHING_VESSEL": ("on fishing vessels", "work on fishing vessels"),
    "V_HOTEL": ("in hotels", "hotel work"),
    "V_HOUSEHOLD": ("in private households", "household work"),
    "V_LOGGING_LANDSCAPE": ("in logging and landscaping", "logging and landscaping"),
    "V_MASSAGE": ("in massage parlours", "massage parlours"),
    "V_MINE": ("in mines", "mining"),
    "V_ONLINE": ("online", "online work"),
    "V_RESTAURANT": ("in restaurants", "restaurant work"),
    "V_SALES_CREW_CARNIVAL": ("in travelling sales crews and carnivals", "travelling sales and carnivals"),
    "V_SCAM_COMPOUND": ("in scam compounds", "scam compounds"),
    "V_SCHOOL_SHELTER": ("in schools and shelters", "schools and shelters"),
    "V_STREET": ("on the street", "street work"),
    "V_TRANSIT": ("at stations and borders", "stations and borders"),
    "V_TRUCK_STOP": ("at truck stops", "truck stops"),
    "V_WAREHOUSE_LOGISTICS": ("in warehouses and logistics", "warehouse and logistics work"),
}  # where posts are set, and what orders are for
NEEDS = {
    "S_CHILD_FAMILY": "help for children and families",
    "S_CRISIS_RESCUE": "help to get out",
    "S_EMPLOYMENT_TRAINING": "work or training",
    "S_FOOD_BASIC": "food and basic things",
    "S_IMMIGRATION": "immigration help",
    "S_INTERPRETER": "an interpreter",
    "S_LEGAL": "legal aid",
    "S_MEDICAL": "medical care",
    "S_MENTAL_HEALTH": "mental health care",
    "S_SHELTER": "shelter",
    "S_TRANSPORT": "transport",
    "S_WAGE_RECOVERY": "help to recover wages",
}

NEW_SOURCES = "Uncertain: only sources read for less than four weeks show it."


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
        return f"job orders for {VENUES[value][1] if value in VENUES else humanised(value)}"
    words = TOPICS.get(topic) or _by_kind(kind, value)
    if stream in STREAMS:
        return words.replace("posts", STREAMS[stream], 1)
    return words


def _by_kind(kind: str, value: str) -> str:
    if kind == "venue":
        return "posts bearing indicators, set " + (VENUES[value][0] if value in VENUES else f"in: {humanised(value)}")
    if kind == "need":
        return f"posts showing a need for {NEEDS.get(value, humanised(value))}"
    if kind == "family":
        return f"posts bearing signs of the family {value}"
    return f"posts bearing the indicator “{humanised(value)}”"


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
