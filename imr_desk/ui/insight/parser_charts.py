"""How the parser fared in the verified letters: field by field, those with corrections first."""

from __future__ import annotations

from imr_desk.desk.figures.counting import Counts
from imr_desk.letter.field import FIELDS, SECTIONS, FieldSpec
from imr_desk.quality.intervals import Share
from imr_desk.store.figures.facet import OfFacts
from imr_desk.store.figures.facts import Dimension
from imr_desk.store.kept.stored import TrackRecord
from imr_desk.ui.insight.chart import Bar, Chart, Part, Shape, Tone
from imr_desk.ui.insight.wording import percent, tr, whole

_KEPT, _CORRECTED = Tone("confirmed"), Tone("look")


def parser_charts(counts: Counts) -> tuple[Chart, ...]:
    """One chart of the fields that people corrected, one of those they never did."""
    bars = [(_bar(spec, counts), spec) for spec in FIELDS if spec.pattern in counts.fields]
    corrected = sorted((bar for bar, _ in bars if bar.amount), key=lambda bar: bar.share.value if bar.share else 1.0)
    untouched = [bar for bar, _ in bars if not bar.amount]
    charts = (
        Chart(
            "corrected",
            tr("Fields that were corrected"),
            tr("How often the parser's value was kept, the field with the most corrections first."),
            Shape.DOTS,
            tr("values"),
            tuple(corrected),
            nothing=tr("No value of a verified letter was corrected."),
        ),
        Chart(
            "kept",
            tr("Fields that were always kept"),
            tr("The interval tells how sure that is: the more values, the shorter."),
            Shape.DOTS,
            tr("values"),
            tuple(untouched),
        ),
    )
    return charts if bars else ()


def _bar(spec: FieldSpec, counts: Counts) -> Bar:
    record = counts.fields[spec.pattern]
    share, wrong = Share(record.right, record.of), record.of - record.right
    facet = OfFacts(Dimension.CORRECTED, _name(spec), (spec.pattern,))
    part = Part(tr("corrected"), _CORRECTED if wrong else _KEPT, wrong, counts.corrected.get(spec.pattern, 0), facet)
    return Bar(_name(spec), (part,), share, percent(share.value, 1), _counted(record))


def _counted(record: TrackRecord) -> str:
    wrong = record.of - record.right
    said = tr("{wrong} of {of} corrected") if wrong else tr("{of} kept")
    return said.format(wrong=whole(wrong), of=whole(record.of))


def _name(spec: FieldSpec) -> str:
    """The field's label; with its section where it says little by itself."""
    alike = sum(other.label == spec.label for other in FIELDS)
    return spec.label if alike == 1 else f"{spec.label} ({_owner(spec)})"


def _owner(spec: FieldSpec) -> str:
    if "maximus" in spec.pattern:
        return "MAXIMUS"
    return tr("Claims Administrator") if "administrator" in spec.pattern else dict(SECTIONS)[spec.section]
