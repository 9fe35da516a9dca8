"""The words of the insight page: names of groups, shares, and what stands behind a bar in one sentence."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from imr_desk.desk.figures.counting import OTHERS, UNCLASSED
from imr_desk.desk.sitting.naming import letters_name
from imr_desk.quality.intervals import Share
from imr_desk.ui.insight.chart import Bar, Chart, Part, Shape


def tr(text: str) -> str:
    """The text in the person's language."""
    return QCoreApplication.translate("insight", text)


def group_name(name: str, members: int = 0) -> str:
    """A group's name as a person reads it."""
    match name:
        case "":
            return tr("not stated")
        case _ if name == OTHERS:
            return tr("{count} others").format(count=members)
        case _ if name == UNCLASSED:
            return tr("other drugs")
        case _:
            return name


def percent(share: float, decimals: int = 0) -> str:
    """`17 %`."""
    return f"{100 * share:.{decimals}f}\N{NO-BREAK SPACE}%"


def interval(share: Share, decimals: int = 0) -> str:
    """`9 to 30 %`."""
    low, high = share.interval
    return tr("{low} to {high}").format(low=f"{100 * low:.{decimals}f}", high=percent(high, decimals))


def whole(count: int) -> str:
    """A number with its thousands parted."""
    return QLocale().toString(count)


def of(count: int, total: int) -> str:
    """`9 of 52`."""
    return tr("{count} of {total}").format(count=whole(count), total=whole(total))


def sentence(chart: Chart, bar: Bar, part: Part) -> str:
    """All that a part of a bar says, for who does not see it."""
    share, decimals = bar.share_of(part), 1 if chart.shape is Shape.DOTS else 0
    total = share.of if share else bar.amount
    counted = whole(part.count) if share is None and part.count == total else of(part.count, total)
    named = tr("{name}: {counted} {unit}") if part.words == bar.name else tr("{name}: {part} {counted} {unit}")
    words = [named.format(name=bar.name, part=part.words, counted=counted, unit=chart.unit)]
    if share is not None:
        said = tr("{share} (95 % interval {interval})")
        words.append(said.format(share=percent(share.value, decimals), interval=interval(share, decimals)))
    if chart.unit != tr("letters"):
        words.append(
            tr("in {letters}").format(letters=letters_name(part.letters)) if part.letters else tr("in no letter")
        )
    return ", ".join(words) + "."
