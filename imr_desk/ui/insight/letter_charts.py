"""How the letters stand: what checks found in them, and how far they have come."""

from __future__ import annotations

import re
from collections.abc import Mapping

from imr_desk.checks.catalogue import catalogue
from imr_desk.desk.figures.counting import Counts
from imr_desk.letter.finding import Severity
from imr_desk.letter.review import TO_DO, LetterState
from imr_desk.store.figures.facet import OfFacts, OfState
from imr_desk.store.figures.facts import Dimension, Handling
from imr_desk.store.figures.tallies import Tally
from imr_desk.ui.insight.chart import Bar, Chart, Fill, Part, Shape, Tone
from imr_desk.ui.insight.wording import tr, whole
from imr_desk.ui.look.states import state_look

_TITLES = {
    Severity.ERROR: ("Errors", "They stand in the way of verifying until corrected or acknowledged."),
    Severity.WARNING: ("Warnings", "Something does not fit; a letter can be verified with them."),
    Severity.REVIEW: ("To be reviewed", "It may well be right; a person should look."),
    Severity.INFO: ("For information", "Nothing has to be done."),
}
_OPEN = {Severity.ERROR: "error", Severity.WARNING: "look", Severity.REVIEW: "accent", Severity.INFO: "machine"}


def check_charts(counts: Counts) -> tuple[Chart, ...]:
    """A chart of findings by rule for each severity that there is a finding of."""
    found: dict[Severity, dict[str, dict[str, Tally]]] = {}
    for tally in counts.findings:
        rule = catalogue().get(tally.value)
        severity = rule.severity if rule else Severity.INFO
        found.setdefault(severity, {}).setdefault(tally.value, {})[tally.outcome] = tally
    return tuple(_checks(severity, found[severity], counts.verified) for severity in Severity if severity in found)


def state_charts(counts: Counts) -> tuple[Chart, ...]:
    """How many letters there are in each state."""
    to_do = sum(counts.states[state] for state in TO_DO)
    told = tr("{to_do} of {all} letters are still to do.").format(
        to_do=whole(to_do), all=whole(sum(counts.states.values()))
    )
    bars = tuple(_state(state, letters) for state, letters in counts.states.items() if letters)
    return (Chart("states", tr("Letters by state"), told, Shape.AMOUNTS, tr("letters"), bars),) if bars else ()


def _checks(severity: Severity, rules: Mapping[str, Mapping[str, Tally]], verified: bool) -> Chart:
    bars = [_rule(rule, found, severity, verified) for rule, found in rules.items()]
    title, told = (tr(text) for text in _TITLES[severity])
    shown = tuple(sorted(bars, key=lambda bar: -bar.amount))
    return Chart(severity, title, told, Shape.AMOUNTS, tr("findings"), shown)


def _rule(rule: str, found: Mapping[str, Tally], severity: Severity, verified: bool) -> Bar:
    tones = {Handling.OPEN: Tone(_OPEN[severity]), Handling.ACKNOWLEDGED: Tone("machine", Fill.HATCHED)}
    parts = tuple(
        Part(
            tr(handling.value),
            tone,
            found[handling].times if handling in found else 0,
            found[handling].letters if handling in found else 0,
            OfFacts(Dimension.FINDING, rule, (rule,), handling, verified),
        )
        for handling, tone in tones.items()
    )
    said = tr("{open} open") if not parts[1].count else tr("{open} open, {acknowledged} acknowledged")
    counted = said.format(open=whole(parts[0].count), acknowledged=whole(parts[1].count))
    return Bar(f"{rule}  {_about(rule)}", parts, counted=counted)


def _about(rule: str) -> str:
    """What the rule says, with dots in the places for what it saw; what it may add at the end is left out."""
    saying = catalogue().get(rule)
    if saying is None:
        return ""
    sentence = re.sub(r"\.(\{\w+\})?$", "", saying.says.removeprefix(_OF_ITEM))
    return re.sub(r"\{\w+\}", "\N{HORIZONTAL ELLIPSIS}", sentence)


_OF_ITEM = "Item {item}: "


def _state(state: LetterState, letters: int) -> Bar:
    look = state_look(state)
    fill = Fill.SOLID if state is LetterState.VERIFIED else Fill.TINT
    part = Part(look.words, Tone(look.tone, fill), letters, letters, OfState(state))
    return Bar(look.words, (part,), counted=whole(letters))
