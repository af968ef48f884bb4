"""PDF and RTF: read as well as they can be, never written."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewer import formats
from reviewer.domain import Document, Span, TextEdit
from reviewer.formats.errors import (
    DamagedFileError,
    EmptyFileError,
    PasswordProtectedError,
    UnwritableFileError,
)
from reviewer.formats.pdf.document import _Line, _step

FILES = Path(__file__).parent / "files"


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks if not block.chrome]


def page(*lines: str) -> str:
    return " ".join(lines)


def at(x: int, y: int, text: str, size: int = 10) -> str:
    return f"BT /F1 {size} Tf {x} {y} Td ({text}) Tj ET"


def pdf(*pages: str, more: str = "") -> bytes:
    """A PDF with these pages of drawing commands in Helvetica."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>"]
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects.append(f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>")
    objects.append("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    for number, content in enumerate(pages):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents {5 + 2 * number} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
        objects.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
    body, places = "%PDF-1.4\n", []
    for number, written in enumerate(objects, 1):
        places.append(len(body))
        body += f"{number} 0 obj\n{written}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    return (
        f"{body}xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n"
        f"<< /Size {size} /Root 1 0 R {more}>>\nstartxref\n{len(body)}\n%%EOF\n"
    ).encode("latin-1")


LONG = "The old bridge over the river was closed in the spring because of the flood, and then"


def read(data: bytes, name: str = "x.pdf") -> Document:
    return formats.read_bytes(Path(name), data)


def test_lines_become_paragraphs() -> None:
    document = read(
        pdf(
            page(
                at(50, 700, "The bridge is closed", 20),
                at(50, 660, LONG),
                at(50, 648, "it was opened again."),
                at(50, 636, "Nobody knew why."),
                at(50, 600, "A new paragraph stands"),
                at(50, 588, "over two short lines."),
            )
        )
    )
    assert [(block.role, block.text) for block in document.blocks] == [
        ("heading", "The bridge is closed"),
        ("paragraph", f"{LONG} it was opened again."),
        ("paragraph", "Nobody knew why."),
        ("paragraph", "A new paragraph stands over two short lines."),
    ]


def test_a_word_that_is_divided_at_the_end_of_a_line_is_one() -> None:
    document = read(pdf(page(at(50, 700, f"{LONG} inter-"), at(50, 688, "nationally."))))
    assert texts(document) == [f"{LONG} internationally."]


def test_a_hyphen_of_the_word_itself_stays() -> None:
    """A text that divides no words breaks its lines at their own hyphens."""
    lines = [at(50, 700, f"{LONG} well-"), at(50, 688, "known to everybody there, as ever and")]
    lines += [at(50, 676 - 12 * number, f"{LONG} {number}") for number in range(40)]
    assert "well-known to everybody" in " ".join(texts(read(pdf(page(*lines)))))


def test_the_document_tells_how_a_word_is_written() -> None:
    lines = [
        at(50, 700, f"{LONG} well-"),
        at(50, 688, "known; inter-"),
        at(50, 676, "nationally it is well-known."),
    ]
    assert "well-known; internationally" in " ".join(texts(read(pdf(page(*lines)))))


def _of_a_text(*lines: str) -> str:
    """What is read of these lines in a text that divides words."""
    more = ["one word is inter-", "nationally known"] * 3
    placed = [at(50, 700 - 12 * number, line) for number, line in enumerate([*lines, *more])]
    return " ".join(texts(read(pdf(page(*placed)))))


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        # The word stands in another form, or its first half in other words.
        (["the prime-ministers came; a prime-", "minister went"], "a prime-minister went"),
        (["prime ministers came; a minis-", "terial paper"], "a ministerial paper"),
        (["online-services and online-", "payments"], "online-payments"),
        (["an internationalist; inter-", "nationalism"], "an internationalist; internationalism"),
        # The rest of the word stands in the next one.
        (["in Daten- und Sprach-", "und Bilderkennung"], "Sprach- und Bilderkennung"),
        (["Datenintegrations-", "und -austauschplattform"], "Datenintegrations- und -austausch"),
        # A word that begins so is none of these.
        (["im Hinter-", "grund"], "im Hintergrund"),
    ],
)
def test_a_hyphen_at_the_end_of_a_line(lines: list[str], said: str) -> None:
    assert said in _of_a_text(*lines)


def test_a_paragraph_that_breaks_at_a_comma_goes_on_on_the_next_page() -> None:
    first = page(at(50, 300, LONG), at(50, 288, f"{LONG},"))
    document = read(pdf(first, page(at(50, 700, "as the town was told."), at(50, 660, "The end"))))
    assert texts(document)[0].endswith(f"{LONG}, as the town was told.")


def test_a_line_is_a_heading_by_the_size_of_its_font_and_not_of_its_letters() -> None:
    """The boxes of "Ag" are half as high again as those of "no"."""
    document = read(
        pdf(
            page(
                at(50, 700, "no one is sure", 12),
                *(at(50, 660 - 12 * n, f"{LONG} {n}.") for n in range(9)),
                at(50, 500, "Aging (again)", 10),
            )
        )
    )
    assert document.blocks[0].role == "heading"
    assert document.blocks[-1].role == "paragraph"


def test_a_paragraph_goes_on_on_the_next_page() -> None:
    first = page(at(50, 300, LONG), at(50, 288, LONG))
    document = read(pdf(first, page(at(50, 700, "Oslo was told."), at(50, 660, "The end"))))
    assert texts(document)[0].endswith(f"{LONG} Oslo was told.")
    # Behind a line that is not full something else begins.
    short = page(at(50, 300, LONG), at(50, 288, "Same author"))
    assert texts(read(pdf(short, page(at(50, 700, "Heritage")))))[-2:] != ["Same author Heritage"]


def test_letters_without_heights_are_no_other_size() -> None:
    """The box of "to do" is lower than that of a line with capitals."""
    document = read(pdf(page(at(50, 700, LONG), at(50, 688, "was seen so."), at(50, 640, "Next."))))
    assert texts(document) == [f"{LONG} was seen so.", "Next."]


def test_what_every_page_repeats_is_chrome() -> None:
    pages = [
        page(
            at(50, 780, "The Harbour Gazette"),
            at(50, 600, f"{LONG} it rained {'abc'[number]}."),
            at(300, 20, f"Page {number + 1}"),
        )
        for number in range(3)
    ]
    document = read(pdf(*pages))
    assert texts(document) == [f"{LONG} it rained {letter}." for letter in "abc"]
    assert sum(block.chrome for block in document.blocks) == 6


def test_a_scan_and_a_broken_file_say_so() -> None:
    with pytest.raises(EmptyFileError, match="no text layer"):
        read(pdf("0 0 m 9 9 l S"))
    with pytest.raises(DamagedFileError):
        read(b"%PDF-1.4 nothing")
    with pytest.raises(DamagedFileError):
        read(b"just words")


def test_a_password_is_named() -> None:
    lock = (
        "/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <"
        + "28" * 32
        + "> /U <"
        + "29" * 32
        + "> >> /ID [<00> <00>] "
    )
    with pytest.raises(PasswordProtectedError, match="password"):
        read(pdf(at(50, 700, "secret"), more=lock))


@pytest.mark.parametrize(
    "document", [read(pdf(at(50, 700, "Text."))), read(rb"{\rtf1 Text.\par}", "x.rtf")]
)
def test_neither_is_written(document: Document) -> None:
    with pytest.raises(UnwritableFileError, match="Export the correction as docx"):
        formats.edited_bytes(document, [TextEdit(0, Span(0, 1), "t")])
    assert formats.edited_bytes(document, []) == document.original


def test_a_document_of_libreoffice_as_rtf() -> None:
    assert texts(formats.read(FILES / "bridge.rtf")) == [
        "Old bridge of Varna Ford reopens",
        "The bridge over the river Oss cost 4.2 million crowns & took nine months. "
        "Mayor Lena Brook opened it on Friday.",
        "What comes next",
        "More is told on the town’s own page and at\tthe hall.",
        "The tolls are:",
        "one crown for walkers, three for carts.",
        "Walkers keep to the left.",
        "Carts keep to the right.",
        "Year",
        "Crossings",
        "2025",
        "61,300",
        "The ferry ran for the last time in March.",
        "The bridge at dusk",
        "Nobody was hurt.",
        "Figures of the town council, rounded.",
        "A note in a box: the ferry stops on Sunday.",
    ]


@pytest.mark.parametrize(
    ("source", "read_as"),
    [
        (r"{\rtf1 One.\par Two.}", ["One.", "Two."]),
        (r"{\rtf1\ansi\ansicpg1251 \'cc\'ee\'f1\'f2.}", ["Мост."]),
        (r"{\rtf1 a{\footnote Note.} b}", ["a b", "Note."]),
        (r"{\rtf1 a{\deleted no} b}", ["a b"]),
        (r"{\rtf1 a{\*\annotation no} b}", ["a b"]),
        (r"{\rtf1 2\u178? x}", ["2² x"]),
    ],
)
def test_shapes_of_rtf(source: str, read_as: list[str]) -> None:
    assert texts(read(source.encode(), "x.rtf")) == read_as


def test_what_is_no_rtf_says_so() -> None:
    with pytest.raises(DamagedFileError, match="no RTF"):
        read(b"plain words", "x.rtf")


@pytest.mark.parametrize(
    ("above", "below", "size", "step"),
    [
        (12, 12, 0.0, 14),
        (24, 12, 0.0, 14),
        (12, 24, 0.0, 14),
        (24, 24, 0.0, 26),
        (24, 24, 2.0, 26),
        (24, 24, 10.0, 15),
        (12, 24, 10.0, 14),
    ],
)
def test_the_step_to_a_line_is_that_of_a_single_one(
    above: float, below: float, size: float, step: float
) -> None:
    """What pdfium gives as one line may be two; the size of the font says how high one is."""
    upper = _Line("upper", 0, 100, 500, 500 + above, 1, size)
    lower = _Line("lower", 0, 100, 498 - below, 498, 1, size)
    assert _step(upper, lower) == pytest.approx(step)
