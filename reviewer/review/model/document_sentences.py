"""The sentences of one document as they stand now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set

from reviewer.domain import Block, Segment, joined
from reviewer.store.records import SegmentVersion


class DocumentSentences:
    """The segments of a document, by id and in their order. One without text has been emptied."""

    def __init__(
        self,
        document: int,
        language: str,
        blocks: Sequence[Block],
        versions: Mapping[str, SegmentVersion],
    ) -> None:
        self.document = document
        self.language = language
        self.blocks = blocks
        self._versions = dict(versions)
        self._ordered: list[Segment] | None = None
        self._positions: dict[str, int] | None = None
        self._edited: set[str] | None = None

    def copy(self) -> DocumentSentences:
        """One that can be changed without changing this one."""
        copied = DocumentSentences(self.document, self.language, self.blocks, self._versions)
        copied._ordered, copied._positions = self._ordered, self._positions
        return copied

    def apply(self, versions: Iterable[SegmentVersion]) -> bool:
        """Take in new versions of segments; says whether any came, went or changed places."""
        structure = False
        for version in versions:
            old = self._versions.get(version.segment.id)
            if version.present:
                self._versions[version.segment.id] = version
            else:
                self._versions.pop(version.segment.id, None)
            structure |= (old is None) == version.present or (
                old is not None and old.rank != version.rank
            )
            self._ordered = None
            if self._edited is not None:
                name = version.segment.id
                changed = version.present and self._is_edited(name)
                (self._edited.add if changed else self._edited.discard)(name)
        if structure:
            self._positions = None
        return structure

    def __contains__(self, name: str) -> bool:
        return name in self._versions

    def version(self, name: str) -> SegmentVersion:
        """The version of a segment that holds."""
        return self._versions[name]

    def segment(self, name: str) -> Segment:
        """The segment with this id."""
        return self._versions[name].segment

    def original(self, name: str) -> str:
        """What stood in the document where the segment is; "" for an inserted one."""
        segment = self.segment(name)
        return segment.span.of(self.blocks[segment.block].text)

    def edited(self) -> Set[str]:
        """The segments that say something else than the document."""
        if self._edited is None:
            self._edited = {name for name in self._versions if self._is_edited(name)}
        return self._edited

    def live(self, names: Iterable[str]) -> tuple[str, ...]:
        """Those segments that have text."""
        return tuple([name for name in names if self._versions[name].segment.text])

    def text(self, names: Iterable[str]) -> str:
        """The text of one side of a row: `domain.joined` of the segments that have text."""
        texts = [self._versions[name].segment.text for name in names]
        return texts[0] if len(texts) == 1 else joined([text for text in texts if text])

    def ordered(self) -> list[Segment]:
        """All segments in the order of the text."""
        if self._ordered is None:
            versions = sorted(self._versions.values(), key=lambda version: version.rank)
            self._ordered = [version.segment for version in versions]
        return self._ordered

    def position(self, name: str) -> int:
        """The place of a segment in `ordered()`."""
        if self._positions is None:
            self._positions = {segment.id: number for number, segment in enumerate(self.ordered())}
        return self._positions[name]

    def in_order(self, names: Iterable[str]) -> tuple[str, ...]:
        """The ids in the order of the text."""
        return tuple(sorted(names, key=self.position))

    def new_id(self) -> str:
        """An id that no present segment has, in the manner of the others."""
        names = list(self._versions)
        prefix = names[0][:1] if names else "t"
        numbers = [int(name[1:]) for name in names if name[1:].isdecimal()]
        return f"{prefix}{max(numbers, default=0) + 1}"

    def rank_after(self, name: str) -> float:
        """A rank between a segment and the next one."""
        return self._between(self.position(name), self.position(name) + 1)

    def rank_before(self, name: str) -> float:
        """A rank between a segment and the one before."""
        return self._between(self.position(name) - 1, self.position(name))

    def _is_edited(self, name: str) -> bool:
        segment = self._versions[name].segment
        return segment.text != segment.span.of(self.blocks[segment.block].text)

    def _between(self, first: int, second: int) -> float:
        ordered = self.ordered()
        if first < 0:
            return self.version(ordered[second].id).rank - 1
        if second >= len(ordered):
            return self.version(ordered[first].id).rank + 1
        return (self.version(ordered[first].id).rank + self.version(ordered[second].id).rank) / 2
