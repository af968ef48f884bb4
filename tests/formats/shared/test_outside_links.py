"""A sentence that is typed beside one which is a link stands outside of it."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import docx
import pytest
from docx.oxml import OxmlElement

from reviewer import formats
from reviewer.domain import Block, Edit, Segment, Span, TextEdit
from reviewer.formats.shared.changes import changes, edited
from reviewer.formats.shared.outside_links import outside_links
from reviewer.review.export_edits import corrected_edits

LINK = re.compile("<(.*?)>")
ODT = """<office:document-content xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.2"><office:body><office:text>"""
ODT_END = "</office:text></office:body></office:document-content>"


def made(path: Path, text: str) -> Path:
    """A file with one paragraph; what stands in <> is a link."""
    if path.suffix == ".html":
        path.write_text(
            f"<p>{LINK.sub('<a href=y><b>' + chr(92) + '1</b></a>', text)}</p>", "utf-8"
        )
    elif path.suffix == ".md":
        path.write_text(LINK.sub(r"[*\1*](y)", text) + "\n", "utf-8")
    elif path.suffix == ".odt":
        linked = LINK.sub(r'<text:a xlink:href="y"><text:span>\1</text:span></text:a>', text)
        with zipfile.ZipFile(path, "w") as package:
            package.writestr("mimetype", "application/vnd.oasis.opendocument.text")
            package.writestr("content.xml", f"{ODT}<text:p>{linked}</text:p>{ODT_END}")
    else:
        document = docx.Document()
        paragraph = document.add_paragraph()
        for number, piece in enumerate(LINK.split(text)):
            if piece and number % 2:
                link = OxmlElement("w:hyperlink")
                link.append(paragraph.add_run(piece)._r)
                paragraph._p.append(link)
            elif piece:
                paragraph.add_run(piece)
        document.save(str(path))
    return path


def shown(path: Path, content: bytes) -> str:
    """The text of the paragraph in `content`, links in <>."""
    if path.suffix in (".docx", ".odt"):
        name = "word/document.xml" if path.suffix == ".docx" else "content.xml"
        written = zipfile.ZipFile(io.BytesIO(content)).read(name).decode()
        written = re.search(r"<w:p>.*?</w:p>|<text:p>.*</text:p>", written, re.DOTALL)[0]  # type: ignore[index]
    else:
        written = re.sub(r"\[(.*?)\]\(y\)", r"<a>\1</a>", content.decode().replace("*", ""))
    written = re.sub(r"<(?:w:hyperlink|text:a|a)(?: [^>]*)?>", "\1", written)
    written = re.sub(r"</(?:w:hyperlink|text:a|a)>", "\2", written)
    written = re.sub(r"<[^>]*>", "", written)
    return written.replace("\1", "<").replace("\2", ">").strip()


def segments(*sentences: tuple[str, int, int]) -> list[Segment]:
    return [Segment(f"t{n}", text, 0, Span(a, b)) for n, (text, a, b) in enumerate(sentences)]


CASES = {
    "before": (
        "<Two is a link.> Three.",
        [("One.", 0, 0), ("Two is a link.", 0, 14), ("Three.", 15, 21)],
        "One. <Two is a link.> Three.",
    ),
    "behind": (
        "One. <Two is a link.>",
        [("One.", 0, 4), ("Two is a link.", 5, 19), ("Three.", 19, 19)],
        "One. <Two is a link.> Three.",
    ),
    "between": (
        "<One is a link.> <Three is a link.>",
        [("One is a link.", 0, 14), ("Two.", 14, 14), ("Three is a link.", 15, 31)],
        "<One is a link.> Two. <Three is a link.>",
    ),
    "two of them, and a correction in the link": (
        "<Two is a link.>",
        [("Zero.", 0, 0), ("One.", 0, 0), ("Two was a link.", 0, 14), ("Two & more.", 14, 14)],
        "Zero. One. <Two was a link.> Two &amp; more.",
    ),
    "the same words at both sides": (
        "<The one is a link.>",
        [("The one is none.", 0, 0), ("The one is a link.", 0, 18), ("The link.", 18, 18)],
        "The one is none. <The one is a link.> The link.",
    ),
    "a link that goes on": (
        "One. <Two and three> are a link.",
        [("One.", 0, 4), ("One and a half.", 4, 4), ("Two and three are a link.", 5, 30)],
        "One. One and a half. <Two and three> are a link.",
    ),
    "words at the end of a link are in it": (
        "<Two is a link.>",
        [("Two is a link of yours.", 0, 14)],
        "<Two is a link of yours.>",
    ),
}


@pytest.mark.parametrize("suffix", [".html", ".md", ".docx", ".odt"])
@pytest.mark.parametrize(("text", "typed", "wanted"), CASES.values(), ids=CASES)
def test_it_stands_outside_of_the_link(
    tmp_path: Path, suffix: str, text: str, typed: list[tuple[str, int, int]], wanted: str
) -> None:
    document = formats.read(made(tmp_path / f"a{suffix}", text))
    edits = corrected_edits(document.blocks, segments(*typed))
    content = formats.edited_bytes(document, edits)
    if suffix == ".md":
        wanted = wanted.replace("&amp;", "&")
    assert shown(tmp_path / f"a{suffix}", content) == wanted


def test_the_changes_of_an_edit_with_new_sentences_make_its_text() -> None:
    edits: list[Edit] = corrected_edits(
        [Block("One is. Two is.")],
        segments(("Zero.", 0, 0), ("One was.", 0, 7), ("Half.", 7, 7), ("Two is.", 8, 15)),
    )
    [edit] = edits
    assert isinstance(edit, TextEdit)
    assert edit.inserted == ((0, Span(0, 6)), (7, Span(14, 20)))
    found = changes("One is. Two is.", [edit])
    assert edited("One is. Two is.", found) == edit.text == "Zero. One was. Half. Two is."
    assert [change.text for change in found if change.sentence] == ["Zero. ", " Half."]


@pytest.mark.parametrize(
    ("source", "at", "behind", "place"),
    [
        ("<p><a href='x'>Two.</a></p>", 19, True, 23),
        ("<p><a href='x'>Two.</a></p>", 15, False, 3),
        ("<p><a href='x'><b>Two.</b></a></p>", 18, False, 3),
        ("<p><b>Two.</b></p>", 10, True, None),
        ("<a><p>Two.</p></a>", 10, True, None),
        ("<p>Two.", 7, True, None),
        ("Two.", 0, False, None),
    ],
)
def test_the_place_is_next_to_the_link_in_the_same_paragraph(
    source: str, at: int, behind: bool, place: int | None
) -> None:
    assert outside_links(source, at, behind=behind) == place
