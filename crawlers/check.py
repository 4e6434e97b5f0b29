"""What a card would collect and what would be refused, in words; and whether the card can be followed at all."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from core.cards import Source
from core.errors import CardError
from crawlers.extract.page import compiled
from crawlers.guards import Bounds


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
    bounds = Bounds(card)
    for url in card.urls:
        if urlsplit(url).scheme not in ("http", "https"):
            raise CardError(f"source '{card.id}': field 'urls': '{url}' is no address of the web.")
        if bounds.refusal(url) == "private address":
            raise CardError(
                f"source '{card.id}': field 'urls': '{url}' is a private address.",
                remedy="Only a card with 'local: true' (tests, demo) may name this machine.",
            )
