"""When something was done, for who reads it."""

from __future__ import annotations

from datetime import datetime


def short_time(at: str) -> str:
    """An instant (ISO 8601) in the reader's own time, short; anything else as it is."""
    try:
        moment = datetime.fromisoformat(at).astimezone()
    except ValueError:
        return at
    today = datetime.now().astimezone().date() == moment.date()
    return moment.strftime("%H:%M" if today else "%Y-%m-%d %H:%M")
