"""The session: opening is no edit, every verb is one step, and what is done is in the store."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from imr_desk.desk.keeping.keeper import Keeper
from imr_desk.desk.keeping.outbox import NotSaved, Saved
from imr_desk.desk.sitting.session import Session
from imr_desk.letter.entry import NOTHING, Absence, Absent, Found, Origin, State
from imr_desk.letter.finding import Finding, Severity
from imr_desk.letter.review import LetterState
from imr_desk.letter.span import Span
from imr_desk.store.file.errors import StoreLocked
from imr_desk.store.kept.stored import Added, StoredLetter
from imr_desk.store.store import Store
from tests.making import Inline, found, reading

TEXT = "Case Number: CM16-9000001\nA 54-year-old man.\nTramadol 50mg #60: Upheld"
ENTRIES = {
    "header.case_number": found(TEXT, "CM16-9000001"),
    "patient.age": found(TEXT, "54-year-old", 54, confidence=0.6),
    "items[0].request": found(TEXT, "Tramadol 50mg #60"),
    "items[0].decision": found(TEXT, "Upheld", "upheld"),
    "items[0].medication.quantity": found(TEXT, "60", 60),
}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.create(tmp_path / "letters.imrdesk") as one:
        yield one


@pytest.fixture
def session(store: Store, qapp: object) -> Session:
    added = store.add(b"%PDF-1.7 one", "one.pdf", reading(TEXT, ENTRIES), "clerk")
    assert isinstance(added, Added)
    session = Session(Keeper(store, Inline()), "clerk", Inline())
    session.show(added.letter_id)
    return session


def stored(session: Session, store: Store) -> StoredLetter:
    assert session.letter is not None
    return store.letter(session.letter.id)


def test_opening_a_letter_changes_nothing(session: Session, store: Store) -> None:
    before = stored(session, store)
    session.show(before.id)
    assert len(session.history.steps) == 0
    assert stored(session, store) == before
    assert session.state is LetterState.TO_REVIEW
    assert not any(entry.by_person for entry in session.record.entries.values())


def test_what_is_typed_is_corrected_kept_and_told(session: Session, store: Store) -> None:
    told: list[tuple[str, ...]] = []
    session.fields_changed.connect(told.append)
    assert session.type_value("patient.age", "55")
    entry = session.record.at("patient.age")
    assert (entry.value, entry.state) == (55, State.CORRECTED)
    assert told == [("patient.age",)]
    assert stored(session, store).record == session.record
    assert session.saving == Saved()


def test_typing_the_value_that_stands_there_changes_nothing(session: Session) -> None:
    assert session.type_value("patient.age", "54")
    assert len(session.history.steps) == 0
    assert session.record.at("patient.age").state is State.MACHINE


def test_words_that_are_no_value_are_refused_with_a_reason(session: Session) -> None:
    reasons: list[str] = []
    session.refused.connect(reasons.append)
    assert not session.type_value("header.decision_date", "soon")
    assert session.record.at("header.decision_date") == NOTHING
    assert "Decision date" in reasons[0]
    assert "soon" in reasons[0]


def test_emptying_a_field_says_that_the_letter_does_not_say(session: Session) -> None:
    session.type_value("patient.age", " ")
    outcome = session.record.at("patient.age").outcome
    assert isinstance(outcome, Absent)
    assert outcome.why is Absence.NOT_IN_LETTER


def test_marked_words_bring_their_place(session: Session) -> None:
    start = TEXT.index("50mg")
    assert session.recapture("items[0].medication.strength", Span(start, start + 4))
    outcome = session.record.at("items[0].medication.strength").outcome
    assert isinstance(outcome, Found)
    assert (outcome.value, outcome.span, outcome.origin) == ("50mg", Span(start, start + 4), Origin.RECAPTURED)


def test_a_typed_spelling_keeps_its_place_and_other_words_lose_it(session: Session) -> None:
    session.type_value("items[0].request", "Tramadol 50 mg #60")
    assert session.record.at("items[0].request").span is not None
    session.type_value("items[0].request", "Physical therapy")
    assert session.record.at("items[0].request").span is None


def test_the_parsers_value_comes_back_for_another_look(session: Session) -> None:
    before = session.record.at("patient.age")
    session.type_value("patient.age", "55")
    session.restore_parsers("patient.age")
    assert session.record.at("patient.age") == before


@pytest.mark.parametrize(
    "verb",
    [
        lambda s: s.type_value("patient.age", "99"),
        lambda s: s.mark_absent("patient.age", Absence.ILLEGIBLE),
        lambda s: s.confirm("patient.age"),
        lambda s: s.confirm_all(["patient.age", "header.case_number"], "confirm all"),
        lambda s: s.add_entry("items", 0),
        lambda s: s.remove_entry("items[0]"),
        lambda s: s.add_entry("diagnoses", 0),
        lambda s: s.add_highlight("criteria", Span(0, 4)),
        lambda s: s.acknowledge(Finding("X01", Severity.ERROR, "differs"), "as printed"),
        lambda s: s.postpone("waits for the scan"),
    ],
)
def test_every_verb_is_one_step_that_undo_takes_back_and_redo_brings_again(
    session: Session, store: Store, verb: object
) -> None:
    start = stored(session, store)
    assert callable(verb)
    verb(session)
    done = stored(session, store)
    assert len(session.history.steps) == 1
    assert done != start
    session.undo()
    back = stored(session, store)
    assert (back.record, back.highlights, back.acknowledged) == (start.record, start.highlights, start.acknowledged)
    session.redo()
    assert stored(session, store).record == done.record
    assert session.record == done.record


def test_edits_of_one_visit_to_a_field_are_one_step(session: Session) -> None:
    session.type_value("patient.age", "5")
    session.type_value("patient.age", "55")
    assert len(session.history.steps) == 1
    session.end_visit()
    session.type_value("patient.age", "56")
    assert len(session.history.steps) == 2


def test_a_step_back_at_its_start_vanishes(session: Session) -> None:
    before = session.record
    session.type_value("patient.age", "55")
    session.restore_parsers("patient.age")
    assert len(session.history.steps) == 0
    assert session.record == before


def test_a_list_that_grew_is_told_once(session: Session) -> None:
    told: list[str] = []
    session.list_changed.connect(told.append)
    session.add_entry("items", 1)
    session.remove_entry("items[0]")
    assert told == ["items", "items"]


def test_verifying_is_refused_while_a_field_needs_a_look(session: Session) -> None:
    reasons: list[str] = []
    session.refused.connect(reasons.append)
    assert not session.verify()
    assert session.state is LetterState.TO_REVIEW
    assert "Date assigned" in reasons[0]


def confirm_all_that_needs_a_look(session: Session) -> None:
    at = session.next_attention(None)
    while at is not None:
        session.confirm(at)
        at = session.next_attention(at)


def test_going_through_what_needs_attention_ends_and_then_the_letter_is_verified(
    session: Session, store: Store
) -> None:
    confirm_all_that_needs_a_look(session)
    session.checking.put(())  # what the checks say of so short a letter is another matter
    assert session.verify()
    assert stored(session, store).state is LetterState.VERIFIED
    assert stored(session, store).reviewed_by == "clerk"


def test_verifying_is_refused_while_an_error_is_open_and_done_once_it_is_acknowledged(session: Session) -> None:
    confirm_all_that_needs_a_look(session)
    error = Finding("W00", Severity.ERROR, "The conclusion is against the decision.", ("items[0].decision",))
    session.checking.put((error,))
    assert not session.verify()
    assert session.next_attention(None) == "items[0].decision"
    session.acknowledge(error, "as printed")
    assert session.verify()


def test_doubtful_values_are_gone_through_before_the_errors_above_them(session: Session) -> None:
    above = Finding("W00", Severity.ERROR, "Not a case number.", ("header.case_number",))
    session.checking.put((above,))
    assert session.record.to_look_at
    while session.record.to_look_at:
        doubtful = session.next_attention(None)
        assert doubtful in session.record.to_look_at
        session.confirm(doubtful or "")
        session.checking.put((above,))
    assert session.next_attention(None) == "header.case_number"


def test_open_checks_that_are_no_errors_are_gone_through_last_and_once(session: Session) -> None:
    confirm_all_that_needs_a_look(session)
    error = Finding("W00", Severity.ERROR, "The conclusion is against the decision.", ("items[0].decision",))
    unseen = next(path for path in session.record if not session.record.at(path).by_person)
    warning = Finding("D07", Severity.REVIEW, "Late.", (unseen,))
    session.checking.put((warning, error))
    assert session.next_attention(None) == "items[0].decision"
    session.acknowledge(error, "as printed")
    assert session.next_attention(None) == unseen
    session.confirm(unseen)
    session.checking.put((warning,))
    assert session.next_attention(None) is None
    assert warning in session.open_findings


def test_a_verified_letter_is_closed_until_it_is_reopened(session: Session) -> None:
    confirm_all_that_needs_a_look(session)
    session.checking.put(())  # what the checks say of so short a letter is another matter
    session.verify()
    assert not session.type_value("patient.age", "55")
    session.reopen()
    assert session.type_value("patient.age", "55")


def test_the_first_edit_begins_the_review(session: Session) -> None:
    session.confirm("patient.age")
    assert session.state is LetterState.IN_REVIEW


def test_a_failed_save_keeps_the_edit_says_so_and_tries_again(
    session: Session, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise StoreLocked("The store is locked.")

    with monkeypatch.context() as broken:
        broken.setattr(store, "commit_all", refuse)
        session.type_value("patient.age", "55")
        assert session.saving == NotSaved("The store is locked.")
        assert session.record.at("patient.age").value == 55
        assert store.letter(1).record.at("patient.age").value == 54
    session.try_saving_again()
    assert session.saving == Saved()
    assert store.letter(1).record.at("patient.age").value == 55


def test_a_letter_shown_again_has_the_edits_that_are_not_saved_yet(
    session: Session, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise StoreLocked("The store is locked.")

    monkeypatch.setattr(store, "commit_all", refuse)
    session.type_value("patient.age", "55")
    session.show(1)
    assert session.record.at("patient.age").value == 55


def test_a_letter_that_is_not_in_the_store_leaves_the_old_one_on_the_desk(session: Session) -> None:
    reasons: list[str] = []
    session.refused.connect(reasons.append)
    session.show(99)
    assert session.letter is not None
    assert session.letter.id == 1
    assert reasons


def test_a_letter_whose_case_is_in_the_store_already_says_so(session: Session, store: Store) -> None:
    again = dict(ENTRIES) | {"patient.age": found(TEXT, "54", 45)}
    added = store.add(b"%PDF-1.7 two", "again.pdf", reading(TEXT + " ", again, "again.pdf"), "clerk")
    assert isinstance(added, Added)
    session.show(added.letter_id)
    (finding,) = [one for one in session.open_findings if one.rule == "F01"]
    assert "one.pdf" in finding.message
    assert "age" in finding.message
