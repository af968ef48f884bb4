"""When something was done, as the language of the user writes dates and times (CLDR)."""

from __future__ import annotations

from datetime import datetime

from reviewer.wording.language import language


def short_moment(at: str) -> str:
    """An instant (ISO 8601) in the reader's own time: the time alone for today, else the day as
    well. Anything else is given back as it is."""
    from babel.dates import format_date, format_time

    try:
        moment = datetime.fromisoformat(at).astimezone()
    except ValueError:
        return at
    time = format_time(moment, "short", locale=language())
    if datetime.now().astimezone().date() == moment.date():
        return time
    return f"{format_date(moment, 'medium', locale=language())} {time}"


def day(at: str) -> str:
    """The day of an instant (ISO 8601) in the time zone that it names; anything else is given
    back as it is."""
    from babel.dates import format_date

    try:
        return format_date(datetime.fromisoformat(at), "medium", locale=language())
    except ValueError:
        return at


def exact_moment(moment: datetime) -> str:
    """Day and time with seconds, in the reader's own time."""
    from babel.dates import format_datetime

    return format_datetime(moment.astimezone(), "medium", locale=language())
