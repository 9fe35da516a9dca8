"""Offset, box and picture agree: under the boxes of a span lies the ink of its characters, and no other."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from imr_desk.letter.geometry import Place, Rect
from imr_desk.letter.span import Span, covering
from imr_desk.letter.text import LetterText
from imr_desk.pdf.document import Document, opened
from imr_desk.pdf.page_image import PageImage, render
from imr_desk.pdf.text_layer import char_boxes
from tests.pdf.paper import LIGATURES, Glyph, Paper, Sheet, spelled
from tests.pdf.reading import read_text

SCALE = 3.0
SLACK = 1.0
"""Points by which a glyph's ink may reach beyond its box: side bearings and smoothed edges."""

words = st.sampled_from(
    ("knee", "of\x01ce", "\x02ow", "10/325mg", "post-", "op", "“stable”", "it’s", "#60", "Wj", "pre\x01x,", "a", "§")
)
lines = st.lists(st.lists(words, min_size=1, max_size=4).map(tuple), min_size=1, max_size=4).map(tuple)
sheets = st.builds(
    Sheet,
    lines=lines,
    width=st.integers(240, 320),
    height=st.integers(240, 320),
    origin=st.tuples(st.integers(-90, 90), st.integers(-90, 90)),
    crop=st.integers(20, 30),
    turn=st.sampled_from((0, 90, 180, 270)),
    unit=st.sampled_from((1, 1, 2)),
    upwards=st.booleans(),
    pitch=st.sampled_from((17.0, 40.0)),
    cropped_away=st.sampled_from(("", "unseen")),
)
papers = st.lists(sheets, min_size=1, max_size=3)


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(papers, st.data())
def test_under_a_spans_boxes_is_its_ink_and_no_other(paper: list[Sheet], data: st.DataObject) -> None:
    text = text_of(paper)
    start = data.draw(st.integers(0, len(text.text) - 1), "start")
    span = Span(start, data.draw(st.integers(start + 1, len(text.text)), "end"))
    red = {glyph: letters for glyph, letters in letters_of(paper, text).items() if letters.overlaps(span)}
    span = covering(span, *red.values())
    with opened(Paper(paper, frozenset(red)).data()) as document:
        assert read_text(document) == text, "colour moves nothing"
        places = placed(document, text, span)
        for number, sheet in enumerate(paper, 1):
            boxes = [place.rect for place in places if place.page == number]
            check_ink(render(document, number, SCALE / sheet.unit), boxes, SLACK * sheet.unit)


@settings(max_examples=40)
@given(papers)
def test_words_come_in_the_order_they_are_printed(paper: list[Sheet]) -> None:
    text = text_of(paper)
    assert [word.span.of(text.text) for word in text.words] == [spelled(word) for *_, word in printed(paper)]
    assert text.text.count("\f") == len(paper) - 1
    assert "unseen" not in text.text


@settings(max_examples=40)
@given(papers)
def test_pages_have_the_size_of_their_pictures(paper: list[Sheet]) -> None:
    with opened(Paper(paper).data()) as document:
        for page in read_text(document).pages:
            image = render(document, page.number, 1.0)
            assert (image.width, image.height) == (pytest.approx(page.width, abs=1), pytest.approx(page.height, abs=1))


def text_of(paper: list[Sheet]) -> LetterText:
    with opened(Paper(paper).data()) as document:
        return read_text(document)


def printed(paper: list[Sheet]) -> Iterator[tuple[int, int, int, str]]:
    for page, sheet in enumerate(paper):
        for line, its_words in enumerate(sheet.lines):
            for number, word in enumerate(its_words):
                yield page, line, number, word


def letters_of(paper: list[Sheet], text: LetterText) -> dict[Glyph, Span]:
    """Where in the text each glyph's letters stand."""
    found: dict[Glyph, Span] = {}
    for word, (page, line, number, codes) in zip(text.words, printed(paper), strict=True):
        offset = word.span.start
        for at, code in enumerate(codes):
            found[page, line, number, at] = Span(offset, offset + len(LIGATURES.get(code, code)))
            offset = found[page, line, number, at].end
    return found


def placed(document: Document, text: LetterText, span: Span) -> tuple[Place, ...]:
    cut = {index: text.words[index] for index in text.cut_words([span])}
    boxes = char_boxes(document, cut)
    assert boxes.keys() == cut.keys(), "every cut word's characters are found"
    return text.with_char_boxes(boxes).places(span)


def check_ink(image: PageImage, boxes: list[Rect], slack: float) -> None:
    """All red ink lies in the boxes, no other ink does, and no box is without red ink."""
    red, green = bytes(image.pixels[0::3]), bytes(image.pixels[1::3])
    inked = [(at % image.width, at // image.width, red[at] > 150) for at, shade in enumerate(green) if shade < 110]
    found = [0] * len(boxes)
    for x, y, is_red in inked:
        point = ((x + 0.5) / image.scale, (y + 0.5) / image.scale)
        near = [number for number, box in enumerate(boxes) if box.grown(slack).contains(*point)]
        deep = [number for number, box in enumerate(boxes) if box.grown(-slack).contains(*point)]
        assert near or not is_red, f"ink of the span outside its boxes at {point}: {boxes}"
        assert is_red or not deep, f"foreign ink in a box of the span at {point}: {boxes}"
        for number in near:
            found[number] += is_red
    assert all(found), f"a box without ink: {boxes}, {found}"
