"""What an import of many items takes, stage by stage, and what encoding alike lengths saves.

    python benchmarks/imports.py [--rows 100000] [--texts 512] [--json FILE]

Items are made up, of real-like length. Seconds are of processor time, as other work on the machine
would count otherwise; so long as "writing" and "storing" take, nobody else writes on SQLite.
"""

import sys
from pathlib import Path

# This folder has a `recsys` too: the package has to come first.
sys.path[:1] = [str(Path(__file__).parents[1])]
sys.path.append(str(Path(__file__).parent))

from _imports import main  # noqa: E402 - see above

if __name__ == "__main__":
    main()
