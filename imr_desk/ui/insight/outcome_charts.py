"""How items were decided: overturned and upheld, by what they can be grouped by."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from imr_desk.desk.figures.counting import Counts, Grouped
from imr_desk.quality.intervals import Share
from imr_desk.store.figures.facet import OfFacts
from imr_desk.store.figures.facts import Dimension, Reviewed
from imr_desk.store.figures.tallies import Tally
from imr_desk.ui.insight.chart import Bar, Chart, Fill, Part, Shape, Tone
from imr_desk.ui.insight.periods import Period, by_period, fitting, full_name, short_name, through, year_of
from imr_desk.ui.insight.wording import group_name, interval, of, percent, tr, whole

_TONES = {"overturned": Tone("accent"), "upheld": Tone("rest", Fill.TINT)}
_TITLES = {
    Dimension.CATEGORY: "By category of treatment",
    Dimension.DRUG: "By drug class",
    Dimension.SPECIALTY: "By reviewer's specialty",
    Dimension.REVIEWED: "By what utilization review had done",
}
_REVIEWED = {Reviewed.DENIED: "denied all of it", Reviewed.MODIFIED: "authorized a part"}
_IN_TIME = {
    Period.MONTH: "By month of decision",
    Period.QUARTER: "By quarter of decision",
    Period.YEAR: "By year of decision",
}


def outcome_charts(counts: Counts) -> tuple[Chart, ...]:
    """Every chart of decisions; the first is of all items together."""
    whole = tuple(_bars(counts.outcomes[Dimension.ALL], counts.verified))
    reference = whole[0].share if whole else None
    told = _told(counts.outcomes[Dimension.ALL].tallies, reference)
    everything = Chart("all", tr("All decided items"), told, Shape.SHARES, tr("items"), whole)
    by_group = (_by(dimension, counts, reference) for dimension in _TITLES)
    return (everything, *by_group, _by_time(counts, reference)) if whole else ()


def _by(dimension: Dimension, counts: Counts, reference: Share | None) -> Chart:
    bars = sorted(_bars(counts.outcomes[dimension], counts.verified), key=lambda bar: -bar.amount)
    told = tr("Overturned of the decided items, the largest group first.")
    nothing = tr("Of none of the decided items is this known.")
    return Chart(
        dimension, tr(_TITLES[dimension]), told, Shape.SHARES, tr("items"), tuple(bars), reference, nothing=nothing
    )


def _by_time(counts: Counts, reference: Share | None) -> Chart:
    months = counts.outcomes[Dimension.MONTH]
    period = fitting([month for month in months.members if month])
    found = by_period(months, period)
    numbers = through(sorted(found))
    years = [0, *(year_of(number, period) for number in numbers)]
    shown = tuple(
        _in_time(found.get(number), number, period, counts.verified, year)
        for number, year in zip(numbers, years, strict=False)
    )
    told = tr("Overturned of the decided items, with how many there were.")
    nothing = tr("None of these letters has a decision date.")
    title = tr(_IN_TIME[period])
    return Chart("time", title, told, Shape.SHARES_IN_TIME, tr("items"), shown, reference, nothing=nothing)


def _in_time(counted: Grouped | None, number: int, period: Period, verified: bool, year_before: int) -> Bar:
    """A period's column with its name, and the year below where it is another one than before."""
    name, year = full_name(number, period), year_of(number, period)
    bar = next(_bars(counted, verified, name), None) if counted else None
    era = "" if year == year_before or period is Period.YEAR else str(year)
    decided = whole(bar.share.of) if bar and bar.share else ""
    return replace(bar or Bar(name, ()), tick=short_name(number, period), era=era, counted=decided)


def _bars(counted: Grouped, verified: bool, called: str = "") -> Iterator[Bar]:
    """A bar for each group of which an item was decided; of one group only, it may be called something else."""
    for name in dict.fromkeys(tally.value for tally in counted.tallies):
        found = {tally.outcome: tally for tally in counted.tallies if tally.value == name}
        share = Share(_times(found, "overturned"), sum(_times(found, decision) for decision in _TONES))
        if share.of:
            shown = called or _name(counted, name)
            parts = tuple(_part(counted, name, shown, found.get(decision), decision, verified) for decision in _TONES)
            yield Bar(shown, parts, share, percent(share.value), of(share.right, share.of))


def _part(counted: Grouped, name: str, shown: str, tally: Tally | None, decision: str, verified: bool) -> Part:
    values = counted.members[name] if counted.dimension is not Dimension.ALL else None
    facet = OfFacts(counted.dimension, shown, values, decision, verified)
    count, letters = (tally.times, tally.letters) if tally else (0, 0)
    return Part(tr(decision), _TONES[decision], count, letters, facet)


def _name(counted: Grouped, name: str) -> str:
    if counted.dimension is Dimension.REVIEWED:
        return tr(_REVIEWED[Reviewed(name)])
    if counted.dimension is Dimension.ALL:
        return tr("all items")
    return group_name(name, len(counted.members[name]))


def _times(found: Mapping[str, Tally], decision: str) -> int:
    return found[decision].times if decision in found else 0


def _told(tallies: Sequence[Tally], share: Share | None) -> str:
    if share is None:
        return ""
    said = tr("{right} of {of} decided items were overturned: {share} (95 % interval {interval}).")
    counted = {"right": whole(share.right), "of": whole(share.of)}
    words = [said.format(**counted, share=percent(share.value), interval=interval(share))]
    undecided = sum(tally.times for tally in tallies if tally.outcome not in _TONES)
    if undecided:
        words.append(tr("{count} items have no decision and are left out.").format(count=whole(undecided)))
    return " ".join(words)
