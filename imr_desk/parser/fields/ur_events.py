"""What the summary says utilization review did: one event a date and action."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from imr_desk.letter.span import Span
from imr_desk.parser.certainty.outcome import Entries, absent, found, under
from imr_desk.parser.guidelines.reference import stripped
from imr_desk.parser.words.dates import DATE, find_dates
from imr_desk.parser.words.numbers import NUMBER
from imr_desk.parser.words.phrases import any_of, phrase
from imr_desk.parser.words.printed import printed, sentences, span_of, worded

SOON = 4
"""Sentences after the last that told of the review within which a bare `the request was denied` is still of it."""

ACTIONS = ("modified", "delayed", "denied", "approved")
_APPROVED_IN_PART = printed(r"(?:not|partially|conditionally|non~?)\s*$")
_RULED = "|".join(any_of(f"ur.{action}") for action in ACTIONS)
_PASSIVE = printed(rf"\b(?:was|were|been|is|are|also) (?:\w+ )?(?:{_RULED})")
_BY_REVIEW = printed(
    r"\b(?:denied|modified|non~?\s*certified|approved|certified)\b.{0,40}\butilization review"
    r"|\butilization review\b.{0,60}\b(?:denied|modified|non~?\s*certified)"
)
_OTHER_DATE = printed(rf"{any_of('ur.other_dates')}\W+(?:\w+\W+){{0,2}}$")
_CLAUSE_END = printed(rf";|,? (?:and|but|while|whereas)(?= )|,(?= (?:{_RULED}))")
_COUNT = printed(rf"#|\b{NUMBER}\b(?! (?:request|item|treatment|medication)s?\b)")
_PERSON = printed(r"^\W*(?:he|she|they|(?:the )?(?:injured worker|patient|claimant|applicant|worker|IW))\b")


@dataclass(frozen=True, slots=True)
class _Event:
    date: tuple[Span, str] | None
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
    current: tuple[Span, str] | None = None
    since = SOON + 1
    for sentence in sentences(text, summary):
        since += 1
        review = phrase("ur.review").search(text, sentence.start, sentence.end)
        next_but_bare = since == 1 and bool(_PASSIVE.search(text, sentence.start, sentence.end))
        if not review and since > SOON and not _rules_on_request(text, sentence):
            continue
        actions = dict(_actions(text, sentence))
        date = _date(text, sentence, review, actions)
        if review:
            since, current = 0, date or current
        ruled = next_but_bare or (_rules_on_request(text, sentence) and (date or since <= SOON))
        if actions and (review or ruled):
            since, current = 0, date or current
            events = (
                _Event(_date_of(text, sentence, word, current), action, word, sentence)
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
    clause = _clause(text, sentence, approved)
    return clause.holds(modified) or bool(_COUNT.search(DATE.sub(" ", clause.of(text))))


def _clause(text: str, sentence: Span, word: Span) -> Span:
    """The part of the sentence that the word stands in, between its `and`, `but`, `while` and semicolons."""
    ends = list(_CLAUSE_END.finditer(text, sentence.start, sentence.end))
    start = max((end.end() for end in ends if end.end() <= word.start), default=sentence.start)
    return Span(start, min((end.start() for end in ends if end.start() >= word.end), default=sentence.end))


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


def _date(text: str, sentence: Span, review: re.Match[str] | None, actions: dict[str, Span]) -> tuple[Span, str] | None:
    """The date nearest to the review's name or the action, those of requests and reports aside."""
    anchors = [word.start for word in actions.values()] + ([review.end()] if review else [])
    dates = [date for date in find_dates(text, sentence) if not _is_other(text, sentence, date[0])]
    return (
        min(dates, key=lambda date: min(abs(date[0].start - at) for at in anchors), default=None) if anchors else None
    )


def _date_of(text: str, sentence: Span, word: Span, otherwise: tuple[Span, str] | None) -> tuple[Span, str] | None:
    """The date that the action's own clause gives: of the sentence's only where it gives none."""
    dates = (date for date in find_dates(text, _clause(text, sentence, word)) if not _is_other(text, sentence, date[0]))
    return min(dates, key=lambda date: abs(date[0].start - word.start), default=otherwise)


def _is_other(text: str, sentence: Span, date: Span) -> bool:
    """Whether the date is a request's, a report's or a visit's: the nearest name before it tells."""
    start = max(sentence.start, date.start - 60)
    named = [match.end() for match in phrase("ur.review").finditer(text, sentence.start, date.start)]
    return bool(_OTHER_DATE.search(text[max(start, named[-1] if named else start) : date.start]))
