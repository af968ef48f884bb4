"""Draw every page of the window into docs/images/pages/: make pictures

A small review of the sample is made once; each page is drawn in light, dark, with an Arabic
translation, in a window of 1024 by 700 and at a scale of 150 %, and for the handbook in each of its
languages. No screen is needed.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reviewer.ui.main_window import MainWindow

ROOT = Path(__file__).parents[2]
OUT = ROOT / "docs" / "images" / "pages"
HANDBOOK = ROOT / "resources" / "handbook"
IN_HANDBOOK = ("start", "review", "matrix", "figures")
ARABIC = 4
"""The number of the sample's Arabic translation."""

COLOURS = 40
"""Shades beside the colours of the themes; a picture is a third as large with so few."""


@dataclass(frozen=True)
class Look:
    """`size` in logical pixels, at `scale`."""

    name: str
    size: tuple[int, int] = (1280, 800)
    scale: float = 1.0
    scheme: str = "light"
    translation: int = 1
    language: str = ""
    """Of the handbook that the pictures are for; "" for none."""

    def place(self, page: str) -> Path | None:
        """The file of a page's picture; None where none is wanted."""
        if not self.language:
            return OUT / f"{self.name}-{page}.png"
        if page not in IN_HANDBOOK:
            return None
        return HANDBOOK / "pictures" / f"{self.language}-{page}.png"


LOOKS = (
    Look("light"),
    Look("dark", scheme="dark"),
    Look("arabic", translation=ARABIC),
    Look("1024x700", (1024, 700)),
    Look("150-percent", (960, 600), 1.5),
    *(
        Look(f"handbook-{file.stem}", (1100, 700), language=file.stem)
        for file in sorted(HANDBOOK.glob("*.md"))
    ),
)


def main() -> None:
    """Draw all looks, each in a process of its own: a scale holds for a whole process."""
    if len(sys.argv) == 3:
        draw(next(look for look in LOOKS if look.name == sys.argv[1]), Path(sys.argv[2]))
        return
    for folder in (OUT, HANDBOOK / "pictures"):
        folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        for look in LOOKS:
            environment = os.environ | {
                "QT_QPA_PLATFORM": "offscreen",
                "QT_SCALE_FACTOR": str(look.scale),
                # A handbook's first page has no recent review on it.
                "REVIEWER_DATA": str(Path(home, look.language)),
                "LC_ALL": "C.UTF-8",
                "LANGUAGE": "",
            }
            command = [sys.executable, __file__, look.name, home]
            subprocess.run(command, env=environment, check=True)


def draw(look: Look, home: Path) -> None:
    """Draw the pages in one look."""
    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QApplication

    from reviewer.ui.app import speak
    from reviewer.ui.look import theme
    from reviewer.ui.main_window import MainWindow
    from reviewer.ui.state.settings import Settings
    from reviewer.ui.state.tour_steps import STEPS

    theme.prepare()
    application = QApplication([])
    application.setStyle("fusion")
    folder = home / f"settings-{look.name}"
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(folder))
    theme.apply("dark" if look.scheme == "dark" else "light")
    speak(look.language or "en")
    settings = Settings()
    settings.tour_step = len(STEPS)
    window = MainWindow(settings)
    window.resize(*look.size)
    window.show()
    for name in pages(window, look, wait):
        if place := look.place(name):
            save(window, place)
    window.close()
    application.processEvents()


def pages(
    window: MainWindow, look: Look, until: Callable[[Callable[[], bool]], None]
) -> Iterator[str]:
    """Bring each page up in turn; the name of the one that is shown."""
    from reviewer.ui.state.comparisons import FIGURES, MATRIX, OVERVIEW

    until(lambda: True)
    yield "start"
    window.commands.reviews.open_sample()
    until(lambda: window.page is not None and window.page.isVisible() and window.review.is_read())
    review, go = window.review, window.commands.navigation
    review.pick(look.translation)
    go.next_finding()
    until(lambda: True)
    yield "review"
    review.want_comment(review.finding())
    until(lambda: True)
    yield "comment"
    assert window.page is not None
    window.page.panel.comment_box.keep()
    for view, name in ((OVERVIEW, "side-by-side"), (MATRIX, "matrix"), (FIGURES, "figures")):
        review.pick(view)
        until(window.page.comparisons[view].model.is_read)
        yield name
    review.pick(look.translation)


def wait(done: Callable[[], bool]) -> None:
    """Let the window work until something is so, and a moment longer. Gives up after a while."""
    import time

    from PySide6.QtWidgets import QApplication

    end = time.monotonic() + 600  # a busy machine needs minutes for the sample
    while not done():
        QApplication.processEvents()
        time.sleep(0.01)
        if time.monotonic() > end:
            raise TimeoutError
    rest = time.monotonic() + 0.8
    while time.monotonic() < rest:
        QApplication.processEvents()
        time.sleep(0.01)


def save(window: MainWindow, path: Path) -> None:
    """Write a small PNG of the window."""
    from PySide6.QtGui import QImage

    picture = window.grab().toImage()
    small = picture.convertToFormat(QImage.Format.Format_Indexed8, _palette(picture))
    small.save(str(path), "PNG", 0)


def _palette(picture: object) -> list[int]:
    """The colours of the themes, which mean something, and those that are there most often."""
    from collections import Counter
    from itertools import chain

    from PySide6.QtGui import QColor, QImage

    from reviewer.ui.look import theme

    assert isinstance(picture, QImage)
    named: dict[int, None] = {}
    for scheme in (theme.LIGHT, theme.DARK):
        plain = (getattr(scheme, name) for name in scheme.__dataclass_fields__)
        for value in plain:
            colours = value.values() if isinstance(value, dict) else [value]
            named |= {QColor(colour).rgb(): None for colour in colours}
    counted = Counter(
        picture.pixel(x, y)
        for x in range(0, picture.width(), 2)
        for y in range(0, picture.height(), 2)
    )
    most = (colour for colour, _ in counted.most_common(COLOURS))
    return list(dict.fromkeys(chain(named, most)))[:256]


if __name__ == "__main__":
    main()
