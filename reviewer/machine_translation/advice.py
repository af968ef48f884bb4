"""What to tell a reviewer whose language has no package."""

from __future__ import annotations

from reviewer.text.languages import display_name


def without_package(from_language: str, to_language: str, ui_language: str = "en") -> str:
    """One sentence on what a package would bring, and one on how to get it.

    The languages are those of the translation and of the source (BCP 47).
    """
    ours = display_name(from_language, ui_language)
    theirs = display_name(to_language, ui_language)
    return (
        f"No package translates {ours} into {theirs}. With one, sentences find their "
        "counterparts more surely, and what was left out or added inside a sentence is found. "
        f"If there is one for {ours}, it can be fetched under Packages, or brought as a file; "
        "until then the review goes on without it."
    )
