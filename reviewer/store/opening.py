"""From a path to a review that may be worked in: what is checked, and in which order.

Nothing is written before everything has been found sound, so a review that is refused is
left as it was.
"""

from __future__ import annotations

import contextlib
import glob
import os
import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path
from uuid import uuid4

from reviewer.messages import Message, message
from reviewer.store import (
    backups,
    digests,
    header,
    last_state,
    opening_words,
    seal,
    validation,
    wal,
)
from reviewer.store.at_rest import Look, let_look
from reviewer.store.beside import Beside
from reviewer.store.connections import (
    begin,
    bring_up_to_date,
    check_name,
    close_untouched,
    connected,
    empty_log,
    last_operation,
    logged,
    prepare,
    sure_of,
)
from reviewer.store.errors import (
    DamagedReview,
    LostOperations,
    damaged,
    told_plainly,
)
from reviewer.store.guard import Guard, check_schema
from reviewer.store.held import Held, log_of
from reviewer.store.lock import FileLock, read_note, refuse_other_computer
from reviewer.store.migrations import Step
from reviewer.store.open_file import OpenFile


def opened(
    path: Path,
    steps: Sequence[Step],
    *,
    accept_losses: bool,
    take_over: bool,
    look: Look | None = None,
) -> tuple[sqlite3.Connection, Held]:
    """Open and check the review at `path`; see `ProjectFile.open`."""
    file = OpenFile(path)
    try:
        return _Opening(path, file, steps, accept_losses, take_over, look).run()
    except DamagedReview as error:
        file.close()
        words = backups.words_for(path)
        if words:
            error.args = (message("{error} {backup}", error=error, backup=words),)
        raise
    except BaseException:
        file.close()
        raise


class _Opening:
    def __init__(
        self,
        path: Path,
        file: OpenFile,
        steps: Sequence[Step],
        accept_losses: bool,
        take_over: bool,
        look: Look | None,
    ) -> None:
        self.path = path
        self.file = file
        self.steps = steps
        self.accept_losses = accept_losses
        self.take_over = take_over
        self.look = look
        self.notices: list[Message] = []
        self.accepted = False
        self.said_open = self.all_in_file = False

    def run(self) -> tuple[sqlite3.Connection, Held]:
        with told_plainly(self.path):
            header.check(self.file.read(header.LENGTH, 0), self.path, len(self.steps))
            if self.look:
                let_look(self.path, self.file, self.steps, self.look)
            self.seal = seal.read(self.file)
            self.real = self._name_of_session(Path(os.path.realpath(self.path)))
            check_name(self.real)
            self.left = read_note(self.real)
            if not self.take_over:
                refuse_other_computer(self.real, self.left)
            if self.seal and (self.seal.whole or self.seal.broken):
                self._check_at_rest()
                self._put_leftovers_aside()
            else:
                self._check_log()
                self._put_strangers_aside()
            connection = connected(self.real)
            try:
                return connection, self._taken(connection)
            except BaseException:
                close_untouched(connection)
                if self.said_open:
                    self._say_as_before()
                raise

    def _say_as_before(self) -> None:
        """An opening that came to no end, such as on a full disk, has written no step: the file
        must not ask for the log of one."""
        with logged("The file says that it is open"):
            if self.all_in_file:
                for suffix in ("-wal", "-shm"):
                    self.real.with_name(self.real.name + suffix).unlink(missing_ok=True)
                seal.close_seal(self.file)
            elif self.seal and self.seal.session:
                seal.open_seal(self.file, self.seal.offset, self.seal.session)

    def _taken(self, connection: sqlite3.Connection) -> Held:
        guard = Guard(connection)
        if self.seal is None or not (self.seal.whole or self.seal.broken):
            check(connection, self.path, self.steps, thorough=True)
            self._check_count(connection)
        sure_of(connection, self.file)
        session = seal.Session(uuid4().hex, str(self.real), *self.file.key)
        beside = Beside(self.real)
        note = FileLock(self.real, session.token, take_over=True)
        try:
            prepare(connection)
            bring_up_to_date(self.real, connection, self.steps)
            empty_log(connection)
            mark = self.seal or seal.read(self.file)
            self.all_in_file = beside.size("-wal") == 0
            self.said_open = True
            if mark:
                seal.open_seal(self.file, mark.offset, session)
            with logged("How it was closed last is not known"):
                other = last_state.told(connection, self.real)
                self.notices += [other] if other else []
            held = Held(
                self.file,
                beside,
                note,
                guard,
                self.real,
                session,
                mark.offset if mark else None,
                notices=self.notices,
            )
            note.acknowledge(last_operation(connection))
            begin(connection, held)
        except BaseException:
            note.release(beside=beside)
            beside.close()
            raise
        return held

    def _name_of_session(self, real: Path) -> Path:
        """The name that the last session wrote its log beside, when that still belongs here."""
        session = self.seal.session if self.seal else None
        if session is None or not session.name or log_of(real).exists():
            return real
        before = Path(session.name)
        if before == real or (session.device, session.inode) != self.file.key:
            return real
        if before.exists():
            if os.path.samestat(before.stat(), os.fstat(self.file.descriptor)):
                return before if log_of(before).exists() else real
            # Another file has the old name by now; it may have been opened since.
            _fetch_log(before, session, real)
            return real
        log, note = log_of(before), read_note(before)
        if log.exists() and note and note.session == session.token:
            # Renamed and killed: the log has stayed under the old name.
            log.rename(log_of(real))
            before.with_name(before.name + "-shm").unlink(missing_ok=True)
            before.with_name(before.name + ".lock").rename(real.with_name(real.name + ".lock"))
        return real

    def _check_at_rest(self) -> None:
        """Check a closed file without writing anything or looking at what lies beside it."""
        assert self.seal
        with self._at_rest() as connection:
            check(connection, self.path, self.steps, thorough=self.seal.broken)

    @contextlib.contextmanager
    def _at_rest(self) -> Iterator[sqlite3.Connection]:
        """A connection that only looks at the file, as if nothing lay beside it."""
        address = f"{self.real.as_uri()}?mode=ro&immutable=1"
        connection = sqlite3.connect(address, uri=True)
        try:
            Guard(connection)
            yield connection
        finally:
            connection.close()
            self.file.lock_again()

    def _put_leftovers_aside(self) -> None:
        if self.left is not None:
            # An opening was ended by force before it had begun its log.
            wal.remove_of_an_opening(self.real)
        for suffix in ("-wal", "-journal"):
            beside = self.real.with_name(self.real.name + suffix)
            if os.path.lexists(beside) and (not wal.is_file(beside) or beside.stat().st_size):
                self._put_aside(beside)
        wal.set_aside(self.real.with_name(self.real.name + "-shm"), "kept")

    def _put_strangers_aside(self) -> None:
        """What is no file, and a journal beside a log: the program never leaves both."""
        log, shm, journal = (
            self.real.with_name(self.real.name + suffix) for suffix in ("-wal", "-shm", "-journal")
        )
        if os.path.lexists(journal) and (wal.begins_well(log) or not wal.is_file(journal)):
            self._put_aside(journal)
        for beside in (log, shm):
            if os.path.lexists(beside) and not wal.is_file(beside):
                self._put_aside(beside)

    def _put_aside(self, beside: Path) -> None:
        kept = wal.set_aside(beside, "kept")
        self.notices.append(opening_words.not_read(beside, kept))

    def _check_log(self) -> None:
        """Raise LostOperations when the log of a session that did not end is not whole."""
        session = self.seal.session if self.seal else None
        path = log_of(self.real)
        if session is None:
            return
        if self._is_of_others(path, session):
            with self._at_rest() as connection:
                self._lost_behind(connection, opening_words.log_of_others(path))
            path.unlink()  # it is kept aside as well
            return
        if self.left is not None and self.left.session == session.token:
            if not wal.begins_well(path):
                # SQLite would delete it when it is closed.
                with self._at_rest() as connection:
                    self._check_count(connection)
            return  # otherwise it is counted once the log has been read
        log = wal.read(path)
        if log is None and (session.device, session.inode) != self.file.key:
            self.notices.append(opening_words.copied_while_open(self.path))
            return
        if log is None:
            self._lost(opening_words.log_missing(path), None, None)
        elif not log.readable:
            self._lost(opening_words.log_unreadable(path), None, None)
        elif log.lost:
            self._lost(opening_words.log_damaged(path), None, log.lost)

    def _is_of_others(self, path: Path, session: seal.Session) -> bool:
        """Whether the log is none that this file has begun: SQLite takes in every one that is
        whole."""
        mark = wal.mark_at(path)
        if not mark or not session.log or mark == session.log:
            return False
        # Begun anew, and the program ended before it could say so: there is no step in it.
        found = wal.read(path)
        begun = found is not None and found.commits <= 1 and not found.lost
        return not (begun and wal.follows(mark, session.log))

    def _check_count(self, connection: sqlite3.Connection) -> None:
        session = self.seal.session if self.seal else None
        if session is None or self.left is None or self.left.session != session.token:
            return
        if last_operation(connection) < self.left.acknowledged and not self.accepted:
            self._lost_behind(connection, opening_words.log_cut(log_of(self.real)))

    def _lost_behind(self, connection: sqlite3.Connection, why: Message) -> None:
        """Steps that the note knows are not in what can be read."""
        session = self.seal.session if self.seal else None
        if session is None or self.left is None or self.left.session != session.token:
            self._lost(why, None, None)
            return
        found = last_operation(connection)
        self._lost(why, found, max(0, self.left.acknowledged - found))

    def _lost(self, why: Message, found: int | None, missing: int | None) -> None:
        path = log_of(self.real)
        if self.accept_losses:
            kept = []
            self.accepted = True
            for one in (self.real, path):
                if wal.is_file(one):
                    kept.append(_copied_aside(one))
            self.notices.append(opening_words.damage_kept(kept))
            return
        raise LostOperations(opening_words.not_whole(self.path, why, missing), found, missing)


def check(
    connection: sqlite3.Connection, path: Path, steps: Sequence[Step], *, thorough: bool
) -> None:
    """Raise ForeignReview or DamagedReview unless a review's contents make sense.

    `thorough` also compares everything with the checksums of what was written.
    """
    [version] = connection.execute("PRAGMA user_version").fetchone()
    check_schema(connection, path, steps)
    found: list[Message] = []
    if thorough:
        said = [str(line) for (line,) in connection.execute("PRAGMA integrity_check(5)")]
        if said != ["ok"]:
            found.append(message("SQLite says: {said}", said=said[0]))
        if version >= 2:
            found += digests.problems(connection)
    found += validation.problems(connection)
    if found:
        raise damaged(path, opening_words.some_of(found))


def _fetch_log(before: Path, session: seal.Session, real: Path) -> None:
    """Take the log of the last session to the name that the file has now."""
    own = log_of(before)
    for log in (own, *before.parent.glob(f"{glob.escape(own.name)}.kept-*")):
        if session.log and wal.mark_at(log) == session.log:
            log.rename(log_of(real))
            return


def _copied_aside(path: Path) -> Path:
    number = 1
    while os.path.lexists(kept := path.with_name(f"{path.name}.damaged-{number}")):
        number += 1
    descriptor = os.open(kept, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as copy, path.open("rb") as original:
        while chunk := original.read(1 << 20):
            copy.write(chunk)
    return kept
