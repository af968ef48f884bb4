"""What is said of formats that are read and never written."""

from __future__ import annotations

from reviewer.domain import Document
from reviewer.formats.errors import UnwritableFileError
from reviewer.messages import message


def never_written(document: Document) -> UnwritableFileError:
    """The error for a document whose format has no place for a changed sentence."""
    return UnwritableFileError(
        document.path,
        message(
            "“{path}” can be read, not written. Export the correction as docx or text.",
            path=document.path,
        ),
    )
