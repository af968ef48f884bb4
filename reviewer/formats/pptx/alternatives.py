"""What a slide offers newer programs and, for older ones, instead of it (ECMA-376 part 3)."""

from __future__ import annotations

from reviewer.formats.shared.markup import tokens


def read_fallbacks(source: str) -> list[bool]:
    """For each Fallback in its order, whether it is read: nothing else holds its text."""
    if "Fallback" not in source:
        return []
    found: list[bool] = []
    open_names: list[str] = []
    said: list[bool] = []
    """For each alternative that is open, whether newer programs find text in it."""
    for token in tokens(source, xml=True):
        local = token.name.rpartition(":")[2]
        if token.kind == "start" and not token.closed:
            open_names.append(local)
            if local == "AlternateContent":
                said.append(False)
            elif local == "Fallback":
                found.append(bool(said) and not said[-1])
        elif token.kind == "end" and open_names:
            if open_names.pop() == "AlternateContent" and said:
                said.pop()
        elif open_names[-1:] == ["t"] and source[token.start : token.end].strip():
            said = [True] * len(said)
    return found
