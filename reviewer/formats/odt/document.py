"""OpenDocument texts, zipped (odt, ott) and flat (fodt): read by their paragraphs.

Text boxes, notes and tables are read, headers and footers are chrome. Comments, deleted
tracked text, hidden text, sections and rows, the marks of notes and formulas in objects are not
read. An edit changes characters of the XML's own text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from reviewer.domain import Document, Edit, LeftOut, NewBlock, Role
from reviewer.formats.errors import DamagedFileError
from reviewer.formats.new_blocks.forms import ODT, OdtForm
from reviewer.formats.new_blocks.places import Placing
from reviewer.formats.odt.gone_fields import gone_fields
from reviewer.formats.odt.lists import ListNumbers, ListStyles
from reviewer.formats.shared import xml_source
from reviewer.formats.shared.archive import Archive
from reviewer.formats.shared.changes import TextChange
from reviewer.formats.shared.elements import Tree
from reviewer.formats.shared.hanging import Hanging, Hangings, beside
from reviewer.formats.shared.kept_back import FORMULAS, found_in, kept_back
from reviewer.formats.shared.mapped import Mapping, SourcePatch, patches
from reviewer.formats.shared.markup import Token, attributes, escaped, tokens, words
from reviewer.formats.shared.outside_links import in_no_link
from reviewer.formats.shared.raised import Raised, lowered_beside
from reviewer.formats.shared.stored import same_blocks
from reviewer.formats.shared.xml_source import possible
from reviewer.formats.shared.xml_walk import PARAGRAPH, Attributes, Kind, Rules, Walk
from reviewer.formats.xml_parts import NewPatches, SourcePart, edited_sources
from reviewer.messages import Message, message

_NAMESPACES = {
    f"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0": prefix
    for name, prefix in (
        ("text", "text"), ("table", "table"), ("office", "office"), ("style", "style"),
        ("drawing", "draw"), ("manifest", "manifest"), ("presentation", "presentation"),
        ("svg-compatible", "svg"),
    )
}  # fmt: skip
_NAMESPACES["http://www.w3.org/1998/Math/MathML"] = "math"
_SKIPPED = words(
    "office:annotation office:annotation-end text:tracked-changes text:note-citation "
    "text:ruby-text text:number office:binary-data office:scripts office:forms text:sequence-decls "
    "text:variable-decls text:user-field-decls svg:title svg:desc math:math "
    "office:meta office:settings office:font-face-decls "
    "presentation:notes"
)
_HIDING = words("text:hidden-text text:hidden-paragraph")
"""Fields that hide their text by a condition, and say whether it holds (OpenDocument 1.3, 7.7)."""

_CONTENTS = words(
    "text:table-of-content text:illustration-index text:table-index text:object-index "
    "text:user-index text:alphabetical-index text:bibliography"
)
_MARGINS = words(
    "style:header style:footer style:header-left style:footer-left style:header-first "
    "style:footer-first"
)
_LONGEST_SPACE = 1000
_STYLE = re.compile(r"<style:style\s[^>]*?style:name=\"([^\"]+)\"")


@dataclass(frozen=True, slots=True)
class _Style:
    parent: str = ""
    raised: Raised | None = None
    hidden: bool | None = None
    """None where it does not say."""
    font: str = ""


@dataclass(slots=True)
class _Styles:
    by_name: dict[str, _Style] = field(default_factory=dict)
    lists: ListStyles = field(default_factory=ListStyles)

    def kind(self, name: str, found: Attributes, around: Sequence[str]) -> Kind:
        """What the paragraph or heading with these attributes is."""
        chain = self._chain(found.get("style-name", ""))
        said = (self.by_name[each].hidden for each in chain if each in self.by_name)
        hidden = next((each for each in said if each is not None), False)
        chrome = any(each in _MARGINS or each in _CONTENTS for each in around)
        role, level = _role(name, found, chain, around)
        return Kind(role, level, chrome, hidden)

    def look(self, name: str, found: Attributes) -> Raised | None:
        """Whether a span raises its text (None: it hides it)."""
        if name in _HIDING:
            return None if found.get("is-hidden") == "true" else ""
        if name != "text:span":
            return ""
        raised: Raised = ""
        shown: bool | None = None
        for each in self._chain(found.get("style-name", "")):
            style = self.by_name.get(each, _Style())
            if style.hidden and shown is None:
                return None
            shown = style.hidden if shown is None else shown
            raised = raised or style.raised or ""
        return raised

    def font(self, _name: str, found: Attributes) -> str:
        """The font that the style of an element names."""
        chain = self._chain(found.get("style-name", ""))
        return next(
            (f for each in chain if each in self.by_name and (f := self.by_name[each].font)), ""
        )

    def _chain(self, name: str) -> list[str]:
        chain: list[str] = []
        while name and name not in chain:
            chain.append(name)
            name = self.by_name[name].parent if name in self.by_name else ""
        return chain


def _role(
    name: str, found: Attributes, chain: Sequence[str], around: Sequence[str]
) -> tuple[Role, int]:
    named = {each.replace("_20_", " ").lower() for each in chain}
    if "title" in named:
        return "title", 0
    if "subtitle" in named:
        return "heading", 1
    if name == "text:h":
        level = found.get("outline-level", "1")
        return "heading", int(level) if level.isdecimal() else 1
    if "caption" in named:
        return "caption", 0
    innermost = next(
        (each for each in reversed(around) if each in ("table:table-cell", "text:list-item",
                                                        "draw:text-box", "text:note-body")),
        "",
    )  # fmt: skip
    roles: dict[str, Role] = {"table:table-cell": "table_cell", "text:list-item": "list_item"}
    return roles.get(innermost, "paragraph"), 0


def _read_styles(source: str, styles: _Styles) -> None:
    """Add the styles that `source` defines to `styles`."""
    current = ""
    for token in tokens(source, xml=True):
        if token.kind != "start":
            continue
        local = token.name.rpartition(":")[2]
        if local == "style":
            found = _attributes(source, token)
            current = found.get("name", "")
            if current and found.get("family") in ("paragraph", "text"):
                styles.by_name[current] = _Style(found.get("parent-style-name", ""))
        elif local == "text-properties" and current in styles.by_name:
            found = _attributes(source, token)
            position = found.get("text-position", "").split(" ")[0]
            styles.by_name[current] = replace(
                styles.by_name[current],
                raised=_raised(position),
                hidden=found["display"] == "none" if "display" in found else None,
                font=found.get("font-name", found.get("font-family", "")),
            )
        elif local == "body":
            return
        elif local.startswith(("list-", "outline-")):
            styles.lists.read(local, _attributes(source, token))


def _raised(position: str) -> Raised | None:
    """What a text position does: "super", "sub", or a share of the height."""
    if position in ("", "0%"):
        return None
    if position == "sub" or position.startswith("-"):
        return "subscript"
    return "superscript"


def _attributes(source: str, token: Token) -> dict[str, str]:
    found = attributes(source, token, xml=True)
    return {name.rpartition(":")[2]: value for name, value in found.items()}


def _character(name: str, found: Attributes) -> str:
    if name == "text:s":
        count = found.get("c", "1")
        return " " * min(int(count) if count.isdecimal() else 1, _LONGEST_SPACE)
    return {"text:tab": "\t", "text:line-break": "\n"}.get(name, "")


def _hides(name: str, found: Attributes) -> bool:
    """Whether a section is hidden (always, or by a condition that holds), or a row of a table."""
    if name == "text:section":
        shown = found.get("display", "true")
        return shown == "none" or (shown == "condition" and found.get("is-hidden") == "true")
    if name.startswith("draw:"):
        return found.get("display") in ("none", "printer")
    return name == "table:table-row" and found.get("visibility") in ("collapse", "filter")


def _hides_around(name: str, found: Attributes) -> int:
    """A field hides the whole paragraph that it stands in where its condition holds."""
    hides = name == "text:hidden-paragraph" and found.get("is-hidden") == "true"
    return PARAGRAPH if hides else 0


def _rules(styles: _Styles) -> Rules:
    numbers = ListNumbers(styles.lists)

    def kind(name: str, found: Attributes, around: Sequence[str]) -> Kind:
        found_kind = styles.kind(name, found, around)
        mark = numbers.mark(around)
        if name == "text:h" and "text:list" not in around and not found_kind.hidden:
            mark = numbers.heading(max(found_kind.level, 1), found)
        return replace(found_kind, mark=mark)

    return Rules(
        _NAMESPACES,
        frozenset({"text:p", "text:h"}),
        kind,
        skipped=_SKIPPED,
        characters=_character,
        look_of=styles.look,
        hides=_hides,
        hides_around=_hides_around,
        font_of=styles.font,
        seen=numbers.seen,
        collapses=True,
    )


_OF_FORMULAS = "http://www.w3.org/1998/Math/MathML"
_FORMULA = "application/vnd.oasis.opendocument.formula"


def read(path: str, data: bytes) -> Document:
    """The document in `data`."""
    blocks = tuple(mapped.block for part in parts_of(path, data)[0] for mapped in part.blocks)
    return Document(path, "odt", blocks, data)


def write(document: Document, edits: Sequence[Edit]) -> bytes:
    """The bytes of `document` after `edits`; all parts of the file but the edited stay."""
    parts, archive = parts_of(document.path, document.original)
    sources = edited_sources(document, parts, edits, patches_of, new_patches_of(parts), "odt")
    if archive is None:
        return xml_source.encoded(sources[""], document.original)
    return archive.with_sources(sources)


def not_read(document: Document) -> Message | None:
    """That formulas stand in the text, which are files of their own."""
    parts, archive = parts_of(document.path, document.original)
    is_formula = {FORMULAS: (_OF_FORMULAS,)}
    if archive is None:
        return kept_back(document.path, found_in((part.source for part in parts), is_formula))
    if "META-INF/manifest.xml" not in archive:
        return None
    return kept_back(
        document.path, found_in([archive.source("META-INF/manifest.xml")], {FORMULAS: (_FORMULA,)})
    )


def hanging(document: Document, wanted: Sequence[LeftOut]) -> list[list[Hanging]]:
    """What hangs on each of these sentences."""
    parts = {part.name: part for part in parts_of(document.path, document.original)[0]}
    blocks = same_blocks(document, [block for part in parts.values() for block in part.blocks])
    return [
        Hangings(parts[block.part].source, parts[block.part].blocks, "odt").of(
            block.mapping, each.span
        )
        for each in wanted
        for block in [blocks[each.block]]
    ]


def patches_of(source: str, mapping: Mapping, found: Sequence[TextChange]) -> list[SourcePatch]:
    """The patches that make `found` in a block."""

    def render(text: str, index: int, _how: str) -> str:
        written = source[mapping.starts[index] : mapping.ends[index]]
        return rendered(text, mapping.characters[index], written)

    apart = in_no_link(source, rendered)
    made = patches(mapping, without_lost_spaces(mapping.text, found), render, apart=apart)
    gone = [SourcePatch(*place, "") for place in gone_fields(source, mapping, found)]
    return beside(made, gone)


def new_patches_of(parts: Sequence[SourcePart]) -> NewPatches:
    """What gives the patches that put new blocks into one of `parts`."""
    return partial(_new_patches, paragraph_styles(part.source for part in parts))


def _new_patches(
    styles: frozenset[str], part: SourcePart, new: Sequence[tuple[int, NewBlock]]
) -> list[SourcePatch]:
    tree = Tree(part.source, xml=True)
    return Placing(tree, part.blocks, ODT, OdtForm(tree, styles)).patches(new)


def paragraph_styles(sources: Iterable[str]) -> frozenset[str]:
    """The names of the styles for paragraphs that have a name of their own."""
    return frozenset(name for source in sources for name in _STYLE.findall(source))


_OWN_SPACE = "\0"
"""In new text: a space that needs an element of its own. No XML has this character."""


def rendered(text: str, beside: str = "", written: str = "") -> str:
    """New text as XML. `written` is how the character beside it is written."""
    pieces = [lowered_beside(beside, written, possible(one)) for one in text.split(_OWN_SPACE)]
    return "<text:s/>".join(escaped(one).replace("\t", "<text:tab/>") for one in pieces)


def without_lost_spaces(text: str, found: Sequence[TextChange]) -> list[TextChange]:
    """`found` for a block that says `text`, so that no space is lost beside another.

    Of several spaces OpenDocument reads one, unless the others have elements of their own.
    """
    made = []
    for change in found:
        start, end, new = change.start, change.end, change.text
        before, after = text[start - 1 : start] == " ", text[end : end + 1] == " "
        if before and after and not new:
            # The other space stands for itself: what goes may be a field as a whole.
            made.append(TextChange(start, end, ""))
            start, end, new = end, end + 1, " "
            after = text[end : end + 1] == " "
        pieces = list(new)
        for number, one in enumerate(pieces):
            beside = before if number == 0 else pieces[number - 1] in (" ", _OWN_SPACE)
            if one == " " and (beside or (number == len(pieces) - 1 and after)):
                pieces[number] = _OWN_SPACE
        made.append(TextChange(start, end, "".join(pieces), change.sentence))
    return made


def parts_of(path: str, data: bytes) -> tuple[list[SourcePart], Archive | None]:
    """The parts that have text, and the archive that they are in (None: the file is flat)."""
    if not data.startswith(b"PK"):
        return [_part("", _flat(path, data), _Styles())], None
    archive = Archive(data, path, "OpenDocument text", "odt")
    if "META-INF/manifest.xml" in archive and b"encryption-data" in archive.part(
        "META-INF/manifest.xml"
    ):
        raise archive.protected()
    if "content.xml" not in archive:
        raise archive.damaged()
    styles = _Styles()
    sources = {
        name: archive.source(name) for name in ("styles.xml", "content.xml") if name in archive
    }
    for source in sources.values():
        _read_styles(source, styles)
    return [_part(name, source, styles) for name, source in sources.items()], archive


def _flat(path: str, data: bytes) -> str:
    try:
        return xml_source.source_of(data)
    except xml_source.BrokenXmlError as error:
        raise DamagedFileError(
            path,
            message(
                "“{path}” is damaged or no OpenDocument text. Open it in LibreOffice and "
                "save it again as odt.",
                path=path,
            ),
        ) from error


def _part(name: str, source: str, styles: _Styles) -> SourcePart:
    if not name:
        _read_styles(source, styles)
    return SourcePart(name, source, tuple(Walk(source, _rules(styles), name).blocks()))
