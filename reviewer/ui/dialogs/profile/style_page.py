"""How the client wants a translation to be written."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QFormLayout, QVBoxLayout, QWidget

from reviewer.checks.style import STYLE_KEYS, StyleKey, written
from reviewer.profiles.editing import ProfileFile
from reviewer.profiles.profile import ALL_LANGUAGES
from reviewer.ui.look.widgets import Text
from reviewer.wording import language_name, tr

_QUOTES = ("„…“", "“…”", "«…»", "»…«", "”…”", '"…"', "「…」")
_NUMBERS = ("12.345", "12,345", "12 345", "12’345", "12345")

Wanted = dict[tuple[str, StyleKey], str]


class StylePage(QWidget):
    """Quotation marks, number format and address, for all languages or for one. `languages` are
    those of the open review; `begins` is the one that is shown first: what is right for the
    translation in sight is rarely right for all."""

    def __init__(
        self,
        languages: Sequence[str],
        begins: str = ALL_LANGUAGES,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._own_languages, self._begins = languages, begins
        self._wanted: Wanted = {}
        self._showing = False
        self.language = QComboBox()
        self.boxes: dict[StyleKey, QComboBox] = {key: QComboBox() for key in STYLE_KEYS}
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.addRow(tr("For trans&lations into"), self.language)
        form.addRow(tr("&Quotation marks"), self.boxes["quotes"])
        form.addRow(tr("Long &numbers"), self.boxes["numbers"])
        form.addRow(tr("Ad&dress of the reader"), self.boxes["address"])
        for key, box in self.boxes.items():
            box.addItem(tr("No rule"), "")
            for value, said in _choices(key):
                box.addItem(said, value)
            box.currentIndexChanged.connect(self._chosen)
        self.language.currentIndexChanged.connect(self._show_language)
        inside = QVBoxLayout(self)
        inside.addWidget(
            Text(
                tr(
                    "What is written otherwise is one finding in a translation, with a fix for all "
                    "places. No rule: only what differs from the rest of the translation."
                )
            ).quiet()
        )
        inside.addLayout(form)
        inside.addStretch(1)

    def show_profile(self, file: ProfileFile) -> None:
        """Show what a file says."""
        tags = dict.fromkeys([ALL_LANGUAGES, *self._own_languages, *file.styles()])
        self._wanted = {(tag, key): file.style(key, tag) for tag in tags for key in STYLE_KEYS}
        self._showing = True
        self.language.clear()
        for tag in tags:
            name = tr("all languages") if tag == ALL_LANGUAGES else language_name(tag)
            self.language.addItem(name, tag)
        # A style that the file has for all is not to be hidden behind one that it has not.
        for_all = any(self._wanted[ALL_LANGUAGES, key] for key in STYLE_KEYS)
        begins = ALL_LANGUAGES if for_all else self._begins
        self.language.setCurrentIndex(max(0, self.language.findData(begins)))
        self._showing = False
        self._show_language()

    def write_to(self, file: ProfileFile) -> None:
        """Put what is chosen into a file."""
        for (tag, key), text in self._wanted.items():
            file.set_style(key, tag, text)

    def _show_language(self, *_what: object) -> None:
        if self._showing:
            return
        self._showing = True
        for key, box in self.boxes.items():
            text = self._wanted.get((self.language.currentData(), key), "")
            place = box.findData(written(key, text) or text)
            if place < 0:
                box.addItem(text, text)
                place = box.count() - 1
            box.setCurrentIndex(place)
        self._showing = False

    def _chosen(self, *_what: object) -> None:
        if self._showing:
            return
        for key, box in self.boxes.items():
            at = self.language.currentData(), key
            text = str(box.currentData())
            if text != (written(key, self._wanted[at]) or self._wanted[at]):
                self._wanted[at] = text


def _choices(key: StyleKey) -> list[tuple[str, str]]:
    """The values of a style, as `written` gives them, and what a reader calls them."""
    if key == "address":
        return [("formal", tr("formal")), ("informal", tr("informal"))]
    return [(written(key, text) or "", text) for text in (_QUOTES if key == "quotes" else _NUMBERS)]
