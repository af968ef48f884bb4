"""Gettext catalogues (po, pot): a unit for each message; placeholders are compared as codes.

Obsolete messages are left out. The plural forms of a message are units of their own. What is
"fuzzy", and the comments of translator and program, are notes of their unit. A message whose
translation is edited is "fuzzy" no more, as in other editors: programs do not show one that is.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from reviewer.domain import Document, TextEdit
from reviewer.formats.errors import DamagedFileError
from reviewer.formats.plain.encodings import Decoded, decode
from reviewer.formats.shared.declared_language import language_tag
from reviewer.formats.shared.mapped import Mapping
from reviewer.formats.shared.units import (
    BilingualFile,
    Entry,
    Gap,
    LanguageBlocks,
    file_of,
    written,
)
from reviewer.messages import message

_LINE = re.compile(r"[^\r\n]*+")
_TOKEN = re.compile(
    r"\s*+(?:(?P<comment>#[^\r\n]*+(?:\r\n|\n|\r|\Z))"
    r"|(?P<keyword>domain|msgctxt|msgid_plural|msgid|msgstr)(?:\s*+\[\s*+(?P<form>\d+)\s*+\])?"
    r"(?=\s*+\")"
    r"|\"(?P<string>(?:[^\"\\\r\n]++|\\[^\r\n])*+)\""
    r"|\Z)"
)
"""As gettext has it: strings and keywords stand where they will, on one line or several."""

_MESSAGE = re.compile(r"msgid\s*+\"")
_ESCAPE = re.compile(r"\\([0-7]{1,3}|x[0-9a-fA-F]{1,2}|.)")
_ESCAPES = {"n": " ", "t": " ", "r": " ", "a": "", "b": "", "f": " ", "v": " "}
_PLACEHOLDER = re.compile(
    r"%(?:\(\w+\)|\d+\$)?[-+#0 ]*\d*(?:\.\d+)?(?:hh?|ll?|[zjtL])?[sdifucxXeEgGo@]"
    r"|%\d+|\$\{\w+\}|\{\w*(?:![rsa])?(?::[^{}]*)?\}"
)
"""Those of C, Python, Qt, JavaScript and others."""

_LANGUAGE = re.compile(r"Language:\s*([A-Za-z_@-]+)")
_CHARSET = re.compile(rb"charset=([A-Za-z0-9_.:-]+)")
_FUZZY = re.compile(r",[ \t]*fuzzy(?=[ \t]*(?:[,\r\n]|\Z))")
_FLAG_FORMAT = re.compile(r"#,.*\b(?!no-)[a-z-]+-format\b")


@dataclass(slots=True)
class _Message:
    notes: list[str] = field(default_factory=list)
    has_placeholders: bool = False
    strings: dict[str, Entry] = field(default_factory=dict)
    raw: dict[str, str] = field(default_factory=dict)
    without_fuzzy: tuple[tuple[int, int, str], ...] = ()
    """The patches that take the flag away."""


class _BrokenLineError(Exception):
    """A line of a catalogue that none can have: its number from 1, and what it says."""

    def __init__(self, number: int, line: str) -> None:
        super().__init__(number, line)
        self.number = number
        self.line = line


def _messages(text: str) -> Iterator[_Message]:
    """The messages of a catalogue. Raises _BrokenLineError."""
    message = _Message()
    current = ""
    for token in _tokens(text):
        if token["comment"]:
            if message.strings:
                yield message
                message, current = _Message(), ""
            _note(message, token)
        elif token["keyword"]:
            name = token["keyword"] + (f"[{token['form']}]" if token["form"] else "")
            if name in ("msgctxt", "msgid") and "msgid" in message.strings:
                yield message
                message = _Message()
            if name.startswith("msgstr") and "msgid" not in message.strings:
                raise _broken(text, token.start("keyword"))
            current = name
            message.strings[current] = Entry()
            message.raw[current] = ""
        elif current:
            message.raw[current] += token["string"]
            _add(message.strings[current], token["string"], token.start("string"))
        else:
            raise _broken(text, token.start("string") - 1)
    if message.strings:
        yield message


def _tokens(text: str) -> Iterator[re.Match[str]]:
    """The comments, keywords and strings of a catalogue. Raises _BrokenLineError."""
    position = 0
    while token := _TOKEN.match(text, position):
        if token.lastgroup is None:
            return
        yield token
        position = token.end()
    raise _broken(text, position)


def _broken(text: str, position: int) -> _BrokenLineError:
    """The error in the line of what stands behind `position`."""
    position += len(text[position:]) - len(text[position:].lstrip())
    start = max(text.rfind(end, 0, position) for end in "\r\n") + 1
    line = _LINE.match(text, start)
    return _BrokenLineError(text.count("\n", 0, start) + 1, line[0].strip() if line else "")


def _note(message: _Message, comment: re.Match[str]) -> None:
    """Add to `message` what a comment before it says."""
    written = comment["comment"]
    if written.startswith("#,"):
        message.has_placeholders = bool(_FLAG_FORMAT.match(written))
        message.notes += ["fuzzy"] if "fuzzy" in written else []
        message.without_fuzzy += _without_fuzzy(comment)
    elif written[1:2] in ("", " ", "."):
        message.notes += [written[2:].strip()] if written[2:].strip() else []


def _without_fuzzy(comment: re.Match[str]) -> tuple[tuple[int, int, str], ...]:
    """The patches of a comment of flags; its line goes where it has nothing else."""
    left, found = _FUZZY.subn("", comment["comment"])
    if not found:
        return ()
    start, end = comment.span("comment")
    if left.strip() == "#":
        begins_line = comment.string[max(start - 1, 0) : start] in ("", "\r", "\n")
        left = "" if begins_line else left.removeprefix("#")
    return ((start, end, left),)


def _add(entry: Entry, written: str, start: int) -> None:
    entry.gap = entry.gap if entry.gap.start else Gap(start, start)
    position = 0
    for escape in (*_ESCAPE.finditer(written), None):
        end = escape.start() if escape else len(written)
        entry.mapping.add_run(written[position:end], start + position)
        if escape:
            shown = _ESCAPES.get(escape[1], escape[1])
            if len(escape[1]) > 1 or escape[1].isdigit():
                shown = "\ufffd"
            if shown:
                entry.mapping.add(shown, start + escape.start(), start + escape.end())
            position = escape.end()


def _between_its_breaks(gap: Gap, message: str) -> Gap:
    """The gap of a translation that begins and ends with a line break where its message does:
    msgfmt takes no other."""
    last = deque(_ESCAPE.finditer(message), maxlen=1)
    ends = bool(last and last[0][1] == "n" and last[0].end() == len(message))
    return replace(
        gap,
        before=r"\n" if message.startswith(r"\n") else "",
        after=r"\n" if ends else "",
    )


def _sides(text: str, *, keep_mappings: bool = True) -> tuple[LanguageBlocks, LanguageBlocks]:
    head, header = next(
        ((n, one) for n, one in enumerate(_messages(text)) if one.raw.get("msgid") == ""),
        (-1, _Message()),
    )
    found = _LANGUAGE.search(header.raw.get("msgstr", ""))
    source, target = (
        LanguageBlocks("source", keep_mappings),
        LanguageBlocks(language_tag(found[1]) if found else "target", keep_mappings),
    )
    for number, each in enumerate(_messages(text)):
        if number == head or "msgid" not in each.strings:
            continue
        notes = list(each.notes)
        if "msgctxt" in each.raw:
            notes.append(each.raw["msgctxt"])
        for name, entry in each.strings.items():
            if not name.startswith("msgstr"):
                continue
            several = name not in ("msgstr", "msgstr[0]") and "msgid_plural" in each.strings
            own = each.strings["msgid_plural" if several else "msgid"]
            one = Entry(own.mapping, own.gap)
            if each.has_placeholders:
                one.codes = _PLACEHOLDER.findall(one.mapping.text)
                entry.codes = _PLACEHOLDER.findall(entry.mapping.text)
            if not entry.mapping.text.strip():
                entry.codes = []
                if not each.raw[name]:
                    raw = each.raw["msgid_plural" if several else "msgid"]
                    entry.gap = _between_its_breaks(entry.gap, raw)
            entry.also = each.without_fuzzy
            unit = f"{number}.{name}"
            source.add(unit, one, note="; ".join(notes))
            target.add(unit, entry, note="; ".join(notes))
    return source, target


def _decoded(data: bytes, path: str, codec: str = "") -> Decoded:
    declared = _CHARSET.search(data[:4096])
    said = declared[1].decode("ascii") if declared else ""
    return decode(data, codec=codec, declared="" if said == "CHARSET" else said, path=path)


def read(path: str, data: bytes) -> Document:
    """The translation in `data`."""
    return read_both(path, data).translations[0]


def read_both(path: str, data: bytes) -> BilingualFile:
    """The messages and their translation in `data`; the source's language is to be detected."""
    decoded = _decoded(data, path)
    nothing = message("“{path}” has no messages. Choose another file.", path=path)
    if not _MESSAGE.search(decoded.text):
        raise DamagedFileError(path, nothing)
    try:
        source, target = _sides(decoded.text, keep_mappings=False)
    except _BrokenLineError as error:
        raise DamagedFileError(
            path,
            message(
                "“{path}” is damaged: line {number} is no line of a catalogue (“{line}”). "
                "“msgfmt -c” says what is wrong there.",
                path=path,
                number=error.number,
                line=error.line[:60],
            ),
        ) from error
    if not source.blocks:
        raise DamagedFileError(path, nothing)
    return file_of((source, target), path, "po", data, decoded.codec)


def write(document: Document, edits: Sequence[TextEdit]) -> bytes:
    """The bytes of `document` after `edits`; line breaks inside a message stay."""
    decoded = _decoded(document.original, document.path, document.encoding)
    result = written(document, _sides(decoded.text), decoded.text, edits, _rendered)
    return decoded.encode(result)


def _rendered(text: str, _mapping: Mapping, _index: int) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\t", "\\t")
