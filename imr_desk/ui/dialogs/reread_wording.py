"""What became of letters that were read again, in one sentence."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QCoreApplication

from imr_desk.desk.coming_in.rereader import RereadReport
from imr_desk.desk.coming_in.rereading import LeftAlone, Reread, Why

_LEFT = {
    Why.CLOSED: "verified or rejected: {count}",
    Why.MARKED: "marked on words that are read differently now: {count}",
    Why.UNREADABLE: "not readable any more: {count}",
}
_ALONE = {
    Why.CLOSED: "{file} is verified or rejected and stays as it is. Reopen it to have it read again.",
    Why.MARKED: "{file} stays as it is: its words are read differently now, and you have marked some of the old ones.",
    Why.UNREADABLE: "{file} cannot be read any more and stays as it was read before.",
}


def reread_sentence(report: RereadReport) -> str:
    """One letter by its name, several by their number; then what was not done, and why."""
    if len(report.lines) == 1 and not report.trouble:
        return _of_one(report.lines[0])
    read = [line for line in report.lines if isinstance(line, Reread)]
    many = _tr("Letters read again: {count}. {changed}.")
    sentences = [many.format(count=len(read), changed=_changed(read)), _left(report), report.trouble]
    return " ".join(sentence for sentence in sentences if sentence)


def _of_one(line: Reread | LeftAlone) -> str:
    if isinstance(line, LeftAlone):
        return _tr(_ALONE[line.why]).format(file=line.file)
    if not line.fields and not line.to_look_at:
        return _tr("{file} reads as it did before.").format(file=line.file)
    return f"{_changed([line])}."


def _changed(read: list[Reread]) -> str:
    fields, look = sum(one.fields for one in read), sum(one.to_look_at for one in read)
    differ = _tr("1 field reads differently") if fields == 1 else _tr("{count} fields read differently")
    needs = _tr("1 now needs a look") if look == 1 else _tr("{count} now need a look")
    return f"{differ.format(count=fields)}, {needs.format(count=look)}"


def _left(report: RereadReport) -> str:
    counts = Counter(line.why for line in report.lines if isinstance(line, LeftAlone))
    why = "; ".join(_tr(words).format(count=counts[why]) for why, words in _LEFT.items() if counts[why])
    return _tr("Left as they were: {why}.").format(why=why) if why else ""


def _tr(text: str) -> str:
    return QCoreApplication.translate("reread", text)
