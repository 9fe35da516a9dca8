"""The labels on the desk until the store's own have come: those that every new store starts with."""

from __future__ import annotations

from imr_desk.letter.highlight import LabelSet
from imr_desk.store.labels import EVIDENCE

DEFAULT_LABELS: LabelSet = EVIDENCE
