"""What the desk tells a person in passing, each in one sentence over the line below the work."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import assert_never

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from imr_desk.desk.coming_in.import_report import ImportReport
from imr_desk.desk.coming_in.rereader import RereadReport
from imr_desk.desk.coming_in.rereading import Reread
from imr_desk.desk.going_out.exporter import Exported, NotExported
from imr_desk.desk.going_out.writing import NotWritten, Written
from imr_desk.desk.keeping.outbox import NotSaved, Saved
from imr_desk.desk.sitting.attention import FieldsToLookAt, Obstacle, OpenError, sentence
from imr_desk.desk.sitting.returning import Returned
from imr_desk.desk.sitting.session import Session
from imr_desk.desk.sitting.steps import Step
from imr_desk.letter.finding import Finding, Severity
from imr_desk.ui.dialogs.import_report import summary
from imr_desk.ui.dialogs.reread_wording import reread_sentence
from imr_desk.ui.dialogs.wording import Message, export_message, not_saved, returned_sentence, written_message
from imr_desk.ui.form.findings.findings_strip import place_of
from imr_desk.ui.window.importing import Importing
from imr_desk.ui.window.message_bar import MessageBar, Tone
from imr_desk.ui.window.review_flow import ReviewFlow


class News(QObject):
    """Hears what happens and puts it into the message bar; a failed save stands there until it is mended."""

    def __init__(
        self, bar: MessageBar, session: Session, flow: ReviewFlow, importing: Importing, form: QWidget
    ) -> None:
        super().__init__(bar)
        self._bar = bar
        self._session = session
        self._flow = flow
        self._importing = importing
        self._form = form
        self._undoable: Step | None = None
        session.history_changed.connect(self._went_on)
        session.bulk.progressed.connect(self._went_on)
        self._soon: Callable[[], None] | None = None
        session.letter_shown.connect(self._letter_shown)
        session.history_changed.connect(bar.fade)
        session.returned.connect(self._returned)
        session.overtaken.connect(lambda sentence: bar.say(Tone.ERROR, sentence))
        session.refused.connect(self._refused)
        session.held_up.connect(self.remark)
        session.saving_changed.connect(self._saved_or_not)
        flow.held_back.connect(self._held_back)
        flow.check_reached.connect(self._check)
        flow.nothing_left.connect(self._all_done)
        importing.done.connect(self._imported)

    def error(self, message: Message) -> None:
        """Something went wrong that the person should know of."""
        self._bar.say(Tone.ERROR, message.text)

    def remark(self, sentence: str) -> None:
        """Something is not as the person may expect; nothing said is nothing to tell."""
        if sentence:
            self._bar.say(Tone.WARNING, sentence)

    def undoable(self, sentence: str) -> None:
        """Something was done to several letters, and can be taken back as long as nothing else is done."""
        self._undoable = self._session.history.last
        self._bar.say(Tone.NOTICE, sentence, self.tr("Undo"), self._session.undo)

    def exported(self, outcome: Exported | NotExported) -> None:
        """An export has ended."""
        whole = isinstance(outcome, Exported) and not outcome.left_out
        self._bar.say(Tone.NOTICE if whole else Tone.ERROR, export_message(outcome).text)

    def written(self, outcome: Written | NotWritten) -> None:
        """A file that the person asked for was written, or not."""
        self._bar.say(Tone.NOTICE if isinstance(outcome, Written) else Tone.ERROR, written_message(outcome).text)

    def read_again(self, report: RereadReport) -> None:
        """Letters were read again; the one on the desk is shown as it reads now."""
        letter = self._session.letter
        anew = letter is not None and letter.id in {one.letter_id for one in report.lines if isinstance(one, Reread)}
        tone = Tone.ERROR if report.trouble else Tone.NOTICE
        self._say_after_the_letter(anew, partial(self._bar.say, tone, reread_sentence(report)))
        if letter is not None and anew:
            self._session.show(letter.id)

    def _went_on(self) -> None:
        """What is being taken back, or has something after it, is not offered to be taken back any more."""
        last = self._session.history.last
        if self._undoable is not None and (self._session.bulk.running or last is not self._undoable):
            self._undoable = None
            self._bar.put_away()

    def _letter_shown(self) -> None:
        self._bar.outlive()
        if self._soon is not None:
            self._soon()
        self._soon = None

    def _returned(self, returned: Returned) -> None:
        """What changes before one's eyes needs no words."""
        if not returned.in_sight:
            self._soon = partial(self._bar.say, Tone.NOTICE, returned_sentence(returned))
        elif returned.steps > 1 or returned.step.letter_id is None:
            self._bar.say(Tone.NOTICE, returned_sentence(returned))

    def _say_after_the_letter(self, awaited: bool, say: Callable[[], None]) -> None:
        """Say something now, or where a letter is about to be shown, which puts away what stands there, after it."""
        if awaited:
            self._soon = say
        else:
            say()

    def _refused(self, sentence: str) -> None:
        """What the form refuses it says itself, right at the field."""
        focused = QApplication.focusWidget()
        if focused is None or not self._form.isAncestorOf(focused):
            self._bar.say(Tone.WARNING, sentence)

    def _held_back(self, stands: Obstacle) -> None:
        """What keeps the letter from being verified has the colour that it has at its field."""
        match stands:
            case OpenError(finding):
                self._offer_to_acknowledge(Tone.ERROR, sentence(stands), finding)
            case FieldsToLookAt():
                self._bar.say(Tone.WARNING, sentence(stands))
            case _:
                assert_never(stands)

    def _all_done(self, filtered: bool) -> None:
        if filtered:
            said = self.tr("None of the other letters listed here waits for a review.")
            self._bar.say(Tone.NOTICE, said, self.tr("Go on in all letters"), self._flow.next_of_all)
        else:
            self._bar.say(Tone.NOTICE, self.tr("No other letter waits for a review."))

    def _check(self, finding: Finding, field: str | None) -> None:
        """A check is said once: by its note, where that stands right below the field that the person is led to."""
        if field is not None and place_of(finding) == field:
            self._bar.outlive()
            return
        tone = Tone.ERROR if finding.severity is Severity.ERROR else Tone.WARNING
        self._offer_to_acknowledge(tone, f"{finding.rule}  {finding.message}", finding)

    def _offer_to_acknowledge(self, tone: Tone, said: str, finding: Finding) -> None:
        self._bar.say_of_letter(tone, said, self.tr("Acknowledge..."), lambda: self._flow.acknowledge(finding))

    def _imported(self, report: ImportReport) -> None:
        whole = len(report.letters) == len(report.lines)
        tone = Tone.NOTICE if whole else Tone.WARNING
        self._say_after_the_letter(
            self._session.letter is None and report.first is not None,
            partial(self._bar.say, tone, summary(report), self.tr("What went in"), self._importing.show_report),
        )

    def _saved_or_not(self) -> None:
        saving = self._session.saving
        if isinstance(saving, NotSaved):
            text = not_saved(saving.reason).text
            self._bar.stand(Tone.ERROR, text, self.tr("Try again"), self._session.try_saving_again)
        elif isinstance(saving, Saved):
            self._bar.stand_no_more()
