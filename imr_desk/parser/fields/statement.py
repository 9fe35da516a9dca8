"""Where the summary first states its diagnoses: after which words, and up to where."""

from __future__ import annotations

import re

from imr_desk.letter.span import Span, trimmed
from imr_desk.parser.words.phrases import any_of, phrase
from imr_desk.parser.words.printed import printed, sentences

_IS = any_of("diagnosis.links")
_BETWEEN = r"(?: \([^)]*\))?,?(?: [\w/,-]+){0,6}?"
_CUES = (
    printed(rf"{any_of('diagnosis.cues')}{_BETWEEN} (?:{_IS}[ :,]+)+(?:the following ?:? ?)?"),
    printed(rf"{any_of('diagnosis.cues')}{_BETWEEN}\s*:\s*"),
    printed(
        r"\bdiagnosed(?: [\w/,-]+){0,6}? (?:as having|as|with having|with|to have)"
        r"(?: the following(?: diagnos[ei]s)?)? ?:?\s*"
        rf"|(?:{any_of('diagnosis.who')}) (?:has |had |also |then )?diagnosed (?!(?:him|her|as|with|by|on|in|at)\b)"
    ),
    printed(
        rf"{any_of('diagnosis.treated')}(?: by [\w., ]{{1,30}})? (?:for|of)(?: the following(?: diagnos[ei]s)?)? ?:?\s*"
        r"(?:diagnos[ei]s of )?"
    ),
    printed(r"\bcarr(?:ies|ied|ying) (?:a |the )?diagnos[ei]s of\s*"),
    printed(rf"{any_of('diagnosis.cues')} \((?!\d)"),
    printed(r"\bassessed (?:as having|with) "),
)
_TREATED = 3
_IF_A_DISORDER = (5, 6)
"""Cues that other things follow too: what they open states diagnoses where it names a disorder."""
_LIST_END = printed(rf"\.\s*$|(?<!\d)(?<!\bvs)\.\s+(?=[A-Z])|[,;]?\s*{any_of('diagnosis.ends')}")
_PARENTHESIS = re.compile(r"\(|(?<!\b\w)(?<!\b\d\d)\)")
_NUMBERED = re.compile(r"\(?\d{1,2}[.)]\s")
_ENDS_IN_NUMBER = re.compile(r"\s\d{1,2}$")


def statement_in(text: str, summary: Span) -> Span | None:
    """The words of the first list of diagnoses."""
    for sentence in sentences(text, summary):
        matches = [(cue.search(text, sentence.start, sentence.end), number) for number, cue in enumerate(_CUES)]
        cues = [(match.start(), -match.end(), number) for match, number in matches if match]
        for _, end, number in sorted(cues):
            statement = _numbered_on(text, summary, _to_end(text, Span(-end, sentence.end)))
            if number in _IF_A_DISORDER and not phrase("diagnosis.disorders").search(statement.of(text)):
                continue
            if len(statement) > 2 and not _says_none(text, statement, treated=number == _TREATED):
                return statement
    return None


def _numbered_on(text: str, summary: Span, statement: Span) -> Span:
    """With the entries that follow it as sentences of their own, where the list is numbered."""
    if not _NUMBERED.match(text, statement.start, statement.end):
        return statement
    for sentence in sentences(text, summary):
        if sentence.start < statement.end:
            continue
        if not (_NUMBERED.match(text, sentence.start, sentence.end) or _ENDS_IN_NUMBER.search(statement.of(text))):
            break
        statement = _to_end(text, Span(statement.start, sentence.end))
    return statement


def _says_none(text: str, statement: Span, *, treated: bool) -> bool:
    """Whether what follows the cue is no diagnosis: a complaint, a visit, or that none is given."""
    none = (phrase("diagnosis.unstated"), *([phrase("diagnosis.none")] if treated else []))
    return any(pattern.match(text, statement.start, statement.end) for pattern in none)


def _to_end(text: str, area: Span) -> Span:
    if area.start >= area.end:
        return area
    end = _LIST_END.search(text, area.start, area.end)
    return trimmed(text, _in_parentheses(text, Span(area.start, end.start() if end else area.end)))


def _in_parentheses(text: str, area: Span) -> Span:
    """Up to the closing parenthesis of what stands before the area, where there is one; the numbers of a list aside."""
    depth = 0
    for sign in _PARENTHESIS.finditer(text, area.start, area.end):
        depth += 1 if sign[0] == "(" else -1
        if depth < 0:
            return Span(area.start, sign.start())
    return area
