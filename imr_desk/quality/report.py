"""An evaluation as data and as a page of its own: every figure with its interval, bars drawn in plain HTML."""

from __future__ import annotations

from html import escape
from string import Template

from imr_desk.quality.accuracy import FieldScore
from imr_desk.quality.evaluation import Evaluation, Moved
from imr_desk.quality.intervals import Share

Row = tuple[str, Share, float, float]
"""A field's pattern, its slots right, precision and recall."""


def rows(evaluation: Evaluation) -> tuple[Row, ...]:
    """One row a field, in the order of the first letter's form."""
    scores = evaluation.accuracy.fields.items()
    return tuple((pattern, Share(s.right, s.slots), _precision(s), _recall(s)) for pattern, s in scores)


def summary(evaluation: Evaluation) -> dict[str, Share | float]:
    """The figures that a letter's reader asks for first."""
    accuracy = evaluation.accuracy
    return {
        "letters whole": Share(accuracy.whole, accuracy.letters),
        "slots right": Share(accuracy.single.right, accuracy.single.slots),
        "list F1": accuracy.lists.f1,
        "calibration error": evaluation.calibration_error,
    }


def as_json(evaluation: Evaluation) -> dict[str, object]:
    """The evaluation in plain data, for a file or another program."""
    return {
        "summary": {name: _figure(figure) for name, figure in summary(evaluation).items()},
        "fields": {p: {**_counts(share), "precision": pr, "recall": re} for p, share, pr, re in rows(evaluation)},
        "rules": {rule: _counts(share) for rule, share in evaluation.rules.items()},
        "calibration": [{"claimed": one.claimed, **_counts(one.share)} for one in evaluation.bins],
        "misses": [
            {"letter": m.letter, "path": m.path, "truth": m.truth, "read": m.read} for m in evaluation.accuracy.misses
        ],
        "moved": [
            {"letter": m.letter, "path": m.path, "older": m.older, "newer": m.newer, "better": m.better}
            for m in evaluation.moved
        ],
    }


def as_html(evaluation: Evaluation) -> str:
    """The evaluation as one self-contained page: no script, nothing fetched."""
    fields = "".join(_bar_row(pattern, share) for pattern, share, _, _ in rows(evaluation))
    rules = "".join(_bar_row(rule, share) for rule, share in evaluation.rules.items())
    bins = "".join(_bar_row(f"claimed {one.claimed:.2f}", one.share, one.claimed) for one in evaluation.bins)
    tiles = "".join(_tile(name, figure) for name, figure in summary(evaluation).items())
    moved = "".join(_moved_row(one) for one in evaluation.moved)
    return _PAGE.substitute(tiles=tiles, fields=fields, rules=rules, bins=bins, moved=moved or _NOTHING_MOVED)


def _precision(score: FieldScore) -> float:
    return score.agreed / score.read if score.read else 1.0


def _recall(score: FieldScore) -> float:
    return score.agreed / score.true if score.true else 1.0


def _counts(share: Share) -> dict[str, object]:
    low, high = share.interval
    return {"right": share.right, "of": share.of, "share": share.value, "low": low, "high": high}


def _figure(figure: Share | float) -> object:
    return _counts(figure) if isinstance(figure, Share) else figure


def _tile(name: str, figure: Share | float) -> str:
    value = figure.value if isinstance(figure, Share) else figure
    note = f"{figure.right} of {figure.of}" if isinstance(figure, Share) else ""
    return f"<div class=tile><b>{value:.4f}</b><span>{escape(name)}</span><i>{note}</i></div>"


def _bar_row(name: str, share: Share, mark: float | None = None) -> str:
    low, high = share.interval
    tick = "" if mark is None else f'<u style="left:{mark:.2%}"></u>'
    whisker = f'<s style="left:{low:.2%};width:{high - low:.2%}"></s>'
    bar = f'<div class=bar><em style="width:{share.value:.2%}"></em>{whisker}{tick}</div>'
    figures = f"<td class=n>{share.right}/{share.of}</td><td class=n>{share.value:.3f}</td>"
    return f"<tr><td>{escape(name)}</td><td>{bar}</td>{figures}<td class=n>{low:.3f} to {high:.3f}</td></tr>"


def _moved_row(moved: Moved) -> str:
    verdict = {True: "better", False: "worse", None: "other"}[moved.better]
    cells = (moved.letter, moved.path, moved.older, moved.newer, verdict)
    return "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in cells) + "</tr>"


_NOTHING_MOVED = "<tr><td>Nothing: no older reading was given, or both agree.</td></tr>"
_PAGE = Template("""<!doctype html><html lang="en"><meta charset="utf-8">
<title>IMR Desk: how well the parser reads</title>
<style>
body{font:14px system-ui,sans-serif;color:#1B2430;background:#F5F6F8;margin:32px auto;max-width:960px}
h1{font-size:22px}
h2{font-size:16px;margin:32px 0 8px}
table{width:100%;border-collapse:collapse;background:#fff}
td{padding:4px 8px;border-top:1px solid #DFE3E8;overflow-wrap:anywhere}
.n{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
.bar{position:relative;height:12px;min-width:240px;background:#EEF1F4}
.bar em{position:absolute;inset:0 auto 0 0;background:#1F5FBF}
.bar s{position:absolute;top:5px;height:2px;background:#8A5200}
.bar u{position:absolute;top:-2px;bottom:-2px;width:2px;background:#B3261E}
.tile{display:inline-block;background:#fff;border:1px solid #DFE3E8;border-radius:8px;padding:16px;margin:0 8px 8px 0}
.tile b{display:block;font-size:24px}
.tile span{display:block}
.tile i{color:#5B6676}
</style>
<h1>How well the parser reads</h1>$tiles
<h2>Fields: slots right, with 95 % intervals</h2><table>$fields</table>
<h2>Confidence: what was claimed (red) and what was right</h2><table>$bins</table>
<h2>Rules</h2><table>$rules</table>
<h2>What changed against the older reading</h2><table>$moved</table></html>
""")
