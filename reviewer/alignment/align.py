"""Align the sentences of a source text and its translation."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from reviewer.alignment import own_words, parameters
from reviewer.alignment.cancelling import GoOn
from reviewer.alignment.chains import longest_in_order
from reviewer.alignment.couples import ReadTogether, with_couples
from reviewer.alignment.evidence import Evidence, Texts, gather, with_own_words
from reviewer.alignment.fixed import Remainder, without_fixed
from reviewer.alignment.looseness import Freedom, freedom, words_tell
from reviewer.alignment.model import at_own_rate, dearer, leaving_out, likenesses, score
from reviewer.alignment.moves import doubted, find_moves
from reviewer.alignment.parameters import Weights
from reviewer.alignment.search import (
    Step,
    chances,
    chances_beside,
    left_alone,
    most_expected,
)
from reviewer.alignment.token_rows import TokenRows
from reviewer.alignment.vectors import Vectors
from reviewer.domain import Bead
from reviewer.machine_translation.errors import Cancelled
from reviewer.text.note_marks import bare


def align(
    source: Sequence[str],
    target: Sequence[str],
    *,
    source_language: str,
    target_language: str,
    back_translation: Sequence[str | None] | None = None,
    forward_translation: Sequence[str | None] | None = None,
    source_headings: frozenset[int] = frozenset(),
    target_headings: frozenset[int] = frozenset(),
    fixed: Sequence[Bead] = (),
    confirmed: frozenset[tuple[str, str]] = frozenset(),
    source_paragraphs: Sequence[int] | None = None,
    target_paragraphs: Sequence[int] | None = None,
    vectors: Vectors | Callable[[], Vectors | None] | None = None,
    read_together: ReadTogether | None = None,
    word_by_word: bool = False,
    token_rows: tuple[TokenRows, TokenRows] | None = None,
    free: bool | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> list[Bead]:
    """Which target sentences translate which source sentences.

    `source` and `target` are the sentences of the two texts (without page furniture).
    `back_translation` is parallel to `target` and in the source's language,
    `forward_translation` parallel to `source` and in the target's; an entry may be None where
    the machine's output is not to be trusted. `source_headings` and `target_headings` are
    indices of headings, `source_paragraphs` and `target_paragraphs` the number of each
    sentence's paragraph. `fixed` beads are kept as they are and nothing crosses them;
    `confirmed` holds pairs of texts (source, target; of several sentences: joined by a space)
    that a person has accepted before. `vectors` are a sentence encoder's, one row of length 1
    for each sentence of the two sides (0 throughout where it could not read the sentence); or a
    function that gives them, which is called only where they are worth their time: without
    a translation, or when the translation turns out to be a free one. `read_together` reads texts
    of the two sides as `vectors` were read; it is called, where there are vectors, for neighbours
    that stand where the alignment is in doubt.
    `word_by_word` says that `vectors` are of sentences read in the words of another language,
    which are less alike wherever few words are known: they do not tell how free the translation
    is, and are called for where there is no translation only. `token_rows` are the rows that
    the module of this name makes of the two sides, where they are known. `free` says whether the
    translation is one; None: that is measured, for which a whole text is needed.

    Raises ValueError when a translation is not parallel to its text, and Cancelled soon after
    `cancelled()` is true.

    Every sentence is in exactly one bead. The beads are in the order of the source; added
    ones stand where they stand in the target. Swapping the two texts mirrors the result.
    """

    def go_on() -> None:
        if cancelled is not None and cancelled():
            raise Cancelled

    # The marks of notes differ where their numbers do, and tell nothing.
    source = [bare(text, source_language) for text in source]
    target = [bare(text, target_language) for text in target]
    texts = Texts(
        source,
        target,
        source_language,
        target_language,
        _usable(back_translation, len(target)),
        _usable(forward_translation, len(source)),
        source_headings,
        target_headings,
        source_paragraphs,
        target_paragraphs,
        frozenset((bare(a, source_language), bare(b, target_language)) for a, b in confirmed),
        None if callable(vectors) else vectors,
        word_by_word,
        token_rows,
    )
    untranslated = texts.back is None and texts.forward is None
    if callable(vectors) and (untranslated or (free and not word_by_word)):
        texts = replace(texts, vectors=_if_any(texts, vectors))
    # One of the two directions does the work, so that ties fall alike in both.
    mirrored = (len(target), list(target)) < (len(source), list(source))
    if mirrored:
        texts = texts.mirrored()
        fixed = [_mirrored(bead) for bead in fixed]
    remainder = without_fixed(texts, fixed)
    given_free = None if free is None else Freedom.untested(float(free))
    result = _aligned(remainder, go_on, given_free)
    loose = result.freedom.free >= parameters.FREE
    asks_again = free is None and loose and texts.vectors is None and not word_by_word
    if callable(vectors) and asks_again:
        given = _if_any(texts, vectors)
        if given:
            given = (given[1], given[0]) if mirrored else given
            remainder = without_fixed(replace(texts, vectors=given), fixed)
            result = _aligned(remainder, go_on)
    if result.tells_nothing:
        remainder = replace(remainder, texts=_without(remainder.texts, result.tells_nothing))
        result = _aligned(remainder, go_on)
    result = _with_own_words(result, remainder, go_on)
    if read_together is not None:
        result = _with_couples(result, remainder, _turned(read_together, mirrored), go_on)
    steps = [
        (
            tuple(int(remainder.source[n]) for n in rows),
            tuple(int(remainder.target[n]) for n in columns),
            chance,
        )
        for rows, columns, chance in result.steps
    ]
    beads = [*labelled(steps, fixed, free=result.freedom.free >= parameters.FREE), *fixed]
    if mirrored:
        beads = [_mirrored(bead) for bead in beads]
    return in_reading_order(beads)


def _if_any(texts: Texts, vectors: Callable[[], Vectors | None]) -> Vectors | None:
    """The vectors, where there is something to align."""
    if not texts.source or not texts.target or list(texts.source) == list(texts.target):
        return None
    return vectors()


def _usable(
    translation: Sequence[str | None] | None, sentences: int
) -> Sequence[str | None] | None:
    """The translation, or None where there is nothing in it."""
    if translation is None or not any(translation):
        return None
    if len(translation) != sentences:
        raise ValueError(f"{len(translation)} translations of {sentences} sentences")
    return translation


def _mirrored(bead: Bead) -> Bead:
    relation = {"missing": "added", "added": "missing"}.get(bead.relation, bead.relation)
    return replace(bead, source=bead.target, target=bead.source, relation=relation)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class _Result:
    """The beads, how free the translation is, and what both were found by (None where the texts
    told it without). `tells_nothing` says what is better not asked, if anything."""

    steps: list[Step]
    freedom: Freedom
    evidence: Evidence | None = None
    tells_nothing: Literal["", "vectors", "translation"] = ""


def _without(texts: Texts, evidence: Literal["vectors", "translation"]) -> Texts:
    if evidence == "vectors":
        return replace(texts, vectors=None)
    return replace(texts, back=None, forward=None)


def _aligned(remainder: Remainder, go_on: GoOn, known: Freedom | None = None) -> _Result:
    """How free the translation is, is measured unless it is given."""
    texts = remainder.texts
    if not texts.source or not texts.target:
        alone: list[Step] = [((n,), (), 1.0) for n in range(len(texts.source))]
        return _Result(
            alone + [((), (n,), 1.0) for n in range(len(texts.target))], known or Freedom(0.0)
        )
    if list(texts.source) == list(texts.target) and remainder.limits is None:
        return _Result([((n,), (n,), 1.0) for n in range(len(texts.source))], known or Freedom(0.0))
    return _searched(gather(texts, go_on), remainder, go_on, known)


def _with_own_words(result: _Result, remainder: Remainder, go_on: GoOn) -> _Result:
    """The result once more, with the words that it shows to translate each other, where neither
    an encoder nor a translation tells it better."""
    texts, evidence = remainder.texts, result.evidence
    if evidence is None or evidence.senses is not None or evidence.translations:
        return result
    if evidence.strangers:
        return result
    sizes = len(texts.source), len(texts.target)
    if min(sizes) < own_words.FEWEST or max(sizes) > own_words.MOST:
        return result
    words = own_words.learnt(result.steps, texts.source, texts.target)
    if not words:
        return result
    more = with_own_words(evidence, texts, words, go_on)
    return _searched(more, remainder, go_on, result.freedom)


def _turned(read: ReadTogether, mirrored: bool) -> ReadTogether:
    """The same for texts whose sides were exchanged."""
    if not mirrored:
        return read

    def exchanged(left: list[str], right: list[str]) -> Vectors | None:
        found = read(right, left)
        return found and (found[1], found[0])

    return exchanged


def _with_couples(
    result: _Result, remainder: Remainder, read: ReadTogether, go_on: GoOn
) -> _Result:
    """The result once more, with neighbours that an encoder reads as one text where it is in
    doubt."""
    if result.evidence is None or result.evidence.senses is None or result.evidence.strangers:
        return result
    more = with_couples(result.evidence, remainder.texts, result.steps, read, go_on)
    return result if more is None else _searched(more, remainder, go_on, result.freedom)


def _searched(
    evidence: Evidence, remainder: Remainder, go_on: GoOn, known: Freedom | None
) -> _Result:
    likes = likenesses(evidence)
    encoded = evidence.senses is not None
    kinds = (
        parameters.weights(translated=True, encoded=encoded),
        parameters.weights(translated=False, encoded=encoded),
    )
    faithful = weights = (kinds[0].at(0), kinds[1].at(0))
    unpriced = score(evidence, likes, weights, remainder.limits, go_on)
    if known is None:
        dear, alone = chances_beside(dearer(unpriced, parameters.DEAR), unpriced, go_on)
        path = most_expected(unpriced.lattice, dear, 0.0, go_on)
        by_words = remainder.texts.word_by_word
        found = freedom(path, likes, evidence.band, word_by_word=by_words)
        if by_words and not words_tell(path, likes, evidence.band):
            return _Result(path, found, tells_nothing="vectors")
        if found.distrust >= 1:
            return _Result(path, found, tells_nothing="translation")
        del dear  # in a long text each table of scores takes a hundred megabytes
    else:
        found = known
    free = found.free
    if free or found.distrust:
        weights = (_trusted(kinds, found), kinds[1].at(free))
        unpriced = score(evidence, likes, weights, remainder.limits, go_on)
    if free or known is not None:
        alone = left_alone(unpriced, go_on)
    kind = 0 if evidence.translations else 1
    usual = parameters.USUAL_ALONE[kind]
    scores = at_own_rate(unpriced, alone, usual)
    price = parameters.ALONE_PRICE[kind]
    lattice = scores.lattice
    path = most_expected(lattice, chances(scores, go_on), price, go_on)
    del scores
    # Where it costs much to be left alone, any two leftovers would look like a moved pair.
    moves = find_moves(path, evidence, likes, faithful, go_on)
    if moves:
        gone_source = frozenset(n for rows, _, _ in moves for n in rows)
        gone_target = frozenset(n for _, columns, _ in moves for n in columns)
        # What stands elsewhere is not left out: the texts' own rate is that of the others.
        staying = leaving_out(unpriced, gone_source, gone_target)
        del unpriced
        staying = at_own_rate(
            staying, left_alone(staying, go_on), usual, (gone_source, gone_target)
        )
        path = [
            step
            for step in most_expected(lattice, chances(staying, go_on), price, go_on)
            if gone_source.isdisjoint(step[0]) and gone_target.isdisjoint(step[1])
        ]
    path = doubted(path, evidence, likes, faithful, moves=bool(moves), go_on=go_on)
    steps = moves + _unsure(path, free)
    if evidence.strangers:
        steps = [(rows, columns, parameters.STRANGERS * chance) for rows, columns, chance in steps]
    return _Result(steps, found, evidence)


def _trusted(kinds: tuple[Weights, Weights], found: Freedom) -> dict[str, float]:
    """The weights with a translation, so far as it is to be trusted; else those without one."""
    free = min(found.free, parameters.FREEST)
    ours, others = (kind.at(free) for kind in kinds)
    share = found.distrust
    return {
        name: (1 - share) * ours.get(name, 0.0) + share * others.get(name, 0.0)
        for name in (dict.fromkeys([*ours, *others]) if share else ours)
    }


def _unsure(path: Sequence[Step], free: float) -> list[Step]:
    """The path with the less trust in sentences left alone the freer the translation is."""
    trust = 1 - parameters.FREE_DOUBT * min(free, 1.0)
    return [
        (rows, columns, chance if rows and columns else chance * trust)
        for rows, columns, chance in path
    ]


def labelled(steps: Sequence[Step], fixed: Sequence[Bead], *, free: bool = False) -> list[Bead]:
    """The steps as beads, each with its relation to the others and to the fixed ones."""
    both = [(rows, columns) for rows, columns, _ in steps if rows and columns]
    both += [(bead.source, bead.target) for bead in fixed if bead.source and bead.target]
    stay = longest_in_order(both)
    beads = []
    for rows, columns, chance in steps:
        confidence = min(max(chance, 0.0), 1.0)
        if not columns:
            beads.append(Bead(rows, (), "missing", confidence, free=free))
        elif not rows:
            beads.append(Bead((), columns, "added", confidence, free=free))
        else:
            moved = (rows, columns) not in stay
            beads.append(Bead(rows, columns, "moved" if moved else "aligned", confidence))
    return beads


def in_reading_order(beads: Sequence[Bead]) -> list[Bead]:
    """The beads in the order of the source, each added one after the bead that it follows
    in the target."""
    filled = sorted((bead for bead in beads if bead.source), key=lambda bead: bead.source)
    places = {index: place for place, bead in enumerate(filled) for index in bead.target}
    answered = sorted(places)
    keyed = [((float(place), -1), bead) for place, bead in enumerate(filled)]
    for bead in beads:
        if not bead.source:
            behind = bisect_left(answered, bead.target[0])
            place = float(places[answered[behind - 1]]) if behind else -1.0
            keyed.append(((place, bead.target[0]), bead))
    return [bead for _, bead in sorted(keyed, key=lambda pair: pair[0])]
