"""`reviewer packages`: list, install, remove, find and download translation packages."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from reviewer.cli.progress import Bar
from reviewer.domain import ReviewerError
from reviewer.messages import message
from reviewer.wording import in_words, megabytes, tr

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
            _say(_unusable(package.folder.name, package.problem))
            continue
        facts = [_version(package.metadata), megabytes(package.size)]
        facts += [] if package.ours else [tr("another program's")]
        _say(f"{_pair(package.metadata)}  {', '.join(facts)}, {package.folder}")
    for route in indirect_routes(usable_packages(packages)):
        through = tr("through {language}", language=route.pivot)
        _say(f"{route.languages[0]}-{route.languages[-1]}  {through}")
    encoders = installed_encoders()
    for encoder in encoders:
        if encoder.problem:
            _say(_unusable(encoder.folder.name, encoder.problem))
            continue
        spoken = " ".join(sorted(encoder.languages))
        _say(f"{encoder.evidence}  {tr('for {languages}', languages=spoken)}, {encoder.folder}")
    if not packages and not encoders:
        _say(tr("No package is installed. `reviewer packages available` shows what there is."))
    return 0


def _install(options: argparse.Namespace) -> int:
    from reviewer.machine_translation.encoder_packages import holds_encoder, install_encoder
    from reviewer.machine_translation.install import install

    with Bar(sys.stderr) as bar:
        if holds_encoder(options.file):
            encoder = install_encoder(options.file, progress=_bytes(bar, tr("Installing")))
            spoken = " ".join(sorted(encoder.languages))
            _say(
                tr(
                    "The {encoder} is installed. It knows {languages}.",
                    encoder=encoder.evidence,
                    languages=spoken,
                )
            )
            return 0
        package = install(options.file, progress=_bytes(bar, tr("Installing")))
    _say_installed(_pair(package.metadata), package.metadata.version)
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
        _say(tr("{name} is removed.", name=options.name))
        return 0
    if not found:
        raise ReviewerError(message("No package {options} is installed.", options=options.name))
    remove(next((package for package in found if package.ours), found[0]))
    _say(tr("{name} is removed.", name=options.name))
    return 0


def _available(options: argparse.Namespace) -> int:
    from reviewer.machine_translation.index import available_packages, with_sizes

    for package in with_sizes(available_packages(options.index)):
        _say(f"{_pair(package)}  {_version(package)}, {megabytes(package.size)}")
    return 0


def _download(options: argparse.Namespace) -> int:
    from reviewer.machine_translation.download import download
    from reviewer.machine_translation.index import available_packages
    from reviewer.machine_translation.install import install

    offered = {_pair(package): package for package in available_packages(options.index)}
    if options.pair not in offered:
        raise ReviewerError(message("The index has no package {pair}.", pair=options.pair))
    with Bar(sys.stderr) as bar:
        path = download(offered[options.pair], progress=_bytes(bar, tr("Downloading")))
        package = install(path, progress=_bytes(bar, tr("Installing")))
        path.unlink(missing_ok=True)
    _say_installed(options.pair, package.metadata.version)
    return 0


def _pair(metadata: Any) -> str:
    return "-".join(metadata.pair)


def _version(package: Any) -> str:
    return tr("version {version}", version=package.version)


def _unusable(name: str, problem: str) -> str:
    return tr("{name}: cannot be used. {problem}", name=name, problem=in_words(problem))


def _say_installed(pair: str, version: str) -> None:
    _say(tr("{pair} version {version} is installed.", pair=pair, version=version))


def _bytes(bar: Bar, words: str) -> Callable[[int, int], None]:
    def show(done: int, total: int) -> None:
        bar.show(f"{words}, {megabytes(done)}", done / total if total else 0.0)

    return show


def _say(line: str) -> None:
    print(line)  # noqa: T201
