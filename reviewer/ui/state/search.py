"""Where words stand in a text."""

from __future__ import annotations

from reviewer.domain import Span


def found(text: str, search: str) -> list[Span]:
    """Where `search` stands in `text`, whatever the case."""
    spans = []
    folded, wanted = text.lower(), search.lower()
    if len(folded) != len(text):
        folded, wanted = text, search
    start = folded.find(wanted) if wanted else -1
    while start >= 0:
        spans.append(Span(start, start + len(wanted)))
        start = folded.find(wanted, start + len(wanted))
    return spans
