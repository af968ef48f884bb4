"""Sentences of a page that were set aside by their weights, and that the text around them keeps.

`reasons` tells of each block why it is no part of the article ("" if it is), `doubts` of those
that are text only if a translation has them; `marks` are what the markup says outright. All are
parallel to `found`, or by its numbers, and are changed in place.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from reviewer.formats.html.features import Evidence
from reviewer.formats.html.nodes import Found
from reviewer.text.line_shapes import count_words

_BY_PLACE = frozenset({"ahead", "behind", "label"})
"""Reasons of what only stands where most pages have no text."""

_NEAR_TITLE = 6
"""Blocks under the title among which the first prose is the article's."""

_NO_BAR = frozenset({"", "form"})
"""Marks that speak against no prose right under the title."""

_LINES, _LINE_WORDS = 3, 3
"""So many lines of so many words without a link are a list or a verse, and no labels."""

_LINE_ROLES = frozenset({"paragraph", "list_item"})

_PATTERN = 3
"""So many sentences that are text and stand alike make one more of them text."""


def begin_under_title(
    found: Sequence[Found],
    marks: Sequence[str],
    title: int,
    seen: Evidence,
    reasons: list[str],
    doubts: dict[int, str],
) -> None:
    """Keep the first prose under the title, however much longer the teasers of other articles
    are: an article of one paragraph begins there. A date, a name and links may stand between. Right
    beside the title one short sentence is enough. A box of its own that the article's text follows
    is no beginning of it: a life of the author, a question for an address."""
    for index in range(title + 1, min(title + 1 + _NEAR_TITLE, len(found))):
        if found[index].block.role == "heading" and not marks[index]:
            return
        beside = found[index].node.parent is found[title].node.parent
        if not (seen.is_prose(index) or (beside and seen.is_sentence(index))):
            continue
        ends = index > seen.first or bool(marks[seen.first])
        ends = ends or any(each.block.role == "heading" for each in found[index : seen.first])
        if marks[index] in _NO_BAR and (seen.inside[index] or beside or ends):
            reasons[index] = ""
            doubts.pop(index, None)
        return


def go_on(
    found: Sequence[Found],
    marks: Sequence[str],
    seen: Evidence,
    reasons: list[str],
    doubts: dict[int, str],
) -> None:
    """Keep short sentences that go on with, or lead to, what is kept right beside them.

    "Nobody was hurt." behind the last long paragraph is the end of the article, whatever stands
    at the end of most pages; what is left out there would be left out in silence.
    """
    for step in (1, -1):
        order = range(len(found)) if step == 1 else range(len(found) - 1, -1, -1)
        for index in order:
            before = index - step
            if not 0 <= before < len(found) or reasons[before] or marks[index] != marks[before]:
                continue
            if not (reasons[index] or index in doubts) or not seen.reads_on(index, before):
                continue
            if before not in doubts:
                doubts.pop(index, None)
            elif reasons[index]:
                doubts[index] = doubts[before]
            reasons[index] = ""


def fill_in(
    found: Sequence[Found],
    marks: Sequence[str],
    seen: Evidence,
    reasons: list[str],
    doubts: dict[int, str],
) -> None:
    """Keep the sentences and headings of the article's own element between two of its sentences:
    an answer that is short, under its question, is no end of the article."""
    kept = [
        index
        for index, inside in enumerate(seen.inside)
        if inside and not reasons[index] and index not in doubts and seen.is_sentence(index)
    ]
    for index in range(kept[0], kept[-1]) if kept else ():
        heading = found[index].block.role == "heading" and not found[index].linked
        if seen.inside[index] and not marks[index] and (heading or seen.is_sentence(index)):
            reasons[index] = ""
            doubts.pop(index, None)


def leave_sentences(
    found: Sequence[Found],
    marks: Sequence[str],
    seen: Evidence,
    reasons: list[str],
    doubts: dict[int, str],
) -> None:
    """Leave to the translation the sentences in the article's own element that nothing but their
    place speaks against, with the headings over them: short answers under questions stand so."""
    alike = Counter(
        seen.path(index)
        for index, inside in enumerate(seen.inside)
        if inside and not reasons[index] and index not in doubts and seen.is_sentence(index)
    )
    after: int | None = None
    for index in range(len(found) - 1, -1, -1):
        if not seen.inside[index] or marks[index]:
            continue
        heading = found[index].block.role == "heading" and not found[index].linked
        over = heading and after is not None
        if reasons[index] in _BY_PLACE and (over or seen.is_sentence(index)):
            reasons[index], doubts[index] = "", reasons[index]
        if index in doubts and (
            (over and after not in doubts) or alike[seen.path(index)] >= _PATTERN
        ):
            del doubts[index]
        after = index if not heading and not reasons[index] else after if heading else None


def leave_lines(
    found: Sequence[Found],
    marks: Sequence[str],
    reasons: list[str],
    doubts: dict[int, str],
    sentences: Sequence[bool],
) -> None:
    """Leave to the translation the lines of a verse or a list between two sentences of the
    article, also in an element of their own: no link and no mark speaks against them.

    `sentences` says of each block whether it is one.
    """
    kept = [
        n for n, is_one in enumerate(sentences) if is_one and not reasons[n] and n not in doubts
    ]
    run: list[int] = []
    for index in range(kept[0], kept[-1] + 1) if kept else ():
        each = found[index]
        aside = bool(reasons[index]) or index in doubts
        if aside and not marks[index] and not each.linked and each.block.role in _LINE_ROLES:
            run.append(index)
            continue
        if is_run_of_lines([found[n].block.text for n in run]):
            for line in run:
                doubts[line], reasons[line] = reasons[line] or doubts[line], ""
        run = []


def leave_lists(
    found: Sequence[Found], marks: Sequence[str], reasons: list[str], doubts: dict[int, str]
) -> None:
    """Leave to the translation all of a list of which some is text or left to it: no link and no
    mark speaks against the rest, and its last line is what a translation loses most easily."""
    runs: dict[int, list[int]] = {}
    for index, each in enumerate(found):
        if each.block.role == "list_item" and not each.linked and not marks[index]:
            runs.setdefault(id(each.node.parent), []).append(index)
    for run in runs.values():
        if any(not reasons[index] for index in run):
            for index in run:
                if reasons[index]:
                    reasons[index], doubts[index] = "", reasons[index]


def is_run_of_lines(texts: Sequence[str]) -> bool:
    """Whether the blocks of a run are a verse or a list, and no labels."""
    return sum(count_words(text) >= _LINE_WORDS for text in texts) >= _LINES
