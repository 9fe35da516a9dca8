"""The colours of the desk, by name, one set a theme."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tokens:
    """Named colours as `#rrggbb`; every text colour has at least 4.5:1 on `panel`, `field` and its own tint."""

    name: str
    text: str
    panel: str
    ground: str
    field: str
    """The inside of an editor."""
    line: str
    grid: str
    """Rules behind the bars of a chart: seen, and never before what they are for."""
    rest: str
    """The outline of what a bar leaves of a whole: it never competes with the interval drawn over it."""
    edge: str
    """The outline of something that can be pressed or typed into."""
    muted: str
    off: str
    """What is switched off: told from `muted`, and still to be read."""
    accent: str
    accent_near: str
    """A surface of `accent` that the pointer is on."""
    on_accent: str
    """Text on a surface of `accent`."""
    accent_tint: str
    chosen: str
    """The outline of a row that is chosen: where contrast is high, a tint alone is not seen."""
    confirmed: str
    confirmed_tint: str
    look: str
    look_tint: str
    error: str
    error_tint: str
    machine: str
    hover: str
    page_ground: str
    """What the pages lie on."""
    handle: str
    """Scroll bar handles."""


LIGHT = Tokens(
    name="light",
    text="#1B2430",
    panel="#FFFFFF",
    ground="#F5F6F8",
    field="#FFFFFF",
    line="#DFE3E8",
    grid="#E7EAEE",
    rest="#C6CCD4",
    edge="#C6CCD4",
    muted="#5B6676",
    off="#7C8795",
    accent="#1F5FBF",
    accent_near="#184C9B",
    on_accent="#FFFFFF",
    accent_tint="#E7EFFB",
    chosen="#E7EFFB",
    confirmed="#1E7A46",
    confirmed_tint="#E6F4EC",
    look="#8A5200",
    look_tint="#FFF4E0",
    error="#B3261E",
    error_tint="#FDECEA",
    machine="#5F6A78",
    hover="#F0F3F7",
    page_ground="#E9ECF0",
    handle="#BCC4CE",
)

DARK = Tokens(
    name="dark",
    text="#E6EAF0",
    panel="#1E2227",
    ground="#16191D",
    field="#181B20",
    line="#30363D",
    grid="#2A3037",
    rest="#444C56",
    edge="#444C56",
    muted="#9AA6B5",
    off="#76818F",
    accent="#7FB0FF",
    accent_near="#A3C7FF",
    on_accent="#0F1621",
    accent_tint="#22324C",
    chosen="#22324C",
    confirmed="#63C98B",
    confirmed_tint="#1C3327",
    look="#F0B452",
    look_tint="#382C16",
    error="#FF8A80",
    error_tint="#3E2322",
    machine="#98A3B1",
    hover="#282E35",
    page_ground="#121518",
    handle="#4A535E",
)

HIGH_CONTRAST = Tokens(
    name="high_contrast",
    text="#FFFFFF",
    panel="#000000",
    ground="#000001",
    field="#000000",
    line="#B0B0B0",
    grid="#4D4D4D",
    rest="#767676",
    edge="#FFFFFF",
    muted="#E0E0E0",
    off="#9A9A9A",
    accent="#FFD84D",
    accent_near="#FFEBA3",
    on_accent="#000000",
    accent_tint="#3A3000",
    chosen="#FFD84D",
    confirmed="#7CFFB2",
    confirmed_tint="#00280F",
    look="#FFB84D",
    look_tint="#332000",
    error="#FFA39C",
    error_tint="#3A0B08",
    machine="#D0D0D0",
    hover="#262626",
    page_ground="#1A1A1A",
    handle="#C0C0C0",
)

THEMES = (LIGHT, DARK, HIGH_CONTRAST)
