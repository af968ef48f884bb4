"""The program's icon in every form that systems want, drawn from resources/icons/reviewer.svg.

    python packaging/release/icons.py FOLDER

makes FOLDER/reviewer-16.png and so on, reviewer.ico for Windows and reviewer.icns for macOS.
"""

from __future__ import annotations

import os
import struct
import sys
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
from PySide6.QtCore import QBuffer, QByteArray, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

DRAWING = Path(__file__).parents[2] / "resources" / "icons" / "reviewer.svg"
SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
"""Those of the hicolor theme (freedesktop.org's icon theme specification)."""
ICO_SIZES = (16, 24, 32, 48, 64, 128, 256)
ICNS_TYPES = {
    b"icp4": 16,
    b"icp5": 32,
    b"ic11": 32,
    b"ic12": 64,
    b"ic07": 128,
    b"ic13": 256,
    b"ic08": 256,
    b"ic14": 512,
    b"ic09": 512,
    b"ic10": 1024,
}


def png(size: int) -> bytes:
    """The icon as a PNG of so many pixels to each side."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(DRAWING)).render(painter)
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(data)


def ico() -> bytes:
    """A Windows icon: a list of sizes and places, then the pictures as PNG."""
    pictures = [png(size) for size in ICO_SIZES]
    place = 6 + 16 * len(pictures)
    head = struct.pack("<HHH", 0, 1, len(pictures))
    for size, picture in zip(ICO_SIZES, pictures, strict=True):
        side = size % 256  # 0 stands for 256
        head += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(picture), place)
        place += len(picture)
    return head + b"".join(pictures)


def icns() -> bytes:
    """An icon of macOS: pictures as PNG, each behind its type and length."""
    pictures = {size: png(size) for size in set(ICNS_TYPES.values())}
    body = b"".join(
        kind + struct.pack(">I", 8 + len(pictures[size])) + pictures[size]
        for kind, size in ICNS_TYPES.items()
    )
    return b"icns" + struct.pack(">I", 8 + len(body)) + body


def write(folder: Path) -> None:
    """Write all of them."""
    folder.mkdir(parents=True, exist_ok=True)
    for size in SIZES:
        (folder / f"reviewer-{size}.png").write_bytes(png(size))
    (folder / "reviewer.ico").write_bytes(ico())
    (folder / "reviewer.icns").write_bytes(icns())


if __name__ == "__main__":
    write(Path(sys.argv[1]))
