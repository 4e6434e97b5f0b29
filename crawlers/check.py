"""What a card would collect and what would be refused, in words an analyst understands."""

from __future__ import annotations

import re
import tempfile
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from core.cards import Source
from core.errors import CardError
from core.records import Parcel, Posting
from core.settings import CrawlSettings
from crawlers.catalog import absent_files, known_timezone
from crawlers.extract import postings
from crawlers.golden_set import faults
from crawlers.inbox import Inbox
from crawlers.validity import check_card
from privacy.vault import Vault

_TRIAL_PAGES = 12
_FILES = ("table", "warc")
#: Words by which the shipped cards, and those that `source new` writes, own that nobody has read the site's terms yet.
_OPEN = re.compile(r"^to do\b|^to be looked up before use", re.IGNORECASE)
_NAMES = {"ad": "ads", "post": "posts", "article": "articles"}


@dataclass(frozen=True, slots=True)
class Check:
    """What was found out about a card. `good`: nothing is wrong with it; `samples`: some of its documents.

    `verified`: its documents were seen and its terms are written down, so the mark `unverified` may go.
    `page` is the page that held most documents, in clear: for making a golden page of it, never to be kept.
    """

    good: bool
    sentences: tuple[str, ...]
    samples: tuple[Posting, ...] = ()
    page: Parcel | None = None
    verified: bool = False


def check(card: Source, *, base: Path, settings: CrawlSettings, online: bool = True, data: Path | None = None) -> Check:
    """Look at a card, and (`online`) at its site: a trial visit of a dozen pages, of which nothing is kept.

    Raises nothing for what may be wrong with a card or a site: the sentences tell it.
    """
    result: Mapping[str, Any] = {}
    try:
        check_card(card)
        told = _about(card, settings)
        if broken := faults(card, base):
            return Check(False, tuple(told + [f"Its golden page reads otherwise: {fault}." for fault in broken]))
        # A card that was never read waits for its file; of one that was, the file is gone.
        if card.kind in _FILES and card.status == "unverified" and (absent := absent_files(card, base, data)):
            return Check(True, tuple(told + _awaited(card, absent)))
        if card.kind in _FILES:
            parcels = _from_files(card, base, data)
        elif not online:
            return Check(True, tuple(told))
        else:
            parcels, result = trial(card, settings)
    except CardError as error:
        return Check(False, (str(error),))
    read = [postings(parcel, card) for parcel in parcels]
    found = [one for part in read for one in part.postings]
    unread = [f"Could not be read: {one.reason}." for part in read for one in part.letters]
    told += _met(result) + _documents(card, found) + unread[:5]
    page, most = max(zip(parcels, read, strict=True), key=lambda one: len(one[1].postings), default=(None, None))
    page = page if most is not None and most.postings else None
    return Check(bool(found), tuple(told), tuple(found[:10]), page, bool(found) and not _OPEN.search(card.terms.says))


def clear_mark(path: Path) -> bool:
    """Take the mark `unverified` off the card at `path`, its other lines untouched; whether there was one."""
    before = path.read_text(encoding="utf-8")
    after = re.sub(r"(?m)^status:\s*unverified\b.*$", "status: active", before)
    if after != before:
        path.write_text(after, encoding="utf-8")
    return after != before


def _about(card: Source, settings: CrawlSettings) -> list[str]:
    hosts = dict.fromkeys(urlsplit(url).netloc for url in card.urls)
    where = ", ".join(card.paths if card.kind in _FILES else hosts)
    zone = known_timezone(card)
    told = [f"Its kind is {card.kind}, at {where}; its {_NAMES[card.document_kind]} go to the series '{card.stream}'."]
    if _OPEN.search(card.terms.says):
        told.append(
            "Nobody has written down yet what its terms say: read them, then fill in 'terms'. The mark stays till then."
        )
    told.append(
        f"Its days are those of {zone}."
        if zone
        else "Its timezone is not known: days are those of UTC. Name 'timezone'."
    )
    if card.kind not in _FILES:
        pause = settings.delay_seconds if card.delay_seconds is None else card.delay_seconds
        told.append(f"Between two pages we wait {pause:g} s, or what its robots.txt asks for.")
        told.append("Only text of these hosts is taken: no pictures, no other sites, no private addresses.")
    if card.status in ("paused", "retired"):
        told.append(f"Its status is '{card.status}': it is not visited.")
    return told


def _awaited(card: Source, absent: Sequence[Path]) -> list[str]:
    """What a person has to fetch before the card can be read: we download no data sets by ourselves."""
    got = f"get it from {' or '.join(card.urls)} and " if card.urls else ""
    return [f"Not downloaded yet: {got}put it at {path}." for path in absent] + [
        "Without it nothing can be said of its documents: the card stays as it is."
    ]


def _from_files(card: Source, base: Path, data: Path | None) -> list[Parcel]:
    if card.kind == "table":
        from crawlers.files.table import preview

        return preview(card, base, data)
    from crawlers.files.warc import preview as pages

    return pages(card, base, data)


def trial(card: Source, settings: CrawlSettings) -> tuple[list[Parcel], Mapping[str, Any]]:
    """A visit of a dozen pages in a folder that is gone afterwards: what it brought, and what it told."""
    from crawlers.run import in_a_process

    few = card.model_copy(update={"max_pages": min(card.max_pages, _TRIAL_PAGES), "status": "active"})
    with tempfile.TemporaryDirectory(prefix="honeyguide-check-") as folder:
        state, keys = Path(folder) / "crawl", Path(folder) / "keys"
        result = in_a_process(few, state, keys, settings)
        inbox = Inbox(state / "inbox.db", Vault.open(keys))
        parcels = [parcel for batch in inbox.waiting(100) for parcel in batch]
        inbox.close()
    return parcels, result


def _met(result: Mapping[str, Any]) -> list[str]:
    if not result:
        return []
    told = [f"A trial visit read {_many(result.get('pages', 0), 'page')}."]
    if result.get("delay") is not None:
        told.append(f"The pause agreed with the site is {result['delay']:g} s.")
    refused = sorted(result.get("refused", {}).items())
    failed = sorted(result.get("errors", {}).items())
    told += [f"Refused: {_many(number, 'address', 'addresses')} ({reason})." for reason, number in refused]
    told += [f"Failed: {_many(number, 'time')} ({reason})." for reason, number in failed]
    if result.get("stopped") and "max_pages" not in result["stopped"]:
        told.append(f"The visit ended early: {result['stopped']}.")
    return told


def _documents(card: Source, found: Sequence[Posting]) -> list[str]:
    names = _NAMES[card.document_kind]
    if not found:
        return [f"No {names} were found: look at 'kind' and 'selectors'."]
    told = [f"{len(found)} {names} were found (read by: {_counted(one.by for one in found)})."]
    dated = sum(one.published_day is not None for one in found)
    told.append(
        f"{dated} of {len(found)} have a date (told by: {_counted(one.date_source or 'none' for one in found)})."
    )
    if dated < 0.5 * len(found):
        told.append("Undated ones are evidence but are not counted, unless seen to appear between two daily visits.")
    for name, number in (
        ("a title", sum(bool(one.title) for one in found)),
        ("an author (kept as a pseudonym only)", sum(bool(one.author) for one in found)),
        ("a place of their own", sum(bool(one.place_claim) for one in found)),
    ):
        told.append(f"{number} of {len(found)} have {name}.")
    return told


def _counted(values: Iterable[str]) -> str:
    return ", ".join(f"{value} {number}" for value, number in Counter(values).most_common())


def _many(number: int, one: str, more: str | None = None) -> str:
    return f"{number} {one if number == 1 else more or one + 's'}"
