"""Light and dark: every colour of the window, and how the choice reaches Qt."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from reviewer.domain import Severity
from reviewer.ui.look.desktop_scheme import DesktopScheme
from reviewer.ui.state.settings import Scheme


@dataclass(frozen=True)
class Colours:
    """The colours of one scheme, as `#rrggbb`. Text on its ground has a contrast of 4.5 or more,
    the `edge` of a box that can be checked 3 or more."""

    window: str
    base: str
    raised: str
    text: str
    quiet: str
    rule: str
    edge: str
    accent: str
    on_accent: str
    current: str
    hatch: str
    current_hatch: str
    ink: dict[Severity, str]
    tint: dict[Severity, str]
    sure: str
    unsure: str
    match: str
    decided: str
    inserted: str


LIGHT = Colours(
    window="#f3f4f6",
    base="#ffffff",
    raised="#fafbfc",
    text="#1b1f24",
    quiet="#656d76",
    rule="#e2e5e9",
    edge="#7d858e",
    accent="#1f6f8b",
    on_accent="#ffffff",
    current="#e6f1f6",
    hatch="#c9d1da",
    current_hatch="#b5c4ce",
    ink={"critical": "#b3231b", "major": "#a65100", "minor": "#0a5ea8", "info": "#5c646d"},
    tint={"critical": "#fde4e1", "major": "#ffecd2", "minor": "#deeefb", "info": "#eceef0"},
    sure="#7fb7a0",
    unsure="#d9c9a3",
    match="#fff3a3",
    decided="#3f7d5a",
    inserted="#d8efdd",
)

DARK = Colours(
    window="#1f2226",
    base="#17191c",
    raised="#24282d",
    text="#e3e6ea",
    quiet="#9aa2ab",
    rule="#2d3238",
    edge="#8d97a1",
    accent="#6cb8d6",
    on_accent="#0d1b21",
    current="#1f323c",
    hatch="#46505a",
    current_hatch="#53626e",
    ink={"critical": "#ff9086", "major": "#f3b25e", "minor": "#84c3f7", "info": "#a7aeb6"},
    tint={"critical": "#4b2321", "major": "#46331a", "minor": "#1d3850", "info": "#2d3238"},
    sure="#3f7a64",
    unsure="#6b5d38",
    match="#5b5117",
    decided="#7cc39b",
    inserted="#1f3d2a",
)


_BOXES = ("QCheckBox", "QRadioButton", "QMenu")
_LISTS = ("QListWidget", "QTreeWidget", "QTableWidget")
"""Their lines are chosen as rows of a review are, and may have boxes."""

_IN_LISTS = ("QHeaderView", "QScrollBar", "QLineEdit")
"""What stands in lists or menus and takes the colours of a window all the same."""

_FUSION_DARKENS = 127
"""The colour of the window in per cent of that of an edge: Fusion darkens it by 140 % and lightens
that by 110 %."""


def colours() -> Colours:
    """The colours of the scheme that the window shows now."""
    ground = QGuiApplication.palette().color(QPalette.ColorRole.Base)
    return DARK if ground.lightness() < 128 else LIGHT


def prepare() -> None:
    """Call this before the application is made: a change of the palette then also reaches the
    widgets inside of those that have a style sheet."""
    QCoreApplication.setAttribute(
        Qt.ApplicationAttribute.AA_UseStyleSheetPropagationInWidgetStyles, True
    )


def apply(scheme: Scheme) -> None:
    """Show the window in `scheme`; "system" follows the desktop, where it says what it
    wants: to the application's `DesktopScheme` if it has one, or to Qt."""
    hints = QGuiApplication.styleHints()
    application = QCoreApplication.instance()
    desktop = application.findChild(DesktopScheme) if application else None
    wanted = {
        "system": desktop.scheme if desktop else Qt.ColorScheme.Unknown,
        "light": Qt.ColorScheme.Light,
        "dark": Qt.ColorScheme.Dark,
    }[scheme]
    hints.setColorScheme(wanted)
    if wanted == Qt.ColorScheme.Unknown:
        wanted = hints.colorScheme()
    dark = wanted == Qt.ColorScheme.Dark
    if QApplication.style().objectName() == "fusion":
        # Fusion has no dark colours of its own where the desktop names none (X11 without one).
        _set_palettes(DARK if dark else LIGHT)
        _read_sheets_again()


def _set_palettes(chosen: Colours) -> None:
    plain, edged = _palette(chosen), _palette(chosen)
    # Fusion draws the edge of a box in the colour of the window, darkened: in a dark window it
    # would be lost.
    edged.setColor(QPalette.ColorRole.Window, QColor(chosen.edge).lighter(_FUSION_DARKENS))
    listed = QPalette(edged)
    listed.setColor(QPalette.ColorRole.Highlight, QColor(chosen.current))
    listed.setColor(QPalette.ColorRole.HighlightedText, QColor(chosen.text))
    QApplication.setPalette(plain)
    for kinds, palette in ((_BOXES, edged), (_LISTS, listed), (_IN_LISTS, plain)):
        for kind in kinds:
            # PySide's stubs ask for bytes, which it does not take.
            QApplication.setPalette(palette, kind)  # type: ignore[arg-type]


def _read_sheets_again() -> None:
    """Style sheets keep the colours that they found in the palette when they were set."""
    for widget in QApplication.allWidgets():
        if sheet := widget.styleSheet():
            widget.setStyleSheet("")
            widget.setStyleSheet(sheet)


def _palette(chosen: Colours) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for name, value in {
        role.Window: chosen.window,
        role.WindowText: chosen.text,
        role.Base: chosen.base,
        role.AlternateBase: chosen.raised,
        role.ToolTipBase: chosen.raised,
        role.ToolTipText: chosen.text,
        role.Text: chosen.text,
        role.Button: chosen.raised,
        role.ButtonText: chosen.text,
        role.BrightText: chosen.on_accent,
        role.Highlight: chosen.accent,
        role.HighlightedText: chosen.on_accent,
        role.Accent: chosen.accent,
        role.Link: chosen.accent,
        role.LinkVisited: chosen.accent,
        role.PlaceholderText: chosen.quiet,
        role.Light: chosen.raised,
        role.Midlight: chosen.rule,
        role.Mid: chosen.rule,
        role.Dark: chosen.quiet,
    }.items():
        palette.setColor(name, QColor(value))
    for name in (role.WindowText, role.Text, role.ButtonText):
        faded = QColor(chosen.quiet)
        faded.setAlpha(150)
        palette.setColor(QPalette.ColorGroup.Disabled, name, faded)
    palette.setColor(QPalette.ColorGroup.Disabled, role.Highlight, QColor(chosen.rule))
    return palette
