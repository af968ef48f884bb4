"""One translation of a review as it stands now, in memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from reviewer.domain import BackTranslation, Pair
from reviewer.review.model.document_sentences import DocumentSentences
from reviewer.review.model.fingerprints import (
    is_of_row,
    row_fingerprint,
    row_of_status,
)
from reviewer.review.model.ignore_rules import IgnoreRule
from reviewer.review.model.row_index import PLAIN, RowBrief, RowIndex, brief_of
from reviewer.review.model.row_making import back_translation, bead_row, single_row
from reviewer.review.model.row_order import RowOrder, row_order
from reviewer.review.model.row_order_update import reordered
from reviewer.review.model.views import Row
from reviewer.store.records import (
    BeadVersion,
    DecisionVersion,
    DocumentRecord,
    Patch,
    SegmentVersion,
)
from reviewer.text.units import NONE, standing, unit_facts

_ROWS_KEPT = 4000
"""So many rows are kept once they were made; any other is made again when it is asked for."""


@dataclass(frozen=True)
class Effect:
    """What a patch did to a translation: rows that look different, and whether any moved."""

    rows: tuple[str, ...]
    structure: bool


class TranslationState:
    """The sentences, beads and decisions of one translation, and its rows made from them.

    `free` says that the translation as a whole is a free one. `beads` are those that stand;
    `resting` those that are gone, with what the reviewer had found in them: their sentences are
    page furniture now, and may become text again. `drafts` are the translations that a machine has
    made of missing sentences.
    """

    def __init__(
        self,
        record: DocumentRecord,
        source: DocumentSentences,
        text: DocumentSentences,
        beads: Mapping[str, BeadVersion],
        decisions: Mapping[str, DecisionVersion],
        back: Mapping[str, BackTranslation],
        rules: Sequence[IgnoreRule],
        *,
        free: bool = False,
        order: RowOrder | None = None,
        drafts: Iterable[str] = (),
    ) -> None:
        self.record = record
        self.source = source
        self.text = text
        self.beads = {key: bead for key, bead in beads.items() if bead.present}
        self.resting = {key: bead for key, bead in beads.items() if not bead.present}
        self.decisions = dict(decisions)
        self.back = dict(back)
        self.rules = tuple(rules)
        self.free = free
        self.drafts = frozenset(drafts)
        self._order = order
        self._rows: dict[str, Row] = {}
        self._index: RowIndex | None = None
        self._names: dict[str, list[str]] | None = None
        self._saying: dict[str, list[str]] | None = None
        self._key_of: dict[str, str] | None = None

    def draft(self, source: DocumentSentences, patch: Patch) -> TranslationState:
        """How it would stand with `patch`; this one stays as it is."""
        drafted = TranslationState(
            self.record,
            source,
            self.text.copy(),
            self.beads,
            self.decisions,
            self.back,
            self.rules,
            free=self.free,
            drafts=self.drafts,
        )
        drafted.resting = dict(self.resting)
        drafted._order = self._order
        drafted._key_of = None if self._key_of is None else dict(self._key_of)
        drafted.apply(patch)
        return drafted

    def apply(self, patch: Patch) -> Effect:
        """Take in what an operation wrote, as far as it concerns this translation.

        The source's own segments must have been taken in before.
        """
        before = self._order
        dirty = dict.fromkeys(self._key(v.segment.id) for v in self._concerned(patch))
        structure = self.text.apply(v for v in patch.segments if v.document == self.record.id)
        mine = [version for version in patch.beads if version.document == self.record.id]
        touched = [old for version in mine if (old := self.beads.get(version.key))]
        touched += [version for version in mine if version.present]
        for version in mine:
            structure |= self._take(version)
            dirty[version.key] = None
        dirty |= dict.fromkeys(self._key(v.segment.id) for v in self._concerned(patch))
        dirty |= dict.fromkeys(self._decided(patch))
        for key in dirty:
            self._rows.pop(key, None)
        if patch.segments or patch.beads:
            self._names = self._saying = None
        if structure:
            names = [version.segment.id for version in self._concerned(patch)]
            self._order = before and reordered(
                before, self.source, self.text, self.bead_of, touched, names
            )
            moved = self._moved_since(before) if before else set()
            for key in moved:
                self._rows.pop(key, None)
            structure = before is None or bool(moved) or before.keys != self.order().keys
            self._renew_index(moved.union(dirty), structure=structure)
        else:
            self._renew_index(dirty, structure=False)
        return Effect(tuple(key for key in dirty if self._is_row(key)), structure)

    def forget_rows(self) -> None:
        """Make all rows anew: what they show of the findings has changed."""
        self._rows.clear()
        self._renew_index(bead.key for bead in self.beads.values() if bead.findings)

    def index(self) -> RowIndex:
        """What has to be known of every row at once; another one when rows come, go or move."""
        if self._index is None:
            self._index = RowIndex(self.order().keys, self._briefs())
        return self._index

    def is_indexed(self) -> bool:
        """Whether the index has been asked for."""
        return self._index is not None

    def order(self) -> RowOrder:
        """The keys of the rows in reading order."""
        if self._order is None:
            self._order = row_order(self.source.ordered(), self.text.ordered(), self.beads.values())
        return self._order

    def rows(self) -> tuple[Row, ...]:
        """All rows in reading order."""
        return tuple(self.row(key) for key in self.order().keys)

    def row(self, key: str) -> Row:
        """One row; KeyError when there is none."""
        row = self._rows.get(key)
        if row is None:
            bead = self.beads.get(key)
            row = self._made_row(bead) if bead else self._single_row(key)
            while len(self._rows) >= _ROWS_KEPT:
                del self._rows[next(iter(self._rows))]
            self._rows[key] = row
        return row

    def readable(self, key: str) -> list[str]:
        """All texts that can be read of a row, without making it: both sides, the
        back-translation, the comments."""
        bead = self.beads.get(key)
        if bead is None:
            return [(self.source if key in self.source else self.text).segment(key).text]
        texts = [self.source.text(bead.source), self.text.text(bead.target)]
        if self.back and (back := back_translation(self.back, self.text, bead)):
            texts.append(back.text)
        brief = self.index().brief(key)
        if brief and (brief.commented or any(one.commented for one in brief.findings)):
            row = self.row(key)
            texts += [row.comment, *(one.comment for one in row.findings)]
        return texts

    def saying(self, text: str) -> Sequence[str]:
        """The keys of the rows, page furniture left out, with exactly this text on a side."""
        if self._saying is None:
            self._saying = {}
            for key in self.order().keys:
                if bead := self.beads.get(key):
                    texts = {self.source.text(bead.source), self.text.text(bead.target)}
                    for one in texts - {""}:
                        self._saying.setdefault(one, []).append(key)
        return self._saying.get(text, ())

    def pair(self, key: str, others: Mapping[str, str] | None = None) -> Pair:
        """A row as the checks see it."""
        bead = self.beads[key]
        left = [self.source.segment(name) for name in bead.source]
        right = [self.text.segment(name) for name in bead.target]
        facts = NONE
        if self.source.has_units:
            facts = unit_facts(self.source.blocks, left, self.text.blocks, right)
        return Pair(
            self.source.text(bead.source),
            self.text.text(bead.target),
            self.source.language,
            self.text.language,
            bead.relation,
            bead.confidence,
            back_translation(self.back, self.text, bead),
            others or {},
            facts.empty_unit,
            facts.source_codes,
            facts.target_codes,
            likeness=self._likeness(bead),
            stands=standing([*left, *right]),
            marks=(self.source.mark(bead.source), self.text.mark(self.text.live(bead.target))),
            free=self.free and not bead.fixed and bead.relation in ("missing", "added"),
        )

    def _likeness(self, bead: BeadVersion) -> float | None:
        """How alike the encoder finds the sides of a row that it has called unlike before."""
        from reviewer.checks.meaning import UNLIKE_RULE

        if not any(finding.rule == UNLIKE_RULE for finding in bead.findings):
            return None
        from reviewer.machine_translation.encoders import BUNDLED, VectorsOnDemand

        source, target = self.source.text(bead.source), self.text.text(bead.target)
        vectors = VectorsOnDemand(
            ([source], self.source.language), ([target], self.text.language), BUNDLED
        )()
        return None if vectors is None else float(vectors[0][0] @ vectors[1][0])

    def key_of(self, segment: str) -> str | None:
        """The row of a segment that stands in a bead."""
        if self._key_of is None:
            self._key_of = {
                name: bead.key for bead in self.beads.values() for name in bead.source + bead.target
            }
        return self._key_of.get(segment)

    def bead_of(self, segment: str) -> BeadVersion | None:
        """The bead that a segment stands in."""
        key = self.key_of(segment)
        return None if key is None else self.beads[key]

    def is_heading(self, bead: BeadVersion) -> bool:
        """Whether a row is a heading: by its source, or by its translation when it has none."""
        side, names = (self.source, bead.source) if bead.source else (self.text, bead.target)
        return all(side.segment(name).kind == "heading" for name in names)

    def _is_row(self, key: str) -> bool:
        if key in self.beads:
            return True
        return (key in self.text or key in self.source) and self.key_of(key) is None

    def _key(self, segment: str) -> str:
        return self.key_of(segment) or segment

    def _concerned(self, patch: Patch) -> list[SegmentVersion]:
        documents = (self.record.id, self.source.document)
        return [version for version in patch.segments if version.document in documents]

    def _take(self, version: BeadVersion) -> bool:
        old = self.beads.get(version.key)
        if version.present:
            self.beads[version.key] = version
        else:
            self.beads.pop(version.key, None)
        self.resting.pop(version.key, None)
        if version.findings and not version.present:
            self.resting[version.key] = version
        if self._key_of is not None:
            for name in old.source + old.target if old else ():
                if self._key_of.get(name) == version.key:
                    del self._key_of[name]
            if version.present:
                self._key_of |= dict.fromkeys(version.source + version.target, version.key)
        return not (
            old is not None
            and version.present
            and (old.source, old.target, old.relation)
            == (version.source, version.target, version.relation)
        )

    def _decided(self, patch: Patch) -> list[str]:
        """Take in decisions; the keys of the rows that show them."""
        mine = {
            v.fingerprint: v for v in patch.decisions if v.translation == self.record.translation
        }
        if not mine:
            return []
        # In the middle of a larger patch only rows that were shown can need it.
        whole = not patch.segments and not patch.beads
        shown = self.index() if whole else self._index
        self.decisions.update(mine)
        if shown is None:
            keys = [
                row.key
                for row in self._rows.values()
                if any(one.fingerprint in mine for one in row.findings)
            ]
        else:
            keys = [key for name in mine for key in shown.rows_with(name)]
            keys.sort(key=shown.place_of.__getitem__)
        keys += [key for name in mine if (key := row_of_status(name)) in self.beads]
        for name in filter(is_of_row, mine):
            keys += self._rows_of_name(name)
        return keys

    def _rows_of_name(self, name: str) -> list[str]:
        """The rows that a remark under this name is on."""
        if self._names is None:
            self._names = {}
            for bead in self.beads.values():
                texts = self.source.text(bead.source), self.text.text(bead.target)
                self._names.setdefault(row_fingerprint(*texts), []).append(bead.key)
        return self._names.get(name, [])

    def _moved_since(self, before: RowOrder) -> set[str]:
        """The rows that went elsewhere."""
        return {key for key, _ in {*before.moved_to.items()} ^ {*self.order().moved_to.items()}}

    def _renew_index(self, changed: Iterable[str], *, structure: bool = False) -> None:
        index = self._index
        if index is None:
            return
        if structure:
            others = set(changed)
            self._index = RowIndex(
                self.order().keys,
                [
                    index.known[place]
                    if key not in others and (place := index.place_of.get(key)) is not None
                    else brief_of(self.row(key))
                    for key in self.order().keys
                ],
            )
            return
        for key in changed:
            if key in index.place_of and self._is_row(key):
                index.update(key, brief_of(self.row(key)))

    def _briefs(self) -> Iterator[RowBrief]:
        """What is known of each row, in order; most rows need not be made for it."""
        order, edited = self.order(), self.text.edited()
        marked = {row_of_status(name) for name in self.decisions}
        remarked = {
            key for name in self.decisions if is_of_row(name) for key in self._rows_of_name(name)
        }
        for key in order.keys:
            bead = self.beads.get(key)
            if (
                bead is None
                or bead.findings
                or key in marked
                or key in remarked
                or key in order.moved_to
                or any(name in edited for name in bead.target)
                or self.is_heading(bead)
            ):
                yield brief_of(self.row(key))
            else:
                yield PLAIN

    def _made_row(self, bead: BeadVersion) -> Row:
        return bead_row(
            bead,
            self.source,
            self.text,
            heading=self.is_heading(bead),
            moved_to=self.order().moved_to.get(bead.key),
            decisions=self.decisions,
            rules=self.rules,
            back=self.back,
            drafts=self.drafts,
        )

    def _single_row(self, name: str) -> Row:
        if self.key_of(name) is not None:
            raise KeyError(name)
        return single_row(name, self.source, self.text)
