"""What went wrong, worded once for the whole desk: a title and a sentence that says what to do."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import assert_never

from PySide6.QtCore import QCoreApplication, QLocale

from imr_desk.desk.going_out.exporter import Exported, NotExported
from imr_desk.desk.going_out.writing import NotWritten, Written
from imr_desk.desk.keeping.bulk import BulkEnd, CutShort
from imr_desk.desk.sitting.naming import letters_name
from imr_desk.desk.sitting.returning import Returned
from imr_desk.letter.reading import FailureKind
from imr_desk.store.file.errors import StoreError, StoreFull, StoreLocked, StoreReadOnly, StoreTooNew


@dataclass(frozen=True, slots=True)
class Message:
    """A title of few words and a whole sentence."""

    title: str
    text: str


_STORE_TITLES: tuple[tuple[type[StoreError], str], ...] = (
    (StoreLocked, "The store is in use"),
    (StoreReadOnly, "The store cannot be written to"),
    (StoreTooNew, "The store is from a later version"),
    (StoreFull, "The disk is full"),
    (StoreError, "The store cannot be used"),
)

_FAILURE_TITLES = {
    FailureKind.NOT_A_PDF: "not a PDF",
    FailureKind.EMPTY_FILE: "empty file",
    FailureKind.DAMAGED: "damaged",
    FailureKind.NEEDS_PASSWORD: "needs a password",
    FailureKind.NO_PAGES: "no pages",
    FailureKind.TOO_SLOW: "took too long",
    FailureKind.TOO_MUCH_MEMORY: "took too much memory",
    FailureKind.CRASHED: "could not be read",
    FailureKind.VANISHED: "no longer there",
    FailureKind.NO_PERMISSION: "no permission",
    FailureKind.NOT_A_FILE: "not a file",
    FailureKind.TOO_LARGE: "too large",
    FailureKind.UNREAD: "not read yet",
}


def store_message(error: StoreError) -> Message:
    """A store's error as a message."""
    title = next(title for kind, title in _STORE_TITLES if isinstance(error, kind))
    return Message(_tr(title), str(error))


def failure_title(kind: FailureKind) -> str:
    """Why a letter could not be read, in two or three words."""
    return _tr(_FAILURE_TITLES[kind])


def own_error(log_file: str) -> Message:
    """The program itself went wrong."""
    text = _tr(
        "Something went wrong inside IMR Desk. Everything shown as saved is safe, and you can go on working. "
        "The details are in {file}."
    )
    return Message(_tr("Something went wrong"), text.format(file=log_file))


def not_saved(reason: str) -> Message:
    """A change is not on disk and the person is about to leave."""
    text = _tr("The last changes are not saved: {reason} They are lost if you close now.")
    return Message(_tr("Not everything is saved"), text.format(reason=reason))


def not_all_changed(step: str, done: int, of: int) -> Message:
    """Many letters are being changed and the person is about to leave."""
    text = _tr("{step}: {done} of {of} letters were gone through. If you close now, the others stay as they are.")
    number = QLocale().toString
    return Message(
        _tr("Letters are still being changed"),
        text.format(step=step[:1].upper() + step[1:], done=number(done), of=number(of)),
    )


def not_all_in(done: int) -> Message:
    """Letters are coming in and the person is about to leave."""
    text = _tr(
        "Files done: {done}. If you close now, letters that stand in the list as new are read when the store is next "
        "opened; import those again that are not in it yet."
    )
    return Message(_tr("Letters are still coming in"), text.format(done=QLocale().toString(done)))


def uncounted_sentence(letters: int) -> str:
    """Figures that do not have all letters yet; nothing to say where they have."""
    text = _tr("Still being counted, since the store comes from an earlier version: {count}. Figures grow until then.")
    return text.format(count=letters_name(letters)) if letters else ""


def returned_sentence(returned: Returned) -> str:
    """What was taken back, or done again, and where."""
    match returned.back, returned.steps > 1:
        case True, False:
            text = _tr("Taken back in {where}: {step}.")
        case True, True:
            text = _tr("{count} steps taken back, the last in {where}: {step}.")
        case False, False:
            text = _tr("Done again in {where}: {step}.")
        case _:
            text = _tr("{count} steps done again, the last in {where}: {step}.")
    said = text.format(count=returned.steps, where=returned.step.where, step=returned.step.title)
    if returned.end is None:
        return said
    if not returned.end.changes:
        said = _tr("Left as it is: {step}.").format(step=returned.step.title)
    return " ".join((said, *_overtaken(returned.end), *bulk_rest(returned.end)))


def bulk_rest(end: BulkEnd) -> tuple[str, ...]:
    """What did not come about of a change to many letters: nothing to say where all of it did."""
    left = QLocale().toString(end.left)
    stopped = _tr("Stopped: the last {count} are as they were.").format(count=left) if end.left else ""
    return tuple(filter(None, (stopped, end.trouble, *end.left_out[:1])))


def cut_short_message(cut: CutShort) -> str:
    """The program ended in the midst of a change to many letters."""
    text = _tr(
        "The program ended in the middle of \N{LEFT DOUBLE QUOTATION MARK}{step}\N{RIGHT DOUBLE QUOTATION MARK}: "
        "{done} of {of} letters were gone through, the others are as they were. Do it again to finish it."
    )
    number = QLocale().toString
    return text.format(step=cut.title, done=number(cut.done), of=number(cut.of))


def _overtaken(end: BulkEnd) -> tuple[str, ...]:
    """What is taken back, or done again, only where nobody has changed the same since."""
    count = end.done - len(end.changes) - len(end.left_out)
    said = _tr("Changed elsewhere meanwhile, and left as they are: {count}.").format(count=QLocale().toString(count))
    return (said,) if count > 0 else ()


def export_message(outcome: Exported | NotExported) -> Message:
    """What became of an export."""
    match outcome:
        case Exported(path, letters, left_out):
            text = _tr("Letters written to {file}: {count}.").format(file=path.name, count=letters)
            return Message(_tr("Exported"), " ".join((text, *left_out)))
        case NotExported(path, reason):
            return Message(_tr("Not exported"), _not_written(path, reason))
        case _:
            assert_never(outcome)


def written_message(outcome: Written | NotWritten) -> Message:
    """What became of a file that was to be written."""
    match outcome:
        case Written(path):
            return Message(_tr("Saved"), _tr("{file} was written.").format(file=path.name))
        case NotWritten(path, reason):
            return Message(_tr("Not saved"), _not_written(path, reason))
        case _:
            assert_never(outcome)


def _not_written(path: Path, reason: str) -> str:
    text = _tr("{file} was not written: {reason} What was there before is unchanged.")
    return text.format(file=path.name, reason=reason)


def _tr(text: str) -> str:
    return QCoreApplication.translate("wording", text)
