"""How the columns of a table share its width."""

from __future__ import annotations

from collections.abc import Mapping, Sequence


class ColumnShares:
    """Columns in `narrow` have a width in pixels; the others, the wide ones, share the rest:
    equally, or as the user has dragged them, and at least `least` pixels for each."""

    def __init__(self, narrow: Mapping[int, int], least: int) -> None:
        self.narrow, self._least = narrow, least
        self._shares: dict[int, float] = {}

    def wide(self, columns: int) -> list[int]:
        """The wide ones of so many columns."""
        return [column for column in range(columns) if column not in self.narrow]

    def least_width(self, columns: int) -> int:
        """The width under which the table has to be scrolled sideways."""
        return sum(self.narrow.values()) + self._least * len(self.wide(columns))

    def widths(self, columns: int, width: int) -> dict[int, int]:
        """The width of each column of a table that is `width` wide."""
        wide, free = self.wide(columns), self._free(width)
        found, left = dict(self.narrow), free
        for column in wide:
            mine = left if column == wide[-1] else int(free * self._share(column, len(wide)))
            found[column] = max(mine, self._least)
            left -= found[column]
        return found

    def drag(self, column: int, wanted: int, columns: int, width: int) -> None:
        """Let a column be as wide as wanted, if the others keep their least; they share what is
        left as they shared it before."""
        wide, free = self.wide(columns), self._free(width)
        if column not in wide[:-1] or free <= 0:
            return
        others = [other for other in wide if other != column]
        share = min(wanted, free - self._least * len(others)) / free
        before = {other: self._share(other, len(wide)) for other in others}
        rest = (1 - share) / sum(before.values())
        self._shares = {column: share} | {other: part * rest for other, part in before.items()}

    def kept(self, columns: int) -> list[float]:
        """The shares of all wide columns but the last; empty while they are equal."""
        wide = self.wide(columns)
        return [self._share(column, len(wide)) for column in wide[:-1]] if self._shares else []

    def restore(self, kept: Sequence[float], columns: int) -> None:
        """What `kept` gave; other numbers make all equal."""
        wide = self.wide(columns)
        fits = len(kept) == len(wide) - 1 and all(share > 0 for share in kept) and sum(kept) < 1
        self._shares = dict(zip(wide, [*kept, 1 - sum(kept)], strict=True)) if fits else {}

    def _share(self, column: int, wide: int) -> float:
        return self._shares.get(column, 1 / wide)

    def _free(self, width: int) -> int:
        return width - sum(self.narrow.values())
