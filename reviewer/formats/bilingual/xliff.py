"""XLIFF 1.2, 2.0 and 2.1, with what Trados (sdlxliff) and memoQ (mqxliff) add to it.

Segments are pairs; inline codes are no text and stay where they are. What is locked, or not
to be translated, is set aside. States and notes are kept with their segment.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reviewer.domain import Document, TextEdit
from reviewer.formats.bilingual.xliff_reading import Reading, Side, Unit
from reviewer.formats.bilingual.xliff_states import with_conf, with_state
from reviewer.formats.errors import DamagedFileError
from reviewer.formats.shared import xml_source
from reviewer.formats.shared.markup import escaped
from reviewer.formats.shared.units import (
    UNNAMED,
    BilingualFile,
    Entry,
    Gap,
    LanguageBlocks,
    file_of,
)
from reviewer.formats.shared.xml_units import written_xml
from reviewer.messages import message
from reviewer.text.languages import base


def _sides(reading: Reading, *, keep: bool = True) -> tuple[LanguageBlocks, LanguageBlocks]:
    source, target = (
        LanguageBlocks(reading.languages[0], keep),
        LanguageBlocks(reading.languages[1], keep),
    )
    if not source.language or source.language == target.language:
        source.language = UNNAMED[0]
    target.language = target.language or UNNAMED[1]
    for number, unit in enumerate(reading.units):
        for names, one, other in _pairs(reading, unit):
            if not one.text and not other.text:
                continue
            locked = unit.locked or all(name in unit.locks for name in names)
            states = dict.fromkeys(unit.states.get(name) or unit.state for name in names)
            notes = (note for name in names for note in reading.notes_of(unit, name))
            note = "; ".join(filter(None, dict.fromkeys([*states, *notes])))
            reason = "locked" if locked else ""
            key = f"{number}.{names[0] if len(names) == 1 else ''}"
            source.add(key, one, note=note, reason=reason)
            target.add(key, other, note=note, reason=reason)
    return source, target


def _pairs(reading: Reading, unit: Unit) -> Iterator[tuple[tuple[str, ...], Entry, Entry]]:
    """(the segments, their source, their target) for each segment of a unit, or once for all of
    it where words stand in no segment."""
    source = unit.sides.get("source", Side())
    parted = unit.sides.get("seg-source")
    target = unit.sides.get("target")
    if parted is None or not parted.segments:
        entry = target.whole if target else Entry()
        if not entry.text:
            entry.gap = _gap_of_unit(reading, unit, target, parted or source)
        yield ("",), source.whole, entry
        return
    if target and target.whole.text and (_has_words_beside(target) or _has_words_beside(parted)):
        yield tuple(parted.segments), parted.whole, target.whole
        return
    whole, at = parted.whole.text or "", 0
    for mark, one in parted.segments.items():
        found = whole.find(one.text or "", at)
        # What stands between two segments of the source stands between their translations.
        lead = whole[at:found] if found >= 0 and not whole[at:found].strip() else ""
        at = max(found, 0) + len(one.text or "")
        other = target.segments.get(mark) if target else None
        if other is None:
            other = Entry(gap=replace(_segment_gap(reading, target, parted, mark), lead=lead))
        if not other.text and mark in unit.records:
            place = unit.records[mark]
            moved = with_conf(reading.source[slice(*place)])
            other.gap = replace(other.gap, also=(*other.gap.also, (*place, moved)))
        yield (mark,), one, other
    for mark, other in target.segments.items() if target else ():
        if mark not in parted.segments:
            yield (mark,), Entry(), other


def _has_words_beside(side: Side) -> bool:
    """Whether letters or digits of a side stand in none of its segments."""
    whole = side.whole.text or ""
    segments = [each.text or "" for each in side.segments.values()]
    beside = len(whole) > sum(map(len, segments))
    return beside and _words(whole) > sum(map(_words, segments))


def _words(text: str) -> int:
    return sum(map(str.isalnum, text))


def _gap(reading: Reading, target: Side | None, before: Side) -> Gap:
    """Where the text of a unit without a translation goes."""
    if target is None:
        name = _written_name(reading.source, before.start)
        prefix = name.rpartition(":")[0]
        prefix = f"{prefix}:" if prefix else ""
        # Behind the end tag of the source.
        at = reading.source.find(">", before.end) + 1 if not before.closed else before.end
        return Gap(at, at, f"<{prefix}target>", f"</{prefix}target>")
    if target.closed:
        opening = reading.source[target.start : target.content][:-2].rstrip() + ">"
        name = _written_name(reading.source, target.start)
        return Gap(target.start, target.content, opening, f"</{name}>")
    return Gap(target.end, target.end)


def _gap_of_unit(reading: Reading, unit: Unit, target: Side | None, before: Side) -> Gap:
    """As `_gap`, with what a translated unit says of its state."""
    gap = _gap(reading, target, before)
    tag = reading.source[slice(*unit.tag)]
    moved = with_state(tag, _written_name(tag, 0).rpartition(":")[2] == "segment")
    also = ((*unit.tag, moved),) if moved != tag else ()
    if target is None:
        return replace(gap, also=also)
    if target.closed:
        return replace(gap, before=with_state(gap.before), also=also)
    opening = reading.source[target.start : target.content]
    inside = reading.source[target.content : target.end]
    return Gap(target.start, target.end, f"{with_state(opening)}{inside}", "", also)


def _segment_gap(reading: Reading, target: Side | None, parted: Side, mark: str) -> Gap:
    """As `_gap`, for one segment of a unit; the mark around it has to be made, too."""
    gap = _gap(reading, target, parted)
    prefix = _written_name(reading.source, parted.start).rpartition(":")[0]
    name = f"{prefix}:mrk" if prefix else "mrk"
    return Gap(
        gap.start,
        gap.end,
        f'<{name} mtype="seg" mid="{escaped(mark)}">',
        f"</{name}>",
        around=(gap.before, gap.after),
    )


def _written_name(source: str, start: int) -> str:
    end = start + 1
    while end < len(source) and not source[end].isspace() and source[end] not in "/>":
        end += 1
    return source[start + 1 : end]


def read(path: str, data: bytes) -> Document:
    """The translation in `data`."""
    return read_both(path, data).translations[0]


def read_both(path: str, data: bytes) -> BilingualFile:
    """The source and the translation in `data`."""
    reading = Reading(_source(path, data), keep=False)
    if len({base(language) for language in reading.targets}) > 1:
        raise DamagedFileError(
            path,
            message(
                "“{path}” holds translations into several languages ({languages}). Export it again "
                "with a file for each.",
                path=path,
                languages=", ".join(reading.targets),
            ),
        )
    sides = _sides(reading, keep=False)
    if not sides[0].blocks:
        raise DamagedFileError(
            path, message("“{path}” has no segments. Choose another file.", path=path)
        )
    return file_of(sides, path, "xliff", data)


def write(document: Document, edits: Sequence[TextEdit]) -> bytes:
    """The bytes of `document` after `edits`; codes, states and all else stay. Only a unit that was
    not translated and is now says so."""
    source = _source(document.path, document.original)
    return written_xml(document, _sides(Reading(source)), source, edits)


def _source(path: str, data: bytes) -> str:
    try:
        source = xml_source.source_of(data, doctype=True)
    except xml_source.BrokenXmlError as error:
        raise DamagedFileError(
            path,
            message(
                "“{path}” is damaged or no XLIFF file ({error}). Export it again from "
                "the program that made it.",
                path=path,
                error=error,
            ),
        ) from error
    return source
