"""How the page shares its room: how dense the rows are, and where the panel stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Density = Literal["fitting", "tight", "dense", "roomy"]
DENSITIES: tuple[Density, ...] = ("fitting", "tight", "dense", "roomy")
PanelPlace = Literal["fitting", "beside", "below"]
PANEL_PLACES: tuple[PanelPlace, ...] = ("fitting", "beside", "below")

ROOMY_FROM = 660
"""From this height of the page in pixels rows that fit it are roomy: below it, as in a window of
1024 by 700 or a laptop's at a scale of 150 %, eight of them would not be in sight."""

DENSE_FROM = 500
"""From this height of the page rows are dense: below it, as in a window of 1280 by 800 at a scale
of 150 %, they have to be tight."""

BESIDE_FROM = 1150
"""From this width of the page in pixels a panel that fits it stands beside the rows."""


@dataclass(frozen=True)
class RowRoom:
    """`pad_y` pixels above and below the text of a row, which is `smaller` points smaller than the
    text is elsewhere."""

    pad_y: int
    smaller: float


ROOMY, DENSE, TIGHT = RowRoom(5, 0.0), RowRoom(2, 1.0), RowRoom(1, 2.0)


def row_room(density: Density, height: int) -> RowRoom:
    """The room that rows have on a page of this height."""
    chosen = {"tight": TIGHT, "dense": DENSE, "roomy": ROOMY}.get(density)
    if chosen is not None:
        return chosen
    return TIGHT if height < DENSE_FROM else DENSE if height < ROOMY_FROM else ROOMY


def is_beside(place: PanelPlace, width: int) -> bool:
    """Whether the panel stands beside the rows on a page of this width, and not below them."""
    return place == "beside" or (place == "fitting" and width >= BESIDE_FROM)
