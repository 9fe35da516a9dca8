"""`python -m imr_desk`, and the program `imr-desk`."""

from __future__ import annotations

import multiprocessing
import sys


def main() -> None:
    """Run the command line and leave with its exit status."""
    multiprocessing.freeze_support()
    from imr_desk.cli.program import main as run  # noqa: PLC0415 - worker processes load this module too

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
