"""Reviews to do harm to, and what can be seen of one."""

from __future__ import annotations

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from reviewer.domain import ReviewerError
from reviewer.review import Review
from reviewer.store import digests, seal
from reviewer.store.open_file import OpenFile

FROZEN = Path(__file__).parents[1] / "store" / "frozen" / "version-2.review"

TABLES = [
    "documents",
    "operations",
    "segments",
    "beads",
    "findings",
    "decisions",
    "back_translations",
    "ignore_rules",
    "settings",
]

WORK = """
import itertools, sys
from pathlib import Path
from reviewer.review import Review
review = Review.open(Path(sys.argv[1]), check=lambda pair: [])
rows = [row.key for row in review.rows(1) if row.relation]
for number in itertools.count():
    key = rows[number % len(rows)]
    if number % 5 == 4:
        review.edit(1, key, f"Er kam {number} Mal.")
    elif number % 7 == 6:
        review.undo()
    else:
        review.comment(1, key, f"remark {number}")
    print(number, flush=True)
"""


def picture(path: Path) -> str:
    """All that a reviewer sees of a review, and what would be exported of it.

    Raises ReviewerError for one that is refused.
    """
    with Review.open(path, check=lambda pair: []) as review:
        seen = [review.source, review.translations, review.place(), review.setting("shown")]
        seen.append(review.source_document())
        for info in review.translations:
            rows = review.rows(info.id)
            seen += [rows, review.document(info.id), review.corrected_edits(info.id)]
            seen += [review.counts(info.id), review.settled(info.id), review.ignore_rules(info.id)]
            seen += [review.history(info.id, row.key) for row in rows if row.relation]
        seen += [review.overview(), review.undo_step, review.redo_step]
        seen.append([document.original for document in (review.source_document(),)])
        return repr(seen)


def outcome(path: Path, sound: str) -> str:
    """What became of a damaged review: "as before", "told", "silent" or the raw error."""
    try:
        seen = picture(path)
    except ReviewerError:
        return "told"
    except Exception as error:
        return f"raw {type(error).__name__}: {error}"
    return "as before" if seen == sound else "silent"


def flipped(content: bytes, number: random.Random) -> bytes:
    """The same with one bit the other way round."""
    place = number.randrange(len(content) * 8)
    changed = bytearray(content)
    changed[place // 8] ^= 1 << place % 8
    return bytes(changed)


def work(path: Path, steps: int) -> int:
    """Work in a review in a process of its own and kill it; how many steps it acknowledged."""
    program = subprocess.Popen(
        [sys.executable, "-c", WORK, str(path)],
        cwd=Path(__file__).parents[2],
        env={**os.environ, "PYTHONPATH": "."},
        stdout=subprocess.PIPE,
        text=True,
    )
    with program:
        assert program.stdout
        said = -1
        for _ in range(steps):
            said = int(program.stdout.readline())
        program.send_signal(getattr(signal, "SIGKILL", signal.SIGTERM))
        for line in program.stdout:
            if line.endswith("\n"):
                said = int(line)
    return said + 1


def moved_beside(path: Path, folder: Path) -> Path:
    """A copy of a review with all that lies beside it, under the same names in a new folder."""
    folder.mkdir()
    for one in path.parent.glob(f"{path.name}*"):
        shutil.copyfile(one, folder / one.name)
    return folder / path.name


def told_as_ours(path: Path) -> None:
    """Make the checksums and the seal right again, as somebody who forges a review would."""
    with closing(sqlite3.connect(path)) as connection, connection:
        digests.fill(connection)
    held = OpenFile(path)
    try:
        seal.close_seal(held)
    finally:
        held.close()


def fields(path: Path) -> Iterator[tuple[str, str]]:
    """Every field of every table of a review: (table, column)."""
    with closing(sqlite3.connect(path)) as connection:
        for table in TABLES:
            for row in connection.execute(f"PRAGMA table_info({table})"):
                if row[1] != "digest":
                    yield table, row[1]
