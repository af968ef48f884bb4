"""Whatever is edited reads back as edited, and all else stays as it was."""

from __future__ import annotations

import re
import zipfile
from contextlib import suppress
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer import formats
from reviewer.domain import Document, ReviewerError, Span, TextEdit
from reviewer.formats.errors import EmptyFileError, StaleDocumentError
from reviewer.formats.shared.changes import changes
from reviewer.formats.shared.changes import edited as with_changes

FILES = Path(__file__).parent / "files"
NAMES = [
    "bridge.docx",
    "bridge.odt",
    "bridge.fodt",
    "bridge.html",
    "page.html",
    "loose.html",
    "marks.md",
    "windows.md",
    "lines.txt",
    "wrapped.txt",
]


LETTERS = st.text(
    st.sampled_from("ab cXY é.,? &<>\"'*_`[]()#|\\~!-+=1;\u00a0ж中ب\t\uf0b4\uf041\ue000"),
    max_size=8,
)


@dataclass(frozen=True)
class Edited:
    """Edits and, for every block that is left, its text with plain white space."""

    edits: list[TextEdit]
    texts: list[str]


def plain(text: str) -> str:
    return " ".join(text.split())


@st.composite
def edited(
    draw: st.DrawFn, document: Document, letters: st.SearchStrategy[str] = LETTERS
) -> Edited:
    """One to three edited blocks with one or two replaced spans each."""
    numbers = [number for number, block in enumerate(document.blocks) if not block.chrome]
    chosen = draw(st.lists(st.sampled_from(numbers), min_size=1, max_size=3, unique=True))
    edits: list[TextEdit] = []
    texts = [block.text for block in document.blocks]
    for number in chosen:
        text = document.blocks[number].text
        offsets = st.integers(0, len(text))
        cuts = sorted(draw(st.lists(offsets, min_size=2, max_size=4).filter(_is_even)))
        new, position = "", 0
        for start, end in zip(cuts[::2], cuts[1::2], strict=True):
            put = draw(letters)
            edits.append(TextEdit(number, Span(start, end), put))
            new += text[position:start] + put
            position = end
        texts[number] = new + text[position:]
    return Edited(edits, [plain(text) for text in texts if plain(text)])


def _is_even(cuts: list[int]) -> bool:
    return len(cuts) % 2 == 0


def blocks_of(path: Path, data: bytes) -> list[str]:
    try:
        return [plain(block.text) for block in formats.read_bytes(path, data).blocks]
    except EmptyFileError:
        return []


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=20)
@given(st.data())
def test_edited_blocks_read_back_as_edited(name: str, data: st.DataObject) -> None:
    document = formats.read(FILES / name)
    chosen = data.draw(edited(document))
    written = formats.edited_bytes(document, chosen.edits)
    found = blocks_of(FILES / name, written)
    if name.endswith((".docx", ".odt", ".fodt", "bridge.html", "wrapped.txt")):
        # Whether a sentence goes on behind a line break depends on what stands beside it, and
        # whether a text is broken to a width on the width of its lines.
        assert " ".join(found) == " ".join(chosen.texts)
    else:
        assert found == chosen.texts


@pytest.mark.parametrize("name", NAMES)
def test_without_edits_every_byte_stays(name: str, tmp_path: Path) -> None:
    document = formats.read(FILES / name)
    formats.write(document, [], tmp_path / name)
    assert (tmp_path / name).read_bytes() == (FILES / name).read_bytes()


@pytest.mark.parametrize("name", NAMES)
def test_a_text_replaced_by_itself_changes_no_text(name: str) -> None:
    document = formats.read(FILES / name)
    edits = [
        TextEdit(number, Span(0, len(block.text)), block.text)
        for number, block in enumerate(document.blocks)
        if "\n" not in block.text
    ]
    written = formats.edited_bytes(document, edits)
    if name.endswith((".docx", ".odt")):
        assert parts(written) == parts(document.original)
    else:
        assert written == document.original


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


@pytest.mark.parametrize("name", [name for name in NAMES if name != "wrapped.txt"])
def test_one_word_changed_leaves_the_source_around_it(name: str) -> None:
    document = formats.read(FILES / name)
    words = [
        (number, match)
        for number, block in enumerate(document.blocks)
        for match in re.finditer("[a-z]{3,}", block.text)
        if name.endswith((".docx", ".odt")) or match.group().encode() in document.original
    ]
    number, match = max(words, key=lambda found: len(found[1].group()))
    word = match.group()
    written = formats.edited_bytes(document, [TextEdit(number, Span(*match.span()), f"Q{word}")])
    if name.endswith((".docx", ".odt")):
        before, after = parts(document.original), parts(written)
        part = document.blocks[number].place.partition(":")[0]
        assert {each for each in before if before[each] != after[each]} == {part}
        old, new = before[part], after[part].replace(b' xml:space="preserve"', b"")
        old = old.replace(b' xml:space="preserve"', b"")
    else:
        old, new = document.original, written
    assert new.replace(b"Q" + word.encode(), word.encode(), 1) == old


def test_an_edit_that_does_not_fit_is_refused() -> None:
    document = formats.read(FILES / "lines.txt")
    beyond = len(document.blocks[0].text) + 1
    with pytest.raises(StaleDocumentError, match="Load the file again"):
        formats.edited_bytes(document, [TextEdit(0, Span(0, beyond), "x")])


def test_the_original_file_is_not_needed_to_write(tmp_path: Path) -> None:
    path = tmp_path / "gone.txt"
    path.write_text("Eine Zeile.\n", encoding="utf-8")
    document = formats.read(path)
    path.unlink()
    formats.write(document, [TextEdit(0, Span(0, 4), "Keine")], tmp_path / "new.txt")
    assert (tmp_path / "new.txt").read_text(encoding="utf-8") == "Keine Zeile.\n"


@pytest.mark.parametrize("suffix", [".txt", ".md", ".html", ".docx"])
@settings(max_examples=60)
@given(st.binary(max_size=400))
def test_any_bytes_read_or_are_refused_in_words(suffix: str, data: bytes) -> None:
    with suppress(ReviewerError):
        document = formats.read_bytes(Path(f"any{suffix}"), data)
        assert document.blocks
        assert all(block.text.strip() for block in document.blocks)


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=12)
@given(st.data())
def test_a_damaged_file_reads_or_is_refused(name: str, data: st.DataObject) -> None:
    original = (FILES / name).read_bytes()
    at = data.draw(st.integers(0, len(original) - 1))
    length = data.draw(st.integers(0, 60))
    put = data.draw(st.binary(max_size=8))
    damaged = original[:at] + put + original[at + length :]
    with suppress(ReviewerError):
        document = formats.read_bytes(Path(name), damaged)
        formats.edited_bytes(document, [TextEdit(0, Span(0, 1), "Q")])


@pytest.mark.parametrize(
    ("first", "second", "fits"),
    [
        ((0, 3), (3, 5), True),
        ((0, 3), (2, 5), False),
        ((0, 3), (1, 2), False),
        ((0, 3), (5, 9), False),
    ],
)
def test_edits_that_overlap_or_end_outside_do_not_fit(
    first: tuple[int, int], second: tuple[int, int], fits: bool
) -> None:
    edits = [TextEdit(0, Span(*span), "x") for span in (first, second)]
    if fits:
        assert with_changes("abcdefg", changes("abcdefg", edits)) == "xxfg"
    else:
        with pytest.raises(StaleDocumentError):
            changes("abcdefg", edits)
