"""Signs in the place of characters that cannot be seen. Offsets stay the same."""

from __future__ import annotations

from collections.abc import Iterable

from reviewer.domain import Span

_DANGEROUS = {
    **dict.fromkeys((0x202D, 0x202E), "⇄"),  # overrides: text reads other than it is written
    **dict.fromkeys((0x202A, 0x202B, 0x202C), "⇆"),  # embeddings and their end
}
_ON_DEMAND = {
    **dict.fromkeys((0x2066, 0x2067, 0x2068, 0x2069), "⇋"),  # isolates and their end
    0x200E: "↦",  # marks of direction; Unicode turns no arrow round with the text beside it
    **dict.fromkeys((0x200F, 0x061C), "↤"),
    **dict.fromkeys((0x00A0, 0x202F), "°"),  # no-break spaces
    **dict.fromkeys((*range(0x2000, 0x200B), 0x205F, 0x3000), "·"),  # other widths of space
    **dict.fromkeys((0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF), "¦"),  # no width at all
    0x00AD: "¬",
    0x0009: "→",
}
_ALL = _DANGEROUS | _ON_DEMAND
_SPACE = {0x0020: "␣"}


def looks_the_same(one: str, other: str) -> bool:
    """Whether two texts differ, but only in characters that look like a space or like nothing."""
    return one != other and _seen(one) == _seen(other)


def _seen(text: str) -> str:
    return "".join(text.translate(dict.fromkeys(_ALL, " ")).split())


def with_signs(text: str, *, all_kinds: bool, meant: Iterable[Span] = ()) -> str:
    """`text` with a sign, of one UTF-16 unit as well, for each invisible character.

    Characters that change the direction of text by force are always shown: with them a figure
    can look like another one. The others only with `all_kinds`, and where a finding has `meant`
    white space and nothing else: at the end of a line no mark under it would be seen.
    """
    for span in meant:
        found = span.of(text)
        # The first of several stays what it is, so that a line can end there as before.
        start = span.start + (len(found) > 1)
        if found.isspace():
            signs = text[start : span.end].translate(_ALL | _SPACE)
            text = f"{text[:start]}{signs}{text[span.end :]}"
    return text.translate(_ALL if all_kinds else _DANGEROUS)
