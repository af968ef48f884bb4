"""Files that are let go over the window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from reviewer.ui.commands.groups import CommandGroups
from reviewer.ui.dialogs.ask import Ask
from reviewer.ui.state.file_kinds import PACKAGE_SUFFIX, is_kept
from reviewer.ui.state.open_review import OpenReview
from reviewer.wording import listed, tr


class DroppedFiles:
    """Reviews and sets are opened, packages shown; texts begin a new review or, where one is open,
    become part of it as the user wants.

    `open_file` opens a review or a set, `begin_with` takes files in on the first page.
    """

    def __init__(
        self,
        review: OpenReview,
        ask: Ask,
        by: CommandGroups,
        open_file: Callable[[Path], None],
        begin_with: Callable[[list[Path]], None],
    ) -> None:
        self._review = review
        self._ask = ask
        self._by = by
        self._open_file = open_file
        self._begin_with = begin_with

    def take(self, paths: Sequence[Path]) -> None:
        """Do what these files are for."""
        kept = [path for path in paths if is_kept(path)]
        if not paths or not self._by.reviews.is_idle():
            return
        if kept:
            self._open_file(kept[0])
        elif any(path.suffix == PACKAGE_SUFFIX for path in paths):
            self._by.window.show_packages()
        elif not self._by.sets.can_close():
            self._begin_with(list(paths))
        else:
            self._ask_about(list(paths))

    def _ask_about(self, paths: list[Path]) -> None:
        translations, language = self._by.translations, self._review.names()[1]
        offers: list[tuple[str, Callable[[], object]]] = []
        if len(paths) == 1 and paths[0].is_file() and translations.can_begin():
            [path] = paths
            offers.append((tr("Add as a translation"), lambda: translations.add_translation(path)))
            if not self._review.overview:
                offers.append(
                    (
                        tr("New version of {language}", language=language),
                        lambda: translations.load_new_version(path),
                    )
                )
        offers.append((tr("Begin a new review"), lambda: self._begin_anew(paths)))
        chosen = self._ask.choose(
            tr("What is to be done with {paths}?", paths=listed(path.name for path in paths)),
            tr("A new review closes the one that is open. All that was done in it is kept."),
            [words for words, _ in offers],
            grave=False,
        )
        if chosen >= 0:
            offers[chosen][1]()

    def _begin_anew(self, paths: list[Path]) -> None:
        self._by.sets.new_review()
        self._begin_with(paths)
