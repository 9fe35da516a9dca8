"""The session: everything a person can do to the letter on the desk, each as one step that can be undone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from uuid import uuid4

from imr_desk.desk.sitting import attention
from imr_desk.desk.sitting.editing import Editing
from imr_desk.letter.finding import Finding
from imr_desk.letter.highlight import Highlight, HighlightChange
from imr_desk.letter.review import Acknowledgement, LetterState, Review, ReviewChange
from imr_desk.letter.span import Span, trimmed


class Session(Editing):
    """Highlights, acknowledgements and the letter's review, beside the fields; `Showing` has the signals."""

    def add_highlight(self, label_id: str, span: Span, memo: str = "", suggested_by: str = "") -> Highlight | None:
        """Label a span of the text; None where it is empty or the letter is closed to changes."""
        place = trimmed(self.text.text, span)
        if not len(place):
            return None
        new = Highlight(uuid4().hex, label_id, place, memo, suggested_by)
        return new if self.do(HighlightChange(self.tr("highlight"), None, new)) else None

    def accept_all(self, suggestions: Sequence[Highlight]) -> bool:
        """Make highlights of these suggestions, as one step."""
        own = [replace(one, id=uuid4().hex, span=trimmed(self.text.text, one.span)) for one in suggestions]
        title = self.tr("accept the suggestions")
        return self.do_all(title, [HighlightChange(title, None, one) for one in own])

    def change_highlight(self, old: Highlight, new: Highlight) -> bool:
        """Give a highlight another label, span or memo."""
        return self.do(HighlightChange(self.tr("change highlight"), old, new))

    def remove_highlight(self, highlight: Highlight) -> bool:
        """Take a highlight away."""
        return self.do(HighlightChange(self.tr("remove highlight"), highlight, None))

    def acknowledge(self, finding: Finding, reason: str) -> bool:
        """Let a finding stand, for a reason."""
        old = self.letter.acknowledged.get(finding.key) if self.letter else None
        title = self.tr("acknowledge {rule}").format(rule=finding.rule)
        return self.do(Acknowledgement(title, finding.key, old, reason))

    def verify(self) -> bool:
        """Declare the letter verified; refused, with the reason, while something stands in the way."""
        self.checking.settle()
        obstacle = attention.obstacle(self.record, self.open_findings)
        if obstacle is not None:
            self.refused.emit(attention.sentence(obstacle))
            return False
        return self._review(self.tr("verify the letter"), LetterState.VERIFIED)

    def postpone(self, reason: str) -> bool:
        """Leave the letter for later, for a reason."""
        return self._review(self.tr("postpone the letter"), LetterState.POSTPONED, reason)

    def reject(self, reason: str) -> bool:
        """Declare that the letter does not belong here, for a reason."""
        return self._review(self.tr("reject the letter"), LetterState.REJECTED, reason)

    def reopen(self) -> bool:
        """Open a verified, postponed or rejected letter to changes again."""
        return self._review(self.tr("reopen the letter"), LetterState.IN_REVIEW)

    def _review(self, title: str, state: LetterState, reason: str = "") -> bool:
        if self.letter is None or self.letter.review.state is state:
            return False
        return self.do(ReviewChange(title, self.letter.review, Review(state, reason)))
