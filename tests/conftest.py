"""Skips are for what a machine may lack. In CI (HONEYGUIDE_CI=1) only reference data may be lacking."""

from __future__ import annotations

import os
from collections.abc import Generator
from typing import Any

import pytest

REFERENCE = "reference data"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, Any, Any]:
    report = yield
    if os.environ.get("HONEYGUIDE_CI") and report.skipped and not hasattr(report, "wasxfail"):
        reason = str(report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr)
        if REFERENCE not in reason:
            report.outcome = "failed"
            report.longrepr = f"{item.nodeid} was skipped where nothing may be lacking: {reason}"
    return report
