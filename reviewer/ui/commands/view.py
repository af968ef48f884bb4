"""The commands that change how the window looks; what they choose is kept."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from reviewer.ui.look import theme
from reviewer.ui.state.open_review import OpenReview
from reviewer.ui.state.page_room import Density, PanelPlace
from reviewer.ui.state.settings import LEAST_ZOOM, MOST_ZOOM, Scheme, Settings


class ViewCommands(QObject):
    """`text_size_changed`, `panel_changed`, `signs_changed` and `room_changed` say that a setting
    is another."""

    text_size_changed = Signal()
    panel_changed = Signal()
    signs_changed = Signal()
    room_changed = Signal()

    def __init__(
        self, review: OpenReview, settings: Settings, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._review = review
        self._settings = settings
        review.unfolded = self.furniture_is_unfolded()

    def change_text_size(self, steps: int) -> None:
        """Make the text larger by so many points, or smaller."""
        self._zoom(self._settings.zoom + steps)

    def larger(self) -> None:
        self._zoom(self._settings.zoom + 1)

    def smaller(self) -> None:
        self._zoom(self._settings.zoom - 1)

    def usual_size(self) -> None:
        self._zoom(0)

    def panel_is_shown(self) -> bool:
        return self._settings.flag("panel", default=True)

    def switch_panel(self) -> None:
        self._settings.keep_flag("panel", not self.panel_is_shown())
        self.panel_changed.emit()

    def show_panel(self) -> None:
        """Show the panel if it is hidden."""
        if not self.panel_is_shown():
            self.switch_panel()

    def signs_are_shown(self) -> bool:
        """Whether a sign stands for each invisible character."""
        return self._settings.flag("signs", default=False)

    def switch_signs(self) -> None:
        self._settings.keep_flag("signs", not self.signs_are_shown())
        self.signs_changed.emit()

    def changes_are_shown(self) -> bool:
        """Whether deleted and inserted words are shown in the rows."""
        return self._settings.flag("changes", default=False)

    def switch_changes(self) -> None:
        self._settings.keep_flag("changes", not self.changes_are_shown())
        self.signs_changed.emit()

    def furniture_is_unfolded(self) -> bool:
        return self._settings.flag("furniture", default=False)

    def switch_furniture(self) -> None:
        self._settings.keep_flag("furniture", not self.furniture_is_unfolded())
        self._review.unfold(self.furniture_is_unfolded())

    def has_density(self, density: Density) -> bool:
        return self._settings.density == density

    def choose_density(self, density: Density) -> None:
        self._settings.density = density
        self.room_changed.emit()

    def has_panel_place(self, place: PanelPlace) -> bool:
        return self._settings.panel_place == place

    def choose_panel_place(self, place: PanelPlace) -> None:
        self._settings.panel_place = place
        self.room_changed.emit()

    def has_scheme(self, scheme: Scheme) -> bool:
        return self._settings.scheme == scheme

    def choose_scheme(self, scheme: Scheme) -> None:
        self._settings.scheme = scheme
        theme.apply(scheme)

    def _zoom(self, steps: int) -> None:
        wanted = min(max(steps, LEAST_ZOOM), MOST_ZOOM)
        if wanted != self._settings.zoom:
            self._settings.zoom = wanted
            self.text_size_changed.emit()
