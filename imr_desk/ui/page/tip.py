"""What the pages tell in words: which field used a word, which highlight covers it, what the next key does."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QCoreApplication

from imr_desk.desk.sitting.naming import field_name
from imr_desk.desk.sitting.session import Session
from imr_desk.letter.highlight import Highlight, LabelSet
from imr_desk.ui.page.marks import fields_at, highlights_at

_MOST_FIELDS = 4
_FAST = "\N{NO-BREAK SPACE}"


def tip_at(session: Session, labels: LabelSet, offset: int) -> str:
    """The fields and highlights of a character, as rich text; empty where there are none, or no character (-1)."""
    if offset < 0:
        return ""
    fields = [field_name(path) for path in fields_at(session.record, offset)[:_MOST_FIELDS]]
    highlights = [_told(one, labels) for one in highlights_at(session.highlights, offset)]
    return "<br>".join(escape(line) for line in (*fields, *highlights))


def what_h_does(labels: LabelSet) -> str:
    """The labels that have a key, with their keys."""
    keys = [f"{label.key} {label.name}".replace(" ", _FAST) for label in labels.labels if label.key]
    return "   ".join([QCoreApplication.translate("page", "Highlight as:"), *keys])


def _told(highlight: Highlight, labels: LabelSet) -> str:
    label = labels.find(highlight.label)
    name = label.name if label else highlight.label
    return f"{name}: {highlight.memo}" if highlight.memo else name
