"""One finding: its rule, its sentence, and the buttons to look at its fields and to let it stand for a reason."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from imr_desk.checks.reissue import RULE as REISSUED
from imr_desk.letter.finding import Finding, Severity
from imr_desk.ui.form.field.bench import Bench
from imr_desk.ui.form.findings.reason_line import ReasonLine
from imr_desk.ui.plain_label import plain_label

_GROUNDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.REVIEW: "warning", Severity.INFO: "notice"}
_WORDS = {
    Severity.ERROR: "Error",
    Severity.WARNING: "Warning",
    Severity.REVIEW: "Have a look",
    Severity.INFO: "Note",
}


class FindingNote(QFrame):
    """Says what a check saw; while it is open, takes the person to its fields or takes a reason to let it stand."""

    def __init__(self, bench: Bench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self._finding: Finding | None = None
        self._next = 0
        self._sentence = plain_label(wraps=True)
        self._show = QPushButton(self.tr("Show"))
        self._compare = QPushButton(self.tr("Compare"))
        self._compare.clicked.connect(bench.wishes.compare_requested)
        self._acknowledge = QPushButton(self.tr("Acknowledge\u2026"))
        self._reason: ReasonLine | None = None
        """Made when the first reason is to be written; most findings need none."""
        self._column = QVBoxLayout(self)
        self._lay_out()
        self._show.clicked.connect(self._on_show)
        self._acknowledge.clicked.connect(self.ask_reason)

    @property
    def open(self) -> bool:
        """Whether a person may still let it stand."""
        return not self._acknowledge.isHidden()

    def show_finding(self, finding: Finding) -> None:
        """Show this finding, and the reason why it stands where a person gave one."""
        letter = self._bench.session.letter
        reason = letter.acknowledged.get(finding.key) if letter else None
        if finding != self._finding:
            self._finding, self._next = finding, 0
            if self._reason is not None:
                self._reason.hide()
        severity = QCoreApplication.translate("Severity", _WORDS[finding.severity])
        said = f"{finding.rule}  {severity}: {finding.message}"
        if reason is not None:
            said = self.tr("{finding}\nAcknowledged: {reason}").format(finding=said, reason=reason)
        self._sentence.setText(said)
        self._ground("panel" if reason is not None else _GROUNDS[finding.severity])
        self._show.setVisible(bool(finding.fields) and finding.rule != REISSUED)
        self._compare.setVisible(finding.rule == REISSUED)
        self._acknowledge.setHidden(reason is not None or finding.severity is Severity.INFO)
        self.setAccessibleName(said)

    def ask_reason(self) -> None:
        """Have the person write why the finding may stand."""
        if self._reason is None:
            self._reason = self._made_reason()
        self._reason.show()
        self._reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _made_reason(self) -> ReasonLine:
        line = ReasonLine()
        line.reason_given.connect(self._on_reason)
        line.given_up.connect(self._close_reason)
        self._column.addWidget(line)
        return line

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        for button in (self._show, self._compare, self._acknowledge):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            buttons.addWidget(button)
        self._column.setContentsMargins(12, 8, 8, 8)
        self._column.setSpacing(8)
        self._column.addWidget(self._sentence)
        self._column.addLayout(buttons)

    def _ground(self, role: str) -> None:
        if self.property("role") != role:
            self.setProperty("role", role)
            self.style().unpolish(self)
            self.style().polish(self)

    def _on_show(self) -> None:
        """Go to the next of the finding's fields, round to the first."""
        if self._finding is not None:
            self._bench.focus.set(self._finding.fields[self._next % len(self._finding.fields)])
            self._next += 1

    def _on_reason(self, reason: str) -> None:
        if self._finding is not None:
            self._close_reason()
            self._bench.session.acknowledge(self._finding, reason)

    def _close_reason(self) -> None:
        """Give the keyboard back to the field, and only then go."""
        row = self._bench.rows.at(self._bench.focus.path or "")
        if row is not None:
            row.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._reason is not None:
            self._reason.clear()
            self._reason.hide()
