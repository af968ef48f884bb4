"""What a finding says, for programs: its pattern, and what stands in the holes."""

from __future__ import annotations

from typing import Any

from reviewer.messages import Message


def message_parts(message: str) -> dict[str, Any]:
    """`pattern`, `holes` and `notes` of a message as JSON values, beside its English text.

    The pattern is the same for all findings of one kind; it is "" for a sentence of a review
    from before there were patterns. See `Message.data` for the holes and notes.
    """
    parts = message.data() if isinstance(message, Message) else {}
    return {"pattern": "", "holes": {}, "notes": []} | parts
