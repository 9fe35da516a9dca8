"""One disputed item, heading to rationale."""

from __future__ import annotations

from imr_desk.letter.entry import Entry
from imr_desk.parser.certainty.outcome import Entries, absent, found, under
from imr_desk.parser.fields.conclusion import read_conclusion
from imr_desk.parser.fields.request import disputed_part, read_request
from imr_desk.parser.fields.subject import read_subject
from imr_desk.parser.guidelines.guideline import read_guideline
from imr_desk.parser.parts.outline import ItemOutline
from imr_desk.parser.words.printed import worded


def read_item(text: str, outline: ItemOutline) -> Entries:
    """All that the item says, by path relative to it."""
    entries = read_request(text, outline.heading)
    entries |= under("claims_administrator_guideline", read_guideline(text, outline.claims_guideline))
    entries |= under("maximus_guideline", read_guideline(text, outline.maximus_guideline))
    request = entries["request"].span or outline.heading
    entries |= read_subject(text, request, disputed_part(entries, outline.heading))
    rationale = outline.rationale
    entries["conclusion"] = read_conclusion(text, rationale)
    entries["rationale"] = (
        found(worded(text, rationale), rationale, "rationale.block") if rationale else absent("rationale.none")
    )
    if entries["decision"].value is None:
        entries["decision"] = _decision_from(entries["conclusion"]) or entries["decision"]
    return entries


def _decision_from(conclusion: Entry) -> Entry | None:
    """What the conclusion says where no outcome is printed."""
    if conclusion.value is None:
        return None
    return found("overturned" if conclusion.value == "necessary" else "upheld", conclusion.span, "decision.conclusion")
