"""What the program says: patterns with holes, in English until a catalogue puts them elsewhere."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import Any

from reviewer.written_values import in_figures

Hole = str | int | Decimal | Fraction
"""What stands in a hole of a message: words quoted from a text, a value, another message."""

_HOLE = re.compile(r"\{(\w+)\}")


class Message(str):
    """What the program says: a pattern with named holes, which as a text reads in English.

    Made by `message` and `plural`, so that it can be put into any language later: the
    English `pattern` is its name in a catalogue, and `plural`, if there is one, is the
    pattern for another number than 1 in hole `n`. `notes` are messages that stand in
    brackets behind it. A sentence of a review from before there were patterns has no
    pattern; it is shown as it is.
    """

    __slots__ = ("holes", "notes", "pattern", "plural")
    pattern: str
    plural: str
    holes: Mapping[str, Hole]
    notes: tuple[Message, ...]

    def __new__(
        cls,
        sentence: str = "",
        pattern: str = "",
        plural: str = "",
        holes: Mapping[str, Hole] | None = None,
        notes: tuple[Message, ...] = (),
    ) -> Message:
        """With a pattern the text is made of it; `sentence` is for one without."""
        filled = dict(holes or {})
        chosen = plural if plural and filled.get("n") != 1 else pattern
        if pattern:
            parts = [_HOLE.sub(lambda hole: _in_english(filled, hole), chosen)]
            sentence = " ".join([*parts, *(f"({note})" for note in notes)])
        made = super().__new__(cls, sentence)
        for name, value in zip(
            cls.__slots__, (MappingProxyType(filled), notes, pattern, plural), strict=True
        ):
            object.__setattr__(made, name, value)
        return made

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{name} of a message cannot be changed")

    def __reduce__(self) -> tuple[Any, ...]:
        return Message, (str(self), self.pattern, self.plural, dict(self.holes), self.notes)

    def noted(self, note: Message) -> Message:
        """The same message with one note more."""
        return Message(str(self), self.pattern, self.plural, self.holes, (*self.notes, note))

    def facts(self) -> tuple[object, ...]:
        """What stands in the holes, without any words of the program: what identifies it."""
        return tuple(
            (name, value.facts() if isinstance(value, Message) else value)
            for name, value in sorted(self.holes.items())
        )

    def data(self) -> dict[str, Any]:
        """The message as JSON values, without the parts that are empty.

        A value that is no whole number is `{"value": "12.5"}` (or "2/3"), a message in a
        hole is an object like this one.
        """
        holes = {name: _as_data(value) for name, value in self.holes.items()}
        notes = [note.data() for note in self.notes]
        data = {"pattern": self.pattern, "plural": self.plural, "holes": holes, "notes": notes}
        return {name: value for name, value in data.items() if value}


def message(pattern: str, /, **holes: object) -> Message:
    """A message in English, with a value for each `{name}` of its pattern.

    The pattern is written out at the call, where the tool that collects the messages for
    translators finds it. What is neither words nor a value is written as its text; of an
    error, that is what it says.
    """
    return Message("", pattern, "", {name: _as_hole(value) for name, value in holes.items()})


def plural(one: str, many: str, n: int, /, **holes: object) -> Message:
    """A message that counts: `one` when `n` is 1, `many` otherwise; `{n}` is the number."""
    return Message(
        "", one, many, {"n": n, **{name: _as_hole(value) for name, value in holes.items()}}
    )


def _as_hole(value: object) -> Hole:
    if isinstance(value, str | int | Decimal | Fraction):
        return value
    if isinstance(value, Exception) and value.args and isinstance(value.args[0], Message):
        return value.args[0]
    return str(value)


def _in_english(holes: Mapping[str, Hole], hole: re.Match[str]) -> str:
    value = holes.get(hole[1], hole[0])
    return value if isinstance(value, str) else in_figures(value)


def _as_data(value: Hole) -> object:
    if isinstance(value, Message):
        return value.data()
    if isinstance(value, str | int):
        return value
    return {"value": f"{value:f}" if isinstance(value, Decimal) else str(value)}
