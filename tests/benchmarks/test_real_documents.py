"""Documents that others made: what is read, what is lost, what an edit changes.

Needs a folder of such files, fetched by hand from public repositories, in the variable
CORPUS: `CORPUS=FOLDER python -m pytest -m benchmark -s tests/benchmarks/test_real_documents.py`.
"""

from __future__ import annotations

import os
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree

from reviewer import formats
from reviewer.domain import Document, ReviewerError, Span, TextEdit
from reviewer.formats.file_format import Format
from reviewer.formats.registry import format_of
from reviewer.formats.shared.symbol_fonts import is_symbol_font

pytestmark = pytest.mark.benchmark

_TEXT_PARTS = re.compile(r"word/(document|footnotes|endnotes|header\d*|footer\d*)\.xml")
_UNSEEN = {"del", "moveFrom", "Fallback", "rt", "sectPr", "pPrChange"}
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻₀₁₂₃₄₅₆₇₈₉₊₋", "0123456789+-0123456789+-")


@pytest.fixture
def corpus() -> list[Path]:
    folder = os.environ.get("CORPUS", "")
    if not folder:
        pytest.skip("CORPUS names no folder")
    return [path for path in sorted(Path(folder).rglob("*")) if formats.can_read(path)]


def _read(known: Format, path: Path, data: bytes) -> Document:
    if known.bilingual and known.name != "xlsx":
        return known.read_both(str(path), data).translations[0]
    return known.read(str(path), data)


def test_real_documents(corpus: list[Path]) -> None:
    counts: dict[str, Counter[str]] = {}
    for path in corpus:
        count = counts.setdefault(path.suffix.lower(), Counter())
        for what, number in _measured(path):
            count[what] += number
    assert counts
    heads = ["read", "empty", "refused", "same", "edited", "edit refused", "characters", "lost"]
    print("\n| kind | " + " | ".join(heads) + " |\n|---" * 1 + "|---" * len(heads) + "|")
    for suffix, count in sorted(counts.items()):
        print(f"| {suffix} | " + " | ".join(str(count[head]) for head in heads) + " |")
        assert count["wrong"] == 0


def _measured(path: Path) -> Iterator[tuple[str, int]]:
    known, data = format_of(path), path.read_bytes()
    try:
        document = _read(known, path, data)
    except ReviewerError:
        yield "refused", 1
        return
    if not document.blocks:
        yield "empty", 1
        return
    yield "read", 1
    yield "same", int(formats.edited_bytes(document, []) == data)
    if path.suffix.lower() in (".docx", ".docm"):
        yield from _lost(document, data)
    if not known.read_only:
        yield from _edited(known, path, document)


def _edited(known: Format, path: Path, document: Document) -> Iterator[tuple[str, int]]:
    for number, block in enumerate(document.blocks):
        word = re.search(r"\w{3,}", block.text)
        if not word or block.chrome or len(block.text) <= 20:
            continue
        try:
            written = formats.edited_bytes(document, [TextEdit(number, Span(*word.span()), "Qxyz")])
            again = _read(known, path, written)
        except ReviewerError:
            yield "edit refused", 1
            return
        wanted = f"{block.text[: word.start()]}Qxyz{block.text[word.end() :]}"
        yield ("edited" if again.blocks[number].text == wanted else "wrong"), 1
        return


def _lost(document: Document, data: bytes) -> Iterator[tuple[str, int]]:
    """The characters that the XML shows to a reader, and how many of them no block has."""
    wanted: Counter[str] = Counter()
    with zipfile.ZipFile(BytesIO(data)) as package:
        for name in filter(_TEXT_PARTS.fullmatch, package.namelist()):
            wanted += _shown(etree.fromstring(package.read(name)))
    found = Counter("".join(block.text for block in document.blocks).translate(_RAISED))
    yield "characters", wanted.total()
    yield "lost", (wanted - found).total()


def _shown(root: etree._Element) -> Counter[str]:
    w = root.tag.split("}")[0] + "}"
    shown: Counter[str] = Counter()
    for text in root.iter(f"{w}t"):
        around = {each.tag.rpartition("}")[2] for each in text.iterancestors() if each.tag}
        properties = text.getparent().find(f"{w}rPr")
        hidden = properties is not None and (
            properties.find(f"{w}vanish") is not None
            or any(is_symbol_font(v) for f in properties.iter(f"{w}rFonts") for v in f.values())
        )
        if not hidden and not around & _UNSEEN:
            shown.update((text.text or "").translate(_RAISED).replace("\uf0b7", ""))
    for space in [each for each in shown if each.isspace() or "\uf000" <= each <= "\uf0ff"]:
        del shown[space]
    return shown
