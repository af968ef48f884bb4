"""The project file: one review, one SQLite database, one plain file when it is closed."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from reviewer.formats.atomic import make_durable
from reviewer.formats.unfinished import remove_old, unfinished
from reviewer.messages import Message, message
from reviewer.store import last_state, seal
from reviewer.store.at_rest import Look
from reviewer.store.closing import closed, kept
from reviewer.store.connections import (
    begin,
    check_name,
    close_untouched,
    emptied,
    in_memory,
    logged,
    migrated,
    reconnected,
    serialized,
)
from reviewer.store.copying import copy_of
from reviewer.store.errors import (
    NotTheSameFile,
    ReviewExists,
    StoreError,
    in_use,
    not_a_review,
    told_plainly,
)
from reviewer.store.guard import Guard
from reviewer.store.held import Held
from reviewer.store.lock import read_note, refuse_other_computer
from reviewer.store.mailing import made_for_mail
from reviewer.store.migrations import STEPS, Step
from reviewer.store.new_file import new_and_empty, remove, taking_the_place_of
from reviewer.store.open_file import OpenFile, is_failed_drive
from reviewer.store.opening import opened
from reviewer.store.records import Operation, Patch
from reviewer.store.writes import Writes

_LONGEST_LOG = 4 << 20  # bytes; about what SQLite's own limit of 1,000 pages comes to


class ProjectFile(Writes):
    """A review's file, open and locked. May be used from any thread, one at a time.

    What a method has written is on the disk when the method returns (WAL with
    synchronous=FULL), in the file that the path led to when it began. One that raises has
    written nothing; NotTheSameFile says that the path leads elsewhere by now, and every
    later writing raises it again.
    """

    def __init__(
        self, path: Path, connection: sqlite3.Connection, held: Held | None = None
    ) -> None:
        super().__init__(path, connection, held.guard if held else Guard(connection))
        self._held = held
        self._depth = 0
        self._acknowledged = 0
        self.author = ""
        """Who works on the review, for every operation from now on."""

    @property
    def notices(self) -> tuple[Message, ...]:
        """What was found at the opening that its user should know, in words."""
        return tuple(self._held.notices) if self._held else ()

    @classmethod
    def create(
        cls,
        path: Path,
        fill: Callable[[ProjectFile], None],
        *,
        replace: bool = False,
        steps: Sequence[Step] = STEPS,
    ) -> ProjectFile:
        """A new file holding what `fill` writes. It comes into being whole or not at all.

        Raises ReviewExists unless `replace`, ReviewInUse, NameTooLong, ReadOnlyPlace, DiskFull.
        """
        with told_plainly(path):
            check_name(path)
            there = os.path.lexists(path)
            if there and not replace:
                raise ReviewExists(
                    message("{path} exists already. Open it, or choose another name.", path=path)
                )
            if there and not path.is_file():
                raise not_a_review(path)
            real = Path(os.path.realpath(path))
            refuse_other_computer(real, read_note(real))
            with taking_the_place_of(real) as put:
                building = unfinished(real, "review.new")
                try:
                    _build(building, fill, steps)
                    put(building)
                    make_durable(real.parent)
                    last_state.forget(real)
                finally:
                    with contextlib.suppress(OSError):
                        remove(building)
        return cls.open(path, steps=steps, take_over=True)

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        steps: Sequence[Step] = STEPS,
        accept_losses: bool = False,
        take_over: bool = False,
        look: Look | None = None,
    ) -> ProjectFile:
        """Open an existing file, bringing an older version up to date (a copy is kept).

        `look` gets the file as it lies there, if it was closed properly, before it is checked.

        Raises ReviewMissing, NotAReview, ForeignReview, NewerReview, ReviewInUse (OpenElsewhere
        unless `take_over`), NameTooLong, ReadOnlyPlace, DiskFull, DamagedReview or, unless
        `accept_losses`, LostOperations; the file is then as it was.
        """
        connection, held = opened(
            path, steps, accept_losses=accept_losses, take_over=take_over, look=look
        )
        remove_old(held.real.parent)
        return cls(path, connection, held)

    def close(self) -> Message | None:
        """Make it one plain file again and give the lock back. A second call does nothing.

        A file that is not ours any more is left as it is; what was done is then kept among
        the backups. Where that is not possible, returns where it is kept, in words.
        """
        with self._one_at_a_time:
            held, self._held = self._held, None
            if held is None:
                self._connection.close()
                return None
            plain, said = False, None
            try:
                plain, said = closed(self._connection, held)
            except (sqlite3.Error, OSError, StoreError) as error:
                # On a full disk the -wal file stays beside, whole; the next opening takes it in.
                if is_failed_drive(error):
                    _, said = kept(self._connection, held)
                close_untouched(self._connection)
            finally:
                held.let_go(leave_note=not plain)
            return said

    def discard(self) -> None:
        """Close it without making it one plain file: whoever holds it throws it away."""
        with self._one_at_a_time:
            held, self._held = self._held, None
            close_untouched(self._connection)
            if held:
                held.let_go(leave_note=False)

    def go_on_in_moved_file(self) -> Path:
        """After NotTheSameFile: work on in the file under the name that it has now.

        Returns that name. Raises StoreError when the file is gone.
        """
        with self._one_at_a_time, told_plainly(self.path):
            held = self._held
            moved = held.file.moved_to() if held else None
            if held is None or moved is None:
                raise StoreError(
                    message(
                        "{path} is not there any more. Save it under another name.", path=self.path
                    )
                )
            self._reconnect(held, moved)
            self.path = moved
            return moved

    def _reconnect(self, held: Held, path: Path) -> None:
        """Work on with a new connection to the file, which has the name `path` now.

        Where that fails, all is read from a copy in memory until it succeeds before some step.
        """
        if not held.is_cut_off:
            held.mend_log(surely=True)
            if not emptied(self._connection):
                raise in_use(path)
            # All of it is in the file, should the program end before a new log is begun.
            seal.close_seal(held.file)
            held.file.wrote()
            copy = in_memory(self._connection)
            close_untouched(self._connection)
            self._connection, held.is_cut_off = copy, True
            self._guard = held.guard = Guard(copy)
            held.remove_log()
            held.let_go_of_index()
            held.let_go_of_log()
            held.note.release(beside=held.beside)
        copy, self._connection = self._connection, reconnected(held, path)
        copy.close()
        self._guard, held.is_cut_off = held.guard, False

    def go_on_in_copy(self, path: Path) -> None:
        """Write the review as it stands to `path`, which must not exist, and work on there.

        Raises StoreError; it then goes on where it was.
        """
        self.copy_to(path)
        with self._one_at_a_time:
            connection, held = opened(path, STEPS, accept_losses=False, take_over=False)
            before = ProjectFile(self.path, self._connection, self._held)
            self._connection, self._held, self._guard = connection, held, held.guard
            self.path = path
            before.discard()

    @contextmanager
    def _guarded(self) -> Iterator[None]:
        with super()._guarded():
            mended = self._held is not None and not self._depth and self._held.mend_index()
            yield
            if mended and self._held:
                self._held.took_index()

    def commit(self, operation: Operation, patch: Patch = Patch()) -> int:  # noqa: B008
        """Write an operation and what it changed; returns its number."""
        with self.transaction():
            number = self.write_operation(operation)
            self.write_patch(patch, number)
        return number

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """What is written inside is written together or not at all. May be nested."""
        with self._guarded():
            if self._depth:
                yield
                return
            self._check_file()
            self._connection.execute("BEGIN IMMEDIATE")
            self._depth += 1
            self._expect()
            try:
                yield
                self._connection.execute("COMMIT")
                self._acknowledge()
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                    self._expect(False)
                raise
            finally:
                self._depth -= 1
                if self._held:
                    self._held.took_index()

    def _expect(self, more: bool = True) -> None:
        if self._held and self._held.log_copy:
            self._held.log_copy.expect(more)

    def _acknowledge(self) -> None:
        """Take note of what was committed. It is done: what is wrong with the file, its place or
        its disk by now is told before the next step."""
        held = self._held
        if held is None:
            return
        with logged("What is wrong is told before the next step"):
            if held.log_copy:
                held.log_copy.took()
            held.note.acknowledge(self._acknowledged)
            if held.log_size() > _LONGEST_LOG:
                held.file.check()
                self._empty_log(held)

    def _empty_log(self, held: Held) -> bool:
        """Bring the log into the file, and keep a copy of the file as it is then; whether nobody
        kept us from it."""
        try:
            held.mend_log(surely=True)
            done = emptied(self._connection)
            if done:
                begin(self._connection, held)
        finally:
            held.file.wrote()
        return done

    def _check_file(self) -> None:
        held = self._held
        if held is None:
            return
        try:
            if held.is_cut_off:
                held.file.check()
                self._reconnect(held, Path(os.path.realpath(held.file.path)))
            held.mend_log()
            held.file.check()
        except OSError as error:
            if not is_failed_drive(error):
                raise
            raise NotTheSameFile(self.path, "out of reach") from error
        except NotTheSameFile as error:
            if not error.ruined and not held.is_cut_off:
                # The file has gone on under another name or none: bring all into it, so that
                # it is whole wherever it is.
                # Should it come back, SQLite would begin the log anew by itself.
                held.log_to_begin = True
                with contextlib.suppress(sqlite3.Error, OSError):
                    held.mend_log(surely=True)
                    self._connection.execute("PRAGMA wal_checkpoint(PASSIVE)")
                    held.file.wrote()
            raise
        if held.log_to_begin and not self._empty_log(held):
            raise in_use(self.path)
        if held.log_is_gone():
            # Everything that was acknowledged is still in the memory of SQLite's own file.
            self._reconnect(held, held.real)

    def copy_to(
        self,
        path: Path,
        *,
        replace: bool = False,
        for_mail: bool = False,
        without_caches: bool = False,
    ) -> None:
        """Write the review as it stands now to another file, which must not exist unless
        `replace`; one that is open in some window is never replaced.

        `for_mail` leaves out where its files lay, and with `without_caches` what can be made
        again: the back-translations.
        It works, too, when the file under this review was replaced, removed or cut off.
        """
        with self._one_at_a_time, told_plainly(path):
            check_name(path)
            if os.path.lexists(path) and not replace:
                raise ReviewExists(
                    message("{path} exists already. Choose another name.", path=path)
                )
            real = Path(os.path.realpath(path))
            with taking_the_place_of(real) as put:
                building = unfinished(real, "review.new")
                try:
                    copy_of(self._connection, self._held, building)
                    if for_mail:
                        made_for_mail(building, without_caches=without_caches)
                    copied = OpenFile(building)
                    try:
                        seal.close_seal(copied)
                    finally:
                        copied.close()
                    last_state.forget(real)
                    put(building)
                finally:
                    with contextlib.suppress(OSError):
                        remove(building)

    def snapshot(self) -> bytes:
        """The review as it stands now, as the bytes of a file of its own: taken without a disk."""
        with self._one_at_a_time, told_plainly(self.path):
            return serialized(self._connection)


def _build(path: Path, fill: Callable[[ProjectFile], None], steps: Sequence[Step]) -> None:
    new_and_empty(path)
    connection = sqlite3.connect(path, check_same_thread=False)
    try:
        migrated(connection, steps)
        project = ProjectFile(path, connection)
        with project.transaction():
            fill(project)
    finally:
        connection.close()
    built = OpenFile(path)
    try:
        seal.close_seal(built)
    finally:
        built.close()
