"""InDesign documents: stories, paragraph by paragraph."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from reviewer import formats
from reviewer.domain import Document, NewBlock, Role, Span, TextEdit
from reviewer.formats.errors import DamagedFileError
from reviewer.formats.reading import not_read

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


def test_stories_that_are_listed_and_not_there_are_told() -> None:
    data = made(paragraph(run("Here.")))
    assert formats.not_read(read(data)) is None
    link = '<idPkg:Story src="Stories/Story_u7.xml"/>'
    buffer = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            part = old.read(name).decode()
            new.writestr(name, part.replace("</Document>", f"{link}{link}</Document>"))
    document = read(buffer.getvalue())
    assert [block.text for block in document.blocks] == ["Here."]
    assert str(formats.not_read(document)) == (
        "“x.idml”: 2 parts with text that it lists are not in the file, and so are not read."
    )


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


A, B = run("One."), run("Two.")
BREAK = "<CharacterStyleRange><Br/></CharacterStyleRange>"


def ended(text: str) -> str:
    return f"<CharacterStyleRange><Content>{text}</Content><Br/></CharacterStyleRange>"


def after(story: str, *new: NewBlock) -> str:
    data = formats.edited_bytes(read(made(story)), list(new))
    with zipfile.ZipFile(BytesIO(data)) as package:
        whole = package.read("Stories/Story_u0.xml").decode()
    return whole.partition("<StoryPreference/>")[2].removesuffix("</Story></idPkg:Story>")


def new(
    block: int, role: Role = "paragraph", text: str = "New.", *, behind: bool = True
) -> NewBlock:
    return NewBlock(block, text, role, int(role == "heading"), behind)


TABLE = "<CharacterStyleRange><Table>{}</Table><Br/></CharacterStyleRange>"
STORIES = {
    "between paragraphs of one range, which ends and begins again": (
        paragraph(ended("One.") + B), [new(0)],
        paragraph(ended("One.")[:-22] + "</CharacterStyleRange>")
        + paragraph(ended("New.")) + paragraph("<CharacterStyleRange></CharacterStyleRange>" + B),
    ),
    "behind a range that ends with its paragraph": (
        paragraph(ended("One.")) + paragraph(B), [new(0)],
        paragraph(ended("One.")) + paragraph(ended("New.")) + paragraph(B),
    ),
    "behind the last one, which has no break": (
        paragraph(A), [new(0), new(0, text="And more.")],
        paragraph(ended("One.")) + paragraph(ended("New.")) + paragraph(run("And more.")),
    ),
    "before the first": (
        paragraph(A), [new(0, behind=False)],
        paragraph(ended("New.")) + paragraph(A),
    ),
    "a heading like the one there is": (
        paragraph(ended("Head"), "Headline") + paragraph(ended("One.") ) + paragraph(B),
        [new(1, "heading")],
        paragraph(ended("Head"), "Headline") + paragraph(ended("One."))
        + paragraph(ended("New."), "Headline") + paragraph(B),
    ),
    "without the number and the position of the one beside": (
        '<ParagraphStyleRange Self="x" AppliedParagraphStyle="p"><CharacterStyleRange '
        'Position="Superscript" FillColor="c"><Content>One.</Content><Br/></CharacterStyleRange>'
        "</ParagraphStyleRange>",
        [new(0)],
        '<ParagraphStyleRange Self="x" AppliedParagraphStyle="p"><CharacterStyleRange '
        'Position="Superscript" FillColor="c"><Content>One.</Content><Br/></CharacterStyleRange>'
        '</ParagraphStyleRange><ParagraphStyleRange AppliedParagraphStyle="p"><CharacterStyleRange '
        'FillColor="c"><Content>New.</Content><Br/></CharacterStyleRange></ParagraphStyleRange>',
    ),
    "in an empty cell": (
        paragraph(TABLE.format(
            f"<Cell>{paragraph(A)}</Cell><Cell>{paragraph('<CharacterStyleRange/>')}</Cell>"
        )),
        [new(0, "table_cell")],
        paragraph(TABLE.format(
            f"<Cell>{paragraph(A)}</Cell><Cell>{paragraph(run('New.'))}</Cell>"
        )),
    ),
    "in a cell without anything": (
        paragraph(TABLE.format(f"<Cell>{paragraph(A)}</Cell><Cell></Cell>")),
        [new(0, "table_cell")],
        paragraph(TABLE.format(
            f"<Cell>{paragraph(A)}</Cell><Cell>{paragraph(run('New.'))}</Cell>"
        )),
    ),
    "beside the words where no cell is empty": (
        paragraph(TABLE.format(f"<Cell>{paragraph(A)}</Cell>")), [new(0, "table_cell")],
        paragraph(TABLE.format(f"<Cell>{paragraph(run('One. New.'))}</Cell>")),
    ),
    "a paragraph behind the last cell stands behind the table": (
        paragraph(TABLE.format(f"<Cell>{paragraph(A)}</Cell>")) + paragraph(B), [new(0)],
        paragraph(TABLE.format(f"<Cell>{paragraph(A)}</Cell>")) + paragraph(ended("New."))
        + paragraph(B),
    ),
    "a paragraph behind a note stands behind its paragraph": (
        paragraph(
            "<CharacterStyleRange><Content>One.</Content><Footnote>" + paragraph(run("Note."))
            + "</Footnote><Br/></CharacterStyleRange>"
        ) + paragraph(B),
        [new(1)],
        paragraph(
            "<CharacterStyleRange><Content>One.</Content><Footnote>" + paragraph(run("Note."))
            + "</Footnote><Br/></CharacterStyleRange>"
        ) + paragraph(ended("New.")) + paragraph(B),
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", STORIES)
def test_a_paragraph_that_was_missing(case: str) -> None:
    story, blocks, wanted = STORIES[case]
    assert after(story, *blocks) == wanted


def test_a_heading_where_there_is_none_has_the_style_of_headings() -> None:
    buffer = BytesIO(made(paragraph(A)))
    with zipfile.ZipFile(buffer, "a") as package:
        package.writestr(
            "Resources/Styles.xml",
            '<idPkg:Styles xmlns:idPkg="i"><ParagraphStyle Self="ParagraphStyle/Heading 1" '
            'Name="Heading 1"/></idPkg:Styles>',
        )
    data = formats.edited_bytes(read(buffer.getvalue()), [new(0, "heading", "New", behind=False)])
    assert [(each.role, each.text) for each in read(data).blocks] == [
        ("heading", "New"),
        ("paragraph", "One."),
    ]


@pytest.mark.parametrize("behind", [True, False])
def test_beside_every_paragraph_of_a_story(behind: bool) -> None:
    end = "</CharacterStyleRange></ParagraphStyleRange><ParagraphStyleRange"
    document = read(made(STORY.replace(end, f"<Br/>{end}")))
    texts = [block.text for block in document.blocks]
    for number, text in enumerate(texts):
        if text == "cell":
            # The paragraph that its table stands in goes on behind it: there is no place between.
            continue
        data = formats.edited_bytes(document, [new(number, behind=behind)])
        found = [block.text for block in read(data).blocks]
        assert sorted(found) == sorted([*texts, "New."])
        assert [each for each in found if each != "New."] == texts


@pytest.mark.parametrize(
    ("story", "read_as"),
    [
        (paragraph(run("Chapter one<?ACE 8?>12")), ["Chapter one\t12"]),
        (paragraph(run("Page <?ACE 18?> of ten<?ACE 4?>")), ["Page  of ten"]),
        # A link that brings a range of its own is in the midst of its paragraph.
        (
            paragraph(
                run("See ")
                + f"<HyperlinkTextSource>{paragraph(run('this'), 'Title')}</HyperlinkTextSource>"
                + run(" page.")
            )
            + paragraph(run("Next.")),
            ["See this page.", "Next."],
        ),
    ],
)
def test_marks_and_ranges_within_a_paragraph(story: str, read_as: list[str]) -> None:
    document = read(made(story))
    assert [block.text for block in document.blocks] == read_as
    assert document.blocks[0].role == "paragraph"


@pytest.mark.parametrize(
    ("shift", "seen"), [("1.9", "106"), ("2", "10⁶"), ("-2.5", "10₆"), ("0", "106"), ("x", "106")]
)
def test_a_shift_of_the_line_raises_and_lowers(shift: str, seen: str) -> None:
    story = paragraph(run("10") + run("6", f' BaselineShift="{shift}"'))
    assert [block.text for block in read(made(story)).blocks] == [seen]


def test_text_variables_are_told() -> None:
    variable = (
        '<CharacterStyleRange><TextVariableInstance ResultText="p. 12"/></CharacterStyleRange>'
    )
    told = not_read(read(made(paragraph(run("See ") + variable))))
    assert "text variables in it are seen and not read" in str(told)
    assert not_read(read(made(paragraph(run("See "))))) is None
