"""What tables say of themselves: names of columns, columns that are chosen, text between marks, and
workbooks as their XML has them.

`held_tables.txt` has each small question with its answer. After a change on purpose:
HELD=write pytest tests/formats/tables/test_held_tables.py
"""

from __future__ import annotations

import os
import random
import zipfile
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from io import BytesIO
from pathlib import Path

from reviewer import formats
from reviewer.domain import Edit, NewBlock, ReviewerError, Span, TextEdit
from reviewer.formats.tables import columns, delimited, headers, xlsx
from reviewer.formats.tables.languages import layout

TABLE = Path(__file__).with_name("held_tables.txt")
PATH = Path("a.csv")

CELLS = (
    "Source", "source text", "Target", "Target 2", "Target length", "Target comment",
    "Comment (source)", "Comment", "Zielkommentar", "Ziel-Kommentar", "Quelle",
    "Quelltext (Deutsch)", "en", "EN_gb", "no", "is", "German", "Deutsch (Österreich)",
    "German – Austria", "de (Austria)", "zh-Hans", "Chinese (Simplified)", "xx", "Status",
    "Target status", "Status (de)", "Locked", "Locked?", "Locked (de)", "Translatable",
    "locked de", "Locked out", "Translate", "ID", "No.", "Nr", "id:", "Key", "", "  ",
    "Source.", "Is it German?", "one two three four five six", "Source one two three four five",
    "Source one two three four five six", "Translation (reviewed)", "Reviewed translation",
    "译文", "译者备注", "源文", "Traduction", "Notes: de", "Übersetzung", "Source/en", "en → de",
    "English|Source", "Zielstatus", "Xkommentar", "Quekommentar", "Quelkommentar",
)  # fmt: skip
WORDS = (
    "yes", "No", "x", "X ", "locked", "unlocked", "true", "0", "1", "ja", "", "✓",
    "Translated, locked", "Translated/locked", "locked;done", "lockedx", "not locked",
)  # fmt: skip
ENGLISH = ("The ferry left its pier.", "Nobody was on board.", "It rained all night long.")
GERMAN = ("Die Fähre verließ ihren Anleger.", "Niemand war an Bord.", "Es regnete die ganze Nacht.")
CHOICES = (
    "A:B", "b:c,d", "1:2", "B", "A,C", "Key:german", " english : D", "A:A", "A,B:C", "E:A",
    "0:1", "4:5", "AA:B", "", ":", "x:y", "German:English,Key",
)  # fmt: skip
ROWS = (["Key", "English", "German"], ["k1", ENGLISH[0], GERMAN[0], "more"], ["k2", "", GERMAN[1]])
TEXTS = (
    "a,b\nc,d", "a;b\nc;d,e", "a\tb\nc\td", "a|b\nc|d", '"a,b",c\n"d ""e""",f',
    'a,"b\nc"\r\nd,e\r\n', "a,b\rc,d", '"a"x,b\nc,d', 'a"b,c\n"d', "a,b\n\n\nc,d\n", "a\n", "",
    ",\n,", "a,b;c\nd,e;f\ng,h;i,j", "a;b\nc,d\ne;f", "no\nmarks", '"a;b;c",d\n"e;f;g",h',
    "a,b,", '""\n"",""', "x" * 20_000 + ";b\n" + "a,b\n" * 9,
)  # fmt: skip


def tried(work: Callable[[], object]) -> str:
    try:
        return repr(work())
    except ReviewerError as error:
        return type(error).__name__


def told_headers() -> Iterator[str]:
    for cell in CELLS:
        said = headers.named(cell), headers.says_more(cell), headers.heads_numbers(cell)
        yield f"named {cell!r} | {said} {headers.language_named(cell)!r}"
    for word in WORDS:
        yield f"lock {word!r} | {headers.says_yes(word)} {headers.says_locked(word)}"
    yield f"letters | {[columns.letter(n) for n in (0, 25, 26, 51, 52, 701, 702)]}"
    for choice in CHOICES:
        yield f"chosen {choice!r} | {tried(partial(columns.parsed, choice, ROWS, PATH))}"
    for first in ((0,), (1,), (2,)):
        for targets in ((), (1,), (2, 9)):
            for rows in (ROWS, ROWS[1:], ()):
                found = columns.Columns(first, targets).layout(rows)
                yield f"columns {first} {targets} {len(rows)} | {found}"


def at(row: Sequence[str], number: int) -> str:
    return row[number] if number < len(row) else ""


def told_layouts() -> Iterator[str]:
    dice = random.Random("layouts")
    values: tuple[tuple[str, ...], ...] = (
        ENGLISH, GERMAN, ("1", "2", "3"), ("k.1", "k.2", "k.3"), ("", "", ""), ("no", "yes", ""),
        ("menu open", "file", "menu shut"), ("12 3f2a", "13 9b", "7"), ("Hallo", "Ja", "Nein"),
        ("Source", "Target", "de"), ("de", "en", "fr"), ("x", "", GERMAN[0]), (ENGLISH[0],) * 3,
        ("The ferry.", "No.", "It is."), ("桥", "船", "河"),
        ("locked", "", "x"), ("a note", "", "b note"),
    )  # fmt: skip
    for number in range(90):
        width = dice.choice((1, 2, 3, 3, 4, 5))
        head = dice.sample(CELLS, width)
        if dice.random() < 0.4:
            pair = dice.choice(
                (("Source", "Target"), ("en", "de"), ("English", "Translation"), ("no", "is"))
            )
            head[: len(pair)] = pair
        body = [dice.choice(values) for _ in head]
        if dice.random() < 0.6:
            body[:2] = [ENGLISH, GERMAN]
        rows = [list(row) for row in zip(*body, strict=True)]
        titles = [
            [dice.choice(("A table", "", "Ann"))] for _ in range(dice.choice((0, 0, 0, 1, 5, 6)))
        ]
        more = [dice.sample(CELLS, len(head))] if dice.random() < 0.3 else []
        if dice.random() < 0.15:
            more = [["English", "German", "", "", ""][: len(head)]]
        made = [*titles, *([head] if dice.random() < 0.8 else []), *more, *rows]
        if dice.random() < 0.2:
            made[-1] = made[-1][: dice.randrange(len(head) + 1)]
        found = layout(made)
        told = str(found)
        if found:
            locked = [found.locked(partial(at, row)) for row in made]
            notes = [found.note(found.source, partial(at, row)) for row in made]
            told += f" {locked} {notes}"
        yield f"layout {number} {made} | {told}"


def told_delimited() -> Iterator[str]:
    for text in TEXTS:
        for name in ("a.csv", "a.tsv", "A.TAB"):
            rows = delimited.rows_of(name, text.encode())
            yield f"text {text[-60:]!r} {name} | {str(rows)[-200:]}"
        table = delimited.tables_of("a.csv", text.encode())[0]
        first = next(iter(table.cells), None)
        for row in ((), ("n;1", 'm"2', "o,3")):
            made = delimited.with_cells(
                "a.csv", text.encode(), {first: "x\ny"} if first else {}, row
            )
            yield f"with {text[-60:]!r} {len(row)} | {made[-120:]!r}"
        document = formats.read_bytes(Path("a.csv"), text.encode()) if text.strip(',\n" ') else None
        for edits in edits_of(len(document.blocks) if document else 0):
            assert document is not None
            made_of = tried(partial(formats.edited_bytes, document, edits))
            yield f"edit {text[-60:]!r} | {made_of[-160:]}"


def edits_of(blocks: int) -> Iterator[list[Edit]]:
    if blocks:
        last = blocks - 1
        yield [TextEdit(0, Span(0, 1), "new")]
        yield [TextEdit(last, Span(0, 0), 'a, "b"; ')]
        for behind in (True, False):
            yield [NewBlock(0, "New.", "table_cell", 0, behind)]
            yield [
                NewBlock(last, "New.", "table_cell", 0, behind),
                NewBlock(last, "2.", "table_cell", 0, behind),
            ]


ROWS_XML = (
    '<row r="{r}">{c}</row>', '<row r="{r}" hidden="1">{c}</row>',
    '<row r="{r}" hidden="true">{c}</row>',
    '<row r="{r}" hidden="1" outlineLevel="1">{c}</row>', '<row r="{r}" ht="0">{c}</row>',
    "<row>{c}</row>", '<row r="{r}" ht="0" outlineLevel="0">{c}</row>', '<row r="x">{c}</row>',
    '<row r="{r}"/>', '<row r="1048577">{c}</row>',
)  # fmt: skip
CELLS_XML = (
    '<c r="{p}" t="inlineStr"><is><t>{w}</t></is></c>',
    '<c t="inlineStr"><is><t>{w}</t></is></c>', '<c r="{p}" t="s"><v>{n}</v></c>',
    '<c r="{p}" t="s"><v> 1 </v></c>', '<c r="{p}" t="s"><v>9</v></c>',
    '<c r="{p}" t="str"><f>A1</f><v>{w}</v></c>', '<c r="{p}"><v>12.5</v></c>',
    '<c r="{p}"><f>1+1</f><v>2</v></c>', '<c r="{p}" s="3"/>',
    '<c r="{p}" t="inlineStr"><is><r><t>{w}</t></r><r><t> too</t></r></is></c>',
    '<c r="{p}" t="e"><v>#REF!</v></c>',
    '<c r="{p}" t = \'inlineStr\' s="1"><is><t>a &amp; _x000A_b</t></is></c>',
)  # fmt: skip
BEFORE = (
    "", '<cols><col min="2" max="2" hidden="1"/></cols>',
    '<cols><col min="1" max="3" width="0"/></cols>',
    '<cols><col min="2" max="3" hidden="1" outlineLevel="1"/></cols>',
    '<cols><col hidden="1"/></cols>',
)  # fmt: skip
AFTER = (
    "", "", '<autoFilter ref="A1:B2"><filterColumn colId="0"/></autoFilter>',
    '<autoFilter ref="A1:B3"/>', '<autoFilter ref="A3"><filterColumn colId="0"/></autoFilter>',
    '<mergeCells><mergeCell ref="A2:B3"/></mergeCells>',
    '<mergeCells><mergeCell ref="B1:C1"/></mergeCells>',
)  # fmt: skip
STATES = ("", "", "", ' state="hidden"', ' state="veryHidden"', ' state="visible"')
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def workbook(dice: random.Random) -> bytes:
    """A workbook of one or two sheets with whatever programs write."""
    one = dice.choice
    parts = {
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="a" '
        f'Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}"><si><t>Shared one.</t></si>'
        "<si><r><t>Shared </t></r><r><t>two.</t></r><rPh><t>no</t></rPh></si></sst>",
    }
    listed, links = (
        "",
        f'<Relationship Id="s" Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/>',
    )
    for number in range(one((1, 1, 2))):
        prefix = one(("", "", "x:"))
        rows, below = "", 0
        for _ in range(one((1, 2, 4))):
            below += one((1, 1, 2))
            cells = "".join(
                one(CELLS_XML).format(
                    p=f"{'ABCD'[n]}{below}", w=one((*ENGLISH, *GERMAN, "Source", "de")), n=n % 2
                )
                for n in sorted(dice.sample(range(4), one((1, 2, 3))))
            )
            rows += one((*ROWS_XML[:1] * 5, *ROWS_XML)).format(r=below, c=cells)
        inner = f"{one(BEFORE)}<sheetData>{rows}</sheetData>{one(AFTER)}"
        if prefix:
            inner = (
                inner.replace("</", "\0").replace("<", f"<{prefix}").replace("\0", f"</{prefix}")
            )
        space = f'xmlns:x="{MAIN}"' if prefix else f'xmlns="{MAIN}"'
        parts[f"xl/sheet{number}.xml"] = f"<{prefix}worksheet {space}>{inner}</{prefix}worksheet>"
        listed += f'<sheet name="n{number}" sheetId="{number + 1}" r:id="r{number}"{one(STATES)}/>'
        links += (
            f'<Relationship Id="r{number}" Type="{OFFICE}/worksheet" Target="sheet{number}.xml"/>'
        )
    parts["xl/workbook.xml"] = (
        f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{listed}</sheets></workbook>'
    )
    parts["xl/_rels/workbook.xml.rels"] = (
        f'<Relationships xmlns="{PACKAGE}">{links}</Relationships>'
    )
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as file:
        for name, text in parts.items():
            file.writestr(name, text)
    return made.getvalue()


def sheets(data: bytes) -> str:
    with zipfile.ZipFile(BytesIO(data)) as file:
        return " ".join(
            file.read(name).decode() for name in sorted(file.namelist()) if "sheet" in name[:8]
        )


def told_workbooks() -> Iterator[str]:
    for seed in range(60):
        data = workbook(random.Random(f"book {seed}"))
        for table in xlsx.tables_of("a.xlsx", data):
            told = f"{table.cells} {sorted(table.taken)} {sorted(table.hidden)} {table.said}"
            yield f"book {seed} | {told} {table.joined}"
        ways = (xlsx.rows_of, xlsx.said_cells, xlsx.merged_areas)
        yield f"book {seed} | {' '.join(str(way('a.xlsx', data)) for way in ways)}"
        try:
            document = formats.read_bytes(Path("a.xlsx"), data)
        except ReviewerError:
            continue
        before = sheets(data)
        for edits in edits_of(len(document.blocks)):
            try:
                after = sheets(formats.edited_bytes(document, edits))
            except ReviewerError as error:
                yield f"book {seed} edited | {type(error).__name__}"
                continue
            start = next(
                (n for n, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), 0
            )
            end = start + len(after) - len(before) + 20
            yield f"book {seed} edited | {start} {after[start - 20 : end]}"


def test_they_answer_as_before() -> None:
    answers = (*told_headers(), *told_layouts(), *told_delimited(), *told_workbooks())
    found = [line.replace("\n", "⏎").replace("\r", "␍") for line in answers]
    if os.environ.get("HELD") == "write":
        TABLE.write_text("".join(f"{line}\n" for line in found), "utf-8")
    assert found == TABLE.read_text("utf-8").splitlines()
