"""The pages as Streamlit runs them, without a browser: who may look, what an address asks for, and what was drawn."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from streamlit.testing.v1 import AppTest

from dashboard import access

SCRIPT = str(Path(access.__file__).parent / "main.py")
MAKASSAR = {"level": "city", "place": "1622786", "stream": "posts", "topic": "signal:any", "until": "2026-11-15"}
ROLES = {"siti@x": "analyst", "mei@x": "analyst", "rahim@x": "reader", "wei@x": "engineer", "ana@x": "admin"}
PROXY = {
    "dashboard.login": "proxy",
    "dashboard.url": "https://hg.example.org",
    "dashboard.roles": ROLES,
    "dashboard.trusted_proxies": ["10.0.0.1"],
}
PAGES = {
    "today": (True, True, True, True),
    "place": (True, True, True, True),
    "signs": (True, True, True, True),
    "needs": (True, True, True, True),
    "corridors": (True, True, True, True),
    "digests": (True, True, True, True),
    "check": (True, True, True, True),
    "method": (True, True, True, True),
    "evidence": (False, True, False, True),
    "urgent": (False, True, False, True),
    "sources": (False, True, True, True),
}


@dataclass
class Shown:
    """One page as it was drawn."""

    app: AppTest

    @property
    def text(self) -> str:
        """Everything that is HTML of ours."""
        return "\n".join(one.proto.body for one in self.app.get("html"))

    @property
    def posts(self) -> int:
        return self.text.count('class="hg-ev"')

    def press(self, key: str) -> Shown:
        self.app.button(key=key).click().run()
        return self
