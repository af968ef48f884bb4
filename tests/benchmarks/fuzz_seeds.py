"""Files of every format to be mutated: those of the tests, and those that the tests make."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

from tests.formats import test_read_only
from tests.formats.bilingual import test_po, test_tmx, test_xliff
from tests.formats.html import test_web_archives
from tests.formats.idml import test_idml
from tests.formats.pptx import test_pptx
from tests.formats.subtitles import test_subtitles
from tests.formats.tables import test_tables

TESTS = Path(__file__).parents[1]
LARGEST = 200_000


def made() -> dict[str, list[tuple[str, bytes]]]:
    """(name, content) of the files that the tests of formats make, by the format's name."""
    slides: Any = (
        test_pptx.slide(
            test_pptx.shape(test_pptx.line(test_pptx.run("A title")), '<p:ph type="title"/>'),
            test_pptx.shape(
                test_pptx.line(test_pptx.run("One is one. "), test_pptx.run("Two is two."))
                + "<a:p/>"
            ),
        ),
        test_pptx.slide(test_pptx.shape(test_pptx.line(test_pptx.run("5 % &amp; more.")))),
        test_pptx.slide(test_pptx.shape(test_pptx.line(test_pptx.run("A note.")))),
    )
    units = "".join(
        test_xliff.unit(f"It costs {n} euros, <g id='1'>they</g> say.", f"Es kostet {n} Euro.")
        for n in range(20)
    )
    lines = "\n".join("\t".join(row) for row in test_tables.ROWS)
    pages = test_read_only.page(
        test_read_only.at(50, 700, "The bridge is closed", 20),
        test_read_only.at(50, 660, test_read_only.LONG),
    )
    return {
        "idml": [("x.idml", test_idml.made(test_idml.STORY, test_idml.STORY))],
        "po": [("x.po", test_po.PO.encode())],
        "pptx": [("x.pptx", test_pptx.made(*slides))],
        "pdf": [("x.pdf", test_read_only.pdf(pages, pages))],
        "subtitles": [
            ("x.srt", test_subtitles.SRT.encode()),
            ("x.vtt", test_subtitles.VTT.encode()),
        ],
        "xlsx": [("x.xlsx", test_tables.workbook(test_tables.ROWS))],
        "delimited": [
            ("x.tsv", lines.encode()),
            ("x.csv", lines.replace("\t", ";").encode("utf-16")),
        ],
        "tmx": [("x.tmx", test_tmx.TMX.encode())],
        "web_archives": [(name, data) for data, name in test_web_archives.FILES],
        "xliff": [
            ("x.xlf", test_xliff.v12(units).encode()),
            ("x.sdlxliff", test_xliff.v12(units).encode()),
            ("x.mqxliff", test_xliff.v12(units).encode()),
            (
                "x.xliff",
                test_xliff.v2(
                    "<unit id='1'><segment><source>One.</source><target>Eins.</target></segment>"
                    "</unit>"
                ).encode(),
            ),
        ],
    }


def seeds(name: str, suffixes: tuple[str, ...]) -> list[tuple[str, bytes]]:
    """(name, content) of files of a format."""
    found = [
        (path.name, path.read_bytes())
        for path in sorted(TESTS.rglob("*"))
        if path.suffix in suffixes and path.is_file() and path.stat().st_size <= LARGEST
    ]
    return found + made().get(name, [])


def members(data: bytes) -> dict[str, bytes]:
    """The members of a zip; {} for what is none."""
    if not data.startswith(b"PK"):
        return {}
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {each: archive.read(each) for each in archive.namelist()}


def zipped(parts: dict[str, bytes]) -> bytes:
    """A zip with these members."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for each, data in parts.items():
            archive.writestr(each, data)
    return buffer.getvalue()
