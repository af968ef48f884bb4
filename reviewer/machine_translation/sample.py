"""The toy packages that come with the program, for its sample and nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from reviewer.folders import data_folder
from reviewer.machine_translation.archive import inspect
from reviewer.machine_translation.errors import EngineError, PackageError
from reviewer.machine_translation.install import install
from reviewer.machine_translation.packages import InstalledPackage, installed_packages


def sample_packages(files: Iterable[Path], folder: Path | None = None) -> list[InstalledPackage]:
    """Install the package files in a folder of their own and return what is there.

    They never stand among the user's packages: what they know is the sample's few hundred
    sentences. A file that is installed already in the same version is left as it is, one
    that does not work here is left out.
    """
    folder = folder or data_folder() / "sample-packages"
    here = {(p.folder.name, p.metadata.version) for p in installed_packages(folder, [])}
    for file in files:
        try:
            contents = inspect(file)
            if (contents.folder, contents.metadata.version) not in here:
                install(file, own=folder)
        except (PackageError, EngineError):
            continue
    return [package for package in installed_packages(folder, []) if not package.problem]
