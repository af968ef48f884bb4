"""Corrections as tracked changes: taken they give the corrected text, refused the one that came."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from reviewer import formats
from reviewer.domain import Block, Document, Edit, NewBlock, Span, TextEdit
from reviewer.formats.docx.form import as_docx
from reviewer.formats.docx.runs import PRIVATE
from reviewer.formats.shared.tracked import Remark, Tracking
from tests.libreoffice import LibreOffice, needs_libreoffice

FILES = Path(__file__).parents[1] / "files"
AT = "2026-11-29T10:00:00.123+00:00"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
T = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"


def tracked(document: Document, texts: dict[int, str], *remarks: Remark) -> Document:
    """`document` with new texts for some of its blocks as tracked changes, read again."""
    edits = [
        TextEdit(number, Span(0, len(document.blocks[number].text)), text)
        for number, text in texts.items()
    ]
    data = formats.tracked_bytes(document, edits, Tracking("Ann Lee", AT, {}, remarks))
    return formats.read_bytes(Path(document.path), data)


def refused(document: Document) -> list[str]:
    """The texts of `document` when its tracked changes by Ann Lee are taken back."""
    undo = without_word_changes if document.format == "docx" else without_odt_changes
    with zipfile.ZipFile(BytesIO(document.original)) as package:
        parts = {each: package.read(each) for each in package.namelist()}
    for name in ("word/document.xml", "word/footnotes.xml", "content.xml"):
        if name in parts:
            root = etree.fromstring(parts[name])
            undo(root)
            parts[name] = etree.tostring(root)
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        for each, data in parts.items():
            package.writestr(each, data)
    return said(formats.read_bytes(Path(document.path), made.getvalue()))


def without_word_changes(root: etree._Element) -> None:
    for inserted in list(root.iter(f"{W}ins")):
        if inserted.get(f"{W}author") == "Ann Lee":
            drop(inserted)
    for deleted in list(root.iter(f"{W}del")):
        if deleted.get(f"{W}author") == "Ann Lee":
            for text in deleted.iter(f"{W}delText"):
                text.tag = f"{W}t"
            parent = deleted.getparent()
            assert parent is not None
            for child in list(deleted):
                deleted.addprevious(child)
            parent.remove(deleted)


def without_odt_changes(root: etree._Element) -> None:
    regions = {
        region.get(f"{T}id"): region
        for region in root.iter(f"{T}changed-region")
        if "Ann Lee" in "".join(region.itertext())
    }
    for start in list(root.iter(f"{T}change-start")):
        name = start.get(f"{T}change-id")
        if name not in regions:
            continue
        end = next(one for one in root.iter(f"{T}change-end") if one.get(f"{T}change-id") == name)
        # What stands between the two in one element.
        while start.getnext() is not end:
            following = start.getnext()
            assert following is not None
            drop(following)
        start.tail = end.tail
        drop(end, keep_tail=False)
        drop(start)
    for change in list(root.iter(f"{T}change")):
        if change.get(f"{T}change-id") not in regions:
            continue
        [paragraph] = regions[change.get(f"{T}change-id")].iter(f"{T}p")
        span = etree.Element(f"{T}span")
        span.text = paragraph.text
        span.extend(list(paragraph))
        span.tail = change.tail
        parent = change.getparent()
        assert parent is not None
        parent.replace(change, span)


def drop(element: etree._Element, *, keep_tail: bool = True) -> None:
    parent = element.getparent()
    assert parent is not None
    before = element.getprevious()
    if keep_tail and element.tail:
        if before is not None:
            before.tail = (before.tail or "") + element.tail
        else:
            parent.text = (parent.text or "") + element.tail
    element.tail = None
    parent.remove(element)


def said(document: Document) -> list[str]:
    return [block.text for block in document.blocks]


def remark(block: int, start: int, end: int, text: str = "Look") -> Remark:
    return Remark(block, Span(start, end), text, "Bo Bee", AT)


def remarked_words(document: Document) -> list[str]:
    """The words of the text, new ones included, that each comment stands on."""
    name = "word/document.xml" if document.format == "docx" else "content.xml"
    with zipfile.ZipFile(BytesIO(document.original)) as package:
        root = etree.fromstring(package.read(name))
    if document.format == "docx":
        openings, closing, key, texts = "commentRangeStart", "commentRangeEnd", f"{W}id", f"{W}t"
        space = W
    else:
        openings, closing, key, texts = "annotation", "annotation-end", f"{OFFICE}name", ""
        space = OFFICE
        for regions in list(root.iter(f"{T}tracked-changes")):
            drop(regions)
    words = []
    for opening in root.iter(f"{space}{openings}"):
        mark = opening.get(key)
        if mark is None or (document.format == "odt" and not mark.startswith("reviewer")):
            continue
        inside, found = False, ""
        for event, element in etree.iterwalk(root, events=("start", "end")):
            name = str(element.tag)
            if name == f"{space}{closing}" and element.get(key) == mark:
                break
            if texts and event == "start" and inside and name == texts:
                found += element.text or ""
            if element is opening and event == "end":
                inside = True
            if not texts and inside and event == "end":
                found += element.tail or ""
            if not texts and inside and event == "start" and element is not opening:
                found += element.text or ""
        words.append(found)
    return words


@pytest.fixture(params=["bridge.docx", "bridge.odt"])
def bridge(request: pytest.FixtureRequest) -> Document:
    return formats.read(FILES / str(request.param))


def number_of(document: Document, words: str) -> int:
    return next(n for n, block in enumerate(document.blocks) if words in block.text)


def test_each_changed_word_is_a_deletion_and_an_insertion_with_author_and_time(
    bridge: Document,
) -> None:
    number = number_of(bridge, "Walkers keep")
    made = tracked(bridge, {number: "Walkers stay to the left."})
    assert made.blocks[number].text == "Walkers stay to the left."
    name = "word/document.xml" if bridge.format == "docx" else "content.xml"
    with zipfile.ZipFile(BytesIO(made.original)) as package:
        source = package.read(name).decode()
    assert source.count("Ann Lee") == 2
    assert source.count("2026-11-29T10:00:00Z") == 2
    assert refused(made) == said(bridge)


def test_only_the_text_and_what_tells_of_comments_changes(bridge: Document) -> None:
    number = number_of(bridge, "Walkers keep")
    made = tracked(bridge, {number: "Go left."}, remark(number, 0, 2))
    with (
        zipfile.ZipFile(BytesIO(bridge.original)) as before,
        zipfile.ZipFile(BytesIO(made.original)) as after,
    ):
        changed = [n for n in after.namelist() if after.read(n) != before.read(n)]
    if bridge.format == "docx":
        assert changed == ["word/document.xml", "word/comments.xml"]
    else:
        assert changed == ["content.xml"]


def test_a_document_without_comments_gets_a_part_for_them() -> None:
    plain = formats.read_bytes(
        Path("a.docx"), formats.made(Path("a.docx"), [Block("One two three.")], "en")
    )
    made = tracked(plain, {}, remark(0, 4, 7, "First\nSecond & third"))
    with zipfile.ZipFile(BytesIO(made.original)) as package:
        comments = package.read("word/comments.xml").decode()
        assert "comments+xml" in package.read("[Content_Types].xml").decode()
        assert "comments.xml" in package.read("word/_rels/document.xml.rels").decode()
    assert re.findall(r"<w:t [^>]*>([^<]*)", comments) == ["First", "Second &amp; third"]
    assert remarked_words(made) == ["two"]


def test_a_remark_stands_on_its_words_also_where_they_are_new(bridge: Document) -> None:
    number = number_of(bridge, "Walkers keep")
    text = "Walkers always keep to the far left."
    made = tracked(
        bridge,
        {number: text},
        remark(number, text.index("keep"), text.index("keep") + 4),
        remark(number, text.index("far"), text.index("far") + 3),
    )
    words = [one.strip() for one in remarked_words(made)]
    assert {"keep", "far"} <= set(words)


def test_a_new_paragraph_is_an_insertion_with_its_mark(bridge: Document) -> None:
    number = number_of(bridge, "What comes next")
    edits = [
        NewBlock(number, "Nobody knows.", behind=True),
        NewBlock(number, "So far.", behind=False),
    ]
    data = formats.tracked_bytes(bridge, edits, Tracking("Ann Lee", AT))
    made = formats.read_bytes(Path(bridge.path), data)
    wanted = said(bridge)
    assert said(made) == [
        *wanted[:number],
        "So far.",
        wanted[number],
        "Nobody knows.",
        *wanted[number + 1 :],
    ]
    if bridge.format == "docx":
        assert refused(made) == wanted


def test_a_remark_in_a_note_stands_at_its_mark_and_quotes_it() -> None:
    bridge = formats.read(FILES / "bridge.docx")
    number = number_of(bridge, "Figures of the town council")
    made = tracked(bridge, {}, remark(number, 0, 7))
    with zipfile.ZipFile(BytesIO(made.original)) as package:
        assert "“Figures”: Look" in package.read("word/comments.xml").decode()
        assert "commentRangeStart" not in package.read("word/footnotes.xml").decode()
        source = package.read("word/document.xml").decode()
    after = source[source.rindex("commentRangeStart") :]
    assert source.index("footnoteReference") < source.rindex("commentReference")
    assert "What comes next" in after


def test_a_change_in_anothers_insertion_cuts_it_in_two() -> None:
    bridge = formats.read(FILES / "bridge.docx")
    number = number_of(bridge, "nine months")
    made = tracked(bridge, {number: bridge.blocks[number].text.replace("nine", "ninety nine")})
    with zipfile.ZipFile(BytesIO(made.original)) as package:
        root = etree.fromstring(package.read("word/document.xml"))
    assert not [one for one in root.iter(f"{W}ins") if one.xpath("ancestor::*[local-name()='ins']")]
    numbers = [one.get(f"{W}id") for name in ("ins", "del") for one in root.iter(f"{W}{name}")]
    assert len(numbers) == len(set(numbers))
    assert refused(made) == said(bridge)


def test_a_change_in_a_formula_is_made_and_told() -> None:
    bridge = formats.read(FILES / "bridge.docx")
    formula = (
        b'<w:p><w:r><w:t xml:space="preserve">Half is </w:t></w:r><m:oMath xmlns:m="http://schemas.'
        b'openxmlformats.org/officeDocument/2006/math"><m:r><m:t>0,5</m:t></m:r></m:oMath></w:p>'
    )
    with zipfile.ZipFile(BytesIO(bridge.original)) as package:
        parts = {each: package.read(each) for each in package.namelist()}
    parts["word/document.xml"] = parts["word/document.xml"].replace(
        b"<w:body>", b"<w:body>" + formula
    )
    data = BytesIO()
    with zipfile.ZipFile(data, "w") as package:
        for each, content in parts.items():
            package.writestr(each, content)
    document = formats.read_bytes(Path("f.docx"), data.getvalue())
    number = number_of(document, "Half is")
    made = tracked(document, {number: "Half is 0,6"})
    assert made.blocks[number].text == "Half is 0,6"
    with zipfile.ZipFile(BytesIO(made.original)) as package:
        assert "cannot be tracked" in package.read("word/comments.xml").decode()


def test_the_spaces_around_deleted_words_of_an_odt_come_back() -> None:
    """At the edges of a paragraph, which a deletion is kept as, plain ones count for nothing."""
    bridge = formats.read(FILES / "bridge.odt")
    number = number_of(bridge, "Walkers keep")
    made = tracked(bridge, {number: "Walkers"})
    with zipfile.ZipFile(BytesIO(made.original)) as package:
        source = package.read("content.xml").decode()
    [gone] = re.findall(r"Ann Lee.*?<text:p>(.*?)</text:p></text:deletion>", source)
    assert re.match(r"<text:s/>keep\b", gone)
    assert refused(made) == said(bridge)


OF_SYMBOL_FONTS = "".join(map(chr, PRIVATE))
"""Read in Word documents as the signs that they show."""

words = st.lists(
    st.text(
        st.characters(
            codec="utf-8",
            exclude_categories=["Cc", "Cs", "Cn", "Zl", "Zp"],
            exclude_characters=OF_SYMBOL_FONTS,
        ),
        max_size=6,
    ),
    max_size=6,
).map(" ".join)


@given(data=st.data())
def test_taken_and_refused_for_any_change(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(["bridge.docx", "bridge.odt"]))
    document = formats.read(FILES / name)
    numbers = [n for n, block in enumerate(document.blocks) if not block.chrome]
    number = data.draw(st.sampled_from(numbers))
    old = document.blocks[number].text
    start = data.draw(st.integers(0, len(old)))
    end = data.draw(st.integers(start, len(old)))
    new = f"{old[:start]}{data.draw(words)}{old[end:]}".strip() or "x"
    if document.format == "odt":
        # Other white space than spaces and tabs is read as a space there.
        new = " ".join(re.split(r"[^\S \t\u00a0]+", new)).strip() or "x"
    first = data.draw(st.integers(0, len(new)))
    said_of = remark(number, first, data.draw(st.integers(first, len(new))))
    made = tracked(document, {number: new}, said_of)
    wanted = said(document)
    wanted[number] = new
    # Whether the lines around a break are read as one sentence may change with its words.
    assert " ".join(said(made)) == " ".join(wanted)
    assert refused(made) == said(document)


@needs_libreoffice
def test_libreoffice_accepts_and_rejects_all(libreoffice: LibreOffice, tmp_path: Path) -> None:
    names = ["bridge.docx", "bridge.odt", "bridge.fodt"]
    # Changes that others have tracked are not to be mixed up with ours.
    settled = {name: tmp_path / f"settled-{name}" for name in names}
    for name in names:
        (tmp_path / name).write_bytes((FILES / name).read_bytes())
    libreoffice.settle([(tmp_path / name, settled[name], True) for name in names])
    jobs: list[tuple[Path, Path, bool | None]] = []
    for name in names:
        document = formats.read(settled[name])
        assert len(document.blocks) == len(formats.read(FILES / name).blocks)
        edits, remarks = much_changed(document)
        made, plain = tmp_path / f"made-{name}", tmp_path / f"plain-{name}"
        made.write_bytes(
            formats.tracked_bytes(document, edits, Tracking("Ann Lee", AT, {}, remarks))
        )
        plain.write_bytes(formats.edited_bytes(document, edits))
        jobs += [
            (made, tmp_path / f"{name}-accepted.txt", True),
            (made, tmp_path / f"{name}-rejected.txt", False),
            (plain, tmp_path / f"{name}-plain.txt", None),
            (settled[name], tmp_path / f"{name}-before.txt", None),
        ]
    libreoffice.settle(jobs)
    for name in names:
        accepted, rejected, plain, before = (
            (tmp_path / f"{name}-{how}.txt").read_text("utf-8-sig")
            for how in ("accepted", "rejected", "plain", "before")
        )
        assert plain != before
        assert accepted == plain, name
        assert rejected == before, name


def much_changed(document: Document) -> tuple[list[Edit], tuple[Remark, ...]]:
    """An edit and a remark for every block: words inside, at its start or at its end; all words
    gone but the first, or but the first and the last."""
    edits: list[Edit] = []
    remarks = []
    for number, block in enumerate(document.blocks):
        if not block.chrome:
            first, _, rest = block.text.partition(" ")
            inside = f"{first} new {rest}".strip()
            shorter = f"{first} {rest[rest.rfind(' ') + 1 :]}".strip()
            text = (inside, f"Now {block.text}", f"{block.text} More.", first, shorter)[number % 5]
            edits.append(TextEdit(number, Span(0, len(block.text)), text))
            if "opened it" in block.text or block.text.startswith("What comes"):
                edits.append(NewBlock(number, "A paragraph that was missing.", behind=True))
                edits.append(NewBlock(number, "One before.", behind=False))
            remarks.append(remark(number, 0, 3))
    return edits, tuple(remarks)


@pytest.mark.parametrize(
    "properties", ["", "<w:pPr/>", "<w:pPr></w:pPr>", '<w:pPr><w:jc w:val="center"/></w:pPr>']
)
def test_a_new_paragraph_beside_one_of_any_properties_is_an_insertion(properties: str) -> None:
    plain = as_docx([Block("One came."), Block("Two went.")], "en")
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(plain)) as package, zipfile.ZipFile(made, "w") as copy:
        for name in package.namelist():
            part = package.read(name).decode() if name == "word/document.xml" else ""
            part = re.sub(r"<w:pPr>.*?</w:pPr>|<w:pPr/>", "", part)
            part = re.sub(r"<w:p\b[^>]*>", lambda found: f"{found[0]}{properties}", part)
            copy.writestr(name, part or package.read(name))
    document = formats.read_bytes(Path("a.docx"), made.getvalue())
    data = formats.tracked_bytes(document, [NewBlock(0, "So far.")], Tracking("Ann Lee", AT))
    written = formats.read_bytes(Path("a.docx"), data)
    assert said(written) == ["One came.", "So far.", "Two went."]
    assert refused(written) == ["One came.", "Two went."]
