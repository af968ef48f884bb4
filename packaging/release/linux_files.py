"""What a Linux desktop is told of the program: menu entry, file type, description, icons."""

from __future__ import annotations

import shutil
from html import escape
from pathlib import Path

from project import ROOT, Release, day, releases

LINUX = ROOT / "packaging" / "linux"
APP_ID = "app.reviewer.Reviewer"


def write_share(share: Path, icons: Path) -> None:
    """Fill a folder `share` (as /usr/share); `icons` holds what icons.py makes."""
    _copy(LINUX / "reviewer.desktop", share / "applications" / "reviewer.desktop")
    _copy(LINUX / "reviewer-mime.xml", share / "mime" / "packages" / "reviewer.xml")
    described = share / "metainfo" / f"{APP_ID}.metainfo.xml"
    described.parent.mkdir(parents=True)
    described.write_text(metainfo(releases()), "utf-8")
    hicolor = share / "icons" / "hicolor"
    for png in icons.glob("reviewer-*.png"):
        size = png.stem.removeprefix("reviewer-")
        _copy(png, hicolor / f"{size}x{size}" / "apps" / "reviewer.png")
    drawing = ROOT / "resources" / "icons" / "reviewer.svg"
    _copy(drawing, hicolor / "scalable" / "apps" / "reviewer.svg")


def metainfo(made: list[Release]) -> str:
    """The AppStream description with the releases and what changed in each."""
    template = (LINUX / "metainfo.xml.in").read_text("utf-8")
    return template.replace("@RELEASES@", "\n".join(_release(release) for release in made))


def _release(release: Release) -> str:
    notes = "\n".join(f"          <li>{escape(note, quote=False)}</li>" for note in release.notes)
    kind = "stable" if release.date else "development"
    return (
        f'    <release version="{release.version}" date="{release.date or day()}" type="{kind}">\n'
        f"      <description>\n        <ul>\n{notes}\n        </ul>\n      </description>\n"
        "    </release>"
    )


def _copy(file: Path, place: Path) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(file, place)
