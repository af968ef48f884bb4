"""What a reviewer can do with one review, as operations with undo."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import asdict, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Concatenate, ParamSpec, Self

from reviewer.domain import BackTranslation, Pair
from reviewer.messages import Message, message
from reviewer.review.aligning import ReviewAlignment
from reviewer.review.deciding import ReviewDecisions
from reviewer.review.editing import ReviewEdits
from reviewer.review.history.undo_stack import ADD
from reviewer.review.model.errors import NotPossible
from reviewer.review.model.ignore_rules import IgnoreRule
from reviewer.review.model.lost_edits import LostEdit, from_setting, kept, setting_key
from reviewer.review.model.views import (
    ReviewChange,
)
from reviewer.review.operations.across_reviews import dismissed_in
from reviewer.review.operations.check_all import CheckedRows
from reviewer.review.operations.import_analysis import write_analysis
from reviewer.review.operations.keep_index import keep_index
from reviewer.review.operations.kept_rows import CountedRows
from reviewer.review.operations.recheck import PairCheck
from reviewer.review.operations.replace_translation import replace_translation
from reviewer.review.operations.runner import Listener, OperationRunner
from reviewer.review.operations.undo import travel
from reviewer.store.at_rest import Look
from reviewer.store.errors import StoreError
from reviewer.store.project import ProjectFile

if TYPE_CHECKING:
    from reviewer.analysis import Analysis, Comparison
    from reviewer.profiles import Profile
    from reviewer.store.memory import Memory


Values = ParamSpec("Values")


class Review(ReviewDecisions, ReviewEdits, ReviewAlignment):
    """One review, open. Each operation is in the file before it returns and before it shows.

    Every method that changes something raises a `ReviewerError` when the file cannot be
    written or the operation makes no sense for the row; the review then stands as before.
    `translation_id` is `TranslationInfo.id`, `row_key` is `Row.key`; an unknown one raises
    KeyError. Methods are for one thread; the cache of back-translations may be used from any.
    """

    copy_of: Path | None = None
    """The file that this is read from a copy of, since it cannot be written."""

    _is_closed = False

    @classmethod
    def create(
        cls,
        path: Path,
        analysis: Analysis,
        *,
        memory: Memory | None = None,
        check: PairCheck | None = None,
        replace: bool = False,
    ) -> Self:
        """A new review in a new file, which is there whole or not at all.

        With a `memory`, findings that were dismissed in other reviews are dismissed here,
        and this review's decisions are remembered. `check` is run on a row after an edit in
        place of all of `reviewer.checks`. Raises StoreError (ReviewExists unless `replace`).
        """
        dismissed = partial(dismissed_in, memory)
        project = ProjectFile.create(
            path, lambda file: write_analysis(file, analysis, dismissed), replace=replace
        )
        return cls._opened(project, memory, check)

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        memory: Memory | None = None,
        check: PairCheck | None = None,
        accept_losses: bool = False,
        take_over: bool = False,
        look: Look | None = None,
    ) -> Self:
        """Open a review. Raises StoreError, as `ProjectFile.open` says.

        `accept_losses` opens what is left after LostOperations, `take_over` one that
        another computer says it has open (OpenElsewhere). `look` gets the closed file before it
        is checked and read, for a `Glance`.
        """
        project = ProjectFile.open(
            path, accept_losses=accept_losses, take_over=take_over, look=look
        )
        return cls._opened(project, memory, check)

    @classmethod
    def _opened(cls, project: ProjectFile, memory: Memory | None, check: PairCheck | None) -> Self:
        try:
            return cls(OperationRunner(project, memory, check))
        except BaseException:
            project.close()
            raise

    def sign(self, author: str) -> None:
        """Whose name stands beside everything that is done from now on."""
        self._runner.project.author = author.strip()

    def close(self) -> Message | None:
        """Make the file one plain file again. A second call does nothing.

        Returns what its user must know of a review whose file is not at its place any more.
        """
        if not self._is_closed:
            self._is_closed = True
            # Without it the next opening takes longer, and nothing is lost.
            with suppress(StoreError):
                keep_index(self._runner, self.warnings)
        return self._runner.project.close()

    def discard(self) -> None:
        """Close it when its file is thrown away: nothing is kept for a next opening."""
        self._is_closed = True
        self._runner.project.discard()

    def go_on_in_moved_file(self) -> Path:
        """After NotTheSameFile: work on in the file under the name that it has now.

        Returns that name. Raises StoreError when the file is gone.
        """
        return self._runner.project.go_on_in_moved_file()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        said = self.close()
        if said and kind is None:
            raise StoreError(said)

    def carry_out(
        self,
        operation: Callable[Concatenate[OperationRunner, Values], ReviewChange],
        /,
        *values: Values.args,
        **named: Values.kwargs,
    ) -> ReviewChange:
        """Carry out an operation of `review/operations`, a function of the runner and `values`.

        Those that everybody needs have a method here besides; no other one needs any.
        """
        return operation(self._runner, *values, **named)

    def undo(self) -> ReviewChange | None:
        """Take the last step back, also one made before the review was opened."""
        return travel(self._runner, back=True)

    def redo(self) -> ReviewChange | None:
        """Do again what was undone last."""
        return travel(self._runner, back=False)

    @property
    def profile(self) -> Profile:
        """What the client wants: the copy that this review keeps."""
        return self._runner.profile()

    def pairs(self, *numbers: int) -> dict[int, list[tuple[str, Pair]]]:
        """What the checks see of all rows of these translations, by default of all, by the number
        of the translation: for `check_all`."""
        return self._runner.pairs(numbers or self._runner.translations.keys())

    def use_profile(self, profile: Profile, found: CheckedRows | None = None) -> ReviewChange:
        """Keep a copy of a profile, and check everything again by it.

        One step, of the first translation, which undo takes back in all of them; the profile
        itself stays. `found` is what `check_all` found by it in the `pairs`; a translation that
        was changed since is checked anew.
        """
        self._runner.use_profile(profile)
        label = message("Check by the profile “{name}”", name=profile.name)
        return self._runner.check_again(label, found)

    def count_in_background(self) -> None:
        """Compare an edit of a long translation with the rows around it only, until its rows have
        been counted (`wants_counting`); otherwise the first edit waits for that."""
        self._runner.count_in_background()

    def wants_counting(self, translation_id: int) -> bool:
        """Whether the rows of a translation are still to be counted."""
        return self._runner.wants_counting(translation_id)

    def counting(self, translation_id: int) -> Callable[[Callable[[float], None]], CountedRows]:
        """What counts the rows as they stand now, beside the review and on any thread. It tells
        the share done (0 to 1), and gives what `take_counted` takes."""
        return self._runner.counting(translation_id)

    def take_counted(self, translation_id: int, rows: CountedRows) -> None:
        """Go by rows that have been counted; what was edited meanwhile is counted again."""
        self._runner.take_counted(translation_id, rows)

    def go_back_to(self, step: int) -> tuple[ReviewChange, ...]:
        """Undo or redo until the review stands as it did just after a step of `timeline`; 0 is the
        beginning, as far as undo goes. Each is an undo or redo of its own, so that all can be done
        again. Raises NotPossible for a step that cannot be reached."""
        history = self._runner.history
        if step in history.undone_steps():
            back, many = False, len(history.undone_steps()) - history.undone_steps().index(step)
        elif step in history.done_steps() or not step:
            done = history.done_steps()
            back, many = True, len(done) - (done.index(step) + 1 if step else 0)
        else:
            raise NotPossible(
                message("Undo does not go back to there: a translation was added since.")
            )
        changes = (travel(self._runner, back=back) for _ in range(many))
        return tuple(change for change in changes if change)

    def set_place(self, translation_id: int, row_key: str, **view: object) -> None:
        """Keep where the reviewer is; `view` holds JSON values. Does not wait for the disk."""
        value = {"translation": translation_id, "row": row_key, "view": view}
        self._runner.project.write_setting("place", value, durable=False)

    def set_setting(self, key: str, value: object) -> None:
        """Keep a JSON value with this review; None forgets it."""
        self._runner.project.write_setting(f"setting.{key}", value)

    def forget_lost_edit(self, translation_id: int, edit: LostEdit) -> None:
        """Take a correction off the list of those without a place."""
        key = setting_key(self._state(translation_id).record.translation)
        left = [each for each in from_setting(self._runner.project.setting(key)) if each != edit]
        self._runner.project.write_setting(key, kept(None, left))

    def add_ignore_rule(self, translation_id: int, rule: IgnoreRule) -> ReviewChange:
        """Show nothing any more that `rule` covers, in this language pair."""
        self._runner.project.write_ignore_rule(*self._pair(translation_id), asdict(rule))
        return self._rules_changed(translation_id)

    def remove_ignore_rule(self, translation_id: int, rule: IgnoreRule) -> ReviewChange:
        """Show again what `rule` covers."""
        self._runner.project.remove_ignore_rule(*self._pair(translation_id), asdict(rule))
        return self._rules_changed(translation_id)

    def reload_translation(
        self, translation_id: int, comparison: Comparison, *, label: Message | None = None
    ) -> ReviewChange:
        """Take a newer version of a translation, as an analysis of `source_document()` has it.

        Decisions, corrections and links by hand stay on sentences that did not change;
        `ReviewChange.dropped` has the corrections that could not. Undo takes it back as one
        step, and goes on behind it.
        """
        number = self._state(translation_id).record.translation
        label = label or message("Load another version")
        dropped = replace_translation(self._runner, number, comparison, label)
        return replace(self._runner.announce_all(translation_id), dropped=dropped)

    def add_translation(self, comparison: Comparison) -> ReviewChange:
        """Add a translation, as an analysis of `source_document()` has it."""
        number = max(self._runner.translations, default=0) + 1
        replace_translation(self._runner, number, comparison, ADD)
        return self._runner.announce_all(number)

    def add_back_translations(
        self, translation_id: int, translations: Mapping[str, BackTranslation]
    ) -> ReviewChange:
        """Keep back-translations by sentence, show them and check their rows with them."""
        return self._runner.learn(self._state(translation_id), translations)

    def copy_to(
        self,
        path: Path,
        *,
        replace: bool = False,
        for_mail: bool = False,
        without_caches: bool = False,
    ) -> None:
        """Write the review as it stands now to another file, which must not exist unless
        `replace`, and is never replaced while it is open. One `for_mail` does not say where
        its texts lay, and may be without what can be made again (`without_caches`: the
        back-translations)."""
        self._runner.project.copy_to(
            path, replace=replace, for_mail=for_mail, without_caches=without_caches
        )

    def snapshot(self) -> bytes:
        """The review as it stands now, as the bytes of a file; see `temporary.copy_of`."""
        return self._runner.project.snapshot()

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call `listener(change)` after every change; returns what stops it."""
        self._runner.listeners.append(listener)
        return lambda: self._runner.listeners.remove(listener)

    def _pair(self, translation_id: int) -> tuple[str, str]:
        return self._runner.source.language, self._state(translation_id).text.language

    def _rules_changed(self, translation_id: int) -> ReviewChange:
        pair = self._pair(translation_id)
        for state in self._runner.translations.values():
            if state.text.language == pair[1]:
                state.rules = self._runner.rules(pair[1])
                state.forget_rows()
                self._runner.settled[state.record.translation].forget()
        return self._runner.announce_all(translation_id, structure=False)
