"""File formats: read(path) gives a Document, write(document, edits, path) puts edits back."""

from reviewer.formats.registry import (
    can_read,
    can_track,
    edited_bytes,
    file_dialog_filters,
    format_name,
    hanging,
    is_bilingual,
    made,
    made_forms,
    may_be_bilingual,
    read,
    read_bilingual,
    read_bytes,
    tracked_bytes,
    write,
)

__all__ = [
    "can_read",
    "can_track",
    "edited_bytes",
    "file_dialog_filters",
    "format_name",
    "hanging",
    "is_bilingual",
    "made",
    "made_forms",
    "may_be_bilingual",
    "read",
    "read_bilingual",
    "read_bytes",
    "tracked_bytes",
    "write",
]
