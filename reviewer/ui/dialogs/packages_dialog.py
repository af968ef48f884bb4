"""Translation packages: what is installed, installing from a file, fetching from the index."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTabWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reviewer.domain import ReviewerError
from reviewer.ui.background import package_jobs
from reviewer.ui.background.job_slot import JobSlot
from reviewer.ui.background.jobs import Work
from reviewer.ui.background.progress_line import ProgressLine
from reviewer.ui.dialogs import error_messages
from reviewer.ui.dialogs.file_filters import as_filters
from reviewer.ui.dialogs.questions import agreed
from reviewer.ui.look.dialog_buttons import alike
from reviewer.ui.look.drop_zone import dropped_files
from reviewer.ui.look.fit_screen import resize_on_screen
from reviewer.ui.look.widgets import Text, as_plain
from reviewer.ui.state.file_kinds import PACKAGE_SUFFIX
from reviewer.ui.state.settings import Settings
from reviewer.wording import language_name, language_title, listed, megabytes, onward, tr

_SUFFIXES = (PACKAGE_SUFFIX, ".zip")
"""Translation packages, and sentence encoders."""


class PackagesDialog(QDialog):
    """Goes online when "Look for packages" or "Download" is pressed, and only then."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._jobs = JobSlot(self, lets_go=False)
        self.setWindowTitle(tr("Translation packages"))
        self.setAcceptDrops(True)
        resize_on_screen(self, 760, 520)
        self.installed = _list(tr("Languages"), tr("Version"), tr("Size"), tr("Where"))
        self.available = _list(tr("Languages"), tr("Version"), tr("Size"))
        self._line = ProgressLine(self._jobs)
        self._install = QPushButton(tr("Install from a file…"))
        self._remove = QPushButton(tr("Remove"))
        self._look = QPushButton(tr("Look for packages"))
        self._download = QPushButton(tr("Download and install"))
        self._address = QLineEdit(settings.text("packages/index"))
        self._lay_out()
        self._connect()
        self._refresh()

    def install_file(self, path: Path) -> None:
        """Check and install a package file."""
        self._begin(
            package_jobs.installing(path), tr("Checking {path}", path=path.name), self._installed
        )

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(path.suffix in _SUFFIXES for path in dropped_files(event)):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.install_file(dropped_files(event)[0])

    def closeEvent(self, event: QCloseEvent) -> None:
        self._stop()
        super().closeEvent(event)

    def reject(self) -> None:
        self._stop()
        super().reject()

    def _lay_out(self) -> None:
        tabs = QTabWidget()
        tabs.addTab(self._installed_page(), tr("Installed"))
        tabs.addTab(self._available_page(), tr("Available online"))
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        alike(close)
        close.rejected.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(self._line, 1)
        foot.addWidget(close)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(16, 14, 16, 14)
        inside.setSpacing(10)
        inside.addWidget(
            Text(
                tr(
                    "A package translates one language into another on this computer. With one, "
                    "translations are read back into the source's language, as a hint for you and "
                    "for the alignment."
                )
            ).quiet()
        )
        inside.addWidget(tabs, 1)
        inside.addLayout(foot)

    def _installed_page(self) -> QWidget:
        page = QWidget()
        buttons = QHBoxLayout()
        buttons.addWidget(self._install)
        buttons.addWidget(self._remove)
        buttons.addStretch(1)
        inside = QVBoxLayout(page)
        inside.addWidget(self.installed, 1)
        inside.addLayout(buttons)
        return page

    def _available_page(self) -> QWidget:
        page = QWidget()
        self._address.setPlaceholderText(tr("The index of Argos Open Technologies"))
        self._address.setAccessibleName(tr("Address of the index"))
        self._look.setToolTip(tr("Goes online"))
        self._download.setToolTip(tr("Goes online"))
        address = QHBoxLayout()
        address.addWidget(Text(tr("Index"), wrap=False).quiet())
        address.addWidget(self._address, 1)
        address.addWidget(self._look)
        buttons = QHBoxLayout()
        buttons.addWidget(Text(tr("These two buttons go online; nothing else does.")).quiet(), 1)
        buttons.addWidget(self._download)
        inside = QVBoxLayout(page)
        inside.addLayout(address)
        inside.addWidget(self.available, 1)
        inside.addLayout(buttons)
        return page

    def _connect(self) -> None:
        self._install.clicked.connect(self._choose_file)
        self._remove.clicked.connect(self._remove_chosen)
        self._look.clicked.connect(self._look_online)
        self._download.clicked.connect(self._download_chosen)
        self._jobs.changed.connect(self._update)
        for view in (self.installed, self.available):
            view.itemSelectionChanged.connect(self._update)

    def _refresh(self) -> None:
        """List what is installed, and what can be reached through a third language."""
        from reviewer.machine_translation.encoder_packages import installed_encoders
        from reviewer.machine_translation.packages import installed_packages, usable_packages
        from reviewer.machine_translation.routes import indirect_routes

        packages = installed_packages()
        self.installed.clear()
        for package in packages:
            where = "" if package.ours else tr("another program's")
            if package.problem:
                columns = [package.folder.name, "", "", package.problem]
            else:
                columns = [
                    _languages(*package.metadata.pair),
                    package.metadata.version,
                    megabytes(package.size),
                    where,
                ]
            _add(self.installed, columns, package, str(package.folder))
        for way in indirect_routes(usable_packages(packages)):
            pair = _languages(way.languages[0], way.languages[-1])
            _add(
                self.installed,
                [pair, "", "", tr("through {pivot}", pivot=language_name(way.pivot))],
                None,
                "",
            )
        encoders = installed_encoders()
        for encoder in encoders:
            known = listed(sorted(map(language_name, encoder.languages)))
            columns = [
                tr("Sentence encoder {name}", name=encoder.folder.name),
                encoder.metadata.version,
                megabytes(encoder.size) if encoder.size else "",
                encoder.problem or known,
            ]
            _add(self.installed, columns, encoder, str(encoder.folder))
        if not packages and not encoders:
            _add(self.installed, [tr("No package is installed yet."), "", "", ""], None, "")
        self._update()

    def _choose_file(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self,
            tr("Install a package"),
            str(self._settings.folder),
            as_filters(tr("Packages (*{package_suffix} *.zip)", package_suffix=PACKAGE_SUFFIX)),
        )
        if name:
            self.install_file(Path(name))

    def _remove_chosen(self) -> None:
        from reviewer.machine_translation.encoder_packages import InstalledEncoder, remove_encoder
        from reviewer.machine_translation.install import remove

        package = _chosen(self.installed)
        if package is None:
            return
        more = tr("Back-translations that were made with it are kept.")
        if not agreed(
            self, tr("Remove {package}?", package=package.folder.name), more, tr("Remove")
        ):
            return
        try:
            if isinstance(package, InstalledEncoder):
                remove_encoder(package)
            else:
                remove(package)
        except ReviewerError as error:
            error_messages.show(self, error, tr("The package was not removed."))
        self._refresh()

    def _look_online(self) -> None:
        address = self._address.text().strip()
        self._settings.keep_text("packages/index", address)
        self.look(address)

    def look(self, address: str) -> None:
        """Fetch the index at `address` ("" for the usual one). Goes online."""
        self._begin(package_jobs.looking(address), tr("Looking"), self._show_available)

    def _show_available(self, offered: list[Any]) -> None:
        self.available.clear()
        for package in offered:
            columns = [_languages(*package.pair), package.version, megabytes(package.size)]
            _add(self.available, columns, package, package.name)

    def _download_chosen(self) -> None:
        if package := _chosen(self.available):
            words = tr("Downloading {languages}", languages=_languages(*package.pair))
            self._begin(package_jobs.downloading(package), words, self._installed)

    def _installed(self, _package: Any) -> None:
        self._refresh()

    def _begin(self, doing: Work, words: str, then: Callable[[Any], None]) -> None:
        job = self._jobs.begin(
            doing,
            then,
            failed=lambda error: error_messages.show(self, error, tr("That did not work.")),
        )
        if job:
            self._line.follow(job, words)

    def _stop(self) -> None:
        self._jobs.end()

    def _update(self) -> None:
        idle = not self._jobs.busy()
        package = _chosen(self.installed)
        self._install.setEnabled(idle)
        self._look.setEnabled(idle)
        self._remove.setEnabled(idle and package is not None and package.ours)
        self._download.setEnabled(idle and _chosen(self.available) is not None)


def _list(*titles: str) -> QTreeWidget:
    view = QTreeWidget()
    view.setHeaderLabels(titles)
    view.setRootIsDecorated(False)
    view.setUniformRowHeights(True)
    view.setAlternatingRowColors(True)
    view.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    view.header().setStretchLastSection(False)
    for column in range(1, len(titles)):
        view.header().setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
    view.setAccessibleName(titles[0])
    return view


def _add(view: QTreeWidget, columns: list[str], package: Any, tip: str) -> None:
    item = QTreeWidgetItem(columns)
    item.setData(0, Qt.ItemDataRole.UserRole, package)
    for column in range(len(columns)):
        item.setToolTip(column, as_plain(tip or columns[-1]))
    if package is None:
        item.setDisabled(True)
    view.addTopLevelItem(item)


def _chosen(view: QTreeWidget) -> Any:
    items = view.selectedItems()
    return items[0].data(0, Qt.ItemDataRole.UserRole) if items else None


def _languages(from_code: str, to_code: str) -> str:
    return f"{language_title(from_code)} {onward()} {language_name(to_code)}"
