"""InDesign documents: stories, paragraph by paragraph."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from reviewer import formats
from reviewer.domain import Document, Span, TextEdit
from reviewer.formats.errors import DamagedFileError

SPACE = 'xmlns:idPkg="http://ns.adobe.com/AdobeInDesign/idml/1.0/packaging"'


def run(text: str, more: str = "") -> str:
    return f"<CharacterStyleRange{more}><Content>{text}</Content></CharacterStyleRange>"


def made(*stories: str) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr("mimetype", "application/vnd.adobe.indesign-idml-package")
        links = "".join(
            f'<idPkg:Story src="Stories/Story_u{number}.xml"/>' for number in range(len(stories))
        )
        package.writestr("designmap.xml", f"<Document {SPACE}>{links}</Document>")
        for number, story in enumerate(stories):
            package.writestr(
                f"Stories/Story_u{number}.xml",
                f'<idPkg:Story {SPACE}><Story Self="u{number}"><StoryPreference/>{story}'
                "</Story></idPkg:Story>",
            )
    return buffer.getvalue()


def read(data: bytes) -> Document:
    return formats.read_bytes(Path("x.idml"), data)


def paragraph(inside: str, style: str = "Body") -> str:
    style = f"ParagraphStyle/{style}"
    return f'<ParagraphStyleRange AppliedParagraphStyle="{style}">{inside}</ParagraphStyleRange>'


STORY = (
    paragraph(run("The bridge<?ACE 8?>"), "Headline")
    + paragraph(
        run("It cost 10")
        + run("6", ' Position="Superscript"')
        + run(" crowns &amp; more.")
        + "<Br/>"
        + run("One\u2028sentence.")
        + "<Change ChangeType='DeletedText'>"
        + run("no")
        + "</Change>"
        + "<Note><ParagraphStyleRange>"
        + run("no")
        + "</ParagraphStyleRange></Note>"
    )
    + paragraph(
        "<CharacterStyleRange><Table><Cell>"
        + paragraph(run("cell"))
        + "</Cell></Table><Content>Behind</Content><Footnote>"
        + paragraph(run("note"))
        + "</Footnote><Content> it.</Content></CharacterStyleRange>"
    )
)


def test_stories_are_read_by_their_paragraphs() -> None:
    assert [(block.role, block.text) for block in read(made(STORY, run("Last."))).blocks] == [
        ("heading", "The bridge"),
        ("paragraph", "It cost 10⁶ crowns & more."),
        ("paragraph", "One sentence."),
        ("table_cell", "cell"),
        ("paragraph", "Behind it."),
        ("paragraph", "note"),
        ("paragraph", "Last."),
    ]


def test_an_edit_changes_its_story_alone() -> None:
    data = made(STORY, run("Last."))
    document = read(data)
    edits = [TextEdit(1, Span(10, 11), "⁹"), TextEdit(1, Span(12, 18), "<marks>")]
    written = formats.edited_bytes(document, edits)
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(BytesIO(written)) as new:
        differing = [name for name in old.namelist() if old.read(name) != new.read(name)]
        assert differing == ["Stories/Story_u0.xml"]
    assert read(written).blocks[1].text == "It cost 10⁹ <marks> & more."


def test_what_is_no_indesign_document_says_so() -> None:
    with pytest.raises(DamagedFileError, match="no InDesign document"):
        read(b"PK")
