"""An evaluation as a page of its own to look at: no script, nothing fetched; charts are drawn in plain HTML."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from html import escape
from itertools import groupby
from string import Template

from imr_desk import paths
from imr_desk.letter import path as field_paths
from imr_desk.letter.field import SECTIONS, form_order, spec_of
from imr_desk.quality.accuracy import Miss
from imr_desk.quality.evaluation import VERDICTS, Evaluation, Looks, Moved
from imr_desk.quality.intervals import Share
from imr_desk.quality.report import rows, summary

LOWEST = 0.8
"""Where the charts of shares begin: what lies below is drawn at their edge."""


def as_html(evaluation: Evaluation) -> str:
    """The evaluation as one HTML document."""
    page = Template((paths.resources() / "style" / "evaluation.html").read_text("utf-8"))
    return page.substitute(
        letters=evaluation.accuracy.letters,
        tiles="".join(_tile(name, figure) for name, figure in summary(evaluation).items()),
        looks=_looks(evaluation.looks),
        bins=_axis() + "".join(_row(f"claimed {one.claimed:.3f}", one.share, one.claimed) for one in evaluation.bins),
        fields=_axis() + _fields(evaluation),
        misses=_misses(evaluation.accuracy.misses),
        moved=_moved(evaluation.worse_first),
        rules=_rules(evaluation.rules),
    )


def _tile(name: str, figure: Share | float) -> str:
    if isinstance(figure, Share):
        value, note = f"{100 * figure.value:.1f} %", f"{figure.right} of {figure.of}"
    else:
        value, note = f"{figure:.1f}" if figure > 1 else f"{figure:.4f}", ""
    return f"<div class=tile><b>{value}</b>{escape(name)}<br><i>{note}</i></div>"


def _looks(looks: Looks) -> str:
    return (
        f"A person is asked to look at {looks.a_letter:.1f} fields a letter. Of {looks.wrong} wrong ones, "
        f"{looks.wrong - looks.unseen} are among these; {looks.unseen} would pass unseen."
    )


def _fields(evaluation: Evaluation) -> str:
    """The fields in the form's order, under the names of their sections."""
    ordered = sorted(rows(evaluation), key=lambda row: form_order(row[0].replace("[]", "[0]")))
    titles = dict(SECTIONS)
    parts: list[str] = []
    for section, group in groupby(ordered, key=lambda row: spec_of(row[0]).section):
        parts.append(f"<h3>{escape(titles[section])}</h3>")
        parts += (_row(_name(pattern), share, core=spec_of(pattern).core) for pattern, share, _, _ in group)
    return "".join(parts)


def _name(path: str) -> str:
    """The field's name; whose guideline a citation stands in, where two fields have one name."""
    label, pattern = spec_of(path).label, field_paths.pattern(path)
    if ".citations[]" not in pattern and not pattern.endswith(".basis"):
        return label
    return f"{label}, {'MAXIMUS' if '.maximus_' in pattern else 'Claims Administrator'}"


def _rules(rules: dict[str, Share]) -> str:
    """Rules that were wrong, and behind a fold those that never were."""
    weakest = sorted(rules.items(), key=lambda one: (one[1].value, one[0]))
    wrong = "".join(_row(rule, share) for rule, share in weakest if share.right < share.of)
    never = [_row(rule, share) for rule, share in weakest if share.right == share.of]
    fold = f"<summary>{len(never)} rules that were never wrong</summary>"
    return f"{_axis()}{wrong}<details>{fold}{''.join(never)}</details>"


def _axis() -> str:
    marks = "".join(f"<span>{100 * (LOWEST + step * (1 - LOWEST) / 4):.0f} %</span>" for step in range(5))
    return f"<div class='row axis'><span></span><div class=marks>{marks}</div><span>right</span><span>95 %</span></div>"


def _row(name: str, share: Share, claimed: float | None = None, *, core: bool = False) -> str:
    """A dot for the share, a line for its interval, a mark for what was claimed."""
    low, high = share.interval
    kind = "" if share.right == share.of else "some" if share.value >= 0.95 else "many"
    tick = "" if claimed is None else f'<u style="left:{_at(claimed):.1f}%"></u>'
    line = f'<s style="left:{_at(low):.1f}%;right:{100 - _at(high):.1f}%"></s>'
    dot = f'<b class="{kind}" style="left:{_at(share.value):.1f}%"></b>'
    label = f"<span{' class=core' if core else ''}>{escape(name)}</span>"
    figures = f"<span>{share.right} of {share.of}</span><span>{100 * low:.1f} to {100 * high:.1f} %</span>"
    return f"<div class=row>{label}<div class=plot>{line}{tick}{dot}</div>{figures}</div>"


def _at(share: float) -> float:
    """Where a share lies on the chart, in percent of its width."""
    return 100 * max(0.0, share - LOWEST) / (1 - LOWEST)


def _misses(misses: tuple[Miss, ...]) -> str:
    if not misses:
        return "<p>Nothing.</p>"
    lines = ((m.letter, _name(m.path), _shown(m.truth, "ins"), _shown(m.read, "del")) for m in misses)
    return _table(("Letter", "Field", "True", "Read"), lines)


def _moved(moved: tuple[Moved, ...]) -> str:
    if not moved:
        return "<p>Nothing: no older reading was given, or both read the same.</p>"
    counts = Counter(one.verdict for one in moved)
    told = ", ".join(_verdict(verdict, f"{counts[verdict]} {verdict}") for verdict in VERDICTS.values())
    lines = ((m.letter, _name(m.path), _shown(m.older), _shown(m.newer), _verdict(m.verdict, m.verdict)) for m in moved)
    return f"<p>{told}</p>" + _table(("Letter", "Field", "Was", "Is", ""), lines)


def _verdict(verdict: str, words: str) -> str:
    return f"<span class={verdict}>{words}</span>"


def _shown(value: object, tag: str = "span") -> str:
    return "<i>nothing</i>" if value is None else f"<{tag}>{escape(str(value))}</{tag}>"


def _table(headings: Iterable[str], lines: Iterable[tuple[str, str, str, *tuple[str, ...]]]) -> str:
    """A table whose first two cells a line are plain words, the others HTML."""
    head = "".join(f"<th>{heading}</th>" for heading in headings)
    body = "".join(
        "<tr>" + "".join(f"<td>{cell}</td>" for cell in (escape(letter), escape(field), *others)) + "</tr>"
        for letter, field, *others in lines
    )
    return f"<table><tr>{head}</tr>{body}</table>"
