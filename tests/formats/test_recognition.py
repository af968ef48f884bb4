"""A file is what its content shows, whatever its name says."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewer import formats
from reviewer.formats.errors import FormatError
from reviewer.formats.reading import is_bilingual
from reviewer.formats.recognition import format_by_content
from reviewer.formats.registry import FORMATS
from tests.formats.bilingual import test_po, test_tmx, test_xliff_programs
from tests.formats.html.test_web_archives import FILES as WEB_ARCHIVES
from tests.formats.idml import test_idml
from tests.formats.pptx import test_pptx
from tests.formats.subtitles import test_subtitles
from tests.formats.tables.test_tables import workbook
from tests.formats.test_read_only import at, page, pdf

_FILES = Path(__file__).parent / "files"
_NO_FORM = {"text", "markdown", "delimited"}
_SHOWN: dict[str, tuple[str, bytes]] = {
    **{
        name: (kind, (_FILES / name).read_bytes())
        for name, kind in {
            "bridge.docx": "docx",
            "bridge.epub": "epub",
            "bridge.fodt": "odt",
            "bridge.html": "html",
            "bridge.odt": "odt",
            "bridge.rtf": "rtf",
        }.items()
    },
    "made.pptx": ("pptx", test_pptx.DATA),
    "made.idml": ("idml", test_idml.made(test_idml.STORY)),
    "made.pdf": ("pdf", pdf(page(at(50, 700, "The bridge is closed.")))),
    "made.xlsx": ("xlsx", workbook([["en", "de"], ["The bridge", "Die Brücke"]])),
    "trados.sdlxliff": ("xliff", test_xliff_programs.TRADOS.encode()),
    "memoq.mqxliff": ("xliff", test_xliff_programs.MEMOQ.encode()),
    "made.tmx": ("tmx", test_tmx.TMX.encode()),
    "made.po": ("po", test_po.PO.encode()),
    "made.srt": ("subtitles", test_subtitles.SRT.encode()),
    "made.vtt": ("subtitles", test_subtitles.VTT.encode()),
    **{f"{n}-{name}": ("web_archives", data) for n, (data, name) in enumerate(WEB_ARCHIVES)},
}
_SUFFIXES = [".txt", ".md", ".html", ".docx", ".odt", ".pptx", ".xlsx", ".po", ".xml", ""]


@pytest.mark.parametrize("name", _SHOWN)
def test_each_kind_is_known_by_its_content(name: str) -> None:
    kind, data = _SHOWN[name]
    assert format_by_content(data) == kind


@pytest.mark.parametrize("name", _SHOWN)
def test_it_is_read_under_any_name(name: str) -> None:
    kind, data = _SHOWN[name]
    expected = formats.read_bytes(Path(name), data).blocks
    for suffix in _SUFFIXES:
        document = formats.read_bytes(Path(f"other{suffix}"), data)
        assert (document.format, document.blocks) == (kind, expected)


def test_every_kind_that_has_a_form_was_tried() -> None:
    assert {each.name for each in FORMATS} - _NO_FORM == {kind for kind, _ in _SHOWN.values()}


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"<!-- saved --><html><p>One", "html"),
        (b"\xef\xbb\xbf<!DOCTYPE html><p>One", "html"),
        ("\ufeff<html><p>One".encode("utf-16-le"), "html"),
        (b'<?xml version="1.0"?>\n<x:xliff xmlns:x="urn:x">', "xliff"),
        (b'<?xml version="1.0"?><!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx version="1.4">', "tmx"),
        (b'# A translator\n\nmsgid ""\nmsgstr ""\n"Language: de"\n', "po"),
        (b'msgctxt "menu"\nmsgid "File"\nmsgid_plural "Files"\nmsgstr[0] "Datei"\n', "po"),
        (b"WEBVTT\n\n00:01.000 --> 00:02.000\nOne", "subtitles"),
        (b"1\r\n00:00:01,000 --> 00:00:02,500\r\nOne\r\n", "subtitles"),
        (b"%PDF-1.7\n", "pdf"),
        (b"{\\rtf1\\ansi One}", "rtf"),
        (b"\xef\xbb\xbf\r\n{\\rtf1\\ansi One}", "rtf"),
        (b"<head><title>One</title></head><body>One", "html"),
        (b"<body class=x><p>One", "html"),
        (b"<header>One</header>", ""),
        (b"# How to write a catalogue\n\nBegin with msgid.\n", ""),
        (b"He wrote:\n\nmsgid \"File\"\nmsgstr \"Datei\"\n", ""),
        (b"1\nThe first line.\n00:00:01\n", ""),
        (b"<p>Only a piece</p>", ""),
        (b"The <html> tag", ""),
        (b"PK\x03\x04 and nothing more", ""),
        (b"", ""),
    ],
)  # fmt: skip
def test_what_the_first_bytes_show(data: bytes, kind: str) -> None:
    assert format_by_content(data) == kind


@pytest.mark.parametrize(
    ("name", "data", "read_as"),
    [
        ("a.txt", b"<p>One &amp; two.</p>\n<p>10<sup>6</sup></p>", ["One & two.", "10⁶"]),
        ("a.txt", b"<div class=x>One.</div>", ["One."]),
        ("a.txt", b"<p> is a tag of pages.", ["<p> is a tag of pages."]),
        ("a.txt", b"Write <p>One.</p> for it.", ["Write <p>One.</p> for it."]),
        ("a.md", b"<p>One.</p>\n\n# Two", ["One.", "Two"]),
    ],
)
def test_a_piece_of_a_page_is_read_as_one(name: str, data: bytes, read_as: list[str]) -> None:
    document = formats.read_bytes(Path(name), data)

    assert [block.text for block in document.blocks] == read_as


_PROSE = "The bridge is closed.\n\nNobody knows “why”. Міст закрито, і ніхто не знає, чому."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize(
    "suffix",
    [
        *(".docx", ".odt", ".rtf", ".pdf", ".html", ".mhtml", ".epub", ".srt", ".doc", ""),
        *(".csv", ".tsv", ".xml", ".bak", ".orig", ".log", ".json", ".old", ".txt~"),
    ],
)
def test_a_plain_text_is_read_under_the_name_of_another_kind(suffix: str, encoding: str) -> None:
    document = formats.read_bytes(Path(f"text{suffix}"), _PROSE.encode(encoding))
    assert document.format == "text"
    assert [block.text for block in document.blocks] == _PROSE.split("\n\n")
    assert formats.edited_bytes(document, []) == _PROSE.encode(encoding)


@pytest.mark.parametrize(
    ("suffix", "data"),
    [
        (".docx", b"PK\x03\x04 and nothing more"),
        (".docx", b"\xd0\xcf\x11\xe0 an old document of Word"),
        (".rtf", b"{\\rtf"),
        ("", b'{"a": "A text in data", "b": "and more of it"}'),
        ("", b"0110 1001 0101 1101 0110"),
        (".docx", b"x" * 59),
        (".log", b"[12:01] The bridge is closed. Nobody knows why. It was built in 1890."),
        (".tex", b"\\section{The bridge} It is closed. Nobody knows why. It was built in 1890."),
        (".odt", b"The bridge\x07 is closed. Nobody knows why. It was built in 1890."),
    ],
)
def test_what_is_no_plain_text_is_refused_as_before(suffix: str, data: bytes) -> None:
    with pytest.raises(FormatError):
        formats.read_bytes(Path(f"text{suffix}"), data)


def test_a_bilingual_file_is_one_under_any_name(tmp_path: Path) -> None:
    source = test_xliff_programs.TRADOS.encode()
    for name, both in (("both.txt", source), ("none.txt", b"One."), ("none", b"One.")):
        path = tmp_path / name
        path.write_bytes(both)
        assert is_bilingual(path) is name.startswith("both")
    assert is_bilingual(tmp_path / "missing.xlf")
    assert formats.read_bilingual(tmp_path / "both.txt").translations


@pytest.mark.parametrize(
    "text",
    [
        "The bridge is closed, they said on Monday, and nobody knows why it is closed.",
        "Die Brücke kostet 1,5 Millionen; niemand weiß, warum. „Halt“, rief er, „bleib stehen!“",
        "Le pont est fermé.\nPersonne ne sait pourquoi, dit-il ; on verra demain, ou jamais.",
        "橋梁已關閉。沒有人知道為什麼橋梁會關閉，大家都在等待消息。有人說明天會重新開放。",
        "Міст закрито, і ніхто не знає, чому.\n\nЗавтра, мабуть, його відкриють знову.",
        "أغلق الجسر، ولا أحد يعرف السبب. سيفتح الجسر غدا كما قال المجلس في يوم الاثنين.",
        "No comma at all stands in this text. It has a few sentences that end as they should.",
    ],
)
@pytest.mark.parametrize("suffix", [".csv", ".tsv"])
def test_prose_is_no_table_whatever_its_name_says(suffix: str, text: str) -> None:
    assert formats.read_bytes(Path(f"text{suffix}"), text.encode()).format == "text"


@pytest.mark.parametrize(
    "table",
    [
        "en,de\nThe bridge is closed.,Die Brücke ist geschlossen.\nNobody knows.,Niemand weiß es.",
        "en;de\nThe bridge, it is shut.;Die Brücke, sie ist zu.\nWhy, oh why?;Warum nur?",
        "The bridge is closed. | Die Brücke ist geschlossen.\nNobody knows. | Niemand weiß es.",
        '"The bridge is closed.", "Die Brücke ist geschlossen."\n"Nobody knows.", "Niemand weiß."',
        "The bridge is closed.\tDie Brücke ist geschlossen.\nNobody knows why.\tNiemand weiß es.",
        "Bridge,tunnel,ferry\nclosed,open again,every hour\nclosed,open again,every half hour",
    ],
)
def test_a_table_stays_one(table: str) -> None:
    assert formats.read_bytes(Path("table.csv"), table.encode()).format == "delimited"


@pytest.mark.parametrize(("slips", "kind"), [(1, "text"), (2, "delimited")])
def test_a_missing_space_makes_no_cells(slips: int, kind: str) -> None:
    text = f"So it is{',and' * slips} then{', so' * (8 * slips - slips + 1)} it went. It is over."
    assert formats.read_bytes(Path("text.csv"), text.encode()).format == kind
