"""Scraped text made safe to show: escaped, quoted words marked, contacts as grey chips. Never HTML, never Markdown."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence

from core.unseen import without_unseen

_TOKEN = re.compile(r"\[(PHONE|EMAIL|HANDLE|URL|PERSON)(?::([0-9a-f]{8}))?\]")
LONGEST = 4000


def safe(text: str) -> str:
    """Escaped for HTML, without control, direction and zero-width characters."""
    return html.escape(without_unseen(text), quote=True)


def chips(text: str) -> str:
    """Escaped text in which replacement tokens stand as small grey chips ("phone·7f3a")."""
    out, at = [], 0
    for found in _TOKEN.finditer(text):
        kind, digits = found.group(1).lower(), found.group(2)
        label = f"{kind}·{digits[:4]}" if digits else kind
        out += [safe(text[at : found.start()]), f'<span class="hg-chip">{label}</span>']
        at = found.end()
    return "".join([*out, safe(text[at:])])


def marked(text: str, spans: Sequence[tuple[int, int]], longest: int = LONGEST) -> str:
    """Escaped text with <mark> around the spans (code points, may overlap or lie outside), cut at `longest`."""
    shown, out, at = text[:longest], [], 0
    for start, end in joined(spans, len(shown)):
        out += [chips(shown[at:start]), f"<mark>{chips(shown[start:end])}</mark>"]
        at = end
    return "".join([*out, chips(shown[at:]), " …" if len(text) > longest else ""])


def joined(spans: Sequence[tuple[int, int]], length: int) -> list[tuple[int, int]]:
    """The spans in order, clipped to the text, overlapping and touching ones made one, empty ones dropped."""
    out: list[tuple[int, int]] = []
    for start, end in sorted((max(0, a), min(length, b)) for a, b in spans):
        if start >= end:
            continue
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return out


def foreign(text: str) -> str:
    """Escaped text that a room wrote in English, marked so for screen readers whatever the page speaks."""
    return f'<span lang="en">{safe(text)}</span>'


def label(text: str) -> str:
    """Text for a widget's label, which Streamlit reads as Markdown: signs of it and of addresses made plain."""
    return re.sub(r"([\\`*_{}\[\]()#+!|<>~$:^.@-])", r"\\\1", without_unseen(text))
