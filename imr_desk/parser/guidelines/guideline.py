"""Guideline blocks: their words, what they rest on, and what they cite."""

from __future__ import annotations

from imr_desk.letter.span import Span
from imr_desk.parser.certainty.outcome import Entries, absent, computed, found
from imr_desk.parser.guidelines.citation import read_citations
from imr_desk.parser.words.printed import printed, worded

_BASED_ON = printed(r"\bbased (?:its|his/her|their|his|her) decision on\b|\bdecision based (?:up)?on\b")
_NOTHING_CITED = printed(r"\bdid not cite any\b")
_MTUS = printed(
    r"\bbased (?:its|his/her|their|his|her) decision on (?:the )?(?:CA |California )?"
    r"(?:MTUS|Medical Treatment Utilization"
    r"|(?:Chronic Pain|Acupuncture|Post~?surgical)(?: Medical)? Treatment Guidelines?)"
    r"|(?<!not\s)\bdecisions? (?:is |was )?based (?:up)?on (?:the )?(?:CA )?MTUS\b|^(?:CA )?MTUS\b|Section\(s\)\s*:"
    r"|(?<!not\s)(?<!not\sa\s)\b(?:a )?part of (?:the )?(?:CA )?MTUS\b"
)
_NON_MTUS = printed(
    r"\bNon~?\s*MTUS\b|outside (?:of )?the MTUS|did not base (?:their|its|his/her) decision on the MTUS"
    r"|\bODG\b|Official Disability|Other Medical Treatment Guidelines?"
)


def read_guideline(text: str, block: Span | None) -> Entries:
    """The block's text, basis and citations."""
    if block is None:
        return {"text": absent("guideline.none"), "basis": absent("guideline.none")}
    words = worded(text, block)
    entries = {"text": found(words, block, "guideline.block"), "basis": computed(basis_of(words), "guideline.basis")}
    return entries | read_citations(text, block)


def basis_of(words: str) -> str:
    """`mtus`, `non_mtus`, `both` or `none`."""
    if _NOTHING_CITED.search(words):
        return "none"
    mtus, other = bool(_MTUS.search(words)), bool(_NON_MTUS.search(words))
    if mtus and other:
        return "both"
    if mtus or other:
        return "mtus" if mtus else "non_mtus"
    return "non_mtus" if _BASED_ON.search(words) else "none"
