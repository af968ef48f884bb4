"""A translation as a table that can be edited elsewhere and read back, whatever program holds it.

Each line has a name of its own, which says of which row it is and how that stood when the table
was made: what was changed in both places since is a conflict, and nothing is lost unseen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING, Literal

from reviewer.domain import DecisionAction
from reviewer.formats.shared.xml_source import possible
from reviewer.messages import Message, message
from reviewer.reports.decision_words import ACTIONS, decided
from reviewer.reports.entries import Entry, Found, entries, pieces
from reviewer.reports.page import check_title
from reviewer.review import Answers
from reviewer.wording import in_words, language_title, term, tr

if TYPE_CHECKING:
    from reviewer.review import Review, Row, TranslationInfo

_NAME = re.compile(r"(?<!\d)(\d{1,9})\.([\w-]+)\.([0-9a-f]{8})\.([0-9a-f]{8})\.([oad]*)")
_BREAKS = re.compile("[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")

Look = Literal["", "gone", "new", "quiet"]
Cell = Sequence[tuple[str, Look]]
"""Pieces of text, each with how it looks."""

WIDTHS = (5, 34, 34, 34, 34, 22, 14, 12)
"""Of the columns, in characters of a workbook; shares of the width elsewhere."""

SOURCE, BEFORE, CORRECTED, COMMENT, DECISION, NAME = 1, 2, 3, 5, 6, 7
"""The columns of texts, those that are read back, and that of the line's own name."""

ABSENT = "\0"
"""What stands for the cells of a column that is not there any more."""

MERGED = "\1"
"""What the text of cells begins with that are merged with others; no text in a file can."""

_READ = (CORRECTED, COMMENT, DECISION, NAME)


def heads(review: Review, info: TranslationInfo) -> tuple[str, ...]:
    """The titles of the columns."""
    source, target = language_title(review.source.language), language_title(info.language)
    return (
        tr("No."),
        source,
        tr("{language}, as it came", language=target),
        tr("{language}, corrected", language=target),
        tr("Findings"),
        tr("Comment"),
        tr("Decision"),
        tr("Do not change"),
    )


def lines(review: Review, info: TranslationInfo) -> Iterator[tuple[Cell, ...]]:
    """The cells of each row that is no furniture."""
    for entry in entries(review, info):
        standing = [one for one in entry.found if one.state != "fixed"]
        changed = pieces(entry.before, entry.target) if entry.edited else []
        before: Cell = [(text, "gone" if kind == "gone" else "") for text, kind in changed
                        if kind != "new"]  # fmt: skip
        now: Cell = [(text, "new" if kind == "new" else "") for text, kind in changed
                     if kind != "gone"]  # fmt: skip
        yield (
            [(str(entry.number), "quiet")],
            [(entry.source, "")],
            before if entry.edited else [(entry.target, "")],
            now if entry.edited else [(entry.target, "")],
            [("\n".join(_finding(n, one, standing) for n, one in enumerate(standing, 1)), "")],
            [(entry.comment, "")],
            [(_decisions(standing), "")],
            [(_name(info.id, entry, standing), "quiet")],
        )


def _finding(number: int, one: Found, standing: Sequence[Found]) -> str:
    finding = one.finding
    head = f"{term(finding.severity)} · {check_title(finding.check)}: {in_words(finding.message)}"
    numbered = f"{number}. {head}" if len(standing) > 1 else head
    return f"{numbered} ({one.comment})" if one.comment else numbered


def _decisions(standing: Sequence[Found]) -> str:
    if len(standing) == 1:
        return term(standing[0].state)
    return "\n".join(f"{n}. {term(one.state)}" for n, one in enumerate(standing, 1))


def _name(translation: int, entry: Entry, standing: Sequence[Found]) -> str:
    states = "".join(one.state[0] for one in standing)
    return f"{translation}.{entry.key}.{_mark(entry.target)}.{_mark(entry.comment)}.{states}"


def _mark(text: str) -> str:
    return sha256(_plain(text).encode("utf-8", "replace")).hexdigest()[:8]


def _plain(text: str) -> str:
    """What programs may do to a text in a cell is no change of it."""
    return " ".join(possible(_BREAKS.sub(" ", text)).split())


@dataclass(frozen=True, slots=True)
class Conflict:
    """A line that is not applied: its number in the table, why, what the table says, and what the
    review says now."""

    number: str
    why: Message
    there: str
    here: str = ""


@dataclass(slots=True)
class Plan:
    """What reading a table back would do to a translation of the review."""

    translation: int
    texts: dict[str, str] = field(default_factory=dict)
    comments: dict[str, str] = field(default_factory=dict)
    decisions: dict[str, dict[str, DecisionAction]] = field(default_factory=dict)
    before: dict[str, str] = field(default_factory=dict)
    conflicts: list[Conflict] = field(default_factory=list)
    lines: int = 0
    foreign: int = 0
    """Lines whose source sentence is not that of their row."""
    missing: int = 0
    """Rows of the review that are not in the table."""

    def answers(self) -> Answers:
        """For `Review.take_in`."""
        return Answers(self.texts, self.comments, self.decisions)


def plan(review: Review, table: Sequence[Sequence[str]]) -> list[Plan]:
    """What the lines of a table that came back say, by translation.

    What has not been changed in the table is as it is in the review, whatever was done there
    since. A line with words and without a name that the program gave is told.
    """
    table = _arranged(review, table)
    rows: dict[int, dict[str, Row]] = {}
    known = {info.id for info in review.translations}
    same: dict[tuple[int, str], list[_Line]] = {}
    for cells in table:
        found = _NAME.search(cells[NAME]) if len(cells) > NAME else None
        if found and int(found[1]) in known:
            same.setdefault((int(found[1]), found[2]), []).append(_Line(cells, found))
    plans = {number: Plan(number) for number, _ in same}
    for (number, key), lines_of_row in same.items():
        if number not in rows:
            rows[number] = {row.key: row for row in review.rows(number)}
        made = plans[number]
        made.lines += len(lines_of_row)
        row = rows[number].get(key)
        if len({line.says() for line in lines_of_row}) == 1:
            lines_of_row[0].read(row, made)
        else:
            why = message("The row stands in the table more than once, and not alike.")
            there = " / ".join(line.text for line in lines_of_row)
            here = row.target if row else ""
            made.conflicts.append(Conflict(lines_of_row[0].number, why, there, here))
    for number, made in plans.items():
        own = {key for key, row in rows[number].items() if row.relation}
        made.missing = sum((number, key) not in same for key in own)
    for made in list(plans.values())[:1]:
        made.conflicts += _nobodys(review, table)
    return list(plans.values())


def _nobodys(review: Review, table: Sequence[Sequence[str]]) -> Iterator[Conflict]:
    """The lines with words and without a name, but the titles: they stand first, if in another
    language."""
    known = [_titles(review, info) for info in review.translations]
    for number, cells in enumerate(table):
        said = [_plain(cell.strip(ABSENT + MERGED)) for cell in cells]
        if number == 0 or len(cells) <= NAME or _NAME.search(cells[NAME]):
            continue
        if any(title[NAME] in map(str.casefold, said) for title in known):
            continue
        words = [said[column] for column in (SOURCE, BEFORE, CORRECTED, COMMENT) if said[column]]
        if words:
            why = message("The line belongs to no row of the review.")
            yield Conflict(said[0], why, said[CORRECTED] or " / ".join(words))


def _titles(review: Review, info: TranslationInfo) -> list[str]:
    return [_plain(title).casefold() for title in heads(review, info)]


def _arranged(review: Review, table: Sequence[Sequence[str]]) -> Sequence[Sequence[str]]:
    """The table with its columns in the order in which they were made, by their titles; those that
    are not there any more are ABSENT. As it is where no row has the titles."""
    for info in review.translations:
        titles = _titles(review, info)
        for cells in table:
            there = [_plain(cell).casefold() for cell in cells]
            if titles[NAME] not in there or titles[CORRECTED] not in there:
                continue
            places = [there.index(title) if title in there else -1 for title in titles]
            return [
                [ABSENT if n < 0 else row[n] if n < len(row) else "" for n in places]
                for row in table
            ]
    return table


class _Line:
    def __init__(self, cells: Sequence[str], name: re.Match[str]) -> None:
        self._cells = cells
        _, self._key, self._text_mark, self._comment_mark, self._states = name.groups()
        self.number = cells[0].strip().replace(ABSENT, "")
        self.text = _plain(cells[CORRECTED])

    def says(self) -> tuple[str, ...]:
        """All that can be read back."""
        return self.text, *(_plain(self._cells[number]) for number in (COMMENT, DECISION))

    def read(self, row: Row | None, made: Plan) -> None:
        """Add what this line says of `row` to the plan."""
        self._plan = made
        text = self.text
        if self._is_merged():
            why = message("Cells of the row are merged: nobody can say what belongs where.")
            there = " / ".join(dict.fromkeys(map(_plain, self._cells[CORRECTED:NAME])))
            self._conflict(why, there.replace(MERGED, ""), row.target if row else "")
            return
        source = self._cells[SOURCE]
        if row is not None and ABSENT not in source and _plain(source) != _plain(row.source):
            made.foreign += 1
        changed = _mark(text) != self._text_mark
        if row is None:
            if changed:
                self._conflict(message("The row is not in the review any more."), text)
            return
        untouched = _mark(row.target) == self._text_mark
        if changed and text != _plain(row.target):
            self._read_text(text, row, untouched)
        if untouched and not changed:
            self._read_wrong_columns(row)
        comment = self._cells[COMMENT].strip()
        if comment != ABSENT and _mark(comment) != self._comment_mark:
            self._read_comment(comment, row)
        self._read_decisions(row, untouched)

    def _is_merged(self) -> bool:
        several = len(_NAME.findall(self._cells[NAME])) > 1
        return several or any(self._cells[number].startswith(MERGED) for number in _READ)

    def _read_wrong_columns(self, row: Row) -> None:
        """What was typed where it is not read back is told: it would be lost unseen."""
        before = row.original_target if row.edited else row.target
        for column, here in ((SOURCE, row.source), (BEFORE, before)):
            there = _plain(self._cells[column])
            if ABSENT not in self._cells[column] and there != _plain(here):
                why = message("Only the corrected text can be changed, not the texts beside it.")
                self._conflict(why, there, here)

    def _read_comment(self, comment: str, row: Row) -> None:
        if _plain(comment) == _plain(row.comment):
            return
        if _mark(row.comment) == self._comment_mark:
            self._plan.comments[row.key] = comment
        else:
            self._conflict(message("The comment was changed here as well."), comment, row.comment)

    def _read_text(self, text: str, row: Row, untouched: bool) -> None:
        if not untouched:
            self._conflict(message("The sentence was changed here as well."), text, row.target)
        elif not text and row.target:
            why = message("The sentence would be deleted. Delete it in the window.")
            self._conflict(why, text, row.target)
        else:
            self._plan.texts[row.key] = text
            self._plan.before[row.key] = row.target

    def _read_decisions(self, row: Row, untouched: bool) -> None:
        said = self._cells[DECISION].replace(ABSENT, "")
        wanted, is_all = decided(said, len(self._states))
        if not is_all:
            why = message(
                "A decision is “open”, “accepted” or “dismissed”, behind the number of its finding "
                "where there are several."
            )
            self._conflict(why, _plain(said), ", ".join(term(one.state) for one in row.findings))
        changed = {n: state for n, state in wanted.items() if state[0] != self._states[n]}
        if not changed:
            return
        now = "".join(one.state[0] for one in row.findings)
        if not untouched or now != self._states:
            if any(now[n : n + 1] != state[0] for n, state in changed.items()):
                why = message("The findings of the row are others now, or decided otherwise.")
                self._conflict(
                    why, self._cells[DECISION], ", ".join(one.state for one in row.findings)
                )
            return
        self._plan.decisions[row.key] = {
            row.findings[number].fingerprint: ACTIONS[state] for number, state in changed.items()
        }

    def _conflict(self, why: Message, there: str, here: str = "") -> None:
        self._plan.conflicts.append(Conflict(self.number, why, there, here))
