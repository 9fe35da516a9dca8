"""The conclusion: the last sentence that rules on the request, and which way."""

from __future__ import annotations

import pytest

from tests.parser.writing import Item, letter, printed_at, record_of

NO, YES = "not_necessary", "necessary"


@pytest.mark.parametrize(
    ("sentence", "polarity"),
    [
        ("The request is not medically necessary.", NO),
        ("This request is not medically necessary and appropriate.", NO),
        ("The brace IS NOT medically necessary.", NO),
        ("The brace is not-medically necessary.", NO),
        ("The drug is not indicated as medically necessary.", NO),
        ("The visits cannot be considered medically necessary.", NO),
        ("The medical necessity of this request is not established.", NO),
        ("As such, the request is not necessary.", NO),
        ("The treatment is medically unnecessary.", NO),
        ("The request does not appear medically necessary.", NO),
        ("The request is notmedically necessary.", NO),
        ("The requested scan is medically necessary.", YES),
        ("I am reversing the prior review decision and deem the scan to be medically necessary.", YES),
        ("Although it was not tried before, the scan is therefore medically necessary and appropriate.", YES),
        ("Medical necessity has been established.", YES),
        ("There is no medical necessity for this scan.", NO),
        ("The request fails to meet medical necessity.", NO),
        ("Medical necessity of the scan cannot be affirmed.", NO),
        ("The request is not substantiated.", NO),
        ("It is not only reasonable but medically necessary.", YES),
        ("The request for a taper of Norco is not medically necessary.", NO),
        ("Therefore the request is certified.", YES),
        ("For this reason the request is non-certified.", NO),
        ("In my view the request should be denied.", NO),
        ("Recommend non-certification.", NO),
        ("The request is certified.", YES),
        ("Given that he may not bear weight, a non-motorized scooter is medically necessary.", YES),
        ("The scan is medically necessary, as rest and exercise have not helped.", YES),
        ("As she failed to improve without surgery, the request is medically necessary.", YES),
        ("He has failed rest and exercise and the scan is medically necessary and appropriate.", YES),
        ("Despite a lack of older films, this scan is considered medically necessary.", YES),
        ("It has not been shown, in the file, that the scan is medically necessary.", NO),
        ("There is insufficient reason to find that the brace and the scan are medically necessary.", NO),
        ("No scan is medically necessary.", NO),
        ("Neither the scan nor the brace is medically necessary.", NO),
        ("Since the file is thin, the scan is not, at this time, medically necessary.", NO),
        ("The scan is neither reasonable nor necessary.", NO),
    ],
)
def test_which_way_a_conclusion_goes(sentence: str, polarity: str) -> None:
    words = letter(
        Item("MRI of the neck: Upheld", rationale=f"The prior reviewer found it not medically necessary. {sentence}")
    )
    record = record_of(words)
    assert record.at("items[0].conclusion").value == polarity
    assert printed_at(words, record, "items[0].conclusion") == sentence


@pytest.mark.parametrize(
    "afterthought",
    [
        "This decision addresses the medical necessity of opioids as they have been prescribed to this patient.",
        "Opioids should not be stopped abruptly, and weaning may be medically necessary.",
        "A copy goes to all parties.",
    ],
)
def test_what_follows_the_conclusion_is_not_the_conclusion(afterthought: str) -> None:
    rationale = f"Little was tried. The request is not medically necessary. {afterthought}"
    words = letter(Item("MRI of the neck: Upheld", rationale=rationale))
    record = record_of(words)
    assert printed_at(words, record, "items[0].conclusion") == "The request is not medically necessary."


def test_what_a_guideline_says_of_a_treatment_is_not_the_conclusion() -> None:
    quoted = (
        "The request is not medically necessary. ODG states that it is medically necessary where red flags are present."
    )
    words = letter(Item("MRI of the neck: Upheld", rationale=quoted))
    assert printed_at(words, record_of(words), "items[0].conclusion") == "The request is not medically necessary."
