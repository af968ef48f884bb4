"""Bilingual files that we write say to another program what they say to us."""

from __future__ import annotations

from pathlib import Path

from reviewer import formats
from reviewer.domain import Document, Span, TextEdit
from reviewer.formats.registry import format_of
from reviewer.reports.kinds import Options, kind
from reviewer.review import Review
from tests.translate_toolkit import needs_translate_toolkit, pairs_read
from tests.ui.conftest import digits, small_analysis

XLIFF = (
    '<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"><file original="a" '
    'source-language="en" target-language="de" datatype="plaintext"><body>'
    '<trans-unit id="1" approved="yes"><source>The <x id="N"/>bridge &amp; more.</source>'
    '<target state="final">Die <x id="N"/>Brücke &amp; mehr.</target></trans-unit>'
    '<trans-unit id="2"><source>Nobody was hurt.</source><target state="new"/></trans-unit>'
    '<trans-unit id="3"><source>It rained.</source></trans-unit></body></file></xliff>'
)
TMX = (
    '<tmx version="1.4"><header srclang="en" datatype="xml" creationtool="a" o-tmf="b" '
    'creationtoolversion="1" segtype="sentence" adminlang="en"/><body><tu><tuv xml:lang="en"><seg>'
    'The <bpt i="1"/>bridge<ept i="1"/>.</seg></tuv><tuv xml:lang="de"><seg>Die <bpt i="1"/>Brücke'
    '<ept i="1"/>.</seg></tuv></tu><tu><tuv xml:lang="en"><seg>It rained.</seg></tuv></tu></body>'
    "</tmx>"
)
PO = (
    'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: de\\n"\n'
    '"Plural-Forms: nplurals=2; plural=n != 1;\\n"\n\n'
    'msgid "The \\"bridge\\".\\n"\nmsgstr "Die \\"Brücke\\".\\n"\n\nmsgctxt "a"\nmsgid ""\n'
    '"\\n"\n"Nobody was hurt.\\n"\nmsgstr ""\n\nmsgid "%d day"\nmsgid_plural "%d days"\n'
    'msgstr[0] "%d Tag"\nmsgstr[1] ""\n'
)


def every_text_changed(target: Document) -> tuple[bytes, list[str]]:
    """The file with words put behind each translation, or in its empty place; and what it says."""
    more = ' Zusatz & <„Ü"> \\ 5'
    edits = [
        TextEdit(number, Span(len(one.text), len(one.text)), more)
        for number, one in enumerate(target.blocks)
    ]
    return formats.edited_bytes(target, edits), [
        f"{one.text}{more}".strip() for one in target.blocks
    ]


def plain(text: str) -> str:
    return " ".join(text.split())


@needs_translate_toolkit
def test_translate_toolkit_reads_what_we_write(tmp_path: Path) -> None:
    expected: dict[Path, list[tuple[str, str]]] = {}
    for name, source in (("x.xlf", XLIFF), ("m.tmx", TMX), ("c.po", PO)):
        file = format_of(Path(name)).read_both(name, source.encode())
        data, texts = every_text_changed(file.translations[0])
        path = tmp_path / name
        path.write_bytes(data)
        expected[path] = [
            (plain(one.text), plain(text))
            for one, text in zip(file.source.blocks, texts, strict=True)
        ]
    memory = tmp_path / "review.tmx"
    with Review.create(tmp_path / "a.review", small_analysis(), check=digits) as review:
        one = Options("Ann", "2026-11-29T10:00:00+00:00")
        memory.write_bytes(kind("tmx").make(review, [1], one))
        rows = [row for row in review.rows(1) if row.relation and row.source and row.target]
        expected[memory] = [(plain(row.source), plain(row.target)) for row in rows]
    read = pairs_read(list(expected))
    assert {
        path: [(plain(one), plain(other)) for one, other in found] for path, found in read.items()
    } == expected
