"""File formats: read(path) gives a Document, write(document, edits, path) puts edits back."""

from reviewer.formats.joined import joined
from reviewer.formats.reading import (
    bilingual_bytes,
    has_columns,
    holds_both,
    not_read,
    read,
    read_bilingual,
    read_bytes,
    read_columns,
    table_start,
)
from reviewer.formats.registry import (
    can_read,
    file_dialog_filters,
    format_name,
    is_all_text,
    made_forms,
    may_be_bilingual,
)
from reviewer.formats.writing import (
    can_track,
    edited_bytes,
    hanging,
    made,
    tracked_bytes,
    write,
)

__all__ = [
    "bilingual_bytes",
    "can_read",
    "can_track",
    "edited_bytes",
    "file_dialog_filters",
    "format_name",
    "hanging",
    "has_columns",
    "holds_both",
    "is_all_text",
    "joined",
    "made",
    "made_forms",
    "may_be_bilingual",
    "not_read",
    "read",
    "read_bilingual",
    "read_bytes",
    "read_columns",
    "table_start",
    "tracked_bytes",
    "write",
]
