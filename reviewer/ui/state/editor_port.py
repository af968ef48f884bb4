"""What the commands ask of the table of rows, whatever draws it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from reviewer.review import Row, SideName


class Editor(Protocol):
    """Edits one row at a time, in its place."""

    def active(self) -> bool:
        """Whether a row is being edited."""
        ...

    def row_key(self) -> str | None:
        """The key of the row that is being edited."""
        ...

    def written_row(self) -> str | None:
        """The key of the row whose text the last editing has changed."""
        ...

    def cursor_offset(self) -> int | None:
        """The Python offset of the cursor in the text that is being edited."""
        ...

    def start(self, row: Row, *, cursor: int | None = None) -> None:
        """Edit the translation of a row, the cursor at a UTF-16 offset."""
        ...

    def choose_place(self, row: Row, side: SideName) -> None:
        """Let the user choose a place in one side of a row at which to split it."""
        ...

    def choose_words(self, row: Row, side: SideName) -> None:
        """Let the user choose words of a row to say something of."""
        ...

    def text(self) -> str | None:
        """What is typed now; None while no translation is being edited."""
        ...

    def insert(self, text: str) -> None:
        """Put a text at the cursor of the editing."""
        ...

    def chosen_words(self) -> tuple[str, str]:
        """The words of the source and of the translation that are chosen in the row; "" for
        none."""
        ...

    def stop(self, how: str = "leave") -> None:
        """End the editing."""
        ...

    def shows(self, row: Row, /) -> bool:
        """Whether some of a row is on screen."""
        ...

    def rows_in_sight(self) -> Sequence[Row]:
        """The rows on screen."""
        ...


class NoEditor:
    """While no table is there nothing is edited and nothing is in sight."""

    def active(self) -> bool:
        return False

    def row_key(self) -> str | None:
        return None

    def written_row(self) -> str | None:
        return None

    def cursor_offset(self) -> int | None:
        return None

    def start(self, row: Row, *, cursor: int | None = None) -> None:
        """There is no table."""

    def choose_place(self, row: Row, side: SideName) -> None:
        """There is no table."""

    def choose_words(self, row: Row, side: SideName) -> None:
        """There is no table."""

    def text(self) -> str | None:
        return None

    def insert(self, text: str) -> None:
        """There is no table."""

    def chosen_words(self) -> tuple[str, str]:
        return "", ""

    def stop(self, how: str = "leave") -> None:
        """There is no table."""

    def shows(self, _row: Row, /) -> bool:
        return True

    def rows_in_sight(self) -> Sequence[Row]:
        return ()
