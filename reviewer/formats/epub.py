"""Electronic books (EPUB 2 and 3): the chapters in the order of the spine, read as web pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import unquote

from reviewer.domain import Block, Document, Edit, LeftOut
from reviewer.formats.errors import PasswordProtectedError
from reviewer.formats.html import page as html
from reviewer.formats.html.linked_sheets import Sheets, linked_sheets
from reviewer.formats.html.styles import bold_classes
from reviewer.formats.plain.encodings import decode
from reviewer.formats.shared.archive import Archive, not_there
from reviewer.formats.shared.declared_language import believed, language_tag
from reviewer.formats.shared.hanging import Hanging
from reviewer.messages import Message, message

if TYPE_CHECKING:
    from lxml import etree

_CONTAINER = "META-INF/container.xml"
_PAGES = ("application/xhtml+xml", "text/html")
_FONTS = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")
"""Ways of hiding fonts, which hide no text."""


_CALLS_ALL_ENGLISH = "libepubgen"
"""What LibreOffice makes books with, whatever their language."""


@dataclass(frozen=True, slots=True)
class _Chapter:
    name: str
    document: Document
    first: int
    """Number of its first block in the book."""
    sheets: Sheets


def read(path: str, data: bytes) -> Document:
    """The document in `data`; contents, titles of windows and hidden text are chrome."""
    _, chapters, about = _opened(path, data)
    blocks = tuple(
        replace(block, place=f"{chapter.name}:{block.place}")
        for chapter in chapters
        for block in chapter.document.blocks
    )
    return Document(path, "epub", blocks, data, language=_language(about, blocks))


def write(document: Document, edits: Sequence[Edit]) -> bytes:
    """The bytes of `document` after `edits`; all parts but the edited chapters stay."""
    archive, chapters, _ = _opened(document.path, document.original)
    made: dict[str, bytes] = {}
    for chapter in chapters:
        last = chapter.first + len(chapter.document.blocks)
        own = [
            replace(edit, block=edit.block - chapter.first)
            for edit in edits
            if chapter.first <= edit.block < last
        ]
        if own:
            made[chapter.name] = html.write(chapter.document, own, sheets=chapter.sheets)
    return archive.with_parts(made)


def hanging(document: Document, wanted: Sequence[LeftOut]) -> list[list[Hanging]]:
    """What hangs on each of these sentences."""
    chapters = _opened(document.path, document.original)[1]
    return [
        html.hanging(
            chapter.document,
            [replace(each, block=each.block - chapter.first)],
            sheets=chapter.sheets,
        )[0]
        for each in wanted
        for chapter in chapters
        if chapter.first <= each.block < chapter.first + len(chapter.document.blocks)
    ]


def not_read(document: Document) -> Message | None:
    """How many chapters are listed and not in the file."""
    archive, package = _unlocked(document.path, document.original)
    return not_there(document.path, (name for name, _ in _spine(archive, package)), archive)


def _opened(path: str, data: bytes) -> tuple[Archive, list[_Chapter], etree._Element]:
    """The archive, its chapters, and what the book says of itself."""
    archive, package = _unlocked(path, data)
    chapters: list[_Chapter] = []
    count = 0
    for name, is_contents in _spine(archive, package):
        if name not in archive:
            continue
        page = archive.part(name)
        sheets = _sheets(archive, name, page)
        chapter = html.read(f"{path}/{name}", page, sheets=sheets)
        chapter = replace(chapter, blocks=tuple(_judged(chapter, is_contents)))
        chapters.append(_Chapter(name, chapter, count, sheets))
        count += len(chapter.blocks)
    return archive, chapters, archive.tree(package, doctype=True)


def _unlocked(path: str, data: bytes) -> tuple[Archive, str]:
    """The archive, and the name of the part that lists its chapters."""
    archive = Archive(data, path, "electronic book", "epub")
    if _CONTAINER not in archive:
        raise archive.damaged()
    if "META-INF/rights.xml" in archive and "META-INF/encryption.xml" in archive:
        raise PasswordProtectedError(
            path,
            message(
                "“{path}” is locked by its seller (DRM). Ask for a copy that is not.", path=path
            ),
        )
    rootfile = archive.tree(_CONTAINER).find(".//{*}rootfile")
    package = "" if rootfile is None else unquote(rootfile.get("full-path", ""))
    if package not in archive:
        raise archive.damaged()
    return archive, package


def _language(about: etree._Element, blocks: Sequence[Block]) -> str:
    """The language that the book says it is in, "" where it says none or its text denies it."""
    said = about.findtext(".//{http://purl.org/dc/elements/1.1/}language") or ""
    tag = language_tag(said)
    makers = [each.get("content", "") for each in about.iterfind(".//{*}meta[@name='generator']")]
    unasked = any(_CALLS_ALL_ENGLISH in each for each in makers)
    return "" if tag == "und" else believed(tag, blocks, unasked=unasked)


def _sheets(archive: Archive, name: str, page: bytes) -> Sheets:
    """The style sheets of a chapter. What they set in bold are headings: programs that write books
    out of documents have no other mark of them."""

    def part(address: str) -> bytes | None:
        there = archive.joined(name, unquote(address))
        return archive.part(there) if there in archive else None

    texts = linked_sheets(page, part)
    return Sheets(texts, frozenset[str]().union(*map(bold_classes, texts)))


def _judged(chapter: Document, is_contents: bool) -> Iterator[Block]:
    """Its blocks; no other page stands beside them that would tell furniture from text."""
    text = decode(chapter.original, codec=chapter.encoding).text
    body = max(text.find("<body"), 0)
    for block in chapter.blocks:
        in_head = int(block.place.partition("-")[0]) < body
        yield replace(block, chrome=is_contents or in_head or block.reason == "hidden")


def _spine(archive: Archive, package: str) -> Iterator[tuple[str, bool]]:
    """(part, whether it is the table of contents) for each page in reading order, there or not."""
    root = archive.tree(package, doctype=True)
    items = {item.get("id", ""): item for item in root.iterfind(".//{*}manifest/{*}item")}
    seen = set()
    for reference in root.iterfind(".//{*}spine/{*}itemref"):
        item = items.get(reference.get("idref", ""))
        if item is None or item.get("media-type", "") not in _PAGES:
            continue
        name = archive.joined(package, unquote(item.get("href", "")))
        if name not in seen:
            seen.add(name)
            yield name, "nav" in item.get("properties", "").split()
