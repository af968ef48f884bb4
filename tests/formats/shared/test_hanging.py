"""What hangs on a sentence that is deleted: its notes go with it, and that can be said before."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from reviewer import formats
from reviewer.domain import Document, LeftOut, Span, TextEdit

FILES = Path(__file__).parents[1] / "files"


def deleted(document: Document, sentence: str) -> tuple[list[str], bytes]:
    """The kinds of what hangs on a sentence, and the file without it."""
    number, block = next((n, b) for n, b in enumerate(document.blocks) if sentence in b.text)
    start = block.text.index(sentence)
    span = Span(start, start + len(sentence))
    gone = LeftOut(number, span)
    rest = f"{block.text[: span.start]}{block.text[span.end :].lstrip()}".strip()
    edits = [TextEdit(number, Span(0, len(block.text)), rest), gone]
    [found] = formats.hanging(document, [gone])
    return [each.kind for each in found], formats.edited_bytes(document, edits)


NOTE = '<sup><a href="#n1" id="r1">[1]</a></sup>'
PAGE = (
    f'<p>One is one.{NOTE} Two is two.{NOTE.replace("1", "2")} Three has <a href="x">a link</a>.'
    f'{NOTE.replace("1", "3")}</p><ol><li id="n1">A note.</li></ol>'
)


@pytest.mark.parametrize(
    ("sentence", "kinds", "left"),
    [
        ("One is one.", ["note"], ["[2]", "[3]"]),
        ("Two is two.", ["note"], ["[1]", "[3]"]),
        ("Three has a link.", ["link", "note"], ["[1]", "[2]"]),
    ],
)
def test_the_mark_of_a_note_goes_with_its_sentence(
    sentence: str, kinds: list[str], left: list[str]
) -> None:
    found, made = deleted(formats.read_bytes(Path("x.html"), PAGE.encode()), sentence)
    assert found == kinds
    assert [mark for mark in ("[1]", "[2]", "[3]") if mark in made.decode()] == left


def test_a_picture_stays() -> None:
    page = b'<p>One is one. Two <img src="x"> is two. Three.</p>'
    found, made = deleted(formats.read_bytes(Path("x.html"), page), "Two is two.")
    assert found == ["picture"]
    assert b"<img" in made


@pytest.mark.parametrize(
    ("sentence", "kinds", "wanted"),
    [
        ("Two is two.", ["note"], "One is one.[^a] Three has [a link](x).[^c]\n\n[^a]: A note.\n"),
        (
            "Three has a link.",
            ["link", "note"],
            "One is one.[^a] Two is two.[^b]\n\n[^a]: A note.\n",
        ),
    ],
)
def test_in_markdown(sentence: str, kinds: list[str], wanted: str) -> None:
    text = "One is one.[^a] Two is two.[^b] Three has [a link](x).[^c]\n\n[^a]: A note.\n"
    # A reference without its note is no reference.
    text = text.replace("[^a]: A note.\n", "[^a]: A note.\n[^b]: B.\n[^c]: C.\n")
    wanted = wanted.replace("[^a]: A note.\n", "[^a]: A note.\n[^b]: B.\n[^c]: C.\n")
    found, made = deleted(formats.read_bytes(Path("x.md"), text.encode()), sentence)
    assert found == kinds
    assert " ".join(made.decode().split()) == " ".join(wanted.split())


def test_in_a_word_document() -> None:
    document = formats.read(FILES / "bridge.docx")
    block = next(each for each in document.blocks if _notes_of(document, each.text))
    [before] = _notes_of(document, block.text)
    found, made = deleted(document, block.text[before[0] : before[1]])
    assert "note" in found
    source = zipfile.ZipFile(BytesIO(document.original)).read("word/document.xml")
    result = zipfile.ZipFile(BytesIO(made)).read("word/document.xml")
    assert result.count(b"footnoteReference ") == source.count(b"footnoteReference ") - 1
    assert formats.read_bytes(Path("x.docx"), made).blocks


def _notes_of(document: Document, text: str) -> list[tuple[int, int]]:
    """The places of the sentences of a block that carry a note."""
    from reviewer.text.sentences import split_sentences

    number = next(n for n, b in enumerate(document.blocks) if b.text == text)
    spans = split_sentences(text, "en")
    found = formats.hanging(document, [LeftOut(number, span) for span in spans])
    return [
        (span.start, span.end)
        for span, hanging in zip(spans, found, strict=True)
        if any(each.kind == "note" for each in hanging)
    ][:1]


@pytest.mark.parametrize("name", ["bridge.odt", "bridge.fodt"])
def test_in_an_open_document(name: str) -> None:
    document = formats.read(FILES / name)
    block = next(each for each in document.blocks if _notes_of(document, each.text))
    [(start, end)] = _notes_of(document, block.text)
    found, made = deleted(document, block.text[start:end])
    assert "note" in found
    texts = [each.text for each in formats.read_bytes(Path(name), made).blocks]
    gone = [each.text for each in document.blocks if each.text not in texts]
    assert "Figures of the town council, rounded." in gone


def test_a_format_where_nothing_hangs_says_so() -> None:
    document = formats.read_bytes(Path("x.txt"), b"One is one. Two is two.")
    assert formats.hanging(document, [LeftOut(0, Span(0, 11))]) == [[]]
