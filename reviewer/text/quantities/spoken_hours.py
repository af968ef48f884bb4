"""Hours without a word for hour: by case (üçte), by an ordinal (الثامنة والنصف), with minutes."""

from __future__ import annotations

from fractions import Fraction

from reviewer.text.quantities.date_items import small_number
from reviewer.text.quantities.neighbours import adjacent
from reviewer.text.quantities.numerals import read_numeral
from reviewer.text.quantities.reading import Found, Reading
from reviewer.text.quantities.times import ON_THE_DIAL, on_the_dial, time_item

_QUARTER = Fraction(1, 4)
_PRONOUN = 10


def quarter(reading: Reading, index: int) -> int:
    """The index behind a word for a quarter (cuarto, un sfert), 0 where none stands there."""
    node, after = reading.nodes[index], reading.at(index + 1)
    if node.senses.get("fraction") == _QUARTER or (
        node.senses.get("ordinal") == 4 and node.senses.get("unit") == "quart"
    ):
        return index + 1
    one = "article_word" in node.senses and node.senses.get("cardinal") == 1
    if one and after is not None and adjacent(reading.text, node, after):
        return index + 2 if after.senses.get("fraction") == _QUARTER else 0
    return 0


def by_case(reading: Reading, index: int) -> Found | None:
    """An hour in the case that says where (üçte), which before a numeral divides (üçte biri).

    Ten is a pronoun in that case (onda) and counts only behind a part of the day.
    """
    node, after = reading.nodes[index], reading.at(index + 1)
    hour = node.senses.get("denominator", 0)
    if hour not in ON_THE_DIAL or not reading.lexicon.facts.get("hours_by_case"):
        return None
    before = reading.at(index - 1) if index else None
    told = before is not None and not before.senses.keys().isdisjoint(("am", "pm", "clock_before"))
    if hour == _PRONOUN and not (told and before and adjacent(reading.text, before, node)):
        return None
    divides = after is not None and (
        after.kind == "n" or not after.senses.keys().isdisjoint(("cardinal", "unit"))
    )
    if divides and after is not None and adjacent(reading.text, node, after):
        return None
    item, following = time_item(reading, node.start, node.end, hour * 60, index + 1)
    item.vague = True
    return item, following


def by_ordinal(reading: Reading, index: int) -> Found | None:
    """An hour that an ordinal names, with its half or quarter (الثامنة والنصف)."""
    hour, after = reading.nodes[index].senses.get("ordinal", 0), reading.at(index + 1)
    if hour not in ON_THE_DIAL or not reading.lexicon.facts.get("hours_by_ordinal"):
        return None
    if after is None or "plus" not in after.senses or "ال" not in after.raw:
        return None
    if not adjacent(reading.text, reading.nodes[index], after):
        return None
    return time_item(reading, reading.nodes[index].start, after.end, hour * 60, index + 1)


def minutes_between(reading: Reading, index: int) -> Found | None:
    """Minutes between their hour and the word that adds or takes them (altıya çeyrek kala)."""
    if not reading.lexicon.facts.get("minutes_between"):
        return None
    text, nodes = reading.text, reading.nodes
    node, part = nodes[index], reading.at(index + 1)
    hour = node.senses.get("cardinal", 0)
    following = index + 1
    if hour == 10 and part is not None and part.senses.get("cardinal") in (1, 2):
        hour, following = hour + part.senses["cardinal"], index + 2
    part = reading.at(following)
    if hour not in ON_THE_DIAL or part is None or not adjacent(text, nodes[following - 1], part):
        return None
    stop, minutes = quarter(reading, following), 15
    if not stop:
        numeral = (
            None
            if part.senses.keys() <= {"am", "pm"}
            else read_numeral(text, nodes, following, reading.lexicon)
        )
        value = small_number(part, 1, 59) if numeral is None else numeral.values[0]
        if value is None or value not in range(1, 60):
            return None
        minutes, stop = int(value), numeral.next if numeral else following + 1
    mark = reading.at(stop)
    if mark is None or "minutes_past" not in mark.senses:
        return None
    if not adjacent(text, nodes[stop - 1], mark):
        return None
    told = on_the_dial(hour * 60 + minutes * mark.senses["minutes_past"])
    return time_item(reading, node.start, mark.end, told, stop + 1)
