"""One XML part of a docx: its paragraphs, and edits inside its runs."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from reviewer.formats.changes import Change
from reviewer.formats.docx_package import Package, parsed
from reviewer.formats.docx_styles import Styles
from reviewer.formats.docx_walk import Walk
from reviewer.formats.mapped import MappedBlock, Mapping, Patch, patches
from reviewer.formats.markup import Token, escaped, tokens

_ENCODING = re.compile(rb"<\?xml[^>]*encoding\s*=\s*[\"']([A-Za-z0-9_.-]+)")
_DECLARED = re.compile(r"(<\?xml[^>]*encoding\s*=\s*[\"'])[A-Za-z0-9_.-]+")
# Characters that XML 1.0 cannot hold.
_IMPOSSIBLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class Part:
    """The paragraphs of one part; their mappings count in `source`."""

    def __init__(
        self, name: str, data: bytes, styles: Styles, *, chrome: bool, package: Package
    ) -> None:
        self.source = _source(data, package)
        walk = Walk(name, self.source, styles, chrome=chrome)
        for token in tokens(self.source, xml=True):
            walk.take(token)
        self.blocks: list[MappedBlock] = walk.blocks()
        self._twins = walk.twins()
        self._texts: list[Token] = walk.texts
        self._starts = [token.end for token in self._texts]
        self._ends: list[int] = walk.text_ends

    def patches(self, mapping: Mapping, found: Sequence[Change]) -> list[Patch]:
        """The patches that make `found` in a mapping and in its copy for older programs."""
        made = self._patches(mapping, found)
        for twin in self._twins.get(mapping.starts[0], ()):
            made += self._patches(twin, found)
        return made

    def encoded(self, source: str) -> bytes:
        """`source`, a changed version of this part's, as the part's new bytes."""
        return _DECLARED.sub(r"\g<1>UTF-8", source, count=1).encode("utf-8")

    def _patches(self, mapping: Mapping, found: Sequence[Change]) -> list[Patch]:
        made = patches(
            mapping, found, lambda text, index, _how: self._rendered(mapping, text, index)
        )
        touched = {self._text_at(patch.start) for patch in made} - {None}
        return made + [
            self._kept_space(token)
            for token in (self._texts[index] for index in touched if index is not None)
            if "xml:space" not in self.source[token.start : token.end]
        ]

    def _rendered(self, mapping: Mapping, text: str, index: int) -> str:
        """`text` as XML where character `index` stands: in a text element or beside a tab."""
        pieces = [escaped(piece) for piece in _IMPOSSIBLE.sub("", text).split("\t")]
        number = self._text_at(mapping.starts[index])
        if number is None:
            # A tab or hyphen element: its run, too, holds text elements.
            prefix = self.source[mapping.starts[index] + 1 :].partition(":")[0]
            prefix = f"{prefix}:" if prefix.isalnum() else ""
            wrapped = [
                f'<{prefix}t xml:space="preserve">{piece}</{prefix}t>' if piece else ""
                for piece in pieces
            ]
            return f"<{prefix}tab/>".join(wrapped)
        name = self._texts[number].name
        prefix = name.removesuffix("t")
        between = f'</{name}><{prefix}tab/><{name} xml:space="preserve">'
        return between.join(pieces)

    def _text_at(self, position: int) -> int | None:
        """The number of the text element whose content holds `position`."""
        number = bisect_right(self._starts, position) - 1
        return number if number >= 0 and position <= self._ends[number] else None

    def _kept_space(self, token: Token) -> Patch:
        position = token.start + 1 + len(token.name)
        return Patch(position, position, ' xml:space="preserve"')


def _source(data: bytes, package: Package) -> str:
    """The XML of a part as text; raises `DamagedFileError` where it is not well-formed."""
    root = parsed(data, package)
    if b"<![CDATA[" in data:
        from lxml import etree

        return etree.tostring(root, encoding="unicode")
    declared = _ENCODING.match(data[:200].lstrip(b"\xef\xbb\xbf"))
    codec = declared[1].decode("ascii").lower() if declared else "utf-8"
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        codec = "utf-16"
    try:
        return data.decode("utf-8-sig" if codec == "utf-8" else codec)
    except (LookupError, UnicodeDecodeError) as error:
        raise package.damaged() from error
