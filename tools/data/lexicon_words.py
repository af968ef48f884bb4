"""The words of one lexicon while it is built: what each form may mean."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from reviewer.text.quantities.characters import fold, plain
from reviewer.text.scripts import has_spaces

TURKIC = {"tr", "az"}


def separates(language: str) -> bool:
    """Whether spaces part the words of a number; Korean has spaces and writes numbers without."""
    return has_spaces(language) and language != "ko"


def forms(text: object) -> list[str]:
    """What stands between the commas of a field of number_words/LANG.toml."""
    return [form.strip() for form in re.split(r"[,،]", str(text)) if form.strip()]


class Builder:
    """Collects forms of one language. What is added first for a form and a sense is kept."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.words: dict[str, dict[str, object]] = {}

    def key(self, form: str) -> str:
        """A form as the reader looks it up: folded, its words parted by one space."""
        folded = fold(form, self.language in TURKIC)
        if not separates(self.language) and not form.isascii() and "." in form:
            return folded
        return " ".join(re.findall(r"[°℃℉%]|[^\s./\-°℃℉%]+", plain(folded)))

    def add(self, form: str, sense: str, value: object) -> None:
        key = self.key(form)
        if key:
            self.words.setdefault(key, {}).setdefault(sense, value)

    def add_all(self, text: object, sense: str, value: object = 1) -> None:
        """Add each form of a field with the same value."""
        for form in forms(text):
            self.add(form, sense, value)

    def add_table(
        self, table: Mapping[str, object], sense: str, value: Callable[[str], object] = int
    ) -> None:
        """Add the forms of a table whose keys say their values."""
        for key, text in table.items():
            self.add_all(text, sense, value(key))
