"""Reviews to do harm to, and what can be seen of one."""

from __future__ import annotations

import hashlib
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from reviewer.domain import ReviewerError
from reviewer.review import Review
from reviewer.store import digests, seal
from reviewer.store.open_file import OpenFile

FROZEN = Path(__file__).parents[1] / "store" / "frozen" / "version-3.review"

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
from tests.robustness import harm
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
    print(harm.stand(review), flush=True)
"""


def stand(review: Review) -> str:
    """How many operations a review has, and a digest of what its rows show."""
    seen = hashlib.blake2b(repr(review.rows(1)).encode(), digest_size=8).hexdigest()
    return f"{len(review._runner.project.operations())} {seen}"


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
        seen += [review.overview_cells(line.source_id) for line in review.overview()]
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


def work(path: Path, steps: int, delay: float = 0.0) -> list[str]:
    """Work in a review in a process of its own, which is killed `delay` seconds after so many
    steps; `stand` after each step that it acknowledged."""
    program = subprocess.Popen(
        [sys.executable, "-c", WORK, str(path)],
        cwd=Path(__file__).parents[2],
        env={**os.environ, "PYTHONPATH": "."},
        stdout=subprocess.PIPE,
        text=True,
    )
    with program:
        assert program.stdout
        said = [program.stdout.readline().strip() for _ in range(steps)]
        time.sleep(delay)
        program.send_signal(getattr(signal, "SIGKILL", signal.SIGTERM))
        said += [line.strip() for line in program.stdout if line.endswith("\n")]
    return said


def after_kill(path: Path, said: list[str]) -> str:
    """What became of a review whose program was killed: "whole", "one more" or what is wrong.

    One step more than was acknowledged may be there: it was written and not yet told.
    """
    try:
        with Review.open(path, check=lambda pair: []) as review:
            found, notices = stand(review), review.notices
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    if notices:
        return f"told {notices}"
    if found == said[-1]:
        return "whole"
    more = int(found.split()[0]) - int(said[-1].split()[0])
    return "one more" if more == 1 else f"{-more} operations are lost"


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


def remark(review: Review, text: str) -> None:
    """One step on the first row."""
    review.comment(1, "s1", text)


def remark_in(path: Path) -> str:
    """What the last of these steps said that the file holds."""
    with Review.open(path) as review:
        return review.row(1, "s1").comment
