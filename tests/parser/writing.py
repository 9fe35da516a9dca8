"""Letters of our own wording for the parser's tests: a text needs no PDF to be read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from imr_desk.letter.entry import Value
from imr_desk.letter.record import Record
from imr_desk.parser.parse import Parsed, parse
from tests.making import letter_text

HEADER = """\
Case Number: CM16-0123456

Date Assigned: 12/01/2016
Date of Injury: 03/04/2009
Decision Date: 01/05/2017
UR Denial Date: 11/02/2016
Priority: Standard
Application
Received: 11/20/2016
"""
CREDENTIALS = """\
The Expert Reviewer has the following credentials:
State(s) of Licensure: California
Certification(s)/Specialty: Family Practice
"""
SUMMARY = "The injured worker is a 47 year old female, who sustained an industrial injury on 3-4-2009."
GUIDELINE = "Decision based on MTUS Low Back Complaints 2004, Section(s): Special Studies."
RATIONALE = "The file says little of what was tried. The request is not medically necessary."


@dataclass(frozen=True)
class Item:
    """What an item prints."""

    heading: str
    claims: str = GUIDELINE
    maximus: str = GUIDELINE
    rationale: str = RATIONALE

    def printed(self, gap: str = "\n\n") -> str:
        """The item with this between its blocks."""
        return gap.join(
            (
                self.heading,
                f"Claims Administrator guideline: {self.claims}",
                f"MAXIMUS guideline: {self.maximus}",
                f"Decision rationale: {self.rationale}",
            )
        )


def letter(
    *items: Item | str,
    header: str = HEADER,
    credentials: str = CREDENTIALS,
    summary: str = SUMMARY,
    gap: str = "\n\n",
) -> str:
    """A letter of 2016, with these parts in place of the usual ones."""
    printed = [item.printed(gap) if isinstance(item, Item) else Item(item).printed(gap) for item in items]
    return "\n\n".join(
        (
            header,
            "HOW THE IMR FINAL DETERMINATION WAS MADE\nA reviewer without ties to any party read the whole file.",
            credentials,
            "CLINICAL CASE SUMMARY\nThe expert reviewer developed the following clinical case summary based on a "
            "review of the\ncase file, including all medical records:",
            summary,
            "IMR ISSUES, DECISIONS AND RATIONALES\n"
            "The Final Determination was based on decisions for the disputed items/services set forth below:",
            gap.join(printed or [Item("MRI of the lumbar spine: Upheld").printed(gap)]),
        )
    )


def read(words: str) -> Parsed:
    """What the parser makes of the words."""
    return parse(letter_text(words))


def record_of(words: str) -> Record:
    """The record that the parser makes of the words."""
    return read(words).record


def values(record: Record, *paths: str) -> list[Value | None]:
    """The values at these paths."""
    return [record.at(path).value for path in paths]


def listed(record: Record, listing: str) -> list[Value | None]:
    """The values of a plain list."""
    return values(record, *record.each(listing))


def printed_at(words: str, record: Record, path: str) -> str:
    """The words that the field's span holds, white space collapsed."""
    span = record.at(path).span
    assert span is not None, f"{path} has no place"
    return " ".join(span.of(words).split())


def item_values(heading: str, paths: Sequence[str]) -> list[Value | None]:
    """The values of the only item of a letter with that heading, by path below the item."""
    record = record_of(letter(heading))
    return values(record, *(f"items[0].{path}" for path in paths))
