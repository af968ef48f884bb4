"""The commands of a window: each group made of what the window has, and of the others it needs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from reviewer.ui.background.services import Services
from reviewer.ui.background.spelling import Spelling
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
from reviewer.ui.commands.groups import CommandGroups, WindowCommands
from reviewer.ui.commands.history import HistoryCommands
from reviewer.ui.commands.inserting import InsertingCommands
from reviewer.ui.commands.lost_file import LostFile
from reviewer.ui.commands.names_and_terms import NamesAndTermsCommands
from reviewer.ui.commands.navigation import NavigationCommands
from reviewer.ui.commands.own_findings import OwnFindingCommands
from reviewer.ui.commands.ports import Ports
from reviewer.ui.commands.profile import ProfileCommands
from reviewer.ui.commands.reading import ReadingCommands
from reviewer.ui.commands.replacing import ReplaceCommands
from reviewer.ui.commands.reviews import Pages, ReviewCommands
from reviewer.ui.commands.search import SearchCommands
from reviewer.ui.commands.sets import SetCommands
from reviewer.ui.commands.spelling import SpellingCommands
from reviewer.ui.commands.tour import Tour
from reviewer.ui.commands.translations import TranslationCommands
from reviewer.ui.commands.view import ViewCommands
from reviewer.ui.dialogs.ask import Ask
from reviewer.ui.state.open_review import OpenReview
from reviewer.ui.state.open_set import OpenSet
from reviewer.ui.state.settings import Settings
from reviewer.ui.window_help import WindowHelp


@dataclass(frozen=True)
class WindowParts:
    """What a window has that commands are about; `pages` are those that it can show."""

    window: QWidget
    review: OpenReview
    documents: OpenSet
    ask: Ask
    settings: Settings
    services: Services
    spelling: Spelling
    help: WindowHelp
    pages: Pages


@dataclass(frozen=True)
class MadeCommands:
    """The groups, and two that are at work by themselves: the tour, and what is done when the
    file of the open review is lost."""

    groups: CommandGroups
    tour: Tour
    lost_file: LostFile


def window_commands(
    parts: WindowParts,
    show_packages: Callable[[], None],
    is_idle: Callable[[], bool],
    before_close: Callable[[], None],
) -> MadeCommands:
    """The commands of a window.

    `is_idle` says whether no work is under way that another language would end; `before_close`
    is called before a review is closed.
    """
    window, review, documents = parts.window, parts.review, parts.documents
    ask, settings, services = parts.ask, parts.settings, parts.services
    ports = Ports(review, ask, services, settings)
    translations = TranslationCommands(ports, window)
    profile = ProfileCommands(review, ask, settings, translations)
    glossary = GlossaryCommands(review, ask, settings, profile, translations.jobs)
    editing = EditingCommands(review, window)
    reviews = ReviewCommands(ports, parts.pages, before_close, window)
    navigation = NavigationCommands(review)
    tour = Tour(review, settings, reviews.open_sample, window)
    sets = SetCommands(
        ports, documents, reviews, parts.pages.show_start, navigation.first_finding, window
    )
    groups = CommandGroups(
        WindowCommands(
            window.close,
            show_packages,
            parts.help.choose_language,
            is_idle,
            parts.help.show_handbook,
            tour.begin,
            parts.help.show_palette,
            parts.help.show_keys,
            parts.help.change_keys,
            parts.help.write_key_card,
            parts.help.show_log,
            parts.help.show_releases,
            parts.help.show_about,
        ),
        reviews,
        CopiedReviewCommands(ports),
        translations,
        ExportCommands(ports, editing.complete, window),
        TableCommands(review, ask, editing.complete),
        editing,
        FindingCommands(review, ask, profile, parts.spelling),
        CommentCommands(review, ask),
        OwnFindingCommands(review, ask),
        HistoryCommands(review, ask),
        BookmarkCommands(review),
        InsertingCommands(review, ask),
        DraftCommands(review, services, translations),
        ReadingCommands(review),
        AlignmentCommands(review),
        navigation,
        GoToCommands(review, ask),
        SearchCommands(review, window),
        ReplaceCommands(review, ask),
        SpellingCommands(review, ask, parts.spelling),
        NamesAndTermsCommands(review, ask, glossary, window),
        glossary,
        ViewCommands(review, settings, window),
        profile,
        sets,
        FindInSetCommands(review, documents, sets, ask),
        Counting(review, window),
    )
    return MadeCommands(groups, tour, LostFile(ports, reviews))
