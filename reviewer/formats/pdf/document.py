"""PDF: for reading only. Lines are joined to paragraphs; what every page repeats is chrome.

pdfium (BSD) gives the text of each line with its place. A page has lines, not paragraphs:
one ends where the next line stands farther away than the lines of the page do, is set in
another size, or begins anew behind a line that is not full.
"""

from __future__ import annotations

import itertools
import re
import statistics
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from reviewer.domain import Block, Document, Role, TextEdit
from reviewer.formats.errors import (
    DamagedFileError,
    EmptyFileError,
    PasswordProtectedError,
    TooLargeError,
)
from reviewer.formats.pdf.divided_words import MARK, DividedWords
from reviewer.formats.pdf.raised_digits import Box, as_seen
from reviewer.formats.pdf.raised_digits import joined as raised_beside
from reviewer.formats.pdf.visual_order import Glyph, in_reading_order, runs_right_to_left
from reviewer.formats.shared.read_only import never_written
from reviewer.formats.shared.short_lines import goes_on, is_sentence, is_short
from reviewer.messages import message

_MOST_PAGES = 5000
_DIGITS = re.compile(r"\d+")
_MARGIN_LINES = 2
"""Lines at the top and foot of a page that may be its header and footer."""

_WHOLE = 0.85
_REPEATED = 3
"""Pages from which on a repeated line is a header or footer."""

_FAR = 1.45
"""Times the usual distance of lines from which on a new paragraph begins."""

_LEADING = 1.3
"""Distance of lines in heights of a line, at most, within a paragraph."""

_LARGER = 1.15
"""Times the size from which on a line is set larger than another."""

_SIZED = 2.0
"""Points: a smaller font is scaled up on the page, and its size says nothing."""


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    left: float
    right: float
    bottom: float
    top: float
    page: int
    size: float = 0.0
    """Of its font, in points."""

    @property
    def box(self) -> Box:
        """Its left, bottom, right and top."""
        return self.left, self.bottom, self.right, self.top

    @property
    def height(self) -> float:
        return self.top - self.bottom


def read(path: str, data: bytes) -> Document:
    """The document in `data`; raises EmptyFileError where a scan has no text."""
    pages = _pages(path, data)
    words = DividedWords.of([line.text for page in pages for line in page])
    margins = _margins(pages)
    blocks: list[Block] = []
    paragraph: list[_Line] = []
    usual = _usual(pages)
    width = 0.0
    for page in pages:
        body = [line for line in page if line not in margins]
        distance = _usual_distance(body)
        before, width = width, max((line.right for line in body), default=0.0)
        for line in page:
            if line in margins:
                blocks.append(
                    Block(words.mended(line.text), "paragraph", _place(line), chrome=True)
                )
                continue
            # A last page may have short lines alone.
            room = width if not paragraph or paragraph[-1].page == line.page else before
            if paragraph and not _goes_on(paragraph[-1], line, distance, room):
                blocks.append(_block(paragraph, usual, words))
                paragraph = []
            paragraph.append(line)
    if paragraph:
        blocks.append(_block(paragraph, usual, words))
    if not any(not block.chrome for block in blocks):
        raise EmptyFileError(
            path,
            message(
                "“{path}” has no text layer: its pages are pictures. Run text "
                "recognition (OCR) over it, or ask for the document that it was made "
                "from.",
                path=path,
            ),
        )
    return Document(path, "pdf", tuple(blocks), data)


def write(document: Document, _edits: Sequence[TextEdit]) -> bytes:
    """PDF cannot be written: raises UnwritableFileError."""
    raise never_written(document)


def _pages(path: str, data: bytes) -> list[list[_Line]]:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)  # type: ignore[no-untyped-call]
    except pypdfium2.PdfiumError as error:
        if "assword" in str(error):
            raise PasswordProtectedError(
                path,
                message(
                    "“{path}” is protected by a password. Open it with the password and "
                    "print it into a new PDF.",
                    path=path,
                ),
            ) from error
        raise DamagedFileError(
            path,
            message(
                "“{path}” is damaged or no PDF. Ask for it again, or open it and save a copy.",
                path=path,
            ),
        ) from error
    try:
        if len(document) > _MOST_PAGES:
            raise TooLargeError(
                path, message("“{path}” has too many pages. Split it into parts.", path=path)
            )
        return [_lines(document, number) for number in range(len(document))]
    except pypdfium2.PdfiumError as error:
        raise DamagedFileError(
            path, message("A page of “{path}” is damaged. Save a copy of it.", path=path)
        ) from error
    finally:
        document.close()  # type: ignore[no-untyped-call]


def _lines(document: Any, number: int) -> list[_Line]:
    page = document[number]
    layer = page.get_textpage()
    lines: list[_Line] = []
    count = layer.count_chars()
    text = layer.get_text_range() if count else ""
    width = page.get_width()
    from_right = runs_right_to_left(text)
    position = 0
    for written in re.split(r"\r\n|\r|\n", text):
        if written.strip():
            size = _size(layer, position, written)
            all_boxes = [
                layer.get_charbox(index, loose=True)
                for index in range(position, min(position + len(written), count))
            ]
            written = as_seen(
                written,
                all_boxes,
                partial(_size_at, layer, position),
                size if size > _SIZED else 0.0,
            )
            placed = list(zip(written, all_boxes, strict=False))
            boxes = [box for letter, box in placed if letter.strip() and box[2] > box[0]]
            if boxes:
                left, right = min(box[0] for box in boxes), max(box[2] for box in boxes)
                if runs_right_to_left(written, page=from_right):
                    # It begins at the right: what is asked of a line below is asked of its mirror.
                    left, right = width - right, width - left
                    glyphs = [Glyph(letter, box[0], box[2]) for letter, box in placed]
                    written_out = in_reading_order(glyphs)
                else:
                    written_out = written
                lines.append(
                    _Line(
                        " ".join(written_out.split()),
                        left,
                        right,
                        min(box[1] for box in boxes),
                        max(box[3] for box in boxes),
                        number,
                        size,
                    )
                )
        position += len(written) + 2
    layer.close()
    page.close()
    return _joined(lines)


def _size(layer: Any, start: int, written: str) -> float:
    """The size of the font of most of a line: boxes of letters are high or low by themselves."""
    places = [n for n, letter in enumerate(written) if not letter.isspace()]
    some = places[:: max(len(places) // 8, 1)]
    return statistics.median_low(_size_at(layer, start, place) for place in some)


def _size_at(layer: Any, start: int, place: int) -> float:
    from importlib import import_module

    # Its functions are made when it is loaded, unseen by who checks types.
    size_at: Callable[[Any, int], float] = import_module("pypdfium2.raw").FPDFText_GetFontSize
    return size_at(layer, start + place)


def _joined(lines: Sequence[_Line]) -> list[_Line]:
    """Pieces of one line, which pdfium sometimes gives apart, as one."""
    joined: list[_Line] = []
    for line in lines:
        last = joined[-1] if joined else None
        raised = last and raised_beside(last.text, line.text, (last.box, line.box))
        if last and raised:
            joined[-1] = _Line(
                raised, last.left, line.right, last.bottom, last.top, line.page, last.size
            )
        elif (
            last and abs(last.bottom - line.bottom) < 0.3 * line.height and line.left >= last.right
        ):
            joined[-1] = _Line(
                f"{last.text} {line.text}", last.left, line.right,
                min(last.bottom, line.bottom), max(last.top, line.top), line.page, last.size,
            )  # fmt: skip
        else:
            joined.append(line)
    return joined


def _margins(pages: Sequence[Sequence[_Line]]) -> frozenset[_Line]:
    """The lines at the top and foot that other pages have as well, but for their numbers."""
    ends = [list(_ends(page)) for page in pages]
    seen = Counter(shape for page in ends for shape in {_shape(line) for line in page})
    return frozenset(
        line
        for page in ends
        for line in page
        if (seen[_shape(line)] >= min(_REPEATED, max(len(pages), 2)))
        or (len(pages) > 1 and line.text.strip("- –—").isdecimal())
    )


def _ends(page: Sequence[_Line]) -> Iterator[_Line]:
    """The highest and lowest lines of a page; one over its whole width is of its text."""
    ordered = sorted(page, key=lambda line: line.bottom)
    left = min((line.left for line in page), default=0.0)
    width = max((line.right for line in page), default=0.0) - left
    for line in {*ordered[:_MARGIN_LINES], *ordered[-_MARGIN_LINES:]}:
        if line.right - line.left < _WHOLE * width:
            yield line


def _shape(line: _Line) -> str:
    return _DIGITS.sub("0", line.text)


def _usual(pages: Sequence[Sequence[_Line]]) -> _Line | None:
    """A line that is as large as most of the text is."""
    several = [line for page in pages for line in page for _ in range(len(line.text))]
    return sorted(several, key=_largeness)[len(several) // 2] if several else None


def _largeness(line: _Line) -> float:
    return line.size if line.size > _SIZED else line.height


def _usual_distance(lines: Sequence[_Line]) -> float:
    steps = [
        before.bottom - after.bottom
        for before, after in itertools.pairwise(lines)
        if before.bottom > after.bottom
    ]
    if not steps:
        return 0.0
    # A page of single lines has no lines of one paragraph.
    height = statistics.median(line.height for line in lines)
    return min(statistics.median_low(steps), _LEADING * height)


def _goes_on(before: _Line, line: _Line, distance: float, width: float) -> bool:
    if _is_set_otherwise(before, line):
        return False
    ends = is_sentence(before.text) and not goes_on(before.text)
    within = line.text[:1].islower() and not ends
    full = _is_full(before, line, width)
    # On the next page, or in the next column.
    if before.page != line.page or line.bottom >= before.bottom:
        return within or (full and not ends)
    if _step(before, line) > _FAR * distance:
        return False
    return full or within


def _step(before: _Line, line: _Line) -> float:
    """How far below `before` a line stands. What pdfium gives as one line may be two, where a word
    is divided between them."""
    single = min(before.height, line.height)
    if line.size > _SIZED:
        single = min(single, _LEADING * line.size)
    return before.bottom - line.top + single


def _is_set_otherwise(before: _Line, line: _Line) -> bool:
    """Whether two lines are set in different sizes."""
    sizes = sorted((before.size, line.size))
    if sizes[0] > _SIZED:
        return sizes[1] > _LARGER * sizes[0]
    return max(before.height, line.height) > _LARGER * min(before.height, line.height)


def _is_full(before: _Line, line: _Line, width: float) -> bool:
    """Whether the first word of `line` had no room behind `before`."""
    # Two lines with a divided word between them are given as one.
    longest = max(len(part) for part in line.text.split(MARK))
    letter = (line.right - line.left) / max(longest, 1)
    # Its letters may be wider than those of the line are in the middle.
    word = len(line.text.split(" ", 1)[0]) + 2
    return before.right + letter * word > width


def _place(line: _Line) -> str:
    return f"page {line.page + 1}, {line.left:.0f} {line.bottom:.0f}"


def _block(lines: Sequence[_Line], usual: _Line | None, words: DividedWords) -> Block:
    text = ""
    for line in lines:
        text = words.joined(text, words.mended(line.text))
    # The boxes of letters are high or low by themselves: the size of the font tells more.
    sized = usual is not None and min(usual.size, *(line.size for line in lines)) > _SIZED
    most = 0.0 if usual is None else usual.size if sized else usual.height
    own = statistics.median(line.size if sized else line.height for line in lines)
    role: Role = "heading" if own > _LARGER * most and is_short(text) else "paragraph"
    return Block(text, role, _place(lines[0]), level=int(role == "heading"))
