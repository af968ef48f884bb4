"""The kinds of files that the window takes."""

from __future__ import annotations

from reviewer.wording import tr

REVIEW_SUFFIX = ".review"
PACKAGE_SUFFIX = ".argosmodel"


def text_filters() -> str:
    """The kinds of texts that can be read, as a file dialog wants them."""
    from reviewer import formats

    kinds = [f"{tr(title)} ({' '.join(globs)})" for title, globs in formats.file_dialog_filters()]
    return ";;".join([*kinds, tr("All files (*)")])
