"""Quantities in running text: numbers, dates, times and codes, with their exact values.

How it works: `characters` brings digits and signs of every script to one form without moving
an offset; `nodes` finds the tokens that matter; a `Reading` holds both for every rule;
`grammar` tries the rules in order (`codes`, `openers`, `clock`, `dates` with `decades`, then
`numerals` with `digits` and `parts`, `measured` and `lone_words`); `reader` adds Roman numerals
and joins ranges. No rule knows the rules above it, and what a language knows is data.

The data: `lexica/LANG.json`, one file per language of CLDR, loaded on first use, is written by
`tools/data/lexica.py` (make data) from two sources and never edited by hand:

- CLDR through Babel: separators, date order, months, weekdays, scale words, units, currencies;
- `tools/data/number_words/LANG.toml`, by hand, for what CLDR lacks. A language with such a file
  is `complete`: number words missing from a translation then count as missing.

`regions.json`, from the same generator, holds what a region writes otherwise (de-CH, en-GB).

A table of the TOML maps a value to its comma-separated forms, in every inflection (matching is
case-blind; a form may be several words; apostrophes and hyphens between words do not matter):

- `cardinal` (below 1000 only what is not put together regularly), `tail` (forms that only end a
  numeral, as Vietnamese mốt), `ordinal` with `endings.ordinal` (stems; a form ending in `*` is
  whole), `scale` (100, 1000, ... and their plurals), `short` (abbreviated scales), `fraction`
  ("1/3" and the like), `plus` ("and a half"), `denominator`, `group` (dozen), `dual`,
  `collective`, `some` (ten and a few more: belasan), `times` (twice, doubled), `prefix`
  (beginnings of compounds);
- `article`: words that may answer for a small number and are no quantity (both, single);
  `indefinite` among them makes "a million" one million;
- `times_stem` (beginnings of verbs such as "to double"), `dimension` (stems of the words for square
  and cubic), `weekday` and `date.month_forms` (inflected names);
- `calendar`: the months of another calendar, by its name in `calendars`;
- `period`: words that say how often something returns (`week` = "weekly"); one ending in `*` is a
  stem;
- `role`: words before a value that make it the `from`, the `to` or the `by` of a change, or a
  `limit` (up to); `role_behind`: endings of a value and words behind it that do;
- `from_end`: words for a place counted from the end, by the place (2 = penultimate; a stem ends in
  `*`), and under 0 those that do so beside an ordinal (third from last);
- `time.hours`: words behind an hour that is counted from dawn or dusk, with what is added to it,
  the hours after which it begins anew, and what is added then (Swahili saa tatu asubuhi);
- `time.minutes_past`: words between minutes and their hour (twenty past seven), `calling` the
  words before such a time where they are other things as well;
- `when`: words that set a span of time before or after something, in front of it or `_behind`;
- `comparison`: the same for comparatives (`up` more, `down` less), `_behind` right after a length
  or share only (80 Zentimeter unter); `none` holds phrases that only look like one (at least, no
  more than); without spaces " … " holds the value or stands before it (比去年低5%);
- `frequency`: words for `every` and `every_other` before a span of time, and what `day`, `week` and
  so on are beside "twice" (a day); `when_dated`: words that set something before or after a date;
- `rate`: words for "an hour", "per day" and so on beside what CLDR has, and those before
  (`not_before`) or behind (`not_behind`) which they say when and not how often (within a day);
- `money_of`: words beside money that name its country, beside those of CLDR's names (stems; whole
  names where no spaces part words);
- `thing`: words for what is counted (boats, pupils, the injured) by its English name; a stem ends
  in `*`. The fact `things_first` says that they may stand before their number;
- `head`: `per` what says "for each person", `any` beginnings of all words that may name people;
- `date.last_day`: phrases for the last day of a month; `date.night_to`: words before a day that is
  the one after a night (в ночь на), `night_to_behind` those behind it;
- `times_word`: words behind a number that make a multiple of it (ten times);
- `time.always`: phrases for "around the clock"; `date.century_words`: adjectives of a century;
- `year_part`: beginnings of the words for a `quarter` and a `half` of a year, which an ordinal
  numbers, and of those for its `first_half` and `second_half`;
- `unit_stem`: how a span of time goes on behind the number of an adjective (zwölf-jähr-ig);
- `named_day`: what a day of the year is called, by its month and day (1231 = New Year's Eve);
- `trend`: the stems of words that say that something grew (`up`) or shrank (`down`); " … " is a
  gap of some words;
- `part_of_period`: words that name the beginning, the middle or the end of a month or year, in
  front of it or, where `behind` says so, behind it;
- `version`: words before the number of a version (4.10 is another one than 4.1);
- `ratio`: words between the two numbers of a ratio (three to one);
- `percent.off`: words behind a percentage that take it off a price;
- `bound`: words for "at least" and "at most" before a number, and with `_behind` behind it;
  " … " holds one or two words that say of what the limit is, with the fact `parted_limits`;
- `numerals.turned`: forms of hundreds and thousands that a number behind them multiplies, where
  that order says "about" (тысяч пять);
- `numerals.into`: words before the parts that something is cut into (en deux);
  `vague.counting`: verbs that look like numerals (sieben);
- `percent`, `points`, `negative`, `approx`, `unit` (canonical name to forms), `time`, `date`,
  `affix` (regular expressions for ordinal endings and prefixes of figures), `numerals` (the
  words for "and" with the least value before them, `glue` of one-word compounds);
- `vague.words`: numerals with another meaning (acht, second): they answer and never ask;
  `vague.articles`: numerals that are mostly articles (ein, un), not extracted at all;
- `idiom.words`: phrases in which a numeral is none (one of the, salah satu); `idiom.sayings`:
  those in which it is one and yet counts nothing (on cloud nine): they answer and never ask;
- `facts`: habits of the language that rules ask for by name (`unit_first`: units stand in front of
  their number; `capital_months`: a month is
  written with a capital; `least_grouped`: digits from which on they are grouped; `denials`: what
  denies a limit, where the list of negating words has not the language; `unless`: what denies the
  limit behind it in every language; `in_turn`: what stands before and between a number told twice
  for "every" (de 12 em 12 horas); `frost`: beginnings of words near which degrees may be below
  zero; `weekday_ordinals`: days of the week are called the second,
  the third, ...).

To add a language: docs/recipes/language.md.
"""

from __future__ import annotations

from reviewer.text.quantities.approximation import approximates
from reviewer.text.quantities.extracted import Quantity
from reviewer.text.quantities.items import quantity
from reviewer.text.quantities.lexicon import lexicon
from reviewer.text.quantities.read_texts import read_items


def extract_quantities(text: str, language: str) -> list[Quantity]:
    """Every quantity of `text` in reading order; spans do not overlap.

    `language` is a BCP 47 tag. Values are exact; an ambiguous writing has several, the
    likeliest first. Never raises on any text.
    """
    lex = lexicon(language)
    return [
        quantity(item, approximates(text, item, lex))
        for item in read_items(text, language)
        if "article" not in item.tags
    ]


__all__ = ["extract_quantities"]
