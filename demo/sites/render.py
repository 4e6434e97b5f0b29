"""Which make of site renders which source."""

from __future__ import annotations

from datetime import date

from demo.sites import borak, iklan, lapak, papers, sembang
from demo.sites.html import Resource
from demo.sources import Outlet
from demo.world import World

DISALLOWED: dict[str, tuple[str, ...]] = {
    "lapak": lapak.DISALLOWED,
    "iklan": iklan.DISALLOWED,
    "borak": borak.DISALLOWED,
    "sembang": sembang.DISALLOWED,
    "lantern": papers.NEWS_DISALLOWED,
    "door": papers.PAGES_DISALLOWED,
    "line": papers.PAGES_DISALLOWED,
}
"""Paths that robots.txt closes, by make."""


def render(world: World, outlet: Outlet, base: str, until: date | None = None) -> dict[str, Resource]:
    """All pages of one site by path, as they stand on the evening of `until` (default: the world's last day)."""
    posts = world.of(outlet.id, until)
    match outlet.make:
        case "lapak":
            return lapak.render(posts, base)
        case "iklan":
            return iklan.render(posts, base)
        case "borak":
            return borak.render(posts, base)
        case "sembang":
            return sembang.render(posts, base)
        case "lantern":
            return papers.render_news(posts, base)
        case _:
            return papers.render_pages(outlet.name, world.fixed[outlet.id], base)
