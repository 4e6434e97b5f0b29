"""The rate of false alarms that came out, beside the one that was promised."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from core.records import Act, Spike
from dashboard.acts import last
from dashboard.look.speech import say
from stores.base import Store

QUARTER_DAYS = 91


@dataclass(frozen=True, slots=True)
class Judged:
    """Episodes of a stretch of days: how many were opened, judged, and found to be false.

    An outcome returned by a partner weighs before the house's own triage; "could not tell" judges nothing.
    """

    days: int
    episodes: int
    judged: int
    false: int
    budget_per_week: float

    @property
    def promised(self) -> float:
        """False episodes the budget allows in these days."""
        return self.budget_per_week * self.days / 7

    @property
    def realised(self) -> float | None:
        """False episodes in these days, those not judged reckoned like the judged; None while none was judged."""
        return self.episodes * self.false / self.judged if self.judged else None


def judged(store: Store, until: date, budget_per_week: float, days: int = QUARTER_DAYS) -> Judged:
    """The episodes opened in the last quarter, with what was found of them."""
    since = until - timedelta(days=days - 1)
    spikes = [spike for spike in store.spikes(since=since, until=until) if spike.opened >= since]
    acts = store.acts()
    by_subject: dict[str, list[Act]] = {}
    for act in acts:
        by_subject.setdefault(act.subject, []).append(act)
    found = [verdict(spike, by_subject.get(spike.id, [])) for spike in spikes]
    known = [one for one in found if one is not None]
    return Judged(days, len(spikes), len(known), known.count("false"), budget_per_week)


def verdict(spike: Spike, acts: Iterable[Act]) -> str | None:
    """ "true", "false", or None while nobody could tell."""
    outcome = last(list(acts), "outcome")
    if outcome is not None and outcome.value != "could not tell":
        return "false" if outcome.value == "unfounded" else "true"
    return {"confirmed": "true", "dismissed": "false"}.get(spike.status)


def sentence(rate: Judged) -> str:
    """ "Of the 14 alarms of the last quarter 9 were judged; 3 of them were false alarms …"."""
    told = {"n": rate.episodes, "days": rate.days, "promised": f"{rate.promised:.0f}"}
    if not rate.episodes:
        return say(
            "No alarm was opened in the last {days} days; the budget allows {promised} false alarms in that time.",
            **told,
        )
    if rate.realised is None:
        return say(
            "None of the {n} alarms of the last {days} days has been judged; the budget allows {promised} false alarms "
            "in that time.",
            **told,
        )
    return say(
        "Of the {n} alarms of the last {days} days {judged} were judged, {false} of them false; reckoned over all, "
        "{realised} false alarms where the budget allows {promised} false alarms in that time.",
        **told,
        judged=rate.judged,
        false=rate.false,
        realised=f"{rate.realised:.1f}",
    )
