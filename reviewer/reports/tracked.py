"""A corrected text with its changes tracked: each can be seen, taken and refused."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from reviewer import formats
from reviewer.domain import Document, Edit, ReviewerError, Span, TextEdit
from reviewer.formats.new_blocks.places import split
from reviewer.formats.plain_forms import without_bullet
from reviewer.formats.shared.changes import by_block, changes, edited
from reviewer.formats.shared.tracked import Remark, Tracking
from reviewer.messages import message
from reviewer.reports.remarks import remarks

if TYPE_CHECKING:
    from reviewer.reports.kinds import Options
    from reviewer.review import Review

MADE_SUFFIX = ".docx"
"""Of a text whose own format knows no tracked changes."""

_NEW = "New: this was not translated."


def suffix_of(document: Document) -> str:
    """The suffix of the file in which the changes of `document` are tracked."""
    return Path(document.path).suffix if formats.can_track(document) else MADE_SUFFIX


def tracked(review: Review, translation_ids: Sequence[int], options: Options) -> bytes:
    """The bytes of one translation with tracked changes and remarks.

    Accepting all gives the corrected text, rejecting all the text that came in. Each change
    has the time of its edit. The remarks are the reviewer's comments and, where the options say
    so, the open findings. A text in a format without tracked changes becomes a Word document.
    Raises a `ReviewerError`.
    """
    [number] = translation_ids
    tracking = Tracking(
        options.author,
        options.at,
        review.edited_at(number),
        tuple(remarks(review, number, options.author, options.at, findings=options.findings)),
    )
    document, edits = review.document(number), review.corrected_edits(number)
    if not formats.can_track(document):
        language = next(one.language for one in review.translations if one.id == number)
        document, edits, tracking = _as_word_document(document, edits, tracking, language)
    return formats.tracked_bytes(document, edits, tracking)


def _as_word_document(
    document: Document, edits: Sequence[Edit], tracking: Tracking, language: str
) -> tuple[Document, list[Edit], Tracking]:
    """The text that came in as a new Word document, with edits and remarks of that.

    A unit that was not translated has no paragraph to track its new text in, which is
    remarked instead.
    """
    texts, added = split(edits)
    new = {
        number: edited(text, changes(text, of_block, document.path))
        for number, of_block in by_block(texts).items()
        for text in [document.blocks[number].text]
    }
    blocks = [
        replace(block, text=block.text or new.get(number, ""))
        for number, block in enumerate(document.blocks)
    ]
    kept = [n for n, block in enumerate(blocks) if block.text.strip() and not block.chrome]
    made = formats.read_bytes(
        Path(document.path).with_suffix(MADE_SUFFIX),
        formats.made(Path(f"made{MADE_SUFFIX}"), [blocks[number] for number in kept], language),
    )
    if len(made.blocks) != len(kept):
        raise ReviewerError(
            message(
                "“{path}” cannot become a Word document with tracked changes. Export the "
                "corrected text without them.",
                path=document.path,
            )
        )
    numbers = {old: new for new, old in enumerate(kept)}
    made_edits: list[Edit] = [
        replace(one, block=numbers[one.block]) for one in added if one.block in numbers
    ]
    said = list(tracking.remarks)
    cuts: dict[int, int] = {}
    for old, corrected in new.items():
        if old not in numbers:
            continue
        if not document.blocks[old].text:
            said.append(Remark(old, Span(0, len(corrected)), _NEW, tracking.author, tracking.at))
            continue
        target = made.blocks[numbers[old]].text
        text = without_bullet(corrected) if blocks[old].role == "list_item" else corrected
        cuts[old] = len(corrected) - len(text)
        made_edits.append(TextEdit(numbers[old], Span(0, len(target)), text))
    moved = tuple(
        _moved(one, numbers[one.block], cuts.get(one.block, 0))
        for one in said
        if one.block in numbers
    )
    times = {numbers[n]: at for n, at in tracking.at_of_block.items() if n in numbers}
    return made, made_edits, replace(tracking, at_of_block=times, remarks=moved)


def _moved(remark: Remark, block: int, cut: int) -> Remark:
    span = Span(max(remark.span.start - cut, 0), max(remark.span.end - cut, 0))
    return replace(remark, block=block, span=span)
