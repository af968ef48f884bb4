"""Pages that a browser saved with their style sheets: what these hide is no text."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from reviewer import formats
from reviewer.domain import Document, Span, TextEdit
from reviewer.formats.errors import StaleDocumentError
from reviewer.formats.html import sheets_beside as beside

TEXT = [
    "The old bridge over the river was closed in March, since its piers had cracks.",
    "Engineers replaced forty metres of railing and every lamp on it in the spring.",
]
SHEET = ".sr,.gone{display:none}.part{display:block}"


def page(href: str) -> str:
    return (
        f'<html lang=en><link rel=stylesheet href="{href}"><body><h1>The bridge</h1>'
        f"<p>{TEXT[0]} <b class=sr>Unseen words.</b> So it stays.</p>"
        "<p class=gone>Nobody but a machine reads this sentence on the page.</p>"
        f"<p>{TEXT[1]}</p><div>It opens.<span class=part>Seven it is.</span></div>"
    )


def saved(folder: Path, href: str, sheet: str) -> Path:
    """A page that links to `href`, with the sheet at `sheet`."""
    (folder / "in").mkdir(exist_ok=True)
    place = folder / "in" / sheet
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(SHEET, "utf-8")
    path = folder / "in" / "page.html"
    path.write_text(page(href), "utf-8")
    return path


def seen(document: Document) -> list[str]:
    return [block.text for block in document.blocks if not block.chrome]


@pytest.mark.parametrize(
    ("href", "sheet"),
    [
        ("page_files/a.css", "page_files/a.css"),
        ("./page-Dateien/a.css", "page-Dateien/a.css"),
        ("page_fichiers/a.css?ver=1", "page_fichiers/a.css"),
        ("page.files/a.css#top", "page.files/a.css"),
        ("my%20page/a.css", "my page/a.css"),
        ("页面_files/a.css", "页面_files/a.css"),
        ("sub/../page_files/a(1)", "page_files/a(1)"),
        ("a.css", "a.css"),
    ],
)
def test_what_they_hide_is_no_text(tmp_path: Path, href: str, sheet: str) -> None:
    assert seen(formats.read(saved(tmp_path, href, sheet))) == [
        "The bridge",
        f"{TEXT[0]} So it stays.",
        TEXT[1],
        "It opens.",
        "Seven it is.",
    ]


@pytest.mark.parametrize(
    ("href", "sheet"),
    [
        ("../a.css", "../a.css"),
        ("page_files/../../a.css", "../a.css"),
        ("%2e%2e/a.css", "../a.css"),
        ("https://a.example/page_files/a.css", "page_files/a.css"),
        ("//page_files/a.css", "page_files/a.css"),
        ("/page_files/a.css", "page_files/a.css"),
        ("file:page_files/a.css", "page_files/a.css"),
        ("page_files/b.css", "page_files/a.css"),
        ("page_files", "page_files/a.css"),
        ("", "a.css"),
    ],
)
def test_nothing_outside_the_folder_is_read(tmp_path: Path, href: str, sheet: str) -> None:
    found = seen(formats.read(saved(tmp_path, href, sheet)))
    assert any("Unseen words." in text for text in found)


def test_a_link_of_the_file_system_leads_nowhere_else(tmp_path: Path) -> None:
    path = saved(tmp_path, "page_files/a.css", "page_files/b.css")
    (tmp_path / "a.css").write_text(SHEET, "utf-8")
    (path.parent / "page_files/a.css").symlink_to(tmp_path / "a.css")
    assert any("Unseen words." in text for text in seen(formats.read(path)))


@pytest.mark.parametrize(("largest", "hidden"), [(len(SHEET), True), (len(SHEET) - 1, False)])
def test_a_sheet_that_is_too_large_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, largest: int, hidden: bool
) -> None:
    path = saved(tmp_path, "page_files/a.css", "page_files/a.css")
    for name in ("_LARGEST", "_MOST"):
        with monkeypatch.context() as patch:
            patch.setattr(beside, name, largest)
            assert any("Unseen" in text for text in seen(formats.read(path))) != hidden


@pytest.mark.parametrize("then", ["there", "gone", "another"])
def test_an_edit_finds_its_place_whatever_became_of_the_sheets(tmp_path: Path, then: str) -> None:
    path = saved(tmp_path, "page_files/a.css", "page_files/a.css")
    document = formats.read(path)
    if then == "gone":
        shutil.rmtree(path.parent / "page_files")
    elif then == "another":
        (path.parent / "page_files/a.css").write_text("p{display:none}", "utf-8")
    assert formats.edited_bytes(document, []) == document.original
    for text, old, new in (
        (f"{TEXT[0]} So it stays.", "stays", "goes"),
        (f"{TEXT[0]} So it stays.", "cracks. So", "gaps. Thus"),
        (TEXT[1], "forty", "50"),
        ("It opens.", "opens", "shuts"),
        ("Seven it is.", "Seven", "Eight"),
    ):
        number = seen_at(document, text)
        start = text.index(old)
        edit = TextEdit(number, Span(start, start + len(old)), new)
        made = formats.edited_bytes(document, [edit]).decode()
        assert [each in made for each in new.split(". ")] == [True] * len(new.split(". "))
        assert "Unseen words." in made
        assert made.count("<") == page("page_files/a.css").count("<")


def seen_at(document: Document, text: str) -> int:
    return next(n for n, block in enumerate(document.blocks) if block.text == text)


def test_a_page_that_reads_otherwise_takes_no_edit(tmp_path: Path) -> None:
    path = saved(tmp_path, "page_files/a.css", "page_files/a.css")
    document = formats.read(path)
    other = Document(
        document.path,
        document.format,
        document.blocks,
        document.original.replace(b"forty", b"fifty"),
        document.encoding,
    )
    with pytest.raises(StaleDocumentError):
        formats.edited_bytes(other, [TextEdit(0, Span(0, 1), "x")])
