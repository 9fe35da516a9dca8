"""A chart as a table: what stands under 'As a table', and goes out as CSV."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from imr_desk.ui.insight.chart import Bar, Chart, Part
from imr_desk.ui.insight.wording import tr

Cells = tuple[str | int | float | None, ...]


def heads() -> tuple[str, ...]:
    """The heads of the columns."""
    names = ("Chart", "Group", "Part", "Counted", "Of", "Unit", "Share", "95 % from", "95 % to", "Letters")
    return tuple(tr(name) for name in names)


def sheet(charts: Sequence[Chart]) -> Iterator[Cells]:
    """A row for each part of each bar."""
    for chart in charts:
        for bar in chart.bars:
            for part in bar.parts:
                yield _row(chart, bar, part)


def _row(chart: Chart, bar: Bar, part: Part) -> Cells:
    """A part of a mere amount has no share."""
    share = bar.share_of(part)
    if share is None:
        return chart.title, bar.name, part.words, part.count, bar.amount, chart.unit, None, None, None, part.letters
    shares = (round(one, 4) for one in (share.value, *share.interval))
    return chart.title, bar.name, part.words, part.count, share.of, chart.unit, *shares, part.letters
