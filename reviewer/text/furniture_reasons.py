"""Why a line was taken for page furniture, in words."""

from __future__ import annotations

REASONS: dict[str, str] = {
    "hidden": "it is hidden, and no reader sees it",
    "comment": "a comment on the text",
    "navigation": "a menu or another part for finding the way",
    "links": "a list of links",
    "form": "a form or a button",
    "dialog": "a message that stands over the page",
    "aside": "a box beside the article",
    "header": "the head of the page",
    "footer": "the foot of the page",
    "noscript": "shown only where scripts do not run",
    "code": "program code",
    "named": "the page calls it no part of the article",
    "boxed": "it stands in a box that is mostly no part of an article",
    "window": "the title of the window, which repeats that of the article",
    "outside": "it stands outside the article",
    "ahead": "it stands before the article",
    "behind": "it stands behind the article",
    "label": "a label, a name or a date, not a sentence",
    "shape": "its form: a placeholder, an address, a count",
    "recurring": "it stands here again and again, and in no translation",
    "copy": "a second copy",
    "alike": "it stands word for word on pages in two languages",
    "credit": "the credit of a picture",
    "unanswered": "it may be no part of the article, and no translation has it",
    "by hand": "a reviewer said so",
    "locked": "the file locks it, or says that it is not to be translated",
    "no text": "the cell, or the one beside it, holds a number, a date or a formula",
    "uneven": "the cell beside it has no such paragraph",
    "said": "the file's own markup says so",
}
"""By the word that `Block.reason` and `Marked.reasons` have for it."""


def in_words(reason: str) -> str:
    """The reason as part of a sentence; the word itself where it is not known."""
    return REASONS.get(reason, reason)
