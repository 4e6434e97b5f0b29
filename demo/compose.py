"""Whole texts out of the patterns: each returns (title, text, topics that its writer had in mind)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from demo.grammar import Writer, spoil
from demo.texts import details, needs, negatives, ordinary_en, ordinary_ms, recruiting, signs, travel

type Text = tuple[str, str, tuple[str, ...]]

FORUM_HASTE = 0.6
AD_HASTE = 0.3
TRAVEL_SHARE = 0.1

VENUE_SHARE = tuple(signs.PLACES)
SIGN_SHARE = (
    "ILO07_RETENTION_OF_DOCUMENTS", "ILO08_WITHHOLDING_OF_WAGES", "ILO11_EXCESSIVE_OVERTIME",
    "ILO08_WITHHOLDING_OF_WAGES",
    "ILO03_RESTRICTION_OF_MOVEMENT", "ILO10_ABUSIVE_CONDITIONS", "ILO06_INTIMIDATION_THREATS", "ILO09_DEBT_BONDAGE",
    "ILO02_DECEPTION", "ILO04_ISOLATION",
)  # fmt: skip
"""Wages and documents are told of most, as on real boards."""
RECRUIT_SHARE = (
    "RF01_UPFRONT_FEE", "RF02_TOO_GOOD", "RF03_ALL_EXPENSES_HOUSING", "RF04_URGENT_DEPARTURE", "RF05_VAGUE_JOB_ABROAD",
    "RF06_OFF_PLATFORM_CONTACT", "RF07_FEMALE_YOUNG_ONLY", "ILO07_RETENTION_OF_DOCUMENTS",
)  # fmt: skip


def ordinary_ad(writer: Writer) -> tuple[str, str, str]:
    """An ordinary advertisement: (category, title, text)."""
    pool = ordinary_en.ADS if writer.language == "en" else ordinary_ms.ADS
    if writer.rng.random() < TRAVEL_SHARE:
        pool = travel.ADS_EN if writer.language == "en" else travel.ADS_MS
    category, title, text = writer.rng.choice(pool)
    if category == "adult" and writer.rng.random() < 0.4:
        category, title, text = writer.rng.choice(pool)
    return category, writer.write(title), spoil(writer.rng, writer.write(text), writer.language, AD_HASTE)


def negative(writer: Writer) -> Text:
    """A text that names signs and tells of none."""
    pool = [(title, text) for language, title, text in negatives.NEGATIVES if language == writer.language]
    title, text = writer.rng.choice(pool)
    return writer.write(title), spoil(writer.rng, writer.write(text), writer.language, AD_HASTE), ()


def worker(writer: Writer, venue: str, chosen: Sequence[str]) -> Text:
    """A worker, or a friend, tells of `chosen` signs at a `venue`."""
    tongue = writer.language
    writer.extra = {"place": writer.rng.choice(signs.PLACES[venue][tongue])}
    told = [writer.one_of(signs.WORKER[sign][tongue]) for sign in chosen]
    told += _beside(writer, details.LIFE, (1, 2, 2))
    writer.rng.shuffle(told)
    parts = [writer.one_of(signs.OPENING[tongue]), *told]
    parts.append(writer.one_of(signs.CLOSING[tongue]))
    title = writer.one_of(signs.WORKER_TITLES[tongue])
    return title, spoil(writer.rng, _joined(parts), tongue, FORUM_HASTE), (f"venue:{venue}", *_signs(chosen))


def boss(writer: Writer, venue: str, chosen: Sequence[str]) -> Text:
    """An employer advertises conditions that are `chosen` signs."""
    tongue = writer.language
    writer.extra = {"place": writer.rng.choice(signs.PLACES[venue][tongue])}
    told = [writer.one_of(signs.BOSS[sign][tongue]) for sign in chosen]
    told += _beside(writer, details.POST, (1, 2))
    writer.rng.shuffle(told)
    parts = [writer.one_of(signs.BOSS_OPENING[tongue]), *told]
    parts.append(writer.one_of(signs.BOSS_CLOSING[tongue]))
    title = writer.one_of(signs.BOSS_TITLES[tongue])
    return title, spoil(writer.rng, _joined(parts), tongue, AD_HASTE), (f"venue:{venue}", *_signs(chosen))


def recruiter(writer: Writer, chosen: Sequence[str]) -> Text:
    """A recruiter for `writer.abroad`, or for some country that is not named, with `chosen` signs."""
    tongue = writer.language
    signs_told: Mapping[str, Mapping[str, Sequence[str]]] = recruiting.RECRUIT
    opening, titles = recruiting.RECRUIT_OPENING, recruiting.RECRUIT_TITLES
    if writer.abroad is None:
        signs_told = {**signs_told, "RF05_VAGUE_JOB_ABROAD": recruiting.NOWHERE_JOB}
        opening, titles = recruiting.NOWHERE_OPENING, recruiting.NOWHERE_TITLES
    told = [writer.one_of(signs_told[sign][tongue]) for sign in chosen]
    told += _beside(writer, details.OFFER, (1, 2, 2))
    writer.rng.shuffle(told)
    parts = [writer.one_of(opening[tongue]), *told]
    parts.append(writer.one_of(recruiting.RECRUIT_CLOSING[tongue]))
    title = writer.one_of(titles[tongue])
    return title, spoil(writer.rng, _joined(parts), tongue, AD_HASTE), _signs(chosen)


def controlled(writer: Writer) -> Text:
    """Someone is seen to be sold by others."""
    tongue = writer.language
    told = [writer.write(pattern) for pattern in writer.rng.sample(details.SOLD[tongue], writer.rng.choice((2, 3)))]
    told += _beside(writer, details.LIFE, (0, 1))
    parts = [writer.one_of(details.SOLD_OPENING[tongue]), *told, writer.write(recruiting.SOLD_CLOSE[tongue])]
    title = writer.one_of(signs.WORKER_TITLES[tongue])
    return title, spoil(writer.rng, _joined(parts), tongue, FORUM_HASTE), ()


def in_need(writer: Writer, need: str) -> Text:
    """Someone asks for help of one kind, sometimes of a second."""
    tongue = writer.language
    parts = [writer.one_of(needs.NEED_OPENING[tongue]), writer.one_of(needs.STORIES[tongue])]
    writer.rng.shuffle(parts)
    parts.append(writer.one_of(needs.NEEDS[need][tongue]))
    asked = [need]
    if writer.rng.random() < 0.35:
        asked.append(writer.rng.choice([kind for kind in needs.NEEDS if kind != need]))
        parts.append(writer.one_of(needs.NEEDS[asked[1]][tongue]))
    parts.append(writer.one_of(needs.NEED_CLOSING[tongue]))
    title = writer.one_of(needs.NEED_TITLES[tongue])
    return title, spoil(writer.rng, _joined(parts), tongue, FORUM_HASTE), tuple(f"need:{one}" for one in asked)


def some_signs(writer: Writer, pool: Sequence[str], low: int, high: int) -> list[str]:
    """`low` to `high` distinct signs of a pool, in the order drawn."""
    distinct = list(dict.fromkeys(pool))
    wanted = min(writer.rng.randint(low, high), len(distinct))
    chosen: list[str] = []
    while len(chosen) < wanted:
        sign = writer.rng.choice(pool)
        if sign not in chosen:
            chosen.append(sign)
    return chosen


def _beside(writer: Writer, pool: Mapping[str, Sequence[str]], counts: Sequence[int]) -> list[str]:
    """So many small things, as drawn from `counts`, that have nothing to do with the matter."""
    return [writer.one_of(pool[writer.language]) for _ in range(writer.rng.choice(counts))]


def _signs(chosen: Sequence[str]) -> tuple[str, ...]:
    return tuple(f"sign:{sign}" for sign in chosen)


def _joined(parts: Sequence[str]) -> str:
    return " ".join(part for part in parts if part)
