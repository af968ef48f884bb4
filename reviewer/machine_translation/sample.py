"""The toy packages that come with the program, for its sample and nothing else."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from pathlib import Path

from reviewer.folders import data_folder
from reviewer.machine_translation.archive import inspect
from reviewer.machine_translation.errors import EngineError, PackageError, ProgramIncomplete
from reviewer.machine_translation.install import install
from reviewer.machine_translation.packages import InstalledPackage, installed_packages


def sample_packages(files: Iterable[Path], folder: Path | None = None) -> list[InstalledPackage]:
    """Install the package files in a folder of their own and return what is there.

    They never stand among the user's packages: what they know is the sample's few hundred
    sentences. A file that is installed already in the same version is left as it is, one
    that does not work here is left out, and the log says so. Raises ProgramIncomplete when it
    is the program that does not work.
    """
    folder = folder or data_folder() / "sample-packages"
    here = {(p.folder.name, p.metadata.version) for p in installed_packages(folder, [])}
    for file in files:
        try:
            contents = inspect(file)
            if (contents.folder, contents.metadata.version) not in here:
                install(file, own=folder)
        except ProgramIncomplete:
            raise
        except (PackageError, EngineError) as error:
            logging.getLogger(__name__).warning("The sample goes without %s: %s", file.name, error)
    return [package for package in installed_packages(folder, []) if not package.problem]
