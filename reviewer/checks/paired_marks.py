"""Brackets and quotation marks that lack their partner."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from reviewer.checks.base import Check, Page
from reviewer.domain import Finding, Pair, Span
from reviewer.messages import message
from reviewer.text.enclosures import BRACKETS, enclosures

_ALL_BRACKETS = frozenset([*BRACKETS, *BRACKETS.values()])


class PairedMarks(Check):
    """An opening mark without closing one or the reverse, where the source has them in pairs.

    A lone mark at the very beginning or end may belong to a quotation that runs over several
    sentences and raises nothing, unless the source has all of one quotation more.
    """

    id = "paired-marks"
    title = "Brackets and quotation marks"
    severity = "minor"
    its = "typographical"
    mqm = "unpaired-marks"
    page = Page(
        finds=message(
            "A bracket or quotation mark without its partner, where the source has them in pairs."
        ),
        languages=message("all"),
        bad=(
            "The bridge (the old one) fell.",
            "Die Brücke (die alte stürzte ein.",
        ),
        good=(
            "The bridge (the old one) fell.",
            "Die Brücke (die alte) stürzte ein.",
        ),
        measured=("What is told in faithful rows is not balanced (docs/measurements/checks.md)."),
    )

    def find(self, pair: Pair) -> Iterator[Finding]:
        """One finding for each mark that is left over."""
        ours = enclosures(pair.source, pair.source_language)
        theirs = enclosures(pair.target, pair.target_language)
        sides = ((ours, pair.source), (theirs, pair.target))
        open_in_source = {_kind(span, pair.source) for span in ours.single}
        kinds = [_kind(span, pair.target) for span in theirs.single]
        quoted = [_quotations(one.pairs, text) for one, text in sides]
        alone = kinds.count("quotation") == 1 and quoted[1] >= quoted[0]
        for span, kind in zip(theirs.single, kinds, strict=True):
            if kind in open_in_source:
                continue
            goes_on = kind == "quotation" and _may_go_on(span, pair.target)
            if goes_on and (alone or _is_interrupted(span, pair.target)):
                continue
            mark = span.of(pair.target)
            yield Finding(
                self.id,
                kind,
                "minor",
                message("The bracket {mark} has no partner.", mark=mark)
                if kind == "bracket"
                else message("The quotation mark {mark} has no partner.", mark=mark),
                target_spans=(span,),
                rule=f"unpaired-{kind}",
                subject=mark,
            )


def _may_go_on(span: Span, text: str) -> bool:
    """Whether the mark, the only one left over, opens the text or closes it."""
    before, after = text[: span.start].strip(), text[span.end :].strip(" .,!?;:…。，！？")
    return not before or not after


def _is_interrupted(span: Span, text: str) -> bool:
    """Whether the mark is that of speech with the speaker's clause between dashes, which the end of
    the sentence parts: «A, — said she. | — B»."""
    if text[: span.start].strip():
        return _GOES_ON.match(text) is not None
    return _CLAUSE.search(text, span.end) is not None


_CLAUSE = re.compile(r"[,.!?…]\s*[-–—]\s")
_GOES_ON = re.compile(r"\s*[-–—]\s")


def _quotations(pairs: Iterable[Span], text: str) -> int:
    return sum(text[span.start] not in _ALL_BRACKETS for span in pairs)


def _kind(span: Span, text: str) -> str:
    return "bracket" if span.of(text) in _ALL_BRACKETS else "quotation"
