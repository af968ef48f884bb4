"""The front matter of a Markdown file: its title and description are text, the rest is data."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reviewer.domain import Role
from reviewer.formats.shared import json_front_matter
from reviewer.formats.shared.block_scalars import (
    BlockScalar,
    block_scalar,
    end_of_indented,
    is_folded_text,
    paragraphs,
    pieces,
)
from reviewer.formats.shared.changes import TextChange, edited
from reviewer.formats.shared.mapped import MappedBlock, Mapping, SourcePatch, mapped_block
from reviewer.formats.shared.toml_strings import (
    LongString,
    as_written,
    goes_on,
    long_string,
    without_break,
)

_FRONT_MATTER = re.compile(r"(---|\+\+\+)[ \t]*\r?\n(?:[^\n]*\n)*?(?:\1|\.\.\.)[ \t]*(?:\r?\n|\Z)")
_TEXTS: dict[str, Role] = {
    "title": "title",
    "subtitle": "heading",
    "description": "paragraph",
    "summary": "paragraph",
    "excerpt": "paragraph",
    "abstract": "paragraph",
    "tagline": "paragraph",
}
"""The keys whose values readers see (those of Jekyll, Hugo, Docusaurus and Pandoc)."""

_VALUE = re.compile(
    r"(?P<key>[A-Za-z]+)[ \t]*[:=][ \t]+"
    r"(?:\"(?P<double>(?:[^\"\\\r\n]|\\.)*)\"|'(?P<single>(?:[^'\r\n]|'')*)'|(?P<plain>[^\r\n]*?))"
    r"[ \t]*(?:[ \t]#[^\r\n]*)?\r?$"
)
_KEY = re.compile(r"(?P<key>[A-Za-z]+)[ \t]*:(?P<rest>[ \t].*|)\Z")
_ESCAPE = re.compile(
    r"\\(u[dD][89ABab][0-9A-Fa-f]{2}\\u[dD][C-Fc-f][0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|.)"
)
_ESCAPED = {"n": " ", "t": " ", "r": " "}
_NEEDS_QUOTES = re.compile(r"^[\s\-?:,\[\]{}#&*!|>'\"%@`]|:\s|:$|\s#|^\s*$")

PART = "front matter"
"""The `part` of a block that is a value of the front matter."""

PART_LINES, PART_ESCAPED = PART + " lines", PART + " escaped lines"
"""The same of a value over several lines, and of one in which backslashes are signs."""

_QUOTES = '"""'
_ANY_INDENT = 1_000
"""TOML has no lines that stand further in than others."""


def end_of(source: str) -> int:
    """Where the front matter ends; 0 where there is none."""
    match = _FRONT_MATTER.match(source)
    return match.end() if match else json_front_matter.end_of(source)


def blocks(source: str, end: int) -> Iterator[MappedBlock]:
    """Its lines as chrome, but for the values that are text."""
    if source.startswith("{"):
        yield from _json(source, end)
        return
    yaml = source.startswith("---")
    position = 0
    while position < end:
        stop = source.find("\n", position, end) + 1 or end
        line = source[position:stop].rstrip("\r\n")
        value = None if yaml else long_string(source, position, end)
        if value and value.key.lower() in _TEXTS:
            yield from _toml(source, position, value)
            position = source.find("\n", value.closing, end) + 1 or end
            continue
        last = end_of_indented(source, stop, end) if yaml and _KEY.match(line) else stop
        found = list(_over_lines(source, position, line, stop, last)) if last > stop else []
        if found:
            yield from found
            position = last
        else:
            yield from _line(source, position, line)
            position = stop


def _toml(source: str, start: int, value: LongString) -> Iterator[MappedBlock]:
    role, begin = _TEXTS[value.key.lower()], value.begin
    yield from _run(source, start, begin, "paragraph", chrome=True)
    inside = source[begin : value.closing]
    joined = value.escapes and goes_on(inside)
    scalar = BlockScalar(value.key, ">" if joined else "|", _ANY_INDENT)
    add, part = (_add_escaped, PART_ESCAPED) if value.escapes else (Mapping.add_run, PART_LINES)
    for mapping in paragraphs(source, begin, value.closing, scalar, add):
        yield mapped_block(mapping, role, level=int(role == "heading"), part=part)
    yield from _run(source, value.closing, value.closing + len(_QUOTES), "paragraph", chrome=True)


def _add_escaped(mapping: Mapping, line: str, start: int) -> None:
    _add(mapping, without_break(line), start, "double")


def _over_lines(source: str, start: int, line: str, stop: int, last: int) -> Iterator[MappedBlock]:
    """The key at `start` and its value on the indented lines `stop` to `last`; nothing where
    that is no text."""
    key = _KEY.match(line)
    role = _TEXTS.get(key["key"].lower()) if key else None
    if key is None or role is None:
        return
    if scalar := block_scalar(line):
        yield from _run(source, start, start + len(line), "paragraph", chrome=True)
        for mapping in paragraphs(source, stop, last, scalar):
            yield mapped_block(mapping, role, level=int(role == "heading"), part=PART_LINES)
        return
    if not is_folded_text(key["rest"], source[stop:last]):
        return
    found = pieces(source, start + key.start("rest"), last)
    quote = found[0][0][0]
    how = {'"': "double", "'": "single"}.get(quote, "plain")
    if how != "plain" and not found[-1][0].endswith(quote):
        return
    mapping = Mapping()
    for number, (text, at) in enumerate(found):
        if how != "plain":
            text, at = (text[1:], at + 1) if number == 0 else (text, at)
            text = text[:-1] if number == len(found) - 1 else text
        if len(mapping):
            mapping.add(" ", mapping.ends[-1], at)
        _add(mapping, text, at, how)
    if trimmed := mapping.trimmed():
        yield mapped_block(trimmed, role, level=int(role == "heading"), part=PART)


def _json(source: str, end: int) -> Iterator[MappedBlock]:
    position = 0
    for value in json_front_matter.values(source, end):
        role = _TEXTS.get(value.key.lower())
        if role is None:
            continue
        yield from _run(source, position, value.start - 1, "paragraph", chrome=True)
        mapping = Mapping()
        _add(mapping, source[value.start : value.end], value.start, "double")
        if trimmed := mapping.trimmed():
            yield mapped_block(trimmed, role, level=int(role == "heading"), part=PART)
        position = value.end + 1
    yield from _run(source, position, end, "paragraph", chrome=True)


def _line(source: str, start: int, line: str) -> Iterator[MappedBlock]:
    match = _VALUE.match(line)
    role = _TEXTS.get(match["key"].lower()) if match else None
    if not match or role is None or block_scalar(line):
        yield from _run(source, start, start + len(line), "paragraph", chrome=True)
        return
    mapping = Mapping()
    for name in ("double", "single", "plain"):
        if match[name] is not None:
            _add(mapping, match[name], start + match.start(name), name)
    trimmed = mapping.trimmed()
    if trimmed:
        yield mapped_block(trimmed, role, level=int(role == "heading"), part=PART)


def _add(mapping: Mapping, text: str, start: int, how: str) -> None:
    position = 0
    while position < len(text):
        character, length = text[position], 1
        if how == "double" and (escape := _ESCAPE.match(text, position)):
            character, length = _escaped(escape[1]), len(escape[0])
        elif how == "single" and text.startswith("''", position):
            length = 2
        mapping.add(character, start + position, start + position + length)
        position += length


def _escaped(written: str) -> str:
    if len(written) > 1:
        units = bytes.fromhex(written.replace("\\", "").replace("u", ""))
        return units.decode("utf-16-be", "replace")
    return _ESCAPED.get(written, written)


def _run(
    source: str, start: int, end: int, role: Role, *, chrome: bool = False
) -> Iterator[MappedBlock]:
    mapping = Mapping()
    mapping.add_run(source[start:end], start)
    trimmed = mapping.trimmed()
    if trimmed:
        yield mapped_block(trimmed, role, chrome=chrome, part="" if chrome else PART_LINES)


def value_patch(source: str, mapping: Mapping, found: Sequence[TextChange]) -> SourcePatch:
    """The whole value after `found`, in the quotes that it has or now needs."""
    start, end = mapping.starts[0], mapping.ends[-1]
    quote = source[start - 1 : start]
    text = edited(mapping.text, found).strip()
    if quote == '"' == source[end : end + 1]:
        return SourcePatch(start, end, as_written(text))
    if quote == "'" == source[end : end + 1]:
        return SourcePatch(start, end, text.replace("'", "''"))
    if _NEEDS_QUOTES.search(text):
        return SourcePatch(start, end, f'"{as_written(text)}"')
    return SourcePatch(start, end, text)
