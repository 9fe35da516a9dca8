"""What a sentence says was done by utilization review, by its words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from imr_desk.letter.span import Span
from imr_desk.parser.fields.ur_dates import ACTIONS, clause_of
from imr_desk.parser.words.dates import DATE
from imr_desk.parser.words.numbers import NUMBER
from imr_desk.parser.words.phrases import any_of, phrase
from imr_desk.parser.words.printed import printed, span_of

_APPROVED_IN_PART = printed(r"(?:not(?: be)?|cannot be|neither|partially|conditionally|non~?)\s*$")
_BY_REVIEW = printed(
    r"\b(?:denied|modified|non~?\s*certified|approved|certified)\b.{0,40}\butilization review"
    r"|\butilization review\b.{0,60}\b(?:denied|modified|non~?\s*certified)"
)
_COUNT = printed(rf"#|\b{NUMBER}\b(?! (?:request|item|treatment|medication)s?\b)")
_AGAIN_RULED = printed(r", and $")
_SUBJECT = printed(r"(?:^|[,;:])(?P<words>[^,;:]*)(?:\b(?:was|were|is|are)|\s[-\u2013\u2014:])\s*$")
_NAME = printed(rf"\b(?!{any_of('ur.unnamed')})[a-z]{{3,}}")


def counts(words: str) -> bool:
    """Whether the words give a number of something, dates aside."""
    return bool(_COUNT.search(DATE.sub(" ", words)))


def actions_in(text: str, sentence: Span) -> Iterator[tuple[str, Span]]:
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
    if _names_another(text, sentence, approved):
        return False
    return clause.holds(modified) or counts(clause.of(text))


def _names_another(text: str, sentence: Span, approved: Span) -> bool:
    """Whether what `was approved` bears a name that nothing else in the sentence has."""
    subject = _SUBJECT.search(text[sentence.start : approved.start])
    if not subject:
        return False
    rest = text[sentence.start : sentence.start + subject.start()] + text[approved.end : sentence.end]
    return bool(named := _names(subject["words"])) and not named & _names(rest)


def _names(words: str) -> frozenset[str]:
    return frozenset(match[0].casefold() for match in _NAME.finditer(words))


def _action(text: str, sentence: Span, action: str) -> re.Match[str] | None:
    reason = _reason(text, sentence) if action == "approved" else sentence.end
    for match in phrase(f"ur.{action}").finditer(text, sentence.start, sentence.end):
        before = text[sentence.start : match.start()]
        of_reason = match.start() >= reason and not _AGAIN_RULED.search(before)
        if not of_reason and (action != "approved" or not _APPROVED_IN_PART.search(before)):
            return match
    return None


def _reason(text: str, sentence: Span) -> int:
    """Where the sentence turns to its reasons: what was approved there was so at another time."""
    reason = phrase("ur.reasons").search(text, sentence.start, sentence.end)
    return reason.start() if reason else sentence.end
