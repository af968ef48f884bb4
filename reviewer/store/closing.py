"""How an open review becomes one plain file again."""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path

from reviewer.messages import Message
from reviewer.store import backups, last_state, opening_words, seal
from reviewer.store.connections import close_untouched, emptied, logged
from reviewer.store.copying import keep_somewhere
from reviewer.store.held import Held


def closed(connection: sqlite3.Connection, held: Held) -> tuple[bool, Message | None]:
    """Close it; whether nothing of this session is left beside the file, and what is to be said.

    Raises sqlite3.Error, OSError or StoreError; the connection is to be closed then.
    """
    held.mend_log(surely=True)
    state, said = None, None
    with contextlib.suppress(sqlite3.Error):
        state = last_state.state_of(connection)
    displaced = held.displaced()
    if displaced and displaced.what != "renamed":
        where, said = kept(connection, held)
        if state and where and not said:
            with logged("Where the review is kept is not known next time"):
                last_state.remember(held.real, state, where)
    if displaced and displaced.ruined:
        close_untouched(connection)
        held.remove_log()
        return not held.log_is_left(), said
    if not emptied(connection):
        # Another program reads in it: the log stays, and the next opening takes it in.
        close_untouched(connection)
        return False, said
    if displaced:
        connection.close()
        # The file may have another name by now, under which nobody would look for the log.
        seal.close_seal(held.file)
        held.remove_log()
        return True, said
    connection.execute("PRAGMA journal_mode = DELETE")
    connection.close()
    if held.log_is_left():
        return False, said
    seal.close_seal(held.file)
    if state:
        with logged("No backup was made"):
            last_state.remember(held.real, state, backups.make(held.file, held.real))
    return True, said


def kept(connection: sqlite3.Connection, held: Held) -> tuple[Path | None, Message | None]:
    """Keep what has no place of its own any more: where it is, and what is to be said."""
    try:
        return keep_somewhere(connection, held)
    except Exception as error:  # whatever the system says of all the places
        return None, opening_words.not_kept(held.real, error)
