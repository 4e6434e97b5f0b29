"""Invented people: names, phone numbers of ranges that no one is given, addresses of reserved domains, handles.

Every contact that enters a text is remembered, so that a test can look for it in what a run leaves behind.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field

NAMES = (
    "Suhaila Razman", "Faridzul Hamdani", "Norliyana Jusoh", "Khairulnizam Othman", "Rosnita Mahadzir",
    "Tan Wei Boon", "Lim Siew Kheng", "Ong Chee Keat", "Goh Mei Fong", "Yap Kok Leong",
    "Thanaletchumy Raju", "Kumaresan Pillai", "Vimala Subramaniam", "Gobinath Selvam",
    "Dewi Anggraini", "Bambang Sutrisno", "Siti Nurjanah", "Agus Prihatin", "Yuliana Simanjuntak",
    "Htet Aung Kyaw", "Rezaul Karim", "Sunita Gurung", "Marivic Dalisay", "Nguyen Thi Hanh", "Jonathan Whitlow",
)  # fmt: skip
"""Invented; no real person is meant."""

_NICKS = (
    "abgjoe", "mimi_chan", "kaklong", "wira_merah", "budakkampung", "ahbeng", "siti_r", "ipohmali", "roadrunner",
    "tehtarik", "loti_kiosk", "mr_kancil", "sotong", "xiaoling", "masbram", "neng_ayu", "kopi_o", "durianlover",
    "hantugalah", "rempit", "bluejay", "kucinggebu", "minahkilang", "orangjauh", "satay", "penjagagol", "makcikkiah",
)  # fmt: skip

_MAIL = ("example.com", "example.net", "example.org", "mail.example")


@dataclass(slots=True)
class Contacts:
    """What was handed out, as it stands in the texts."""

    phones: set[str] = field(default_factory=set)
    emails: set[str] = field(default_factory=set)
    handles: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)


def name(rng: random.Random, book: Contacts) -> str:
    """A full name."""
    chosen = rng.choice(NAMES)
    book.names.add(chosen)
    return chosen


def account(rng: random.Random) -> str:
    """A name under which one writes on a forum."""
    nick = rng.choice(_NICKS)
    return f"{nick}{rng.randrange(10, 9999)}" if rng.random() < 0.8 else f"{nick}_{rng.choice(_NICKS)}"


def handle(rng: random.Random, book: Contacts) -> str:
    """A messenger account with its @."""
    chosen = f"@{account(rng)}"
    book.handles.add(chosen)
    return chosen


def email(rng: random.Random, book: Contacts) -> str:
    """An address of a reserved domain (RFC 2606)."""
    chosen = f"{account(rng)}@{rng.choice(_MAIL)}"
    book.emails.add(chosen)
    return chosen


def phone(rng: random.Random, book: Contacts, country: str) -> str:
    """A mobile number as written in `country` ("MY", "SG", "ID"), of a range that is not given out there."""
    if country == "SG":
        chosen = rng.choice(("{}{}", "{} {}", "+65 {} {}")).format(f"800{rng.randrange(10)}", _digits(rng, 4))
    elif country == "ID":
        chosen = rng.choice(("{}{}{}", "{}-{}-{}", "{} {} {}")).format("0840", _digits(rng, 4), _digits(rng, 4))
    else:
        prefix = rng.choice(("012", "013", "016", "017", "019"))
        chosen = rng.choice(("{}{}{}", "{}-{}{}", "{}-{} {}")).format(prefix, f"1{_digits(rng, 2)}", _digits(rng, 4))
    book.phones.add(chosen)
    return chosen


def _digits(rng: random.Random, count: int) -> str:
    return "".join(str(rng.randrange(10)) for _ in range(count))
