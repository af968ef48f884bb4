"""In which order the rows of a translation are read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reviewer.domain import Segment
from reviewer.store.records import BeadVersion


@dataclass(frozen=True)
class RowOrder:
    """The keys of all rows in reading order.

    `moved_to` has, for each moved row, the key of the row that its translation stands
    after in the translated text ("" for its beginning).
    """

    keys: tuple[str, ...]
    moved_to: Mapping[str, str]


def row_order(
    source: Sequence[Segment],
    target: Sequence[Segment],
    beads: Iterable[BeadVersion],
    content_ends: int | None = None,
) -> RowOrder:
    """Source order; what only the translation has stands after what it follows there.

    A segment in no bead is a row of its own under its id. Within a moved passage an added
    sentence stays with the passage; otherwise a moved row is no landmark, since it stands
    at its source's place. Furniture that ends the translation ends the rows; `content_ends`
    is the place in `target` of the last segment before that, where it is known.
    """
    beads = list(beads)
    of_source = {name: bead for bead in beads for name in bead.source}
    of_target = {name: bead for bead in beads for name in bead.target}
    if content_ends is None:
        content_ends = _last_content(target)
    after, moved_to = _target_side(target, of_target, content_ends)
    keys: dict[str, None] = dict.fromkeys(after.pop("", ()))
    last = after.pop(None, ())
    for segment in source:
        bead = of_source.get(segment.id)
        key = bead.key if bead else segment.id
        if key not in keys:
            keys[key] = None
            keys.update(dict.fromkeys(after.get(key, ())))
    keys.update(dict.fromkeys(last))
    return RowOrder(tuple(keys), moved_to)


def _target_side(
    target: Sequence[Segment], of_target: Mapping[str, BeadVersion], content_ends: int
) -> tuple[dict[str | None, list[str]], dict[str, str]]:
    """What stands only in the translation, by the key of the row that it comes after.

    "" is the beginning of the rows and None their end.
    """
    after: dict[str | None, list[str]] = {}
    moved_to: dict[str, str] = {}
    landmark, passage = "", ""
    waiting: list[str] = []
    for position, segment in enumerate(target):
        bead = of_target.get(segment.id)
        if bead is None or not bead.source:
            key = bead.key if bead else segment.id
            if position > content_ends:
                after.setdefault(None, []).append(key)
            elif passage and bead:
                waiting.append(key)
            else:
                after.setdefault(landmark, []).append(key)
        elif bead.relation == "moved":
            moved_to.setdefault(bead.key, landmark)
            after.setdefault(passage or landmark, []).extend(waiting)
            waiting, passage = [], bead.key
        else:
            after.setdefault(landmark, []).extend(waiting)
            waiting, passage, landmark = [], "", bead.key
    after.setdefault(landmark, []).extend(waiting)
    return after, moved_to


def _last_content(target: Sequence[Segment]) -> int:
    positions = [n for n, segment in enumerate(target) if segment.kind != "furniture"]
    return positions[-1] if positions else -1
