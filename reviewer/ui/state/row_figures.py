"""Which figures of a row belong together, and which of them agree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from reviewer.domain import Span

if TYPE_CHECKING:
    from reviewer.checks.numbers.explain import Link
    from reviewer.review import Row, SideName

_KEPT = 200


@dataclass(frozen=True, slots=True)
class FigureMarks:
    """What is marked in a row while its texts are `source` and `target`: the figures that agree,
    and those that are `lit` just now. Spans count in the texts, in code points.
    """

    key: str = ""
    source: str = ""
    target: str = ""
    agreeing: tuple[Link, ...] = ()
    lit: Link | None = None

    def belong_to(self, row: Row) -> bool:
        """Whether they are of this row as it stands."""
        return (self.key, self.source, self.target) == (row.key, row.source, row.target)

    def agreeing_in(self, side: SideName) -> tuple[Span, ...]:
        """The figures of a side that agree with their counterparts."""
        return tuple(span for link in self.agreeing if (span := place(link, side)))

    def lit_in(self, side: SideName) -> tuple[Span, ...]:
        """The figure of a side that is lit."""
        span = place(self.lit, side) if self.lit else None
        return (span,) if span else ()


@lru_cache(maxsize=_KEPT)
def figure_links(
    source: str, target: str, source_language: str, target_language: str
) -> tuple[Link, ...]:
    """`explain`, remembered for the pairs of texts that were asked for lately."""
    # Imported here: it loads the number words, which the window's start does not need.
    from reviewer.checks.numbers.explain import explain

    return tuple(
        explain(source, target, source_language=source_language, target_language=target_language)
    )


def place(link: Link, side: SideName) -> Span | None:
    """Where the figure of a link stands in a side, None where it has none there."""
    told = link.source if side == "source" else link.target
    return told.span if told else None


def agreeing(links: Sequence[Link], row: Row) -> tuple[Link, ...]:
    """The links of figures that agree. What a finding of the row marks has its own mark, whatever
    was decided on it: such figures are left out on both sides."""
    return tuple(
        link
        for link in links
        if link.source and link.target and link.rule != "different" and not _found(link, row)
    )


def link_at(links: Sequence[Link], side: SideName, offset: int) -> Link | None:
    """The link whose figure of a side has the character at `offset`."""
    for link in links:
        span = place(link, side)
        if span and span.start <= offset < span.end:
            return link
    return None


def _found(link: Link, row: Row) -> bool:
    """Whether a finding marks one of the two figures; one of a whole text marks none."""
    assert link.source is not None
    assert link.target is not None
    return any(
        one.start < figure.end and figure.start < one.end and one != Span(0, whole)
        for item in row.findings
        for figure, whole, marked in (
            (link.source.span, len(row.source), item.finding.source_spans),
            (link.target.span, len(row.target), item.finding.target_spans),
        )
        for one in marked
    )
