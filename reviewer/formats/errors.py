"""What can be wrong with a file, in words that say what to do."""

from __future__ import annotations

from pathlib import Path

from reviewer.domain import ReviewerError


class FormatError(ReviewerError):
    """A file that cannot be read or written as asked. `path` names it."""

    def __init__(self, path: Path | str, message: str) -> None:
        super().__init__(message)
        self.path = str(path)


class MissingFileError(FormatError):
    """There is no such file."""


class NotAFileError(FormatError):
    """A folder, a device or a pipe stands where a file is expected."""


class UnreadableFileError(FormatError):
    """The system refuses to read the file."""


class UnknownFormatError(FormatError):
    """No entry in the registry reads files of this kind."""


class EmptyFileError(FormatError):
    """The file holds no text."""


class BinaryFileError(FormatError):
    """The file is not text, whatever its name says."""


class TooLargeError(FormatError):
    """The file, or what it unpacks to, is larger than any document should be."""


class LongParagraphError(FormatError):
    """A paragraph or unit is longer than anything that is written for readers."""


class PasswordProtectedError(FormatError):
    """The document is encrypted."""


class DamagedFileError(FormatError):
    """The file breaks the rules of its own format."""


class UnwritableFileError(FormatError):
    """The system refuses to write the file."""


class StaleDocumentError(FormatError):
    """The stored document cannot take the edits: it does not read as it did."""
