"""What is read of a file in each format, and what an edit, a new block, a deleted sentence and a
tracked change write into it.

`held_writing.txt` has it block by block and change by change, so that no condition of a format
changes by a slip. After a change on purpose: HELD=write pytest tests/formats/test_held_writing.py
"""

from __future__ import annotations

import io
import os
import random
import re
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from reviewer import formats
from reviewer.domain import Block, Document, Edit, LeftOut, NewBlock, Span, TextEdit
from reviewer.formats.errors import FormatError
from reviewer.formats.registry import FORMATS
from reviewer.formats.shared.tracked import Remark, Tracking
from reviewer.formats.writing import can_track, hanging, tracked_bytes
from tests.formats.idml import test_idml
from tests.formats.pptx import test_pptx
from tests.formats.tables import test_tables

TABLE = Path(__file__).with_name("held_writing.txt")
FILES = Path(__file__).with_name("files")

TEXTS = {
    "cues.srt": "1\n00:00:01,000 --> 00:00:03,500\n<i>Who's there?</i>\n- Me, the ferryman.\n\n"
    "2\n00:00:04,000 --> 00:00:06,000\nIt is {\\an8}late.\nGo home & sleep.\n",
    "cues.vtt": "WEBVTT\n\nNOTE by Ann\n\nSTYLE\n::cue { color: red }\n\nfirst\n"
    "00:01.000 --> 00:03.500 align:start\n<v Ann>Who is there?</v>\n<c.loud>Me &amp; you.</c>\n\n"
    "00:04.000 --> 00:06.000\nIt is late.\n",
    "front.md": '---\ntitle: "The bridge: a story"\ntags: [a, b]\ndate: 2024-05-05\n---\n\n'
    "# Head *one*\n\nA line with `code`, a [link](http://x.y) and a note[^1].\nIt goes on here.  \n"
    "Hard break.\n\n> Quoted **words** here.\n> More of it.\n\n1. First\n2. Second item\n   goes "
    "on\n   - inner\n\n| A | B |\n|---|:-:|\n| one | two \\| three |\n\n[^1]: The note is here.\n\n"
    "![A pier](p.png) stands.\n\n<div class='x'>\n\nIn a box.\n\n</div>\n\n```\ncode\n```\n"
    "Setext head\n---\n\nLast *word*\\* of it &amp; all.\n",
    "json.md": '{\n "title": "The bridge",\n "draft": true\n}\n\nText of it. And more.\n',
    "plain.txt": "THE BRIDGE\n\nIt was closed in March,\nsince its piers had cracks.\n\n"
    "  * first thing\n  * second thing\n\n2. Costs\n\nIt cost 5 million. Nobody was hurt.\n",
    "both.po": 'msgid ""\nmsgstr ""\n"Language: de\\n"\n"Content-Type: text/plain; charset=UTF-8\\n'
    '"\n\n# seen by Ann\n#. of a button\n#: a.py:3\n#, fuzzy, c-format\nmsgid "Open %s\\n"\n'
    'msgstr "%s öffnen\\n"\n\nmsgctxt "menu"\nmsgid "Close "\n"it"\nmsgstr ""\n\n'
    'msgid "%d file"\nmsgid_plural "%d files"\nmsgstr[0] "%d Datei"\nmsgstr[1] ""\n',
    "both.xlf": '<?xml version="1.0"?>\n<xliff version="1.2"><file source-language="en" '
    'target-language="de" original="a" datatype="plaintext"><body>\n<trans-unit id="1">'
    "<source>The <g id='1'>bridge</g> &amp; more</source><target state='translated'>Die "
    "<g id='1'>Brücke</g></target><note>by Ann</note></trans-unit>\n<trans-unit id='2' "
    "approved='no'><source>It is closed.</source></trans-unit>\n<trans-unit id='3' "
    "translate='no'><source>X</source></trans-unit></body></file></xliff>\n",
    "two.xlf": '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" '
    'trgLang="de"><file id="f"><unit id="u"><segment id="s1" state="initial"><source>One '
    '<ph id="1"/> two.</source></segment><segment id="s2"><source>Three.</source><target>Drei.'
    "</target></segment></unit></file></xliff>\n",
    "both.tmx": '<tmx version="1.4"><header srclang="en" segtype="sentence" adminlang="en" '
    'o-tmf="x" datatype="plaintext" creationtool="x" creationtoolversion="1"/><body><tu>'
    '<tuv xml:lang="en"><seg>One <bpt i="1">&lt;b&gt;</bpt>two</seg></tuv><tuv xml:lang="de">'
    "<seg>Eins zwei</seg></tuv></tu><tu><tuv xml:lang='en'><seg>Three</seg></tuv></tu></body>"
    "</tmx>",
    "both.csv": 'Source;Target;Note\nOne, two;"Eins; ""zwei""";x\nThree;;y\n',
    "both.tsv": "en\tde\nOne two\tEins zwei\nThree\t\n",
}
NAMES = ("bridge.docx", "bridge.epub", "bridge.fodt", "bridge.html", "bridge.odt", "bridge.rtf",
         "lines.txt", "loose.html", "marks.md", "wrapped.txt")  # fmt: skip
STORIES = (
    test_idml.STORY,
    test_idml.paragraph(test_idml.run("A caption: ") + "<Br/>" + test_idml.run("two lines.")),
    test_idml.paragraph(test_idml.run("One sentence here. ") + test_idml.run("And another one.")),
)
ROWS = [
    ["", "English (United States)", "German", "Comment", ""],
    ["1", "The bridge is open.", "Die Brücke ist offen.", "seen", ""],
    ["2", "It rained all night.", "", "", ""],
    ["3", "Say “no”, please; now.", "=1+1", "A long comment on this row.", ""],
]
NEW = "Ganz neu & <wahr> | *so*."


def documents() -> Iterator[tuple[str, Document]]:
    for name in NAMES:
        yield name, formats.read_bytes(Path(name), (FILES / name).read_bytes())
    yield "made.idml", formats.read_bytes(Path("made.idml"), test_idml.made(*STORIES))
    yield "made.pptx", formats.read_bytes(Path("made.pptx"), test_pptx.DATA)
    book = test_tables.workbook(ROWS)
    yield from ((f"book.xlsx {n}", one) for n, one in enumerate(both(Path("book.xlsx"), book)))
    yield "plain.xlsx", formats.read_bytes(Path("plain.xlsx"), book)
    for name, text in TEXTS.items():
        path = Path(name)
        if path.suffix in (".po", ".xlf", ".tmx", ".csv", ".tsv"):
            yield from ((f"{name} {n}", one) for n, one in enumerate(both(path, text.encode())))
        else:
            yield name, formats.read_bytes(path, text.encode())


def both(path: Path, data: bytes) -> list[Document]:
    known = next(one for one in FORMATS if path.suffix in one.suffixes)
    file = known.function("read_both")(str(path), data)
    return [file.source, *file.translations]


def parts(data: bytes) -> dict[str, str]:
    """The texts of a file by their names in it."""
    if not data.startswith(b"PK"):
        return {"": data.decode("utf-8", "replace")}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name).decode("utf-8", "replace") for name in archive.namelist()}


def alike(one: str, other: str) -> int:
    """How many letters at the beginning of both are the same."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((n for n, (left, right) in pairs if left != right), min(len(one), len(other)))


def changed(before: bytes, after: bytes) -> str:
    """What was changed, part by part."""
    old, told = parts(before), []
    for name, new in parts(after).items():
        was = old.get(name, "")
        same = alike(was, new)
        rest = alike(was[same:][::-1], new[same:][::-1])
        if was != new:
            gone, came = was[same : len(was) - rest], new[same : len(new) - rest]
            told.append(f"{name}@{same} {gone!r} → {came!r}")
    return "; ".join(re.sub(r"\d{4}-\d\d-\d\dT[\d:.]+Z?", "NOW", one) for one in told)


def edits(document: Document) -> Iterator[Sequence[Edit]]:
    """Edits of all kinds, drawn."""
    dice = random.Random(document.path.rsplit("/", 1)[-1])
    blocks = document.blocks
    filled = [n for n, block in enumerate(blocks) if len(block.text) > 8]
    for index in dice.sample(filled, min(3, len(filled))):
        text = blocks[index].text
        start = dice.randrange(len(text))
        end = dice.randrange(start, len(text) + 1)
        yield [TextEdit(index, Span(start, end), dice.choice(("", NEW, " ", "neu")))]
        yield [TextEdit(index, Span(0, len(text)), f"{text} {NEW}")]
        whole = Span(0, len(text))
        yield [LeftOut(index, whole), TextEdit(index, whole, "")]
    for index in [*dice.sample(filled, min(1, len(filled))), 0, len(blocks) - 1]:
        role = dice.choice(("paragraph", "heading", "list_item", blocks[index].role))
        like = Block("Quite new.", role, level=2)
        for behind in (True, False):
            yield [NewBlock(index, NEW, role, 2, behind, like)]
    empty = [n for n, block in enumerate(blocks) if block.unit and not block.text]
    yield from ([TextEdit(index, Span(0, 0), NEW)] for index in empty)


def lines(name: str, document: Document) -> Iterator[str]:
    for number, block in enumerate(document.blocks):
        said = f"{block.role} {block.level} {block.reason} {block.mark} {block.unit} {block.codes}"
        said += f" {block.note!r} {block.place}"
        yield f"{name} {number} | {said} | {block.text}"
    for made in edits(document) if document.format != "rtf" else ():
        what = " ".join(f"{type(one).__name__} {one.block}" for one in made)
        try:
            told = changed(document.original, formats.edited_bytes(document, made))
        except FormatError as error:
            told = f"refused: {error}"
        yield f"{name} {what} | {told}"
    halves = [
        LeftOut(n, Span(0, len(block.text) // 2 + 1)) for n, block in enumerate(document.blocks)
    ]
    hangs = [
        (n, [f"{one.kind} {one.start}-{one.end}" for one in found])
        for n, found in enumerate(hanging(document, halves))
        if found
    ]
    yield f"{name} hangs | {hangs}"
    if can_track(document):
        text = document.blocks[1].text
        remarks = (
            Remark(1, Span(0, 3), "Look", "Bo", "2026-11-29T10:00:00+00:00"),
            Remark(1, Span(len(text), len(text)), "End", "Bo", "2026-11-29T10:01:00+00:00"),
            Remark(2, Span(2, 5), "Here", "Cy", "2026-11-29T10:02:00+00:00"),
        )
        tracking = Tracking("Ann", "2026-11-29T10:00:00+00:00", {}, remarks)
        three: list[Edit] = [
            TextEdit(1, Span(2, 6), "neu"),
            TextEdit(1, Span(len(text), len(text)), f" {NEW}"),
            TextEdit(2, Span(0, 4), ""),
            NewBlock(2, NEW),
        ]
        made_bytes = tracked_bytes(document, three, tracking)
        yield f"{name} tracked | {changed(document.original, made_bytes)}"


def test_they_are_read_and_written_as_before() -> None:
    found = [
        line.replace("\n", "⏎") for name, document in documents() for line in lines(name, document)
    ]
    if os.environ.get("HELD") == "write":
        TABLE.write_text("".join(f"{line}\n" for line in found), "utf-8")
    assert found == TABLE.read_text("utf-8").split("\n")[:-1]
