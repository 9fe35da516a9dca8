"""What the summary says utilization review did: one event a date and action."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from imr_desk.letter.span import Span
from imr_desk.parser.certainty.outcome import Entries, absent, found, under
from imr_desk.parser.fields.ur_actions import actions_in, counts
from imr_desk.parser.fields.ur_dates import REVIEW, RULED, Dated, date_of_action, date_of_review
from imr_desk.parser.guidelines.reference import stripped
from imr_desk.parser.words.phrases import phrase
from imr_desk.parser.words.printed import printed, sentences, worded

SOON = 4
"""Sentences after the last that told of the review within which a bare `the request was denied` is still of it."""

_PASSIVE = printed(
    rf"\b(?:was|were|been|is|are|also) (?:\w+ )?(?:{RULED})|:\s*(?:{RULED})|(?:{RULED})\s*:"
    rf"|\b(?:was|were) [^.;]{{1,60}}? and (?:(?:again|then|also|later|subsequently) )?(?:{RULED})"
)
_PERSON = printed(r"^\W*(?:he|she|they|(?:the )?(?:injured worker|patient|claimant|applicant|worker|IW))\b")


@dataclass(frozen=True, slots=True)
class _Event:
    date: Dated | None
    action: str
    word: Span
    sentence: Span

    @property
    def key(self) -> tuple[str | None, str]:
        return (self.date[1] if self.date else None, self.action)


def read_ur_events(text: str, summary: Span | None) -> Entries:
    """The events in the order of the text, each date and action once."""
    events: dict[tuple[str | None, str], _Event] = {}
    for event in _events(text, summary) if summary else ():
        events.setdefault(event.key, event)
    entries: Entries = {}
    for place, event in enumerate(events.values()):
        entries |= under(f"[{place}]", _entries(text, event))
    return entries


def _entries(text: str, event: _Event) -> Entries:
    reason = phrase("ur.reasons").search(text, event.word.end, event.sentence.end)
    words = next(
        stripped(text, Span(event.sentence.start, reason.start() if reason else event.sentence.end)), event.sentence
    )
    date = event.date
    rule = "ur.date" if date and event.sentence.holds(date[0]) else "ur.date before"
    return {
        "date": found(date[1], date[0], rule) if date else absent("ur.no date"),
        "action": found(event.action, event.word, "ur.action"),
        "text": found(worded(text, words), words, "ur.sentence"),
    }


def _events(text: str, summary: Span) -> Sequence[_Event]:
    """Of sentences that name the review, and those soon after it that say what became of a request."""
    told: list[_Event] = []
    current: Dated | None = None
    since = SOON + 1
    for sentence in sentences(text, summary):
        since += 1
        review = REVIEW.search(text, sentence.start, sentence.end)
        next_but_bare = since == 1 and bool(_PASSIVE.search(text, sentence.start, sentence.end))
        if not review and since > SOON and not _rules_on_request(text, sentence):
            continue
        actions = dict(actions_in(text, sentence))
        date = date_of_review(text, sentence, review, actions)
        if review:
            since, current = 0, date or current
        ruled = next_but_bare or (_rules_on_request(text, sentence) and (date or since <= SOON))
        if actions and (review or ruled):
            since, current = 0, date or current
            events = (
                _Event(date_of_action(text, sentence, word, current), action, word, sentence)
                for action, word in actions.items()
            )
            told += (event for event in events if review or _of_a_request(text, event))
        elif review and date:
            told = [event if event.date else replace(event, date=date) for event in told]
    return told


def _rules_on_request(text: str, sentence: Span) -> bool:
    """Whether the sentence says of a request or treatment what was done with it."""
    area = (sentence.start, sentence.end)
    return bool(phrase("ur.asked").search(text, *area) and _PASSIVE.search(text, *area))


def _of_a_request(text: str, event: _Event) -> bool:
    """Whether an approval is of a request: a number that is approved is the part that a modification lets stand."""
    asked = text[event.sentence.start : event.word.start]
    if event.action != "approved" or "request" in asked.casefold():
        return True
    return not (counts(event.sentence.of(text)) or _PERSON.search(asked))
