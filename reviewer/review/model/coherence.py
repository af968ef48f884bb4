"""Whether what a file holds belongs together, before anything is shown of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from reviewer.review.model.document_sentences import DocumentSentences
from reviewer.store.records import BeadVersion, DocumentRecord


def require_documents(records: Iterable[DocumentRecord]) -> None:
    """Raise ValueError unless the source is the first and the translations follow it."""
    numbers = [record.translation for record in records]
    if not numbers or numbers[0] != 0 or len(set(numbers)) != len(numbers):
        raise ValueError("the documents are not a source and its translations")


def require_sentences(side: DocumentSentences) -> None:
    """Raise ValueError unless every sentence lies in a block of its document."""
    lengths = [len(block.text) for block in side.blocks]
    for segment in side.ordered():
        if segment.block >= len(lengths) or segment.span.end > lengths[segment.block]:
            raise ValueError(f"sentence {segment.id} lies outside its document")


def require_beads(
    source: DocumentSentences, target: DocumentSentences, beads: Mapping[str, BeadVersion]
) -> None:
    """Raise ValueError unless every row stands on sentences, each in one row."""
    taken: set[tuple[bool, str]] = set()
    for bead in beads.values():
        for of_source, side, names in ((True, source, bead.source), (False, target, bead.target)):
            for name in names:
                if name not in side:
                    raise ValueError(f"row {bead.key} stands on sentence {name}, which is missing")
                if (of_source, name) in taken:
                    raise ValueError(f"sentence {name} stands in two rows")
                taken.add((of_source, name))
