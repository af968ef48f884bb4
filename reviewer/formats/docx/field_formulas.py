"""The formulas of EQ fields as one line of text: `\\f(1,2)` is 1/2.

Their language is that of ECMA-376 part 1, 17.16.5.17: a switch, options, arguments in brackets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial

from reviewer.formats.docx.formulas import Formula, Piece

_FORMAT = re.compile(r"\\\*\s*(?:\"[^\"]*\"|[^\s\\]+)\s*")
_SWITCH = re.compile(r"\\([abdfilorsx])((?:\s*\\[a-z]{2}\s*(?:\\.|-?\d+)?)*)\s*\(", re.IGNORECASE)
_BRACKET = re.compile(r"\\([lrb])c\\(.)", re.IGNORECASE)
_PARTNERS = dict(zip("([{<", ")]}>", strict=True))
_READING = re.compile(r"\s*\\s\s*\\up\b[^(]*\(.*\)\s*", re.DOTALL | re.IGNORECASE)
"""What stands above the other characters of an overstrike: how they are read."""

_DEEPEST = 50
_PLAIN = re.compile(r"[\\(),;]")


def linear(code: str) -> str:
    """What the code of an EQ field (without its name) shows."""
    formula = Formula("m:oMath")
    _fill(formula, _FORMAT.sub("", code).strip(), _DEEPEST)
    return "".join(piece.character for piece in formula.linear())


def as_code(text: str) -> str:
    """The code that shows `text` as it is."""
    return _PLAIN.sub(r"\\\g<0>", text)


def _fill(formula: Formula, text: str, depth: int) -> None:
    """Put what a piece of code shows into the innermost element."""
    position = 0
    while position < len(text):
        switch = _SWITCH.match(text, position) if depth else None
        if switch:
            given, position = _arguments(text, switch.end())
            _element(formula, switch[1].lower(), switch[2].lower(), given, depth - 1)
            continue
        position += text[position] == "\\"
        _plain(formula, text[position : position + 1])
        position += 1


def _plain(formula: Formula, text: str) -> None:
    formula.start("m:r", str, closed=False)
    formula.add(Piece(character) for character in text)
    formula.end()


def _arguments(text: str, start: int) -> tuple[list[str], int]:
    """The arguments that begin at `start`, and where what follows their bracket begins."""
    found, begin, depth, position = [], start, 0, start
    while position < len(text):
        character = text[position]
        if character == "\\":
            position += 1
        elif character == "(":
            depth += 1
        elif character in ",;" and not depth:
            found.append(text[begin:position])
            begin = position + 1
        elif character == ")":
            if not depth:
                break
            depth -= 1
        position += 1
    return [*found, text[begin:position]], position + 1


def _element(formula: Formula, switch: str, options: str, given: Sequence[str], depth: int) -> None:
    name, parts = _form(switch, options, given)
    if name:
        formula.start(name, str, closed=False)
        for property_, value in _properties(switch, options):
            formula.start(f"{name}Pr", str, closed=False)
            formula.start(property_, partial(str, value), closed=True)
            formula.end()
    for part, text in parts:
        formula.start(part, str, closed=False)
        _fill(formula, text.strip(), depth)
        formula.end()
    if name:
        formula.end()


def _form(switch: str, options: str, given: Sequence[str]) -> tuple[str, list[tuple[str, str]]]:
    """The element of OMML that shows the same ("" for none), and its parts."""
    if switch == "f":
        return "m:f", list(zip(("m:num", "m:den"), given, strict=False))
    if switch == "r":
        return "m:rad", list(zip(("m:deg", "m:e")[-len(given) :], given, strict=False))
    if switch == "s":
        parts = {"m:sSup": ("m:sup",), "m:sSub": ("m:sub",), "m:sSubSup": ("m:sup", "m:sub")}
        name = "m:sSubSup" if len(given) > 1 else "m:sSub" if "\\do" in options else "m:sSup"
        return name, list(zip(parts[name], given, strict=False))
    if switch == "i":
        return "m:nary", list(zip(("m:sub", "m:sup", "m:e"), given, strict=False))
    if switch == "b":
        return "m:d", [("m:e", ", ".join(given))]
    if switch == "a":
        return "m:eqArr", [("m:e", each) for each in given]
    if switch == "l":
        return "", [("m:r", "\\, ".join(given))]
    if switch == "d":
        return "", []
    below = [each for each in given if not _READING.fullmatch(each)]
    return "", [("m:r", each) for each in below or given]


def _properties(switch: str, options: str) -> Iterator[tuple[str, str]]:
    if switch == "i":
        yield "m:chr", "∑" if "\\su" in options else "∏" if "\\pr" in options else "∫"
    elif switch == "b":
        marks: dict[str, str] = dict(_BRACKET.findall(options))
        both = marks.get("b", "" if marks else "(")
        yield "m:begChr", marks.get("l", both)
        yield "m:endChr", marks.get("r", _PARTNERS.get(both, both))
