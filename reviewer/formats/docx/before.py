"""What must be known of a docx part before it is read from its start to its end."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from reviewer.formats.shared.markup import Token

_CONTENT = frozenset({"w:t", "w:sym", "m:t"})
Named = Iterable[tuple[str, Token]]


@dataclass(slots=True)
class _Alternative:
    start: int
    shown: bool = False
    """Its Choice holds text."""


def alternatives(
    named: Named, text_of: Callable[[Token], str]
) -> tuple[frozenset[int], frozenset[int]]:
    """Where those AlternateContent elements start whose text stands in their Fallback only, and
    where those of their Choices start that stand behind another one with text.

    `named` gives each tag (or text) of the part with its usual name.
    """
    open_names: list[str] = []
    alternatives: list[_Alternative] = []
    found: set[int] = set()
    second: set[int] = set()
    for name, token in named:
        if token.kind == "start":
            if name == "mc:AlternateContent" and not token.closed:
                alternatives.append(_Alternative(token.start))
            elif name == "mc:Choice" and alternatives and alternatives[-1].shown:
                second.add(token.start)
            elif name == "w:sym" and "mc:Choice" in open_names:
                _mark(alternatives, open_names)
            if not token.closed:
                open_names.append(name)
        elif token.kind == "end" and open_names:
            if open_names.pop() == "mc:AlternateContent" and alternatives:
                alternative = alternatives.pop()
                if not alternative.shown:
                    found.add(alternative.start)
        elif open_names and open_names[-1] in _CONTENT and text_of(token).strip():
            _mark(alternatives, open_names)
    return frozenset(found), frozenset(second)


def _mark(alternatives: list[_Alternative], open_names: list[str]) -> None:
    """Note that there is text in the Choice of each alternative that is open."""
    depth = -1
    for name in open_names:
        if name == "mc:AlternateContent":
            depth += 1
        elif name == "mc:Choice" and depth >= 0:
            alternatives[depth].shown = True


_FIELD_MARK = re.compile(r"<[\w.-]*:?fldChar\b[^>]*?fldCharType\s*=\s*[\"'](begin|separate|end)")


def whole_fields(source: str) -> frozenset[int]:
    """Where those field codes start that also end, tracked changes or not.

    A field whose second half was deleted on its own would hide all the text behind it.
    """
    begun: list[int] = []
    whole: set[int] = set()
    for match in _FIELD_MARK.finditer(source):
        if match[1] == "begin":
            begun.append(match.start())
        elif begun and match[1] == "separate":
            whole.add(begun[-1])
        elif begun:
            whole.add(begun.pop())
    return frozenset(whole)
