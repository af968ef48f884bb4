"""Quotation marks of a speech over several rows that lack their partner in the translation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reviewer.checks.base import ALIGNED, DocumentCheck, Page
from reviewer.checks.habits import quotations
from reviewer.checks.paired_marks import PairedMarks
from reviewer.checks.rows import Key, Rows, SortedRows, Whole
from reviewer.domain import Finding, Pair, Span
from reviewer.messages import message
from reviewer.text.enclosures import QUOTATION_MARKS

_LONGEST = 8
"""Rows with a mark left over that one speech may have; it has two, mostly."""

_BESIDE = 2
"""Such rows on either side in which the translation may have the partner."""

_AROUND = _LONGEST + _BESIDE
"""How far a row is heard in the findings of others, in rows with a mark left over."""


class SpeechMarks(DocumentCheck):
    """A mark without its partner in a speech of several rows, where the source has both.

    Each sentence of a speech is a row of its own, so that no row has the pair: what `PairedMarks`
    takes for the beginning or the end of a longer quotation is looked at here.
    """

    id = "speech-marks"
    title = "Quotation marks of a speech"
    severity = "minor"
    its = "typographical"
    mqm = "unpaired-marks"
    page = Page(
        finds=message(
            "A quotation mark without its partner in a speech of several sentences, where the "
            "source has both."
        ),
        languages=message("all"),
        measured=(
            "In seven translations of the FLORES sentences 12 are told, and all are there; in four "
            "novels none."
        ),
    )

    def whole(self, rows: Rows) -> _Speeches:
        """The rows with a mark left over."""
        return _Speeches(rows)


class _Speeches(Whole):
    """The rows in which one side has a mark left over, in their order."""

    def __init__(self, rows: Rows) -> None:
        super().__init__(rows)
        self._lone = SortedRows(rows)
        self._touched: set[Key] = set()

    def add(self, key: Key, pair: Pair) -> None:
        """Take in a row, if it has such a mark."""
        if _is_lone(pair):
            self._lone.add(key)
            self._touched.update(self._near(self._lone.at(key)))

    def remove(self, key: Key, pair: Pair) -> None:
        """Take it out."""
        if _is_lone(pair):
            self._touched.update(self._near(self._lone.at(key)))
            self._lone.remove(key)

    def changed(self) -> set[Key]:
        """The rows with a mark left over around those that came or went."""
        touched, self._touched = self._touched, set()
        return touched

    def found(self, key: Key) -> list[Finding]:
        """A finding for each mark of the row that lacks its partner in the whole speech."""
        pair = self.rows.pairs.get(key)
        if pair is None or not quotations(pair.target, pair.target_language)[1]:
            return []
        at = self._lone.at(key)
        told = {span for finding in PairedMarks().find(pair) for span in finding.target_spans}
        spans = {
            span
            for first in range(max(at - _LONGEST + 1, 0), at + 1)
            if (end := self._end(first)) is not None and at <= end
            for span in self._left_over(first, end, at)
        }
        return [_finding(pair, span) for span in sorted(spans - told)]

    def _near(self, at: int) -> Iterator[Key]:
        return (
            self._lone[number]
            for number in range(max(at - _AROUND, 0), min(at + _AROUND + 1, len(self._lone)))
        )

    def _pair(self, number: int) -> Pair:
        return self.rows.pairs[self._lone[number]]

    def _end(self, first: int) -> int | None:
        """The last row of the speech that the source begins in a row; None if it begins none."""
        if len(_single(self._pair(first))) != 1:
            return None
        for last in range(first, min(first + _LONGEST, len(self._lone))):
            pairs = [self._pair(number) for number in range(first, last + 1)]
            language = pairs[0].source_language
            if pairs[-1].relation not in ALIGNED and _single(pairs[-1]):
                return None
            if not _left([pair.source for pair in pairs], language):
                return last if last > first else None
        return None

    def _left_over(self, first: int, last: int, at: int) -> Iterable[Span]:
        """The marks of a row that are left over in the translation of a speech."""
        if any(_goes_on(self._pair(number)) for number in range(first + 1, last + 1)):
            return ()
        before = self._beside(range(first - 1, first - 1 - _BESIDE, -1))[::-1]
        behind = self._beside(range(last + 1, last + 1 + _BESIDE))
        pairs = [*before, *(self._pair(n) for n in range(first, last + 1)), *behind]
        texts = [pair.target for pair in pairs]
        left = _left(texts, pairs[0].target_language)
        straight = [span for row in left for span in left[row] if span.of(texts[row]) == '"']
        if straight and len(straight) % 2 == 0:
            # None is lost; they are read the wrong way, as in text with a space beside each.
            return ()
        return left.get(at - first + len(before), ())

    def _beside(self, numbers: Iterable[int]) -> list[Pair]:
        """The rows next to a speech in which only the translation has a mark left over."""
        found: list[Pair] = []
        for number in numbers:
            if not 0 <= number < len(self._lone) or _single(self._pair(number)):
                break
            found.append(self._pair(number))
        return found


def _is_lone(pair: Pair) -> bool:
    """Whether a row has a translation, and a mark left over on either side."""
    return bool(pair.target) and bool(
        _single(pair) or quotations(pair.target, pair.target_language)[1]
    )


def _single(pair: Pair) -> tuple[Span, ...]:
    """The marks that are left over in the source of a row."""
    return quotations(pair.source, pair.source_language)[1]


def _goes_on(pair: Pair) -> bool:
    """Whether the translation marks each paragraph of a speech anew, and the source does not."""
    return _begins_with_mark(pair.target) and not _begins_with_mark(pair.source)


def _begins_with_mark(text: str) -> bool:
    return not QUOTATION_MARKS.isdisjoint(text.lstrip()[:1])


def _left(texts: Sequence[str], language: str) -> dict[int, list[Span]]:
    """The marks that are left over in rows read as one text, by the number of the row."""
    found: dict[int, list[Span]] = {}
    starts = [0]
    for text in texts:
        starts.append(starts[-1] + len(text) + 1)
    lines = (text.replace("\n", " ") for text in texts)
    for span in quotations(" ".join(lines), language)[1]:
        row = next(n for n in range(len(texts)) if span.start < starts[n + 1])
        found.setdefault(row, []).append(Span(span.start - starts[row], span.end - starts[row]))
    return found


def _finding(pair: Pair, span: Span) -> Finding:
    mark = span.of(pair.target)
    return Finding(
        SpeechMarks.id,
        "quotation",
        "minor",
        message("The quotation mark {mark} has no partner in the whole speech.", mark=mark),
        target_spans=(span,),
        rule="unpaired-in-speech",
        subject=mark,
    )
