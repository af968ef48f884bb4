"""Fields of Word that number paragraphs: a mark before the text, and no text."""

from __future__ import annotations

import pytest

from reviewer import formats
from reviewer.domain import Document
from tests.formats.docx.test_docx import made, paragraph, run
from tests.formats.docx.test_docx_fields import field, simple


def marks(document: Document) -> list[tuple[str, str]]:
    return [(block.mark, block.text) for block in document.blocks]


def heading(level: int, *content: str) -> str:
    return paragraph(*content).replace("<w:pPr>", f'<w:pPr><w:outlineLvl w:val="{level - 1}"/>', 1)


@pytest.mark.parametrize("way", [field, simple, lambda code: field(code, result="9.")])
@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("AUTONUM", ["1.", "2.", "3."]),
        (" AUTONUM \\s : ", ["1:", "2:", "3:"]),
        ("autonumlgl \\e", ["1", "2", "3"]),
        ("AUTONUMOUT", ["I.", "II.", "III."]),
        ("LISTNUM", ["1)", "2)", "3)"]),
        (" LISTNUM NumberDefault \\l 2 ", ["a)", "b)", "c)"]),
        ("LISTNUM \\l 3", ["i)", "ii)", "iii)"]),
        ("LISTNUM \\l 4 \\s 7", ["(7)", "(7)", "(7)"]),
        ("LISTNUM \\l 9", ["i.", "ii.", "iii."]),
    ],
)
def test_paragraphs_are_counted(way: object, code: str, shown: list[str]) -> None:
    assert callable(way)
    document = made("".join(paragraph(way(code), run(f" {n} of it.")) for n in "abc"))
    assert marks(document) == [(mark, f"{n} of it.") for mark, n in zip(shown, "abc", strict=True)]
    assert formats.edited_bytes(document, []) == document.original


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("AUTONUM", ["1.", "1.", "2.", "2.", "1."]),
        ("AUTONUMLGL", ["1.", "1.1.", "1.2.", "2.", "2.1."]),
        ("AUTONUMLGL \\s - \\e", ["1", "1-1", "1-2", "2", "2-1"]),
        ("AUTONUMOUT", ["I.", "A.", "B.", "II.", "A."]),
    ],
)
def test_paragraphs_are_counted_below_their_headings(code: str, shown: list[str]) -> None:
    one, two = (heading(1, field(code), run(f"Head {n}")) for n in "ab")
    texts = [paragraph(field(code), run(f"It is {n}.")) for n in "cde"]
    document = made("".join([one, *texts[:2], two, texts[2]]))
    assert [mark for mark, _ in marks(document)] == shown


def test_a_number_in_the_midst_of_a_paragraph_is_none_of_it() -> None:
    document = made(paragraph(run("Take "), field("LISTNUM"), run(" this one.")))
    assert marks(document) == [("", "Take  this one.")]


def test_a_field_of_another_name_counts_nothing() -> None:
    document = made(paragraph(field("AUTONUMBER"), run("Take this one.")))
    assert marks(document) == [("", "Take this one.")]
