"""What is shipped of other people's software: a CycloneDX list, and a page to read.

The list is cyclonedx-py's of this environment, without what only builds; the page is made from it.
Libraries of the system that went into the frozen folder are listed beside them.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from html import escape
from pathlib import Path
from typing import Any

from project import ROOT, reproducible, version

STYLE = (
    "body{font-family:sans-serif;max-width:60em;margin:2em auto;padding:0 1em}"
    "td,th{text-align:left;padding:.2em 1em .2em 0;vertical-align:top}pre{white-space:pre-wrap}"
)
QT = (
    "Reviewer uses Qt and Qt for Python (PySide6, shiboken6) under the GNU Lesser General Public "
    "License, version 3; its text and that of the GNU General Public License, version 3, stand at "
    "the end of this page. Qt is in files of its own beside the program: you may replace them by "
    "others that fit, and take the program apart to find errors in that. The sources are at "
    "https://download.qt.io/official_releases/ (Qt, Qt for Python), under the versions below."
)


def bill(folder: Path | None = None) -> dict[str, Any]:
    """The CycloneDX list as JSON data; `folder` is the frozen program, if there is one."""
    command = [sys.executable, "-m", "cyclonedx_py", "environment", "--output-reproducible"]
    command += ["--gather-license-texts", "--pyproject", str(ROOT / "pyproject.toml")]
    command += ["--mc-type", "application", sys.executable]
    done = subprocess.run(command, capture_output=True, check=True, env=reproducible())
    made: dict[str, Any] = json.loads(done.stdout)
    made["metadata"]["component"]["version"] = version()
    shipped = _shipped(made)
    made["components"] = [c for c in made["components"] if c["bom-ref"] in shipped]
    made["dependencies"] = [
        {**entry, "dependsOn": [ref for ref in entry.get("dependsOn", ()) if ref in shipped]}
        for entry in made["dependencies"]
        if entry["ref"] in shipped | {"root-component"}
    ]
    if folder is not None and sys.platform == "linux":
        made["components"] += _of_the_system(folder)
    made["components"].append(_python())
    return made


def page(made: dict[str, Any]) -> str:
    """The list as a page, with the texts of the licences."""
    components = sorted(made["components"], key=lambda component: component["name"].lower())
    rows = "\n".join(
        f"<tr><td>{escape(c['name'])}</td><td>{escape(c.get('version', ''))}</td>"
        f"<td>{escape(', '.join(_licences(c)) or 'see below')}</td></tr>"
        for c in components
    )
    texts = "\n".join(
        f"<h2>{escape(c['name'])}</h2>\n<pre>{escape(text)}</pre>"
        for c in components
        for text in _texts(c)
    )
    ours = "\n".join(
        f"<h2>{escape(name)}</h2>\n<pre>{escape(path.read_text('utf-8'))}</pre>"
        for name, path in (
            ("Reviewer: MIT", ROOT / "LICENSE"),
            ("LGPL-3.0", ROOT / "resources" / "licences" / "LGPL-3.0.txt"),
            ("GPL-3.0", ROOT / "resources" / "licences" / "GPL-3.0.txt"),
        )
    )
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        f"<title>Software by others</title><style>{STYLE}</style></head><body>\n"
        f"<h1>Software by others in Reviewer {version()}</h1>\n<p>{escape(QT)}</p>\n"
        f"<table><tr><th>Name</th><th>Version</th><th>Licence</th></tr>\n{rows}\n</table>\n"
        f"{texts}\n{ours}\n</body></html>\n"
    )


def _shipped(made: dict[str, Any]) -> set[str]:
    """What the program depends on, directly or in turn."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    direct = [
        *project["project"]["dependencies"],
        *project["project"]["optional-dependencies"]["spelling"],
        *project["dependency-groups"]["argos"],
    ]
    names = {_plain(requirement) for requirement in direct}
    depends = {entry["ref"]: entry.get("dependsOn", ()) for entry in made["dependencies"]}
    waiting = [c["bom-ref"] for c in made["components"] if _plain(c["name"]) in names]
    assert len(waiting) == len(names), "something that the program needs is not installed"
    shipped: set[str] = set()
    while waiting:
        reference = waiting.pop()
        if reference not in shipped:
            shipped.add(reference)
            waiting += depends.get(reference, ())
    return shipped


def _plain(requirement: str) -> str:
    name = requirement.split(";")[0]
    for mark in "<>=!~[ ":
        name = name.split(mark)[0]
    return name.lower().replace("_", "-").replace(".", "-")


def _of_the_system(folder: Path) -> list[dict[str, Any]]:
    """Libraries of this Debian system that went into the frozen folder."""
    owners: dict[str, dict[str, Any]] = {}
    for library in sorted((folder / "_internal").glob("lib*.so*")):
        if library.is_symlink():
            continue
        found = subprocess.run(
            ["dpkg-query", "--search", f"*/{library.name}"], capture_output=True, text=True
        )
        for line in found.stdout.splitlines()[:1]:
            package = line.split(":")[0]
            query = ["dpkg-query", "--show", "--showformat=${Version}", package]
            number = subprocess.run(query, capture_output=True, text=True).stdout
            text = Path("/usr/share/doc", package, "copyright")
            owners[package] = {
                "type": "library",
                "name": package,
                "version": number,
                "bom-ref": f"debian:{package}=={number}",
                "purl": f"pkg:deb/debian/{package}@{number}",
                "properties": [{"name": "reviewer:file", "value": library.name}],
                "licenses": [_named("see its copyright file", text)] if text.is_file() else [],
            }
    return list(owners.values())


def _python() -> dict[str, Any]:
    number = ".".join(map(str, sys.version_info[:3]))
    return {
        "type": "platform",
        "name": "Python",
        "version": number,
        "bom-ref": f"python=={number}",
        "licenses": [{"license": {"id": "PSF-2.0"}}],
    }


def _named(name: str, text: Path) -> dict[str, Any]:
    content = text.read_text("utf-8", errors="replace")
    return {"license": {"name": name, "text": {"content": content}}}


def _licences(component: dict[str, Any]) -> list[str]:
    found = []
    for entry in component.get("licenses", ()):
        licence = entry.get("license", {})
        name = entry.get("expression") or licence.get("id") or licence.get("name", "")
        if name and len(name) < 100 and not name.startswith("declared license file"):
            found.append(name)
    return list(dict.fromkeys(found))


def _texts(component: dict[str, Any]) -> list[str]:
    import base64

    found = []
    for entry in component.get("licenses", ()):
        text = entry.get("license", {}).get("text", {})
        content = text.get("content", "")
        if text.get("encoding") == "base64":
            content = base64.b64decode(content).decode("utf-8", errors="replace")
        if content:
            found.append(content)
    return list(dict.fromkeys(found))
