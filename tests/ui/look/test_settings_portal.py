"""A dark desktop has a dark window from the beginning, and a light one when that changes."""

from __future__ import annotations

import shutil
import subprocess
import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtDBus import QDBusVariant
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reviewer.ui.look import theme
from reviewer.ui.look.desktop_scheme import DesktopScheme
from reviewer.ui.look.settings_portal import _scheme

DARK, LIGHT, UNKNOWN = Qt.ColorScheme.Dark, Qt.ColorScheme.Light, Qt.ColorScheme.Unknown

PORTAL = """
import sys
from PySide6.QtCore import ClassInfo, QCoreApplication, QObject, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusVariant

@ClassInfo({"D-Bus Interface": "org.freedesktop.portal.Settings"})
class Portal(QObject):
    scheme = int(sys.argv[1])

    @Slot(str, str, result=QDBusVariant)
    def Read(self, namespace, key):
        assert (namespace, key) == ("org.freedesktop.appearance", "color-scheme")
        return QDBusVariant(QDBusVariant(self.scheme))

    @Slot(int)
    def Turn(self, scheme):
        told = QDBusMessage.createSignal(
            "/org/freedesktop/portal/desktop", "org.freedesktop.portal.Settings", "SettingChanged"
        )
        told.setArguments(["org.freedesktop.appearance", "color-scheme", QDBusVariant(scheme)])
        QDBusConnection.sessionBus().send(told)

application, portal = QCoreApplication(sys.argv), Portal()
bus = QDBusConnection.sessionBus()
exported = QDBusConnection.RegisterOption.ExportAllSlots
assert bus.registerObject("/org/freedesktop/portal/desktop", portal, exported)
assert bus.registerService("org.freedesktop.portal.Desktop")
print("ready", flush=True)
application.exec()
"""

RUN = """
import subprocess, sys, time
from PySide6.QtDBus import QDBusConnection, QDBusInterface
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication
from reviewer.ui import app

command = [sys.executable, "-c", PORTAL, "1"]
portal = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
portal.stdout.readline()

def ground():
    return QApplication.palette().color(QPalette.ColorRole.Base).name()

def execute():
    print(ground())
    settings = QDBusInterface(
        "org.freedesktop.portal.Desktop",
        "/org/freedesktop/portal/desktop",
        "org.freedesktop.portal.Settings",
    )
    for scheme in (2, 1):
        before = ground()
        settings.call("Turn", scheme)
        for _ in range(1000):
            QApplication.processEvents()
            if ground() != before:
                break
            time.sleep(0.01)
        print(ground())
    QApplication.closeAllWindows()
    portal.kill()
    return 0

QApplication.exec = staticmethod(execute)
try:
    raise SystemExit(app.run([]))
finally:
    portal.kill()
"""


@pytest.mark.skipif(not shutil.which("dbus-run-session"), reason="needs dbus-run-session")
def test_the_portal_of_the_desktop_is_followed_from_the_first_paint_on() -> None:
    script = f"PORTAL = {PORTAL!r}\n{RUN}"
    ran = subprocess.run(
        ["dbus-run-session", "--", sys.executable, "-c", script], capture_output=True, text=True
    )
    grounds = [theme.DARK.base, theme.LIGHT.base, theme.DARK.base]
    assert (ran.returncode, ran.stdout.split()) == (0, grounds), ran.stderr


@pytest.mark.parametrize(
    ("value", "scheme"),
    [(1, DARK), (2, LIGHT), (0, UNKNOWN), (3, UNKNOWN), ("dark", UNKNOWN), (None, UNKNOWN)],
)
def test_the_numbers_of_the_portal_wrapped_or_not(value: object, scheme: Qt.ColorScheme) -> None:
    assert _scheme(value) == scheme
    if value is not None:
        assert _scheme(QDBusVariant(QDBusVariant(value))) == scheme


def test_the_choice_of_the_user_goes_before_the_desktop(qapp: QApplication, qtbot: QtBot) -> None:
    desktop = DesktopScheme(qapp)
    desktop.scheme = DARK

    def ground() -> str:
        return QApplication.palette().color(QPalette.ColorRole.Base).name()

    theme.apply("system")
    assert ground() == theme.DARK.base
    theme.apply("light")
    assert ground() == theme.LIGHT.base
    desktop.setParent(None)
    theme.apply("light")
