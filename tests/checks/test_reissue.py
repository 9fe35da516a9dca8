"""F01: the same case number in another letter of the store."""

from imr_desk.checks.reissue import differing, reissued
from imr_desk.letter.entry import Entry, Found
from imr_desk.letter.finding import Severity
from imr_desk.letter.record import Record


def record(**values: str | int) -> Record:
    return Record({f"patient.{name}": Entry(Found(value, None, "t", 1.0)) for name, value in values.items()})


def test_another_letter_of_the_case_is_named_with_what_differs() -> None:
    (finding,) = reissued(record(age=54, sex="male"), [("again.pdf", record(age=55, sex="male"))])
    assert (finding.rule, finding.severity, finding.fields) == ("F01", Severity.WARNING, ("header.case_number",))
    assert "again.pdf" in finding.message
    assert "Different there: age." in finding.message


def test_a_copy_differs_in_nothing_that_is_kept() -> None:
    (finding,) = reissued(record(age=54), [("copy.pdf", record(age=54))])
    assert "nothing that is kept here" in finding.message


def test_without_another_letter_there_is_nothing_to_say() -> None:
    assert reissued(record(age=54), []) == ()


def test_a_field_that_only_one_letter_has_differs() -> None:
    assert differing(record(age=54), record()) == ("patient.age",)
