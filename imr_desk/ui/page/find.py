"""Finding words in a letter, as a person would read them: over line breaks, in capitals or not."""

from __future__ import annotations

import re

from imr_desk.letter.sought import held, terms
from imr_desk.letter.span import Span

_ALIKE = ("'‘’", '"“”', "-‐‑–—")


def find_all(text: str, words: str) -> tuple[Span, ...]:
    """Every place of the words in the text, from left to right and apart from each other.

    Blanks match any run of white space, a hyphen may end a line, curly quotes and dashes match plain ones.
    """
    parts = words.split()
    if not parts:
        return ()
    pattern = r"\s+".join("".join(map(_like, part)) for part in parts)
    return tuple(Span(*match.span()) for match in re.finditer(pattern, text, re.IGNORECASE))


def find_sought(text: str, words: str) -> tuple[Span, ...]:
    """Every place of what a search over all letters takes the words for."""
    return tuple(place.span for place in held(text, terms(words)))


def _like(character: str) -> str:
    for alike in _ALIKE:
        if character in alike:
            return f"[{re.escape(alike)}]" + (r"\s*" if "-" in alike else "")
    return re.escape(character)
