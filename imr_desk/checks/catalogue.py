"""What each rule says and how loudly: the data in `resources/checks/catalogue.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from imr_desk import paths
from imr_desk.checks.sign import Sign
from imr_desk.letter.finding import Finding, Severity


@dataclass(frozen=True, slots=True)
class Saying:
    """A rule's severity, its sentence with `{places}` for what it saw, and the patterns of the fields it looks at."""

    rule: str
    severity: Severity
    says: str
    fields: tuple[str, ...]

    def finding(self, sign: Sign) -> Finding:
        """The sign in the catalogue's words."""
        return Finding(self.rule, self.severity, self.says.format(**sign.words), sign.fields)


@lru_cache(maxsize=1)
def catalogue() -> Mapping[str, Saying]:
    """All rules by id, in the catalogue's order."""
    data = tomllib.loads((paths.resources() / "checks" / "catalogue.toml").read_text("utf-8"))
    return MappingProxyType(
        {
            rule: Saying(rule, Severity(entry["severity"]), entry["says"], tuple(entry["fields"]))
            for rule, entry in data.items()
        }
    )
