"""What went wrong is worded for every way that things go wrong."""

from __future__ import annotations

import pytest

from imr_desk.desk.coming_in.import_report import AlreadyThere, ImportReport, KeptUnread, LeftOut, NotStored, WentIn
from imr_desk.letter.reading import Failure, FailureKind
from imr_desk.store.file import errors
from imr_desk.store.file.errors import StoreConflict, StoreError
from imr_desk.ui.dialogs.import_report import summary
from imr_desk.ui.dialogs.report_lines import line_look
from imr_desk.ui.dialogs.wording import failure_title, own_error, store_message

STORE_ERRORS = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, StoreError)]
FAILURE = Failure("a.pdf", FailureKind.NOT_A_PDF, "a.pdf is no PDF.")


@pytest.mark.parametrize("kind", FailureKind)
def test_every_failure_has_a_title(kind: FailureKind) -> None:
    assert failure_title(kind)


@pytest.mark.parametrize("kind", STORE_ERRORS, ids=lambda kind: kind.__name__)
def test_every_store_error_has_a_title_and_keeps_its_sentence(kind: type[StoreError]) -> None:
    error = StoreConflict("Age", 1, "a.pdf") if kind is StoreConflict else kind("A sentence.")
    message = store_message(error)
    assert message.title
    assert message.text == str(error)


def test_the_program_s_own_error_names_where_to_look() -> None:
    assert "desk.log" in own_error("desk.log").text


@pytest.mark.parametrize(
    ("line", "mark", "letter_id"),
    [
        (WentIn("a.pdf", 1), "\N{CHECK MARK}", 1),
        (KeptUnread(FAILURE, 2), "?", 2),
        (AlreadyThere("a.pdf", 3, "b.pdf"), "=", 3),
        (LeftOut(FAILURE), "!", None),
        (NotStored("a.pdf", "Full."), "!", None),
    ],
)
def test_every_line_of_a_report_has_a_mark_of_its_own(line: object, mark: str, letter_id: int | None) -> None:
    look = line_look(line)  # type: ignore[arg-type]
    assert look.what.startswith(mark)
    assert look.letter_id == letter_id


def test_an_import_is_summed_up_in_a_sentence() -> None:
    lines = (WentIn("a.pdf", 1), AlreadyThere("b.pdf", 1, "a.pdf"), LeftOut(FAILURE), NotStored("c.pdf", "Full."))
    assert summary(ImportReport(lines)) == "1 letter went in · 1 already there · 2 left out"
    assert summary(ImportReport((), cancelled=True)) == "0 letters went in · stopped before the end"
