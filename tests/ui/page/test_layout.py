"""Where pages lie: fitted, centred, one below the other, and back from pixels to points."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from imr_desk.letter.geometry import Place, Rect
from imr_desk.letter.span import Span
from imr_desk.letter.text import Page
from imr_desk.ui.page.layout import GAP, Exactly, FitPage, FitWidth, Point, Zoom, lay_out

sizes = st.tuples(st.floats(100, 2000), st.floats(100, 2000))
zooms = st.one_of(st.just(FitWidth()), st.just(FitPage()), st.floats(0.01, 20).map(Exactly))


def pages(*sizes: tuple[float, float]) -> list[Page]:
    return [Page(number, width, height, Span(0, 0)) for number, (width, height) in enumerate(sizes, start=1)]


def test_the_widest_page_fits_the_width() -> None:
    layout = lay_out(pages((612, 792), (792, 612)), FitWidth(), 824, 500)
    assert layout.scale == (824 - 2 * GAP) / 792
    assert layout.sheets[1].rect.x0 == GAP
    assert layout.width == 824


def test_a_whole_page_fits_the_window() -> None:
    layout = lay_out(pages((612, 792)), FitPage(), 2000, 832)
    assert layout.scale == (832 - 2 * GAP) / 792


def test_pages_lie_in_the_middle_one_below_the_other() -> None:
    first, second = lay_out(pages((600, 100), (300, 100)), Exactly(1), 1000, 500).sheets
    assert first.rect == Rect(200, GAP, 800, GAP + 100)
    assert second.rect == Rect(350, 2 * GAP + 100, 650, 2 * GAP + 200)


def test_only_what_is_seen_is_visible() -> None:
    layout = lay_out(pages(*[(600, 100)] * 50), Exactly(1), 1000, 300)
    assert [sheet.number for sheet in layout.visible(120, 250)] == [2, 3]
    assert [sheet.number for sheet in layout.visible(0, 10)] == []


def test_a_letter_without_pages_has_no_points() -> None:
    assert lay_out([], FitWidth(), 100, 100).point_at(5, 5) is None


@given(st.lists(sizes, min_size=1, max_size=6), zooms, st.floats(50, 3000), st.floats(50, 3000), st.data())
def test_a_point_of_a_page_is_found_again_at_its_pixel(
    sizes: list[tuple[float, float]], zoom: Zoom, width: float, height: float, data: st.DataObject
) -> None:
    layout = lay_out(pages(*sizes), zoom, width, height)
    page = data.draw(st.integers(1, len(sizes)))
    x, y = (data.draw(st.floats(1, side - 1)) for side in sizes[page - 1])
    found = layout.point_at(*layout.pixel_of(Point(page, x, y)))
    assert found is not None
    assert found.page == page
    assert abs(found.x - x) < 0.01
    assert abs(found.y - y) < 0.01


@given(st.lists(sizes, min_size=1, max_size=6), zooms, st.floats(50, 3000), st.floats(50, 3000))
def test_pages_never_overlap_and_lie_on_the_ground(
    sizes: list[tuple[float, float]], zoom: Zoom, width: float, height: float
) -> None:
    layout = lay_out(pages(*sizes), zoom, width, height)
    rects = [sheet.rect for sheet in layout.sheets]
    assert all(above.y1 < below.y0 for above, below in itertools.pairwise(rects))
    assert all(rect.x0 >= 0 and rect.x1 <= layout.width and rect.y1 <= layout.height for rect in rects)
    assert layout.rect_of(Place(1, Rect(0, 0, 0, 0))).x0 == rects[0].x0
