"""Run inside a mount of its own: work in a review on a disk with so much room and no more.

Says for each room what became of it: the review is opened, worked in until the disk is full,
closed, opened again on the full disk, and then with room.
"""

from __future__ import annotations

import shutil
import sys
from collections import Counter
from pathlib import Path

from reviewer.domain import ReviewerError
from reviewer.review import Review
from tests.robustness import harm

STEPS = 60


def on_a_disk_with(room: int, disk: Path) -> str:
    """What became of a review on a disk with `room` bytes left."""
    path = disk / "r.review"
    for old in disk.iterdir():
        old.unlink()
    shutil.copyfile(harm.FROZEN, path)
    said, told = "", "never full"
    filler = disk / "filler"
    _fill(filler, room)
    try:
        with Review.open(path, check=lambda pair: []) as review:
            said = harm.stand(review)
            rows = [row.key for row in review.rows(1) if row.relation]
            for number in range(STEPS):
                review.edit(1, rows[number % len(rows)], f"Satz {number} " * 60)
                said = harm.stand(review)
    except ReviewerError as error:
        told = type(error).__name__
    except Exception as error:
        return f"raw {type(error).__name__}"
    try:
        with Review.open(path, check=lambda pair: []) as review:
            if said and harm.stand(review) != said:
                return "lost on the full disk"
    except ReviewerError:
        pass
    except Exception as error:
        return f"raw {type(error).__name__}"
    filler.unlink()
    with Review.open(path, check=lambda pair: []) as review:
        if said and harm.stand(review) != said:
            return "lost"
        review.comment(1, review.rows(1)[1].key, "on we go")
    return told


def _fill(filler: Path, room: int) -> None:
    """Leave `room` bytes, to the page."""
    stat = shutil.disk_usage(filler.parent)
    with filler.open("wb") as file:
        left = max(stat.free - room, 0)
        while left > 0:
            try:
                left -= file.write(bytes(min(left, 4096)))
                file.flush()
            except OSError:
                break


if __name__ == "__main__":
    seen: Counter[str] = Counter()
    rooms = range(0, int(sys.argv[2]) * 4096, 4096)
    for room in rooms:
        seen[on_a_disk_with(room, Path(sys.argv[1]))] += 1
    print(dict(seen))
