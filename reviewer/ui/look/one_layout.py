"""Many widgets that change together are laid out together."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QWidget


@contextmanager
def laid_out_once(outer: QWidget) -> Iterator[None]:
    """Whatever is shown, hidden or said inside `outer` is laid out at the end: what lies deepest
    first, so that what holds it knows at once how much room it needs.

    Qt lays out all that holds a widget each time that one is shown, and the rest from the outside
    in, so that it is done, and painted, twice.
    """
    widgets = [outer, *outer.findChildren(QWidget)]
    laid = [(one, layout) for one in widgets if (layout := one.layout())]
    for _, layout in laid:
        layout.setEnabled(False)
    try:
        yield
    finally:
        for _, layout in laid:
            layout.setEnabled(True)
        for widget, layout in reversed(laid):
            if widget.isVisible():
                layout.activate()
