"""Messages as the tables keep them: a pattern and what stands in its holes, as JSON.

Reviews from before there were patterns have finished sentences in the same columns. What
comes out of a file that somebody else made is never trusted to be sound: it is a text to be
shown, whatever it is.
"""

from __future__ import annotations

import json
import re
from decimal import Decimal
from fractions import Fraction
from typing import Any

from reviewer.messages import Hole, Message, message

_START = '{"pattern":'
_VALUE = re.compile(r"-?\d{1,400}(?:\.\d{1,400}|/\d{1,400})?")


def message_json(text: str) -> str:
    """A message as JSON; any other text stays as it is."""
    if isinstance(text, Message) and text.pattern:
        return _json(text)
    if text.startswith(_START):
        return _json(message("{text}", text=str(text)))
    return str(text)


def read_message(text: str) -> Message:
    """The message that `message_json` wrote, or the sentence of an old review as it is."""
    if text.startswith(_START):
        try:
            return _message(json.loads(text))
        except (ValueError, TypeError, KeyError, AttributeError, ArithmeticError, RecursionError):
            pass
    return Message(text)


def _json(text: Message) -> str:
    return json.dumps(text.data(), ensure_ascii=False, separators=(",", ":"))


def _message(data: dict[str, Any]) -> Message:
    return Message(
        "",
        str(data["pattern"]),
        str(data.get("plural", "")),
        {name: _hole(value) for name, value in data.get("holes", {}).items()},
        tuple(_message(note) for note in data.get("notes", ())),
    )


def _hole(value: Any) -> Hole:
    if isinstance(value, str | int):
        return value
    if "pattern" in value:
        return _message(value)
    if not _VALUE.fullmatch(value["value"]):
        raise ValueError(value["value"])
    return Fraction(value["value"]) if "/" in value["value"] else Decimal(value["value"])
