"""What a person looks for, words that begin so and phrases in quotes, and where a text holds it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from unicodedata import normalize

from imr_desk.letter.span import Span

BEGINNING = 3
"""From this many characters on, words are also found where the last of them only begins so."""
_TERM = re.compile(r'"([^"]*)("?)|([^\s"]+)')
_TOKEN = re.compile(r"[^\W_]+")
_QUOTES = str.maketrans("“”„«»", '"' * 5)


@dataclass(frozen=True, slots=True)
class Term:
    """Words that must stand beside each other; the last one may be the beginning of a longer one."""

    tokens: tuple[str, ...]
    begins: bool

    @property
    def pattern(self) -> str:
        """A regular expression for the term in folded text."""
        words = r"[\W_]+".join(map(re.escape, self.tokens))
        more = r"[^\W_]*" if self.begins else ""
        return rf"(?<![^\W_]){words}{more}(?![^\W_])"


@dataclass(frozen=True, slots=True)
class Held:
    """A place in a text, and which of the terms, from 0, stands there."""

    span: Span
    term: int


def terms(words: str) -> tuple[Term, ...]:
    """What is looked for; a quote that is not closed yet ends where the words end."""
    found = (_term(match) for match in _TERM.finditer(words.translate(_QUOTES)))
    return tuple(dict.fromkeys(term for term in found if term is not None))


def held(text: str, sought: Sequence[Term]) -> tuple[Held, ...]:
    """Every place of the terms in the text, from left to right and apart; accents and capitals do not count."""
    if not sought:
        return ()
    order = sorted(range(len(sought)), key=lambda at: -len(sought[at].pattern))
    pattern = "|".join(f"({sought[at].pattern})" for at in order)
    matches = re.finditer(pattern, folded(text))
    return tuple(Held(Span(*match.span()), order[(match.lastindex or 1) - 1]) for match in matches)


def best(places: Sequence[Held], reach: int) -> Held | None:
    """The first place from which most different terms stand within so many characters."""
    return max(places, key=lambda one: _terms_near(places, one, reach), default=None)


def folded(text: str) -> str:
    """The text in small letters without accents, each character in its place."""
    return text.lower() if text.isascii() else "".join(map(_folded, text))


def _terms_near(places: Sequence[Held], start: Held, reach: int) -> int:
    return len({one.term for one in places if start.span.start <= one.span.start <= start.span.start + reach})


def _term(match: re.Match[str]) -> Term | None:
    quoted, closed, plain = match.groups()
    tokens = tuple(_TOKEN.findall(folded(plain if quoted is None else quoted)))
    begins = not closed and sum(map(len, tokens)) >= BEGINNING
    return Term(tokens, begins) if tokens else None


@lru_cache(maxsize=4096)
def _folded(character: str) -> str:
    base = normalize("NFD", character)[0].lower()
    return base if len(base) == 1 else character
