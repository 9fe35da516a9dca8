"""California's holidays as the library has them: `python -m tests.checks.holidays_kept` writes the list of the program.

The library loads every country of the world for them, a quarter of a second that a desk on its start cannot spare.
"""

from __future__ import annotations

from holidays.countries.united_states import US

from imr_desk import paths

LIST = paths.resources() / "checks" / "state_holidays.txt"
YEARS = range(2010, 2041)


def worked_out() -> str:
    """A holiday a line: its date and its name."""
    kept = US(subdiv="CA", years=YEARS, expand=False)
    kept.pop_named("Susan B. Anthony Day")  # kept by schools, not by offices: Education Code 37222.13
    return "".join(f"{day} {name}\n" for day, name in sorted(kept.items()))


if __name__ == "__main__":
    LIST.write_text(worked_out(), "utf-8")
