"""Writes what an operator would write by hand: a source card for each invented site, and a directory of services."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from core.cards import Source
from demo.calendar import ZONE
from demo.services import directory
from demo.sources import Outlet
from demo.world import World

_TERMS = {"says": "an invented site of the demonstration", "fair_because": "it was made to be read by Honeyguide"}

_OF_MAKE: dict[str, dict[str, Any]] = {
    "lapak": {
        "kind": "listing",
        "urls": ["/ads/"],
        "document_kind": "ad",
        "languages": ["en", "ms"],
        "selectors": {
            "link": "li.lk-row a.lk-link",
            "next": "a.lk-next",
            "title": "h1.lk-title",
            "text": "div.lk-body",
            "date": "time.lk-when::attr(datetime)",
            "place": "span.lk-where",
            "native_id": "span.lk-no",
        },
    },
    "iklan": {
        "kind": "listing",
        "urls": ["/iklan.php"],
        "document_kind": "ad",
        "languages": ["ms", "en"],
        "date_format": "%d %b %Y %H:%M",
        "selectors": {
            "item": "tr.iklan",
            "next": "a.nx",
            "title": "b.tajuk",
            "text": "span.isi",
            "date": "span.tarikh",
            "place": "i.tempat",
            "native_id": "span.no",
        },
    },
    "borak": {
        "kind": "forum",
        "urls": ["/"],
        "document_kind": "post",
        "languages": ["en", "ms"],
        "selectors": {
            "item": "article.message",
            "text": "div.bbWrapper",
            "author": "h4.message-name",
            "date": "time.u-dt::attr(datetime)",
            "place": "(//ul[@class='p-breadcrumbs']//a[@class='board'])[1]",
            "native_id": "./@id",
        },
    },
    "sembang": {
        "kind": "forum",
        "urls": ["/viewforum.php?f=2"],
        "document_kind": "post",
        "languages": ["ms", "en"],
        "date_format": "%a %b %d, %Y %I:%M %p",
        "selectors": {
            "item": "div.post",
            "text": "div.content",
            "author": "p.author strong",
            "date": "span.when",
            "place": "dd.profile-location span",
            "native_id": "./@id",
        },
    },
    "lantern": {
        "kind": "sitemap",
        "urls": ["/sitemap.xml"],
        "document_kind": "article",
        "languages": ["en"],
        "stream": "news",
    },
    "door": {
        "kind": "sitemap",
        "urls": ["/sitemap.xml"],
        "document_kind": "article",
        "languages": ["en", "ms"],
        "stream": "advocacy",
    },
    "line": {
        "kind": "sitemap",
        "urls": ["/sitemap.xml"],
        "document_kind": "article",
        "languages": ["en", "ms"],
        "stream": "advocacy",
    },
}


def card(outlet: Outlet, base: str) -> dict[str, Any]:
    """The card of one site as it stands in YAML."""
    made = dict(_OF_MAKE[outlet.make])
    made["urls"] = [base + path for path in made["urls"]]
    fixed = outlet.make in ("door", "line")
    return {
        "id": outlet.id,
        "name": outlet.name,
        "publisher": f"{outlet.name} (invented)",
        "country": "MY",
        "timezone": ZONE,
        **made,
        "delay_seconds": 0,
        "terms": _TERMS,
        "expect": {"fresh_within_days": 3650 if fixed else 7},
        "owner": "honeyguide demo",
        "local": True,
    }


def write(world: World, addresses: Mapping[str, str], folder: Path) -> list[Path]:
    """Write the cards into `folder`/sources and the services into `folder`/services; returns the paths of the cards.

    `addresses`: source id → base address, as `demo.server.serve` gives them.
    """
    written = []
    for outlet in world.sites:
        found = card(outlet, addresses[outlet.id])
        Source.model_validate(found)
        written.append(_put(folder / "sources" / f"{outlet.id}.yml", found))
    for service in directory(world):
        _put(folder / "services" / f"{service.id}.yml", service.model_dump(mode="json", exclude_none=True))
    return written


def _put(path: Path, content: Mapping[str, Any]) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(yaml.safe_dump(dict(content), sort_keys=False, allow_unicode=True), encoding="utf-8")
    return path
