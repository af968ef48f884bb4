"""`reviewer packages`: list, install, remove, find and download translation packages."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from reviewer.cli.progress import Bar
from reviewer.domain import ReviewerError, message

NAME = "packages"


def add_to(commands: Any) -> None:
    """Add the command to the parser's commands."""
    parser = commands.add_parser(
        NAME,
        help="the Argos packages that translate back",
        description="Only `available` and `download` go online, and only when you run them.",
    )
    actions = parser.add_subparsers(metavar="ACTION", required=True)
    listing = actions.add_parser("list", help="what is installed, and routes through a third")
    listing.set_defaults(run=_list)
    installing = actions.add_parser(
        "install", help="install a .argosmodel file, or an encoder's file or folder"
    )
    installing.add_argument("file", type=Path, metavar="FILE", help="an .argosmodel file")
    installing.set_defaults(run=_install)
    removing = actions.add_parser("remove", help="remove an installed package")
    removing.add_argument("name", metavar="PAIR", help="such as de-en, or the folder's name")
    removing.set_defaults(run=_remove)
    available = actions.add_parser("available", help="what the index offers (goes online)")
    available.add_argument("--index", default="", metavar="ADDRESS", help="of another index")
    available.set_defaults(run=_available)
    downloading = actions.add_parser("download", help="fetch and install a pair (goes online)")
    downloading.add_argument("pair", metavar="PAIR", help="such as de-en")
    downloading.add_argument("--index", default="", metavar="ADDRESS", help="of another index")
    downloading.set_defaults(run=_download)


def _list(_: argparse.Namespace) -> int:
    from reviewer.machine_translation.encoder_packages import installed_encoders
    from reviewer.machine_translation.packages import installed_packages, usable_packages
    from reviewer.machine_translation.routes import indirect_routes

    packages = installed_packages()
    for package in packages:
        if package.problem:
            _say(f"{package.folder.name}: cannot be used. {package.problem}")
            continue
        owner = "" if package.ours else ", another program's"
        _say(
            f"{_pair(package.metadata)}  version {package.metadata.version}, "
            f"{_megabytes(package.size)}{owner}, {package.folder}"
        )
    for route in indirect_routes(usable_packages(packages)):
        _say(f"{route.languages[0]}-{route.languages[-1]}  through {route.pivot}")
    encoders = installed_encoders()
    for encoder in encoders:
        if encoder.problem:
            _say(f"{encoder.folder.name}: cannot be used. {encoder.problem}")
            continue
        spoken = " ".join(sorted(encoder.languages))
        _say(f"{encoder.evidence}  for {spoken}, {encoder.folder}")
    if not packages and not encoders:
        _say("No package is installed. `reviewer packages available` shows what there is.")
    return 0


def _install(options: argparse.Namespace) -> int:
    from reviewer.machine_translation.encoder_packages import holds_encoder, install_encoder
    from reviewer.machine_translation.install import install

    with Bar(sys.stderr) as bar:
        if holds_encoder(options.file):
            encoder = install_encoder(options.file, progress=_bytes(bar, "Installing"))
            spoken = " ".join(sorted(encoder.languages))
            _say(f"The {encoder.evidence} is installed. It knows {spoken}.")
            return 0
        package = install(options.file, progress=_bytes(bar, "Installing"))
    _say(f"{_pair(package.metadata)} version {package.metadata.version} is installed.")
    return 0


def _remove(options: argparse.Namespace) -> int:
    from reviewer.machine_translation.encoder_packages import installed_encoders, remove_encoder
    from reviewer.machine_translation.install import remove
    from reviewer.machine_translation.packages import installed_packages

    found = [
        package
        for package in installed_packages()
        if options.name in (package.folder.name, _pair(package.metadata))
    ]
    encoders = [one for one in installed_encoders() if one.folder.name == options.name]
    if encoders and not found:
        remove_encoder(encoders[0])
        _say(f"{options.name} is removed.")
        return 0
    if not found:
        raise ReviewerError(message("No package {options} is installed.", options=options.name))
    remove(next((package for package in found if package.ours), found[0]))
    _say(f"{options.name} is removed.")
    return 0


def _available(options: argparse.Namespace) -> int:
    from reviewer.machine_translation.index import available_packages, with_sizes

    for package in with_sizes(available_packages(options.index)):
        size = _megabytes(package.size) if package.size else "size unknown"
        _say(f"{_pair(package)}  version {package.version}, {size}")
    return 0


def _download(options: argparse.Namespace) -> int:
    from reviewer.machine_translation.download import download
    from reviewer.machine_translation.index import available_packages
    from reviewer.machine_translation.install import install

    offered = {_pair(package): package for package in available_packages(options.index)}
    if options.pair not in offered:
        raise ReviewerError(message("The index has no package {pair}.", pair=options.pair))
    with Bar(sys.stderr) as bar:
        path = download(offered[options.pair], progress=_bytes(bar, "Downloading"))
        package = install(path, progress=_bytes(bar, "Installing"))
        path.unlink(missing_ok=True)
    _say(f"{options.pair} version {package.metadata.version} is installed.")
    return 0


def _pair(metadata: Any) -> str:
    return "-".join(metadata.pair)


def _megabytes(size: int) -> str:
    return f"{size / 1e6:.1f} MB"


def _bytes(bar: Bar, words: str) -> Callable[[int, int], None]:
    def show(done: int, total: int) -> None:
        bar.show(f"{words}, {_megabytes(done)}", done / total if total else 0.0)

    return show


def _say(line: str) -> None:
    print(line)  # noqa: T201
