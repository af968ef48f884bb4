"""What was found and said, as remarks on the words of a corrected text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from reviewer.domain import Finding, Span, located
from reviewer.formats.shared.tracked import Remark
from reviewer.wording import in_english

if TYPE_CHECKING:
    from reviewer.review import Review, ReviewedFinding, Row

PROGRAM = "Reviewer"
"""Who says the findings."""

Places = Mapping[str, tuple[int, Span]]


def remarks(
    review: Review, translation_id: int, author: str, at: str, *, findings: bool = True
) -> list[Remark]:
    """The reviewer's comments, by `author`, and the open findings (unless not `findings`).

    A finding stands at its words, a comment on a row at its first sentence; of a missing
    sentence at the end of the sentence before.
    """
    places = review.sentence_places(translation_id)
    made: list[Remark] = []
    before = ""
    for row in review.rows(translation_id):
        if row.relation is None:
            continue
        own = _Row(row, places, before)
        made += own.remarks(author, at, findings=findings)
        if row.target_ids and row.relation != "moved":
            before = row.target_ids[-1]
    return made


class _Row:
    """A row, and where its sentences stand; `before` is the sentence before one that is missing."""

    def __init__(self, row: Row, places: Places, before: str) -> None:
        self._row = row
        self._places = places
        self._before = before

    def remarks(self, author: str, at: str, *, findings: bool) -> Iterator[Remark]:
        row = self._row
        if row.comment:
            yield self._remark(Span(0, len(row.target)), row.comment, author, at)
        for one in row.findings:
            span = one.finding.target_spans[0] if one.finding.target_spans else None
            span = span or Span(0, len(row.target))
            if one.comment:
                said = f"{one.comment}\n({one.state}: {in_english(one.finding.message)})"
                yield self._remark(span, said, author, at)
            elif findings and one.state == "open":
                yield self._remark(span, finding_words(one, row), PROGRAM, at)

    def _remark(self, span: Span, text: str, author: str, at: str) -> Remark:
        found = located(self._texts(), span)
        if found:
            index, inside = found[0]
            block, place = self._places[self._row.target_ids[index]]
            start, end = place.start + inside.start, place.start + inside.end
            last, of_last = found[-1]
            if self._places[self._row.target_ids[last]][0] == block:
                # Words that go on in the next sentence of the paragraph.
                end = max(end, self._places[self._row.target_ids[last]][1].start + of_last.end)
            return Remark(block, Span(start, end), text, author, at)
        if self._before in self._places:
            block, place = self._places[self._before]
            return Remark(block, Span(place.end, place.end), text, author, at)
        return Remark(0, Span(0, 0), text, author, at)

    def _texts(self) -> list[str]:
        """The texts of the row's sentences, whose lengths alone count here."""
        return [
            " " * (place.end - place.start)
            for _, place in (self._places[name] for name in self._row.target_ids)
        ]


def finding_words(found: ReviewedFinding, row: Row) -> str:
    """A finding in words for one who sees the translation alone."""
    finding = found.finding
    words = f"{finding.severity}: {in_english(finding.message)}"
    quoted = _source_words(finding, row)
    return f"{words}\nSource: {quoted}" if quoted else words


def _source_words(finding: Finding, row: Row) -> str:
    """The words of the source that the finding is about, or the whole row's."""
    spans = finding.source_spans
    return " … ".join(span.of(row.source) for span in spans) if spans else row.source
