"""The urgent queue: posts that tell of present danger or of a minor, read by people one by one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from core.records import Act
from core.settings import Settings
from dashboard.acts import last
from dashboard.queries.place import Post, with_reasons
from stores.base import EvidenceQuery, Store

OPEN = ("", "taken up")
MOST = 200
LONGEST_PATH = 4000
# As `nlp.urgency` writes them: the kind, a chance where it is one of meaning, and the words or the rule.
_REASON = re.compile(r"urgent: (?P<kind>[a-z, ]+?)(?:, (?P<chance>[01]\.\d\d))? \((?P<words>.*)\)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Why:
    """Why a post stands in the queue: the kind of danger, its chance by meaning, and the words that tell it."""

    kind: str
    chance: str
    words: str


@dataclass(frozen=True, slots=True)
class Case:
    """One urgent post and where it stands: "" (nobody yet), "taken up", "referred", "closed"."""

    post: Post
    state: str
    by: str


def why(reasons: Sequence[str]) -> tuple[Why, ...]:
    """The reasons of a reading that concern the queue."""
    found = filter(None, map(_REASON.fullmatch, reasons))
    return tuple(Why(one["kind"], one["chance"] or "", _quoted(one["words"])) for one in found)


def queue(store: Store, *, closed: bool = False) -> tuple[Case, ...]:
    """Urgent posts, newest first; those referred or closed only when asked for."""
    found = store.evidence(EvidenceQuery(urgent_only=True, limit=MOST))
    cases = [_case(post, store.acts(post.document.id)) for post in with_reasons(store, found)]
    return tuple(case for case in cases if closed or case.state in OPEN)


def _quoted(words: str) -> str:
    """The words of the post; of a rule's name nothing."""
    return words[1:-1].replace("', '", " … ").strip() if words.startswith("'") else ""


def _case(post: Post, acts: Sequence[Act]) -> Case:
    act = last(acts, "urgent")
    return Case(post, act.value if act else "", act.actor if act else "")


def referral_path(settings: Settings, country: str | None) -> str | None:
    """Who to call, in which order, as the operator wrote it in `referral/<ISO-2>.txt` of the home; None without one."""
    if not country or len(country) != 2 or not country.isalpha():
        return None
    file = Path(settings.home) / "referral" / f"{country.upper()}.txt"
    return file.read_text(encoding="utf-8", errors="replace")[:LONGEST_PATH].strip() if file.is_file() else None
