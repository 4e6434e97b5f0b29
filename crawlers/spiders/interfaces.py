"""Walks over the JSON that boards offer: from lists to topics, from page to page."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

from core.cards import Source
from core.errors import BadInput
from crawlers.extract.interfaces import parsed, path
from crawlers.extract.page import Page
from crawlers.links import Link, Role
from crawlers.spiders import Found
from crawlers.spiders.filters import wanted

_POSTS_A_PAGE = 20
_STATUSES = 40


def entry(card: Source, url: str) -> str:
    """The address of the interface behind an address of the card."""
    parts = urlsplit(url)
    if card.kind == "discourse" and not parts.path.endswith(".json"):
        return urljoin(url.rstrip("/") + "/", "latest.json")
    if card.kind == "nodebb" and "/api/" not in parts.path:
        return urljoin(url.rstrip("/") + "/", "api/recent")
    if card.kind == "mastodon" and "/api/" not in parts.path:
        return urljoin(url, _timeline(parts.path))
    return url


def _timeline(path_: str) -> str:
    steps = [step for step in path_.split("/") if step]
    if len(steps) > 1 and steps[0] == "tags":
        return f"/api/v1/timelines/tag/{steps[1]}?limit={_STATUSES}"
    local = "&local=true" if not steps or "local" in steps else ""
    return f"/api/v1/timelines/public?limit={_STATUSES}{local}"


def _of_shape(walk: Callable[[Page, Role, Source], Found]) -> Callable[[Page, Role, Source], Found]:
    """What is JSON of another shape is bad input, not a fault of the program."""

    @functools.wraps(walk)
    def guarded(page: Page, role: Role, card: Source) -> Found:
        try:
            return walk(page, role, card)
        except (KeyError, TypeError, AttributeError, ValueError) as error:
            raise BadInput(f"the answer has not the shape of {card.kind}: {type(error).__name__}") from error

    return guarded


@_of_shape
def discourse(page: Page, role: Role, card: Source) -> Found:
    """Topics of a list, told apart by how many posts they have; pages of a topic, twenty posts each."""
    data = _object(page)
    if role == "thread":
        number = int(dict(parse_qsl(urlsplit(page.url).query)).get("page", "1"))
        more = len(data.get("post_stream", {}).get("stream", ())) > number * _POSTS_A_PAGE
        return Found(next=(Link(_with(page.url, page=str(number + 1)), "thread"),) if more else (), keep=True)
    topics = data.get("topic_list", {})
    links = [
        Link(
            urljoin(page.url, f"{_root(page.url, 'latest.json')}t/{topic['id']}.json"),
            "thread",
            hint=f"{topic.get('posts_count')} {topic.get('last_posted_at')}",
        )
        for topic in topics.get("topics", ())
    ]
    more_url = topics.get("more_topics_url")
    following = (
        (Link(urljoin(page.url, str(more_url).replace("/latest?", "/latest.json?")), "list"),) if more_url else ()
    )
    return Found(links=tuple(link for link in links if wanted(card, link.url)), next=following)


@_of_shape
def nodebb(page: Page, role: Role, card: Source) -> Found:
    """Topics of a list, told apart by their number of posts; pages of both."""
    data = _object(page)
    following_page = ((data.get("pagination") or {}).get("next") or {}) if data.get("pagination") else {}
    following: tuple[Link, ...] = ()
    if following_page.get("active") and following_page.get("page"):
        following = (Link(_with(page.url, page=str(following_page["page"])), role),)
    if role == "thread":
        return Found(next=following, keep=True)
    base = page.url[: page.url.index("/api/") + 5] if "/api/" in page.url else page.url
    links = [
        Link(f"{base}topic/{topic['slug']}", "thread", hint=f"{topic.get('postcount')} {topic.get('lastposttimeISO')}")
        for topic in data.get("topics", ())
        if topic.get("slug") and not topic.get("deleted")
    ]
    return Found(links=tuple(link for link in links if wanted(card, link.url)), next=following)


@_of_shape
def mastodon(page: Page, _: Role, __: Source) -> Found:
    """A timeline, back in time page by page while posts are new."""
    data = parsed(page)
    if not isinstance(data, list):
        raise BadInput("the answer is no timeline")
    last = data[-1].get("id") if data and isinstance(data[-1], dict) else None
    return Found(next=(Link(_with(page.url, max_id=str(last)), "list"),) if last else (), keep=bool(data))


@_of_shape
def mapped(page: Page, _: Role, card: Source) -> Found:
    """A list; its next page where `mapping.next` points, or by counting up the parameter that `mapping.page` names."""
    data = parsed(page)
    found = path(card.mapping["items"]).search(data)
    if not found:
        return Found()
    if "next" in card.mapping:
        url = path(card.mapping["next"]).search(data)
        return Found(next=(Link(urljoin(page.url, str(url)), "list"),) if url else (), keep=True)
    if name := card.mapping.get("page"):
        number = int(dict(parse_qsl(urlsplit(page.url).query)).get(name, "1"))
        return Found(next=(Link(_with(page.url, **{name: str(number + 1)}), "list"),), keep=True)
    return Found(keep=True)


def _object(page: Page) -> dict[str, Any]:
    data = parsed(page)
    if not isinstance(data, dict):
        raise BadInput("the answer is no JSON object")
    return data


def _root(url: str, name: str) -> str:
    """The path of a forum that may lie below the root of its host."""
    at = urlsplit(url).path
    return at[: at.index(name)] if name in at else "/"


def _with(url: str, **changed: str) -> str:
    parts = urlsplit(url)
    query = {**dict(parse_qsl(parts.query)), **changed}
    return urlunsplit(parts._replace(query=urlencode(query)))
