"""Markdown: CommonMark with tables, footnotes, definition lists and notes in colons.

Markup stays where it is when its words change. The marks of footnotes are no text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from reviewer.domain import Document, Edit, LeftOut, NewBlock, Role
from reviewer.formats.html.page import blocks_between
from reviewer.formats.markdown.edit import WAYS, escaped, patches_by, with_pictures
from reviewer.formats.markdown.inline import Walk
from reviewer.formats.markdown.lines import Lines
from reviewer.formats.markdown.long_paragraphs import refuse_long_paragraphs
from reviewer.formats.markdown.marked import marked_plugin
from reviewer.formats.markdown.mdx import is_mdx, mdx_plugin, without_indents
from reviewer.formats.markdown.said_in_tags import PART as IN_TAG
from reviewer.formats.markdown.said_in_tags import Said, words_in, written
from reviewer.formats.markdown.short_codes import (
    as_addresses,
    has_short_codes,
    is_component,
    short_code_plugin,
)
from reviewer.formats.markdown.tabs import tabs_plugin
from reviewer.formats.new_blocks.lines import MarkdownLines, kept_blocks
from reviewer.formats.new_blocks.places import split
from reviewer.formats.plain.encodings import decode
from reviewer.formats.shared import front_matter
from reviewer.formats.shared.changes import TextChange, by_block, changes, edited
from reviewer.formats.shared.hanging import Hanging, Hangings, beside, left_out
from reviewer.formats.shared.mapped import (
    MappedBlock,
    Mapping,
    Pair,
    SourcePatch,
    mapped_block,
    patched,
    patches,
)
from reviewer.formats.shared.short_lines import is_short
from reviewer.formats.shared.stored import same_blocks
from reviewer.formats.shared.toml_strings import as_written

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.token import Token

_HTML = "html"
"""The `part` of blocks that are written as HTML."""

_VERBATIM = "verbatim"
"""The `part` of lines that are written as they are: code, mathematics, data."""

_ATTRIBUTES = re.compile(r"(?:(?<!\s)\s+)?\{:?\s*[.#][^{}\n]*\}\Z")
"""Names that kramdown and Pandoc give to the text before them: "{: .lead}", "{#top}"."""

_TASK = re.compile(r"\[[ xX]\]\s+")
_CALLOUT = re.compile(r"\[![A-Za-z]+\][+-]?(?:\s+|$)")
_PICTURE = re.compile(r"[\w./%-]+\.(?:png|jpe?g|gif|svg|webp|avif|bmp|tiff?)\Z", re.IGNORECASE)
_CALLOUT_TITLE = re.compile(
    r"(?<!:):{3,}+[ \t]*+(?:\{[^{}\n]*+\}|[\w.-]++)[ \t]*+(?:\[([^\]\n]++)\]\Z|(\S[^\n]*))"
)


def read(path: str, data: bytes) -> Document:
    """The document in `data`; front matter, code, HTML in lists and quotes are chrome."""
    decoded = decode(data, path=path)
    blocks = tuple(mapped.block for mapped in _mapped(decoded.text, path))
    return Document(path, "markdown", blocks, data, decoded.codec)


def write(document: Document, edits: Sequence[Edit]) -> bytes:
    """The bytes of `document` after `edits`.

    The result is read again: a paragraph that does not read as it should is written in the
    next of `WAYS`, so that new text is escaped, and markup given up, only where need be.
    """
    decoded = decode(document.original, codec=document.encoding, path=document.path)
    blocks = same_blocks(document, _mapped(decoded.text, document.path))
    texts, new = split(edits)
    found = {
        number: changes(blocks[number].mapping.text, of_block, document.path)
        for number, of_block in by_block(texts).items()
    }
    wanted = {number: edited(blocks[number].mapping.text, made) for number, made in found.items()}
    ways: dict[int | None, int] = dict.fromkeys(found, 0)
    ways |= {None: 0} if new else {}
    while True:
        made = [
            patch
            for number, way in ways.items()
            if number is not None
            for patch in _patches(decoded.text, blocks[number], found[number], way)
        ]
        made = with_pictures(decoded.text, made)
        write = escaped if ways.get(None) else str
        made += MarkdownLines(decoded.text, blocks, write).patches(new)
        hangings = Hangings(decoded.text, blocks, "markdown")
        of_gone = [(blocks[each.block].mapping, each.span) for each in left_out(edits)]
        result = patched(decoded.text, beside(made, hangings.without_marks(of_gone)))
        wrong = [
            number
            for number in _differing(document, wanted, new, result)
            if ways[number] < (len(WAYS) - 1 if number is not None else 1)
        ]
        if not wrong:
            return decoded.encode(result)
        for number in wrong:
            ways[number] += 1


def hanging(document: Document, wanted: Sequence[LeftOut]) -> list[list[Hanging]]:
    """What hangs on each of these sentences."""
    decoded = decode(document.original, codec=document.encoding, path=document.path)
    blocks = same_blocks(document, _mapped(decoded.text, document.path))
    hangings = Hangings(decoded.text, blocks, "markdown")
    return [hangings.of(blocks[each.block].mapping, each.span) for each in wanted]


def _patches(
    source: str, block: MappedBlock, found: Sequence[TextChange], way: int
) -> list[SourcePatch]:
    if block.part == front_matter.PART:
        return [front_matter.value_patch(source, block.mapping, found)]
    if block.part == front_matter.PART_ESCAPED:
        return patches(block.mapping, found, lambda text, _index, _how: as_written(text))
    if block.part.startswith(IN_TAG):
        return patches(block.mapping, found, lambda text, _i, _how: written(text, block.part))
    if block.part == _VERBATIM or block.part.startswith(front_matter.PART):
        return patches(block.mapping, found, lambda text, _index, _how: text)
    return patches_by(way, source, block.mapping, found, html=block.part == _HTML)


def _differing(
    document: Document, wanted: dict[int, str], new: Sequence[NewBlock], result: str
) -> list[int | None]:
    """The edited blocks whose text does not read as wanted in `result`; None for new ones."""
    texts = [_plain(mapped.block.text) for mapped in _mapped(result, document.path)]
    expected = [
        (number, _plain(text if number is None else wanted.get(number, text)))
        for number, text in kept_blocks(document.blocks, new)
    ]
    expected = [(number, text) for number, text in expected if text]
    changed = {*wanted, None}
    if len(expected) == len(texts):
        pairs = zip(expected, texts, strict=True)
        wrong = [number for (number, text), found in pairs if number in changed and text != found]
        return list(dict.fromkeys(wrong))
    if " ".join(text for _, text in expected) == " ".join(texts):
        # A sentence goes on behind a line break, or no more.
        return []
    there = set(texts)
    wrong = [number for number, text in expected if number in changed and text not in there]
    return list(dict.fromkeys(wrong))


def _plain(text: str) -> str:
    return " ".join(text.split())


def _mapped(source: str, path: str) -> list[MappedBlock]:
    front = front_matter.end_of(source)
    coded = has_short_codes(source)
    lines = Lines(as_addresses(source) if coded else source, front)
    blocks = [
        replace(block, part=block.part or _VERBATIM) for block in front_matter.blocks(source, front)
    ]
    mdx = is_mdx(path, source[front:])
    parser, text = _parser(mdx=mdx, coded=coded), lines.text()
    open_blocks: list[Token] = []
    for token in parser.parse(without_indents(text) if mdx else text):
        if token.nesting == 1:
            _number(token, open_blocks)
            open_blocks.append(token)
            if token.type == "container_note_open" and token.map:
                blocks += _callout_title(source, *lines.range(token.map[0], token.map[0] + 1))
        elif token.nesting == -1:
            open_blocks.pop()
        elif token.type == "inline":
            blocks += _marked(_inline(parser, token, lines, open_blocks), open_blocks)
        elif token.type == "html_block" and token.map and not open_blocks:
            found = blocks_between(source, *lines.range(*token.map))
            blocks += [replace(block, part=_HTML) for block in found]
        elif token.type in ("mdx_block", "short_code_block") and token.map:
            blocks += _tags(source, *lines.range(*token.map))
        elif token.type in _VERBATIM_TOKENS and token.map:
            blocks += _verbatim(source, *lines.range(*token.map))
    return _titled(blocks)


def _number(token: Token, around: Sequence[Token]) -> None:
    """Keep with an item of a list what is shown before it (the first number counts)."""
    if token.type == "ordered_list_open":
        token.meta["next"] = int(token.attrs.get("start", 1))
    elif token.type == "list_item_open" and around and around[-1].type == "ordered_list_open":
        token.meta["mark"] = f"{around[-1].meta['next']}{token.markup}"
        around[-1].meta["next"] += 1


def _marked(blocks: Iterator[MappedBlock], open_blocks: Sequence[Token]) -> Iterator[MappedBlock]:
    """The blocks of one text; the first of an item of a list with its number."""
    item = next((each for each in reversed(open_blocks) if each.type == "list_item_open"), None)
    for block in blocks:
        mark = item.meta.pop("mark", "") if item else ""
        yield block.marked(mark) if mark else block


_VERBATIM_TOKENS = ("fence", "code_block", "html_block", "math_block")


def _parser(*, mdx: bool = False, coded: bool = False) -> MarkdownIt:
    from markdown_it import MarkdownIt
    from mdit_py_plugins.admon import admon_plugin
    from mdit_py_plugins.container import container_plugin
    from mdit_py_plugins.deflist import deflist_plugin
    from mdit_py_plugins.dollarmath import dollarmath_plugin
    from mdit_py_plugins.footnote import footnote_plugin

    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    parser.use(footnote_plugin).use(deflist_plugin).use(dollarmath_plugin).use(admon_plugin)
    parser.use(container_plugin, "note", validate=lambda *_: True).use(marked_plugin)
    parser.use(tabs_plugin)
    if mdx:
        parser.use(mdx_plugin)
    if coded:
        parser.use(short_code_plugin)
    parser.block.ruler.before(
        "math_block",
        "math_behind_text",
        _ends_before_formula,
        {"alt": ["paragraph", "reference", "blockquote", "list"]},
    )
    parser.core.ruler.before("inline", "long_paragraphs", refuse_long_paragraphs)
    # Notes stay where they stand; dollars in a sentence are money.
    return parser.disable(["text_join", "footnote_tail", "footnote_inline", "math_inline"])


def _ends_before_formula(state: StateBlock, line: int, _last: int, silent: bool) -> bool:
    """A rule of the parser: a formula ("$$") needs no empty line before it."""
    start = state.bMarks[line] + state.tShift[line]
    return silent and state.src.startswith("$$", start) and "$$" in state.src[start + 2 :]


def _titled(blocks: Sequence[MappedBlock]) -> list[MappedBlock]:
    """The blocks; without one in the front matter the first heading of level one is the title."""
    made = list(blocks)
    if any(mapped.block.role == "title" for mapped in made):
        return made
    for number, mapped in enumerate(made):
        if mapped.block.role == "heading" and mapped.block.level == 1:
            made[number] = replace(mapped, block=replace(mapped.block, role="title"))
            break
    return made


def _verbatim(source: str, start: int, end: int) -> Iterator[MappedBlock]:
    """The lines as chrome, each for itself, so that an edit of one cannot join two."""
    position = start
    for line in source[start:end].splitlines(keepends=True):
        mapping = Mapping()
        mapping.add_run(line, position)
        position += len(line)
        if trimmed := mapping.trimmed():
            yield mapped_block(trimmed, chrome=True, part=_VERBATIM)


def _tags(source: str, start: int, end: int) -> Iterator[MappedBlock]:
    """Lines of tags as chrome, and the words that they say."""
    tags = source[start:end]
    at = start
    # What imports, exports or computes is code throughout.
    is_tag = is_component(tags) or tags.lstrip().startswith(("{{", "{%"))
    for said in words_in(tags, entities=is_component(tags)) if is_tag else ():
        yield from _verbatim(source, at, start + said.start)
        yield from _said(source, said, start)
        at = start + said.end
    yield from _verbatim(source, at, end)


def _said(source: str, said: Said, at: int) -> Iterator[MappedBlock]:
    """The words that a tag says which begins at `at`."""
    if mapping := said.mapping(source, at).trimmed():
        role: Role = "heading" if is_short(mapping.text) else "paragraph"
        yield mapped_block(mapping, role, part=said.part)


def _callout_title(source: str, start: int, end: int) -> Iterator[MappedBlock]:
    """What a line such as "::: warning Mind the gap" says to the reader."""
    match = _CALLOUT_TITLE.search(source[start:end].rstrip())
    if match:
        number = 1 if match[1] else 2
        mapping = Mapping()
        mapping.add_run(match[number], start + match.start(number))
        yield mapped_block(mapping, "heading" if is_short(mapping.text) else "paragraph")


def _inline(
    parser: MarkdownIt, token: Token, lines: Lines, open_blocks: Sequence[Token]
) -> Iterator[MappedBlock]:
    role, level = _role(open_blocks)
    places = lines.places(token.content, token.map, is_cell=role == "table_cell")
    walk = Walk(parser, token.content)
    parts = walk.over(token.children or ())
    for mapping in parts:
        moved = mapping.moved(places).trimmed()
        if mapping is parts[0]:
            moved = _without_sign(moved, role, open_blocks)
        if named := _ATTRIBUTES.search(moved.text):
            moved.truncate(named.start())
        if moved:
            if role == "table_cell":
                _with_backslashes(moved, lines.source)
            if len(parts) == 1 and open_blocks:
                moved.pairs += _underline(open_blocks[-1], lines, len(moved), moved.ends[-1])
            yield mapped_block(moved, _shown_role(role, moved, lines.source), level=level)
    for picture in walk.pictures:
        moved = picture.moved(places).trimmed()
        if moved and not _PICTURE.match(moved.text):
            yield mapped_block(moved, "caption")
    for said, start in walk.said:
        moved = said.mapping(walk.content, start).moved(places).trimmed()
        if moved:
            yield mapped_block(moved, "caption", part=said.part)
    for note in walk.notes:
        moved = note.moved(places).trimmed()
        if moved:
            yield mapped_block(moved, "paragraph")


def _without_sign(mapping: Mapping, role: Role, open_blocks: Sequence[Token]) -> Mapping:
    """The text without the box of a task or the kind of a callout, which are shown as signs."""
    quoted = any(each.type == "blockquote_open" for each in open_blocks)
    sign = _TASK if role == "list_item" else _CALLOUT if quoted else None
    match = sign.match(mapping.text) if sign else None
    return mapping.behind(match.end()) if match else mapping


def _with_backslashes(cell: Mapping, source: str) -> None:
    """Let a "|" that is written with a backslash go with it."""
    for index, character in enumerate(cell.characters):
        if character == "|" and source[cell.starts[index] - 1] == "\\":
            cell.starts[index] -= 1


def _shown_role(role: Role, mapping: Mapping, source: str) -> Role:
    """Many set their headings in bold by hand."""
    bold = any(
        pair.start == 0
        and pair.end == len(mapping)
        and source[slice(*pair.opening)] in ("**", "__")
        for pair in mapping.pairs
    )
    return "heading" if role == "paragraph" and bold and is_short(mapping.text) else role


def _underline(heading: Token, lines: Lines, length: int, end: int) -> Iterator[Pair]:
    """The line under a heading, which would be text, or a rule, without the heading."""
    if heading.type == "heading_open" and heading.markup in ("=", "-") and heading.map:
        _, stop = lines.range(*heading.map)
        yield Pair(0, length, (end, end), (end, stop))


def _role(open_blocks: Sequence[Token]) -> tuple[Role, int]:
    for token in reversed(open_blocks):
        if token.type == "heading_open":
            return "heading", int(token.tag[1])
        if token.type in ("td_open", "th_open"):
            return "table_cell", 0
        if token.type == "list_item_open":
            return "list_item", 0
        if token.type == "blockquote_open":
            return "paragraph", 0
    return "paragraph", 0
