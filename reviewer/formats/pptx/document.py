"""PowerPoint presentations: the paragraphs of the slides, their notes and diagrams.

Footers, dates and slide numbers are chrome; masters, charts and comments are not read. Slides that
their author hides are set aside as hidden, with their notes and diagrams: no audience sees them.
What a diagram says is corrected in its drawn copy, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reviewer.domain import Document, Edit, NewBlock
from reviewer.formats.new_blocks.places import split
from reviewer.formats.pptx.alternatives import read_fallbacks
from reviewer.formats.pptx.drawn import drawings, redrawn
from reviewer.formats.pptx.links import in_no_link
from reviewer.formats.pptx.new_text import MARGINS, TITLES, NewParagraphs
from reviewer.formats.shared.archive import not_there
from reviewer.formats.shared.changes import TextChange
from reviewer.formats.shared.kept_back import FORMULAS, found_in, kept_back
from reviewer.formats.shared.mapped import Mapping, SourcePatch
from reviewer.formats.shared.office_package import Package
from reviewer.formats.shared.raised import Raised
from reviewer.formats.shared.xml_walk import Attributes, Kind, Rules, Walk, xml_patches
from reviewer.formats.xml_parts import SourcePart, edited_sources
from reviewer.messages import Message

_OFFICE = "http://schemas.openxmlformats.org"
_STRICT = "http://purl.oclc.org/ooxml"
_NAMESPACES = {
    f"{_OFFICE}/drawingml/2006/main": "a",
    f"{_STRICT}/drawingml/main": "a",
    f"{_OFFICE}/presentationml/2006/main": "p",
    f"{_STRICT}/presentationml/main": "p",
    f"{_OFFICE}/drawingml/2006/diagram": "dgm",
    f"{_STRICT}/drawingml/diagram": "dgm",
    f"{_OFFICE}/markup-compatibility/2006": "mc",
}
_HIDDEN_SLIDE = re.compile(r"<[\w.-]*:?sld\s[^>]*?\bshow\s*=\s*[\"'](?:0|false)[\"']")
_SLIDE = re.compile(r"<[\w.-]*:?sldId\b[^>]*>")
_HEAD = 4000
"""Characters in which a slide's own tag stands."""

_RELATION = re.compile(r"\s[\w.-]+:id\s*=\s*[\"']([^\"']+)[\"']")


class _Shapes:
    """What the shape and the run are that the walk stands in."""

    def __init__(self, source: str) -> None:
        self._read_fallbacks = iter(read_fallbacks(source))
        self._placeholder = ""
        self._raised: Raised = ""

    def seen(self, name: str, found: Attributes) -> None:
        """A start tag."""
        if name in ("p:sp", "p:graphicFrame"):
            self._placeholder = ""
        elif name == "p:ph":
            self._placeholder = found.get("type", "body")
        elif name in ("a:r", "a:fld"):
            self._raised = ""
        elif name == "a:rPr":
            baseline = found.get("baseline", "0").rstrip("%")
            if baseline.lstrip("-").isdecimal() and int(baseline):
                self._raised = "subscript" if baseline.startswith("-") else "superscript"

    def kind(self, _name: str, _found: Attributes, around: Sequence[str]) -> Kind:
        """What the paragraph is."""
        if self._placeholder in MARGINS:
            return Kind(chrome=True)
        if self._placeholder in TITLES:
            return Kind("heading", 1)
        return Kind("table_cell" if "a:tc" in around else "paragraph")

    def hides(self, name: str, found: Attributes) -> bool:
        """Whether nothing in it is seen: the copy for older programs of what newer ones read, a
        cell that another one covers."""
        if name == "mc:Fallback":
            return not next(self._read_fallbacks, False)
        covered = (found.get("hMerge"), found.get("vMerge"))
        return name == "a:tc" and not {"1", "true"}.isdisjoint(covered)

    def look(self, name: str, _found: Attributes) -> Raised | None:
        """Whether the text is raised."""
        return self._raised if name == "a:t" else ""


def _hides_around(name: str, found: Attributes) -> int:
    """The properties of a shape, a group or a table hide what they stand in."""
    return 2 if name == "p:cNvPr" and found.get("hidden") in ("1", "true") else 0


def read(path: str, data: bytes) -> Document:
    """The document in `data`."""
    parts = _parts(_opened(path, data))
    return Document(path, "pptx", tuple(each.block for part in parts for each in part.blocks), data)


def write(document: Document, edits: Sequence[Edit]) -> bytes:
    """The bytes of `document` after `edits`; all parts of the file but the edited stay."""
    package = _opened(document.path, document.original)
    parts = _parts(package)
    sources = edited_sources(document, parts, edits, _patches, _new_patches)
    copies = drawings(package, [part.name for part in parts])
    texts, _ = split(edits)
    sources |= redrawn(
        document, parts, texts, copies, lambda name: _part(package, name, hidden=False), _patches
    )
    return package.with_sources(sources)


def not_read(document: Document) -> Message | None:
    """How many slides, notes and diagrams are listed and not in the file."""
    package = _opened(document.path, document.original)
    names = [name for name, _ in _listed(package)]
    sources = (package.source(name) for name in names if name in package)
    gone = not_there(document.path, names, package)
    return gone or kept_back(document.path, found_in(sources, {FORMULAS: (":oMath>",)}))


def _patches(source: str, mapping: Mapping, found: list[TextChange]) -> list[SourcePatch]:
    return xml_patches(source, mapping, found, "\t", in_no_link(source))


def _new_patches(part: SourcePart, new: Sequence[tuple[int, NewBlock]]) -> list[SourcePatch]:
    return NewParagraphs(part.source, part.blocks).patches(new)


def _opened(path: str, data: bytes) -> Package:
    return Package(data, path, "PowerPoint presentation", "pptx")


def _parts(package: Package) -> list[SourcePart]:
    listed = _listed(package)
    return [_part(package, name, hidden=hidden) for name, hidden in listed if name in package]


def _listed(package: Package) -> Iterator[tuple[str, bool]]:
    """The slides in their order, each followed by its diagrams and notes, and whether they are
    hidden; "" for a slide that nothing leads to."""
    main = package.main()
    links = {link.id: link for link in package.relationships(main)}
    for match in _SLIDE.finditer(package.source(main)):
        found = _RELATION.search(match[0])
        link = links.get(found[1]) if found else None
        if link is None or link.target not in package:
            yield link.target if link else "", False
            continue
        hidden = bool(_HIDDEN_SLIDE.search(package.source(link.target)[:_HEAD]))
        yield link.target, hidden
        own = package.relationships(link.target)
        for kind in ("diagramData", "notesSlide"):
            yield from ((each.target, hidden) for each in own if each.kind == kind)


def _part(package: Package, name: str, *, hidden: bool) -> SourcePart:
    source = package.source(name)
    shapes = _Shapes(source)
    rules = Rules(
        _NAMESPACES,
        frozenset({"a:p"}),
        shapes.kind,
        skipped=frozenset({"a:endParaRPr"}),
        texts=frozenset({"a:t"}),
        characters=lambda name, _found: "\n" if name == "a:br" else "",
        look_of=shapes.look,
        hides=shapes.hides,
        hides_around=_hides_around,
        seen=shapes.seen,
    )
    blocks = Walk(source, rules, name).blocks()
    if hidden:
        blocks = [
            replace(each, block=replace(each.block, chrome=True, reason="hidden"))
            for each in blocks
        ]
    return SourcePart(name, source, tuple(blocks))
