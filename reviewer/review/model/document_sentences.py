"""The sentences of one document as they stand now."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from reviewer.domain import Block, Segment, joined
from reviewer.store.records import SegmentVersion

Blocks = Sequence[Block]


class DocumentSentences:
    """The segments of a document, by id and in their order. One without text has been emptied.

    Of the document itself only what the reviewer has changed is kept at hand; its blocks are read
    anew when they are asked for, unless they name the units of a bilingual file.
    """

    def __init__(
        self,
        document: int,
        language: str,
        read_blocks: Callable[[], Blocks],
        versions: Mapping[str, SegmentVersion],
        originals: Mapping[str, str] | None = None,
    ) -> None:
        """`originals` says what stood in the place of the segments that say something else now;
        without it the blocks are compared."""
        self.document = document
        self.language = language
        self.has_units = False
        self._read_blocks = read_blocks
        self._blocks: Blocks | None = None
        self._versions = dict(versions)
        self._marks: dict[int, str] | None = None
        self._notes: dict[int, str] = {}
        self._ordered: list[Segment] | None = None
        self._positions: dict[str, int] | None = None
        self._originals = dict(originals if originals is not None else self._compared())

    @property
    def blocks(self) -> Blocks:
        """The blocks of the document."""
        if self._blocks is None:
            self._blocks = self._read_blocks()
        return self._blocks

    def let_go_of_blocks(self) -> None:
        """Give the memory of the blocks back: they are seldom needed once the rows are known."""
        if not self.has_units:
            self._blocks = None

    def copy(self) -> DocumentSentences:
        """One that can be changed without changing this one."""
        copied = DocumentSentences(
            self.document, self.language, self._read_blocks, self._versions, self._originals
        )
        copied._blocks, copied.has_units = self._blocks, self.has_units
        copied._marks, copied._notes = self._marks, self._notes
        copied._ordered, copied._positions = self._ordered, self._positions
        return copied

    def apply(self, versions: Iterable[SegmentVersion]) -> bool:
        """Take in new versions of segments; says whether any came, went or changed places."""
        structure = False
        for version in versions:
            name = version.segment.id
            old = self._versions.get(name)
            if version.present:
                original = self._original_of(version.segment, old.segment if old else None)
                self._versions[name] = version
                if version.segment.text == original:
                    self._originals.pop(name, None)
                else:
                    self._originals[name] = original
            else:
                self._versions.pop(name, None)
                self._originals.pop(name, None)
            structure |= (old is None) == version.present or (
                old is not None and old.rank != version.rank
            )
            self._ordered = None
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
        text = self.segment(name).text
        return self._originals.get(name, text)

    def mark(self, names: Sequence[str]) -> str:
        """The number or bullet that a reader sees before these segments and that is no text."""
        if not names or self.has_units:
            return ""
        first = self.segment(names[0])
        return "" if first.span.start else self.signs()[0].get(first.block, "")

    def note(self, name: str) -> str:
        """What the file says of the block of a segment; "" where it says nothing."""
        return self.signs()[1].get(self.segment(name).block, "")

    def signs(self) -> tuple[Mapping[int, str], Mapping[int, str]]:
        """The marks and the notes that blocks have, by their numbers: few have any, and each row
        that is shown asks for its own."""
        if self._marks is None:
            held = self._blocks is not None
            self._marks = {n: block.mark for n, block in enumerate(self.blocks) if block.mark}
            self._notes = {n: block.note for n, block in enumerate(self.blocks) if block.note}
            if not held:
                self.let_go_of_blocks()
        return self._marks, self._notes

    def edited(self) -> Mapping[str, str]:
        """The segments that say something else than the document, with what stood there."""
        return self._originals

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

    def _compared(self) -> Iterator[tuple[str, str]]:
        blocks = self.blocks
        self.has_units = any(block.unit for block in blocks)
        for name, version in self._versions.items():
            segment = version.segment
            if segment.block < len(blocks):
                original = segment.span.of(blocks[segment.block].text)
                if original != segment.text:
                    yield name, original

    def _original_of(self, segment: Segment, before: Segment | None) -> str:
        """What stands in the document where a new version of a segment is."""
        if before and (before.block, before.span) == (segment.block, segment.span):
            return self.original(segment.id)
        if segment.span.start == segment.span.end:
            return ""
        return segment.span.of(self.blocks[segment.block].text)

    def _between(self, first: int, second: int) -> float:
        ordered = self.ordered()
        if first < 0:
            return self.version(ordered[second].id).rank - 1
        if second >= len(ordered):
            return self.version(ordered[first].id).rank + 1
        return (self.version(ordered[first].id).rank + self.version(ordered[second].id).rank) / 2
