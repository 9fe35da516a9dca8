"""The summary's first explicit statement of diagnoses, one entry a diagnosis as listed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from imr_desk.letter.span import Span, trimmed
from imr_desk.parser.certainty.outcome import Entries, found, listed
from imr_desk.parser.fields.statement import statement_in
from imr_desk.parser.words.phrases import any_of, phrase
from imr_desk.parser.words.printed import printed, worded

ENDING = 120
"""Characters at a diagnosis' end that are looked at."""
_SEPARATOR = printed(
    r"[\s.,;]*\s(?:and )?(?=\(?\d{1,2}[.)] )"
    r"|\s*;\s*(?:and )?|\s*,\s*(?:and |as well as |along with )?|\s+(?:and|as well as|&) "
)
_NUMBERING = re.compile(r"^(?:\(?\d{1,2}[.)]|\(\w\))\s*")
_OPERATED = (
    r"(?:ORIF|(?:status~? ?post|s/p) (?:(?:left|right|bilateral|surgical(?:ly)?) )?"
    r"(?:ORIF|surgery|operation|repair(?:ed)?|(?:open )?reduction|fixation"
    r"|open reduction (?:and|with|&)? ?internal fixation"
    r"|excision|release|debridement|reconstruction|decompression))"
)
"""An operation, told without what it was done on: that is the diagnosis before it."""
_GOES_ON = printed(
    rf"^{_OPERATED}(?: (?:on|in) [\w/-]+)?$|^of the\b|"
    r"^(?:injury|with|without|(?:secondary|due|related) to|internal fixation|(?:initial|subsequent) encounter|sequela"
    r"|(?:grade|stage|type|level|zone) (?:\d+|[IV]+|[A-D])(?! \w)|resolved|resolving|not otherwise specified"
    rf"|{any_of('diagnosis.qualities')})\b"
)
_CODE = r"[A-TV-Z]\d[\dA-Z](?:\.[\dA-Z]{1,4})?|[VE]?\d{3}\.\d{1,2}"
_CODED = re.compile(rf"\W*(?:ICD\S*\s+)?(?:{_CODE})(?![\w.])")
_CODE_AFTER = re.compile(rf"[(\[](?:ICD\S*\s+)?(?:{_CODE})[)\]]$")
_COUPLES = r"(?:sprains?|strains?|stiffness|swelling|numbness|tingling|weakness|spasms?|tenderness|pains?)"
_COUPLED = printed(rf"^(?:{_COUPLES}|symptoms?|depressed mood)\b")
_COUPLED_BEFORE = printed(rf"\b(?:{_COUPLES}|signs?|anxiety)$")
_INVOLVING = printed(r"\b(?:affecting|involving)\b[^,;]*$")
_BOTH = printed(
    rf"\b(?:of|to|by|with|from|between|affecting|involving) both (?!{any_of('diagnosis.where')}|\w+s\b)"
    r"(?:(?! and )[^,;])*$"
)
_WITH = printed(r"\bwith [^,;]*$")
_ONLY_WHERE = printed(rf"(?:\W*{any_of('diagnosis.where')})+\W*")
_PROCEDURE = printed(rf"(?:surgical )?{any_of('diagnosis.procedures')}(?: on \S+)?")
_SIDE = printed(
    r"^(?:(?:unspecified|other|chronic|acute) )*"
    r"(?:left|right|bilateral|upper|lower|cervical|thoracic|thoracolumbar|lumbar|lumbosacral|sacral|status~?post|s/p|[ctls]\d+)\b"
)
_ARTICLE = printed(r"^(?:an? |the |his |her )")


def read_diagnoses(text: str, summary: Span | None) -> Entries:
    """The diagnoses as a list; empty where none is stated."""
    statement = statement_in(text, summary) if summary else None
    if statement is None:
        return {}
    parts = list(split_diagnoses(text, statement))
    plain = len(parts) == len(list(_pieces(text, statement)))
    rule = "diagnoses.listed" if plain else "diagnoses.joined"
    return listed(found(_value(text, part), part, rule) for part in parts)


def split_diagnoses(text: str, statement: Span) -> Iterator[Span]:
    """The diagnoses of a list: at semicolons, commas and `and`, but not inside one."""
    pieces = list(_pieces(text, statement))
    if coded := _coded(text, pieces):
        yield from coded
        return
    current: Span | None = None
    for place, (piece, between) in enumerate(pieces):
        if current and not _opens_diagnosis(text, _end_of(text, current), piece, between, pieces[place + 1 :]):
            current = Span(current.start, piece.end)
            continue
        if current and _names(text, current):
            yield current
            current = None if _PROCEDURE.fullmatch(piece.of(text)) else piece
        else:
            current = Span(current.start, piece.end) if current else piece
    if current:
        yield current


def _coded(text: str, pieces: list[tuple[Span, str]]) -> list[Span]:
    """The diagnoses of a list in which each bears its code, before it or after it; none where they do not."""
    spans = [piece for piece, _ in pieces]
    firsts = [place for place, span in enumerate(spans) if _CODED.match(span.of(text))]
    lasts = [place for place, span in enumerate(spans) if _CODE_AFTER.search(span.of(text))]
    if firsts[:1] == [0] and len(firsts) > 1:
        return [Span(spans[one].start, spans[to - 1].end) for one, to in pairwise([*firsts, len(spans)])]
    if lasts[-1:] == [len(spans) - 1] and len(lasts) > 1:
        return [Span(spans[one + 1].start, spans[to].end) for one, to in pairwise([-1, *lasts])]
    return []


def _end_of(text: str, span: Span) -> str:
    """The last words of a diagnosis, which tell whether what follows is more of it."""
    return text[max(span.start, span.end - ENDING) : span.end]


def _pieces(text: str, statement: Span) -> Iterator[tuple[Span, str]]:
    start, between, depth_from = statement.start, "", statement.start
    for match in _SEPARATOR.finditer(text, statement.start, statement.end):
        words = text[depth_from : match.start()]
        if words.count("(") > words.count(")"):
            continue
        yield from ((part, between) for part in _cleaned(text, Span(start, match.start())))
        start, between, depth_from = match.end(), match[0], match.end()
    yield from ((part, between) for part in _cleaned(text, Span(start, statement.end)))


def _cleaned(text: str, span: Span) -> Iterator[Span]:
    words = trimmed(text, span)
    for pattern in (_NUMBERING, _ARTICLE):
        if match := pattern.match(words.of(text)):
            words = Span(words.start + match.end(), words.end)
    words = Span(words.start, words.start + len(words.of(text).rstrip(" .,;:")))
    if len(words):
        yield words


def _opens_diagnosis(text: str, before: str, piece: Span, between: str, after: Sequence[tuple[Span, str]]) -> bool:
    """Whether a piece after a separator is (the beginning of) a diagnosis of its own, not more of the one before."""
    words = piece.of(text)
    if ";" in between:
        return True
    if _GOES_ON.match(words) or (_COUPLED.match(words) and _COUPLED_BEFORE.search(before)):
        return False
    if "and" in between.split() and _and_goes_on(before, words):
        return False
    if _names(text, piece):
        return True
    return bool(_SIDE.match(words)) and _share_name(text, after)


def _and_goes_on(before: str, words: str) -> bool:
    """Whether an `and` stands within the diagnosis: after `both`, `involving`, or a word beside what follows `with`."""
    if _INVOLVING.search(before) or _BOTH.search(before):
        return True
    return bool(_WITH.search(before)) and words.isalpha() and not phrase("diagnosis.disorders").search(words)


def _share_name(text: str, after: Sequence[tuple[Span, str]]) -> bool:
    """Whether a later piece lends its name to the place before it: `thoracic`, `sacral` and `lumbar strain`."""
    for piece, between in after:
        if not _SIDE.match(piece.of(text)):
            return False
        if _names(text, piece):
            return "and" in between.replace(",", " ").split()
    return False


def _names(text: str, span: Span) -> bool:
    """Whether the words name something, beyond saying where, which and at what stage."""
    words = span.of(text)
    return not _ONLY_WHERE.fullmatch(words) or bool(phrase("diagnosis.disorders").search(words))


def _value(text: str, span: Span) -> str:
    return worded(text, span).casefold()
