"""The work done, day by day: letters verified, fields corrected, and by whom where more than one person works."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QDate, QLocale

from imr_desk.desk.figures.counting import Counts
from imr_desk.store.figures.facet import OfWork
from imr_desk.store.kept.work import Deed, WorkDone
from imr_desk.ui.insight.chart import Bar, Chart, Fill, Part, Shape, Tone
from imr_desk.ui.insight.wording import tr, whole

DAYS = 42
"""So many of the last days on which somebody worked are shown."""
_TONES = (
    Tone("accent"),
    Tone("look", Fill.HATCHED),
    Tone("confirmed"),
    Tone("accent", Fill.HATCHED),
    Tone("machine"),
    Tone("confirmed", Fill.HATCHED),
    Tone("look"),
)


def work_charts(counts: Counts) -> tuple[Chart, ...]:
    """Letters and fields by day."""
    persons = list(dict.fromkeys(work.who for work in counts.work))
    days = sorted({work.day for work in counts.work})[-DAYS:]
    verified, corrected = (
        _chart(deed, _of(counts.work, deed), days, persons) for deed in (Deed.VERIFIED, Deed.CORRECTED)
    )
    return (verified, corrected) if days else ()


def _chart(deed: Deed, done: Sequence[WorkDone], days: Sequence[date], persons: Sequence[str]) -> Chart:
    months = [0, *(day.month for day in days)]
    bars = tuple(
        _bar(deed, day, [work for work in done if work.day == day], persons, new=day.month != before)
        for day, before in zip(days, months, strict=False)
    )
    if deed is Deed.VERIFIED:
        title, told, unit = tr("Letters verified"), tr("By day, as the events of the store have it."), tr("letters")
    else:
        told = tr("Values that a person put in the place of the parser's.")
        title, unit = tr("Fields corrected"), tr("fields")
    return Chart(deed, title, told, Shape.AMOUNTS_IN_TIME, unit, bars)


def _bar(deed: Deed, day: date, done: Sequence[WorkDone], persons: Sequence[str], *, new: bool) -> Bar:
    alone = len(persons) == 1
    parts = tuple(
        Part(
            tr(deed.value) if alone else work.who,
            _TONES[persons.index(work.who) % len(_TONES)],
            work.letters if deed is Deed.VERIFIED else work.times,
            work.letters,
            OfWork(day, deed, None if alone else work.who),
        )
        for work in done
    )
    names, shown = QLocale(), QDate(day.year, day.month, day.day)
    month = names.standaloneMonthName(day.month, QLocale.FormatType.ShortFormat)
    era = f"{month} {day.year}" if new else ""
    total = sum(part.count for part in parts)
    name = names.toString(shown, QLocale.FormatType.LongFormat)
    return Bar(name, parts, figure=whole(total) if total else "", tick=str(day.day), era=era)


def _of(done: Sequence[WorkDone], deed: Deed) -> Sequence[WorkDone]:
    return [work for work in done if work.deed is deed]
