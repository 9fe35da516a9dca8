"""What a change said before and after, in a person's words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from textwrap import shorten
from typing import assert_never

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, Qt

from imr_desk.desk.sitting.naming import field_name
from imr_desk.letter.change import LetterChange
from imr_desk.letter.edits import Change, Edit
from imr_desk.letter.entry import Absent, Entry, Found
from imr_desk.letter.field import spec_of
from imr_desk.letter.highlight import Highlight, HighlightChange, LabelSet
from imr_desk.letter.review import Acknowledgement, Review, ReviewChange
from imr_desk.letter.text import LetterText
from imr_desk.letter.work import Work, WorkChange
from imr_desk.parser.words.convert import shown
from imr_desk.ui.form.field.mark import absence_words
from imr_desk.ui.look.states import state_look

_ARROW = " \N{RIGHTWARDS ARROW} "
_LONGEST = 80
"""Characters of a value that are shown; a rationale has thousands."""


def sentence_case(title: str) -> str:
    """A step's title as it stands on a line of its own."""
    return title[:1].upper() + title[1:]


def moment(at: str) -> str:
    """A moment of the store (ISO 8601, UTC) by the clock on the wall; the day where it is not today."""
    local = QDateTime.fromString(at, Qt.DateFormat.ISODateWithMs).toLocalTime()
    today = local.date() == QDate.currentDate()
    return local.toString("HH:mm" if today else "MM/dd/yyyy HH:mm")


def said(changes: Iterable[LetterChange], labels: LabelSet, text: LetterText | None) -> str:
    """What stood there and stands there now; `text` is the letter's, where it is at hand."""
    parts = [one for change in changes for one in _said(change, labels, text) if one]
    return "; ".join(parts)


def _said(change: LetterChange, labels: LabelSet, text: LetterText | None) -> list[str]:
    match change:
        case Edit(_, changes):
            return _edit(changes)
        case HighlightChange(_, old, new):
            return [_arrow(_highlight(old, labels, text), _highlight(new, labels, text))]
        case Acknowledgement(_, key, old_reason, new_reason):
            return [f"{key.partition('|')[0]}: {_arrow(old_reason or '', new_reason or _tr('open again'))}"]
        case ReviewChange(_, before, after):
            return [_arrow(_review(before), _review(after))]
        case WorkChange(_, earlier, later):
            return _work(earlier, later)
        case _:
            assert_never(change)


def _edit(changes: tuple[Change, ...]) -> list[str]:
    if any(one.old is None or one.new is None for one in changes):
        return _relisted(changes)
    named = len(changes) > 1
    return [(f"{field_name(one.path)}: " if named else "") + _change(one) for one in changes]


def _change(change: Change) -> str:
    return _arrow(_entry(change.path, change.old), _entry(change.path, change.new))


def _relisted(changes: tuple[Change, ...]) -> list[str]:
    """Of a list that has other entries now, what went and what came, wherever in the list that stood."""
    old = Counter(words for one in changes if (words := _value(one.path, one.old)))
    new = Counter(words for one in changes if (words := _value(one.path, one.new)))
    gone, come = ", ".join((old - new).elements()), ", ".join((new - old).elements())
    return [
        _tr("gone: {values}").format(values=gone) if gone else "",
        _tr("new: {values}").format(values=come) if come else "",
    ]


def _entry(path: str, entry: Entry | None) -> str:
    if entry is not None and isinstance(entry.outcome, Absent):
        return absence_words(entry.outcome.why)
    return _value(path, entry)


def _value(path: str, entry: Entry | None) -> str:
    if entry is None or not isinstance(entry.outcome, Found):
        return ""
    return _short(shown(spec_of(path), entry.outcome.value))


def _highlight(highlight: Highlight | None, labels: LabelSet, text: LetterText | None) -> str:
    if highlight is None:
        return ""
    label = labels.find(highlight.label)
    words = _short(text.printed(highlight.span)) if text is not None else ""
    quoted = f"\N{LEFT DOUBLE QUOTATION MARK}{words}\N{RIGHT DOUBLE QUOTATION MARK}" if words else ""
    name = label.name if label else highlight.label.replace("_", " ")
    return " ".join(part for part in (name, quoted, f"({highlight.memo})" if highlight.memo else "") if part)


def _review(review: Review) -> str:
    words = state_look(review.state).words
    return f"{words} ({review.reason})" if review.reason else words


def _work(old: Work, new: Work) -> list[str]:
    changed = []
    if old.priority != new.priority:
        changed.append(_tr("priority {numbers}").format(numbers=_arrow(str(old.priority), str(new.priority))))
    if old.assignee != new.assignee:
        changed.append(_arrow(old.assignee or _tr("anybody's"), new.assignee or _tr("anybody's")))
    return changed


def _arrow(old: str, new: str) -> str:
    """Both with an arrow between; what stayed is said once, and what was nothing not at all."""
    if old == new or not old:
        return new
    return old + _ARROW + (new or _tr("gone"))


def _short(words: str) -> str:
    return shorten(words, _LONGEST, placeholder=" \N{HORIZONTAL ELLIPSIS}")


def _tr(text: str) -> str:
    return QCoreApplication.translate("history", text)
