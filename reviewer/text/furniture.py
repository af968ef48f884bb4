"""Page furniture: what stands on a page and is no part of its article."""

from __future__ import annotations

from collections.abc import Sequence

from reviewer.domain import Document, Segment


def mark_furniture(
    documents: Sequence[Document], segments: Sequence[Sequence[Segment]]
) -> list[list[Segment]]:
    """The segments of each document again, with page furniture marked by kind "furniture".

    `documents` has the source first and its translations after it; `segments` is parallel
    to it. Works for one document alone, with less evidence.
    """
    return [list(of_one) for of_one, _ in zip(segments, documents, strict=True)]
