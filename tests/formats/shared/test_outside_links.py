"""A sentence that is typed beside one which is a link stands outside of it."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import docx
import pytest
from docx.oxml import OxmlElement

from reviewer import formats
from reviewer.domain import Block, Edit, Segment, Span, TextEdit
from reviewer.formats.shared.changes import changes, edited
from reviewer.formats.shared.outside_links import outside_links
from reviewer.review.export_edits import corrected_edits
from tests.formats.idml import test_idml
from tests.formats.pptx import test_pptx

LINK = re.compile("<(.*?)>")
INNER = '<HyperlinkTextSource Self="u1" Name="a"><Content>{}</Content></HyperlinkTextSource>'


def slides(pieces: list[str]) -> bytes:
    """A slide with one paragraph; every second piece is a link."""
    link = '<a:rPr lang="de"><a:hlinkClick r:id="rId2" xmlns:r="x"/></a:rPr>'
    runs = [test_pptx.run(text, link if n % 2 else "") for n, text in enumerate(pieces) if text]
    shape = test_pptx.shape(test_pptx.line(*runs))
    return test_pptx.made(test_pptx.slide(shape), test_pptx.slide(), test_pptx.slide())


def stories(pieces: list[str], link: str) -> bytes:
    """A story with one paragraph; every second piece is a link."""
    inside = "".join(
        link.format(text) if n % 2 else test_idml.run(text) for n, text in enumerate(pieces) if text
    )
    return test_idml.made(test_idml.paragraph(inside))


FOREIGN: dict[str, Callable[[list[str]], bytes]] = {
    ".pptx": slides,
    ".idml": lambda pieces: stories(pieces, f"<CharacterStyleRange>{INNER}</CharacterStyleRange>"),
}


def foreign(suffix: str, content: bytes) -> str:
    """The text of the paragraph of a slide or a story, links in <>."""
    name = "ppt/slides/slide1.xml" if suffix == ".pptx" else "Stories/Story_u0.xml"
    written = zipfile.ZipFile(io.BytesIO(content)).read(name).decode()
    ElementTree.fromstring(written)
    run = r"<a:r>(<a:rPr.*?</a:rPr>)?<a:t>(.*?)</a:t></a:r>"
    if suffix == ".pptx":
        made = re.sub(run, lambda m: f"\1{m[2]}\2" if "hlink" in (m[1] or "") else m[2], written)
    else:
        made = re.sub(r"<HyperlinkTextSource[^>]*>", "\1", written)
        made = made.replace("</HyperlinkTextSource>", "\2")
    made = re.sub(r"<[^>]*>", "", made)
    return made.replace("\1", "<").replace("\2", ">").strip()


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
    elif path.suffix in FOREIGN:
        path.write_bytes(FOREIGN[path.suffix](LINK.split(text)))
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
    if path.suffix in FOREIGN:
        return foreign(path.suffix, content)
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


@pytest.mark.parametrize("suffix", [".html", ".md", ".docx", ".odt", ".pptx", ".idml"])
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


@pytest.mark.parametrize(
    ("link", "written"),
    [
        (
            f"<CharacterStyleRange>{INNER}</CharacterStyleRange>",
            "<CharacterStyleRange><Content>One. </Content></CharacterStyleRange>"
            "<CharacterStyleRange><HyperlinkTextSource",
        ),
        (
            INNER.replace("<Content>", "<CharacterStyleRange><Content>").replace(
                "</Content>", "</Content></CharacterStyleRange>"
            ),
            "<CharacterStyleRange><Content>One. </Content></CharacterStyleRange>"
            "<HyperlinkTextSource",
        ),
        (
            f"<CharacterStyleRange>{INNER}<Br/></CharacterStyleRange>",
            "<Content> Three.</Content><Br/></CharacterStyleRange>",
        ),
    ],
    ids=["range around it", "range in it", "break behind it"],
)
def test_links_of_stories_in_all_their_ways(tmp_path: Path, link: str, written: str) -> None:
    path = tmp_path / "a.idml"
    path.write_bytes(stories(["", "Two."], link))
    document = formats.read(path)
    edits = corrected_edits(
        document.blocks, segments(("One.", 0, 0), ("Two.", 0, 4), ("Three.", 4, 4))
    )
    content = formats.edited_bytes(document, edits)
    assert foreign(".idml", content) == "One. <Two.> Three."
    assert written in zipfile.ZipFile(io.BytesIO(content)).read("Stories/Story_u0.xml").decode()
