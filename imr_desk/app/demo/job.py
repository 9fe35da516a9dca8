"""The main job, step by step: import, open, confirm, correct, highlight, verify, close, reopen, export."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path

from imr_desk.app.demo.answers import Answers
from imr_desk.app.demo.at_form import REASON
from imr_desk.app.demo.clerk import Clerk
from imr_desk.app.demo.hands import Stuck, wait_for
from imr_desk.app.demo.seat import seated
from imr_desk.desk.sitting.naming import field_name
from imr_desk.letter.entry import Found, Origin
from imr_desk.letter.field import spec_of
from imr_desk.letter.record import Record
from imr_desk.letter.review import LetterState
from imr_desk.letter.span import Span
from imr_desk.letter.text import NO_TEXT, LetterText
from imr_desk.parser.words.convert import shown

WINDOW_SIZE = (1920, 1080)


@dataclass(frozen=True, slots=True)
class Done:
    """A step that was done and seen to hold: its name, a sentence, and the picture of the window after it."""

    name: str
    said: str
    picture: Path


@dataclass
class Job:
    """The main job on some letters, in a store of its own."""

    letters: tuple[Path, ...]
    store: Path
    export: Path
    pictures: Path
    record: Record = field(default_factory=Record)
    text: LetterText = NO_TEXT
    verified: int = 0

    def steps(self) -> Iterator[Done]:
        """Do the job; raises Stuck where a step does not hold."""
        with self._at_the_desk() as clerk:
            yield self._done(clerk, "welcome", "The desk is open on a new store.")
            clerk.import_letters()
            yield self._done(clerk, "import", f"{len(self.letters)} files were imported, and read in the background.")
            yield from self._review(clerk)
        with self._at_the_desk() as clerk:
            yield self._reopened(clerk)
            yield self._exported(clerk)
        _hold(self.export.stat().st_size > 0, "the export is empty")

    def _at_the_desk(self) -> AbstractContextManager[Clerk]:
        return seated(self.store, Answers(files=self.letters, reason=REASON, target=self.export), WINDOW_SIZE)

    def _review(self, clerk: Clerk) -> Iterator[Done]:
        clerk.open_letter(self.letters[0].name)
        clerk.show_all_letters()
        yield self._done(clerk, "open", f"{self.letters[0].name} is on the desk; opening changed nothing.")
        yield self._confirmed(clerk)
        yield self._typed(clerk)
        yield self._marked(clerk)
        yield self._highlighted(clerk)
        yield self._verified(clerk)

    def _confirmed(self, clerk: Clerk) -> Done:
        path = _found(clerk, ("header.case_number", "items[0].request"))
        clerk.form.go_to(path)
        clerk.form.confirm()
        return self._done(clerk, "confirm", f"Enter confirmed {field_name(path)}.")

    def _typed(self, clerk: Clerk) -> Done:
        path = _found(clerk, ("patient.age", "header.decision_date", "items[0].request"))
        value = clerk.form.entry(path).value
        _hold(value is not None, f"{path} has no value")
        clerk.form.mark_absent(path)
        clerk.form.type_value(path, shown(spec_of(path), value if value is not None else ""))
        _hold(clerk.form.entry(path).value == value, f"{path} does not hold what was typed")
        return self._done(clerk, "type", f"{field_name(path)} was emptied and typed anew: {value}.")

    def _marked(self, clerk: Clerk) -> Done:
        path = _found(clerk, ("items[0].request", "patient.sex", "header.case_number"))
        span = clerk.form.entry(path).span
        _hold(span is not None, f"{path} has no place")
        clerk.form.go_to(path)
        clerk.page.fill(path, span if span is not None else Span(0, 0))
        outcome = clerk.form.entry(path).outcome
        _hold(isinstance(outcome, Found) and outcome.origin is Origin.RECAPTURED, f"{path} was not taken from the page")
        words = clerk.session.text.printed(outcome.span) if outcome.span else ""
        return self._done(clerk, "mark", f"{field_name(path)} was taken from words marked on the page: {words}.")

    def _highlighted(self, clerk: Clerk) -> Done:
        path = _found(clerk, ("items[0].conclusion", "items[0].request", "header.case_number"))
        clerk.form.go_to(path)
        clerk.page.highlight(clerk.form.entry(path).span or Span(0, 1), "1")
        (made,) = clerk.session.highlights
        words = clerk.session.text.printed(made.span)
        return self._done(clerk, "highlight", f"Highlighted as {made.label}: {words}")

    def _verified(self, clerk: Clerk) -> Done:
        clerk.form.work_through()
        self.record, self.text = clerk.session.record, clerk.session.text
        self.verified = clerk.verify()
        wait_for("the next letter", lambda: clerk.letter_id != self.verified)
        return self._done(clerk, "verify", "F12 verified the letter, and the next one is on the desk.")

    def _reopened(self, clerk: Clerk) -> Done:
        clerk.open_letter(self.letters[0].name)
        clerk.show_all_letters()
        _hold(clerk.letter_id == self.verified, "another letter was found")
        _hold(clerk.session.state is LetterState.VERIFIED, "the letter is not verified any more")
        _hold(clerk.session.record == self.record, "the record is not as it was verified")
        _hold(len(clerk.session.highlights) == 1, "the highlight is gone")
        return self._done(clerk, "reopen", "Closed and opened again: every value and the highlight are there.")

    def _exported(self, clerk: Clerk) -> Done:
        clerk.hands.press("Ctrl+E")
        wait_for("the export", self.export.exists)
        return self._done(clerk, "export", f"The verified letter is in {self.export.name}.")

    def _done(self, clerk: Clerk, name: str, said: str) -> Done:
        clerk.wait_until_saved()
        if clerk.session.letter is not None:
            clerk.page.see()
            clerk.form.eyes.rest_on_the_form()
        number = len(list(self.pictures.glob("*.png"))) + 1
        return Done(name, said, clerk.hands.picture(self.pictures / f"{number:02}-{name}.png"))


def _found(clerk: Clerk, candidates: tuple[str, ...]) -> str:
    """The first of the fields that has a value and a place."""
    path = next(
        (one for one in candidates if clerk.form.entry(one).span and clerk.form.entry(one).value is not None), None
    )
    if path is None:
        raise Stuck(f"the letter has none of {', '.join(candidates)}")
    return path


def _hold(holds: bool, otherwise: str) -> None:
    if not holds:
        raise Stuck(otherwise)
