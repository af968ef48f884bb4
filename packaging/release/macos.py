"""The disk image for macOS. Signed and notarised where the environment names an identity.

REVIEWER_SIGNING_IDENTITY is that of a Developer ID certificate in the keychain, and
REVIEWER_NOTARY_PROFILE a profile that `xcrun notarytool store-credentials` made. Without them
the image is made unsigned, and macOS will warn who opens it.
"""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
from pathlib import Path

from project import ROOT, version

ENTITLEMENTS = ROOT / "packaging" / "macos" / "entitlements.plist"


def write_image(app: Path, dist: Path) -> Path:
    """Pack Reviewer.app beside a link to the applications' folder; returns the image's path."""
    identity = os.environ.get("REVIEWER_SIGNING_IDENTITY")
    if identity:
        sign = ["codesign", "--force", "--deep", "--timestamp", "--options", "runtime"]
        _run(*sign, "--entitlements", str(ENTITLEMENTS), "--sign", identity, str(app))
    stage = app.parent / "image"
    shutil.rmtree(stage, ignore_errors=True)
    stage.mkdir()
    shutil.copytree(app, stage / app.name, symlinks=True)
    (stage / "Applications").symlink_to("/Applications")
    made = dist / f"reviewer-{version()}-macos-{platform.machine()}.dmg"
    create = ["hdiutil", "create", "-volname", "Reviewer", "-srcfolder", str(stage), "-ov"]
    _run(*create, "-format", "UDZO", str(made))
    profile = os.environ.get("REVIEWER_NOTARY_PROFILE")
    if identity and profile:
        _run("codesign", "--timestamp", "--sign", identity, str(made))
        submit = ["xcrun", "notarytool", "submit", str(made), "--keychain-profile", profile]
        _run(*submit, "--wait")
        _run("xcrun", "stapler", "staple", str(made))
    return made


def _run(*command: str) -> None:
    subprocess.run(command, check=True)
