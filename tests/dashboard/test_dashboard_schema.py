"""The API keeps its own description: schemathesis asks whatever the OpenAPI document allows, and what it does not.

It asks through the gate, as somebody with a key would, and also tries without the key and with a wrong one.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis import Case
from starlette.applications import Starlette

from core.settings import load_settings
from dashboard import house, keys
from dashboard.routes import MIDDLEWARE, routes
from stores import open_store

CHOSEN = {
    "dashboard.login": "openid",
    "dashboard.url": "http://testserver",
    "dashboard.requests_per_minute": 1_000_000,
}


@pytest.fixture(scope="module")
def key(invented_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    home = tmp_path_factory.mktemp("schema") / "home"
    shutil.copytree(invented_home, home)
    house.configure(load_settings({"home": home, **CHOSEN}))
    with closing(open_store("sqlite", home)) as store:
        yield keys.make(store, "schema", "test")


@pytest.mark.parametrize("path", ["/state", "/digests", "/digests/{week}/{edition}"])
def test_every_answer_is_one_that_the_description_promises(key: str, path: str) -> None:
    app, bearer = Starlette(routes=routes(), middleware=MIDDLEWARE), {"Authorization": f"Bearer {key}"}
    described = schemathesis.openapi.from_asgi("/api/v1/openapi.json", app, headers=bearer)

    seen = set()

    @given(case=described[path]["GET"].as_strategy())
    @settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
    def ask(case: Case) -> None:
        seen.add(case.call_and_validate(headers=bearer).status_code)

    ask()
    assert seen & {200, 404}, "no question was a right one"
