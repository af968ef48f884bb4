"""New blocks in plain text and Markdown: lines of their own, apart as others are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from reviewer.domain import Block, NewBlock, Role
from reviewer.formats.shared.front_matter import end_of
from reviewer.formats.shared.mapped import MappedBlock, SourcePatch

_LINE_END = re.compile(r"\r\n|\n|\r")
_PREFIX = re.compile(r"[ \t]*(?:>[ \t]?)*")
_ITEM = re.compile(r"(?P<indent>[ \t]*)(?P<mark>[-*+]|\d{1,9}(?=[.)]))(?P<rest>[.)]?[ \t]+)")
_CELL = re.compile(r"(?<=\|)[ \t]*(?=\||[ \t]*(?:\r|\n|\Z))")
_RULE = re.compile(r"(?=[ \t:|]*-)[ \t:|-]++\Z")
_HEADINGS = ("title", "heading")

Written = Callable[[NewBlock, int], str]
"""(a new block, the number of the one beside it) to its lines, without an end."""


def line_patches(
    source: str, blocks: Sequence[MappedBlock], new: Sequence[NewBlock], written: Written
) -> list[SourcePatch]:
    """The patches that put each new block on lines of its own beside a block."""
    made: list[SourcePatch] = []
    gaps = _Gaps(source, blocks)
    # Each of several at one place stands beside the one before it.
    for number in dict.fromkeys(each.block for each in new):
        for behind in (False, True):
            here = [each for each in new if each.block == number and each.behind == behind]
            if here:
                made.append(_beside(source, blocks, here, gaps, written))
    return made


def _beside(
    source: str,
    blocks: Sequence[MappedBlock],
    new: Sequence[NewBlock],
    gaps: _Gaps,
    written: Written,
) -> SourcePatch:
    number, behind = new[0].block, new[0].behind
    texts = [written(each, number) for each in new]
    roles: list[Role] = [each.role for each in new]
    between = (
        "".join(
            text + gaps.usual(role, following)
            for text, (role, following) in zip(texts, pairwise(roles), strict=False)
        )
        + texts[-1]
    )
    own = blocks[number].block.role
    other = number + (1 if behind else -1)
    if behind:
        mapping = blocks[number].mapping
        # The line under a heading belongs to it.
        last = max([mapping.ends[-1], *(pair.closing[1] for pair in mapping.pairs)])
        at = _line_end(source, last)
        before, after = gaps.usual(own, roles[0]), ""
        if other < len(blocks):
            there = gaps.between(number)
            after = gaps.missing(there, gaps.usual(roles[-1], blocks[other].block.role))
        return SourcePatch(at, at, f"{before}{between}{after}")
    at = _line_start(source, blocks[number].mapping.starts[0])
    return SourcePatch(at, at, f"{between}{gaps.usual(roles[-1], own)}")


class _Gaps:
    """What stands between the lines of blocks of a text."""

    def __init__(self, source: str, blocks: Sequence[MappedBlock]) -> None:
        self._source = source
        self._blocks = blocks
        ends = Counter(_LINE_END.findall(source))
        self._end = ends.most_common(1)[0][0] if ends else "\n"
        self._by_roles: dict[tuple[bool, bool, bool], Counter[int]] = {}
        self._all: Counter[int] = Counter()
        for number, (left, right) in enumerate(pairwise(blocks)):
            if not left.block.chrome and not right.block.chrome:
                count = min(self.between(number), 3)
                if count:
                    kind = _kind(left.block.role, right.block.role)
                    self._by_roles.setdefault(kind, Counter())[count] += 1
                    self._all[count] += 1

    def between(self, number: int) -> int:
        """The line ends between block `number` and the next."""
        left, right = self._blocks[number].mapping, self._blocks[number + 1].mapping
        return len(_LINE_END.findall(self._source[left.ends[-1] : right.starts[0]]))

    def usual(self, left: Role, right: Role) -> str:
        """The line ends between blocks of these roles."""
        kind = _kind(left, right)
        counts = self._by_roles.get(kind) or self._all
        usual = counts.most_common(1)[0][0] if counts else 2
        if kind not in self._by_roles and left == right == "list_item":
            usual = 1
        return self._end * usual

    def missing(self, there: int, wanted: str) -> str:
        """What is to be added where there are `there` line ends and `wanted` should be."""
        return self._end * max(wanted.count(self._end) - there, 0)


def _kind(left: Role, right: Role) -> tuple[bool, bool, bool]:
    return (
        left == right == "list_item",
        left == right == "table_cell",
        left in _HEADINGS or right in _HEADINGS,
    )


def _line_end(source: str, at: int) -> int:
    match = _LINE_END.search(source, at)
    return match.start() if match else len(source)


def _line_start(source: str, at: int) -> int:
    return max(source.rfind("\n", 0, at), source.rfind("\r", 0, at)) + 1


def _line(source: str, at: int) -> str:
    return source[_line_start(source, at) : _line_end(source, at)]


class MarkdownLines:
    """New blocks with the marks of Markdown; `write` writes their words."""

    def __init__(
        self, source: str, blocks: Sequence[MappedBlock], write: Callable[[str], str]
    ) -> None:
        self._source = source
        self._blocks = blocks
        self._write = write

    def patches(self, new: Sequence[NewBlock]) -> list[SourcePatch]:
        """The patches of the source. What would stand in the front matter stands behind it."""
        front = end_of(self._source)
        body = next(
            (n for n, each in enumerate(self._blocks) if each.mapping.starts[0] >= front), None
        )
        if body is not None:
            new = [
                replace(each, block=body, behind=False) if each.block < body else each
                for each in new
            ]
        cells = [each for each in new if self._cell_place(each) is not None]
        made = self._in_cells(cells)
        rest = [each for each in new if each not in cells]
        return made + line_patches(self._source, self._blocks, rest, self._written)

    def _written(self, new: NewBlock, number: int) -> str:
        beside = self._blocks[number]
        line = _line(self._source, beside.mapping.starts[0])
        text = self._write(new.text)
        quote = self._quote(number, new.behind)
        if new.role in _HEADINGS:
            level = 1 if new.role == "title" else min(max(new.level, 1), 6)
            return f"{quote}{'#' * level} {text}"
        if new.role == "list_item":
            return f"{self._item_mark(new, number) or f'{quote}- '}{text}"
        if beside.block.role == new.role and quote:
            return f"{quote}{text}"
        return f"{_PREFIX.match(line)[0] if quote else ''}{text}"  # type: ignore[index]

    def _quote(self, number: int, behind: bool) -> str:
        """The marks of a quotation that goes on on both sides of the place."""
        other = number + (1 if behind else -1)
        lines = [
            _line(self._source, self._blocks[each].mapping.starts[0])
            for each in (number, other)
            if 0 <= each < len(self._blocks)
        ]
        marks = [_PREFIX.match(line)[0] for line in lines]  # type: ignore[index]
        return marks[0] if len(marks) == 2 and all(">" in mark for mark in marks) else ""

    def _item_mark(self, new: NewBlock, number: int) -> str:
        """The mark of the list that the item goes into: the deeper one of its neighbours'."""
        around = [number, number + (1 if new.behind else -1)]
        found: list[tuple[int, int, str, re.Match[str]]] = []
        for each in around:
            if 0 <= each < len(self._blocks) and self._blocks[each].block.role == "list_item":
                line = _line(self._source, self._blocks[each].mapping.starts[0])
                quote = _PREFIX.match(line)[0] if ">" in line else ""  # type: ignore[index]
                match = _ITEM.match(line, len(quote))
                if match:
                    found.append((len(match["indent"]), -len(found), quote, match))
        if not found:
            return ""
        _, _, quote, match = max(found, key=lambda each: each[:2])
        mark = match["mark"]
        if mark.isdecimal() and new.behind:
            mark = str(int(mark) + 1)
        return f"{quote}{match['indent']}{mark}{match['rest']}"

    # -- tables
    def _cell_place(self, new: NewBlock) -> tuple[int, int] | None:
        """The line of the table that the cell goes into, None where there is no table."""
        if new.role != "table_cell" or self._blocks[new.block].block.role != "table_cell":
            return None
        at = self._blocks[new.block].mapping.starts[0]
        line = _line_start(self._source, at), _line_end(self._source, at)
        return line if "|" in self._source[slice(*line)] else None

    def _in_cells(self, new: Sequence[NewBlock]) -> list[SourcePatch]:
        """The cells beside a block one after the other, then rows of their own."""
        made: list[SourcePatch] = []
        for _, group in groupby(new, key=lambda each: (each.block, each.behind)):
            cells = list(group)
            places = self._empty_cells(cells[0])
            places = places[: len(cells)] if cells[0].behind else places[-len(cells) :]
            made += (
                SourcePatch(*place, f" {self._write(each.text)} ")
                for place, each in zip(places, cells, strict=False)
            )
            made += self._new_rows(cells[len(places) :])
        return made

    def _empty_cells(self, new: NewBlock) -> list[tuple[int, int]]:
        """The empty cells on that side, up to the next cell with text."""
        other = new.block + (1 if new.behind else -1)
        own = self._blocks[new.block].mapping
        known = 0 <= other < len(self._blocks)
        if new.behind:
            end = self._blocks[other].mapping.starts[0] if known else len(self._source)
            return self._empty(own.ends[-1], end)
        start = self._blocks[other].mapping.ends[-1] if known else 0
        return self._empty(start, own.starts[0])

    def _empty(self, start: int, end: int) -> list[tuple[int, int]]:
        found = []
        for match in _CELL.finditer(self._source, start, end):
            line = _line(self._source, match.start())
            behind = self._source[match.end() : match.end() + 1]
            if behind == "|" and not _RULE.match(line):
                found.append(match.span())
        return found

    def _new_rows(self, new: Sequence[NewBlock]) -> list[SourcePatch]:
        if not new:
            return []
        start, end = self._cell_place(new[0]) or (0, 0)
        columns = self._source[start:end].strip().strip("|").count("|") + 1
        newline = "\r\n" if "\r\n" in self._source else "\n"
        texts = [self._write(each.text) for each in new]
        rows = [texts[at : at + columns] for at in range(0, len(texts), columns)]
        lines = ["| " + " | ".join([*row, *[""] * (columns - len(row))]) + " |" for row in rows]
        if new[0].behind:
            following = _line(self._source, min(end + len(newline), len(self._source)))
            if following and _RULE.match(following):
                end = _line_end(self._source, end + len(newline))
            return [SourcePatch(end, end, "".join(newline + line for line in lines))]
        return [SourcePatch(start, start, "".join(line + newline for line in lines))]


def kept_blocks(blocks: Sequence[Block], new: Sequence[NewBlock]) -> list[tuple[int | None, str]]:
    """The texts that a document has with new blocks: (number or None for a new one, text)."""
    made: list[tuple[int | None, str]] = []
    for number, block in enumerate(blocks):
        here = [each for each in new if each.block == number]
        made += [(None, each.text) for each in here if not each.behind]
        made.append((number, block.text))
        made += [(None, each.text) for each in here if each.behind]
    return made
