"""What number_words/LANG.toml says of a language, which CLDR lacks: its number words above all.

num2words (LGPL) fills in the compounds below one hundred where a language does not form them
regularly. Of two senses of a form both are kept, of two values of one sense the first: so the
order of the steps is part of what is made.
"""

from __future__ import annotations

from typing import Any

from lexicon_words import Builder, forms
from lexicon_year import facts_of_the_year
from num2words import num2words

from reviewer.text.quantities.characters import fold

RATES = ("minute", "hour", "day", "week", "month", "year")
"""Units of time that something is told for each of."""
Data = dict[str, Any]
"""A file of number_words as TOML reads it."""

_NUMBER_TABLES = (
    "cardinal", "ordinal", "scale", "short", "fraction", "plus", "group", "times", "article",
    "dual", "tail", "collective", "decade", "prefix", "before_plus", "denominator",
    "some",
)  # fmt: skip
_LISTS = ("percent", "percent_before", "points", "approx", "idiom")
_DATE_LISTS = (
    "century", "month_number", "ordinal_prefix", "day_marker", "year_marker", "decade_before",
    "decade_firm", "decade_century", "decade_marker", "year_after", "month_after", "day_after",
    "first_year",
)  # fmt: skip
_TIME_LISTS = (
    "am", "pm", "minute", "half_to", "half_past", "quarter_to", "quarter_past", "quarter_of",
    "minutes_less",
)  # fmt: skip


def hand(builder: Builder, data: Data) -> dict[str, object]:
    """Add the words of the file to `builder`, and give its facts."""
    _numbers(builder, data)
    derived_ordinals(builder, data)
    _around_numbers(builder, data)
    _days_and_months(builder, data)
    _calendars(builder, data)
    _clock(builder, data)
    return {
        "complete": data.get("complete", True),
        "compound": data.get("compound", False),
        **_facts_of_places(data),
        **_facts_of_time(data),
        **_facts_of_change(data),
        **_facts_of_writing(data),
        **data.get("facts", {}),
    }


def _numbers(builder: Builder, data: Data) -> None:
    """Number words by their values, and the compounds that num2words spells."""
    endings = forms(data.get("endings", {}).get("ordinal", ""))
    for sense in _NUMBER_TABLES:
        for value, text in data.get(sense, {}).items():
            if value == "indefinite":
                continue
            for form in forms(text):
                number: object = value if "/" in value else int(value)
                if sense == "ordinal" and endings and not form.endswith("*"):
                    builder.add(form, "stem", number)
                    for ending in endings:
                        builder.add(form + ending, sense, number)
                else:
                    builder.add(form.rstrip("*"), sense, number)
    for name in forms(data.get("num2words", "")):
        for number in range(21, 100):
            builder.add(num2words(number, lang=name), "cardinal", number)
    for name in forms(data.get("num2words_ordinals", "")):
        for number in range(21, 100):
            ordinal = num2words(number, lang=name, to="ordinal")
            for ending in "oaie":
                builder.add(ordinal[:-1] + ending, "ordinal", number)


def _around_numbers(builder: Builder, data: Data) -> None:
    """What stands beside numbers: per cent, units, "about", "more than", "minus"."""
    for section in _LISTS:
        builder.add_all(data.get(section, {}).get("words", ""), section)
    builder.add_all(data.get("idiom", {}).get("sayings", ""), "saying")
    builder.add_table(data.get("unit", {}), "unit", str)
    vague = data.get("vague", {})
    builder.add_all(vague.get("words", ""), "vague")
    for form in forms(vague.get("articles", "")):
        builder.add(form, "vague", 1)
        builder.add(form, "article_word", 1)
    builder.add_all(data.get("article", {}).get("indefinite", ""), "indefinite")
    for sense in ("over", "under", "tenths", "out_of", "of_all", "decimal_word", "discount"):
        builder.add_all(data.get("numerals", {}).get(sense, ""), sense)
    builder.add_all(data.get("numerals", {}).get("money_behind", ""), "behind")
    for sense in ("permille", "permyriad"):
        builder.add_all(data.get(sense, {}).get("words", ""), sense)
    builder.add_table(data.get("amount", {}), "amount", str)
    for place, text in data.get("from_end", {}).items():
        for form in forms(text):
            if not form.endswith("*"):
                builder.add(form, "from_end", int(place))
    bound = data.get("bound", {})
    for side, sign in (("more", 1), ("less", -1)):
        builder.add_all(bound.get(side, ""), "bound", sign)
        builder.add_all(bound.get(f"{side}_behind", ""), "bound_behind", sign)
    builder.add_all(data.get("definite", {}).get("words", ""), "definite")
    for side in ("before", "after"):
        builder.add_all(data.get("negative", {}).get(side, ""), f"negative_{side}")
        builder.add_all(data.get("time", {}).get(side, ""), f"clock_{side}")


def _days_and_months(builder: Builder, data: Data) -> None:
    """Weekdays, months, centuries and eras, and the times of day that have a name."""
    date, time = data.get("date", {}), data.get("time", {})
    for sense in ("weekday", "weekday_short"):
        builder.add_table(data.get(sense, {}), sense)
    builder.add_table(date.get("month_forms", {}), "month")
    builder.add_table(date.get("century_names", {}), "century_name")
    builder.add_table(date.get("century_words", {}), "century_word")
    for sense in ("before_era", "in_era"):
        builder.add_all(date.get(sense, ""), sense)
    builder.add_table(date.get("eras", {}), "era", _whole_numbers)
    for name, minutes in (("midnight", 0), ("noon", 720)):
        builder.add_all(time.get(name, ""), "named_time", minutes)
    builder.add_table(time.get("named", {}), "named_time")


def _calendars(builder: Builder, data: Data) -> None:
    """Months of other calendars, decades, and the words that stand in dates."""
    date = data.get("date", {})
    for calendar, names in data.get("calendar", {}).items():
        for month, text in names.items():
            builder.add_all(text, "calendar_month", [calendar, int(month)])
    builder.add_table(date.get("decade_names", {}), "decade")
    for name in _DATE_LISTS:
        builder.add_all(date.get(name, ""), name)
    builder.add_table(date.get("month_words", {}), "month_word")
    builder.add_all(date.get("vague_months", ""), "vague_month")


def _clock(builder: Builder, data: Data) -> None:
    """The words that stand in times of day, and those that join numbers."""
    time = data.get("time", {})
    for name in _TIME_LISTS:
        builder.add_all(time.get(name, ""), name)
    builder.add_all(data.get("affix", {}).get("ordinal_prefix", ""), "ordinal_prefix")
    for form, floor in data.get("numerals", {}).get("and", {}).items():
        builder.add(form, "and", floor)
    for form, period in _periods(data).items():
        if not form.endswith("*"):
            builder.add(form, "period", period)
    builder.add_table(time.get("minutes_past", {}), "minutes_past")
    builder.add_table(time.get("hours", {}), "hours", _whole_numbers)


def _facts_of_places(data: Data) -> dict[str, object]:
    """Whether the words for places counted from the end are known, and their stems."""
    table = data.get("from_end", {})
    stems = {
        fold(form.rstrip("*")): int(place)
        for place, text in table.items()
        for form in forms(text)
        if form.endswith("*")
    }
    last = [fold(form) for form in forms(data.get("last", {}).get("stems", ""))]
    return {"counts_from_end": bool(table), "from_end_stems": stems, "last": last}


def _facts_of_time(data: Data) -> dict[str, object]:
    """Stems of weekdays and of parts of the day, and how the clock is told."""
    time = data.get("time", {})
    day_behind = forms(data.get("date", {}).get("day_after", ""))
    new_year = [fold(form) for form in forms(data.get("date", {}).get("new_year", ""))]
    nights = {
        name: [fold(form) for form in forms(data["date"][name])]
        for name in ("night_to", "night_to_behind")
        if name in data.get("date", {})
    }
    stems = {form: way for form, way in _periods(data).items() if form.endswith("*")}
    return {
        **facts_of_the_year(data),
        "weekday_stems": _folded(data.get("weekday_stem", {}), int),
        "times_stems": _folded(data.get("times_stem", {}), str)
        | multiples(data.get("multiple", {})),
        "period_stems": {form.rstrip("*"): period for form, period in stems.items()},
        "clock_phrases": data.get("clock_phrases", {}),
        "calling": forms(time.get("calling", "")),
        "past_unsure": bool(time.get("past_unsure")),
        "always": [fold(form) for form in forms(time.get("always", ""))],
        **({"new_year": new_year} if new_year else {}),
        **nights,
        **({"day_behind": day_behind} if day_behind else {}),
        "last_day": [fold(form) for form in forms(data.get("date", {}).get("last_day", ""))],
        "counted": {
            fold(form): unit
            for unit, text in data.get("counted", {}).items()
            for form in forms(text)
        },
        "frequency": _frequency(data.get("frequency", {})),
    }


def _frequency(table: Data) -> dict[str, object]:
    """Words for "every" and "every other", and what "a day" is behind "twice"."""
    if not table:
        return {}
    told: dict[str, object] = {
        key: [fold(form) for form in forms(table.get(key, ""))] for key in ("every", "every_other")
    }
    units = {
        fold(form): unit
        for unit in ("hour", "day", "week", "month", "year")
        for form in forms(table.get(unit, ""))
    }
    return told | {"units": units}


def _facts_of_change(data: Data) -> dict[str, object]:
    """How a change is told: from what to what, by how much, upwards or downwards."""
    facts: dict[str, object] = {"roles": roles(data, "role")}
    facts["role_behind"] = roles(data, "role_behind")
    for table in ("when", "when_dated"):
        for place in ("", "_behind"):
            facts[f"{table}{place}"] = {
                fold(form): way
                for name, way in (("before", -1), ("after", 1))
                for form in forms(data.get(table, {}).get(f"{name}{place}", ""))
            }
    facts["shrinking"] = {
        name: [fold(form) for form in forms(text)]
        for name, text in data.get("shrinking", {}).items()
    }
    for name, table in (("trends", "trend"), ("comparisons", "comparison")):
        facts[name] = {way: forms(text) for way, text in data.get(table, {}).items()}
    part = data.get("part_of_period", {})
    facts["parts_of_periods"] = {
        fold(form): number
        for number, name in enumerate(("early", "mid", "late"), 1)
        for form in forms(part.get(name, ""))
    }
    facts["parts_behind"] = bool(part.get("behind"))
    if "opposite" in data:
        facts["opposites"] = {
            topic: {way: [form.lower() for form in forms(text)] for way, text in table.items()}
            for topic, table in data["opposite"].items()
        }
    rate = data.get("rate", {})
    if rate:
        facts["rates"] = {fold(form): unit for unit in RATES for form in forms(rate.get(unit, ""))}
        for place, name in (("before", "not_behind"), ("behind", "not_before")):
            facts[f"no_rate_{place}"] = [fold(form) for form in forms(rate.get(name, ""))]
    if "money_of" in data:
        facts["own_money_of"] = {
            fold(form): code for code, text in data["money_of"].items() for form in forms(text)
        }
    if "thing" in data:
        facts["things"] = {
            _folded_stem(form): thing
            for thing, text in data["thing"].items()
            for form in forms(text)
        }
    if "head" in data:
        facts["per_head"] = [fold(form) for form in forms(data["head"]["per"])]
        facts["heads"] = [fold(form) for form in forms(data["head"]["any"])]
    if "recap" in data:
        facts["recap"] = {name: forms(text) for name, text in data["recap"].items()}
    facts["version"] = [fold(form) for form in forms(data.get("version", {}).get("words", ""))]
    facts["ratio"] = [fold(form) for form in forms(data.get("ratio", {}).get("words", ""))]
    facts["times_words"] = forms(data.get("times_word", {}).get("words", ""))
    facts["off"] = [fold(form) for form in forms(data.get("percent", {}).get("off", ""))]
    return facts


def _facts_of_writing(data: Data) -> dict[str, object]:
    """How numbers are put together from words and signs."""
    numerals, date, affix = (data.get(name, {}) for name in ("numerals", "date", "affix"))
    decimal = forms(numerals.get("decimal_word", ""))
    suffixes = forms(data.get("endings", {}).get("suffixes", ""))
    facts: dict[str, object] = {
        "counting": forms(data.get("vague", {}).get("counting", "")),
        "turned": forms(numerals.get("turned", "")),
        "into": forms(numerals.get("into", "")),
        # Without their first letter, which may be a capital.
        **({"decimal_word": [w[1:] for w in decimal]} if decimal else {}),
        "counters": numerals.get("counters", ""),
        "and_some": numerals.get("and_some", ""),
    }
    # Forms that occur only inside compounds (Italian settecentottanta).
    if "parts" in data:
        facts["parts"] = {
            form: {"scale": int(value)}
            for value, text in data["parts"].items()
            for form in forms(text)
        }
    for sense, text in data.get("dimension", {}).items():
        facts[sense] = [fold(form) for form in forms(text)]
    return {
        **facts,
        "glue": numerals.get("glue", ""),
        "century_before": bool(date.get("century_before")),
        "decade_after": date.get("decade_after", ""),
        "ordinal_after": affix.get("ordinal_after", ""),
        "ordinal_before": affix.get("ordinal_before", ""),
        "ordinal_dot": bool(affix.get("ordinal_dot")),
        "suffixes": sorted(suffixes, key=len, reverse=True),
    }


def _whole_numbers(text: str) -> list[int]:
    return [int(number) for number in text.split()]


def _folded(table: Data, value: type[int] | type[str]) -> dict[str, int | str]:
    """The forms of a table whose keys say their values, as the reader compares them."""
    return {fold(form): value(key) for key, text in table.items() for form in forms(text)}


def _periods(data: Data) -> dict[str, str]:
    """Parts of the day by their words; a stem ends in "*"."""
    table = data.get("period", {})
    return {fold(form): period for period, text in table.items() for form in forms(text)}


def derived_ordinals(builder: Builder, data: Data) -> None:
    """Ordinals that are made by rule from other words, and the fractions that are ordinals.

    `ordinal_words` takes them from num2words; `ordinal_of` puts something before or after a
    cardinal (Indonesian kedua puluh satu, Hindi पच्चीसवाँ); `ordinal_tens` joins a unit's
    ordinal to the tens (Arabic الحادية والعشرين); `fraction` endings make an ordinal the
    denominator of the number before it (две пятых).
    """
    for name in forms(data.get("ordinal_words", "")):
        for number in range(11, 100):
            builder.add(num2words(number, lang=name, to="ordinal"), "ordinal", number)
    rule = data.get("ordinal_of", {})
    if rule:
        cardinals = {
            int(number): forms(text)
            for number, text in data["cardinal"].items()
            if int(number) >= int(str(rule.get("from", 2)))
        }
        for name in forms(rule.get("num2words", "")):
            cardinals |= {number: [num2words(number, lang=name)] for number in range(11, 200)}
        for number, written in cardinals.items():
            for form in written:
                for after in forms(rule.get("after", "")) or [""]:
                    builder.add(str(rule.get("before", "")) + form + after, "ordinal", number)
    joined = data.get("ordinal_tens", {})
    for number in range(1, 10) if joined else ():
        units = forms(joined["1"] if number == 1 else data["ordinal"][str(number)])
        for tens in range(20, 100, 10):
            for form in forms(data["cardinal"][str(tens)]):
                for unit in units:
                    for link in forms(joined["link"]):
                        builder.add(f"{unit} {link}{form}", "ordinal", tens + number)
    for ending in forms(data.get("endings", {}).get("fraction", "")):
        for number in (*range(3, 21), 100, 1000):
            for stem in forms(data["ordinal"].get(str(number), "")):
                if not stem.endswith("*"):
                    builder.add(stem + ending, "fraction", f"1/{number}")


def multiples(rule: Data) -> dict[str, str]:
    """Stems made of a number and what makes a multiple of it (femfaldig, vervijfvoudigd)."""
    tails, before = forms(rule.get("tails", "")), forms(rule.get("before", ""))
    return {
        fold(first + head + tail): number
        for number, heads in rule.items()
        if number.isdigit()
        for head in forms(heads)
        for tail in tails
        for first in ("", *before)
    }


def roles(data: Data, table: str) -> dict[str, str]:
    """What a word beside a value makes of it in a change: f(rom), t(o), b(y), l(imit); some say
    two."""
    found: dict[str, str] = {}
    for role, text in data.get(table, {}).items():
        for form in forms(text):
            found[fold(form)] = "".join(sorted(found.get(fold(form), "") + role[0]))
    return found


def _folded_stem(form: str) -> str:
    """The form as a text's words are folded, the star of a stem behind it."""
    return fold(form.rstrip("*")) + "*" * form.endswith("*")
