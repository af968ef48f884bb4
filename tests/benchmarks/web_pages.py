"""What is kept of real pages, against the parts that people marked as article or as none.

    .venv/bin/python tests/benchmarks/web_pages.py FOLDER [--every N] [--peers PYTHON] [--worst N]

FOLDER is the `tests` folder of the trafilatura project (its `evaldata.json`, with the pages in
`cache` and `eval`), fetched by hand. A part counts as kept when it stands, white space aside,
in the text of the segments that are no furniture; each page is read alone, so that no
translation speaks. `--peers` names the interpreter of an environment that has trafilatura and
readability-lxml, which are then asked in the same run; they are no part of the project.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import time
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from multiprocessing import Pool
from pathlib import Path
from statistics import median

_PEERS = """
import json, sys, time
from lxml import html
from readability import Document
from trafilatura import extract
from trafilatura.utils import decode_file

def readability(data):
    return html.fromstring(Document(decode_file(data)).summary()).text_content()

def trafilatura(data):
    return extract(data, include_comments=False, include_tables=True) or ""

for line in sys.stdin:
    data = open(line.strip(), "rb").read()
    answer = {}
    for reader in (trafilatura, readability):
        started = time.process_time()
        try:
            text = reader(data)
        except Exception:
            text = ""
        answer[reader.__name__] = [text, time.process_time() - started]
    print(json.dumps(answer), flush=True)
"""


@dataclass
class Score:
    """Counts over pages; `lost` are the pages of which no part of the article was kept."""

    kept: int = 0
    missed: int = 0
    wrongly: int = 0
    lost: list[str] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)

    def add(self, name: str, page: dict[str, list[str]], text: str, seconds: float) -> None:
        """Count one page of which `text` was kept."""
        shown = normal(text)
        kept = sum(normal(part) in shown for part in page["with"])
        self.kept += kept
        self.missed += len(page["with"]) - kept
        self.wrongly += sum(normal(part) in shown for part in page["without"])
        self.seconds.append(seconds)
        if not kept:
            self.lost.append(name)

    def __str__(self) -> str:
        precision = self.kept / max(self.kept + self.wrongly, 1)
        recall = self.kept / max(self.kept + self.missed, 1)
        return (
            f"precision {precision:.3f}  recall {recall:.3f}  lost whole {len(self.lost)} "
            f"of {len(self.seconds)}  median {1000 * median(self.seconds):.0f} ms  "
            f"longest {max(self.seconds):.1f} s"
        )


def normal(text: str) -> str:
    """`text` composed, with single spaces, and without the characters that nobody sees."""
    text = unicodedata.normalize("NFC", re.sub("[\u00ad\u200b\u2060\ufeff]", "", text))
    return re.sub(r"\s+", " ", text).strip()


def pages(folder: Path, every: int) -> Iterator[tuple[str, Path, dict[str, list[str]]]]:
    """Each page's name, file and marked parts."""
    marked = json.loads((folder / "evaldata.json").read_text("utf-8"))
    for address in sorted(marked)[::every]:
        name = marked[address]["file"]
        found = [path for place in ("cache", "eval") if (path := folder / place / name).is_file()]
        if found:
            yield name, found[0], marked[address]


def ours(path: Path) -> tuple[str, str, float]:
    """The text kept, the text of all blocks, and the processor time that it took."""
    from reviewer import formats
    from reviewer.domain import ReviewerError
    from reviewer.text.furniture import mark_furniture
    from reviewer.text.segments import segments

    started = time.process_time()
    try:
        document = formats.read(path)
    except ReviewerError as error:
        print(path.name, error, file=sys.stderr)
        return "", "", time.process_time() - started
    marked = mark_furniture([document], [segments(document, "s")])[0]
    used = time.process_time() - started
    kept = [segment.text for segment in marked if segment.kind != "furniture"]
    return " ".join(kept), " ".join(block.text for block in document.blocks), used


def main() -> None:
    """Print the scores."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folder", type=Path)
    options.add_argument("--every", type=int, default=1)
    options.add_argument("--peers")
    options.add_argument("--worst", type=int, default=0)
    chosen = options.parse_args()
    known = list(pages(chosen.folder, chosen.every))
    score, unread = Score(), []
    with Pool(2) as pool:
        read = pool.imap(ours, [path for _, path, _ in known], 8)
        for (name, _, parts), (kept, whole, seconds) in zip(known, read, strict=True):
            score.add(name, parts, kept, seconds)
            in_blocks = normal(whole)
            if not any(normal(part) in in_blocks for part in parts["with"]):
                unread.append(name)
            if chosen.worst and (
                chosen.worst > 1 or not any(normal(part) in normal(kept) for part in parts["with"])
            ):
                gone = [part for part in parts["with"] if normal(part) not in normal(kept)]
                extra = [part for part in parts["without"] if normal(part) in normal(kept)]
                print(name, "MISSED", gone, "EXTRA", extra)
    print("ours        ", score)
    print("in no block at all:", len(unread), *unread)
    if chosen.peers:
        for name, theirs in peers(chosen.peers, known).items():
            print(f"{name:12}", theirs)


def peers(python: str, known: list[tuple[str, Path, dict[str, list[str]]]]) -> dict[str, Score]:
    """The scores of the other readers, by the interpreter of their environment."""
    given = "\n".join(str(path) for _, path, _ in known)
    made = subprocess.run([python, "-c", _PEERS], input=given, capture_output=True, text=True)
    scores: dict[str, Score] = {}
    for (name, _, parts), line in zip(known, made.stdout.splitlines(), strict=True):
        for reader, (text, seconds) in json.loads(line).items():
            scores.setdefault(reader, Score()).add(name, parts, text, seconds)
    return scores


if __name__ == "__main__":
    main()
