"""The kinds of files that the window takes."""

from __future__ import annotations

from pathlib import Path

from reviewer.wording import tr

REVIEW_SUFFIX = ".review"
SET_SUFFIX = ".reviewset"
PACKAGE_SUFFIX = ".argosmodel"


def is_kept(path: Path) -> bool:
    """Whether a file of this name is opened, and does not begin a new review."""
    return path.suffix in (REVIEW_SUFFIX, SET_SUFFIX)


def text_filters() -> str:
    """The kinds of texts that can be read, as a file dialog wants them."""
    from reviewer import formats

    kinds = [f"{tr(title)} ({' '.join(globs)})" for title, globs in formats.file_dialog_filters()]
    return ";;".join([*kinds, tr("All files (*)")])
