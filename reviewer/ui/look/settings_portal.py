"""What a Linux desktop says of dark windows in its settings portal.

Qt asks only the desktops that it knows, and on those only after the first window is painted.
"""

from __future__ import annotations

from PySide6.QtCore import SLOT, QObject, Qt, Slot
from PySide6.QtDBus import QDBus, QDBusConnection, QDBusMessage, QDBusVariant

from reviewer.ui.look.desktop_scheme import DesktopScheme

_SERVICE = "org.freedesktop.portal.Desktop"
_PATH = "/org/freedesktop/portal/desktop"
_SETTINGS = "org.freedesktop.portal.Settings"
_NAMED = ["org.freedesktop.appearance", "color-scheme"]
_SCHEMES = {1: Qt.ColorScheme.Dark, 2: Qt.ColorScheme.Light}
"""What the portal's numbers mean (XDG Desktop Portal, Settings); 0 is no preference."""

_PATIENCE_MS = 300
"""A portal answers within a few milliseconds; one that has to be started first is not waited for
any longer, and tells of the scheme by itself when that changes."""


class SettingsPortal(DesktopScheme):
    """The scheme by the portal of the session's bus; `Unknown` where there is none."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        bus = QDBusConnection.sessionBus()
        if not bus.isConnected():
            return
        changed = SLOT("_setting_changed(QDBusMessage)")
        # PySide's stubs ask for bytes here, and PySide for a string.
        bus.connect("", _PATH, _SETTINGS, "SettingChanged", self, changed)  # type: ignore[call-overload]
        asked = QDBusMessage.createMethodCall(_SERVICE, _PATH, _SETTINGS, "Read")
        asked.setArguments(_NAMED)
        answer = bus.call(asked, QDBus.CallMode.Block, _PATIENCE_MS)
        if answer.type() == QDBusMessage.MessageType.ReplyMessage:
            self.scheme = _scheme(*answer.arguments()[:1])

    @Slot(QDBusMessage)
    def _setting_changed(self, told: QDBusMessage) -> None:
        *named, value = told.arguments()
        if named == _NAMED and (now := _scheme(value)) != self.scheme:
            self.scheme = now
            self.changed.emit()


def _scheme(value: object = None) -> Qt.ColorScheme:
    """The scheme that a value of the portal means; older portals wrap it twice."""
    while isinstance(value, QDBusVariant):
        value = value.variant()
    known = _SCHEMES.get(value) if isinstance(value, int) else None
    return known or Qt.ColorScheme.Unknown
