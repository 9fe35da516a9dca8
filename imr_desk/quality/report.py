"""An evaluation as data: the figures that are asked for first, a row a field, and all of it as JSON."""

from __future__ import annotations

from imr_desk.quality.accuracy import FieldScore
from imr_desk.quality.evaluation import Evaluation
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
        "places right": evaluation.places,
        "calibration error": evaluation.calibration_error,
        "fields to look at, a letter": evaluation.looks.a_letter,
        "wrong values looked at": Share(evaluation.looks.wrong - evaluation.looks.unseen, evaluation.looks.wrong),
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


def _precision(score: FieldScore) -> float:
    return score.agreed / score.read if score.read else 1.0


def _recall(score: FieldScore) -> float:
    return score.agreed / score.true if score.true else 1.0


def _counts(share: Share) -> dict[str, object]:
    low, high = share.interval
    return {"right": share.right, "of": share.of, "share": share.value, "low": low, "high": high}


def _figure(figure: Share | float) -> object:
    return _counts(figure) if isinstance(figure, Share) else figure
