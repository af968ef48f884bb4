"""How the page shares its room: how dense the rows are, and where the panel stands."""

from __future__ import annotations

from typing import Literal

Density = Literal["fitting", "dense", "roomy"]
DENSITIES: tuple[Density, ...] = ("fitting", "dense", "roomy")
PanelPlace = Literal["fitting", "beside", "below"]
PANEL_PLACES: tuple[PanelPlace, ...] = ("fitting", "beside", "below")

ROOMY_FROM = 660
"""From this height of the page in pixels rows that fit it are roomy: below it, as in a window of
1024 by 700 or a laptop's at a scale of 150 %, eight of them would not be in sight."""

BESIDE_FROM = 1150
"""From this width of the page in pixels a panel that fits it stands beside the rows."""


def is_dense(density: Density, height: int) -> bool:
    """Whether rows are dense on a page of this height."""
    return density == "dense" or (density == "fitting" and height < ROOMY_FROM)


def is_beside(place: PanelPlace, width: int) -> bool:
    """Whether the panel stands beside the rows on a page of this width, and not below them."""
    return place == "beside" or (place == "fitting" and width >= BESIDE_FROM)
