"""What an analysis is made of and comes to: plain data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from reviewer.analysis.columns import packed, unpacked
from reviewer.domain import BackTranslation, Bead, Document, Finding, Segment
from reviewer.messages import Message

if TYPE_CHECKING:
    from reviewer.profiles import Profile


@dataclass(frozen=True)
class SegmentedDocument:
    """A document cut into segments, in a known language.

    `reasons` says why a segment is furniture (`reviewer.text.furniture_reasons`), by its index;
    `warnings` what a person has to know of how the document was read.
    """

    document: Document
    language: str
    segments: tuple[Segment, ...]
    reasons: Mapping[int, str] = field(default_factory=dict)
    warnings: tuple[Message, ...] = ()

    def __getstate__(self) -> dict[str, Any]:
        """What goes to another process, where nobody needs the file's bytes."""
        document = replace(self.document, blocks=(), original=b"")
        columns = packed(self.document.blocks), packed(self.segments)
        return {**self.__dict__, "document": document, "segments": columns}

    def __setstate__(self, state: dict[str, Any]) -> None:
        blocks, segments = map(tuple, map(unpacked, state["segments"]))
        document = replace(state["document"], blocks=blocks)
        self.__dict__.update(state, document=document, segments=segments)


@dataclass(frozen=True)
class Comparison:
    """A translation beside its source.

    The beads' indices count in the sides' `segments`; furniture stands in no bead.
    `findings` is parallel to `beads`. `back_translations` is keyed by target segment index.
    `evidence` is "argos PACKAGE VERSION" or "none", `encoder` is "encoder NAME VERSION" where
    one helped in the alignment, else "". `likeness` has the cosine of the encoder's vectors of
    the two sides of beads (source, target), where it was asked and the translation is not free.
    """

    side: SegmentedDocument
    beads: tuple[Bead, ...]
    findings: tuple[tuple[Finding, ...], ...]
    back_translations: Mapping[int, BackTranslation] = field(default_factory=dict)
    evidence: str = "none"
    encoder: str = ""
    likeness: Mapping[tuple[tuple[int, ...], tuple[int, ...]], float] = field(default_factory=dict)

    def __getstate__(self) -> dict[str, Any]:
        return {**self.__dict__, "beads": packed(self.beads)}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__dict__.update(state, beads=tuple(unpacked(state["beads"])))


@dataclass(frozen=True)
class Analysis:
    """A source and its translations, aligned and checked."""

    source: SegmentedDocument
    translations: tuple[Comparison, ...]
    profile: Profile | None = None


def content(side: SegmentedDocument) -> list[int]:
    """The indices of the segments that are no furniture."""
    return [index for index, segment in enumerate(side.segments) if segment.kind != "furniture"]
