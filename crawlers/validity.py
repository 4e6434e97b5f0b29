"""Whether a card can be followed at all: its selectors, patterns, mapping and addresses."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from core.cards import Source
from core.errors import CardError
from core.faults import closest
from crawlers.extract.interfaces import FIELDS, path
from crawlers.extract.page import compiled
from crawlers.guards import Bounds


def _check_mapping(card: Source) -> None:
    if card.kind != "json":
        return
    for name in ("items", "text"):
        if name not in card.mapping:
            raise CardError(f"source '{card.id}': field 'mapping': a source of kind 'json' needs 'mapping.{name}'.")
    known = {*FIELDS, "items", "next", "page", "include", "exclude"}
    for name, expression in card.mapping.items():
        if name not in known:
            raise CardError(f"source '{card.id}': field 'mapping': unknown name '{name}'{closest(name, known)}.")
        if name not in ("page", "include", "exclude"):
            try:
                path(expression)
            except ValueError as error:
                raise CardError(f"source '{card.id}': field 'mapping.{name}': {error}.") from error


def check_card(card: Source) -> None:
    """Raises CardError naming the field for a selector, pattern, address or mapping that cannot be used."""
    for name, selector in card.selectors.model_dump().items():
        if selector is not None:
            try:
                compiled(selector)
            except ValueError as error:
                raise CardError(f"source '{card.id}': field 'selectors.{name}': {error}.") from error
    for name in ("include", "exclude"):
        try:
            re.compile(card.mapping.get(name, ""))
        except re.error as error:
            raise CardError(f"source '{card.id}': field 'mapping.{name}': no pattern: {error}.") from error
    _check_mapping(card)
    bounds = Bounds(card)
    for url in card.urls:
        if urlsplit(url).scheme not in ("http", "https"):
            raise CardError(f"source '{card.id}': field 'urls': '{url}' is no address of the web.")
        if bounds.refusal(url) == "private address":
            raise CardError(
                f"source '{card.id}': field 'urls': '{url}' is a private address.",
                remedy="Only a card with 'local: true' (tests, demo) may name this machine.",
            )
