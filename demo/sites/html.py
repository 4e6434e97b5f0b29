"""Small helpers of the invented sites: escaping, slugs, pages of a list, and the form of what is served."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime
from html import escape
from xml.sax.saxutils import escape as escape_xml

from demo.cities import City


@dataclass(frozen=True, slots=True)
class Resource:
    """What is served at a path; `modified` is an instant in UTC."""

    content_type: str
    body: bytes
    modified: datetime


def html(markup: str, modified: datetime) -> Resource:
    """An HTML page."""
    return Resource("text/html; charset=utf-8", markup.encode(), modified.astimezone(UTC))


def xml(markup: str, modified: datetime, kind: str = "application/xml") -> Resource:
    """A feed or sitemap."""
    return Resource(f"{kind}; charset=utf-8", markup.encode(), modified.astimezone(UTC))


def paragraphs(text: str) -> str:
    """Lines of a text as escaped lines with breaks."""
    return "<br>\n".join(escape(line) for line in text.split("\n"))


def slug(title: str) -> str:
    """A title as it stands in an address."""
    return "-".join("".join(sign if sign.isalnum() else " " for sign in title.lower()).split())[:60] or "ad"


def where(city: City) -> str:
    """The place field of a classified: city and state, or the city alone."""
    return city.name if city.name == city.state else f"{city.name}, {city.state}"


def chunks[T](items: Sequence[T], size: int) -> list[Sequence[T]]:
    """The items in pages of `size`; one empty page when there are none."""
    return [items[at : at + size] for at in range(0, len(items), size)] or [[]]


def newest(moments: Sequence[datetime]) -> datetime:
    """The latest of the moments; a fixed early one when there are none."""
    return max(moments, default=datetime(2000, 1, 1, tzinfo=UTC))


def feed(title: str, base: str, items: Sequence[tuple[str, str, str, datetime]]) -> Resource:
    """An RSS 2.0 feed of (path, title, text, moment)."""
    rows = "".join(
        f"<item><title>{escape_xml(name)}</title><link>{base}{path}</link><guid isPermaLink='true'>{base}{path}</guid>"
        f"<pubDate>{format_datetime(at)}</pubDate><description>{escape_xml(text)}</description></item>\n"
        for path, name, text, at in items
    )
    head = f"<title>{escape_xml(title)}</title><link>{base}/</link><description>{escape_xml(title)}</description>"
    body = f"<?xml version='1.0' encoding='UTF-8'?>\n<rss version='2.0'><channel>{head}\n{rows}</channel></rss>\n"
    return xml(body, newest([item[3] for item in items]), "application/rss+xml")


def sitemap(base: str, rows: Sequence[tuple[str, datetime]]) -> Resource:
    """A sitemap of (path, moment of the last change)."""
    urls = "".join(f"<url><loc>{base}{path}</loc><lastmod>{at.isoformat()}</lastmod></url>\n" for path, at in rows)
    body = (
        "<?xml version='1.0' encoding='UTF-8'?>\n"
        f"<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>\n{urls}</urlset>\n"
    )
    return xml(body, newest([at for _, at in rows]))
