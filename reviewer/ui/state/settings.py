"""What the window remembers between two sessions. Nothing of a review is kept here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QByteArray

from reviewer.messages import Message
from reviewer.ui.state.page_room import DENSITIES, PANEL_PLACES, Density, PanelPlace
from reviewer.ui.state.settings_file import SettingsFile

Scheme = Literal["system", "light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("system", "light", "dark")

LEAST_ZOOM, MOST_ZOOM = -4, 14

_RECENT_KEPT = 12


class Settings:
    """Typed access to the user's settings file."""

    def __init__(self) -> None:
        self._file = SettingsFile()
        self._store = self._file.store

    @property
    def problem(self) -> Message | None:
        """Why nothing is kept, None where all is well."""
        return self._file.problem

    @property
    def scheme(self) -> Scheme:
        """Light, dark or as the desktop has it."""
        kept = self._store.value("window/scheme", "system")
        return next((scheme for scheme in SCHEMES if scheme == kept), "system")

    @scheme.setter
    def scheme(self, scheme: Scheme) -> None:
        self._store.setValue("window/scheme", scheme)

    @property
    def density(self) -> Density:
        """How dense the rows are."""
        kept = self.text("view/density")
        return next((one for one in DENSITIES if one == kept), "fitting")

    @density.setter
    def density(self, density: Density) -> None:
        self.keep_text("view/density", density)

    @property
    def panel_place(self) -> PanelPlace:
        """Where the panel stands."""
        kept = self.text("view/panel_place")
        return next((one for one in PANEL_PLACES if one == kept), "fitting")

    @panel_place.setter
    def panel_place(self, place: PanelPlace) -> None:
        self.keep_text("view/panel_place", place)

    @property
    def language(self) -> str:
        """The language of the interface that the user has chosen; "" for that of the system."""
        return self.text("window/language")

    @language.setter
    def language(self, code: str) -> None:
        self.keep_text("window/language", code)

    @property
    def zoom(self) -> int:
        """Steps by which the text is larger (or smaller) than usual, in points."""
        return min(max(self._number("window/zoom", 0), LEAST_ZOOM), MOST_ZOOM)

    @zoom.setter
    def zoom(self, steps: int) -> None:
        self._store.setValue("window/zoom", steps)

    @property
    def tour_step(self) -> int:
        """How many steps of the tour of the sample are done."""
        return self._number("tour/step", 0)

    @tour_step.setter
    def tour_step(self, step: int) -> None:
        self._store.setValue("tour/step", step)

    @property
    def folder(self) -> Path:
        """Where the last file was chosen."""
        kept = Path(str(self._store.value("files/folder", "")) or ".")
        return kept if str(kept) != "." and kept.is_dir() else Path.home()

    @folder.setter
    def folder(self, folder: Path) -> None:
        self._store.setValue("files/folder", str(folder))

    @property
    def recent(self) -> list[Path]:
        """Reviews that were open lately and still exist, the latest first."""
        kept = self._store.value("files/recent", [])
        # A list of one comes back as a string.
        names = kept if isinstance(kept, list) else [kept] if isinstance(kept, str) else []
        return [Path(name) for name in names if Path(name).is_file()]

    def add_recent(self, path: Path) -> None:
        """Put a review at the head of the recent ones."""
        path = path.absolute()
        rest = [other for other in self.recent if other != path]
        self._store.setValue("files/recent", [str(other) for other in [path, *rest][:_RECENT_KEPT]])

    def state(self, name: str) -> QByteArray:
        """The geometry or splitter state kept as `name`; empty when there is none."""
        kept = self._store.value(f"state/{name}", QByteArray())
        return kept if isinstance(kept, QByteArray) else QByteArray()

    def keep_state(self, name: str, state: QByteArray) -> None:
        """Keep a geometry or splitter state."""
        self._store.setValue(f"state/{name}", state)

    def flag(self, name: str, default: bool) -> bool:
        """A choice of the View menu."""
        return str(self._store.value(f"view/{name}", default)).lower() == "true"

    def keep_flag(self, name: str, on: bool) -> None:
        """Keep a choice of the View menu."""
        self._store.setValue(f"view/{name}", on)

    @property
    def keys(self) -> dict[str, list[str]]:
        """The keys that the user has changed, by the command's name."""
        self._store.beginGroup("keys")
        names = self._store.childKeys()
        self._store.endGroup()
        return {name: self.text(f"keys/{name}").split() for name in names}

    @keys.setter
    def keys(self, changed: Mapping[str, Sequence[str]]) -> None:
        self._store.remove("keys")
        for name, keys in changed.items():
            self.keep_text(f"keys/{name}", " ".join(keys))

    @property
    def author(self) -> str:
        """The reviewer's name; "" until it was asked."""
        return self.text("reviewer/name")

    @author.setter
    def author(self, name: str) -> None:
        self.keep_text("reviewer/name", name)

    @property
    def panel(self) -> list[int]:
        """The width of the panel beside the rows and its height below them; empty at first."""
        try:
            return [int(part) for part in self.text("view/panel_extents").split()]
        except ValueError:
            return []

    @panel.setter
    def panel(self, extents: Sequence[int]) -> None:
        self.keep_text("view/panel_extents", " ".join(map(str, extents)))

    @property
    def columns(self) -> list[float]:
        """The shares of the width that the columns of the rows have; empty for equal ones."""
        try:
            return [float(part) for part in self.text("view/columns").split()]
        except ValueError:
            return []

    @columns.setter
    def columns(self, shares: Sequence[float]) -> None:
        self.keep_text("view/columns", " ".join(f"{share:.3f}" for share in shares))

    def text(self, name: str) -> str:
        """A text kept as `name`, "" when there is none."""
        return str(self._store.value(name, ""))

    def keep_text(self, name: str, text: str) -> None:
        """Keep a text."""
        self._store.setValue(name, text)

    def _number(self, name: str, default: int) -> int:
        try:
            return int(str(self._store.value(name, default)))
        except ValueError:
            return default
