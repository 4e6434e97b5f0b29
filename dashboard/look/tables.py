"""Tables as HTML: hairlines, numbers to the right, scrolling sideways where the page is narrow."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dashboard.look.marks import safe


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table of cells that are HTML already (escape them first); a head that begins with ">" stands to the right."""
    right = [head.startswith(">") for head in heads]
    top = "".join(
        f'<th scope="col"{" class=r" if r else ""}>{safe(h.lstrip(">"))}</th>'
        for h, r in zip(heads, right, strict=True)
    )
    body = "".join(
        "<tr>" + "".join(f"<td{' class=r' if r else ''}>{c}</td>" for c, r in zip(row, right, strict=True)) + "</tr>"
        for row in rows
    )
    return (
        f'<div class="hg-scroll" tabindex="0"><table class="hg-table"><thead><tr>{top}</tr></thead>'
        f"<tbody>{body}</tbody></table></div>"
    )


def bold(text: str) -> str:
    """Escaped and set heavier."""
    return f"<b>{safe(text)}</b>"
