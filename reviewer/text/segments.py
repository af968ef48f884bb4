"""From a document's blocks to the segments that are aligned, checked and reviewed."""

from __future__ import annotations

from reviewer.domain import Document, Segment, SegmentKind, Span
from reviewer.text.endings import ends_as_sentence
from reviewer.text.line_shapes import count_words
from reviewer.text.sentences import split_sentences

_HEADINGS = frozenset({"title", "heading"})

_LONGEST_HEADING = 20
"""Words."""


def segments(document: Document, prefix: str) -> list[Segment]:
    """The segments of `document` in reading order, with the ids `prefix` + 1, 2, 3...

    A title or heading is one segment of kind "heading", unless authors have set whole
    paragraphs as such; the other blocks are split into
    sentences, each a segment of kind "body". White space makes no segment. Furniture is
    told apart later (`reviewer.text.furniture`), which needs all the documents.
    """
    found: list[Segment] = []
    for number, block in enumerate(document.blocks):
        heading = block.role in _HEADINGS and not _is_prose(block.text)
        kind: SegmentKind = "heading" if heading else "body"
        spans = _whole(block.text) if heading else split_sentences(block.text, document.language)
        for span in spans:
            name = f"{prefix}{len(found) + 1}"
            found.append(Segment(name, span.of(block.text), number, span, kind, block.role))
    return found


def _is_prose(text: str) -> bool:
    """Whether what is marked as a heading is a paragraph of sentences."""
    return count_words(text) > _LONGEST_HEADING and ends_as_sentence(text)


def _whole(text: str) -> list[Span]:
    stripped = text.strip()
    if not stripped:
        return []
    start = text.index(stripped)
    return [Span(start, start + len(stripped))]
