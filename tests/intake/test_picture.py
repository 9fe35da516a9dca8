"""Pictures on their way from one process to another."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from imr_desk.intake import easel as easels
from imr_desk.intake.easel import Easel
from imr_desk.intake.gallery import Gallery
from imr_desk.intake.picture import Picture, Segment
from imr_desk.pdf.page_image import PageImage


@pytest.fixture
def easel() -> Iterator[Easel]:
    with closing(Easel()) as easel:
        yield easel


def image(look: bytes, rows: int = 1) -> PageImage:
    return PageImage(2, rows, 6, 1.5, memoryview(look * 6 * rows), None)


def passed_on(easel: Easel, gallery: Gallery, look: bytes, rows: int = 1) -> tuple[str, Picture]:
    """An image laid down and taken up: the name of its memory, and the picture."""
    canvas = gallery.canvas()
    easel.forget(canvas.gone)
    drawn = easel.lay_down(image(look, rows), canvas)
    return drawn.name, gallery.take_up(drawn)


def test_what_is_laid_down_is_taken_up_and_can_be_found_by_nobody_else(easel: Easel) -> None:
    name, picture = passed_on(easel, Gallery(), b"a")
    assert (picture.width, picture.height, picture.stride, picture.scale) == (2, 1, 6, 1.5)
    assert bytes(picture.pixels) == b"aaaaaa"
    with pytest.raises(FileNotFoundError):
        Segment(name)


def test_memory_given_back_is_drawn_into_again_and_other_pictures_stay(easel: Easel) -> None:
    gallery = Gallery()
    first_name, first = passed_on(easel, gallery, b"a")
    _, second = passed_on(easel, gallery, b"b")
    first.release()
    first.release()
    third_name, third = passed_on(easel, gallery, b"c")
    assert third_name == first_name
    assert (bytes(second.pixels), bytes(third.pixels)) == (b"bbbbbb", b"cccccc")
    _, fourth = passed_on(easel, gallery, b"d")
    assert bytes(third.pixels) == b"cccccc", "its memory was given back only once"
    assert bytes(fourth.pixels) == b"dddddd"


def test_spare_memory_that_is_too_small_goes(easel: Easel) -> None:
    gallery = Gallery()
    small_name, small = passed_on(easel, gallery, b"a")
    small.release()
    large_name, large = passed_on(easel, gallery, b"b", rows=5000)
    assert large_name != small_name
    assert bytes(large.pixels) == b"b" * 30_000
    assert gallery.canvas().gone == (small_name,)


def test_only_a_few_spare_pictures_are_kept(easel: Easel) -> None:
    gallery = Gallery()
    pictures = [passed_on(easel, gallery, b"a") for _ in range(7)]
    for _, picture in pictures:
        picture.release()
    assert gallery.canvas().gone == tuple(name for name, _ in pictures[:3])


def test_memory_offered_for_a_page_that_failed_is_offered_again(easel: Easel) -> None:
    gallery = Gallery()
    _, picture = passed_on(easel, gallery, b"a")
    picture.release()
    offers = [gallery.canvas().spare for _ in range(2)]
    assert offers[0] == offers[1] != ""


@pytest.mark.skipif(not easels.SHARED.is_dir(), reason="only Linux bounds shared memory as a whole")
def test_a_picture_comes_also_where_shared_memory_has_no_room(easel: Easel, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(easels, "SHARED", Path("/proc"))
    name, picture = passed_on(easel, Gallery(), b"a")
    assert (name, bytes(picture.pixels)) == ("", b"aaaaaa")
    picture.release()


def test_what_a_lost_process_laid_down_is_swept_away(easel: Easel) -> None:
    gallery = Gallery()
    canvas = gallery.canvas()
    easel.lay_down(image(b"a"), canvas)
    for _ in range(2):
        gallery.close(canvas)
    with pytest.raises(FileNotFoundError):
        Segment(canvas.fresh)


def test_a_picture_of_a_lost_process_can_still_be_seen_and_released(easel: Easel) -> None:
    gallery = Gallery()
    _, picture = passed_on(easel, gallery, b"a")
    gallery.close(gallery.canvas())
    assert bytes(picture.pixels) == b"aaaaaa"
    picture.release()


def test_a_picture_dropped_unreleased_lives_as_long_as_somebody_looks_at_it(easel: Easel) -> None:
    seen = passed_on(easel, Gallery(), b"a")[1].pixels
    assert bytes(seen) == b"aaaaaa"
