"""A corrected text leaves in its own format, or as a plain document of another."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer import formats
from reviewer.domain import Span, TextEdit
from reviewer.formats.errors import UnknownFormatError
from reviewer.reports import write_corrected
from reviewer.reports.corrected import converted

ARTICLE = """\
Die alte Brücke ist wieder offen

Die Brücke kostete 4,2 Millionen Kronen & dauerte <neun> Monate.
- Fußgänger: frei
- Karren: 3 Kronen
*Niemand* wurde_verletzt, sagte #1 der Stadt; 1. Mai war der Tag [siehe dort].
"""
TEXTS = [
    "Die alte Brücke ist wieder offen",
    "Die Brücke kostete 4,5 Millionen Kronen & dauerte <neun> Monate.",
    "Fußgänger: frei",
    "Karren: 3 Kronen",
    "*Niemand* wurde_verletzt, sagte #1 der Stadt; 1. Mai war der Tag [siehe dort].",
]
EDIT = TextEdit(1, Span(21, 22), "5")


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "artikel.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


@pytest.mark.parametrize("suffix", [".txt", ".md", ".html", ".docx"])
def test_every_format_carries_the_corrected_text(article: Path, suffix: str) -> None:
    document = formats.read(article)
    path = article.with_name(f"neu{suffix}")
    write_corrected(document, [EDIT], path, language="de")
    blocks = [block for block in formats.read(path).blocks if not block.chrome]
    assert [block.text.removeprefix("- ") for block in blocks] == TEXTS


def test_roles_survive_where_the_format_has_them(article: Path) -> None:
    document = formats.read(article)
    for suffix in (".md", ".html", ".docx"):
        path = article.with_name(f"neu{suffix}")
        write_corrected(document, [], path, language="de")
        roles = [block.role for block in formats.read(path).blocks if not block.chrome]
        assert roles == ["title", "paragraph", "list_item", "list_item", "paragraph"]


def test_in_its_own_format_only_the_edit_differs(article: Path) -> None:
    write_corrected(formats.read(article), [EDIT], article.with_name("neu.txt"))
    assert article.with_name("neu.txt").read_text(encoding="utf-8") == ARTICLE.replace("4,2", "4,5")


def test_right_to_left_text_stays_so(tmp_path: Path) -> None:
    path = tmp_path / "خبر.txt"
    path.write_text("أعيد فتح الجسر القديم بعد تسعة أشهر.\n", encoding="utf-8")
    document = formats.read(path)
    write_corrected(document, [], tmp_path / "x.html", language="ar")
    assert 'lang="ar" dir="rtl"' in (tmp_path / "x.html").read_text(encoding="utf-8")
    write_corrected(document, [], tmp_path / "x.docx", language="ar")
    import docx

    paragraph = docx.Document(str(tmp_path / "x.docx")).paragraphs[0]
    assert "<w:bidi/>" in paragraph._element.xml
    assert "<w:rtl/>" in paragraph._element.xml


def test_furniture_that_the_markup_names_stays_behind(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text("<nav>Menu</nav><h1>Head</h1><p>Text.</p>", encoding="utf-8")
    write_corrected(formats.read(path), [], tmp_path / "x.txt")
    assert (tmp_path / "x.txt").read_text(encoding="utf-8") == "Head\n\nText.\n"


def test_a_format_that_is_not_known_is_refused(article: Path) -> None:
    with pytest.raises(UnknownFormatError, match=r"\.docx, \.html, \.htm, \.md"):
        write_corrected(formats.read(article), [], article.with_name("neu.pdf"))
    assert not article.with_name("neu.pdf").exists()


@pytest.mark.parametrize("suffix", [".md", ".html", ".docx"])
@settings(max_examples=25)
@given(
    st.lists(
        st.text(st.sampled_from("ab c.&<>*_`[]()#|\\~!-+=1\u00a0жب"), min_size=1, max_size=20)
        .map(lambda text: "x" + " ".join(text.split()))
        .map(str.strip),
        min_size=1,
        max_size=4,
    )
)
def test_any_line_comes_out_as_it_went_in(suffix: str, lines: list[str]) -> None:
    document = formats.read_bytes(Path("x.txt"), "\n\n".join(lines).encode())
    data = converted(document, [], Path(f"x{suffix}"))
    again = formats.read_bytes(Path(f"x{suffix}"), data)
    assert [block.text for block in again.blocks if not block.chrome] == lines
