"""Where the stories of InDesign markup stand: on which page, on a master page, or unseen.

The file lists them in the order in which they were made. Here they come in that of the pages, on
a page from top to bottom, and frames that are anchored in a story behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, takewhile
from typing import TYPE_CHECKING, Literal

from reviewer.formats.shared.archive import Archive

if TYPE_CHECKING:
    from lxml.etree import _Element

Shown = Literal["", "margin", "hidden"]
"""How a story is seen: in the text, on each page of a master, or by nobody."""

_ID = re.compile(r"<Story\s[^<>]*?\bSelf\s*=\s*[\"']([^\"']*)")
_ROW = 12.0
"""Points by which the tops of frames that stand side by side may differ."""

_IDENTITY = (1, 0, 0, 1, 0, 0)
_NOWHERE = (float("inf"), 0.0, 0.0, 0.0)
_Place = tuple[float, float, float, float]
"""Spread, page, top and left."""


@dataclass(frozen=True, slots=True)
class _Frame:
    """A frame of the story `story`; `page` is its spread and page."""

    story: str
    seen: bool
    page: tuple[float, float] = (0.0, 0.0)
    top: float = 0.0
    left: float = 0.0


def in_order(archive: Archive, designmap: _Element, names: Sequence[str]) -> dict[str, Shown]:
    """The parts `names` of stories in the order in which they are read, and how each is seen."""
    ids = {name: _story_of(archive, name) for name in names}
    visible = {
        layer.get("Self", ""): layer.get("Visible") != "false" for layer in designmap.iter("Layer")
    }
    masters = list(_frames(archive, _listed(designmap, "MasterSpread"), visible))
    placed = list(_frames(archive, _listed(designmap, "Spread"), visible))
    inside = {
        name: list(_inside(archive.tree(name), visible))
        for name in names
        if name in archive and "ParentStory" in archive.source(name)
    }
    first: dict[str, _Place] = {}
    for place, frame in _rows(placed):
        first.setdefault(frame.story, place)
    shown = _shown(placed, masters)
    by_id = {story: name for name, story in ids.items()}
    anchored = {frame.story for frame in chain.from_iterable(inside.values())}
    own = (name for name in names if ids[name] not in anchored)
    starts = sorted(own, key=lambda name: first.get(ids[name], _NOWHERE))
    found: dict[str, Shown] = {}
    for start in (*starts, *names):
        waiting: list[tuple[str, Shown]] = [(start, "")]
        while waiting:
            name, around = waiting.pop()
            if name in found:
                continue
            how = found[name] = shown.get(ids[name], "") or around
            waiting += [
                (by_id[frame.story], how if frame.seen else "hidden")
                for frame in reversed(inside.get(name, ()))
                if frame.story in by_id
            ]
    return found


def _story_of(archive: Archive, name: str) -> str:
    said = _ID.search(archive.source(name)) if name in archive else None
    return said[1] if said else name


def _listed(designmap: _Element, kind: str) -> list[str]:
    return [each.get("src", "") for each in designmap.iter(f"{{*}}{kind}")]


def _shown(placed: Sequence[_Frame], masters: Sequence[_Frame]) -> dict[str, Shown]:
    """How each story is seen that has a frame: a part of it in sight is enough."""
    shown: dict[str, Shown] = {frame.story: "margin" for frame in masters}
    shown |= {frame.story: "hidden" for frame in placed}
    shown |= {frame.story: "" for frame in placed if frame.seen}
    return shown


def _rows(frames: Sequence[_Frame]) -> Iterator[tuple[_Place, _Frame]]:
    """The frames with their places; those side by side have the top of the first of them."""
    page, top = (-1.0, -1.0), 0.0
    for frame in sorted(frames, key=lambda each: (each.page, each.top)):
        if frame.page != page or frame.top - top > _ROW:
            page, top = frame.page, frame.top
        yield (*page, top, frame.left), frame


def _frames(
    archive: Archive, names: Sequence[str], visible: Mapping[str, bool]
) -> Iterator[_Frame]:
    """The frames on spreads."""
    for number, name in enumerate(names):
        if name not in archive:
            continue
        for spread in archive.tree(name).iter("Spread", "MasterSpread"):
            pages = [_span(page) for page in spread.iter("Page")]
            for item in spread.iter("TextFrame", "TextPath"):
                left, top, middle = _corner(item, spread)
                on = (at for at, (begin, end) in enumerate(pages) if begin <= middle < end)
                yield _Frame(
                    item.get("ParentStory", ""),
                    _is_seen(item, visible),
                    (float(number), float(next(on, len(pages)))),
                    top,
                    left,
                )


def _inside(story: _Element, visible: Mapping[str, bool]) -> Iterator[_Frame]:
    """The frames that are anchored in a story."""
    for item in story.iter("TextFrame", "TextPath"):
        yield _Frame(item.get("ParentStory", ""), _is_seen(item, visible))


def _is_seen(item: _Element, visible: Mapping[str, bool]) -> bool:
    return all(
        each.get("Visible") != "false" and visible.get(each.get("ItemLayer", ""), True)
        for each in (item, *item.iterancestors())
    )


def _corner(item: _Element, spread: _Element) -> tuple[float, float, float]:
    """The left and top of an item on its spread, and where its middle is from left to right."""
    around = [item, *takewhile(lambda each: each is not spread, item.iterancestors())]
    # A text on a path has the shape of what it runs along.
    while around[1:] and around[0].find("Properties/PathGeometry") is None:
        del around[0]
    points = [
        _numbers(point.get("Anchor", ""), (0, 0))
        for point in around[0].iterfind("Properties/PathGeometry//PathPointType")
    ] or [(0, 0)]
    for each in around:
        a, b, c, d, right, down = _numbers(each.get("ItemTransform", ""), _IDENTITY)
        points = [(a * x + c * y + right, b * x + d * y + down) for x, y in points]
    across = [x for x, _ in points]
    return min(across), min(y for _, y in points), (min(across) + max(across)) / 2


def _span(page: _Element) -> tuple[float, float]:
    """From where to where a page goes on its spread."""
    _, left, _, right = _numbers(page.get("GeometricBounds", ""), (0, 0, 0, 0))
    a, _, _, _, moved, _ = _numbers(page.get("ItemTransform", ""), _IDENTITY)
    return a * left + moved, a * right + moved


def _numbers(written: str, otherwise: Sequence[float]) -> Sequence[float]:
    """The numbers in an attribute, or others where it does not hold as many."""
    try:
        found = [float(each) for each in written.split()]
    except ValueError:
        return otherwise
    return found if len(found) == len(otherwise) else otherwise
