"""What the summary says utilization review did: one event a date and action."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from imr_desk.letter.span import Span
from imr_desk.parser.certainty.outcome import Entries, absent, found, under
from imr_desk.parser.fields.ur_dates import ACTIONS, RULED, Dated, clause_of, date_of_action, date_of_review
from imr_desk.parser.guidelines.reference import stripped
from imr_desk.parser.words.dates import DATE
from imr_desk.parser.words.numbers import NUMBER
from imr_desk.parser.words.phrases import phrase
from imr_desk.parser.words.printed import printed, sentences, span_of, worded

SOON = 4
"""Sentences after the last that told of the review within which a bare `the request was denied` is still of it."""

_APPROVED_IN_PART = printed(r"(?:not(?: be)?|cannot be|partially|conditionally|non~?)\s*$")
_PASSIVE = printed(rf"\b(?:was|were|been|is|are|also) (?:\w+ )?(?:{RULED})|:\s*(?:{RULED})")
_BY_REVIEW = printed(
    r"\b(?:denied|modified|non~?\s*certified|approved|certified)\b.{0,40}\butilization review"
    r"|\butilization review\b.{0,60}\b(?:denied|modified|non~?\s*certified)"
)
_COUNT = printed(rf"#|\b{NUMBER}\b(?! (?:request|item|treatment|medication)s?\b)")
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
        review = phrase("ur.review").search(text, sentence.start, sentence.end)
        next_but_bare = since == 1 and bool(_PASSIVE.search(text, sentence.start, sentence.end))
        if not review and since > SOON and not _rules_on_request(text, sentence):
            continue
        actions = dict(_actions(text, sentence))
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
    return not (_COUNT.search(DATE.sub(" ", event.sentence.of(text))) or _PERSON.search(asked))


def _actions(text: str, sentence: Span) -> Iterator[tuple[str, Span]]:
    """What was done, by its word; a part approved is a modification, and so is what is approved with it."""
    area = (sentence.start, sentence.end)
    if phrase("ur.no_event").search(text, *area) and not _BY_REVIEW.search(text, *area):
        return
    done = {action: span_of(match) for action in ACTIONS if (match := _action(text, sentence, action))}
    if "modified" in done and "approved" in done and _of_the_same(text, sentence, done["modified"], done["approved"]):
        del done["approved"]
    for action, word in sorted(done.items(), key=lambda one: one[1].start):
        if not any(other is not word and other.holds(word) for other in done.values()):
            yield action, word


def _of_the_same(text: str, sentence: Span, modified: Span, approved: Span) -> bool:
    """Whether what is approved is a part of what is modified: told in one clause with it, or a number of something."""
    clause = clause_of(text, sentence, approved)
    return clause.holds(modified) or bool(_COUNT.search(DATE.sub(" ", clause.of(text))))


def _action(text: str, sentence: Span, action: str) -> re.Match[str] | None:
    end = _reason(text, sentence) if action == "approved" else sentence.end
    for match in phrase(f"ur.{action}").finditer(text, sentence.start, end):
        if action != "approved" or not _APPROVED_IN_PART.search(text[sentence.start : match.start()]):
            return match
    return None


def _reason(text: str, sentence: Span) -> int:
    """Where the sentence turns to its reasons: what was approved there was so at another time."""
    reason = phrase("ur.reasons").search(text, sentence.start, sentence.end)
    return reason.start() if reason else sentence.end
