"""What may be written on to a word: clitics, case endings, pronouns."""

from __future__ import annotations

from collections.abc import Iterable


class Affixes:
    """What may be written on to a word: of several that fit, the longest comes first."""

    __slots__ = ("forms", "sizes")

    def __init__(self, forms: Iterable[str]) -> None:
        self.forms = frozenset(forms)
        self.sizes = sorted({len(form) for form in self.forms}, reverse=True)

    def before(self, form: str) -> list[str]:
        """The affixes that `form` begins with."""
        return [form[:size] for size in self.sizes if form[:size] in self.forms]

    def after(self, form: str) -> list[str]:
        """The affixes that `form` ends in."""
        return [form[-size:] for size in self.sizes if form[-size:] in self.forms]
