"""Who carries the commands out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from reviewer.ui.background.job_slot import JobSlot
from reviewer.ui.commands.alignment import AlignmentCommands
from reviewer.ui.commands.apply_table import TableCommands
from reviewer.ui.commands.bookmarks import BookmarkCommands
from reviewer.ui.commands.comments import CommentCommands
from reviewer.ui.commands.copied_review import CopiedReviewCommands
from reviewer.ui.commands.counting import Counting
from reviewer.ui.commands.drafting import DraftCommands
from reviewer.ui.commands.editing import EditingCommands
from reviewer.ui.commands.export import ExportCommands
from reviewer.ui.commands.find_in_set import FindInSetCommands
from reviewer.ui.commands.findings import FindingCommands
from reviewer.ui.commands.glossary import GlossaryCommands
from reviewer.ui.commands.go_to import GoToCommands
from reviewer.ui.commands.history import HistoryCommands
from reviewer.ui.commands.inserting import InsertingCommands
from reviewer.ui.commands.names_and_terms import NamesAndTermsCommands
from reviewer.ui.commands.navigation import NavigationCommands
from reviewer.ui.commands.own_findings import OwnFindingCommands
from reviewer.ui.commands.profile import ProfileCommands
from reviewer.ui.commands.reading import ReadingCommands
from reviewer.ui.commands.replacing import ReplaceCommands
from reviewer.ui.commands.reviews import ReviewCommands
from reviewer.ui.commands.search import SearchCommands
from reviewer.ui.commands.sets import SetCommands
from reviewer.ui.commands.spelling import SpellingCommands
from reviewer.ui.commands.translations import TranslationCommands
from reviewer.ui.commands.view import ViewCommands
from reviewer.ui.state.command import Command

Line = Command | None
"""A command in a menu; None is a separator."""


@dataclass(frozen=True)
class WindowCommands:
    """What only the window itself can do."""

    quit: Callable[[], object]
    show_packages: Callable[[], object]
    choose_language: Callable[[], object]
    can_choose_language: Callable[[], bool]
    show_handbook: Callable[[], object]
    begin_tour: Callable[[], object]
    show_palette: Callable[[], object]
    show_keys: Callable[[], object]
    change_keys: Callable[[], object]
    write_key_card: Callable[[], object]
    show_log_folder: Callable[[], object]
    show_releases: Callable[[], object]
    show_about: Callable[[], object]


@dataclass(frozen=True)
class CommandGroups:
    """Who carries the commands out."""

    window: WindowCommands
    reviews: ReviewCommands
    copies: CopiedReviewCommands
    translations: TranslationCommands
    export: ExportCommands
    tables: TableCommands
    editing: EditingCommands
    findings: FindingCommands
    comments: CommentCommands
    own_findings: OwnFindingCommands
    history: HistoryCommands
    bookmarks: BookmarkCommands
    inserting: InsertingCommands
    drafting: DraftCommands
    reading: ReadingCommands
    alignment: AlignmentCommands
    navigation: NavigationCommands
    go_to: GoToCommands
    search: SearchCommands
    replacing: ReplaceCommands
    spelling: SpellingCommands
    names: NamesAndTermsCommands
    glossary: GlossaryCommands
    view: ViewCommands
    profile: ProfileCommands
    sets: SetCommands
    find_in_set: FindInSetCommands
    counting: Counting

    def slots(self) -> list[JobSlot]:
        """Where jobs may be running."""
        return [
            self.reviews.making,
            self.reviews.warming_up,
            self.reviews.getting_ready,
            self.translations.jobs,
            self.export.jobs,
            self.editing.deleted.jobs,
            self.counting.jobs,
            self.spelling.jobs,
            self.names.jobs,
        ]
