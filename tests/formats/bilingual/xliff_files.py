"""Small XLIFF files, what is read of them, and what becomes of an edit."""

from __future__ import annotations

from pathlib import Path

from reviewer import formats
from reviewer.analysis import analyse
from reviewer.domain import Finding, Span, TextEdit
from reviewer.formats.registry import format_of
from reviewer.formats.shared.units import BilingualFile


def v12(body: str, more: str = "") -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<xliff version="1.2" '
        f'xmlns="urn:oasis:names:tc:xliff:document:1.2"{more}><file source-language="en" '
        f'target-language="de-DE" original="a"><body>{body}</body></file></xliff>\n'
    )


def v2(body: str, version: str = "2.1") -> str:
    return (
        f'<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="{version}" srcLang="en" '
        f'trgLang="de"><file id="f">{body}</file></xliff>'
    )


def unit(source: str, target: str | None = None, more: str = "", inside: str = "") -> str:
    translated = "" if target is None else f"<target>{target}</target>"
    return f'<trans-unit id="1"{more}><source>{source}</source>{translated}{inside}</trans-unit>'


def both(source: str, name: str = "x.xlf") -> BilingualFile:
    return format_of(Path(name)).read_both(name, source.encode())


def pairs(source: str, name: str = "x.xlf") -> list[tuple[str, str]]:
    file = both(source, name)
    target = file.translations[0]
    return [
        (one.text, other.text) for one, other in zip(file.source.blocks, target.blocks, strict=True)
    ]


def after(source: str, old: str, new: str, name: str = "x.xlf") -> str:
    """The file after `old` in its translation ("": in the first empty unit) became `new`."""
    target = both(source, name).translations[0]
    number, block = next(
        (n, b) for n, b in enumerate(target.blocks) if (old in b.text if old else not b.text)
    )
    start = block.text.index(old)
    edit = TextEdit(number, Span(start, start + len(old)), new)
    return formats.edited_bytes(target, [edit]).decode()


def findings(file: BilingualFile) -> list[tuple[str, str]]:
    analysis = analyse(file.source, file.translations)
    found: list[Finding] = [each for row in analysis.translations[0].findings for each in row]
    return [(each.check, each.kind) for each in found]
