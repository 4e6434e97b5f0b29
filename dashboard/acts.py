"""What a person may do on a page: judge, take back, note, give to somebody, say what came of it.

Every act goes through the Store and is remembered by the audit chain. Nothing is changed or deleted: to take back is
a further act.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import get_args

from core.errors import BadInput
from core.ids import content_id
from core.records import Act, SpikeStatus
from dashboard.access import ROLES, Refused
from dashboard.look.speech import later
from privacy.audit import link
from privacy.leaving import released, standing, taken_back
from stores.base import Store

STATUSES: tuple[str, ...] = get_args(SpikeStatus.__value__)
OUTCOMES = (later("confirmed"), later("unfounded"), later("could not tell"), later("help given"))
DEPARTMENTS = (
    later("labour inspection"),
    later("child welfare"),
    later("housing"),
    later("health"),
    later("immigrant services"),
    later("support organisation"),
    later("police"),
)
REASONS = (
    later("copies of one text"),
    later("the news of the week"),
    later("known campaign"),
    later("read wrongly"),
    later("wrong place"),
    later("ordinary for the season"),
    later("a change in what is read"),
    later("other"),
)
URGENT = (later("taken up"), later("referred"), later("closed"))
RELEASE = (later("asked"), later("approved"))
LABELS = (later("signal"), later("no signal"), later("could not tell"))
LONGEST_NOTE = 2000
EVER = datetime.min.replace(tzinfo=UTC)
_TRIES = 5
_SIDE_BY_SIDE = ("note", "intervention")  # of these several hold; of other kinds the latest
_VERBS = {
    "triage": STATUSES,
    "outcome": OUTCOMES,
    "department": DEPARTMENTS,
    "label": LABELS,
    "urgent": URGENT,
    "release": RELEASE,
    "owner": None,
    "note": None,
    "intervention": None,
}


@dataclass(frozen=True)
class Desk:
    """A person at the store: who acts, when, and in which role."""

    store: Store
    actor: str
    at: datetime
    role: str = "analyst"

    def act(
        self, subject: str, verb: str, value: str, note: str = "", *, seen: int | None = None, since: datetime = EVER
    ) -> Act:
        """Do one act. `seen`: the newest link of the audit when the page was drawn on which it was decided.

        Raises BadInput for a verb or value there is not, a dismissal without its reason, an approval by whoever asked
        for it or of what nobody asked for `since` it was made, and for an act that somebody else's came before,
        unseen; Refused for a role that may not judge.
        """
        self._may()
        _check(verb, value, note)

        def stands() -> None:
            self._not_overtaken(subject, verb, seen)
            if (verb, value) == ("release", "approved"):
                self._may_approve(subject, since)

        return self._keep(subject, verb, value, note.strip()[:LONGEST_NOTE], stands)

    def undo(self, act: Act, *, seen: int | None = None) -> Act:
        """Take an act back. Raises BadInput when it has been taken back already, is itself an undoing, or somebody
        else's act of its kind came before, unseen."""
        self._may()

        def stands() -> None:
            if act.verb == "undo" or act.id in taken_back(self.store.acts(act.subject)):
                raise BadInput("This act has been taken back already.", remedy="Act anew instead.")
            self._not_overtaken(act.subject, act.verb, seen)

        return self._keep(act.subject, "undo", act.id, "", stands)

    def looked(self, verb: str, subject: str, detail: str) -> None:
        """Remember that evidence was read or something was exported."""
        self._audit(verb, subject, detail)

    def _may(self) -> None:
        if "judge" not in ROLES[self.role]:
            raise Refused(f"The role {self.role} may look, and not act.")

    def _not_overtaken(self, subject: str, verb: str, seen: int | None) -> None:
        """The audit tells, for its links come before the acts: an act that is just being put is seen there already."""
        if seen is None or verb in _SIDE_BY_SIDE:
            return
        for entry in self.store.audit(seen):
            if entry.subject == subject and entry.verb in (verb, "undo") and entry.actor != self.actor:
                did = "took something back" if entry.verb == "undo" else f"has decided: {entry.detail}"
                raise BadInput(f"{entry.actor} was quicker and {did}; nothing was done.", remedy="Look again first.")

    def _may_approve(self, subject: str, since: datetime) -> None:
        acts = self.store.acts(subject)
        if released(acts):
            raise BadInput("This may leave already: another person has approved it.")
        asked = [act for act in standing(acts) if (act.verb, act.value) == ("release", "asked") and act.at >= since]
        if all(act.actor == self.actor for act in asked):
            raise BadInput("Two people are needed: nobody else has asked for this.")

    def _keep(self, subject: str, verb: str, value: str, note: str, stands: Callable[[], None]) -> Act:
        identity = content_id("act", subject, verb, value, self.actor, self.at.isoformat())
        act = Act(identity, subject, verb, value, self.actor, self.at, note)
        self._audit(verb, subject, value, stands)
        self.store.put_act(act)
        return act

    def _audit(self, verb: str, subject: str, detail: str, stands: Callable[[], None] = lambda: None) -> None:
        """Link behind the last one, where what the act rests on still `stands`: asked between reading the last link
        and writing the next, so that whatever comes between makes the writing fail, and is asked anew."""
        for _ in range(_TRIES):
            last_link = self.store.last_audit()
            stands()
            try:
                self.store.append_audit(link(last_link, self.actor, verb, subject, detail, self.at))
            except BadInput:  # somebody else was quicker
                continue
            return
        raise BadInput("The audit chain is being written by others without a pause; nothing was done.", remedy="Again.")


def _check(verb: str, value: str, note: str) -> None:
    if verb not in _VERBS:
        raise BadInput(f"'{verb}' is nothing one can do here.")
    allowed = _VERBS[verb]
    if allowed is not None and value not in allowed:
        raise BadInput(f"{verb}: '{value}' is none of {', '.join(allowed)}.")
    if allowed is None and not value.strip():
        raise BadInput(f"{verb}: nothing was written.")
    if verb == "intervention" and not _is_day(value):
        raise BadInput(f"intervention: '{value}' is no day.", remedy="Write it as 2026-11-15.")
    if (verb, value) == ("triage", "dismissed") and not note.strip():
        raise BadInput("A dismissal needs its reason.", remedy="Choose one; it teaches the rate of false alarms.")


def _is_day(value: str) -> bool:
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


def last(acts: Sequence[Act], verb: str) -> Act | None:
    """The latest act of a kind that still holds."""
    return next((act for act in reversed(standing(acts)) if act.verb == verb), None)
