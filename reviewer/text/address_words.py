"""Words that hold a web or e-mail address."""

from __future__ import annotations

ADDRESS_WORD = r"(?<!\S)\S*?(?://|www\.|@)\S*"
"""A regular expression, to stand alone or in an alternation. It begins only where a word
begins, so that a text without any white space is gone through once and not from every letter."""
