"""Charts of findings as SVG that stands in a page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from html import escape

from reviewer.domain import SEVERITIES
from reviewer.reports.entries import Found
from reviewer.wording import term, tr

_BAR, _GAP, _LABEL, _WIDTH = 18, 6, 190, 260
"""Height of a bar and the room between two, width of the words before it and of the longest bar."""


def by_severity(found: Sequence[Found]) -> Iterator[str]:
    """How many findings there are of each severity; the pale part is decided."""
    counts = Counter((one.finding.severity, one.state == "open") for one in found)
    rows = [
        (term(severity), [(severity, counts[severity, True], counts[severity, False])])
        for severity in SEVERITIES
        if counts[severity, True] or counts[severity, False]
    ]
    yield from _chart(tr("By severity (pale: decided or fixed)"), rows)


def by_check(found: Sequence[Found], title: Callable[[str], str]) -> Iterator[str]:
    """How many there are of each kind, in the colours of their severities."""
    counts = Counter(
        (one.finding.check, one.finding.severity, one.state == "open") for one in found
    )
    whole = Counter(one.finding.check for one in found)
    rows = [
        (
            title(check),
            [(each, counts[check, each, True], counts[check, each, False]) for each in SEVERITIES],
        )
        for check, _ in whole.most_common()
    ]
    yield from _chart(tr("By kind"), rows)


def _chart(title: str, rows: Sequence[tuple[str, Sequence[tuple[str, int, int]]]]) -> Iterator[str]:
    """Bars from pieces of (class, open, decided)."""
    longest = max(sum(a + b for _, a, b in pieces) for _, pieces in rows)
    height = len(rows) * (_BAR + _GAP)
    width = _LABEL + _WIDTH + 60
    yield f'<figure dir="ltr"><figcaption dir="auto">{escape(title)}</figcaption>'
    yield (
        f'<svg viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img" '
        f'aria-label="{escape(title)}">'
    )
    for number, (label, pieces) in enumerate(rows):
        y = number * (_BAR + _GAP)
        middle = y + _BAR - 5
        shown = label if len(label) <= 28 else f"{label[:27]}…"
        yield f'<text x="{_LABEL - 8}" y="{middle}" text-anchor="end">{escape(shown)}</text>'
        x = float(_LABEL)
        for name, standing, settled in pieces:
            for count, kind in ((standing, name), (settled, f"{name} settled")):
                if count:
                    wide = max(_WIDTH * count / longest, 2)
                    yield (
                        f'<rect class="{kind}" x="{x:.1f}" y="{y}" width="{wide:.1f}" '
                        f'height="{_BAR}"/>'
                    )
                    x += wide
        total = sum(a + b for _, a, b in pieces)
        yield f'<text x="{x + 6:.1f}" y="{middle}">{total}</text>'
    yield "</svg></figure>"
