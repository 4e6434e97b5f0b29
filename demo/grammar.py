"""How a pattern becomes a text: `[a|b|]` takes one turn, `{slot}` is filled; then haste and habit spoil it a little.

Slots: `{city}` `{corner}` `{name}` `{phone}` `{contact}` `{pay:1500-2400}` (money of the country) `{n:2-5}`
`{to}` `{land}` (abroad) and any of `extra`.
"""

from __future__ import annotations

import random
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from demo import people
from demo.cities import Abroad, City

_TURN = re.compile(r"\[([^\[\]]*)\]")
_SLOT = re.compile(r"\{([a-z_]+)(?::(\d+)-(\d+))?\}")
_SPACES = re.compile(r" {2,}")
_BEFORE_STOP = re.compile(r" +([.,!?])")

_SHORT_EN = {
    "you": "u", "your": "ur", "please": "pls", "because": "bcoz", "with": "wif", "people": "ppl", "before": "b4",
    "month": "mth", "months": "mths", "want": "wan", "thanks": "tq", "okay": "ok", "cannot": "cant", "already": "oredi",
}  # fmt: skip
_SHORT_MS = {
    "yang": "yg", "tidak": "tak", "dengan": "dgn", "untuk": "utk", "saya": "sy", "kami": "kitorang", "sudah": "dah",
    "orang": "org", "boleh": "blh", "kerja": "keje", "bulan": "bln", "dapat": "dpt", "sangat": "sgt", "macam": "mcm",
}  # fmt: skip


@dataclass(slots=True)
class Writer:
    """One who writes: where, in which language, about which city abroad, with what contacts.

    `used`: patterns already spent.
    """

    rng: random.Random
    book: people.Contacts
    city: City
    language: str = "en"
    abroad: Abroad | None = None
    extra: Mapping[str, str] = field(default_factory=dict)
    used: set[str] | None = None

    def one_of(self, patterns: Sequence[str]) -> str:
        """One of the patterns, written; with `used`, one that was not written yet as long as there is one."""
        fresh = [pattern for pattern in patterns if self.used is None or pattern not in self.used]
        pattern = self.rng.choice(fresh or list(patterns))
        if self.used is not None:
            self.used.add(pattern)
        return self.write(pattern)

    def write(self, pattern: str) -> str:
        """The pattern with its turns taken and its slots filled."""
        text = pattern
        while (turned := _TURN.sub(self._turn, text)) != text:
            text = turned
        text = _SLOT.sub(self._fill, text)
        return _BEFORE_STOP.sub(r"\1", _SPACES.sub(" ", text)).strip()

    def _turn(self, match: re.Match[str]) -> str:
        turns: list[str] = match[1].split("|")
        return self.rng.choice(turns)

    def _fill(self, match: re.Match[str]) -> str:
        slot, low, high = match[1], match[2], match[3]
        if low is not None:
            return self._number(slot, int(low), int(high))
        if slot in self.extra:
            return self.write(self.extra[slot])
        return self._named(slot)

    def _number(self, slot: str, low: int, high: int) -> str:
        if slot == "pay":
            step = 50 if high < 1000 else 100
            return self._money(self.rng.randrange(low, high + 1, step))
        return str(self.rng.randint(low, high))

    def _money(self, ringgit: int) -> str:
        if self.city.country == "SG":
            return f"${ringgit}"
        if self.city.country == "ID":
            thousands = ringgit * 3
            return f"Rp {thousands / 1000:.1f} juta".replace(".0 ", " ") if thousands >= 1000 else f"Rp{thousands}rb"
        return f"{self.rng.choice(('RM', 'rm', 'RM '))}{ringgit}"

    def _named(self, slot: str) -> str:
        rng, book = self.rng, self.book
        match slot:
            case "city":
                return rng.choice(self.city.nick)
            case "town":
                return self.city.name
            case "corner":
                return rng.choice(self.city.corners)
            case "name":
                return people.name(rng, book)
            case "phone":
                return people.phone(rng, book, self.city.country)
            case "email":
                return people.email(rng, book)
            case "handle":
                return people.handle(rng, book)
            case "contact":
                return self.write(rng.choice(_CONTACT_MS if self.language != "en" else _CONTACT_EN))
            case "to":
                return self.abroad.name if self.abroad else "overseas"
            case "land":
                return self.abroad.country_name if self.abroad else "overseas"
        raise KeyError(f"no slot '{slot}' in the grammar of the invented world")


_CONTACT_EN = (
    "[call|Call|text|sms] {phone}", "[call|ring] {name} [at|on] {phone}", "[whatsapp|wasap|ws] {phone}", "pm me",
    "[email|mail] {email}", "contact {name} {phone}", "reply here or {phone}", "pm [for details|if keen|thanks]",
)  # fmt: skip
_CONTACT_MS = (
    "[call|tel|hubungi] {phone}", "[wasap|whatsapp|ws] {phone}", "pm [tepi|saya|je]", "hubungi {name} {phone}",
    "[emel|email] {email}", "berminat [pm|ws {phone}|sms {phone}]", "cari {name}, {phone}",
)  # fmt: skip


def spoil(rng: random.Random, text: str, language: str, haste: float) -> str:
    """The text as a hurried hand leaves it; `haste` from 0 (none) to 1. Numbers, addresses and names stay."""
    short = _SHORT_EN if language == "en" else _SHORT_MS
    words = [_spoil_word(rng, word, short, haste) for word in text.split(" ")]
    out = " ".join(words)
    if rng.random() < haste * 0.3:
        out = out.rstrip(".!") + rng.choice(("", "...", "!!", " :(", ""))
    return out


def _spoil_word(rng: random.Random, word: str, short: Mapping[str, str], haste: float) -> str:
    if word in short and rng.random() < haste * 0.6:
        return short[word]
    if len(word) > 6 and word.isalpha() and word.islower() and rng.random() < haste * 0.04:
        at = rng.randrange(1, len(word) - 2)
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return word
