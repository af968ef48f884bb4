"""Corrections that a newer version of a translation has no place for, until they have one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, fields

MOST_KEPT = 1_000


@dataclass(frozen=True, slots=True)
class LostEdit:
    """What a sentence said (`before`, "" for one that was put in) and was corrected to (`text`).

    It stood beside `source`, in the row `row_key`, which may be no row any more.
    """

    row_key: str
    source: str
    before: str
    text: str


def setting_key(translation: int) -> str:
    """The name of the setting that keeps those of a translation."""
    return f"setting.lost_edits.{translation}"


def kept(earlier: object, new: Iterable[LostEdit]) -> list[dict[str, str]] | None:
    """The value of the setting when `new` come to what it held; None for nothing."""
    edits = dict.fromkeys([*from_setting(earlier), *new])
    return [asdict(edit) for edit in edits][-MOST_KEPT:] or None


def from_setting(value: object) -> list[LostEdit]:
    """What a setting holds; what is none of ours in it is passed over."""
    if not isinstance(value, list):
        return []
    names = [field.name for field in fields(LostEdit)]
    return [
        LostEdit(*(each[name] for name in names))
        for each in value
        if isinstance(each, Mapping) and all(isinstance(each.get(name), str) for name in names)
    ]


def still_lost(
    edits: Iterable[LostEdit], target_of: Callable[[str], str | None]
) -> tuple[LostEdit, ...]:
    """Those whose text does not stand in their row; `target_of` gives the text of a row."""
    return tuple(edit for edit in edits if edit.text not in (target_of(edit.row_key) or ""))
