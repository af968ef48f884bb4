"""What can go wrong with packages and the engine, in words for the person at the window."""

from __future__ import annotations

from reviewer.domain import ReviewerError
from reviewer.processes import Cancelled as Cancelled


class PackageError(ReviewerError):
    """A package file or an installed package that cannot be used, or not be written."""


class DownloadError(ReviewerError):
    """The index or a package could not be fetched. What was there before is untouched."""


class EngineError(ReviewerError):
    """The engine could not translate with a package. The review goes on without it."""


class ProgramIncomplete(EngineError):
    """A part of this very installation is missing or cannot be loaded; no package is at fault."""
