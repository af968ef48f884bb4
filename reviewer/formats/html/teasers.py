"""Teasers of other stories: a headline that is a link, with what the story says under it, and more
of the same kind below it.

They are left to the translation; a list of that kind that is the article itself has answers there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from reviewer.formats.html.features import Evidence
from reviewer.formats.html.nodes import Found
from reviewer.text.line_shapes import count_words

_FEWEST = 2
"""Teasers that stand together; one alone may be a heading of the article that is a link."""

_HEADLINE_WORDS = 3
"""Words of a headline; fewer are the name of a section."""

_FARTHEST = 6
"""Blocks from one teaser to the next: a section, a date, a link to read on."""

_MOST = 0.5
"""Of the sentences of a page, in letters, that teasers may be; with more they are its text."""


def teasers(
    found: Sequence[Found],
    seen: Evidence,
    reasons: Sequence[str],
    doubts: Mapping[int, str],
) -> list[int]:
    """The numbers of the paragraphs under such headlines; `reasons` and `doubts` are as
    `left_to_translation` has them, of which the headlines are none of the text already."""
    texts = [n for n in range(len(found)) if not reasons[n] and seen.is_sentence(n)]
    whole = sum(len(found[number].block.text) for number in texts)
    under = [
        number
        for number in texts
        if number and found[number].block.role != "heading" and _is_headline(found, number - 1)
        if (reasons[number - 1] or doubts.get(number - 1)) == "links"
    ]
    made: list[int] = []
    for run in _runs(under, seen):
        held = sum(len(found[number].block.text) for number in run)
        goes_on = any(seen.inside[n] and n > run[0] and n not in under for n in texts)
        aside = not any(map(seen.inside.__getitem__, run))
        if held <= _MOST * whole and (aside or not goes_on):
            made += run
    return made


def _is_headline(found: Sequence[Found], index: int) -> bool:
    each = found[index]
    return each.is_link and count_words(each.block.text) >= _HEADLINE_WORDS


def _runs(under: Sequence[int], seen: Evidence) -> Iterator[list[int]]:
    """Those that stand alike, near one another."""
    for _, alike in groupby(under, key=lambda n: (seen.path(n - 1), seen.path(n))):
        run: list[int] = []
        for number in [*alike, -1]:
            if run and not 0 < number - run[-1] <= _FARTHEST:
                if len(run) >= _FEWEST:
                    yield run
                run = []
            run.append(number)
