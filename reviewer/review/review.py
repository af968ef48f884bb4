"""What a reviewer can do with one review, as operations with undo."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from reviewer.domain import (
    BackTranslation,
    DecisionAction,
    Finding,
    Message,
    Severity,
    Span,
    message,
    plural,
)
from reviewer.review.history.undo_stack import ADD
from reviewer.review.model.errors import NotPossible
from reviewer.review.model.fingerprints import row_fingerprint
from reviewer.review.model.ignore_rules import IgnoreRule
from reviewer.review.model.lost_edits import LostEdit, from_setting, kept, setting_key
from reviewer.review.model.views import (
    ReviewChange,
    ReviewedFinding,
    SideName,
)
from reviewer.review.operations import find_by_hand, manual_alignment, page_furniture
from reviewer.review.operations.absorb_missing import absorb_missing
from reviewer.review.operations.decide import decide, status_versions
from reviewer.review.operations.edit_text import LONGEST_TEXT, edit_text
from reviewer.review.operations.edit_texts import edits_of
from reviewer.review.operations.import_analysis import write_analysis
from reviewer.review.operations.keep_index import keep_index
from reviewer.review.operations.realign_around_correction import newly_matched, realign_around
from reviewer.review.operations.recheck import PairCheck
from reviewer.review.operations.replace_translation import replace_translation
from reviewer.review.operations.runner import Listener, OperationRunner, dismissed_in
from reviewer.review.operations.split_row_text import one_line
from reviewer.review.operations.take_in_answers import Answers, take_in_answers
from reviewer.review.reading import ReviewReader
from reviewer.store.at_rest import Look
from reviewer.store.errors import StoreError
from reviewer.store.project import ProjectFile
from reviewer.store.records import DecisionVersion, Operation, Patch, SegmentVersion

if TYPE_CHECKING:
    from reviewer.analysis import Analysis, Comparison
    from reviewer.profiles import Profile
    from reviewer.store.memory import Memory


_LABELS: Mapping[DecisionAction, Message] = {
    "accept": message("Accept"),
    "dismiss": message("Dismiss"),
    "reopen": message("Reopen"),
    "comment": message("Comment"),
}


class Review(ReviewReader):
    """One review, open. Each operation is in the file before it returns and before it shows.

    Every method that changes something raises a `ReviewerError` when the file cannot be
    written or the operation makes no sense for the row; the review then stands as before.
    `translation_id` is `TranslationInfo.id`, `row_key` is `Row.key`; an unknown one raises
    KeyError. Methods are for one thread; the cache of back-translations may be used from any.
    """

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
    ) -> Review:
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
    ) -> Review:
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
    def _opened(
        cls, project: ProjectFile, memory: Memory | None, check: PairCheck | None
    ) -> Review:
        try:
            return cls(OperationRunner(project, memory, check))
        except BaseException:
            project.close()
            raise

    def sign(self, author: str) -> None:
        """Whose name stands beside everything that is done from now on."""
        self._runner.project.author = author.strip()

    def close(self) -> None:
        """Make the file one plain file again. A second call does nothing."""
        if not self._is_closed:
            self._is_closed = True
            # Without it the next opening takes longer, and nothing is lost.
            with suppress(StoreError):
                keep_index(self._runner, self.warnings)
        self._runner.project.close()

    def go_on_in_moved_file(self) -> Path:
        """After NotTheSameFile: work on in the file under the name that it has now.

        Returns that name. Raises StoreError when the file is gone.
        """
        return self._runner.project.go_on_in_moved_file()

    def __enter__(self) -> Review:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def decide(
        self,
        translation_id: int,
        row_key: str,
        fingerprint: str,
        action: DecisionAction,
        comment: str = "",
        *,
        only_here: bool = False,
    ) -> ReviewChange:
        """Accept, dismiss, reopen or comment a finding; a comment alone keeps the state.

        What is dismissed is so in other reviews too, unless `only_here`.

        An empty comment leaves the one that is there, unless the action is `comment`.
        """
        found = [
            one
            for one in self.row(translation_id, row_key).findings
            if one.fingerprint == fingerprint
        ]
        if not found:
            raise KeyError(fingerprint)
        if action == "dismiss":
            self._runner.keep_here([fingerprint], on=only_here)
        return self._decide(translation_id, row_key, found, action, comment)

    def forget_remembered(self, fingerprints: Iterable[str]) -> None:
        """Raise these findings again in other reviews. Raises StoreError."""
        self._runner.forget_remembered(fingerprints)

    def decide_all(
        self,
        translation_id: int,
        action: DecisionAction,
        *,
        check: str | None = None,
        fingerprints: Iterable[str] | None = None,
        comment: str = "",
    ) -> ReviewChange:
        """Decide all open findings, or those of one check, or those named, in one step."""
        named = None if fingerprints is None else set(fingerprints)
        index = self.index(translation_id)
        places = index.waiting if named is None else index.with_findings
        found = [
            (row.key, one)
            for place in places
            for row in (self.row(translation_id, index.keys[place]),)
            for one in row.findings
            if (one.fingerprint in named if named is not None else one.state == "open")
            and check in (None, one.finding.check)
        ]
        first = found[0][0] if found else ""
        return self._decide(translation_id, first, [one for _, one in found], action, comment)

    def comment(self, translation_id: int, row_key: str, text: str) -> ReviewChange:
        """Set the remark on a row as a whole."""
        row = self.row(translation_id, row_key)
        if row.relation is None:
            raise NotPossible(message("Page furniture takes no remarks."))
        if row.comment == text:
            return ReviewChange("decision", translation_id, ())
        name = row_fingerprint(row.source, row.target)
        version = DecisionVersion(translation_id, name, "comment", "open", text)
        operation = Operation("decision", message("Comment"), translation_id, row_key, text)
        return self._runner.perform(operation, Patch(decisions=(version,)))

    def add_finding(
        self,
        translation_id: int,
        row_key: str,
        category: str,
        severity: Severity,
        *,
        source_spans: Sequence[Span] = (),
        target_spans: Sequence[Span] = (),
        words: str = "",
    ) -> ReviewChange:
        """Note what the reviewer has found at some words of a row, or in the row as a whole."""
        state = self._state(translation_id)
        finding = find_by_hand.own_finding(
            state, row_key, category, severity, (source_spans, target_spans), words
        )
        patch = find_by_hand.with_finding(state, row_key, finding)
        return self._found(message("Own finding"), translation_id, row_key, finding, patch)

    def change_finding(
        self,
        translation_id: int,
        row_key: str,
        fingerprint: str,
        category: str,
        severity: Severity,
        words: str,
    ) -> ReviewChange:
        """Give an own finding another category, severity or text."""
        state = self._state(translation_id)
        finding = find_by_hand.changed_finding(
            state, row_key, fingerprint, category, severity, words
        )
        known = {one.fingerprint: one for one in state.row(row_key).findings}
        patch = find_by_hand.with_finding(state, row_key, finding, known[fingerprint].comment)
        return self._found(message("Change a finding"), translation_id, row_key, finding, patch)

    def remove_finding(self, translation_id: int, row_key: str, fingerprint: str) -> ReviewChange:
        """Take an own finding away."""
        state = self._state(translation_id)
        [found] = [one for one in state.row(row_key).findings if one.fingerprint == fingerprint]
        patch = find_by_hand.without_finding(state, row_key, fingerprint)
        label = message("Remove a finding")
        return self._found(label, translation_id, row_key, found.finding, patch)

    def mark_reviewed(
        self, translation_id: int, row_keys: Sequence[str], *, on: bool = True
    ) -> ReviewChange:
        """Say of rows that they are reviewed as they stand now, or take it back, in one step.

        A row whose text changes afterwards is not reviewed any more. Furniture has no status.
        """
        rows = [self.row(translation_id, key) for key in row_keys]
        versions = status_versions(translation_id, rows, on=on)
        if not versions:
            return ReviewChange("decision", translation_id, ())
        label = message("Reviewed") if on else message("Not reviewed")
        operation = Operation("decision", label, translation_id, row_keys[0])
        return self._runner.perform(operation, Patch(decisions=versions))

    def edit(
        self, translation_id: int, row_key: str, text: str, *, continued: bool = False
    ) -> ReviewChange:
        """Set the whole translation of a row; its findings are checked again.

        A row without a translation gets a new sentence, "" deletes what is there, and a
        line break becomes a space. `continued` makes it one undo step with the edit of the
        same row just before, for typing with pauses.
        """
        state = self._state(translation_id)
        if len(text) > LONGEST_TEXT:
            raise NotPossible(
                message(
                    "The text has {length} characters; a sentence has {most} at most.",
                    length=len(text),
                    most=LONGEST_TEXT,
                )
            )
        text = one_line(text) if text.strip() else ""
        if state.row(row_key).target == text:
            return ReviewChange("edit", translation_id, ())
        segments, make = edit_text(state, row_key, text)
        patch = self._runner.checked(translation_id, segments, make)
        first = (
            self._runner.history.continued("edit", translation_id, row_key) if continued else None
        )
        operation = Operation(
            "edit", message("Edit"), translation_id, row_key, text, continues=first
        )
        return self._runner.perform(operation, patch)

    def edit_all(
        self, translation_id: int, texts: Mapping[str, str], *, detail: Message | str = ""
    ) -> ReviewChange:
        """Set the translations of several rows, by key, in one step; `detail` says what was done.

        Only rows that have a translation, and only to a text: what a replacement would empty is
        for the reviewer to delete.
        """
        return self.edit_everywhere({translation_id: texts}, detail=detail)

    def edit_everywhere(
        self, texts: Mapping[int, Mapping[str, str]], *, detail: Message | str = ""
    ) -> ReviewChange:
        """`edit_all` in several translations, by their numbers: one step, of the first of them."""
        patches = {
            number: patch
            for number, some in texts.items()
            if (patch := edits_of(self._runner, self._state(number), some))
        }
        if not patches:
            return ReviewChange("edit", next(iter(texts), 0), ())
        number = next(iter(patches))
        first = next(
            key
            for key, text in texts[number].items()
            if self.row(number, key).target not in ("", one_line(text))
        )
        whole = Patch(
            tuple(one for patch in patches.values() for one in patch.segments),
            tuple(one for patch in patches.values() for one in patch.beads),
            tuple(one for patch in patches.values() for one in patch.decisions),
        )
        operation = Operation("edit", message("Replace"), number, first, detail)
        return self._runner.perform(operation, whole)

    def take_in(
        self, translation_id: int, answers: Answers, *, detail: Message | str = ""
    ) -> ReviewChange:
        """Do what was decided, edited and remarked elsewhere, as one step; `detail` says where."""
        keys = take_in_answers(self._runner, translation_id, answers, detail)
        if not keys:
            return ReviewChange("edit", translation_id, ())
        return self._all_changed(translation_id)

    def replace(
        self, translation_id: int, row_key: str, start: int, end: int, text: str
    ) -> ReviewChange:
        """Replace `[start:end]` of a row's translation, as a suggested fix does."""
        old = self.row(translation_id, row_key).target
        return self.edit(translation_id, row_key, old[:start] + text + old[end:])

    def match_edited(self, translation_id: int, row_key: str) -> ReviewChange:
        """Let the row that was just edited take in the missing sentences that it says now.

        For when the typing is over, and again when the new text has been translated back.
        It belongs to the step of the edit, and does nothing when something else was done since.
        `ReviewChange.matched` has the row's key when it took something in.
        """
        first = self._runner.history.continued("edit", translation_id, row_key)
        state = self._state(translation_id)
        beads = absorb_missing(state, row_key) if first is not None else ()
        if not beads:
            return ReviewChange("edit", translation_id, ())
        patch = self._runner.checked(translation_id, (), lambda _: beads)
        key = beads[0].key
        operation = Operation(
            "edit",
            message("Edit"),
            translation_id,
            key,
            state.row(row_key).target,
            continues=first,
        )
        return replace(self._runner.perform(operation, patch), matched=(key,))

    def link(self, translation_id: int, row_keys: Sequence[str]) -> ReviewChange:
        """Make one row of several. The change's first row is where to go on, as below.

        After this and each of the following corrections the rows beside it are aligned again,
        but for those that show a person's work; `ReviewChange.matched` has those that found another
        partner. It is one step with them.
        """
        rearranged = manual_alignment.linked(self._state(translation_id), row_keys)
        return self._rearrange(message("Link"), translation_id, rearranged)

    def unlink(self, translation_id: int, row_key: str) -> ReviewChange:
        """Take the two sides of a row apart: one is missing then, the other added."""
        rearranged = manual_alignment.unlinked(self._state(translation_id), row_key)
        self._runner.forget_link(translation_id, row_key)
        return self._rearrange(message("Unlink"), translation_id, rearranged)

    def merge_with_next(
        self, translation_id: int, row_key: str, side: SideName | None = None
    ) -> ReviewChange:
        """Merge a row with the next one, or draw only one side of that into it."""
        rearranged = manual_alignment.merged_with_next(self._state(translation_id), row_key, side)
        return self._rearrange(message("Merge"), translation_id, rearranged)

    def split(self, translation_id: int, row_key: str, side: SideName, cursor: int) -> ReviewChange:
        """Split a row at an offset in the text of one side, inside a sentence if need be."""
        rearranged = manual_alignment.split(self._state(translation_id), row_key, side, cursor)
        return self._rearrange(message("Split"), translation_id, rearranged)

    def move(self, translation_id: int, row_key: str, side: SideName, *, up: bool) -> ReviewChange:
        """Hand the first sentence of one side to the row above, or the last to that below."""
        rearranged = manual_alignment.moved(self._state(translation_id), row_key, side, up=up)
        label = message("Move up") if up else message("Move down")
        return self._rearrange(label, translation_id, rearranged)

    def set_aside(self, translation_id: int, row_keys: Sequence[str]) -> ReviewChange:
        """Call the sentences of these rows page furniture: they are compared no more.

        A sentence of the source is furniture in all translations.
        """
        segments = page_furniture.set_aside(self._state(translation_id), row_keys)
        return self._told_apart(message("Page furniture"), translation_id, row_keys[0], segments)

    def take_as_text(self, translation_id: int, row_keys: Sequence[str]) -> ReviewChange:
        """Call the page furniture of these rows text: it is compared, or missing, or added."""
        segments = page_furniture.taken_as_text(self._state(translation_id), row_keys)
        return self._told_apart(message("Text"), translation_id, row_keys[0], segments)

    def rows_of_block(self, translation_id: int, row_key: str) -> tuple[str, ...]:
        """The keys of the rows in the same paragraph of the file as this one."""
        return page_furniture.of_one_block(self._state(translation_id), row_key)

    def undo(self) -> ReviewChange | None:
        """Take the last step back, also one made before the review was opened."""
        return self._runner.travel(back=True)

    def redo(self) -> ReviewChange | None:
        """Do again what was undone last."""
        return self._runner.travel(back=False)

    @property
    def profile(self) -> Profile:
        """What the client wants: the copy that this review keeps."""
        return self._runner.profile()

    def use_profile(self, profile: Profile) -> list[ReviewChange]:
        """Keep a copy of a profile, and check everything again by it.

        One step in each translation, which undo takes back; the profile itself stays.
        """
        self._runner.use_profile(profile)
        label = message("Check by the profile “{name}”", name=profile.name)
        return [self._runner.check_again(number, label) for number in self._runner.translations]

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
                message("Undo does not go back to there: another version was loaded since.")
            )
        changes = (self._runner.travel(back=back) for _ in range(many))
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
        step and does not go back behind it.
        """
        number = self._state(translation_id).record.translation
        label = label or message("Load another version")
        dropped = replace_translation(self._runner, number, comparison, label)
        return replace(self._all_changed(translation_id), dropped=dropped)

    def add_translation(self, comparison: Comparison) -> ReviewChange:
        """Add a translation, as an analysis of `source_document()` has it."""
        number = max(self._runner.translations, default=0) + 1
        replace_translation(self._runner, number, comparison, ADD)
        return self._all_changed(number)

    def add_back_translations(
        self, translation_id: int, translations: Mapping[str, BackTranslation]
    ) -> ReviewChange:
        """Keep back-translations by sentence, show them and check their rows with them."""
        return self._runner.learn(self._state(translation_id), translations)

    def copy_to(self, path: Path) -> None:
        """Write the review as it stands now to another file, which must not exist."""
        self._runner.project.copy_to(path)

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call `listener(change)` after every change; returns what stops it."""
        self._runner.listeners.append(listener)
        return lambda: self._runner.listeners.remove(listener)

    def _pair(self, translation_id: int) -> tuple[str, str]:
        return self._runner.source.language, self._state(translation_id).text.language

    def _decide(
        self,
        translation_id: int,
        row_key: str,
        findings: Sequence[ReviewedFinding],
        action: DecisionAction,
        comment: str,
    ) -> ReviewChange:
        versions = decide(translation_id, findings, action, comment)
        if not versions:
            return ReviewChange("decision", translation_id, ())
        alone = len(findings) == 1
        said = (
            findings[0].finding.message
            if alone
            else plural("{n} finding", "{n} findings", len(versions))
        )
        operation = Operation("decision", _LABELS[action], translation_id, row_key, comment or said)
        change = self._runner.perform(operation, Patch(decisions=versions))
        if action == "dismiss":
            self._runner.describe(findings)
        return change

    def _found(
        self, label: Message, translation_id: int, row_key: str, finding: Finding, patch: Patch
    ) -> ReviewChange:
        operation = Operation("decision", label, translation_id, row_key, finding.message)
        return self._runner.perform(operation, patch)

    def _rearrange(
        self, label: Message, translation_id: int, rearranged: manual_alignment.Rearranged
    ) -> ReviewChange:
        patch = self._runner.checked(
            translation_id,
            rearranged.segments,
            lambda draft: realign_around(draft, rearranged),
        )
        found = newly_matched(self._state(translation_id), patch.beads)
        key = patch.beads[0].key
        change = self._runner.perform(Operation("alignment", label, translation_id, key), patch)
        self._runner.remember_links(translation_id, patch)
        return replace(change, matched=found)

    def _told_apart(
        self,
        label: Message,
        translation_id: int,
        row_key: str,
        segments: tuple[SegmentVersion, ...],
    ) -> ReviewChange:
        make = page_furniture.following(segments)
        patch = self._runner.checked(translation_id, segments, make, make)
        return self._runner.perform(Operation("alignment", label, translation_id, row_key), patch)

    def _rules_changed(self, translation_id: int) -> ReviewChange:
        pair = self._pair(translation_id)
        for state in self._runner.translations.values():
            if state.text.language == pair[1]:
                state.rules = self._runner.rules(pair[1])
                state.forget_rows()
                self._runner.settled[state.record.translation].forget()
        return self._all_changed(translation_id, structure=False)

    def _all_changed(self, translation_id: int, *, structure: bool = True) -> ReviewChange:
        keys = self._state(translation_id).order().keys
        return self._runner.announce(
            ReviewChange("translation" if structure else "rules", translation_id, keys, structure)
        )
