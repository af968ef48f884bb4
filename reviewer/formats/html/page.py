"""HTML as a browser saves it: read by structure, edited in place by offsets."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from contextlib import suppress

from reviewer.domain import Block, Document, Edit, LeftOut, NewBlock
from reviewer.formats.errors import StaleDocumentError
from reviewer.formats.html.evidence import judged
from reviewer.formats.html.linked_sheets import NOTHING, Sheets
from reviewer.formats.html.nodes import Found
from reviewer.formats.html.scripts import holds_the_text, may_hold_more, shown_in
from reviewer.formats.html.sheets_beside import sheets_beside
from reviewer.formats.html.walk import Walk
from reviewer.formats.html.without_sheets import blocks_again
from reviewer.formats.new_blocks.forms import HTML, HtmlForm
from reviewer.formats.new_blocks.places import Placing, split
from reviewer.formats.plain.encodings import Decoded, decode
from reviewer.formats.shared.changes import TextChange, by_block, changes
from reviewer.formats.shared.declared_language import believed
from reviewer.formats.shared.elements import Tree
from reviewer.formats.shared.hanging import Hanging, Hangings, beside, left_out
from reviewer.formats.shared.mapped import MappedBlock, Mapping, SourcePatch, patched, patches
from reviewer.formats.shared.markup import escaped
from reviewer.formats.shared.outside_links import in_no_link
from reviewer.formats.shared.raised import Raised, lowered
from reviewer.formats.shared.stored import same_blocks
from reviewer.messages import Message, message

_CHARSET = re.compile(
    rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]+)"
    rb"|<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([A-Za-z0-9_:.-]+)",
    re.IGNORECASE,
)
_LONGEST_REFERENCE = 33
_RAISED: tuple[Raised, ...] = ("superscript", "subscript")
_WORD_PROCESSORS = re.compile(
    r"Microsoft Word|LibreOffice|OpenOffice|Google Docs|AbiWord|Pages", re.IGNORECASE
)
_NEXT_TO_NOTHING = 300
"""Characters that no link is made of."""

_MANY_TIMES = 3
_MOST_NULS = 0.2
_TAG = re.compile(rb"<[A-Za-z!/]")


def read(path: str, data: bytes, *, sheets: Sheets | None = None) -> Document:
    """The document in `data`; a block for each paragraph, heading, list item, cell, caption.

    `sheets` are the style sheets that it links to, by default those that lie beside it.
    """
    decoded = _decoded(data, "", path)
    sheets = sheets_beside(path, data) if sheets is None else sheets
    walk = _walked(decoded.text, keep_mappings=False, sheets=sheets)
    blocks = tuple(_blocks(walk))
    language = believed(walk.said.language, blocks)
    return Document(path, "html", blocks, data, decoded.codec, language)


def write(document: Document, edits: Sequence[Edit], *, sheets: Sheets | None = None) -> bytes:
    """The bytes of `document` after `edits`; tags, comments and spelling of the rest stay."""
    texts, new = split(edits)
    decoded = _decoded(document.original, document.encoding, document.path)
    blocks = _stored_blocks(document, decoded.text, sheets)
    made: list[SourcePatch] = []
    for number, of_block in by_block(texts).items():
        mapping = blocks[number].mapping
        found = changes(mapping.text, of_block, document.path)
        render = _renderer(decoded.text, mapping)
        made += patches(mapping, found, render, apart=in_no_link(decoded.text))
        made += _guarded(decoded.text, mapping, found)
    made += new_block_patches(decoded.text, blocks, new)
    if gone := left_out(edits):
        hangings = Hangings(decoded.text, blocks, "html")
        of_gone = [(blocks[each.block].mapping, each.span) for each in gone]
        made = beside(made, hangings.without_marks(of_gone))
    return _encoded(decoded, patched(decoded.text, made))


def new_block_patches(
    source: str, blocks: Sequence[MappedBlock], new: Sequence[NewBlock]
) -> list[SourcePatch]:
    """The patches that put `new` beside `blocks` of the page `source`."""
    if not new:
        return []
    tree = Tree(source, xml=False)
    placing = Placing(tree, blocks, HTML, HtmlForm(tree))
    return placing.patches([(each.block, each) for each in new])


def hanging(
    document: Document, wanted: Sequence[LeftOut], *, sheets: Sheets | None = None
) -> list[list[Hanging]]:
    """What hangs on each of these sentences."""
    decoded = _decoded(document.original, document.encoding, document.path)
    blocks = _stored_blocks(document, decoded.text, sheets)
    hangings = Hangings(decoded.text, blocks, "html")
    return [hangings.of(blocks[each.block].mapping, each.span) for each in wanted]


def not_read(document: Document) -> Message | None:
    """What has to be said where most of the page's text stands in its scripts."""
    shown = shown_in(document.blocks)
    if not may_hold_more(shown):
        return None
    decoded = _decoded(document.original, document.encoding, document.path)
    if not holds_the_text(decoded.text, shown):
        return None
    return message(
        "“{path}”: most of its text stands in the scripts of the page and is not read. Open the "
        "page in a browser, and save it again when all of it is shown.",
        path=document.path,
    )


def _renderer(source: str, mapping: Mapping) -> Callable[[str, int, str], str]:
    """How a new text is written beside character `index`: plain digits inside a `sup`."""

    def render(text: str, index: int, _how: str) -> str:
        start, end = mapping.starts[index], mapping.ends[index]
        seen, written = mapping.characters[index], source[start:end]
        for how in _RAISED:
            if seen != written and lowered(seen, how) == written:
                # What can be seen in a raised run only as it is goes in as it is.
                return escaped("".join(lowered(each, how) or each for each in text))
        return escaped(text)

    return render


def _guarded(source: str, mapping: Mapping, found: Sequence[TextChange]) -> list[SourcePatch]:
    """References for each bare "<" and "&" that a change behind it could turn into markup."""
    made = []
    gone = {index for change in found for index in range(change.start, change.end)}
    near = {
        index
        for change in found
        for index in range(max(change.start - _LONGEST_REFERENCE, 0), change.start)
    }
    for index in sorted(near - gone):
        start, end = mapping.starts[index], mapping.ends[index]
        if source[start:end] in ("<", "&"):
            made.append(SourcePatch(start, end, escaped(source[start:end])))
    return made


def _stored_blocks(document: Document, source: str, sheets: Sheets | None) -> list[MappedBlock]:
    """Where the blocks of `document` stand in it, by the sheets that lie beside it now if it was
    read with them, or else without any."""
    if sheets is not None:
        return same_blocks(document, _judged(_walked(source, sheets=sheets)))
    beside_it = sheets_beside(document.path, document.original)
    if beside_it.texts:
        with suppress(StaleDocumentError):
            return same_blocks(document, _judged(_walked(source, sheets=beside_it)))
    return blocks_again(document, _judged(_walked(source)))


def blocks_between(source: str, start: int, end: int) -> list[MappedBlock]:
    """The blocks of the HTML in `source[start:end]`; their mappings count in `source`."""
    found = Walk(source, start, end).found
    return _mapped(judged(found, whole=False), found)


def _walked(source: str, *, keep_mappings: bool = True, sheets: Sheets = NOTHING) -> Walk:
    """The walk over a page; where next to nothing but its templates has text, with these."""
    walk = Walk(source, keep_mappings=keep_mappings, sheets=sheets)
    shown = sum(each.unlinked for each in walk.found if each.block.role != "title")
    if walk.templates <= _MANY_TIMES * shown or shown > _NEXT_TO_NOTHING:
        return walk
    return Walk(source, keep_mappings=keep_mappings, templates=True, sheets=sheets)


def _blocks(walk: Walk) -> list[Block]:
    authored = bool(_WORD_PROCESSORS.search(walk.said.generator))
    return judged(walk.found, authored=authored, said=walk.said)


def _judged(walk: Walk) -> list[MappedBlock]:
    return _mapped(_blocks(walk), walk.found)


def _mapped(blocks: Sequence[Block], found: Sequence[Found]) -> list[MappedBlock]:
    return [MappedBlock(block, each.mapping) for block, each in zip(blocks, found, strict=True)]


def _decoded(data: bytes, codec: str, path: str) -> Decoded:
    match = _CHARSET.search(data[:4096])
    declared = (match[1] or match[2]).decode("ascii") if match else ""
    if not codec and 0 < data.count(0) <= _MOST_NULS * len(data) and _TAG.search(data):
        # Browsers drop stray NULs; what the other bytes are is told without them.
        codec = decode(data.replace(b"\0", b" "), declared=declared, path=path).codec
    return decode(data, codec=codec, declared=declared, path=path)


def _encoded(decoded: Decoded, text: str) -> bytes:
    try:
        text.encode(decoded.codec, "surrogateescape")
    except UnicodeEncodeError:
        # What the page's encoding lacks is written as a reference, as browsers do.
        text = "".join(_known_or_reference(character, decoded.codec) for character in text)
    return decoded.encode(text)


def _known_or_reference(character: str, codec: str) -> str:
    try:
        character.encode(codec, "surrogateescape")
    except UnicodeEncodeError:
        return f"&#{ord(character)};"
    return character
