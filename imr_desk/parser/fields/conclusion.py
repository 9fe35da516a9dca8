"""The conclusion: the last sentence of the rationale that rules on the request, and which way."""

from __future__ import annotations

import re

from imr_desk.letter.entry import Entry
from imr_desk.letter.span import Span
from imr_desk.parser.certainty.outcome import absent, found
from imr_desk.parser.words.phrases import any_of, phrase
from imr_desk.parser.words.printed import printed, sentences

_SHOWN = any_of("conclusion.shown")
_FIT = any_of("conclusion.fit")
_NOT = any_of("conclusion.not")
_SHOW = "(?:establish|support|demonstrate|show|substantiate|meet|satisf|confirm|affirm)"
_BE = "(?:is|are|was|were|has|have|be|been|cannot|not)"
_RULES = (
    printed(
        rf"\bmedical(?:ly)?[-\s]*(?:un)?necessary\b|\bmedically {_FIT}\b|\bnotmedically\b"
        rf"|\bmedical (?:necessity|need)\b[^.;]{{0,120}}?\b{_BE}\b.{{0,30}}?{_SHOWN}"
        rf"|\b(?:no|lacks?|without|{_SHOW}\w*) (?:the |a )?medical (?:necessity|need)\b"
        r"|\b(?:is|are|was|were|be|deemed|considered|as) (?:not |un)?~?\s*"
        r"(?:reasonable and |neither \w+ nor )?necessary\b"
        r"|\brequest(?:s|ed)?\b.{0,200}?\b(?:is|are|should be|must be)(?: \w+)?"
        r" (?:not |non~?)?(?:certified|denied|upheld|overturned)\b"
        r"|\brecommend(?:ed|ation)?\b.{0,30}\b(?:certification|denial)\b"
    ),
    printed(
        r"\b(?:request(?:s|ed)?|treatment|service|medication|decision)\b.{0,200}?\b(?:is|are|was|were|be|been)\b.{0,25}?"
        rf"\b(?:{_FIT}|recommended|certified|authorized|approved|established|denied|upheld|overturned)\b"
    ),
)
_NEGATED = printed(
    rf"{_NOT}.{{0,110}}?(?:necess|{_FIT}|recommended|certified|authorized|approved|established)"
    rf"|necess\w*\b.{{0,110}}?{_NOT}|\b(?:medically )?unnecessary\b|\bnotmedically\b|\bunwarranted\b|\bunsupported\b"
    r"|\bno medical (?:necessity|need)\b"
    r"|\b(?:is|are|was|be)(?: \w+)? (?:denied|upheld|non~?certified)|\bnon~?certification\b|\brecommend\w* denial\b"
)
_THEREFORE = printed(r"\b(?:therefore|thus|hence|as such|accordingly|consequently|so)\b,?")
_QUOTES = printed(
    r"\W*(?:the |CA |California )*(?:MTUS|ODG|ACOEM|Official Disability|(?:[\w-]+ ){0,3}?guidelines?)\b"
    r"[^,;]{0,60}?\b(?:states?|says?|indicates?|notes?|lists?|defines?|considers?)\b"
)
_OF_REQUEST = printed(
    r"\b(?:therefore|thus|hence|as such|accordingly|consequently|request\w*|this (?:patient|case|worker))\b"
)
_RULED = printed(
    rf"\b(?:is|are|was|were)(?P<how>(?: \w+){{0,3}}?)"
    rf" (?:medically (?:necessary|{_FIT})|(?:(?:reasonable|appropriate) and )?necessary)\b"
)
_MAIN_CLAUSE = printed(
    r"(?:[,;]|\b(?:and|but|so)\b) "
    r"(?!(?:and |but )?(?:that|which|who|to|or|nor|whether|if|as|in|per|at|for|with|and|but)\b)"
)
_DENIES = printed(r"\b(?:not(?:medically)?(?! only)|cannot|\w+n't|no|nor|never|neither|none)\b")
_NOT_SHOWN = printed(
    rf"{_NOT}.{{0,110}}?\b(?:that|whether|if|"
    r"to (?:conclude|determine|show|establish|support|find|deem|say|state|consider))\b"
)
_PLAIN = printed(r"\b(?:is|are|was|were) (?:\w+ ){0,3}?medically necessary\b")
_RULING_WORD = printed(rf"necess|{_FIT}")


def read_conclusion(text: str, rationale: Span | None) -> Entry:
    """`necessary` or `not_necessary` with the sentence that says it."""
    if rationale is None:
        return absent("conclusion.no rationale")
    every = list(sentences(text, rationale))
    for number, rule in enumerate(_RULES, start=1):
        for sentence in reversed(every):
            words = sentence.of(text)
            if rule.search(words) and not _tells_otherwise(words):
                return found(polarity_of(words), sentence, f"conclusion.form {number}")
    return absent("conclusion.none")


def _tells_otherwise(words: str) -> bool:
    """Whether the sentence tells of another's ruling, of what is none, or only of how to stop the drug."""
    if phrase("conclusion.no_ruling").search(words) or (_QUOTES.match(words) and not _OF_REQUEST.search(words)):
        return True
    return bool(phrase("conclusion.withdrawal").search(words)) and not _PLAIN.search(words)


def polarity_of(sentence: str) -> str:
    """Which way a ruling sentence goes."""
    clause = _last_clause(sentence)
    ruled = list(_RULED.finditer(clause))
    denied = all(_is_denied(clause, ruling) for ruling in ruled) if ruled else bool(_NEGATED.search(clause))
    return "not_necessary" if denied else "necessary"


def _is_denied(clause: str, ruling: re.Match[str]) -> bool:
    """Whether an `is medically necessary` is denied: in itself or by what governs it, not by the reasons beside it."""
    if _DENIES.search(ruling["how"]) or _NOT_SHOWN.search(clause, 0, ruling.start()):
        return True
    main = max((match.end() for match in _MAIN_CLAUSE.finditer(clause, 0, ruling.start())), default=0)
    return bool(_DENIES.search(clause, main, ruling.start()))


def _last_clause(sentence: str) -> str:
    """What follows the last `therefore`, `as such`, ...: the ruling itself, where it is told apart."""
    tail = sentence[max((match.end() for match in _THEREFORE.finditer(sentence)), default=0) :]
    return tail if _RULING_WORD.search(tail) else sentence
