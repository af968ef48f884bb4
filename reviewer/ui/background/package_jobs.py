"""What the packages dialog has done off the GUI thread. Only two of these go online."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from reviewer.ui.background.jobs import Progress, Work
from reviewer.wording import megabytes, tr


def installing(path: Path) -> Work:
    """The work that checks and installs a package file."""

    def work(progress: Progress, cancelled: Callable[[], bool]) -> Any:
        from reviewer.machine_translation.encoder_packages import holds_encoder, install_encoder
        from reviewer.machine_translation.install import install

        told = _told(progress, tr("Installing"))
        if holds_encoder(path):
            return install_encoder(path, progress=told, cancelled=cancelled)
        return install(path, progress=told, cancelled=cancelled)

    return work


def looking(address: str) -> Work:
    """The work that fetches the index at `address` ("" for the usual one). Goes online."""

    def work(progress: Progress, cancelled: Callable[[], bool]) -> Any:
        from reviewer.machine_translation.index import available_packages, with_sizes

        progress(tr("Fetching the list of packages"), 0.2)
        offered = available_packages(address, cancelled=cancelled)
        progress(tr("Asking for their sizes"), 0.6)
        return with_sizes(offered, cancelled=cancelled)

    return work


def downloading(package: Any) -> Work:
    """The work that fetches and installs a package of the index. Goes online."""

    def work(progress: Progress, cancelled: Callable[[], bool]) -> Any:
        from reviewer.machine_translation.download import download
        from reviewer.machine_translation.install import install

        path = download(package, progress=_told(progress, tr("Downloading")), cancelled=cancelled)
        installed = install(path, progress=_told(progress, tr("Installing")), cancelled=cancelled)
        path.unlink(missing_ok=True)
        return installed

    return work


def _told(progress: Progress, words: str) -> Callable[[int, int], None]:
    def tell(done: int, total: int) -> None:
        progress(f"{words}, {megabytes(done)}", done / total if total else 0.0)

    return tell
