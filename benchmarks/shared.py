"""What benchmarks share: a command line, where the reference data lies, lines of a file of ours, rows of a table."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterable, Sequence
from pathlib import Path


def reference() -> Path:
    """The folder of the reference data: HONEYGUIDE_DATA, or one beside the project."""
    return Path(os.environ.get("HONEYGUIDE_DATA", "../shared/data")).resolve()


def command(doc: str | None, folder: str | None = None) -> argparse.ArgumentParser:
    """A parser that shows this text; with `--folder` where a folder of the reference data ("" for all) is named."""
    parser = argparse.ArgumentParser(description=doc, formatter_class=argparse.RawDescriptionHelpFormatter)
    if folder is not None:
        parser.add_argument("--folder", type=Path, default=reference() / folder)
    return parser


def lines(path: Path) -> list[str]:
    """The lines of a file without empty ones and without remarks, which begin with "# "."""
    told = path.read_text(encoding="utf-8").splitlines()
    return [line for line in told if line and line != "#" and not line.startswith("# ")]


def head(columns: Sequence[str]) -> str:
    """The first two lines of a table."""
    return f"{row(columns)}\n{'|---' * len(columns)}|"


def row(cells: Iterable[object]) -> str:
    """A line of a table."""
    return f"| {' | '.join(map(str, cells))} |"
