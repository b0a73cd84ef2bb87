"""Long imports: what is said while one goes on, and when somebody ends it with Ctrl-C."""

from collections.abc import Iterator
from contextlib import contextmanager

import typer

from bot.cli.common import err
from bot.cli.counting import counted
from bot.cli.shelf_common import Bar

INTERRUPTED = 130
MANY = 20_000
_HINT = (
    "Encoding {items} takes long. Ctrl-C is safe: what is encoded by then is kept, and the same "
    "command goes on from there.{later}"
)
_LATER = " With --encode-later the items are on the shelf at once."


class Stages:
    """Follows an import for its bar, and remembers how far it has come."""

    def __init__(self, bar: Bar, hint: str = _LATER) -> None:
        self._bar, self._later = bar, hint
        self._hinted = False
        self.stage, self.encoded = "", 0

    def __call__(self, stage: str, done: int, total: int | None) -> None:
        """Show how far a stage is; and say once how long it may be."""
        self.stage = stage
        if stage == "encoding":
            self.encoded = done
            if not self._hinted and total is not None and total >= MANY and done < total:
                err.print(
                    _HINT.format(items=counted(total, "item"), later=self._later), markup=False
                )
                self._hinted = True
        self._bar(stage, done, total)


@contextmanager
def ending_well(stages: Stages) -> Iterator[None]:
    """Where Ctrl-C ends the work inside, say what has become of it; the exit code is 130."""
    try:
        yield
    except KeyboardInterrupt:
        err.print(f"warmer: {stopped_words(stages)}", markup=False)
        raise typer.Exit(INTERRUPTED) from None


def stopped_words(stages: Stages) -> str:
    """What an import that was stopped has changed, and how to go on."""
    if stages.stage == "storing":
        return (
            "stopped while all was being stored at once. The same command finds out whether it "
            "was, and does what is left."
        )
    said = "stopped. Nothing on the shelf has changed."
    if stages.encoded:
        kept = f"The texts of about {counted(stages.encoded, 'item')} are encoded and kept"
        return f"{said} {kept}: the same command goes on from there."
    return f"{said} The same command begins anew."
