"""PDFs written out by hand, so that a test knows every glyph, box and flaw of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

LIGATURES = {"\x01": "fi", "\x02": "fl"}
"""Codes that the font of these papers prints as one glyph, and the letters it stands for."""
FONT = (
    "<</Type/Font/Subtype/Type1/BaseFont/Times-Roman"
    "/Encoding<</Type/Encoding/BaseEncoding/WinAnsiEncoding/Differences[1/fi/fl]>>>>"
)


@dataclass(frozen=True)
class Sheet:
    """A page of words as they are coded: where its boxes lie, how it is turned, and how its lines run on it."""

    lines: tuple[tuple[str, ...], ...]
    width: int = 240
    height: int = 200
    origin: tuple[int, int] = (0, 0)
    crop: int = 0
    turn: int = 0
    unit: int = 1
    upwards: bool = False
    pitch: float = 18
    cropped_away: str = ""


Glyph = tuple[int, int, int, int]
"""A printed glyph: page, line, word and place in the word, each from 0."""


@dataclass
class Paper:
    """A document of sheets, of which some glyphs may be printed in red."""

    sheets: Sequence[Sheet]
    red: frozenset[Glyph] = field(default_factory=frozenset)

    def data(self) -> bytes:
        """The PDF."""
        numbers = [4 + 2 * page for page in range(len(self.sheets))]
        kids = " ".join(f"{number} 0 R" for number in numbers)
        objects = [
            "<</Type/Catalog/Pages 2 0 R>>",
            f"<</Type/Pages/Count {len(numbers)}/Kids[{kids}]>>",
            FONT,
        ]
        for page, sheet in enumerate(self.sheets):
            objects += [_leaf(sheet, numbers[page] + 1), stream(self._content(page, sheet))]
        return written(objects)

    def _content(self, page: int, sheet: Sheet) -> str:
        shown = [
            f"{_line_matrix(sheet, place)} Tm {self._line(page, place, line)}" for place, line in enumerate(sheet.lines)
        ]
        x, y = sheet.origin
        away = f"1 0 0 1 {x + 2} {y + 2} Tm ({sheet.cropped_away}) Tj" if sheet.cropped_away else ""
        return "\n".join(["BT /F 12 Tf", *shown, "0 g", away, "ET"])

    def _line(self, page: int, place: int, line: tuple[str, ...]) -> str:
        glyphs = []
        for number, word in enumerate(line):
            for at, code in enumerate(word):
                colour = "1 0 0 rg" if (page, place, number, at) in self.red else "0 g"
                glyphs.append(f"{colour} <{code.encode('cp1252').hex()}> Tj")
            glyphs.append("( ) Tj")
        return " ".join(glyphs)


def spelled(word: str) -> str:
    """The word with its ligatures as letters."""
    return "".join(LIGATURES.get(code, code) for code in word)


def stream(content: str, entries: str = "") -> str:
    """A stream object."""
    return f"<<{entries}/Length {len(content)}>>stream\n{content}\nendstream"


def written(objects: Sequence[str], trailer: str = "") -> bytes:
    """The objects, the first being the catalogue, as a whole PDF."""
    out, places = "%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n"
    entries = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    table = f"xref\n0 {size}\n0000000000 65535 f \n{entries}"
    return f"{out}{table}trailer<</Size {size}/Root 1 0 R{trailer}>>\nstartxref\n{len(out)}\n%%EOF\n".encode("latin-1")


def plain(*lines: str, pages: int = 1) -> bytes:
    """A PDF of simple pages, all with the same lines."""
    sheet = Sheet(tuple(tuple(line.split()) for line in lines), width=612, height=792)
    return Paper([sheet] * pages).data()


def nested(content: str, levels: int = 9, times: int = 10) -> bytes:
    """A small PDF that prints its content `times ** (levels - 1)` times, by forms that call forms."""
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 5 0 R/Resources<</XObject<</X 6 0 R>>>>>>",
        FONT,
        stream("/X Do"),
    ]
    form = "/Type/XObject/Subtype/Form/BBox[0 0 200 200]/Resources<</Font<</F 4 0 R>>"
    for level in range(1, levels):
        objects.append(stream("/X Do " * times, f"{form}/XObject<</X {6 + level} 0 R>>>>"))
    return written([*objects, stream(content, f"{form}>>")])


def _leaf(sheet: Sheet, content: int) -> str:
    x, y = sheet.origin
    media = f"[{x} {y} {x + sheet.width} {y + sheet.height}]"
    crop = f"[{x + sheet.crop} {y + sheet.crop} {x + sheet.width - sheet.crop} {y + sheet.height - sheet.crop}]"
    return (
        f"<</Type/Page/Parent 2 0 R/MediaBox{media}/CropBox{crop}/Rotate {sheet.turn}/UserUnit {sheet.unit}"
        f"/Resources<</Font<</F 3 0 R>>>>/Contents {content} 0 R>>"
    )


def _line_matrix(sheet: Sheet, place: int) -> str:
    """Where the line begins: from the top left rightwards, or from the bottom left upwards."""
    x, y = sheet.origin
    margin = sheet.crop + 20
    down = margin + sheet.pitch * place
    if sheet.upwards:
        return f"0 1 -1 0 {x + down:g} {y + margin}"
    return f"1 0 0 1 {x + margin} {y + sheet.height - down:g}"
