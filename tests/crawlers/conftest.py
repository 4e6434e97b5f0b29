"""What the tests of the crawlers share: a site on loopback, a house to crawl into, a card for both."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

# Helpers have names of their own: `conftest` is whichever room's was read last.
sys.path.insert(0, str(Path(__file__).parent))

import crawlers_home
from crawlers_home import Home
from crawlers_site import Site, serving

from core.cards import Source
from core.settings import CrawlSettings


@pytest.fixture
def site() -> Iterator[Site]:
    with serving(Site()) as one:
        yield one


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path, CrawlSettings(contact="tests", timeout_seconds=5))


@pytest.fixture
def card_of() -> Callable[..., Source]:
    return crawlers_home.card_of
