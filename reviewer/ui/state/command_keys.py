"""The keys that commands have now, for sentences that name one: keys can be changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reviewer.wording import tr


class CommandKeys:
    """Before the commands are known they have no keys."""

    def __init__(self) -> None:
        self._find: Callable[[str], Sequence[str]] = lambda _name: ()

    def know(self, find: Callable[[str], Sequence[str]]) -> None:
        """`find` gives the keys of a command, by its name, as the user's platform writes them."""
        self._find = find

    def of(self, name: str) -> str:
        """The shortest key of a command; "" for none."""
        return min(self._find(name), key=len, default="")

    def beside(self, words: str, name: str) -> str:
        """The words of a button, and the key that does the same."""
        key = self.of(name)
        return tr("{words} ({key})", words=words, key=key) if key else words

    def done(self, words: str) -> str:
        """What was done, and the key that takes it back."""
        key = self.of("undo")
        return tr("{done} {key} takes it back.", done=words, key=key) if key else words
