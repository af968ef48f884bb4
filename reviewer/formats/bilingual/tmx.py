"""TMX 1.1 to 1.4b: translation memories; each other language is a translation of the source."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from html import unescape

from reviewer.domain import Document, TextEdit
from reviewer.formats.bilingual.breaking_codes import is_line_break, part_words
from reviewer.formats.errors import DamagedFileError
from reviewer.formats.shared import xml_source
from reviewer.formats.shared.declared_language import language_tag
from reviewer.formats.shared.markup import Token, attributes, escaped, tokens, words
from reviewer.formats.shared.text_codes import OMEGAT_CODES
from reviewer.formats.shared.units import (
    BilingualFile,
    Entry,
    Gap,
    LanguageBlocks,
    file_of,
)
from reviewer.formats.shared.xml_units import written_xml
from reviewer.messages import Message, message, plural
from reviewer.text.languages import base

_CODES = words("bpt ept ph it ut")
"""Inline elements whose content is the code itself."""

_UNIT = re.compile(r"<tu[\s>]")


@dataclass(slots=True)
class _Unit:
    end: int = 0
    notes: list[str] = field(default_factory=list)
    variants: dict[str, Entry] = field(default_factory=dict)


class _Reading:
    """One walk over the tokens; languages are kept as they are written and in their order."""

    def __init__(self, source: str, *, keep: bool = True) -> None:
        self.source = source
        self._keep = keep
        self.source_language = ""
        self.sources: Counter[str] = Counter()
        """The languages that units name as their own source."""
        self._text_codes: re.Pattern[str] | None = None
        self.languages: dict[str, None] = {}
        self.units: list[_Unit] = []
        self._open: list[str] = []
        self._entry: Entry | None = None
        self._opaque = 0
        self._breaks = False
        self._note: list[str] | None = None
        self._language = ""
        for token in tokens(source, xml=True):
            self._take(token)

    def _take(self, token: Token) -> None:
        if token.kind == "start":
            self._start(token)
            if not token.closed:
                self._open.append(token.name)
        elif token.kind == "end" and self._open:
            self._end(self._open.pop(), token)
        elif token.kind == "text":
            self._text(token)

    def _start(self, token: Token) -> None:
        found = attributes(self.source, token, xml=True)
        name = token.name
        if name == "header":
            self.source_language = found.get("srclang", "")
            if found.get("creationtool") == "OmegaT":
                self._text_codes = OMEGAT_CODES
        elif name == "tu" and not token.closed:
            self.units.append(_Unit())
            self.sources.update(filter(None, [found.get("srclang", "")]))
        elif name == "tuv" and self.units:
            self._language = found.get("xml:lang", "") or found.get("lang", "")
        elif name == "seg" and self.units and self._language:
            self.languages.setdefault(self._language)
            if self._language in self.units[-1].variants:
                # Another translation into the same language: the first one counts.
                self._entry = None
                return
            gap = Gap(token.end, token.end)
            if token.closed:
                gap = Gap(token.start, token.end, "<seg>", "</seg>")
            entry = self.units[-1].variants.setdefault(self._language, Entry(gap=gap))
            self._entry = None if token.closed else entry
        elif name == "note":
            self._note = []
        elif self._entry and name in _CODES:
            if not self._opaque:
                closing = "/" if name == "ept" else ""
                number = found.get("x") or found.get("i") or found.get("type", "")
                self._entry.codes.append(f"{closing}{number}")
                if is_line_break(found, self.source, token):
                    self._breaks = True
            self._opaque += not token.closed

    def _end(self, name: str, token: Token) -> None:
        if name == "seg":
            if self._entry:
                self._entry.close(keep=self._keep)
            self._entry, self._breaks = None, False
            self._opaque = 0
        elif name == "tu" and self.units:
            self.units[-1].end = token.start
            self._language = ""
        elif name == "note" and self._note is not None:
            if self.units and "tu" in self._open:
                self.units[-1].notes.append(" ".join("".join(self._note).split()))
            self._note = None
        elif name in _CODES and self._opaque:
            self._opaque -= 1

    def _text(self, token: Token) -> None:
        if self._note is not None:
            self._note.append(unescape(self.source[token.start : token.end]))
        elif self._entry and not self._opaque:
            if self._breaks:
                part_words((self._entry,), self.source, token.start)
                self._breaks = False
            self._entry.add_with_codes(self.source, token.start, token.end, self._text_codes)


def _sides(reading: _Reading, *, keep: bool = True) -> list[LanguageBlocks]:
    names = _one_name(reading)
    languages = list(dict.fromkeys(names.values()))
    first = _source_language(reading, names)
    order = [first, *(each for each in languages if each != first)]
    sides = [LanguageBlocks(language_tag(each) or each, keep) for each in order]
    for number, unit in enumerate(reading.units):
        variants = {names[language]: entry for language, entry in unit.variants.items()}
        if first not in variants:
            continue
        for language, side in zip(order, sides, strict=True):
            entry = variants.get(language) or Entry(gap=_gap(unit, language))
            side.add(str(number), entry, note="; ".join(unit.notes))
    return sides


def _source_language(reading: _Reading, names: dict[str, str]) -> str:
    """The language of the source: what the header says or else most units say, and where nothing
    is said the first of those that most units have."""
    said = [reading.source_language, *(each for each, _ in reading.sources.most_common())]
    known = (names[each] for wanted in said for each in names if _same(each, wanted))
    if found := next(known, ""):
        return found
    many = Counter(names[language] for unit in reading.units for language in unit.variants)
    return max(names.values(), key=lambda each: many[each], default="")


def _one_name(reading: _Reading) -> dict[str, str]:
    """Each language by the first of those that are it in another country, where no unit has both:
    a memory that was put together has British and American units."""
    together: dict[str, set[str]] = {each: set() for each in reading.languages}
    for unit in reading.units:
        for language in unit.variants:
            together[language].update(unit.variants)
    names: dict[str, str] = {}
    for language, met in together.items():
        alike = (each for each in names if base(each) == base(language) and names[each] == each)
        found = next(alike, language)
        of_found = {each for each, name in names.items() if name == found}
        names[language] = language if met & of_found else found
    return names


def _same(one: str, other: str) -> bool:
    return one.lower() == other.lower() or one.lower().startswith(f"{other.lower()}-")


def _gap(unit: _Unit, language: str) -> Gap:
    opening = f'<tuv xml:lang="{escaped(language)}"><seg>'
    return Gap(unit.end, unit.end, opening, "</seg></tuv>")


def read(path: str, data: bytes) -> Document:
    """The first translation in `data`."""
    return read_both(path, data).translations[0]


def read_both(path: str, data: bytes) -> BilingualFile:
    """The source and every other language in `data`."""
    sides = _sides(_Reading(_source(path, data), keep=False), keep=False)
    if len(sides) < 2 or not sides[0].blocks:
        raise DamagedFileError(
            path,
            message(
                "“{path}” has no units with a source and a translation. Choose another file.",
                path=path,
            ),
        )
    return file_of(sides, path, "tmx", data)


def not_read(document: Document) -> Message | None:
    """How many units have no text in the language of the source, and so are not shown."""
    source = _source(document.path, document.original)
    if len(_UNIT.findall(source)) <= len(document.blocks):
        return None
    without = len(_Reading(source, keep=False).units) - len(document.blocks)
    if not without:
        return None
    return plural(
        "“{path}”: a unit has no text in the language of the source and is not shown.",
        "“{path}”: {n} units have no text in the language of the source and are not shown.",
        without,
        path=document.path,
    )


def write(document: Document, edits: Sequence[TextEdit]) -> bytes:
    """The bytes of `document` after `edits`; codes, attributes and other languages stay."""
    source = _source(document.path, document.original)
    return written_xml(document, _sides(_Reading(source)), source, edits)


def _source(path: str, data: bytes) -> str:
    try:
        return xml_source.source_of(data, doctype=True)
    except xml_source.BrokenXmlError as error:
        raise DamagedFileError(
            path,
            message(
                "“{path}” is damaged or no TMX file ({error}). Export it again from the "
                "program that made it.",
                path=path,
                error=error,
            ),
        ) from error
