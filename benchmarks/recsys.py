"""What one rating costs: the model beside item-kNN and `implicit`. See `_taste.py`.

python benchmarks/recsys.py [--quick] [--json FILE]
"""

import sys
from pathlib import Path

# This folder has a `recsys` too, this very file: the package has to come first.
sys.path[:1] = [str(Path(__file__).parents[1])]
sys.path.append(str(Path(__file__).parent))

from _taste import main  # noqa: E402 - see above

if __name__ == "__main__":
    main()
